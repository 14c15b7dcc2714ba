import { readRows } from '../readRows.ts';

/** One person to be told. `post` and `email` are how; `none` cannot be reached one by one (Art. 34(3)(c) GDPR). */
export type Recipient = {
  readonly line: number;
  readonly salutation: string;
  readonly street: string;
  readonly town: string;
  readonly email: string;
  readonly way: 'post' | 'email' | 'none';
};
export type Recipients = {
  readonly recipients: readonly Recipient[];
  /** Lines that repeat somebody named before; told once. */
  readonly repeated: readonly number[];
};

/** How people head such columns; the first that is there counts. */
const COLUMNS = {
  salutation: ['salutation', 'anrede_name', 'name', 'anrede'],
  street: ['street', 'straße', 'strasse', 'anschrift', 'address'],
  postcode: ['postcode', 'plz'],
  town: ['town', 'ort', 'city'],
  email: ['email', 'e-mail', 'mail'],
} as const;

const EMAIL = /^[^\s@;,]+@[^\s@;,]+\.[^\s@;,]+$/u;

/** Who is to be told, from a list with a heading; a letter goes before an e-mail, because it also reaches whoever changed the address. */
export function readRecipients(list: string): Recipients {
  const read = readRows(list).map(({ line, cells }) => {
    const cell = (names: readonly string[]): string => names.map((name) => cells[name] ?? '').find((value) => value !== '') ?? '';
    const town = [cell(COLUMNS.postcode), cell(COLUMNS.town)].filter((part) => part !== '').join(' ');
    const person = { line, salutation: cell(COLUMNS.salutation), street: cell(COLUMNS.street), town, email: cell(COLUMNS.email) };
    return { ...person, way: wayTo(person) };
  });
  const isRepeated = (person: Recipient): boolean =>
    read.findIndex((other) => keyOf(other) === keyOf(person)) !== read.indexOf(person);
  return {
    recipients: read.filter((person) => !isRepeated(person)),
    repeated: read.filter(isRepeated).map(({ line }) => line),
  };
}

function wayTo({ salutation, street, town, email }: Omit<Recipient, 'way' | 'line'>): Recipient['way'] {
  if (salutation !== '' && street !== '' && town !== '') return 'post';
  return EMAIL.test(email) ? 'email' : 'none';
}

const keyOf = ({ salutation, street, town, email }: Recipient): string =>
  [salutation, street, town, email].map((part) => part.normalize('NFC').toLowerCase()).join('\u0000');
