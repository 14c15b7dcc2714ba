import type {
  DutyRow,
  EscalatedDuty,
  NoticePartPrompt,
  NoticePlanPrompt,
  PersonQuestionPrompt,
  Prompt,
  RefusalPrompt,
  ReminderPrompt,
} from '../src/prompt/prompt.ts';
import type { Lang } from '../src/words/citations.ts';
import type { Words } from '../src/words/words.ts';
import { wordsOf } from '../src/words/wordsOf.ts';
import { caseTitle } from './caseBlocks.ts';
import { dueText, dutyShort } from './dutyBlocks.ts';
import { exportTitle } from './exportBlocks.ts';
import { digestTitle } from './organisationBlocks.ts';
import { reminderTitle } from './reminderBlocks.ts';

/**
 * What a notification shows, and what a client says that cannot draw the card: number, kind, duty and time. Never content, for it
 * appears on locked screens.
 */
export function summary(prompt: Prompt, language: Lang, words: Words = wordsOf(language)): string {
  switch (prompt.kind) {
    case 'home':
      return words.home.title;
    case 'reportForm':
      return words.reportForm.title;
    case 'recorded':
      return `${prompt.number}: ${words.recorded[prompt.what].title}`;
    case 'receipt':
      return words.receipt.title(prompt.number);
    case 'ownReports':
      return words.ownReports.title;
    case 'whichCase':
      return words.whichCase.title;
    case 'personQuestion':
      return personQuestionSummary(words, prompt);
    case 'outcome':
      return `${prompt.number}: ${words.outcomes[prompt.outcome].title}`;
    case 'caseCard':
      return withFirstDuty(
        words,
        `${caseTitle(words, prompt)}, ${words.caseStatuses[prompt.status]}`,
        prompt.duties,
        prompt.zone,
      );
    case 'caseDetails':
      return summary(prompt.card, language, words);
    case 'caseList':
      return words.caseList.title(prompt.cases.length);
    case 'question':
      return prompt.before === undefined ? words.question.title(prompt.number) : words.question.correcting(prompt.number);
    case 'factList':
      return words.factList.title(prompt.number);
    case 'dataSetList':
      return words.dataSetList.title(prompt.number);
    case 'noticePlan':
    case 'noticePart':
      return noticeSummary(words, prompt);
    case 'assessment':
      return withFirstDuty(words, words.assessment.title(prompt.number), prompt.duties, prompt.zone);
    case 'form':
      return prompt.number === undefined ? words.forms[prompt.form].title : `${prompt.number}: ${words.forms[prompt.form].title}`;
    case 'reminder':
      return reminderSummary(words, prompt);
    case 'escalation':
      return withFirstDuty(words, words.escalation.management.titles[prompt.because](prompt.number), prompt.duties, prompt.zone);
    case 'confirmationRequest':
      return `${words.confirmation.title(prompt.number)}, ${words.decisions[prompt.decision]}`;
    case 'dutyList':
      return words.dutyList.title;
    case 'looks':
      return prompt.number === undefined ? words.looks.registerTitle : words.looks.title(prompt.number);
    case 'searchResult':
      return words.search.title;
    case 'digest':
      return digestTitle({ words }, prompt);
    case 'health':
      return words.health[prompt.state];
    case 'status':
      return words.status.title(prompt.status.troubles.length === 0);
    case 'absence':
      return words.absence.titles[prompt.what](prompt.until === undefined ? '' : words.moment(prompt.until, prompt.zone));
    case 'exportOffer':
    case 'exportPosted':
      return exportTitle(words, prompt.scope);
    case 'refusal':
      return refusalSummary(words, prompt);
  }
}

const refusalSummary = (words: Words, { number, reason }: RefusalPrompt): string =>
  number === undefined ? words.refusals[reason].title : `${number}: ${words.refusals[reason].title}`;

const personQuestionSummary = ({ personQuestion }: Words, { number, reminder, answered }: PersonQuestionPrompt): string =>
  (reminder && !answered ? personQuestion.reminderTitle : personQuestion.title)(number);

const noticeSummary = (words: Words, prompt: NoticePlanPrompt | NoticePartPrompt): string =>
  prompt.kind === 'noticePlan'
    ? words.preparation.title(prompt.number)
    : words.preparation.page(prompt.number, prompt.label[words.language]);

function reminderSummary(words: Words, prompt: ReminderPrompt): string {
  const [title, dueBy] = [reminderTitle(words, prompt), prompt.unreadable?.firstDueBy];
  if (dueBy === undefined) return withFirstDuty(words, title, prompt.duties, prompt.zone);
  return `${title} · ${words.unreadable.earliest}: ${words.moment(dueBy, prompt.zone)}`;
}

/** The open duty whose deadline comes first; one without a fixed deadline only where there is no other. */
function withFirstDuty(
  words: Words,
  title: string,
  duties: readonly (EscalatedDuty & Pick<DutyRow, 'end'>)[],
  zone: string,
): string {
  const open = duties.filter(({ end }) => end === undefined);
  const [first] = open.toSorted((one, other) => (one.dueBy ?? '9').localeCompare(other.dueBy ?? '9'));
  if (first === undefined) return title;
  const due = dueText(words, first, zone);
  const short = dutyShort(words, first);
  return due === undefined ? `${title} · ${short}` : `${title} · ${short}: ${words.dueBy(due, undefined)}`;
}
