import type { FormValues } from '../prompt/prompt.ts';
import { cleanText } from './cleanText.ts';
import { understandSearch } from './understandSearch.ts';

const EXPORT = /^export(?:\s+(?<rest>.+))?$/is;
const NAMED: readonly string[] = ['number', 'openedFrom', 'openedUntil'];

/**
 * `export`, `export DP-2026-0001`, `export von:01.01.2026 bis:31.03.2026`; undefined for anything else, above all for „Export der Kundenliste
 * ging an Falsche“, which is what somebody reports.
 */
export function understandExport(text: string): FormValues | undefined {
  const found = EXPORT.exec(text);
  if (!found) return undefined;
  const { values } = understandSearch(cleanText(found.groups?.['rest'] ?? ''));
  return Object.keys(values).every((name) => NAMED.includes(name)) ? values : undefined;
}
