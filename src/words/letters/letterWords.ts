// What a letter to the persons concerned can say (Art. 34 GDPR). It is read by people who know nothing of data protection law.
import type { Lang } from '../../law/sources.ts';
import type { FactName } from '../../rules/facts.ts';
import type { Incident } from '../wordShapes.ts';

/**
 * `de-simple` is written in einfache Sprache: short sentences, everyday words. It is not called Leichte Sprache: that is a form of its own
 * with rules for type and layout, and each text in it has to be tried by people it is made for. No program can claim that.
 */
export const LETTER_VERSIONS = ['de', 'en', 'de-simple'] as const;
export type LetterVersion = (typeof LETTER_VERSIONS)[number];

/** What kind of data was hit decides what it can lead to and what a person can do. */
export const DATA_KINDS = [
  'contact',
  'email',
  'password',
  'card',
  'bank',
  'identity',
  'insurance',
  'health',
  'employment',
  'messages',
  'location',
  'sensitive',
  'children',
] as const;
export type DataKind = (typeof DATA_KINDS)[number];

export type DataKindWords = {
  /** As it stands in a list of what was hit. */
  readonly name: string;
  readonly consequences: readonly string[];
  readonly advice: readonly string[];
  /** Telephone numbers and bodies that exist in Germany alone. */
  readonly adviceInGermany?: readonly string[];
};

/** What a fact that was answered adds to the account of what happened. */
export type FactSentences = { readonly [F in FactName]?: Readonly<Record<string, string>> };

export type LetterSection = 'nature' | 'data' | 'consequences' | 'taken' | 'planned' | 'advice' | 'contact';

export type LetterWords = {
  readonly language: Lang;
  readonly title: string;
  readonly publicTitle: (sender: string) => string;
  readonly salutation: (name: string) => string;
  readonly opening: (sender: string) => string;
  readonly publicOpening: (sender: string) => string;
  /** Why it is not written to everybody by name; claims of nobody that a letter came. */
  readonly publicReach: Readonly<Record<'public' | 'partly', string>>;
  readonly headings: Readonly<Record<LetterSection, string>>;
  readonly occurred: (day: string) => string;
  readonly noticed: (day: string) => string;
  readonly incidents: Readonly<Record<Exclude<Incident, 'other'>, string>>;
  readonly facts: FactSentences;
  readonly contactPoint: (name: string) => string;
  readonly telephone: (number: string) => string;
  readonly email: (address: string) => string;
  readonly closing: string;
  readonly dataKinds: Readonly<Record<DataKind, DataKindWords>>;
  readonly day: (year: string, month: string, day: string) => string;
};
