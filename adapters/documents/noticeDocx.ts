import {
  BorderStyle,
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
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import type { Lang } from '../../src/law/sources.ts';
import type { DocumentBlock, NoticeDocument } from '../../src/notices/document.ts';
import type { Instant } from '../../src/rules/instant.ts';
import { columnShares } from './columnShares.ts';
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
const SIZES = { text: 20, 1: 30, 2: 24, 3: 21 } as const;
/** What is meant for one page is set smaller from the start: only the word processor knows where a page ends. */
const ONE_PAGE_SIZES = { text: 18, 1: 26, 2: 21, 3: 19 } as const;
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
    styles: stylesOf(document),
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1300, bottom: 1300, left: 1300, right: 1300 } },
        },
        footers: { default: footer(document) },
        children: blocks.flatMap((block, place) => drawn(block, stamp, isTable(blocks[place - 1]))),
      },
    ],
  });
  const core = { path: 'docProps/core.xml', data: coreProperties(title, lang, stamp.at) };
  return withFixedTimes(await Packer.pack(file, 'uint8array', undefined, [core]), stamp.at);
}

const stylesOf = ({ lang, isOnePage }: NoticeDocument) => {
  const sizes = isOnePage === true ? ONE_PAGE_SIZES : SIZES;
  const heading = (size: number) => ({
    run: { size, bold: true, font: FONT, color: '000000' },
    paragraph: { spacing: isOnePage === true ? { before: 160, after: 60 } : { before: 240, after: 100 }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: FONT, size: sizes.text, language: { value: LOCALES[lang] } },
        paragraph: { spacing: { after: isOnePage === true ? 80 : 120 } },
      },
      heading1: heading(sizes[1]),
      heading2: heading(sizes[2]),
      heading3: heading(sizes[3]),
    },
  };
};

const footer = ({ lang, mark }: NoticeDocument): Footer => {
  const { page, of } = documentWords[lang];
  const style = { size: 18, color: GREY };
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: WIDTH }],
        children: [
          new TextRun({ ...style, text: mark === undefined ? '' : shownText(mark) }),
          new TextRun({ ...style, children: ['\t', `${page} `, PageNumber.CURRENT, ` ${of} `, PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
};

const isTable = (block: DocumentBlock | undefined): boolean => block?.kind === 'table' || block?.kind === 'fields';

/** A table leaves no air below itself, so a paragraph after it brings its own. */
function drawn(block: DocumentBlock, stamp: DocumentStamp, isBelowTable: boolean): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HEADINGS[block.level], children: runs(block.text, stamp) })];
    case 'paragraph':
      return [
        new Paragraph({
          children: runs(block.text, stamp),
          bidirectional: startsRightToLeft(block.text),
          ...(isBelowTable && { spacing: { before: 120 } }),
        }),
      ];
    case 'list':
      return block.items.map(
        (item) => new Paragraph({ bullet: { level: 0 }, children: runs(item, stamp), bidirectional: startsRightToLeft(item) }),
      );
    case 'fields':
      return [
        table(
          block.rows.map(({ label, value, note }) => ({
            cells: [cell(label, stamp, { bold: true }), valueCell(value, note, stamp)],
            isShort: isShort([label, value, note ?? '']),
          })),
          [36, 64],
        ),
      ];
    case 'table':
      return [
        table(
          [
            { cells: block.head.map((text) => cell(text, stamp, { bold: true })), isShort: true },
            ...block.rows.map((row) => ({ cells: row.map((text) => cell(text, stamp)), isShort: isShort(row) })),
          ],
          columnShares([block.head, ...block.rows]).map((share) => 100 * share),
          true,
        ),
      ];
  }
}

/** A row that would fit on any page is never torn apart; a longer one has to be. */
const isShort = (texts: readonly string[]): boolean => texts.every((text) => text.length < 1500 && text.split('\n').length < 25);

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
  new TableCell({ children: [inCell(runs(text, stamp, style), text)], margins: MARGINS });

const valueCell = (value: string, note: string | undefined, stamp: DocumentStamp): TableCell =>
  new TableCell({
    children: [
      inCell(runs(value, stamp), value),
      ...(note === undefined ? [] : [inCell(runs(note, stamp, { size: 17, color: GREY }), note)]),
    ],
    margins: MARGINS,
  });

const inCell = (children: ParagraphChild[], text: string): Paragraph =>
  new Paragraph({ children, bidirectional: startsRightToLeft(text), spacing: { after: 0 } });

const MARGINS = { top: 50, bottom: 50, left: 80, right: 80 };

/** Thin lines between the rows, none beside them. */
const LINE = { style: BorderStyle.SINGLE, size: 2, color: 'BFBFBF' } as const;
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const BORDERS = {
  ...{ top: LINE, bottom: LINE, insideHorizontal: LINE },
  ...{ left: NO_LINE, right: NO_LINE, insideVertical: NO_LINE },
};

/** The full width in twentieths of a point, shared out in percent: so the columns are right also where percent are not understood. */
const WIDTH = 9306;
type Row = { readonly cells: readonly TableCell[]; readonly isShort: boolean };
const table = (rows: readonly Row[], percents: readonly number[], hasHead = false): Table =>
  new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: percents.map((percent) => Math.round((WIDTH * percent) / 100)),
    borders: BORDERS,
    layout: TableLayoutType.FIXED,
    rows: rows.map(
      ({ cells, isShort: cantSplit }, at) => new TableRow({ children: [...cells], cantSplit, tableHeader: hasHead && at === 0 }),
    ),
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
