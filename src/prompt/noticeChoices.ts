// What can be chosen of a notice to an authority: which of them it is, and what shows that it arrived.
import { authorityOfId } from '../authorities/directory.ts';
import type { CaseRecord, DutyState } from '../breach/breachCase.ts';
import { isNoticeTask } from '../breach/decideNotices.ts';
import { dutyById, followUpId, noticesTo } from '../breach/duties.ts';
import type { GroupCount, NoticeKind, ProofKind } from '../breach/events.ts';
import { PERSON_GROUPS } from '../breach/noticeFields.ts';
import { takesUpdate } from '../breach/neighbourCourse.ts';
import type { Lang } from '../law/sources.ts';
import { GIVEN_HERE, GROUP_COUNT_WORDS, GROUP_WORDS, NOTICE_KIND_WORDS, PROOF_WORDS } from '../words/noticeWords.ts';
import type { FormKind } from './action.ts';
import type { FormField } from './prompt.ts';

type Choice = NonNullable<FormField['choices']>[number];

const KINDS = ['first', 'follow-up', 'final', 'correction', 'withdrawal'] as const satisfies readonly NoticeKind[];
const PROOFS = [
  ...(['file-number', 'mail-with-code', 'pdf-receipt', 'confirmation', 'own-copy', 'postal'] as const),
] satisfies readonly ProofKind[];

export const isToAuthority = ({ kind }: DutyState): boolean => kind === 'art33-1' || kind === 'art33-4';

/**
 * Open ones, and what was decided not to be sent, for it may be sent all the same; a follow-up or an update more than once. Once all was
 * sent to an authority it can still be put right or taken back.
 */
export function takesNotice(duty: DutyState, record: CaseRecord): boolean {
  const { kind, end } = duty;
  if (kind === 'art33-5' || kind === 'neighbour-question') return false;
  if (!end || end.how === 'decision') return true;
  if (end.how !== 'notice') return false;
  if (kind === 'art33-1') return dutyById(record, followUpId(duty)) === undefined;
  return kind === 'art33-4' || (kind === 'neighbour' && takesUpdate(duty, record));
}

const toAuthorities = (record: CaseRecord): readonly DutyState[] =>
  record.duties.filter((duty) => isToAuthority(duty) && takesNotice(duty, record));

function kindsOf(duty: DutyState, record: CaseRecord): readonly NoticeKind[] {
  if (noticesTo(record, duty).length === 0) return ['first'];
  return duty.kind === 'art33-1' ? ['correction', 'withdrawal'] : ['follow-up', 'final', 'correction', 'withdrawal'];
}

/** Those that fit to what was sent so far. */
export function noticeKinds(record: CaseRecord): readonly Choice[] {
  const fitting = toAuthorities(record).flatMap((duty) => kindsOf(duty, record));
  return KINDS.filter((kind) => fitting.includes(kind)).map((id) => ({ id, label: NOTICE_KIND_WORDS[id] }));
}

/** What the authority in question is known to give comes first, and says so; empty where no authority is notified. */
export function proofs(record: CaseRecord): readonly Choice[] {
  const duties = toAuthorities(record);
  if (duties.length === 0) return [];
  const given = new Set(duties.flatMap(({ recipient }) => authorityOfId(recipient)?.proof ?? []));
  const named = (id: ProofKind, lang: Lang): string =>
    given.has(id) ? `${PROOF_WORDS[id][lang]} (${GIVEN_HERE[lang]})` : PROOF_WORDS[id][lang];
  return [...PROOFS.filter((id) => given.has(id)), ...PROOFS.filter((id) => !given.has(id))].map((id) => ({
    id,
    label: { de: named(id, 'de'), en: named(id, 'en') },
  }));
}

const same = (text: string): NonNullable<Choice['label']> => ({ de: text, en: text });

/** What an authority asked and nobody has answered yet. */
export const openAuthorityQuestions = ({ authorityQuestions }: CaseRecord): readonly Choice[] =>
  authorityQuestions.flatMap(({ questionId, text, answered }) => (answered ? [] : [{ id: questionId, label: same(text) }]));

export const personGroups: readonly Choice[] = PERSON_GROUPS.map((id) => ({ id, label: GROUP_WORDS[id] }));

const COUNTS = [
  ...(['exact', 'approximate', 'to-be-determined', 'not-determinable', 'not-concerned'] as const),
] satisfies readonly GroupCount[];
export const groupCounts: readonly Choice[] = COUNTS.map((id) => ({ id, label: GROUP_COUNT_WORDS[id] }));

/** What was done or is planned; a task that only asks for something missing is no measure. Those without their risk stand first. */
export function measuresToExplain({ measures }: CaseRecord): readonly Choice[] {
  const own = measures.filter(({ measureId }) => !isNoticeTask(measureId));
  const isOpen = ({ against }: CaseRecord['measures'][number]): boolean => against === undefined;
  return [...own.filter(isOpen), ...own.filter((measure) => !isOpen(measure))].map(({ measureId, text }) => ({
    id: measureId,
    label: same(text),
  }));
}

/** What can be said around the notices to this authority now: what it asked, its reference, a call in advance. */
export function formsAround(record: CaseRecord, duty: DutyState): readonly FormKind[] {
  const sent = noticesTo(record, duty);
  const lacksReference = sent.length > 0 && sent.every(({ reference }) => reference === '');
  return [
    ...(lacksReference ? (['reference'] as const) : []),
    ...(openAuthorityQuestions(record).length > 0 ? (['authorityAnswer'] as const) : []),
    'authorityQuestion',
    ...(sent.length === 0 ? (['toldInAdvance'] as const) : []),
  ];
}

/** What a notice holds beside its fields: numbers by group of persons, and what each measure is for. */
export const formsBeside = (record: CaseRecord): readonly FormKind[] => [
  'countGroup',
  ...(measuresToExplain(record).length > 0 ? (['explainMeasure'] as const) : []),
];
