import { readRows } from '../readRows.ts';

/** What the contract with one controller says, as the list of the processor holds it. */
export type ContractTerms = {
  readonly line: number;
  readonly id: string;
  readonly name: string;
  readonly contact: string;
  readonly hours?: number;
  readonly confidentiality: string;
};
export type ListFault = { readonly line: number; readonly fault: 'id-missing' | 'hours' | 'repeated' };

const ID = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/u;

/** The headings as people here write them. */
const HEADINGS = {
  id: ['id', 'kennung'],
  name: ['name', 'verantwortlicher'],
  contact: ['contact', 'kontakt'],
  hours: ['hours', 'stunden', 'frist'],
  confidentiality: ['confidentiality', 'vertraulichkeit'],
} as const;
type Column = keyof typeof HEADINGS;

const cellOf = (cells: Readonly<Record<string, string>>, column: Column): string =>
  HEADINGS[column].map((heading) => cells[heading]).find((cell) => cell !== undefined) ?? '';

/** Reads `id;name;contact;hours;confidentiality`, or the same in German. Every fault at once, so that nobody mends them one by one; a faulty row is left out. */
export function readControllerList(list: string): {
  readonly terms: readonly ContractTerms[];
  readonly faults: readonly ListFault[];
} {
  const faults: ListFault[] = [];
  const terms: ContractTerms[] = [];
  for (const { line, cells } of readRows(list)) {
    const [id, name, contact] = [cellOf(cells, 'id'), cellOf(cells, 'name'), cellOf(cells, 'contact')];
    const [hours, confidentiality] = [cellOf(cells, 'hours'), cellOf(cells, 'confidentiality')];
    if (!ID.test(id)) faults.push({ line, fault: 'id-missing' });
    else if (hours !== '' && !/^[1-9]\d{0,2}$/u.test(hours)) faults.push({ line, fault: 'hours' });
    else if (terms.some((known) => known.id === id)) faults.push({ line, fault: 'repeated' });
    else terms.push({ line, id, name: name || id, contact, confidentiality, ...(hours === '' ? {} : { hours: Number(hours) }) });
  }
  return { terms, faults };
}
