import { addHours, type Instant, instant } from '../../src/rules/instant.ts';
import { type CaseHistory, closedHistory, falseAlarmHistory, openHistory } from './caseHistories.ts';

/** One case in fifty is still open, one in ten was a breach; the others were false alarms. All are kept for the years that the law asks for. */
const OPEN_ONE_IN = 50;
const BREACH_ONE_IN = 10;
/** The moment of the bench. Everything falls due after it, over the next three years. */
export const NOW: Instant = instant('2026-03-27T09:00:00Z');
const HOURS_OF_THREE_YEARS = 3 * 365 * 24;

export function historyOf(ordinal: number): CaseHistory {
  if (ordinal % OPEN_ONE_IN === 0) return openHistory;
  return ordinal % BREACH_ONE_IN === 1 ? closedHistory : falseAlarmHistory;
}
export const dueOf = (ordinal: number): Instant => addHours(NOW, 1 + (ordinal % HOURS_OF_THREE_YEARS));

/** Which cases were a breach that is closed by now: all of the same length, wherever they stand in the register. */
export const breachesUpTo = (cases: number): readonly number[] =>
  Array.from({ length: Math.floor((cases - 1) / BREACH_ONE_IN) + 1 }, (_, place) => 1 + place * BREACH_ONE_IN);
