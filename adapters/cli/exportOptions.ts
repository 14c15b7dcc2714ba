import { parseArgs } from 'node:util';
import { type CaseNumber, readCaseNumber } from '../../src/breach/identifiers.ts';
import { PERSON_FIELDS, SEALED_FIELDS } from '../../src/register/sealedFields.ts';

export const EXPORT_FORMATS = ['jsonl', 'json', 'csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export type ExportOptions = {
  readonly format: ExportFormat;
  readonly case?: CaseNumber;
  /** Days, both included: `2026-03-27`. */
  readonly from?: string;
  readonly to?: string;
  /** Names of sealed fields. */
  readonly leaveOut: readonly string[];
  readonly out?: string;
};

/** What was asked wrongly. `value` is what stands there. */
export type WrongOption = {
  readonly wrong: 'option' | 'format' | 'number' | 'day' | 'days' | 'scope' | 'field' | 'name';
  readonly value: string;
};

/** Reads what stands behind `fristwacht export`. */
export function readExportOptions(args: readonly string[]): ExportOptions | WrongOption {
  const read = parsed(args);
  if ('wrong' in read) return read;
  const { format = 'jsonl', case: number, from, to, 'leave-out': leaveOut = [], out } = read;
  const isFormat = (value: string): value is ExportFormat => (EXPORT_FORMATS as readonly string[]).includes(value);
  if (!isFormat(format)) return { wrong: 'format', value: format };
  const caseNumber = number === undefined ? undefined : readCaseNumber(number);
  if (number !== undefined && caseNumber === undefined) return { wrong: 'number', value: number };
  const wrongDay = [from, to].find((day) => day !== undefined && !isDay(day));
  if (wrongDay !== undefined) return { wrong: 'day', value: wrongDay };
  if (from !== undefined && to !== undefined && to < from) return { wrong: 'days', value: `${from} – ${to}` };
  if (caseNumber !== undefined && (from ?? to) !== undefined) return { wrong: 'scope', value: caseNumber };
  const fields = fieldsOf(leaveOut);
  if (!Array.isArray(fields)) return fields;
  if (out !== undefined && !out.toLowerCase().endsWith(`.${format}`)) return { wrong: 'name', value: `.${format}` };
  return {
    format,
    leaveOut: fields,
    ...(caseNumber === undefined ? {} : { case: caseNumber }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(out === undefined ? {} : { out }),
  };
}

const OPTIONS = {
  format: { type: 'string' },
  case: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  'leave-out': { type: 'string', multiple: true },
  out: { type: 'string' },
} as const;

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { wrong: 'option', value: args.join(' ') } as const;
  }
}

function isDay(text: string): boolean {
  const moment = new Date(`${text}T00:00:00.000Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

/** A name that is mistyped would show what was to be left out, so it is refused. */
function fieldsOf(asked: readonly string[]): string[] | WrongOption {
  const names = asked.flatMap((list) => list.split(',')).map((name) => name.trim());
  const groups: Readonly<Record<string, readonly string[]>> = { all: SEALED_FIELDS, persons: PERSON_FIELDS };
  const unknown = names.find((name) => !Object.hasOwn(groups, name) && !SEALED_FIELDS.includes(name));
  if (unknown !== undefined) return { wrong: 'field', value: unknown };
  return [...new Set(names.flatMap((name) => (Object.hasOwn(groups, name) ? (groups[name] ?? []) : [name])))].sort();
}
