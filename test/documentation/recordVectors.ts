// The test vectors in `docs/record-format.md`, made by the code itself under random numbers that are counted.
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { masterKeyOf } from '../../adapters/vault/masterKeyOf.ts';
import { nodeCryptography } from '../../adapters/vault/nodeCryptography.ts';
import type { BreachEvent } from '../../src/breach/events.ts';
import { type CaseId, caseId, caseNumber, personId } from '../../src/breach/identifiers.ts';
import type { OpenedEntry } from '../../src/ports.ts';
import { canonicalJson } from '../../src/register/canonicalJson.ts';
import type { Box, Cryptography, Key, MasterKey } from '../../src/register/cryptography.ts';
import { NO_ENTRY } from '../../src/register/entryHash.ts';
import { openEntries } from '../../src/register/openEntries.ts';
import { openedEntry } from '../../src/register/openedEntry.ts';
import { sealEntry } from '../../src/register/sealEntry.ts';
import { openSealing } from '../../src/register/sealing.ts';
import { sealedRegister } from '../../src/register/sealedRegister.ts';
import { caseStream } from '../../src/register/streams.ts';
import { instant } from '../../src/rules/instant.ts';
import { countedIds } from '../contracts/store.ts';
import { memoryEngine, memoryKeyStore, newMemory } from '../support/memoryEngine.ts';

const base64url = (bytes: Buffer): string => bytes.toString('base64url');
const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64url');
const TAG_BYTES = 16;
const NONCE_BYTES = 12;

/** The same algorithms; only what is drawn at random is counted, so that the page says the same every time. */
function countedCryptography(): Cryptography {
  let drawn = 0;
  const draw = (length: number): Buffer => Buffer.alloc(length, (drawn += 1) % 256);
  return {
    ...nodeCryptography,
    randomKey: () => base64url(draw(32)),
    randomSalt: () => base64url(draw(32)),
    seal: (key, text, boundTo) => sealUnder(draw(NONCE_BYTES), key, text, boundTo),
  };
}

function sealUnder(nonce: Buffer, key: Key, text: string, boundTo: string): Box {
  const cipher = createCipheriv('aes-256-gcm', bytesOf(key), nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(boundTo));
  return base64url(Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]));
}

/** As another program would do it that has only read the page. */
export function openBox(key: string, box: string, boundTo: string): string {
  const bytes = bytesOf(box);
  const decipher = createDecipheriv('aes-256-gcm', bytesOf(key), bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(boundTo)).setAuthTag(bytes.subarray(-TAG_BYTES));
  return decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)).toString('utf8') + decipher.final('utf8');
}

const MASTER_KEY = base64url(Buffer.alloc(32, 0xa5));

/** Wraps as the real one does, under counted nonces. */
const countedMasterKey = (cryptography: Cryptography): MasterKey => ({
  ...masterKeyOf(MASTER_KEY),
  wrap: (key, boundTo) => cryptography.seal(MASTER_KEY, key, boundTo),
});

const at = (hour: number) => instant(`2026-03-27T${String(hour).padStart(2, '0')}:00:00Z`);
const theCase: CaseId = caseId('5f0c2e9a');
const ada = personId('ada');
const dora = personId('dora');
const number = caseNumber('DP', 2026, 1);
const reported: BreachEvent = {
  ...{ type: 'BreachReported', at: at(9), by: ada, number, noticedAt: at(8), reporter: ada },
  ...{ text: 'Liste an den falschen Kunden „Süd“', reporterName: 'Ada Ähnlich', language: 'de', source: { by: 'self' } },
};
const added: BreachEvent = { type: 'ReportAdded', at: at(10), by: dora, text: 'Herr Petrov war es', authorName: 'Dora Daten' };
const erased: BreachEvent = {
  type: 'TextErased',
  at: at(11),
  by: dora,
  sequence: 2,
  part: '0/text',
  reasons: 'Versehentlich genannt',
};

async function writtenCase(cryptography: Cryptography, masterKey: MasterKey) {
  const memory = newMemory();
  const engine = memoryEngine(memory);
  const register = await sealedRegister({ engine, keyStore: memoryKeyStore(memory), cryptography, masterKey, ids: countedIds() });
  const common = { caseId: theCase, summary: { status: 'open', openDuties: [] }, inboundIds: [] } as const;
  const first = { ...common, number, expectedVersion: 0, commandId: 'command-1', at: at(9), by: ada, inboundIds: ['message-1'] };
  await register.append({ ...first, events: [reported] });
  await register.append({ ...common, expectedVersion: 1, commandId: 'command-2', at: at(10), by: dora, events: [added] });
  const kept = await engine.entries(caseStream(theCase), 2);
  const ring = memory.rings.get(kept[0]!.keyRing)!;
  await register.append({ ...common, expectedVersion: 2, commandId: 'command-3', at: at(11), by: dora, events: [erased] });
  await register.recordLook({ caseId: theCase, by: dora, at: at(12), what: 'openCase', allowed: true });
  await register.anchorHeads(at(23));
  const streams = [caseStream(theCase), `looks/${theCase}`, 'register'] as const;
  const opened = (await Promise.all(streams.map((stream) => register.openedEntries(stream)))).flat();
  return { opened, second: kept[0]!, ring, pseudonyms: memory.rings.get('pseudonyms')! };
}

/** An entry of format 1 and what became of it. */
async function takenOver(cryptography: Cryptography, masterKey: MasterKey): Promise<{ earlier: object; opened: OpenedEntry }> {
  const keys = { keyStore: memoryKeyStore(), cryptography, masterKey, ids: countedIds() };
  const sealing = await openSealing(keys, async () => true);
  const content = cryptography.sha256(canonicalJson([added]));
  const covered = {
    format: 1,
    caseId: theCase,
    sequence: 1,
    commandId: 'command-2',
    at: added.at,
    by: dora,
    content,
    previous: NO_ENTRY,
  };
  const hash = cryptography.sha256(canonicalJson(covered));
  const place = { stream: caseStream(theCase), sequence: 1, previous: NO_ENTRY, at: added.at, by: dora, names: [] };
  const { entry, ring } = sealEntry(sealing, { ...place, body: { events: [added] }, earlier: { hash, commandId: 'command-2' } });
  const [read] = openEntries(sealing, [entry], ring ? [ring] : []).entries;
  return { earlier: { covered: canonicalJson(covered), hash }, opened: openedEntry(read!) };
}

/** All of them, by the names the page gives them. */
export async function recordVectors() {
  const cryptography = countedCryptography();
  const masterKey = countedMasterKey(cryptography);
  const { opened, second, ring, pseudonyms } = await writtenCase(cryptography, masterKey);
  const pseudonymKey = masterKey.unwrap(pseudonyms.wrapped['key']!, 'pseudonyms/key')!;
  const partKey = masterKey.unwrap(ring.wrapped['by']!, `${ring.id}/by`)!;
  const value = { ö: 'ß€😀', a: [1e21, -0, null, true], '1': { b: 'a\u0007"', a: '' } };
  return {
    canonical: {
      value: JSON.stringify(value),
      canonical: canonicalJson(value),
      sha256: cryptography.sha256(canonicalJson(value)),
    },
    pseudonym: { key: pseudonymKey, text: 'person ada', pseudonym: cryptography.hmacSha256(pseudonymKey, 'person ada') },
    part: {
      name: 'by',
      opened: opened[1]!.parts.find(({ name }) => name === 'by')!.opened!,
      digest: (JSON.parse(second.clear) as { parts: Record<string, string> }).parts['by']!,
      key: partKey,
      boundTo: `${second.stream}/2/by`,
      box: second.parts.find(({ name }) => name === 'by')!.box,
    },
    wrappedKey: {
      masterKey: MASTER_KEY,
      fingerprint: masterKey.fingerprint,
      boundTo: `${ring.id}/by`,
      wrapped: ring.wrapped['by']!,
      key: partKey,
    },
    entries: opened,
    format1: await takenOver(cryptography, masterKey),
  };
}

export type RecordVectors = Awaited<ReturnType<typeof recordVectors>>;

export const VECTORS_BEGIN = '<!-- vectors: written by test/documentation/recordFormat.test.ts -->';
export const VECTORS_END = '<!-- end of vectors -->';

const block = (title: string, value: unknown): string =>
  `### ${title}\n\n\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\`\n`;

/** The part of the page between the two marks. */
export function vectorSection({ canonical, pseudonym, part, wrappedKey, entries, format1 }: RecordVectors): string {
  const lines = entries.map((entry) => JSON.stringify(entry)).join('\n');
  return [
    block('Canonical JSON', canonical),
    block('Pseudonym', pseudonym),
    block('A part, its digest and its box', part),
    block('A wrapped key', wrappedKey),
    `### A case, a look at it and a daily entry, opened\n\nOne line for each entry. The text of the second entry was erased by the third.\n\n\`\`\`json\n${lines}\n\`\`\`\n`,
    block('An entry taken over from format 1', format1),
  ].join('\n');
}
