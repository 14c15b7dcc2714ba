import type { DataKind, LetterVersion } from '../../words/letters/letterWords.ts';

/** What the letter says in one version, in the words of whoever answers for it. Nothing of it is translated by a program. */
export type LetterTexts = {
  readonly nature: readonly string[];
  readonly consequences: readonly string[];
  readonly measuresTaken: readonly string[];
  readonly measuresPlanned: readonly string[];
  readonly advice: readonly string[];
};

/**
 * All that a letter to the persons concerned is made of (Art. 34(2) GDPR: nature, contact, likely consequences, measures; recital 86: what
 * they can do themselves). Numbers of persons and records have no place here: Art. 34 does not ask for them.
 */
export type LetterDetails = {
  readonly sender: { readonly name: string; readonly address: readonly string[]; readonly country: string };
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
  readonly dataKinds: readonly DataKind[];
  readonly texts: Readonly<Partial<Record<LetterVersion, LetterTexts>>>;
};
