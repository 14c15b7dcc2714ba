#!/usr/bin/env node
/**
 * Checks an export of Fristwacht: offline, without the register, without a key, with nothing but Node 18 or newer.
 *
 *   node checkExport.mjs FILE [--head DP-2026-0007:HASH] …
 *
 * This very file is what `fristwacht verify` runs, and it lies next to every export. What it checks is described in docs/record-format.md
 * and docs/export-and-check.md. Exit code 0: whole; 1: not whole; 2: asked wrongly.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, realpathSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const EXPORT_FORMAT = 1;
const ENTRY_FORMAT = 2;
const EARLIER_FORMAT = 1;
const NO_ENTRY = '0';
const REGISTER = 'register';
const CASE = 'case/';
const LOOKS = 'looks/';
const CHUNK_BYTES = 65_536;
/** A witness shorter than this could fit by chance. */
const LEAST_DIGITS = 16;

// ---------------------------------------------------------------- bytes and texts

const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** The one spelling of a JSON value (RFC 8785). */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const keys = Object.keys(value).sort((one, other) => (one < other ? -1 : 1));
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

/** What the bytes say, where they are UTF-8 and canonical JSON of an object; undefined otherwise. */
function readLine(bytes) {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value = JSON.parse(text);
    return isObject(value) && canonical(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value) => typeof value === 'string';
const isPlace = (value) => Number.isSafeInteger(value) && value > 0;
const hasExactly = (value, ...keys) => isObject(value) && Object.keys(value).sort().join() === [...keys].sort().join();

function* chunksOf(file) {
  for (;;) {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    const length = readSync(file, chunk, 0, CHUNK_BYTES, null);
    if (length === 0) return;
    yield chunk.subarray(0, length);
  }
}

/** The lines of a file as bytes, without their line ends. What follows the last line end comes as `rest`. */
function* linesOf(file) {
  let pieces = [];
  for (const chunk of chunksOf(file)) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      yield { bytes: Buffer.concat([...pieces, chunk.subarray(from, end)]) };
      pieces = [];
      from = end + 1;
    }
    pieces.push(chunk.subarray(from));
  }
  const rest = Buffer.concat(pieces);
  if (rest.length > 0) yield { bytes: rest, rest: true };
}

/**
 * Takes the frame of a JSON document off, which is a list of exactly the lines a JSON Lines file has: `[` before the first, `,` after each
 * but the last, `]` after that. Each line says whether its frame was as it must be.
 */
function* unframed(lines) {
  let isDocument = false;
  let waiting;
  let number = 0;
  for (const line of lines) {
    number += 1;
    isDocument ||= number === 1 && line.bytes[0] === 0x5b;
    const bytes = isDocument && number === 1 ? line.bytes.subarray(1) : line.bytes;
    if (waiting) yield withoutEnd(waiting, isDocument, 0x2c);
    waiting = { ...line, bytes, number };
  }
  if (waiting) yield { ...withoutEnd(waiting, isDocument, 0x5d), last: true };
}

function withoutEnd(line, isDocument, byte) {
  if (!isDocument) return { ...line, framed: !line.rest };
  const framed = !line.rest && line.bytes[line.bytes.length - 1] === byte;
  return { ...line, framed, bytes: framed ? line.bytes.subarray(0, -1) : line.bytes };
}

// ---------------------------------------------------------------- one entry

const PART_NAME = /^(?:by|what|command|\d+\/[A-Za-z]\w*(?:\.[A-Za-z]\w*)*)$/;
const ENTRY_KEYS = ['clear', 'hash', 'parts', 'sequence', 'stream'];

/** Why this entry is not what was written; undefined where it is. `stream` is what is known of its stream so far. */
function faultOf(entry, clear, stream, sequence) {
  if (entry.sequence !== sequence) return 'order';
  if (entry.hash !== sha256(entry.clear)) return 'hash';
  if (!isClear(clear)) return 'format';
  if (clear.stream !== entry.stream || clear.sequence !== sequence) return 'order';
  if (clear.previous !== stream.head) return 'previous';
  const names = entry.parts.map((part) => part.name);
  if (new Set(names).size !== names.length) return 'part';
  if (!entry.parts.every((part) => isAsCommitted(part, clear))) return 'part';
  return isAsItWas(entry, clear, stream.earlier) ? undefined : 'earlier';
}

const isClear = (clear) =>
  isObject(clear) &&
  clear.format === ENTRY_FORMAT &&
  isObject(clear.parts) &&
  Object.entries(clear.parts).every(([name, digest]) => PART_NAME.test(name) && isText(digest)) &&
  ['events', 'heads'].every((list) => clear[list] === undefined || (Array.isArray(clear[list]) && clear[list].every(isObject)));

function isAsCommitted({ name, opened }, clear) {
  if (!Object.hasOwn(clear.parts, name)) return false;
  return opened === undefined || sha256(opened) === clear.parts[name];
}

const isPart = (part) =>
  (hasExactly(part, 'name') || (hasExactly(part, 'name', 'opened') && isText(part.opened))) && isText(part.name);

const isEntry = (line) =>
  hasExactly(line, ...ENTRY_KEYS) &&
  [line.clear, line.hash, line.stream].every(isText) &&
  isPlace(line.sequence) &&
  Array.isArray(line.parts) &&
  line.parts.every(isPart);

/** An entry that was taken over from the first format keeps the hash it had there; where all its parts are shown, that can be computed again. */
function isAsItWas({ stream, sequence, parts }, clear, previous) {
  const shown = new Map(parts.filter(({ opened }) => opened !== undefined).map(({ name, opened }) => [name, valueIn(opened)]));
  if (clear.earlierHash === undefined || shown.size < Object.keys(clear.parts).length) return true;
  const by = shown.get('by');
  const events = (clear.events ?? []).map((event, place) => joined(event, `${place}/`, shown, by));
  if (events.includes(undefined)) return false;
  const entry = { format: EARLIER_FORMAT, caseId: stream.slice(CASE.length), sequence, at: clear.at, by, previous };
  const hash = sha256(canonical({ ...entry, commandId: shown.get('command'), content: sha256(canonical(events)) }));
  return hash === clear.earlierHash;
}

/** The event as it was before its fields were sealed; undefined where a part has no place in it. */
function joined(clear, prefix, shown, by) {
  const event = { by, ...structuredClone(clear) };
  for (const [name, value] of shown) {
    if (!name.startsWith(prefix)) continue;
    const path = name.slice(prefix.length).split('.');
    let inner = event;
    for (const field of path.slice(0, -1)) {
      if (!Object.hasOwn(inner, field) || !isObject(inner[field])) return undefined;
      inner = inner[field];
    }
    inner[path[path.length - 1]] = value;
  }
  return event;
}

function valueIn(opened) {
  try {
    return JSON.parse(opened).value;
  } catch {
    return undefined;
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// ---------------------------------------------------------------- the whole file

/** Reads an export line by line and remembers what the lines after it are held to. */
class Check {
  constructor(heads) {
    this.witnesses = heads.map((head) => ({ ...head, met: false }));
    this.faults = [];
    this.header = undefined;
    this.end = undefined;
    this.entries = 0;
    this.ends = new Map();
    this.broken = new Set();
    this.daily = new Map();
    this.anchors = new Map();
    this.lastAnchoredAt = undefined;
    this.numbers = new Map();
    this.parts = { erased: 0, withheld: 0, unexplained: 0 };
    this.casesErasedAt = new Map();
    this.unopened = [];
    this.now = undefined;
    this.digest = createHash('sha256');
  }

  fault(because, where = {}) {
    this.faults.push({ because, ...where });
  }

  /** The last line holds the digest over everything before it, the one before it the end of every stream. */
  line({ bytes, framed, number, last }) {
    const value = framed ? readLine(bytes) : undefined;
    if (last) return this.lastLine(value, number);
    this.digest.update(bytes).update('\n');
    if (value === undefined) return this.fault('line', this.whereNow(number));
    if (number === 1) return this.firstLine(value);
    if (this.end !== undefined) return this.fault('after', { line: number });
    if (hasExactly(value, 'end')) return this.endLine(value.end, number);
    return isEntry(value) ? this.entry(value, number) : this.fault('line', this.whereNow(number));
  }

  /** A line that cannot be read stands after the entry before it. */
  whereNow(line) {
    const sequence = (this.now?.sequence ?? 0) + 1;
    if (this.now) this.broken.add(this.now.stream);
    return this.now ? { line, stream: this.now.stream, sequence } : { line };
  }

  firstLine(value) {
    const { fristwachtExport: format, scope, leftOut } = value;
    const isKnown =
      hasExactly(value, 'exportedAt', 'fristwachtExport', 'leftOut', 'scope') && isObject(scope) && Array.isArray(leftOut);
    if (format === EXPORT_FORMAT && isKnown) this.header = value;
    else this.fault(Number.isSafeInteger(format) && format > EXPORT_FORMAT ? 'newer' : 'header', { line: 1 });
  }

  entry(entry, line) {
    this.entries += 1;
    if (this.now?.stream !== entry.stream) this.begin(entry.stream, line);
    const { now } = this;
    const sequence = now.sequence + 1;
    const clear = parsed(entry.clear);
    const because = faultOf(entry, clear, now, sequence);
    // One break breaks all that follows; the first one is what counts.
    if (because !== undefined && !this.broken.has(entry.stream)) {
      this.broken.add(entry.stream);
      this.fault(because, { line, stream: entry.stream, sequence });
    }
    this.now = { ...now, sequence, head: entry.hash, earlier: clear?.earlierHash ?? NO_ENTRY };
    this.ends.set(entry.stream, { sequence, hash: entry.hash });
    this.meetAnchor(entry.stream, sequence, entry.hash);
    if (isClear(clear)) this.take(entry, clear, sequence);
  }

  begin(stream, line) {
    this.closeStream();
    const comesAgain = this.ends.has(stream) || (stream === REGISTER && this.ends.size > 0);
    if (comesAgain) {
      this.broken.add(stream);
      this.fault('order', { line, stream, sequence: 1 });
    }
    this.now = { stream, sequence: 0, head: NO_ENTRY, earlier: NO_ENTRY, unopened: [], erasedBefore: 0, erasedTexts: new Set() };
  }

  take(entry, clear, sequence) {
    const { now } = this;
    const shown = new Set(entry.parts.filter(({ opened }) => opened !== undefined).map(({ name }) => name));
    for (const name of Object.keys(clear.parts))
      if (!shown.has(name)) now.unopened.push({ stream: entry.stream, sequence, name, at: clear.at });
    for (const event of clear.events ?? []) {
      if (event.type === 'CaseErased') this.eraseCase(entry.stream, sequence, clear.at);
      if (event.type === 'TextErased') now.erasedTexts.add(`${event.sequence} ${event.part}`).add(`${event.sequence} command`);
      if (event.type === 'BreachReported' && sequence === 1) this.takeNumber(String(event.number), entry.stream);
    }
    if (entry.stream === REGISTER) this.takeHeads(clear, sequence);
    this.meetWitness(entry);
  }

  /** All entries before this one lose their parts, and with them the looks at the case up to then, which stand in a stream of their own. */
  eraseCase(stream, sequence, at) {
    this.now.erasedBefore = sequence;
    if (stream.startsWith(CASE) && isText(at)) this.casesErasedAt.set(stream, at);
  }

  takeNumber(number, stream) {
    const before = this.numbers.get(number);
    if (before !== undefined && before !== stream) this.fault('numberTwice', { stream, sequence: 1, number });
    this.numbers.set(number, stream);
    this.now.number = number;
  }

  takeHeads(clear, sequence) {
    this.daily.set(sequence, this.now.head);
    if (clear.heads?.length > 0) this.lastAnchoredAt = clear.at;
    for (const { stream, sequence: place, hash } of clear.heads ?? []) {
      if (stream === REGISTER) {
        if (this.daily.get(place) !== hash) this.fault('head', { stream, sequence: place });
        continue;
      }
      const places = this.anchors.get(stream) ?? new Map();
      // Two daily entries that name the same place differently: one of them was written by whoever changed the entry.
      if ((places.get(place) ?? hash) !== hash) this.fault('head', { stream, sequence: place });
      this.anchors.set(stream, places.set(place, hash));
    }
  }

  meetAnchor(stream, sequence, hash) {
    const places = this.anchors.get(stream);
    const expected = places?.get(sequence);
    if (expected === undefined) return;
    places.delete(sequence);
    if (expected === hash || this.broken.has(stream)) return;
    this.broken.add(stream);
    this.fault('head', { stream, sequence });
  }

  meetWitness({ hash }) {
    for (const witness of this.witnesses) {
      if (witness.number === this.now.number && hash.startsWith(witness.hash)) witness.met = true;
    }
  }

  /** What is not shown of a stream was erased, or left out of this export. What is neither is looked at again when all was read. */
  closeStream() {
    const { now } = this;
    if (now === undefined) return;
    const leftOut = new Set(this.header?.leftOut ?? []);
    for (const part of now.unopened) {
      const isErased = part.sequence < now.erasedBefore || now.erasedTexts.has(`${part.sequence} ${part.name}`);
      if (isErased || this.isErasedLook(part)) this.parts.erased += 1;
      else if (leftOut.has(part.name.replace(/^\d+\//, ''))) this.parts.withheld += 1;
      else this.unopened.push(part);
    }
    this.now = undefined;
  }

  /** Who looked at a case before it was erased went with it. */
  isErasedLook({ stream, at }) {
    const erasedAt = stream.startsWith(LOOKS) ? this.casesErasedAt.get(caseOfLooks(stream)) : undefined;
    return erasedAt !== undefined && isText(at) && at <= erasedAt;
  }

  /**
   * What is missing and neither erased nor left out is a fault: its key is gone, or somebody took the text away. Only a case that could not be
   * read when the export was made, and is named so, may lack what it lacks. One break of a stream is enough to name: behind it, the event that
   * erased something may be what is missing.
   */
  unexplained() {
    const unreadable = new Set((this.end?.unreadable ?? []).filter(isText));
    const numbers = new Map([...this.numbers].map(([number, stream]) => [stream, number]));
    const broken = new Set(this.faults.map(({ stream }) => stream));
    for (const part of this.unopened) {
      const { stream, sequence, name } = part;
      if (this.isErasedLook(part)) {
        this.parts.erased += 1;
        continue;
      }
      this.parts.unexplained += 1;
      const isExcused = unreadable.has(numbers.get(caseOfLooks(stream))) || unreadable.has(stream);
      if (isExcused || broken.has(stream) || broken.has(caseOfLooks(stream))) continue;
      broken.add(stream);
      this.fault('unexplained', { stream, sequence, part: name });
    }
  }

  endLine(end, line) {
    this.closeStream();
    const isKnown =
      hasExactly(end, 'entries', 'files', 'streams', 'unreadable') &&
      ['files', 'streams', 'unreadable'].every((list) => Array.isArray(end[list]));
    if (!isKnown) return this.fault('line', { line });
    this.end = end;
    const said = new Map(end.streams.filter(isObject).map((one) => [one.stream, one]));
    for (const [stream, { sequence, hash }] of said) {
      const there = this.ends.get(stream);
      const isThere = there?.sequence === sequence && there?.hash === hash;
      if (!isThere && !this.broken.has(stream))
        this.fault('end', { stream, sequence: Math.min(sequence, (there?.sequence ?? 0) + 1) });
    }
    for (const [stream, { sequence }] of this.ends) if (!said.has(stream)) this.fault('end', { stream, sequence });
    if (end.entries !== this.entries || said.size !== end.streams.length) this.fault('count', { line });
    return undefined;
  }

  lastLine(value, line) {
    this.closeStream();
    const isDigest = hasExactly(value, 'sha256');
    if (this.header === undefined && this.faults.length === 0) this.fault('header', { line: 1 });
    if (!isDigest || this.end === undefined) return this.fault('cut', { line });
    this.sha256 = this.digest.digest('hex');
    return value.sha256 === this.sha256 ? undefined : this.fault('digest', { line });
  }

  /** What only shows once everything was read. */
  close() {
    const isWhole = this.header?.scope.whole === true;
    for (const [stream, places] of this.anchors) {
      if (!isWhole && !this.ends.has(stream)) continue;
      const [lost] = [...places.keys()].sort((one, other) => one - other);
      if (lost !== undefined && !this.broken.has(stream)) this.fault('lost', { stream, sequence: lost });
    }
    if (isWhole) this.gaps();
    this.unexplained();
    const wanted = this.header?.scope.case;
    if (wanted !== undefined && !this.numbers.has(wanted)) this.fault('gap', { number: wanted });
    for (const { number, hash, met } of this.witnesses)
      if (!met) this.fault('witness', { number, stream: this.numbers.get(number), hash });
  }

  /** Numbers are given without gaps, so in a whole register none is missing below the highest. The first gap of a series is named. */
  gaps() {
    const highest = new Map();
    for (const number of this.numbers.keys()) {
      const [, series, ordinal] = /^(.+)-(\d+)$/.exec(number) ?? [];
      if (series !== undefined) highest.set(series, Math.max(highest.get(series) ?? 0, Number(ordinal)));
    }
    for (const [series, last] of highest) {
      for (let ordinal = 1; ordinal < last; ordinal += 1) {
        const number = `${series}-${String(ordinal).padStart(4, '0')}`;
        if (this.numbers.has(number)) continue;
        this.fault('gap', { number });
        break;
      }
    }
  }

  numberOf(stream) {
    const own = caseOfLooks(stream);
    return [...this.numbers].find(([, candidate]) => candidate === own)?.[0];
  }
}

/** The stream of the case that these looks were at; any other stream as it is. */
const caseOfLooks = (stream) => stream?.replace(/^looks\//, CASE);

/**
 * Checks one export, and the tables beside it that were drawn from it. Throws what the file system throws.
 *
 * @param {string} path a `.jsonl`, `.json`, `.csv` or `.xlsx` file
 * @param {readonly { number: string, hash: string }[]} heads witnesses kept elsewhere; a hash may be its beginning
 */
export function checkExport(path, heads = []) {
  const isTable = ['.csv', '.xlsx'].includes(extname(path).toLowerCase());
  const source = isTable ? `${path.slice(0, -extname(path).length)}.jsonl` : path;
  const check = new Check(heads);
  const file = openSync(source, 'r');
  try {
    for (const line of unframed(linesOf(file))) check.line(line);
  } finally {
    closeSync(file);
  }
  if (check.sha256 === undefined && check.faults.length === 0) check.fault('cut', { line: 1 });
  check.close();
  const tables = checkTables(check, source, isTable ? path : undefined);
  for (const fault of check.faults) fault.number ??= check.numberOf(fault.stream);
  return { ...check, source, tables };
}

/** A table beside the export must be byte for byte the one whose digest the export carries. */
function checkTables(check, source, asked) {
  const listed = (check.end?.files ?? []).filter((file) => isObject(file) && isText(file.name) && isText(file.sha256));
  const digests = new Set(listed.map((file) => file.sha256));
  if (asked !== undefined) {
    if (!digests.has(fileDigest(asked))) check.fault('table', { name: basename(asked) });
    return { checked: [basename(asked)], absent: [] };
  }
  const checked = [];
  const absent = [];
  for (const { name, sha256: expected } of listed) {
    const found = fileDigest(join(dirname(source), basename(name)));
    (found === undefined ? absent : checked).push(basename(name));
    if (found !== undefined && found !== expected) check.fault('table', { name: basename(name) });
  }
  return { checked, absent };
}

function fileDigest(path) {
  const digest = createHash('sha256');
  let file;
  try {
    file = openSync(path, 'r');
    for (const chunk of chunksOf(file)) digest.update(chunk);
    return digest.digest('hex');
  } catch (error) {
    if (error?.code === 'ENOENT') return undefined;
    throw error;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

// ---------------------------------------------------------------- what is said

const place = ({ line, stream, sequence, number, part }, entryWord, partWord, lineWord) => {
  const where = stream === undefined ? number : `${number ? `${number} (${stream})` : stream}, ${entryWord} ${sequence}`;
  const further = [
    part === undefined ? undefined : `${partWord} ${part}`,
    line === undefined ? undefined : `${lineWord} ${line}`,
  ];
  return [where, ...further].filter((one) => one !== undefined).join(', ');
};

const WORDS = {
  de: {
    usage: `Aufruf: DATEI [--head DP-2026-0007:PRÜFWERT] …

Prüft einen Export von Fristwacht: ohne Register, ohne Schlüssel, ohne Netz. Die Datei endet auf .jsonl, .json, .csv oder .xlsx.
  --head NUMMER:PRÜFWERT  Prüfwert aus einer Vorgangskarte oder Bestätigung, auch gekürzt. Ein Eintrag des Vorgangs muss ihn tragen.
Rückgabewert: 0 unversehrt, 1 nicht unversehrt, 2 falsch aufgerufen.
`,
    unusable: (path, code) => `${path} lässt sich nicht lesen (${code}).\n`,
    headInvalid: (head) =>
      `„${head}“ ist kein Prüfwert. Er sieht so aus: DP-2026-0007:3f0c… mit mindestens ${LEAST_DIGITS} Ziffern.\n`,
    place: (fault) => place(fault, 'Eintrag', 'Teil', 'Zeile'),
    broken: 'Nicht unversehrt.',
    more: (count) => `Weitere Fehler: ${count}.`,
    because: {
      line: 'Die Zeile ist beschädigt oder verändert.',
      after: 'Hinter dem Ende steht noch etwas.',
      header: 'Die erste Zeile ist keine Kopfzeile eines Exports von Fristwacht.',
      newer: 'Die Datei stammt aus einer neueren Version von Fristwacht. Nehmen Sie deren Prüfprogramm.',
      order: 'Der Eintrag fehlt, steht doppelt da oder an falscher Stelle.',
      hash: 'Der Eintrag oder sein Prüfwert wurde verändert.',
      previous: 'Der Eintrag schließt nicht an den vorigen an.',
      format: 'Der Eintrag ist beschädigt oder aus einer neueren Version.',
      part: 'Ein Teil seines Inhalts ist nicht der, auf den sich der Eintrag festgelegt hat.',
      earlier: 'Der übernommene Eintrag ist nicht der der ersten Version.',
      head: 'Ein Tageseintrag nennt für diese Stelle einen anderen Prüfwert.',
      lost: 'Ein Tageseintrag bezeugt diese Stelle, sie fehlt aber: Das Ende oder der ganze Vorgang wurde weggelassen.',
      unexplained: 'Dieser Inhalt fehlt. Weder ist festgehalten, dass er gelöscht wurde, noch dass er weggelassen ist.',
      numberTwice: 'Die Nummer ist zweimal vergeben.',
      gap: 'Dieser Vorgang fehlt.',
      end: 'Das Ende dieser Reihe ist nicht das, das die Schlusszeile nennt.',
      count: 'Die Schlusszeile nennt andere Zahlen.',
      cut: 'Das Ende der Datei fehlt oder ist beschädigt.',
      digest: 'Die Datei wurde nach dem Export verändert.',
      witness: 'Kein Eintrag trägt den angegebenen Prüfwert.',
      table: 'Die Tabelle ist nicht die, die mit diesem Export erzeugt wurde.',
    },
    whole: ({ entries, ends }) => `Unversehrt. Einträge: ${entries}, Reihen: ${ends.size}.`,
    scope: ({ exportedAt, scope }) =>
      `Export vom ${exportedAt}: ${scope.whole ? 'das ganze Register' : (scope.case ?? `Vorgänge von ${scope.from ?? 'Beginn'} bis ${scope.to ?? 'heute'}`)}.`,
    leftOut: (fields) => `Weggelassen: ${fields.join(', ')}.`,
    parts: ({ erased, withheld, unexplained }) =>
      `Nicht gezeigte Teile: ${erased} gelöscht, ${withheld} weggelassen${unexplained > 0 ? `, ${unexplained} nicht lesbar` : ''}.`,
    unreadable: (numbers) => `Beim Export nicht lesbar: ${numbers.join(', ')}.`,
    anchored: (at) =>
      at === undefined
        ? 'Ein Tageseintrag ist nicht dabei. Ob am Ende etwas fehlt, zeigt der Vergleich mit einem Prüfwert (--head).'
        : `Letzter Tageseintrag: ${at}. Ob danach etwas fehlt, zeigt der Vergleich mit einem Prüfwert (--head).`,
    witnessed: (numbers) => `Mit dem anderswo aufbewahrten Prüfwert stimmt überein: ${numbers.join(', ')}.`,
    tables: (names) => `Auch geprüft: ${names.join(', ')}.`,
    absent: (names) => `Nicht dabei und deshalb nicht geprüft: ${names.join(', ')}.`,
  },
  en: {
    usage: `Usage: FILE [--head DP-2026-0007:HASH] …

Checks an export of Fristwacht: without the register, without a key, without a network. The file ends in .jsonl, .json, .csv or .xlsx.
  --head NUMBER:HASH  check value from a case card or a receipt, also shortened. An entry of the case must bear it.
Exit code: 0 whole, 1 not whole, 2 asked wrongly.
`,
    unusable: (path, code) => `${path} cannot be read (${code}).\n`,
    headInvalid: (head) =>
      `“${head}” is no check value. It looks like this: DP-2026-0007:3f0c… with at least ${LEAST_DIGITS} digits.\n`,
    place: (fault) => place(fault, 'entry', 'part', 'line'),
    broken: 'Not whole.',
    more: (count) => `Further faults: ${count}.`,
    because: {
      line: 'The line is damaged or was changed.',
      after: 'Something follows after the end.',
      header: 'The first line is not that of an export of Fristwacht.',
      newer: 'The file comes from a newer version of Fristwacht. Use the checker of that version.',
      order: 'The entry is missing, stands here twice or in the wrong place.',
      hash: 'The entry or its hash was changed.',
      previous: 'The entry does not follow from the one before.',
      format: 'The entry is damaged or from a newer version.',
      part: 'Part of its content is not what the entry committed itself to.',
      earlier: 'The entry that was taken over is not that of the first version.',
      head: 'A daily entry names another hash for this place.',
      lost: 'A daily entry bears witness of this place, and it is missing: the end, or the whole case, was left out.',
      unexplained: 'This content is missing. Nothing on record says that it was erased or left out.',
      numberTwice: 'The number is given twice.',
      gap: 'This case is missing.',
      end: 'The end of this stream is not the one that the closing line names.',
      count: 'The closing line names other figures.',
      cut: 'The end of the file is missing or damaged.',
      digest: 'The file was changed after the export.',
      witness: 'No entry bears the check value that was given.',
      table: 'The table is not the one that was made with this export.',
    },
    whole: ({ entries, ends }) => `Whole. Entries: ${entries}, streams: ${ends.size}.`,
    scope: ({ exportedAt, scope }) =>
      `Exported ${exportedAt}: ${scope.whole ? 'the whole register' : (scope.case ?? `cases from ${scope.from ?? 'the beginning'} to ${scope.to ?? 'today'}`)}.`,
    leftOut: (fields) => `Left out: ${fields.join(', ')}.`,
    parts: ({ erased, withheld, unexplained }) =>
      `Parts not shown: ${erased} erased, ${withheld} left out${unexplained > 0 ? `, ${unexplained} not readable` : ''}.`,
    unreadable: (numbers) => `Not readable when exported: ${numbers.join(', ')}.`,
    anchored: (at) =>
      at === undefined
        ? 'No daily entry is among it. Whether something is missing at the end shows in comparison with a check value (--head).'
        : `Last daily entry: ${at}. Whether something is missing after it shows in comparison with a check value (--head).`,
    witnessed: (numbers) => `Agrees with the check value kept elsewhere: ${numbers.join(', ')}.`,
    tables: (names) => `Also checked: ${names.join(', ')}.`,
    absent: (names) => `Not there and therefore not checked: ${names.join(', ')}.`,
  },
};

const MOST_FAULTS_SAID = 10;

/** What comes from a file may hold anything; in a terminal it must not pass for a line of ours, nor steer the terminal. */
function plain(value) {
  if (typeof value === 'string') return value.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?');
  if (Array.isArray(value)) return value.map(plain);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

function failure({ faults }, words) {
  const said = plain(faults.slice(0, MOST_FAULTS_SAID)).map((fault) => {
    const where = words.place(fault) || fault.name;
    return `${where ? `${where}: ` : ''}${words.because[fault.because]}`;
  });
  const more = faults.length > said.length ? [words.more(faults.length - said.length)] : [];
  return `${[words.broken, ...said, ...more].join('\n')}\n`;
}

function success(result, words) {
  const { parts, witnesses } = result;
  const { header, end, tables, lastAnchoredAt } = plain({
    header: result.header,
    end: { unreadable: result.end.unreadable },
    tables: result.tables,
    lastAnchoredAt: result.lastAnchoredAt,
  });
  const lines = [
    words.whole(result),
    words.scope(header),
    ...(header.leftOut.length > 0 ? [words.leftOut(header.leftOut)] : []),
    ...(parts.erased + parts.withheld + parts.unexplained > 0 ? [words.parts(parts)] : []),
    ...(end.unreadable.length > 0 ? [words.unreadable(end.unreadable)] : []),
    words.anchored(lastAnchoredAt),
    ...(witnesses.length > 0 ? [words.witnessed(witnesses.map(({ number }) => number))] : []),
    ...(tables.checked.length > 0 ? [words.tables(tables.checked)] : []),
    ...(tables.absent.length > 0 ? [words.absent(tables.absent)] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** `DP-2026-0007:3f0c 12ab …`, as people copy it from a card. */
function readHead(text) {
  const [, number, digits = ''] = /^\s*(\S+-\d{4}-\d+)\s*:(.*)$/su.exec(text ?? '') ?? [];
  const hash = digits.replace(/[\s…]/g, '').toLowerCase();
  if (number === undefined || !/^[0-9a-f]{1,64}$/.test(hash) || hash.length < LEAST_DIGITS) return undefined;
  return { number: number.normalize('NFC').toUpperCase(), hash };
}

function readArguments(args, words) {
  const files = [];
  const heads = [];
  for (let place = 0; place < args.length; place += 1) {
    const asked = args[place];
    if (asked === '--head' || asked.startsWith('--head=')) {
      const text = asked === '--head' ? args[(place += 1)] : asked.slice('--head='.length);
      const head = readHead(text);
      if (head === undefined) return { wrong: words.headInvalid(text ?? '') };
      heads.push(head);
    } else if (asked.startsWith('-')) return { wrong: words.usage };
    else files.push(asked);
  }
  return files.length === 1 ? { file: files[0], heads } : { wrong: words.usage };
}

/** The checker as a program: what it says, and the exit code. */
export function runChecker(args, { language, write, writeError }) {
  const words = WORDS[language];
  if (args.includes('--help') || args.includes('-h')) {
    write(words.usage);
    return 0;
  }
  const { file, heads, wrong } = readArguments(args, words);
  if (wrong !== undefined) {
    writeError(wrong);
    return 2;
  }
  try {
    const result = checkExport(file, heads);
    const isWhole = result.faults.length === 0;
    write(isWhole ? success(result, words) : failure(result, words));
    return isWhole ? 0 : 1;
  } catch (error) {
    if (error?.syscall === undefined) throw error;
    writeError(words.unusable(error.path ?? file, error.code));
    return 2;
  }
}

/** Whether this file was started itself, and not loaded by another program. */
function isStarted() {
  try {
    return realpathSync(process.argv[1] ?? '') === fileURLToPath(import.meta.url);
  } catch {
    return false;
  }
}

if (isStarted()) {
  const language = /^de\b/i.test(Intl.DateTimeFormat().resolvedOptions().locale) ? 'de' : 'en';
  process.exitCode = runChecker(process.argv.slice(2), {
    language,
    write: (text) => process.stdout.write(text),
    writeError: (text) => process.stderr.write(text),
  });
}
