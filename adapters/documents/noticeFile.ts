import type { Lang } from '../../src/law/sources.ts';
import { authorityDocument } from '../../src/notices/authorityDocument.ts';
import type { AuthorityNotice } from '../../src/notices/authorityNotice.ts';
import { edpbTemplate } from '../../src/notices/edpbTemplate.ts';
import { pastePack, pasteText } from '../../src/notices/pastePack.ts';
import { plainDocument } from '../../src/notices/plainDocument.ts';
import { noticeDocx } from './noticeDocx.ts';
import { noticePdf } from './noticePdf.ts';
import { shownText } from './shownText.ts';

/** The formats a notice to an authority is given in. `paste`: its answers in the order of the authority's own form, as text. */
export const NOTICE_FORMATS = ['docx', 'pdf', 'json', 'paste', 'txt'] as const;
export type NoticeFormat = (typeof NOTICE_FORMATS)[number];

export type NoticeFile = {
  /** Without any content: number of the case, kind of notice, authority, language. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
};

const MEDIA_TYPES: Readonly<Record<NoticeFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  json: 'application/json',
  paste: 'text/plain; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

/** The notice as a file of this format. The same notice is the same bytes: its time is the one it was drawn at. */
export async function noticeFile(
  notice: AuthorityNotice,
  { format, lang }: { readonly format: NoticeFormat; readonly lang: Lang },
): Promise<NoticeFile> {
  const { record, kind, authority } = notice;
  const name = `${record.number}-${kind}-${authority}-${lang}${format === 'paste' ? '-paste.txt' : `.${format}`}`;
  return { name, mediaType: MEDIA_TYPES[format], bytes: await bytesOf(notice, format, lang) };
}

async function bytesOf(notice: AuthorityNotice, format: NoticeFormat, lang: Lang): Promise<Uint8Array> {
  const text = (said: string): Uint8Array => new TextEncoder().encode(said);
  const stamp = { at: notice.drawnAt };
  switch (format) {
    case 'docx':
      return noticeDocx(authorityDocument(notice, lang), stamp);
    case 'pdf':
      return noticePdf(authorityDocument(notice, lang), stamp);
    case 'json':
      return text(`${JSON.stringify(edpbTemplate(notice, lang), undefined, 2)}\n`);
    case 'paste':
      return text(shownText(pasteText(pastePack(notice, lang), lang)));
    case 'txt':
      return text(shownText(plainDocument(authorityDocument(notice, lang))));
  }
}
