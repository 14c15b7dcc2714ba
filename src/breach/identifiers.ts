/** Opaque, random name of a case. It says nothing of its content, so it may travel in platform metadata. */
export type CaseId = string & { readonly __brand: 'CaseId' };

/**
 * A person as the organisation knows them: the id from the configuration, or `platform:account` for somebody who is
 * not named there (any employee may report).
 */
export type PersonId = string & { readonly __brand: 'PersonId' };

/** What people call a case: `DP-2026-0001`, or `Ü-2026-0001` for a drill. Without gaps, never given twice. */
export type CaseNumber = string & { readonly __brand: 'CaseNumber' };

/** `DP`: a real case. `Ü` (Übung): a drill, marked as such for good. */
export type Series = 'DP' | 'Ü';

export const caseId = (value: string): CaseId => value as CaseId;
export const personId = (value: string): PersonId => value as PersonId;

export const caseNumber = (series: Series, year: number, ordinal: number): CaseNumber =>
  `${series}-${year}-${String(ordinal).padStart(4, '0')}` as CaseNumber;

const CASE_NUMBER = /^(DP|Ü)-(\d{4})-(\d{4,})$/u;

/** Reads a number as people type it (`dp-2026-1`, ` Ü-2026-0001 `), or nothing where it is none. */
export function readCaseNumber(text: string): CaseNumber | undefined {
  const [series, year, ordinal, ...rest] = text.normalize('NFC').trim().toUpperCase().split('-');
  if (rest.length > 0 || !series || !year || !ordinal || !/^\d{1,9}$/.test(ordinal)) return undefined;
  const full = `${series}-${year}-${ordinal.padStart(4, '0')}`;
  return CASE_NUMBER.test(full) ? (full as CaseNumber) : undefined;
}

/** The parts of a number that was read or made by this file. Throws RangeError on anything else. */
export function partsOfCaseNumber(number: CaseNumber): {
  readonly series: Series;
  readonly year: number;
  readonly ordinal: number;
} {
  const [, series, year, ordinal] = CASE_NUMBER.exec(number) ?? [];
  if (series === undefined) throw new RangeError(`Not a case number: ${number}`);
  return { series: series as Series, year: Number(year), ordinal: Number(ordinal) };
}
