import type { CaseId } from '../breach/identifiers.ts';
import type { CaseHead } from '../ports.ts';
import { formPrompt } from '../prompt/formPrompt.ts';
import { LONGEST_INPUT } from '../prompt/form.ts';
import type { FieldFault, FormPrompt, FormValues, OwnReportsPrompt, ReportFormPrompt } from '../prompt/prompt.ts';
import { answerTo } from './answerWith.ts';
import { commit, commitReport, type Committed } from './commit.ts';
import { lookAt, lookAtList, permission, readCase, turnAway } from './look.ts';
import { readMoment } from './readMoment.ts';
import { refuse } from './refuse.ts';
import type { Opened, Prompts, Turn } from './turn.ts';
import type { IntentOf } from './understand.ts';

const MOST_REPORTS = 50;
const MOST_OFFERED = 5;

/** Own reports, newest first; they stay the person's own whatever became of them. */
export const ownReports = (turn: Turn, limit = MOST_REPORTS): Promise<readonly CaseHead[]> =>
  turn.world.register.list({ reporter: turn.person, limit });

export const reportForm = (turn: Turn, values: FormValues, faults: readonly FieldFault[] = []): ReportFormPrompt => ({
  kind: 'reportForm',
  zone: turn.organisation.timeZone,
  values,
  faults,
});

/** Words without a form: a new report, or something to add where this person has a report that is open. */
export async function freeText(turn: Turn, { text, files }: IntentOf<'freeText'>): Promise<Prompts> {
  const refused = files ? [refuse(turn, 'filesNotTaken')] : [];
  const open = await turn.world.register.list({ reporter: turn.person, status: ['open'], limit: MOST_OFFERED });
  if (open.length === 0 || text === '') return [...refused, reportForm(turn, { text, noticedAt: '' })];
  return [...refused, { kind: 'whichCase', text, reports: open.map(({ caseId, number }) => ({ caseId, number })) }];
}

function textFault(field: string, text: string): readonly FieldFault[] {
  if (text === '') return [{ field, fault: 'missing' }];
  return text.length > LONGEST_INPUT.longText ? [{ field, fault: 'tooLong' }] : [];
}

export async function report(turn: Turn, { values }: IntentOf<'report'>): Promise<Prompts> {
  const { text = '', noticedAt = '' } = values;
  const noticed = readMoment(noticedAt, turn.organisation.timeZone, turn.now);
  const isAhead = 'moment' in noticed && noticed.moment > turn.now;
  const momentFaults: readonly FieldFault[] = 'fault' in noticed ? [{ field: 'noticedAt', ...noticed }] : [];
  const ahead: readonly FieldFault[] = isAhead ? [{ field: 'noticedAt', fault: 'timeInFuture' }] : [];
  const faults = [...textFault('text', text), ...momentFaults, ...ahead];
  if ('fault' in noticed || faults.length > 0) return [reportForm(turn, values, faults)];
  const committed = await commitReport(turn, {
    type: 'ReportBreach',
    text,
    noticedAt: noticed.moment,
    reporter: turn.person,
    reporterName: turn.name,
    language: turn.language,
    source: { by: 'self' },
  });
  if (committed.outcome === 'refused' && committed.refusal.refused === 'beforeTheLaw') {
    return [reportForm(turn, values, [{ field: 'noticedAt', fault: 'beforeTheLaw' }])];
  }
  const kept = committed.outcome === 'notConfirmedYet' ? [reportForm(turn, values)] : [];
  return [...answerTo(turn, committed), ...kept];
}

const additionForm = (turn: Turn, caseId: CaseId, text: string, faults: readonly FieldFault[] = []): FormPrompt =>
  formPrompt({ form: 'addToReport', caseId, organisation: turn.organisation, values: { text }, faults });

export async function openAddition(turn: Turn, { caseId, text }: IntentOf<'openAddition'>): Promise<Prompts> {
  const seen = await lookAt(turn, caseId, 'addToReport');
  return 'refused' in seen ? seen.refused : [additionForm(turn, caseId, text)];
}

export async function addToReport(turn: Turn, caseId: CaseId, text: string): Promise<Prompts> {
  const faults = textFault('text', text);
  if (faults.length > 0) return [additionForm(turn, caseId, text, faults)];
  const named = await readCase(turn, caseId);
  if (!named || !permission(turn, 'addToReport', named).may) return turnAway(turn, 'addToReport', named);
  const committed = await addTo(turn, named, text);
  const kept = committed.outcome === 'notConfirmedYet' ? [additionForm(turn, caseId, text)] : [];
  return [...answerTo(turn, committed), ...kept];
}

/** What is added to a duplicate goes to the case that took it in; the person is answered under the number they know. */
async function addTo(turn: Turn, named: Opened, text: string): Promise<Committed> {
  const order = { type: 'AddToReport', text, authorName: turn.name } as const;
  const main = named.record.joinedInto?.main ?? named.caseId;
  const committed = await commit(turn, main, 'addToReport', order, { grantedBy: named });
  return 'opened' in committed ? { ...committed, opened: named } : committed;
}

export async function giveHint(turn: Turn, { caseId, hint, answer }: IntentOf<'giveHint'>): Promise<Prompts> {
  return answerTo(turn, await commit(turn, caseId, 'giveHint', { type: 'GiveHint', hint, answer }));
}

type OwnReport = OwnReportsPrompt['reports'][number];

const listed = (turn: Turn, reports: readonly OwnReport[]): OwnReportsPrompt => ({
  kind: 'ownReports',
  zone: turn.organisation.timeZone,
  reports,
});

const isClosed = ({ status }: { readonly status: CaseHead['status'] }): boolean => status === 'closed';

export async function myReports(turn: Turn): Promise<Prompts> {
  const refused = await lookAtList(turn, 'seeOwnReports');
  if (refused) return refused;
  const heads = await ownReports(turn);
  return [
    listed(
      turn,
      heads.map((head) => ({ caseId: head.caseId, number: head.number, reportedAt: head.openedAt, closed: isClosed(head) })),
    ),
  ];
}

/** The state of one own report: the same line as in the list of all of them. */
export async function ownReport(turn: Turn, caseId: CaseId): Promise<Prompts> {
  const seen = await lookAt(turn, caseId, 'seeOwnReports');
  if ('refused' in seen) return seen.refused;
  const { number, openedAt: reportedAt } = seen.opened.record;
  return [listed(turn, [{ caseId, number, reportedAt, closed: isClosed(seen.opened.record) }])];
}

/** Somebody answers the one question that was put to them; they see only it. */
export async function answerQuestion(
  turn: Turn,
  { caseId, question: questionId, text }: IntentOf<'answerQuestion'>,
): Promise<Prompts> {
  const order = { type: 'AnswerAsPerson', questionId, text, authorName: turn.name } as const;
  const named = await readCase(turn, caseId);
  // The card may be older than the joining: what was asked in a duplicate goes on being asked in the case that took it in.
  const committed = await commit(turn, named?.record.joinedInto?.main ?? caseId, 'answerQuestion', order);
  return answerTo(turn, committed);
}
