import { createRequire } from 'node:module';
import PdfDocument from 'pdfkit';
import type { Lang } from '../../src/law/sources.ts';
import type { DocumentBlock, NoticeDocument } from '../../src/notices/document.ts';
import { documentWords } from './documentWords.ts';
import type { DocumentStamp } from './noticeDocx.ts';
import { codePointName, shownText } from './shownText.ts';
import { hasRightToLeft, isRightToLeft, visualOrder } from './visualOrder.ts';

type Pdf = InstanceType<typeof PdfDocument>;
type Parent = ReturnType<Pdf['struct']>;
type Face = keyof typeof FONTS;

const LOCALES: Readonly<Record<Lang, string>> = { de: 'de-DE', en: 'en-GB' };
/** DejaVu is free, and has Latin, Greek, Cyrillic, Hebrew and Arabic; what it lacks is written as `[U+4E2D]`. */
const FONTS = { text: 'DejaVuSans.ttf', bold: 'DejaVuSans-Bold.ttf' } as const;
const fontFile = (face: Face): string => createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${FONTS[face]}`);

/** Points. */
const MARGIN = 62;
const SIZES = { text: 10, note: 8.5, 1: 16, 2: 12.5, 3: 10.5 } as const;
const GAPS = { paragraph: 7, heading: 12, item: 3 } as const;
const INDENT = 14;
const GREY = '#595959';

/** The document to be kept and shown: tagged after PDF/UA, its fonts inside, and the same bytes whenever it is drawn again. */
export function noticePdf(document: NoticeDocument, { at }: Pick<DocumentStamp, 'at'>): Promise<Uint8Array> {
  const { title, lang, blocks } = document;
  const shownTitle = shownText(title);
  // The library's types do not know PDF/UA yet.
  const subset = 'PDF/UA' as 'PDF/A-2a';
  const pdf = new PdfDocument({
    ...{ size: 'A4', margin: MARGIN, pdfVersion: '1.7', subset, tagged: true, bufferPages: true },
    ...{ lang: LOCALES[lang], displayTitle: true, font: fontFile('text') },
    info: { Title: shownTitle, Creator: 'Fristwacht', Producer: 'Fristwacht', CreationDate: new Date(at), ModDate: new Date(at) },
  });
  const bytes = collected(pdf);
  for (const face of ['text', 'bold'] as const) pdf.registerFont(face, fontFile(face));
  const root = pdf.struct('Document', { title: shownTitle });
  pdf.addStructure(root);
  for (const block of blocks) draw(pdf, root, block);
  root.end();
  numberPages(pdf, lang);
  pdf.end();
  return bytes;
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

// ---------------------------------------------------------------- text

type Style = {
  readonly face?: Face;
  readonly size?: number;
  readonly color?: string;
  readonly x?: number;
  readonly width?: number;
};

const fullWidth = (pdf: Pdf): number => pdf.page.width - 2 * MARGIN;

/** What the font has no picture of is written by its name, so that nothing is lost without a trace. */
function drawable(pdf: Pdf, text: string): string {
  // The library's types do not show the font behind it, which alone knows its characters.
  const { font } = (pdf as unknown as { readonly _font: { readonly font: { hasGlyphForCodePoint(point: number): boolean } } })
    ._font;
  return Array.from(shownText(text).replaceAll('\t', '    '))
    .map((character) =>
      character === '\n' || font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) ? character : codePointName(character),
    )
    .join('');
}

function styled(pdf: Pdf, { face = 'text', size = SIZES.text, color = 'black' }: Style): void {
  pdf.font(face).fontSize(size).fillColor(color);
}

/** One piece of text with its tag. Text from the right is broken into lines here, because its words are turned line by line. */
function tagged(pdf: Pdf, parent: Parent, type: string, text: string, style: Style = {}): void {
  styled(pdf, style);
  const { x = MARGIN, width = fullWidth(pdf) } = style;
  const said = drawable(pdf, text);
  const fromRight = hasRightToLeft(said);
  const paint = (): void => {
    if (!fromRight) {
      pdf.text(withoutEndlessWords(pdf, said, width), x, pdf.y, { width });
      return;
    }
    for (const line of said.split('\n')) {
      const base = isRightToLeft(line);
      for (const part of brokenLines(pdf, line, width)) paintWords(pdf, visualOrder(part, base), base, { x, width });
    }
  };
  const element = pdf.struct(type, fromRight ? { actual: said } : {}, paint);
  parent.add(element);
  element.end();
}

/** Word by word, because the font would turn the space behind a word from the right together with the word. */
function paintWords(pdf: Pdf, line: string, base: boolean, { x, width }: { readonly x: number; readonly width: number }): void {
  makeRoom(pdf, pdf.currentLineHeight(true));
  const top = pdf.y;
  let place = base ? x + Math.max(0, width - pdf.widthOfString(line)) : x;
  for (const word of line.split(' ')) {
    if (word !== '') pdf.text(word, place, top, { lineBreak: false });
    place += pdf.widthOfString(`${word} `);
  }
  pdf.y = top + pdf.currentLineHeight(true);
}

function brokenLines(pdf: Pdf, text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').flatMap((one) => pieces(pdf, one, width))) {
    const line = lines.at(-1);
    if (line !== undefined && pdf.widthOfString(`${line} ${word}`) <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The library measures a word anew for each of its letters, which takes seconds for one without end. */
const withoutEndlessWords = (pdf: Pdf, text: string, width: number): string =>
  text.replace(/[^\s]{80,}/gu, (word) => pieces(pdf, word, width).join('\n'));

/** A word that is wider than the page, cut to what a line holds. */
function pieces(pdf: Pdf, word: string, width: number): readonly string[] {
  if (pdf.widthOfString(word) <= width) return [word];
  const most = Math.max(1, Math.floor(width / pdf.widthOfString('M')));
  const characters = Array.from(word);
  return Array.from({ length: Math.ceil(characters.length / most) }, (_, at) =>
    characters.slice(at * most, (at + 1) * most).join(''),
  );
}

// ---------------------------------------------------------------- blocks

/** A heading stays with what it heads. */
function heading(pdf: Pdf, parent: Parent, { level, text }: { readonly level: 1 | 2 | 3; readonly text: string }): void {
  if (pdf.y > MARGIN) pdf.y += GAPS.heading;
  makeRoom(pdf, 60);
  tagged(pdf, parent, `H${level}`, text, { face: 'bold', size: SIZES[level] });
  pdf.y += GAPS.item;
}

function paragraph(pdf: Pdf, parent: Parent, text: string): void {
  tagged(pdf, parent, 'P', text);
  pdf.y += GAPS.paragraph;
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
    pdf.y += GAPS.item;
  }
  element.end();
  pdf.y += GAPS.item;
}

function field(
  pdf: Pdf,
  parent: Parent,
  { label, value, note }: { readonly label: string; readonly value: string; readonly note?: string },
): void {
  makeRoom(pdf, 40);
  tagged(pdf, parent, 'P', label, { face: 'bold' });
  tagged(pdf, parent, 'P', value, { x: MARGIN + INDENT, width: fullWidth(pdf) - INDENT });
  if (note !== undefined)
    tagged(pdf, parent, 'P', note, { size: SIZES.note, color: GREY, x: MARGIN + INDENT, width: fullWidth(pdf) - INDENT });
  pdf.y += GAPS.paragraph - 2;
}

type TableBlock = Extract<DocumentBlock, { readonly kind: 'table' }>;

function table(pdf: Pdf, parent: Parent, { head, rows }: TableBlock): void {
  const element = pdf.struct('Table');
  const widths = columnWidths(pdf, [head, ...rows]);
  parent.add(element);
  for (const [at, cells] of [head, ...rows].entries()) row(pdf, element, cells, at === 0 ? 'TH' : 'TD', widths);
  element.end();
  pdf.y += GAPS.paragraph;
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
/** In letters: no column is narrower than a mark with air around it, and none asks for more than a long sentence. */
const COLUMN = { least: 4, most: 60 } as const;

/** Columns share the page by what stands in them, so that a mark takes little of it. */
function columnWidths(pdf: Pdf, rows: readonly (readonly string[])[]): readonly number[] {
  const columns = rows[0]?.map((_, at) =>
    Math.min(COLUMN.most, Math.max(COLUMN.least, ...rows.map((cells) => (cells[at] ?? '').length))),
  );
  const shares = columns ?? [];
  const all = shares.reduce((sum, share) => sum + share, 0);
  const room = fullWidth(pdf) - COLUMN_GAP * (shares.length - 1);
  return shares.map((share) => (room * share) / all);
}

function heightOfRow(pdf: Pdf, cells: readonly string[], style: Style, widths: readonly number[]): number {
  styled(pdf, style);
  return Math.max(
    ...cells.map((text, at) => {
      const width = widths[at] ?? 0;
      const said = drawable(pdf, text);
      if (!hasRightToLeft(said)) return pdf.heightOfString(withoutEndlessWords(pdf, said, width), { width });
      return said.split('\n').flatMap((line) => brokenLines(pdf, line, width)).length * pdf.currentLineHeight(true);
    }),
  );
}

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

function makeRoom(pdf: Pdf, height: number): void {
  if (pdf.y + height > pdf.page.height - MARGIN) pdf.addPage();
}

function numberPages(pdf: Pdf, lang: Lang): void {
  const { page, of } = documentWords[lang];
  const { start, count } = pdf.bufferedPageRange();
  for (let at = start; at < start + count; at += 1) {
    pdf.switchToPage(at);
    // Within the lower margin the library would begin a new page.
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination' });
    styled(pdf, { size: SIZES.note, color: GREY });
    pdf.text(`${page} ${at + 1} ${of} ${count}`, MARGIN, pdf.page.height - MARGIN + 22, {
      width: fullWidth(pdf),
      align: 'right',
      lineBreak: false,
    });
    pdf.endMarkedContent();
  }
}
