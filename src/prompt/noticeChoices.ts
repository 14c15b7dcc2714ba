// What can be chosen of a notice to an authority: which of them it is, and what shows that it arrived.
import { authorityOfId } from '../authorities/directory.ts';
import type { CaseRecord, DutyState } from '../breach/breachCase.ts';
import { dutyById, followUpId, noticesTo } from '../breach/duties.ts';
import type { NoticeKind, ProofKind } from '../breach/events.ts';
import { takesUpdate } from '../breach/neighbourCourse.ts';
import type { Lang } from '../law/sources.ts';
import { GIVEN_HERE, NOTICE_KIND_WORDS, PROOF_WORDS } from '../words/noticeWords.ts';
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
