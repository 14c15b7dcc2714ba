import { lettersDe } from './lettersDe.ts';
import { lettersEn } from './lettersEn.ts';
import { lettersSimpleDe } from './lettersSimpleDe.ts';
import type { LetterVersion, LetterWords } from './letterWords.ts';

const WORDS: Readonly<Record<LetterVersion, LetterWords>> = { de: lettersDe, en: lettersEn, 'de-simple': lettersSimpleDe };

/** Every sentence of a letter in one version. */
export const letterWordsOf = (version: LetterVersion): LetterWords => WORDS[version];
