import type { DutyId } from '../breach/events.ts';
import { type AuthorityNotice, authorityNotice } from '../notices/authorityNotice.ts';
import { noticeSender } from '../notices/noticeSender.ts';
import { CaseUnreadable } from '../register/caseUnreadable.ts';
import { readCase } from '../register/readCase.ts';
import { mayDo } from './access.ts';
import { nextNotice } from './noticePages.ts';
import type { Taking } from './takeExport.ts';
import type { DialogueWorld } from './turn.ts';

type TakingNotice = Taking & { readonly wanted: { readonly of: 'case'; readonly notice: DutyId } };

export const isNotice = (taking: Taking): taking is TakingNotice =>
  taking.wanted.of === 'case' && taking.wanted.notice !== undefined;

/**
 * The moment somebody fetches the draft of a notice: whether they may is decided anew, and it is recorded as a look. Drawing is not sending:
 * nothing of a duty ends. May throw RegisterUnavailable.
 */
export async function takeNotice(
  { wanted: { caseId, number, notice: dutyId }, person, amongOthers }: TakingNotice,
  { register, clock, organisation }: Pick<DialogueWorld, 'register' | 'clock' | 'organisation'>,
): Promise<AuthorityNotice | 'refused'> {
  const now = clock.now();
  const stored = await register.read(caseId).catch((error: unknown) => {
    // Nobody can say who is kept out of a case that cannot be read.
    if (error instanceof CaseUnreadable) return undefined;
    throw error;
  });
  const read = stored && readCase(stored);
  const record = read === undefined || read.status === 'none' ? undefined : read;
  const duty = record?.duties.find(({ id }) => id === dutyId);
  const may = record !== undefined && mayDo('export', person, organisation, record).may;
  const allowed = may && (!amongOthers || record.excluded.length === 0) && duty !== undefined;
  await register.recordLook({ caseId, by: person, at: now, what: `exportTaken notice case=${number}`, allowed });
  if (!allowed) return 'refused';
  const events = stored?.entries.flatMap((entry) => entry.events) ?? [];
  const asked = { record, events, sender: noticeSender(organisation, duty.owedBy), now };
  const drawn = authorityNotice({ ...asked, authority: duty.recipient, kind: nextNotice({ ...asked, duty }).notice });
  return 'unfit' in drawn ? 'refused' : drawn;
}
