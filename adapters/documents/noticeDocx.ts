import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  type IRunOptions,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  SimpleMailMergeField,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Lang } from '../../src/law/sources.ts';
import type { DocumentBlock, NoticeDocument } from '../../src/notices/document.ts';
import type { Instant } from '../../src/rules/instant.ts';
import { documentWords } from './documentWords.ts';
import { shownText } from './shownText.ts';
import { withFixedTimes } from './zipTimes.ts';

/** How the same document becomes the same bytes: nothing of this machine and no clock goes into a file. */
export type DocumentStamp = {
  readonly at: Instant;
  /** Marks such as `«street»` that a word processor fills in from a list; every other text of that look stays text. */
  readonly mergeFields?: readonly string[];
};

const LOCALES: Readonly<Record<Lang, string>> = { de: 'de-DE', en: 'en-GB' };
const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
/** Half points. */
const SIZES = { text: 22, 1: 32, 2: 26, 3: 23 } as const;
const FONT = 'Arial';
const GREY = '595959';

/** The document for a word processor: to be edited, and sent. */
export async function noticeDocx(document: NoticeDocument, stamp: DocumentStamp): Promise<Uint8Array> {
  const { title, lang, blocks } = document;
  const file = new Document({
    title: shownText(title),
    creator: 'Fristwacht',
    lastModifiedBy: 'Fristwacht',
    revision: 1,
    styles: stylesOf(lang),
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1300, bottom: 1300, left: 1300, right: 1300 } },
        },
        footers: { default: footer(lang) },
        children: blocks.flatMap((block) => drawn(block, stamp)),
      },
    ],
  });
  const core = { path: 'docProps/core.xml', data: coreProperties(title, lang, stamp.at) };
  return withFixedTimes(await Packer.pack(file, 'uint8array', undefined, [core]), stamp.at);
}

const stylesOf = (lang: Lang) => {
  const heading = (size: number) => ({
    run: { size, bold: true, font: FONT, color: '000000' },
    paragraph: { spacing: { before: 240, after: 100 }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: FONT, size: SIZES.text, language: { value: LOCALES[lang] } },
        paragraph: { spacing: { after: 120 } },
      },
      heading1: heading(SIZES[1]),
      heading2: heading(SIZES[2]),
      heading3: heading(SIZES[3]),
    },
  };
};

const footer = (lang: Lang): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({
            children: [`${documentWords[lang].page} `, PageNumber.CURRENT, ` ${documentWords[lang].of} `, PageNumber.TOTAL_PAGES],
            size: 18,
            color: GREY,
          }),
        ],
      }),
    ],
  });

function drawn(block: DocumentBlock, stamp: DocumentStamp): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HEADINGS[block.level], children: runs(block.text, stamp) })];
    case 'paragraph':
      return [new Paragraph({ children: runs(block.text, stamp), bidirectional: startsRightToLeft(block.text) })];
    case 'list':
      return block.items.map(
        (item) => new Paragraph({ bullet: { level: 0 }, children: runs(item, stamp), bidirectional: startsRightToLeft(item) }),
      );
    case 'fields':
      return [
        table(
          block.rows.map(({ label, value, note }) => [cell(label, stamp, { bold: true }), valueCell(value, note, stamp)]),
          [32, 68],
        ),
      ];
    case 'table':
      return [
        table(
          [
            block.head.map((text) => cell(text, stamp, { bold: true })),
            ...block.rows.map((row) => row.map((text) => cell(text, stamp))),
          ],
          block.head.map(() => 100 / block.head.length),
          true,
        ),
      ];
  }
}

const startsRightToLeft = (text: string): boolean => /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(text);

/** One run per line, so that a line break stays one; a mark of the list becomes a field. */
function runs(text: string, { mergeFields = [] }: DocumentStamp, style: IRunOptions = {}): ParagraphChild[] {
  return shownText(text)
    .split('\n')
    .flatMap((line, at) => [
      ...(at === 0 ? [] : [new TextRun({ break: 1, text: '' })]),
      ...line.split(/(«\w+»)/u).flatMap((part): ParagraphChild[] => {
        if (part === '') return [];
        const field = part.slice(1, -1);
        return part.startsWith('«') && mergeFields.includes(field)
          ? [new SimpleMailMergeField(field)]
          : [new TextRun({ ...style, text: part, rightToLeft: startsRightToLeft(part) })];
      }),
    ]);
}

const cell = (text: string, stamp: DocumentStamp, style: IRunOptions = {}): TableCell =>
  new TableCell({ children: [new Paragraph({ children: runs(text, stamp, style) })], margins: MARGINS });

const valueCell = (value: string, note: string | undefined, stamp: DocumentStamp): TableCell =>
  new TableCell({
    children: [
      new Paragraph({ children: runs(value, stamp), bidirectional: startsRightToLeft(value) }),
      ...(note === undefined ? [] : [new Paragraph({ children: runs(note, stamp, { size: 18, color: GREY }) })]),
    ],
    margins: MARGINS,
  });

const MARGINS = { top: 60, bottom: 60, left: 100, right: 100 };

/** The full width in twentieths of a point, shared out in percent: so the columns are right also where percent are not understood. */
const WIDTH = 9306;
const table = (rows: readonly (readonly TableCell[])[], percents: readonly number[], hasHead = false): Table =>
  new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: percents.map((percent) => Math.round((WIDTH * percent) / 100)),
    rows: rows.map((cells, at) => new TableRow({ children: [...cells], tableHeader: hasHead && at === 0 })),
  });

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The library would write the machine's own time here. */
const coreProperties = (title: string, lang: Lang, at: Instant): string =>
  [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped(shownText(title))}</dc:title><dc:creator>Fristwacht</dc:creator>`,
    `<cp:lastModifiedBy>Fristwacht</cp:lastModifiedBy><cp:revision>1</cp:revision><dc:language>${LOCALES[lang]}</dc:language>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`,
  ].join('');
