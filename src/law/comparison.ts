// How long ago our reading of a source was last compared. Time passing makes a reading older, never wrong: this only tells, it refuses
// nothing.
import type { SourceName } from './citation.ts';
import { SOURCES, type Source } from './sourceList.ts';

/** `own`: our own derivation, there is nothing to compare it with. `never`: nobody compared it yet. `old`: longer than a year ago. */
export type Comparison = 'recent' | 'old' | 'never' | 'own';

/** The same day of the next year. 29 February becomes a day that does not exist, which is still in its right place in the order of text. */
const aYearAfter = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;

/** @param asOf the day from which one looks back, as YYYY-MM-DD */
export function comparisonOf(name: SourceName, asOf: string): Comparison {
  if (name === 'OPEN_QUESTION') return 'own';
  const { comparedOn }: Source = SOURCES[name];
  if (comparedOn === undefined) return 'never';
  return aYearAfter(comparedOn) < asOf ? 'old' : 'recent';
}
