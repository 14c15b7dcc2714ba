// What can be chosen of what goes on around a notice: calls and questions of the authority, groups of persons, measures.
import type { CaseRecord, DutyState, MeasureState } from '../breach/breachCase.ts';
import { isNoticeTask } from '../breach/decideNotices.ts';
import { noticesTo } from '../breach/duties.ts';
import { PERSON_GROUPS } from '../breach/noticeFields.ts';
import type { GroupCount } from '../breach/events.ts';
import type { Lang, Text } from '../law/sources.ts';
import { GROUP_COUNT_WORDS, GROUP_WORDS } from '../notices/choiceWords.ts';
import { wordsOf } from '../words/wordsOf.ts';
import { isToAuthority } from './noticeChoices.ts';
import type { FormField } from './prompt.ts';

type Choice = NonNullable<FormField['choices']>[number];

const COUNTS = [
  ...(['exact', 'approximate', 'not-determinable', 'to-be-determined', 'not-concerned'] as const),
] satisfies readonly GroupCount[];

/** One for each controller and authority: the follow-up goes where the first notice went. */
const firstOfEach = (duties: readonly DutyState[]): readonly DutyState[] =>
  duties.filter(
    (duty, place) => duties.findIndex((one) => one.owedBy === duty.owedBy && one.recipient === duty.recipient) === place,
  );

/** An authority may be called, and may ask, whatever became of the notice to it. */
export const toAuthority = ({ duties }: CaseRecord): readonly DutyState[] =>
  firstOfEach(duties.filter((duty) => isToAuthority(duty) && duty.end?.how !== 'never-applied'));

/** Something went there, so there is, or will be, a number of theirs. */
export const notified = (record: CaseRecord): readonly DutyState[] =>
  firstOfEach(record.duties.filter((duty) => isToAuthority(duty) && noticesTo(record, duty).length > 0));

export const groupChoices = (): readonly Choice[] => PERSON_GROUPS.map((id) => ({ id, label: GROUP_WORDS[id] }));
export const groupCounts = (): readonly Choice[] => COUNTS.map((id) => ({ id, label: GROUP_COUNT_WORDS[id] }));

/** The measures that remedy the breach; what somebody finds out for a notice is none. */
export const remedies = ({ measures }: CaseRecord): readonly MeasureState[] =>
  measures.filter(({ measureId }) => !isNoticeTask(measureId));

/** Those that say nothing yet of the risk they reduce come first. */
export function measureChoices(record: CaseRecord): readonly Choice[] {
  const all = remedies(record);
  const plainFirst = [...all.filter(({ against }) => !against), ...all.filter(({ against }) => against)];
  return plainFirst.map(({ measureId, text }) => ({ id: measureId, label: { de: text, en: text } }));
}

const SHORTEST_QUESTION = 80;

/** Questions of the authority that nobody answered yet, each with its deadline. */
export const questionChoices = ({ authorityQuestions }: CaseRecord, zone: string): readonly Choice[] =>
  authorityQuestions.flatMap(({ questionId, text, dueBy, answered }) => {
    if (answered !== undefined) return [];
    const excerpt = text.length > SHORTEST_QUESTION ? `${text.slice(0, SHORTEST_QUESTION).trimEnd()} …` : text;
    const label = (lang: Lang): string => `${excerpt.replace(/\s+/gu, ' ')} (${wordsOf(lang).moment(dueBy, zone)})`;
    return [{ id: questionId, label: { de: label('de'), en: label('en') } satisfies Text }];
  });
