// Who reads a card: their language, and the zone their own clock stands in.
import type { Lang } from '../src/words/citations.ts';
import { longOffset } from '../src/words/moments.ts';
import type { Words } from '../src/words/words.ts';
import { wordsOf } from '../src/words/wordsOf.ts';

type Moment = Parameters<Words['moment']>[0];

/** `zone`: an IANA name, where the platform says it; without it times stand in the organisation's zone. */
export type Reader = { readonly language: Lang; readonly zone?: string };

/**
 * The words for one reader. A moment that their clock shows differently than the organisation's stands in their zone and names its
 * distance to UTC, for a deadline must be unambiguous. What is typed into forms stays in the organisation's zone.
 */
export function wordsFor({ language, zone }: Reader): Words {
  const words = wordsOf(language);
  if (zone === undefined) return words;
  const isElsewhere = (at: Moment, theirs: string): boolean => longOffset(at, theirs) !== longOffset(at, zone);
  const clock = (at: Moment, theirs: string): string => (isElsewhere(at, theirs) ? zone : theirs);
  return {
    ...words,
    moment: (at, theirs) => (isElsewhere(at, theirs) ? words.momentWithOffset(at, zone) : words.moment(at, theirs)),
    momentWithOffset: (at, theirs) => words.momentWithOffset(at, clock(at, theirs)),
    longMoment: (at, theirs) => (isElsewhere(at, theirs) ? words.longMomentWithOffset(at, zone) : words.longMoment(at, theirs)),
    longMomentWithOffset: (at, theirs) => words.longMomentWithOffset(at, clock(at, theirs)),
  };
}
