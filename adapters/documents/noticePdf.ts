import PdfDocument from 'pdfkit';
import type { Lang } from '../../src/law/sources.ts';
import type { DocumentBlock, NoticeDocument } from '../../src/notices/document.ts';
import { columnShares } from './columnShares.ts';
import { documentWords } from './documentWords.ts';
import type { DocumentStamp } from './noticeDocx.ts';
import {
  fontSource,
  fullWidth,
  GREY,
  heightOfText,
  makeRoom,
  MARGIN,
  type Parent,
  type Pdf,
  registerFonts,
  scaled,
  setScale,
  SIZES,
  type Style,
  styled,
  tagged,
} from './pdfText.ts';
import { shownText } from './shownText.ts';

const LOCALES: Readonly<Record<Lang, string>> = { de: 'de-DE', en: 'en-GB' };
/** Points. */
const GAPS = { paragraph: 7, heading: 12, item: 3, field: 4 } as const;
const INDENT = 14;

/** Sizes to try for what is meant for one page; below the last nobody should have to read. */
const SCALES = [1, 0.92, 0.85, 0.8] as const;

/** The document to be kept and shown: tagged after PDF/UA, its fonts inside, and the same bytes whenever it is drawn again. */
export async function noticePdf(document: NoticeDocument, stamp: Pick<DocumentStamp, 'at'>): Promise<Uint8Array> {
  const usual = await drawnPdf(document, stamp, 1);
  if (document.isOnePage !== true || usual.pages === 1) return usual.bytes;
  for (const scale of SCALES.slice(1)) {
    const smaller = await drawnPdf(document, stamp, scale);
    if (smaller.pages === 1) return smaller.bytes;
  }
  return usual.bytes;
}

type Drawn = { readonly bytes: Uint8Array; readonly pages: number };

async function drawnPdf(document: NoticeDocument, { at }: Pick<DocumentStamp, 'at'>, scale: number): Promise<Drawn> {
  const { title, lang, blocks } = document;
  const shownTitle = shownText(title);
  // The library's types do not know PDF/UA yet.
  const subset = 'PDF/UA' as 'PDF/A-2a';
  const pdf = new PdfDocument({
    ...{ size: 'A4', margin: MARGIN, pdfVersion: '1.7', subset, tagged: true, bufferPages: true },
    ...{ lang: LOCALES[lang], displayTitle: true, font: fontSource('text') as string },
    info: { Title: shownTitle, Creator: 'Fristwacht', Producer: 'Fristwacht', CreationDate: new Date(at), ModDate: new Date(at) },
  });
  setScale(pdf, scale);
  const bytes = collected(pdf);
  registerFonts(pdf);
  const root = pdf.struct('Document', { title: shownTitle });
  pdf.addStructure(root);
  for (const block of blocks) draw(pdf, root, block);
  root.end();
  footPages(pdf, document);
  const pages = pdf.bufferedPageRange().count;
  pdf.end();
  return { bytes: await bytes, pages };
}

function collected(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on('error', reject);
  });
}

function draw(pdf: Pdf, parent: Parent, block: DocumentBlock): void {
  switch (block.kind) {
    case 'heading':
      heading(pdf, parent, block);
      return;
    case 'paragraph':
      paragraph(pdf, parent, block.text);
      return;
    case 'list':
      list(pdf, parent, block.items);
      return;
    case 'fields':
      for (const row of block.rows) field(pdf, parent, row);
      return;
    case 'table':
      table(pdf, parent, block);
      return;
  }
}

// ---------------------------------------------------------------- blocks

/** A heading stays with what it heads. */
function heading(pdf: Pdf, parent: Parent, { level, text }: { readonly level: 1 | 2 | 3; readonly text: string }): void {
  if (pdf.y > MARGIN) pdf.y += scaled(pdf, GAPS.heading);
  makeRoom(pdf, 60);
  tagged(pdf, parent, `H${level}`, text, { face: 'bold', size: SIZES[level] });
  pdf.y += scaled(pdf, GAPS.item);
}

function paragraph(pdf: Pdf, parent: Parent, text: string): void {
  tagged(pdf, parent, 'P', text);
  pdf.y += scaled(pdf, GAPS.paragraph);
}

function list(pdf: Pdf, parent: Parent, items: readonly string[]): void {
  const element = pdf.struct('L');
  parent.add(element);
  for (const text of items) {
    makeRoom(pdf, 14);
    const item = pdf.struct('LI');
    element.add(item);
    const top = pdf.y;
    tagged(pdf, item, 'Lbl', '•');
    pdf.y = top;
    tagged(pdf, item, 'LBody', text, { x: MARGIN + INDENT, width: fullWidth(pdf) - INDENT });
    item.end();
    pdf.y += scaled(pdf, GAPS.item);
  }
  element.end();
  pdf.y += scaled(pdf, GAPS.item);
}

/** The label stands beside its value, which goes on over as many pages as it needs; what is short stays on one. */
const LABEL_WIDTH = 150;
const LABEL_GAP = 12;
const MOST_KEPT_TOGETHER = 150;

function field(
  pdf: Pdf,
  parent: Parent,
  { label, value, note }: { readonly label: string; readonly value: string; readonly note?: string },
): void {
  const named: Style = { face: 'bold', size: 9.5, width: LABEL_WIDTH };
  const said: Style = { x: MARGIN + LABEL_WIDTH + LABEL_GAP, width: fullWidth(pdf) - LABEL_WIDTH - LABEL_GAP };
  const labelHeight = heightOfText(pdf, label, named);
  makeRoom(
    pdf,
    Math.max(labelHeight, Math.min(heightOfText(pdf, value, said) + (note === undefined ? 0 : 22), MOST_KEPT_TOGETHER)),
  );
  const top = pdf.y;
  const { page } = pdf;
  tagged(pdf, parent, 'P', label, named);
  pdf.y = top;
  tagged(pdf, parent, 'P', value, said);
  if (note !== undefined) tagged(pdf, parent, 'P', note, { ...said, size: SIZES.note, color: GREY });
  if (pdf.page === page) pdf.y = Math.max(pdf.y, top + labelHeight);
  pdf.y += scaled(pdf, GAPS.field);
}

type TableBlock = Extract<DocumentBlock, { readonly kind: 'table' }>;

function table(pdf: Pdf, parent: Parent, { head, rows }: TableBlock): void {
  const element = pdf.struct('Table');
  const widths = columnWidths(pdf, [head, ...rows]);
  parent.add(element);
  for (const [at, cells] of [head, ...rows].entries()) row(pdf, element, cells, at === 0 ? 'TH' : 'TD', widths);
  element.end();
  pdf.y += scaled(pdf, GAPS.paragraph);
}

/** The cells of a row stand side by side; a row that is higher than a page has them one below the other. */
function row(pdf: Pdf, parent: Parent, cells: readonly string[], type: 'TH' | 'TD', widths: readonly number[]): void {
  const element = pdf.struct('TR');
  parent.add(element);
  const style: Style = type === 'TH' ? { face: 'bold', size: 9 } : { size: 9 };
  const height = heightOfRow(pdf, cells, style, widths);
  const isTall = height > pdf.page.height - 2 * MARGIN;
  if (!isTall) makeRoom(pdf, height + 4);
  const top = pdf.y;
  let x = MARGIN;
  for (const [at, text] of cells.entries()) {
    const width = widths[at] ?? 0;
    if (!isTall) pdf.y = top;
    tagged(pdf, element, type, text, isTall ? style : { ...style, x, width });
    x += width + COLUMN_GAP;
  }
  element.end();
  if (!isTall) pdf.y = top + height;
  pdf.y += 2;
  ruled(pdf);
}

const COLUMN_GAP = 8;
function columnWidths(pdf: Pdf, rows: readonly (readonly string[])[]): readonly number[] {
  const shares = columnShares(rows);
  const room = fullWidth(pdf) - COLUMN_GAP * (shares.length - 1);
  return shares.map((share) => room * share);
}

const heightOfRow = (pdf: Pdf, cells: readonly string[], style: Style, widths: readonly number[]): number =>
  Math.max(...cells.map((text, at) => heightOfText(pdf, text, { ...style, width: widths[at] ?? 0 })));

function ruled(pdf: Pdf): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf
    .lineWidth(0.4)
    .strokeColor('#999999')
    .moveTo(MARGIN, pdf.y)
    .lineTo(MARGIN + fullWidth(pdf), pdf.y)
    .stroke();
  pdf.endMarkedContent();
  pdf.y += 3;
}

/** Below each page: what the document belongs to, and which page of how many it is. Read out by nobody, so no part of the tree. */
function footPages(pdf: Pdf, { lang, mark }: NoticeDocument): void {
  const { page, of } = documentWords[lang];
  const { start, count } = pdf.bufferedPageRange();
  for (let at = start; at < start + count; at += 1) {
    pdf.switchToPage(at);
    // Within the lower margin the library would begin a new page.
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination' });
    styled(pdf, { size: SIZES.note, color: GREY });
    const top = pdf.page.height - MARGIN + 22;
    const place = { width: fullWidth(pdf), lineBreak: false } as const;
    if (mark !== undefined) pdf.text(shownText(mark), MARGIN, top, { ...place, align: 'left' });
    pdf.text(`${page} ${at + 1} ${of} ${count}`, MARGIN, top, { ...place, align: 'right' });
    pdf.endMarkedContent();
  }
}
