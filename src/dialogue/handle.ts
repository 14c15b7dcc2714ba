import { typedTexts } from '../prompt/forms.ts';
import { RegisterUnavailable } from '../ports.ts';
import { CaseUnreadable } from '../register/caseUnreadable.ts';
import { openCases, showCase, showNumber } from './caseList.ts';
import { away, backAgain } from './absence.ts';
import { looks, registerLooks } from './accessRecord.ts';
import { exportCases } from './exportCases.ts';
import { acknowledge, confirmDecision, dataSets, tellReporter } from './course.ts';
import { addToReport, answerQuestion, freeText, giveHint, myReports, openAddition, report, reportForm } from './employee.ts';
import { home } from './home.ts';
import type { Answer, Inbound } from './inbound.ts';
import type { Operation } from './access.ts';
import { permission } from './look.ts';
import { answerNotice, prepareNotice, prepareNoticeOf, typedInPage } from './prepareNotice.ts';
import { refuse } from './refuse.ts';
import { searchCases } from './searchCases.ts';
import { openForm, submitForm } from './submitForm.ts';
import { answerFact, assessment, chooseFact, correctFact, openFact, triage } from './triage.ts';
import { seeDigest } from './digest.ts';
import { seeStatus } from './status.ts';
import { turnOf, type DialogueWorld, type Prompts, type Turn } from './turn.ts';
import { understand, type Intent, type IntentOf } from './understand.ts';

/**
 * Takes one inbound to its answer. What it records is durable before the answer is there; whatever others must see follows
 * from the register. Keeps nothing in memory: a restart in between, or another officer, goes on where this one stopped.
 */
export async function handle(inbound: Inbound, world: DialogueWorld): Promise<Answer> {
  const turn = turnOf(inbound, world);
  if (inbound.outsider) return { language: turn.language, prompts: [refuse(turn, 'outsider')] };
  const intent = understand(inbound);
  try {
    return { language: turn.language, prompts: await answer(turn, intent) };
  } catch (error) {
    if (!(error instanceof RegisterUnavailable || error instanceof CaseUnreadable)) throw error;
    const reason = error instanceof CaseUnreadable ? 'caseUnreadable' : 'storeDown';
    return { language: turn.language, prompts: [refuse(turn, reason, { given: given(intent) }), ...kept(turn, intent)] };
  }
}

/** A report that could not be recorded is not lost: the form comes back as it was. */
const kept = (turn: Turn, intent: Intent): Prompts => {
  if (intent.wants === 'report') return [reportForm(turn, intent.values)];
  return intent.wants === 'freeText' ? [reportForm(turn, { text: intent.text, noticedAt: '' })] : [];
};

/** What was written into a form that only the case itself could draw again. */
function given(intent: Intent): readonly string[] {
  if (intent.wants === 'correctFact') return written([intent.reasons]);
  if (intent.wants === 'addToReport' || intent.wants === 'answerQuestion') return written([intent.text]);
  if (intent.wants === 'answerNotice') return typedInPage(intent);
  if (intent.wants === 'search') return typedTexts('search', intent.values);
  if (intent.wants !== 'submitForm') return [];
  return typedTexts(intent.form, intent.values);
}

const written = (texts: readonly string[]): readonly string[] => texts.filter((text) => text !== '');

async function answer(turn: Turn, intent: Intent): Promise<Prompts> {
  switch (intent.wants) {
    case 'home':
      return home(turn);
    case 'freeText':
      return freeText(turn, intent);
    case 'notUnderstood':
      return [refuse(turn, 'notUnderstood', { actions: [{ verb: 'home', data: {} }] })];
    case 'openReport':
      return [reportForm(turn, intent.values)];
    case 'report':
      return report(turn, intent);
    case 'openAddition':
      return openAddition(turn, intent);
    case 'addToReport':
      return addToReport(turn, intent.caseId, intent.text);
    case 'giveHint':
      return giveHint(turn, intent);
    case 'myReports':
      return myReports(turn);
    case 'answerQuestion':
      return answerQuestion(turn, intent);
    case 'openCases':
      return openCases(turn);
    case 'showNumber':
      return showNumber(turn, intent.number);
    case 'openCase':
      return showCase(turn, intent.caseId);
    case 'triage':
      return triage(turn, intent.caseId);
    case 'prepareNotice':
    case 'prepareNoticeOf':
    case 'answerNotice':
      return aboutNotice(turn, intent);
    case 'chooseFact':
    case 'openFact':
    case 'answerFact':
    case 'correctFact':
      return aboutFact(turn, intent);
    case 'assessment':
      return assessment(turn, intent.caseId);
    case 'dataSets':
      return dataSets(turn, intent.caseId);
    case 'acknowledge':
      return acknowledge(turn, intent);
    case 'openForm':
      return openForm(turn, intent);
    case 'submitForm':
      return submitForm(turn, intent);
    case 'confirmDecision':
      return confirmDecision(turn, intent);
    case 'tellReporter':
      return tellReporter(turn, intent);
    case 'looks':
    case 'registerLooks':
      return intent.wants === 'looks' ? looks(turn, intent) : registerLooks(turn, intent);
    case 'status':
      return statusOrReport(turn, intent);
    case 'digest':
      return digestOrReport(turn, intent);
    case 'export':
      return exportOrReport(turn, intent);
    case 'away':
      return away(turn, intent);
    case 'backAgain':
      return backAgain(turn, intent);
    case 'search':
      return searchOrReport(turn, intent);
  }
}

function aboutNotice(turn: Turn, intent: IntentOf<'prepareNotice' | 'prepareNoticeOf' | 'answerNotice'>): Promise<Prompts> {
  switch (intent.wants) {
    case 'prepareNotice':
      return prepareNotice(turn, intent);
    case 'prepareNoticeOf':
      return prepareOrReport(turn, intent);
    case 'answerNotice':
      return answerNotice(turn, intent);
  }
}

function aboutFact(turn: Turn, intent: IntentOf<'chooseFact' | 'openFact' | 'answerFact' | 'correctFact'>): Promise<Prompts> {
  switch (intent.wants) {
    case 'chooseFact':
      return chooseFact(turn, intent.caseId);
    case 'openFact':
      return openFact(turn, intent);
    case 'answerFact':
      return answerFact(turn, intent);
    case 'correctFact':
      return correctFact(turn, intent);
  }
}

/** From the office a question about Fristwacht; from anybody else one about what they reported. */
const statusOrReport = (turn: Turn, { typed }: IntentOf<'status'>): Promise<Prompts> =>
  typed === undefined || permission(turn, 'seeStatus', undefined).may ? seeStatus(turn) : myReports(turn);

/** „Heute“ and „Export …“ are commands only from somebody who may use them; from anybody else what they want to say. */
const digestOrReport = (turn: Turn, { typed }: IntentOf<'digest'>): Promise<Prompts> =>
  mayOrPressed(turn, 'seeDigest', typed)
    ? seeDigest(turn)
    : freeText(turn, { wants: 'freeText', text: typed ?? '', files: false });
const exportOrReport = (turn: Turn, intent: IntentOf<'export'>): Promise<Prompts> =>
  mayOrPressed(turn, 'export', intent.typed)
    ? exportCases(turn, intent)
    : freeText(turn, { wants: 'freeText', text: intent.typed ?? '', files: false });

const prepareOrReport = (turn: Turn, intent: IntentOf<'prepareNoticeOf'>): Promise<Prompts> =>
  mayOrPressed(turn, 'prepareNotice', intent.typed)
    ? prepareNoticeOf(turn, intent)
    : freeText(turn, { wants: 'freeText', text: intent.typed, files: false });

/** Where it hangs on an unanswered question what somebody may do, they are told so. */
const mayOrPressed = (turn: Turn, operation: Operation, typed: string | undefined): boolean =>
  typed === undefined || turn.rightsUnknown === true || permission(turn, operation, undefined).may;

/** „Suche seit gestern meinen Laptop“ is a search only from somebody who may search; from anybody else it is what they want to say. */
async function searchOrReport(turn: Turn, intent: IntentOf<'search'>): Promise<Prompts> {
  const { typed } = intent;
  if (typed === undefined || permission(turn, 'searchCases', undefined).may) return searchCases(turn, intent);
  return freeText(turn, { wants: 'freeText', text: typed, files: false });
}
