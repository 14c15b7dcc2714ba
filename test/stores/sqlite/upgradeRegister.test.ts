import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openEmbeddedRegister } from '../../../adapters/stores/openEmbeddedRegister.ts';
import { RegisterRefused } from '../../../adapters/stores/sqlite/registerRefused.ts';
import { sqliteEngine } from '../../../adapters/stores/sqlite/sqliteEngine.ts';
import { brokenChain } from '../../../adapters/stores/sqlite/checkChains.ts';
import { nodeCryptography } from '../../../adapters/vault/nodeCryptography.ts';
import type { Text } from '../../../src/law/sources.ts';
import type { CaseHead, Delivery, Look, Register, StoredEntry } from '../../../src/ports.ts';
import { CaseUnreadable } from '../../../src/register/caseUnreadable.ts';
import { readCase } from '../../../src/register/readCase.ts';
import { verifyChain } from '../../../src/register/verifyChain.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/**
 * Written once by the first version of Fristwacht and never since: the file, and what that version read from it. Its people and texts
 * are invented.
 */
const SAMPLE = join(import.meta.dirname, 'samples', 'schema-1');
type EarlierHead = Pick<CaseHead, 'caseId' | 'number' | 'status' | 'openedAt' | 'version' | 'nextDueAt'> & { reporter: string };
type Earlier = {
  readonly cases: readonly {
    readonly head: EarlierHead;
    readonly entries: readonly (StoredEntry & { readonly commandId: string })[];
    readonly looks: readonly Look[];
    readonly deliveries: readonly Delivery[];
  }[];
  readonly inbound: readonly { readonly inbound_id: string; readonly case_id: string; readonly sequence: number }[];
  readonly fences: readonly { readonly case_id: string; readonly fence: number }[];
  readonly lonelyLooks: readonly { readonly actor: string; readonly what: string }[];
};
const earlier = JSON.parse(readFileSync(`${SAMPLE}.json`, 'utf8')) as Earlier;

const path = temporaryFolder();
const ids = { next: () => randomUUID() };

function sample(): string {
  const file = path('register.sqlite');
  copyFileSync(`${SAMPLE}.sqlite`, file);
  return file;
}

async function upgraded(file = sample()): Promise<{ register: Register; notes: readonly Text[] }> {
  const notes: Text[] = [];
  return {
    register: await openEmbeddedRegister(file, { ids, note: (text) => void notes.push(text), busyMilliseconds: 100 }),
    notes,
  };
}

const everything = (): Buffer =>
  Buffer.concat(
    readdirSync(path(''))
      .filter((name) => name.startsWith('register.sqlite'))
      .map((name) => readFileSync(path(name))),
  );

function rows<Row>(file: string, sql: string): Row[] {
  const database = new DatabaseSync(file);
  const found = database.prepare(sql).all();
  database.close();
  return found as Row[];
}

describe('a register of the first version', () => {
  it('tells every case as it told it then', async () => {
    const { register } = await upgraded();
    for (const { head, entries, looks, deliveries } of earlier.cases) {
      const stored = (await register.read(head.caseId))!;
      expect(stored.version).toBe(head.version);
      expect(stored.entries.map(({ hash: _, ...entry }) => entry)).toEqual(
        entries.map(({ hash: _, commandId: __, ...entry }) => entry),
      );
      const { reporter: _, ...indexed } = head;
      expect(await register.head(head.caseId)).toMatchObject(indexed);
      expect(readCase(stored)).toMatchObject({ status: head.status, number: head.number });
      expect(await register.looksAt(head.caseId)).toEqual(looks);
      expect(await register.deliveries(head.caseId)).toEqual(deliveries);
    }
    expect(earlier.cases.map(({ entries }) => entries.length)).toEqual([2, 11, 5]);
    expect(earlier.cases.map(({ deliveries }) => deliveries.length)).toEqual([0, 18, 2]);
    await register.close();
  });

  it('still knows every number, command and message, and who reported', async () => {
    const { register } = await upgraded();
    for (const { head, entries } of earlier.cases) {
      expect(await register.findByNumber(head.number)).toBe(head.caseId);
      for (const { commandId, caseId, sequence } of entries) {
        expect(await register.findByCommand(commandId)).toEqual({ caseId, sequence });
      }
    }
    for (const { inbound_id: id, case_id: caseId, sequence } of earlier.inbound) {
      expect(await register.findByCommand(id)).toEqual({ caseId, sequence });
    }
    expect(await register.nextOrdinal('DP', 2026)).toBe(3);
    const ofAda = earlier.cases.filter(({ head }) => head.reporter === 'ada').map(({ head }) => head.caseId);
    expect((await register.list({ limit: 9, reporter: 'ada' as never })).map(({ caseId }) => caseId).toSorted()).toEqual(
      ofAda.toSorted(),
    );
    await register.close();
  });

  it('carries the earlier hash and command of each entry, and looks that concern no case', async () => {
    const { register } = await upgraded();
    for (const { head, entries } of earlier.cases) {
      const opened = await register.openedEntries(`case/${head.caseId}`);
      expect(opened.map(({ clear }) => (JSON.parse(clear) as { earlierHash: string }).earlierHash)).toEqual(
        entries.map(({ hash }) => hash),
      );
      const commands = opened.map(({ parts }) => parts.find(({ name }) => name === 'command')?.opened ?? '{}');
      expect(commands.map((text) => (JSON.parse(text) as { value: string }).value)).toEqual(
        entries.map(({ commandId }) => commandId),
      );
    }
    const lonely = await register.openedEntries('looks/register');
    expect(
      lonely.map(({ parts }) => (JSON.parse(parts.find(({ name }) => name === 'by')!.opened!) as { value: string }).value),
    ).toEqual(earlier.lonelyLooks.map(({ actor }) => actor));
    await register.close();
  });

  it('gives up the id of a command with the text that is erased of its entry, so that nobody can guess against the earlier hash', async () => {
    const { register } = await upgraded();
    const { caseId, at, by } = earlier.cases[0]!.entries[0]!;
    const event = { type: 'TextErased', at, by, sequence: 1, part: '0/text', reasons: 'Irrtum' } as const;
    const summary = { status: 'open', openDuties: [] } as const;
    const write = { caseId, expectedVersion: 2, commandId: 'erase', inboundIds: [], at, by, events: [event], summary } as const;
    expect(await register.append(write)).toEqual({ outcome: 'appended', version: 3 });
    const opened = await register.openedEntries(`case/${caseId}`);
    const missing = opened.map(({ parts }) => parts.flatMap((part) => (part.opened === undefined ? [part.name] : [])));
    expect(missing).toEqual([['command', '0/text'], [], []]);
    expect(verifyChain(opened, nodeCryptography.sha256)).toMatchObject({ intact: true, erased: 2, withheld: 0 });
    expect(readCase((await register.read(caseId))!)).toMatchObject({ number: earlier.cases[0]!.head.number });
    await register.close();
  });

  it('goes on with its fences, and leases nothing', async () => {
    const { register } = await upgraded();
    for (const { case_id: caseId, fence } of earlier.fences) {
      const claim = await register.claimCase(caseId as never, '2027-01-01T00:00:00.000Z' as never, 60);
      expect(claim!.fence).toBeGreaterThan(fence);
    }
    await register.close();
  });

  it('holds no plain text any more, in no byte of its files, and says so', async () => {
    const file = sample();
    const telling = [
      'Ada Ähnlich',
      'Kundenliste',
      'USB-Stick',
      'Der Stick ist wieder da',
      'slack:EVE',
      'slack-message-17',
      'Lösegeld',
      'slack:m-1',
    ];
    expect(telling.filter((text) => everything().includes(text))).toEqual(telling);
    const { register, notes } = await upgraded(file);
    expect(telling.filter((text) => everything().includes(text))).toEqual([]);
    expect(notes.map(({ de }) => de).join(' ')).toContain('im Klartext sind aus der Datei entfernt');
    expect(notes.map(({ en }) => en).join(' ')).toContain('gone from the file');
    await register.close();
    expect(telling.filter((text) => everything().includes(text))).toEqual([]);
    expect(rows(file, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  });

  it('has whole chains, and each entry still proves the hash it had then', async () => {
    const file = sample();
    const { register } = await upgraded(file);
    for (const { head } of earlier.cases) {
      const opened = await register.openedEntries(`case/${head.caseId}`);
      expect(verifyChain(opened, nodeCryptography.sha256)).toMatchObject({ intact: true, erased: 0, withheld: 0 });
    }
    await register.close();
    const database = new DatabaseSync(file);
    expect(brokenChain(database)).toBeUndefined();
    database.close();
  });

  it('is converted once, and by one of two who start at once', async () => {
    const file = sample();
    const both = await Promise.all([
      upgraded(file).catch((error: unknown) => error),
      upgraded(file).catch((error: unknown) => error),
    ]);
    const opened = both.filter((one) => typeof one === 'object' && one !== null && 'register' in one) as Awaited<
      ReturnType<typeof upgraded>
    >[];
    expect(opened.length).toBeGreaterThan(0);
    for (const { register } of opened) await register.close();
    const again = await upgraded(file);
    expect(again.notes.map(({ en }) => en).join(' ')).not.toContain('older version');
    expect((await again.register.list({ limit: 9 })).length).toBe(3);
    await again.register.close();
  });

  it('is not opened unconverted', () => {
    const refused = (() => {
      try {
        return sqliteEngine(sample());
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toBeInstanceOf(RegisterRefused);
    expect((refused as RegisterRefused).reason).toBe('olderVersion');
  });

  it('with a damaged entry is converted all the same; that case stays unreadable, and its text is kept', async () => {
    const file = sample();
    const database = new DatabaseSync(file);
    database.exec('DROP TRIGGER entry_keeps');
    database.exec(`UPDATE entry SET content = substr(content, 1, 60) WHERE case_id = 'c-2' AND sequence = 1`);
    database.close();
    const { register } = await upgraded(file);
    await expect(register.read('c-2' as never).then((stored) => readCase(stored!))).rejects.toBeInstanceOf(CaseUnreadable);
    expect(await register.read('c-1' as never)).toMatchObject({ version: 5 });
    expect(await register.head('c-2' as never)).toMatchObject({ number: 'DP-2026-0002', status: 'joined' });
    await register.close();
  });
});

describe('a conversion that fails', () => {
  it('leaves the register as it was, and is done by the next start', async () => {
    const file = sample();
    const before = rows(file, 'SELECT * FROM entry');
    let left = 12;
    const failing = { next: () => ((left -= 1) < 0 ? fail() : randomUUID()) };
    await expect(openEmbeddedRegister(file, { ids: failing })).rejects.toThrow('no more ids');
    expect(rows(file, 'PRAGMA user_version')).toEqual([{ user_version: 1 }]);
    expect(rows(file, 'SELECT * FROM entry')).toEqual(before);
    const { register } = await upgraded(file);
    expect(await register.list({ limit: 9 })).toHaveLength(3);
    await register.close();
  });

  it('between sealing and sweeping is swept by the next start', async () => {
    const file = sample();
    const { register } = await upgraded(file);
    await register.close();
    const database = new DatabaseSync(file);
    database.exec(`INSERT INTO upkeep VALUES ('sweep')`);
    database.close();
    const again = await upgraded(file);
    await again.register.close();
    expect(rows(file, 'SELECT * FROM upkeep')).toEqual([]);
  });

  it('for want of its key changes nothing and makes nothing', async () => {
    const file = sample();
    const before = readFileSync(file);
    await expect(openEmbeddedRegister(file, { ids, masterKey: { key: 'too short' } })).rejects.toMatchObject({
      reason: 'notAKey',
    });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(existsSync(`${file}.keys`)).toBe(false);
  });
});

function fail(): never {
  throw new Error('no more ids');
}
