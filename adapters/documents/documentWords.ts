import type { Lang } from '../../src/law/sources.ts';

/** What a format adds to a document of its own. */
export const documentWords: Readonly<Record<Lang, { readonly page: string; readonly of: string }>> = {
  de: { page: 'Seite', of: 'von' },
  en: { page: 'Page', of: 'of' },
};
