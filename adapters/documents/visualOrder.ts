/**
 * Right-to-left words as they stand on a page: a PDF is drawn from left to right, so their order has to be turned before. A word by itself is
 * shaped by the font. Simpler than the bidirectional algorithm of Unicode (no brackets that turn, no nested levels), enough to be read.
 */
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;
const STRONG = /\p{L}/u;

export const hasRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

/** Whether the whole is read from the right: its first letter decides. */
export const isRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(STRONG.exec(text)?.[0] ?? '');

type Run = { readonly fromRight: boolean; readonly words: string[] };

function runsOf(words: readonly string[], base: boolean): readonly Run[] {
  const runs: Run[] = [];
  for (const word of words) {
    const fromRight = STRONG.test(word) ? hasRightToLeft(word) : (runs.at(-1)?.fromRight ?? base);
    const last = runs.at(-1);
    if (last?.fromRight === fromRight) last.words.push(word);
    else runs.push({ fromRight, words: [word] });
  }
  return runs;
}

/** The words of one line in the order in which they are drawn. */
export function visualOrder(line: string, base: boolean): string {
  const runs = runsOf(line.split(' '), base).map(({ fromRight, words }) => (fromRight ? words.toReversed() : words));
  return (base ? runs.toReversed() : runs).flat().join(' ');
}
