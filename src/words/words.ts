// Every sentence the bot can say, by name. Each union of the prompts and of the case is a key here, so that a sentence that is
// missing in one language does not compile.
import type { Lang } from '../law/sources.ts';
import type { CaseWords } from './caseWords.ts';
import type { OfficeWords } from './officeWords.ts';
import type { OrganisationWords } from './organisationWords.ts';
import type { PreparationWords } from './preparationWords.ts';
import type { PersonWords } from './personWords.ts';

export { lookedAt } from './lookedAt.ts';
export type { Advice, FieldWords, FormWords } from './wordShapes.ts';

export type Words = { readonly language: Lang } & CaseWords & PersonWords & OfficeWords & OrganisationWords & PreparationWords;
