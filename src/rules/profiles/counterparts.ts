// Where another law says what an article of the GDPR says: a sentence that all laws share is cited from the law it is owed under.
import type { Citation } from '../../law/sources.ts';
import { statute } from '../../law/statutes.ts';
import { CHURCH_REFORMS } from './doubts.ts';

/** The places of the GDPR that have a counterpart somewhere, as `34(3)(b)`. */
export type GdprPlace = '5(2)' | '33(1)' | '33(2)' | '33(5)' | '34(1)' | '34(3)(a)' | '34(3)(b)' | '34(3)(c)' | '34(4)';
export type Counterparts = { readonly [P in GdprPlace]?: readonly Citation[] };

/** Art. 5(2) GDPR does not hold under these laws, and their own provision on who has to prove what we did not see: it is left out. */
const ACCOUNTABILITY_UNSEEN = { '5(2)': [] } as const;

/** A place whose number we know and whose text we did not see. */
const unseen = (...place: Parameters<typeof statute>): Citation => ({ ...statute(...place), backedBy: 'unverified' });

export const IN_UK: Counterparts = {
  ...ACCOUNTABILITY_UNSEEN,
  '33(1)': [statute('UK_GDPR', 'Art. 33 Abs. 1', 'Art. 33(1)')],
  '33(2)': [unseen('UK_GDPR', 'Art. 33 Abs. 2', 'Art. 33(2)')],
  '33(5)': [unseen('UK_GDPR', 'Art. 33 Abs. 5', 'Art. 33(5)')],
  '34(1)': [statute('UK_GDPR', 'Art. 34 Abs. 1', 'Art. 34(1)')],
  '34(3)(a)': [unseen('UK_GDPR', 'Art. 34 Abs. 3 Buchst. a', 'Art. 34(3)(a)')],
  '34(3)(b)': [unseen('UK_GDPR', 'Art. 34 Abs. 3 Buchst. b', 'Art. 34(3)(b)')],
  '34(3)(c)': [unseen('UK_GDPR', 'Art. 34 Abs. 3 Buchst. c', 'Art. 34(3)(c)')],
  '34(4)': [unseen('UK_GDPR', 'Art. 34 Abs. 4', 'Art. 34(4)')],
};

/** The Swiss act has no list of exceptions like Art. 34(3): whether people have to be told is one question there, and the FDPIC may ask for it. */
const swiss4 = [statute('CH_DSG', 'Art. 24 Abs. 4', 'Art. 24(4)')];
const swiss5 = [unseen('CH_DSG', 'Art. 24 Abs. 5', 'Art. 24(5)')];
export const IN_SWITZERLAND: Counterparts = {
  ...ACCOUNTABILITY_UNSEEN,
  '33(1)': [statute('CH_DSG', 'Art. 24 Abs. 1', 'Art. 24(1)')],
  '33(2)': [unseen('CH_DSG', 'Art. 24 Abs. 3', 'Art. 24(3)')],
  '33(5)': [statute('CH_DSG', 'Art. 24')],
  '34(1)': swiss4,
  '34(3)(a)': swiss4,
  '34(3)(b)': swiss4,
  '34(3)(c)': swiss5,
  '34(4)': swiss4,
};

export const IN_EU_BODIES: Counterparts = {
  ...ACCOUNTABILITY_UNSEEN,
  '33(1)': [statute('REG_2018_1725', 'Art. 34 Abs. 1', 'Art. 34(1)')],
  '33(2)': [unseen('REG_2018_1725', 'Art. 34 Abs. 2', 'Art. 34(2)')],
  '33(5)': [statute('REG_2018_1725', 'Art. 34')],
  '34(1)': [statute('REG_2018_1725', 'Art. 35 Abs. 1', 'Art. 35(1)')],
  '34(3)(a)': [unseen('REG_2018_1725', 'Art. 35 Abs. 3 Buchst. a', 'Art. 35(3)(a)')],
  '34(3)(b)': [unseen('REG_2018_1725', 'Art. 35 Abs. 3 Buchst. b', 'Art. 35(3)(b)')],
  '34(3)(c)': [unseen('REG_2018_1725', 'Art. 35 Abs. 3 Buchst. c', 'Art. 35(3)(c)')],
  '34(4)': [unseen('REG_2018_1725', 'Art. 35 Abs. 4', 'Art. 35(4)')],
};

/** Where the paragraph was not verified, the section is cited as a whole. */
const wholly = (notice: readonly Citation[], persons: readonly Citation[]): Counterparts => ({
  ...ACCOUNTABILITY_UNSEEN,
  ...{ '33(1)': notice, '33(2)': notice, '33(5)': notice },
  ...{ '34(1)': persons, '34(3)(a)': persons, '34(3)(b)': persons, '34(3)(c)': persons, '34(4)': persons },
});
export const IN_CATHOLIC_CHURCH = wholly([statute('KDG', '§ 33'), CHURCH_REFORMS], [statute('KDG', '§ 34'), CHURCH_REFORMS]);
export const IN_CATHOLIC_CHURCH_2026 = wholly(
  [statute('KDG_2026', '§ 33'), CHURCH_REFORMS],
  [statute('KDG_2026', '§ 34'), CHURCH_REFORMS],
);
export const IN_PROTESTANT_CHURCH = wholly(
  [statute('DSG_EKD', '§ 32'), CHURCH_REFORMS],
  [statute('DSG_EKD', '§ 33'), CHURCH_REFORMS],
);

/** What a processor of the provider owes stays a matter of Art. 33(2) GDPR. */
const tkg = [statute('TKG', '§ 169')];
export const IN_TELECOM: Counterparts = { '33(1)': tkg, '33(5)': tkg, '34(1)': tkg, '34(3)(a)': tkg, '34(4)': tkg };

const bdsg66 = [unseen('BDSG', '§ 66 Abs. 3', '§ 66(3)')];
export const IN_POLICE: Counterparts = {
  ...ACCOUNTABILITY_UNSEEN,
  '33(1)': [statute('BDSG', '§ 65 Abs. 1', '§ 65(1)')],
  '33(2)': [unseen('BDSG', '§ 65 Abs. 2', '§ 65(2)')],
  '33(5)': [statute('BDSG', '§ 65')],
  '34(1)': [statute('BDSG', '§ 66 Abs. 1', '§ 66(1)')],
  ...{ '34(3)(a)': bdsg66, '34(3)(b)': bdsg66, '34(3)(c)': bdsg66 },
  '34(4)': [unseen('BDSG', '§ 66 Abs. 4', '§ 66(4)')],
};

const directive = (de: string, en: string): readonly Citation[] => [statute('JHA_DIRECTIVE', de, en)];
const unseenDirective = (de: string, en: string): readonly Citation[] => [unseen('JHA_DIRECTIVE', de, en)];
export const IN_POLICE_OF_LAND: Counterparts = {
  ...ACCOUNTABILITY_UNSEEN,
  '33(1)': directive('Art. 30 Abs. 1', 'Art. 30(1)'),
  '33(2)': unseenDirective('Art. 30 Abs. 2', 'Art. 30(2)'),
  '33(5)': directive('Art. 30 Abs. 5', 'Art. 30(5)'),
  '34(1)': directive('Art. 31 Abs. 1', 'Art. 31(1)'),
  '34(3)(a)': unseenDirective('Art. 31 Abs. 3 Buchst. a', 'Art. 31(3)(a)'),
  '34(3)(b)': unseenDirective('Art. 31 Abs. 3 Buchst. b', 'Art. 31(3)(b)'),
  '34(3)(c)': unseenDirective('Art. 31 Abs. 3 Buchst. c', 'Art. 31(3)(c)'),
  '34(4)': unseenDirective('Art. 31 Abs. 4', 'Art. 31(4)'),
};

const placeOf = (citation: Citation): string =>
  citation.source === 'GDPR'
    ? `${citation.article}${citation.paragraph === undefined ? '' : `(${citation.paragraph})`}${citation.point === undefined ? '' : `(${citation.point})`}`
    : '';

/** The citations as this law has them, each once. */
export function citedUnder(cites: readonly Citation[], counterparts: Counterparts | undefined): readonly Citation[] {
  if (counterparts === undefined) return cites;
  const found = cites.flatMap((citation) => counterparts[placeOf(citation) as GdprPlace] ?? [citation]);
  return [...new Map(found.map((citation) => [JSON.stringify(citation), citation])).values()];
}
