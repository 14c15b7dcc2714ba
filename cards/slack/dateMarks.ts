// Moments travel through the layout as marked text, so that Slack can show them in the zone of whoever reads.
import type { Prompt } from '../../src/prompt/prompt.ts';
import type { Words } from '../../src/words/words.ts';
import { visibleText } from '../visibleText.ts';

// Noncharacters: no text that people exchange holds them.
const [BEGIN, BETWEEN, END] = ['\uFDD0', '\uFDD1', '\uFDD2'];
const MARKS = /[\uFDD0-\uFDD2]/gu;
const MARK = /\uFDD0(\d+)\uFDD1([^\uFDD0-\uFDD2]*)\uFDD2/u;

/** A stretch of text, or a moment with the words for it where it cannot be shown in the reader's zone; and an address of ours. */
export type Piece =
  | TextPiece
  | { readonly seconds: number; readonly fallback: string }
  | { readonly label: string; readonly url: string };
type TextPiece = { readonly text: string };
type TextOrMoment = Exclude<Piece, { readonly url: string }>;

/**
 * The words with every moment marked; where it cannot be shown in the reader's zone, its distance to UTC stands beside it. One whose distance to UTC is said stays text: it is unambiguous wherever it is read. A moment
 * that stands in a field stays as forms carry it, for Slack's own field shows it in the reader's zone.
 */
export const markingMoments = (words: Words): Words => ({
  ...words,
  moment: (at, zone) => `${BEGIN}${Math.floor(Date.parse(at) / 1000)}${BETWEEN}${words.momentWithOffset(at, zone)}${END}`,
  typedMoment: ({ year, month, day, hour, minute }) => `${year}-${month}-${day}T${hour}:${minute}`,
});

/** For what takes nothing but text, above all notifications: whoever reads it may be anywhere. */
export const withOffsets = (words: Words): Words => ({ ...words, moment: words.momentWithOffset });

/** The prompt with nothing in it that could pass for a mark of ours. */
export const withoutMarks = (prompt: Prompt): Prompt => cleaned(prompt) as Prompt;

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(MARKS, '\uFFFD');
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleaned(inner)]));
}

/** Text and moments in their order; nothing of the text is lost but what no reader can see. */
export function piecesOf(text: string): readonly TextOrMoment[] {
  const found = MARK.exec(text);
  if (found === null) return text === '' ? [] : [{ text: visibleText(text) }];
  const [whole, seconds = '', fallback = ''] = found;
  const [before, after] = [text.slice(0, found.index), text.slice(found.index + whole.length)];
  return [...(before === '' ? [] : [{ text: visibleText(before) }]), { seconds: Number(seconds), fallback }, ...piecesOf(after)];
}

/** The text with each moment in words, for places that take nothing but text. */
export const withoutDates = (text: string): string =>
  piecesOf(text)
    .map((piece) => ('text' in piece ? piece.text : piece.fallback))
    .join('');
