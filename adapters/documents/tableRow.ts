import type { DutyKind } from '../../src/breach/events.ts';
import type { Lang } from '../../src/law/sources.ts';
import type { ExportRow, RowDuty, RowField } from '../../src/register/exportRows.ts';
import type { Instant } from '../../src/rules/instant.ts';
import { localParts, offsetText } from '../../src/words/moments.ts';
import { wordsOf } from '../../src/words/wordsOf.ts';
import { kindInWords, type TableWords, tableWords } from './tableWords.ts';

export type TableStyle = { readonly language: Lang; readonly zone: string };

/** A cell of Excel holds 32,767 characters; what is cut off stands in the lines beside the table. */
const MOST_CHARACTERS = 32_000;

/** One row of a table, in the order of `tableWords.columns`. Everything is text. */
export function tableRow(row: ExportRow, style: TableStyle): readonly string[] {
  const words = tableWords[style.language];
  const cells = [
    row.number ?? '',
    String(row.sequence),
    momentIn(row.at, style),
    kindInWords(words, row.kind),
    row.by === undefined ? '' : valueInWords(row.by, words, style),
    row.duties.map((duty) => dutyInWords(duty, words, style)).join('\n'),
    row.fields.map((field) => `${labelOf(field, words)}: ${valueInWords(field, words, style)}`).join('\n'),
    row.stream,
    row.hash,
  ];
  return cells.map((cell) => cut(harmlessText(cell), words));
}

function dutyInWords({ id, kind, owedBy, recipient, status, dueBy }: RowDuty, words: TableWords, style: TableStyle): string {
  const { duties, statuses, recipient: recipientName } = wordsOf(style.language);
  const name = kind !== undefined && Object.hasOwn(duties, kind) ? duties[kind as DutyKind].name : id;
  const whom = recipient === undefined ? undefined : recipientName(kind as DutyKind, recipient);
  const how = status !== undefined && Object.hasOwn(statuses, status) ? statuses[status as keyof typeof statuses] : status;
  const until = dueBy === undefined ? undefined : words.until(momentIn(dueBy, style));
  return [name, owedBy, whom, how, until].filter((part) => part !== undefined).join(', ');
}

const labelOf = ({ field }: RowField, { fields }: TableWords): string =>
  Object.hasOwn(fields, field) ? (fields[field] ?? field) : field;

function valueInWords(field: RowField, words: TableWords, style: TableStyle): string {
  if ('missing' in field) return words.missing[field.missing];
  const { value } = field;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'string') return momentIn(value, style);
  return value === undefined ? '' : JSON.stringify(value);
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** A moment sorts as text, and says how far it is from UTC; every other text stays as it is. */
function momentIn(text: string, { zone }: TableStyle): string {
  if (!MOMENT.test(text) || Number.isNaN(Date.parse(text))) return text;
  const { year, month, day, hour, minute } = localParts(text as Instant, zone);
  return `${year}-${month}-${day} ${hour}:${minute} (${offsetText(text as Instant, zone)})`;
}

/** What steers a terminal, turns the direction of reading, or is no character at all; a line break and a tab may stay. */
const STEERING = /(?![\n\t])[\p{Cc}\u200e\u200f\u061c\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;

const harmlessText = (text: string): string => text.toWellFormed().replace(/\r\n?/g, '\n').replace(STEERING, '\ufffd');

const cut = (text: string, words: TableWords): string =>
  text.length <= MOST_CHARACTERS ? text : text.slice(0, MOST_CHARACTERS).toWellFormed() + words.cut;
