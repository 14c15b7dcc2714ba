import { DateTime } from 'luxon';
import type { Instant } from '../rules/instant.ts';
import type { CaseRecord } from './breachCase.ts';

/** How a case came out, as far as it matters for how long it is kept. */
export const RETENTION_OUTCOMES = ['notified', 'not-notified', 'no-breach'] as const;
export type RetentionOutcome = (typeof RETENTION_OUTCOMES)[number];

/** Until the end of so many calendar years after the year of closing; the reasons are mandatory where it is not the default. */
export type RetentionPeriod = { readonly years: number; readonly reasons: string };
export type RetentionSetting = Readonly<Record<RetentionOutcome, RetentionPeriod>>;

/**
 * Art. 33(5) GDPR names no period; it must be possible to check as long as claims and proceedings are to be expected. Three years from the
 * end of the year are the regular limitation of claims in Germany (§§ 195, 199 BGB).
 */
export const DEFAULT_RETENTION_YEARS = 3;
const standard: RetentionPeriod = { years: DEFAULT_RETENTION_YEARS, reasons: '' };
export const DEFAULT_RETENTION: RetentionSetting = { notified: standard, 'not-notified': standard, 'no-breach': standard };

/** Somebody was told; or nobody, by decision with reasons; or there was no breach of personal data at all. */
export function retentionOutcome({ notices, decisions }: Pick<CaseRecord, 'notices' | 'decisions'>): RetentionOutcome {
  if (notices.length > 0) return 'notified';
  return decisions.some(({ decision, counts }) => decision.kind === 'no-breach' && counts) ? 'no-breach' : 'not-notified';
}

type Setting = { readonly retention?: RetentionSetting; readonly timeZone?: string };

export const retentionPeriod = (record: CaseRecord, { retention = DEFAULT_RETENTION }: Setting): RetentionPeriod =>
  retention[retentionOutcome(record)];

/** The last moment up to which a closed case is kept, an extension included; undefined where the case is not closed. */
export function retentionEnd(record: CaseRecord, setting: Setting): Instant | undefined {
  const { status, closedAt, retainUntil } = record;
  if (status !== 'closed' || closedAt === undefined) return undefined;
  const { years } = retentionPeriod(record, setting);
  const end = DateTime.fromISO(closedAt, { zone: setting.timeZone ?? 'UTC' })
    .plus({ years })
    .endOf('year');
  const regular = end.toUTC().toISO() as Instant;
  return retainUntil !== undefined && retainUntil > regular ? retainUntil : regular;
}

/** The year of the place in which a moment lies. */
export const localYear = (moment: Instant, zone: string): number => DateTime.fromISO(moment, { zone }).year;

/** The last moment of a year by the clocks of the place. */
export const endOfYear = (year: number, zone: string): Instant =>
  DateTime.fromObject({ year }, { zone }).endOf('year').toUTC().toISO() as Instant;
