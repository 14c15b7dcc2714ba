import type { Lang } from '../law/sources.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import type { Words } from './words.ts';

const WORDS: Readonly<Record<Lang, Words>> = { de, en };

/** Every sentence in one language. */
export const wordsOf = (language: Lang): Words => WORDS[language];
