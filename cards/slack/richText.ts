// Rich text: in it nothing is parsed, so whatever people wrote stays text.
import type { Json } from '../adaptiveElements.ts';
import type { Piece } from './dateMarks.ts';
import { SLACK_LIMITS } from './slackLimits.ts';

/** One line, one point of a list, or words of people. */
export type Atom = { readonly as: 'line' | 'bullet' | 'quote'; readonly pieces: readonly Piece[]; readonly bold?: true };

const DATE = '{date_short_pretty}, {time}';
const MOST = SLACK_LIMITS.ours.richText;

/** As many blocks as it takes; a text that is too long for one goes on in the next. */
export function richTextBlocks(atoms: readonly Atom[]): readonly Json[] {
  const blocks: Atom[][] = [[]];
  let length = 0;
  for (const atom of atoms
    .map(visible)
    .filter(({ pieces }) => lengthOf(pieces) > 0)
    .flatMap(inSlices)) {
    const more = lengthOf(atom.pieces) + 1;
    if (length > 0 && length + more > MOST) {
      blocks.push([]);
      length = 0;
    }
    blocks.at(-1)?.push(atom);
    length += more;
  }
  return blocks.filter((block) => block.length > 0).map((block) => ({ type: 'rich_text', elements: elementsOf(block) }));
}

/** A piece in which nothing can be seen is no element. */
const visible = (atom: Atom): Atom => ({
  ...atom,
  pieces: atom.pieces.filter((piece) => !('text' in piece) || piece.text !== ''),
});

const lengthOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, piece) => sum + lengthOfPiece(piece), 0);

const lengthOfPiece = (piece: Piece): number => {
  if ('url' in piece) return piece.label.length + piece.url.length;
  return 'text' in piece ? piece.text.length : piece.fallback.length;
};

/** What is longer than one block takes, in slices that put together are the same text again. */
function inSlices(atom: Atom): readonly Atom[] {
  if (lengthOf(atom.pieces) < MOST) return [atom];
  const slices: Piece[][] = [[]];
  let length = 0;
  for (const piece of atom.pieces.flatMap(shortEnough)) {
    const more = lengthOf([piece]);
    if (length + more > MOST - 1) {
      slices.push([]);
      length = 0;
    }
    slices.at(-1)?.push(piece);
    length += more;
  }
  return slices.filter((slice) => slice.length > 0).map((pieces) => ({ ...atom, pieces }));
}

const shortEnough = (piece: Piece): readonly Piece[] =>
  'text' in piece ? sliced(piece.text, MOST - 1).map((text) => ({ text })) : [piece];

/** Cuts a text at blanks where there are any, never within a sign; put together it is the same again. */
export function sliced(text: string, most: number): readonly string[] {
  const slices: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const at = cutAt(rest, most);
    slices.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return rest === '' ? slices : [...slices, rest];
}

function cutAt(text: string, most: number): number {
  const blank = Math.max(text.lastIndexOf(' ', most - 1), text.lastIndexOf('\n', most - 1));
  if (blank > most * 0.7) return blank + 1;
  // The second half of a sign outside the basic plane stays with the first; marks that join stay with what they join.
  let at = most;
  while (at > most - 40 && /^[\uDC00-\uDFFF\u200D\uFE0F\p{M}]/u.test(text.slice(at, at + 2))) at -= 1;
  if (at > 1 && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '')) at -= 1;
  return Math.max(1, at);
}

/** Neighbouring lines share a section, neighbouring points a list. */
function elementsOf(atoms: readonly Atom[]): readonly Json[] {
  const groups: Atom[][] = [];
  for (const atom of atoms) {
    const group = groups.at(-1);
    if (group?.[0]?.as === atom.as && atom.as !== 'quote') group.push(atom);
    else groups.push([atom]);
  }
  return groups.map(elementOf);
}

function elementOf(atoms: readonly Atom[]): Json {
  const [first] = atoms;
  switch (first?.as) {
    case 'bullet':
      return { type: 'rich_text_list', style: 'bullet', elements: atoms.map((atom) => section(inlines(atom))) };
    case 'quote':
      return { type: 'rich_text_quote', elements: inlines(first) };
    case 'line':
    case undefined:
      return section(
        atoms
          .flatMap((atom, at) => (at === 0 ? inlines(atom) : [{ type: 'text', text: '\n' }, ...inlines(atom)]))
          .reduce(joined, []),
      );
  }
}

const section = (elements: readonly Json[]): Json => ({ type: 'rich_text_section', elements });

const inlines = ({ pieces, bold }: Atom): readonly Json[] =>
  pieces.map((piece) => {
    const style = bold ? { style: { bold: true } } : {};
    if ('url' in piece) return { type: 'link', url: piece.url, text: piece.label, ...style };
    return 'text' in piece
      ? { type: 'text', text: piece.text, ...style }
      : { type: 'date', timestamp: piece.seconds, format: DATE, fallback: piece.fallback, ...style };
  });

/** Neighbouring texts of one look are one text: it says the same and takes less room. */
function joined(before: readonly Json[], next: Json): readonly Json[] {
  const last = before.at(-1);
  if (last?.type !== 'text' || next.type !== 'text') return [...before, next];
  const isGap = next.text === '\n' && next.style === undefined;
  if (!isGap && JSON.stringify(last.style) !== JSON.stringify(next.style)) return [...before, next];
  return [...before.slice(0, -1), { ...last, text: `${String(last.text)}${String(next.text)}` }];
}
