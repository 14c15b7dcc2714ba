// A notice to an authority (Art. 33 GDPR): which one it is, what it holds, what it lacks. Its formats are drawn from here.
import type { CaseRecord, DutyState, NoticeState } from '../breach/breachCase.ts';
import { dutyById, noticesTo } from '../breach/duties.ts';
import type { NoticeKind } from '../breach/events.ts';
import type { Instant } from '../rules/instant.ts';
import { noticeLaw, type NoticeLaw } from './noticeLaw.ts';
import {
  type FilledField,
  hoursOfDelay,
  lackingIn,
  noticeFields,
  type NoticeInput,
  subtypeOf,
  type NoticeSubtype,
} from './noticeFields.ts';

export type AuthorityNotice = {
  readonly kind: NoticeKind;
  readonly subtype: NoticeSubtype;
  readonly record: CaseRecord;
  readonly authority: string;
  readonly zone: string;
  readonly drawnAt: Instant;
  readonly fields: readonly FilledField[];
  readonly lacking: readonly FilledField[];
  /** What went to this authority before, the oldest first. */
  readonly earlier: readonly NoticeState[];
  /** Hours from awareness, where the first notice is late. */
  readonly hoursOfDelay?: number;
  /** The end of the period, where the first notice is late. */
  readonly wasDueBy?: Instant;
  readonly law: NoticeLaw;
  /** Of a controller in Germany or to an authority there: §§ 42(4), 43(4) BDSG protect what stands in a notice under a law they name. */
  readonly isPrivileged: boolean;
};

/** Why a notice of this kind cannot be drawn now. */
export type NoticeUnfit = { readonly unfit: 'noSuchDuty' | 'alreadySent' | 'nothingSent' | 'notComplete' };

export type NoticeAsked = Omit<NoticeInput, 'duty'> & { readonly authority: string };

/** Draws the notice of this kind as the record stands. Drawing is not sending: nothing is recorded, and nothing ends. */
export function authorityNotice(asked: NoticeAsked): AuthorityNotice | NoticeUnfit {
  const { record, kind, authority, sender, now } = asked;
  const duty = noticeDuty(record, sender.controller, authority);
  if (duty === undefined) return { unfit: 'noSuchDuty' };
  const earlier = noticesTo(record, duty);
  if (kind === 'first' && earlier.length > 0) return { unfit: 'alreadySent' };
  if (kind !== 'first' && earlier.length === 0) return { unfit: 'nothingSent' };
  const fields = noticeFields({ ...asked, duty });
  const lacking = lackingIn(fields);
  if (kind === 'final' && lacking.length > 0) return { unfit: 'notComplete' };
  const delay = hoursOfDelay({ record, duty, now });
  const law = noticeLaw(record, duty, sender.profile);
  const isInGermany = sender.country === 'DE' || authority.startsWith('de-');
  return {
    ...{ kind, record, authority, fields, lacking, earlier },
    ...{ subtype: subtypeOf(kind, fields), zone: sender.timeZone, drawnAt: now },
    ...{ law, isPrivileged: isInGermany && law.isProtectedByBdsg },
    ...(delay !== undefined && { hoursOfDelay: delay.hours, wasDueBy: delay.dueBy }),
  };
}

/** The duty of Art. 33(1) GDPR of this controller towards this authority. */
const noticeDuty = (record: CaseRecord, controller: string, authority: string): DutyState | undefined =>
  dutyById(record, `art33-1:${controller}:${authority}`);

/** To which authorities this controller owes a notice, sent or not; those that never applied left out. */
export const authoritiesOwed = (record: CaseRecord, controller: string): readonly string[] =>
  record.duties
    .filter(({ kind, owedBy, end }) => kind === 'art33-1' && owedBy === controller && end?.how !== 'never-applied')
    .map(({ recipient }) => recipient);
