import { readCaseNumber } from '../breach/identifiers.ts';
import type { FormValues } from '../prompt/prompt.ts';

type Said = { readonly field: string; readonly value: string };

/** What may stand before a colon, and what may stand after it; everything else is looked for in the texts. */
const KEYS: Readonly<Record<string, string>> = {
  stand: 'caseStatus',
  status: 'caseStatus',
  state: 'caseStatus',
  pflicht: 'openDuty',
  duty: 'openDuty',
  art: 'incident',
  kind: 'incident',
  von: 'openedFrom',
  ab: 'openedFrom',
  from: 'openedFrom',
  bis: 'openedUntil',
  until: 'openedUntil',
  to: 'openedUntil',
  system: 'system',
  datenbestand: 'system',
  verantwortlicher: 'system',
  controller: 'system',
  auftragsverarbeiter: 'system',
  processor: 'system',
};
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  caseStatus: {
    ...{ offen: 'open', open: 'open', geschlossen: 'closed', abgeschlossen: 'closed', closed: 'closed' },
    ...{ verbunden: 'joined', joined: 'joined', gelöscht: 'erased', erased: 'erased' },
  },
  openDuty: {
    ...{ meldung: 'art33-1', notification: 'art33-1', benachrichtigung: 'art34-1', communication: 'art34-1' },
    ...{ mitteilung: 'art33-2', nachmeldung: 'art33-4', dokumentation: 'art33-5', record: 'art33-5', weitere: 'neighbour' },
  },
  incident: {
    ...{ fehlversand: 'wrong-recipient', misdirected: 'wrong-recipient', verlust: 'lost-or-stolen', lost: 'lost-or-stolen' },
    ...{ angriff: 'attack', attack: 'attack', sichtbar: 'seen-by-others', visible: 'seen-by-others' },
    ...{ fehlt: 'not-available', missing: 'not-available', anderer: 'other', other: 'other' },
  },
};

/** `suche status:offen pflicht:Meldung von:01.11.2026 system:Kundendatei Laptop`; a value with blanks in it stands in quotation marks. */
export function understandSearch(rest: string): {
  readonly wants: 'search' | 'openForm';
  readonly values: FormValues;
  readonly form: 'search';
} {
  const words = rest.match(/\p{L}+:[„"“][^"“”]*["“”]|\S+/gu) ?? [];
  const said = words.map(saidBy);
  const texts = said.filter(({ field }) => field === 'text').map(({ value }) => value);
  const named = said.filter(({ field }) => field !== 'text').map(({ field, value }) => [field, value] as const);
  const values = { ...Object.fromEntries(named), ...(texts.length === 0 ? {} : { text: texts.join(' ') }) };
  return { wants: words.length === 0 ? 'openForm' : 'search', form: 'search', values };
}

function saidBy(word: string): Said {
  const number = readCaseNumber(word);
  if (number !== undefined) return { field: 'number', value: number };
  const [, key = '', quoted = ''] = /^(\p{L}+):(.+)$/u.exec(word) ?? [];
  const field = KEYS[key.toLowerCase()];
  if (field === undefined) return { field: 'text', value: word };
  const value = quoted.replace(/^[„"“]|["“”]$/gu, '');
  const known = WORDS[field];
  return { field, value: known === undefined ? value : (known[value.toLowerCase()] ?? value) };
}
