import { createRequire } from 'node:module';
import type PdfDocument from 'pdfkit';
import { codePointName, shownText } from './shownText.ts';
import { hasRightToLeft, isRightToLeft, visualOrder } from './visualOrder.ts';

export type Pdf = InstanceType<typeof PdfDocument>;
export type Parent = ReturnType<Pdf['struct']>;
type Face = keyof typeof FONTS;

/** DejaVu is free, and has Latin, Greek, Cyrillic, Hebrew and Arabic; what it lacks is written as `[U+4E2D]`. */
const FONTS = { text: 'DejaVuSans.ttf', bold: 'DejaVuSans-Bold.ttf' } as const;
const fontFile = (face: Face): string => createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${FONTS[face]}`);

type FontSource = Parameters<Pdf['registerFont']>[1];
/** The library's types do not show the font behind a document, which alone knows its characters and takes long to read. */
type FontBehind = { hasGlyphForCodePoint(point: number): boolean; _glyphs: object };
const fontBehind = (pdf: Pdf): FontBehind => (pdf as unknown as { readonly _font: { readonly font: FontBehind } })._font.font;

/** Each font is read from its file once; the library takes one that was read as well as a file. */
const READ_FONTS = new Map<Face, FontBehind>();

/** A font for a new document. What a glyph stood for in an earlier one is forgotten: it may have been part of another letter there. */
export function fontSource(face: Face): FontSource {
  const font = READ_FONTS.get(face);
  if (font === undefined) return fontFile(face);
  font._glyphs = {};
  return font as unknown as FontSource;
}

export function registerFonts(pdf: Pdf): void {
  for (const face of ['text', 'bold'] as const) {
    pdf.registerFont(face, fontSource(face)).font(face);
    READ_FONTS.set(face, fontBehind(pdf));
  }
}

/** Points. */
export const MARGIN = 62;
export const SIZES = { text: 10, note: 8.5, 1: 16, 2: 12.5, 3: 10.5 } as const;
export const GREY = '#595959';

export type Style = {
  readonly face?: Face;
  readonly size?: number;
  readonly color?: string;
  readonly x?: number;
  readonly width?: number;
};

export const fullWidth = (pdf: Pdf): number => pdf.page.width - 2 * MARGIN;

/** What the font has no picture of is written by its name, so that nothing is lost without a trace. */
function drawable(pdf: Pdf, text: string): string {
  const font = fontBehind(pdf);
  return Array.from(shownText(text).replaceAll('\t', '    '))
    .map((character) =>
      character === '\n' || font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) ? character : codePointName(character),
    )
    .join('');
}

/** How much smaller than usual a document is drawn, so that it fits on its page; 1 where nothing was said. */
const SCALES = new WeakMap<Pdf, number>();
export const setScale = (pdf: Pdf, scale: number): void => void SCALES.set(pdf, scale);
export const scaled = (pdf: Pdf, points: number): number => points * (SCALES.get(pdf) ?? 1);

export function styled(pdf: Pdf, { face = 'text', size = SIZES.text, color = 'black' }: Style): void {
  pdf.font(face).fontSize(scaled(pdf, size)).fillColor(color);
}

/** One piece of text with its tag. Text from the right is broken into lines here, because its words are turned line by line. */
export function tagged(pdf: Pdf, parent: Parent, type: string, text: string, style: Style = {}): void {
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

/** How high this text will stand, in points. */
export function heightOfText(pdf: Pdf, text: string, style: Style): number {
  styled(pdf, style);
  const { width = fullWidth(pdf) } = style;
  const said = drawable(pdf, text);
  if (!hasRightToLeft(said)) return pdf.heightOfString(withoutEndlessWords(pdf, said, width), { width });
  return said.split('\n').flatMap((line) => brokenLines(pdf, line, width)).length * pdf.currentLineHeight(true);
}

export function makeRoom(pdf: Pdf, height: number): void {
  if (pdf.y + height > pdf.page.height - MARGIN) pdf.addPage();
}
