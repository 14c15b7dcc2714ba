import type { Lang } from '../../law/sources.ts';

/**
 * How hard a text is to read. A figure, no verdict: it counts syllables and words, and knows nothing of sense.
 * `vienna`: first Wiener Sachtextformel, about the year at school from which it can be read (Bamberger/Vanecek, Lesen – Verstehen –
 * Lernen – Schreiben, 1984). `amstad`: Flesch's figure for German, higher is easier (Amstad, Wie verständlich sind unsere Zeitungen?,
 * 1978). `flesch`: reading ease for English, higher is easier (Flesch, A new readability yardstick, 1948).
 */
export type Readability = {
  readonly sentences: number;
  readonly words: number;
  readonly scores: readonly { readonly formula: 'vienna' | 'amstad' | 'flesch'; readonly value: number }[];
};

const VOWELS: Readonly<Record<Lang, RegExp>> = {
  // What sounds as one: ie, ei, au … A vowel of its own begins after it (Be-am-te stays a known error of counting by letters).
  de: /aa|ee|oo|ie|ei|ai|ey|ay|au|äu|eu|[aeiouäöüyàâéèêôû]/gu,
  en: /[aeiouy]+/gu,
};

/** Syllables by the letters of a word. A count, not a dictionary: errors in both directions even out over a text. */
export function syllables(word: string, lang: Lang): number {
  const lower = word.toLowerCase();
  const sounded = lang === 'en' ? lower.replace(/(?:[^laeiouy]e|[^aeiouydt]ed|[^aeiouysxz]es)$/u, '') : lower;
  return Math.max(1, (sounded.match(VOWELS[lang]) ?? []).length);
}

/** A list item and a heading are sentences of their own; what has no letters, an address and a number say nothing of reading. */
const sentencesOf = (text: string): readonly (readonly string[])[] =>
  text
    .replace(/\S+@\S+|https?:\S+|«[^»]*»/gu, ' ')
    .split(/(?<=[.!?:])\s+(?=[\p{Lu}„“"])|\n+/u)
    .map((sentence) => sentence.match(/\p{L}+(?:[-’'\u00ad]\p{L}+)*/gu) ?? [])
    .filter((words) => words.length > 0);

export function readability(text: string, lang: Lang): Readability {
  const sentences = sentencesOf(text);
  const words = sentences.flat();
  const counted = words.map((word) => ({ letters: word.length, syllables: syllables(word, lang) }));
  const perHundred = (is: (word: (typeof counted)[number]) => boolean) => (100 * counted.filter(is).length) / counted.length;
  if (counted.length === 0) return { sentences: 0, words: 0, scores: [] };
  const length = counted.length / sentences.length;
  const perWord = counted.reduce((sum, word) => sum + word.syllables, 0) / counted.length;
  const rounded = (value: number): number => Math.round(value * 10) / 10;
  const vienna =
    0.1935 * perHundred((word) => word.syllables >= 3) +
    0.1672 * length +
    0.1297 * perHundred((word) => word.letters > 6) -
    0.0327 * perHundred((word) => word.syllables === 1) -
    0.875;
  const scores =
    lang === 'de'
      ? [
          { formula: 'vienna', value: rounded(vienna) } as const,
          { formula: 'amstad', value: rounded(180 - length - 58.5 * perWord) } as const,
        ]
      : [{ formula: 'flesch', value: rounded(206.835 - 1.015 * length - 84.6 * perWord) } as const];
  return { sentences: sentences.length, words: words.length, scores };
}
