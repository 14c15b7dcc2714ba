import type { Lang } from '../law/sources.ts';

/** A document as its reader sees it, before any format: DOCX, PDF and plain text draw the same one. */
export type NoticeDocument = {
  readonly title: string;
  readonly lang: Lang;
  readonly blocks: readonly DocumentBlock[];
  /** What stands on every page, so that a loose sheet finds its way back: number of the case, kind of paper. No names, no texts. */
  readonly mark?: string;
  /** Meant for one page: drawn smaller where that helps, but never too small to read. */
  readonly isOnePage?: true;
};

/** One part of a document. A heading has a level, so that its formats can tag it as one. */
export type DocumentBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'fields';
      readonly rows: readonly { readonly label: string; readonly value: string; readonly note?: string }[];
    }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
