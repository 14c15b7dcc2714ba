import { readFileSync, rmSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkExport, runChecker } from '../../adapters/documents/checkExport.mjs';
import { nodeCryptography } from '../../adapters/vault/nodeCryptography.ts';
import type { BreachEvent } from '../../src/breach/events.ts';
import { caseId, caseNumber, personId } from '../../src/breach/identifiers.ts';
import type { Register } from '../../src/ports.ts';
import { exportedStreams } from '../../src/register/exportedStreams.ts';
import { exportRows } from '../../src/register/exportRows.ts';
import { ada, adding, hoursAfterNine, nine, openCases } from '../contracts/sampleWrites.ts';
import { registerOn, type Store } from '../contracts/store.ts';
import { temporaryFolder } from '../stores/sqlite/temporaryFolder.ts';
import { prepareMemoryStore } from '../support/memoryStore.ts';
import { writeExport, writeForged } from './sampleExport.ts';

const path = temporaryFolder();
const one = caseId('c-1');
const closed: BreachEvent = { type: 'CaseClosed', at: nine, by: ada, note: 'fertig' };
const textErased: BreachEvent = { type: 'TextErased', at: nine, by: ada, sequence: 1, part: '0/text', reasons: 'Irrtum' };
const caseErased: BreachEvent = {
  ...{ type: 'CaseErased', at: hoursAfterNine(2), by: ada, reasons: 'Aufbewahrung zu Ende', retention: 'drei Jahre' },
};

let store: Store;
let register: Register;
beforeEach(async () => {
  store = await (await prepareMemoryStore()).open();
  register = await registerOn(store);
  await openCases(register, 'c-1', 'c-2');
  await look(0);
});

const look = (hour: number, by = 'ada') =>
  register.recordLook({ caseId: one, by: personId(by), at: hoursAfterNine(hour), what: 'openCase', allowed: true });
const append = (version: number, event: BreachEvent) =>
  register.append(adding('c-1', version, { at: event.at, events: [event] }));
const destroyKey = async (stream: 'case/c-1' | 'looks/c-1', part: string) => {
  const [ring] = await store.keyStore.ringsOf(stream);
  await store.keyStore.destroy(ring!.id, [part]);
};
const check = async (wanted: Parameters<typeof writeExport>[2] = {}) => {
  rmSync(path('all.jsonl'), { force: true });
  await writeExport(register, path('all.jsonl'), wanted);
  const { faults, parts } = checkExport(path('all.jsonl'));
  return { faults, parts };
};
const linesOf = (name: string): string[] => readFileSync(path(name), 'utf8').trimEnd().split('\n');
const isLook = (line: string): boolean => line.includes('"stream":"looks/c-1"');

async function erasedBetweenTwoLooks(): Promise<void> {
  await append(1, closed);
  await append(2, caseErased);
  await look(3, 'dora');
  await register.read(one);
}

describe('parts that are missing with a reason on record', () => {
  it('a text that was erased', async () => {
    await append(1, textErased);
    expect(await check()).toEqual({ faults: [], parts: { erased: 1, withheld: 0, unexplained: 0 } });
  });

  it('a whole case, and who looked at it before; who looked afterwards is shown', async () => {
    await erasedBetweenTwoLooks();
    expect(await check()).toEqual({ faults: [], parts: { erased: 8, withheld: 0, unexplained: 0 } });
    const [before = '', after = ''] = linesOf('all.jsonl').filter(isLook);
    expect([before.includes('"opened"'), after.includes('"opened"')]).toEqual([false, true]);
  });

  it('the looks at an erased case, also where they stand before it', async () => {
    await erasedBetweenTwoLooks();
    await check();
    const [heading = '', ...rest] = linesOf('all.jsonl');
    const turned = [heading, ...rest.filter(isLook), ...rest.filter((line) => !isLook(line))];
    writeForged(path('turned.jsonl'), turned, nodeCryptography.sha256);
    expect(checkExport(path('turned.jsonl'))).toMatchObject({ faults: [], parts: { erased: 8, unexplained: 0 } });
  });

  it('an erased case taken out alone, with its looks', async () => {
    await erasedBetweenTwoLooks();
    const only = { name: 'c-1', number: caseNumber('DP', 2026, 1) };
    expect(await check({ only })).toEqual({ faults: [], parts: { erased: 8, withheld: 0, unexplained: 0 } });
  });

  it('fields that the export leaves out and says so, of an erased case too', async () => {
    await erasedBetweenTwoLooks();
    expect(await check({ leftOut: ['text', 'by', 'what'] })).toEqual({
      faults: [],
      parts: { erased: 8, withheld: 5, unexplained: 0 },
    });
  });

  it('stand in a table as erased, the looks too', async () => {
    await erasedBetweenTwoLooks();
    const rows = [];
    for await (const stream of exportedStreams(register, { of: 'all' })) rows.push(...exportRows(stream, new Set()));
    expect(rows.filter(({ kind }) => kind === 'Look').map(({ by }) => by)).toEqual([
      { field: 'by', missing: 'erased' },
      { field: 'by', value: 'dora' },
    ]);
    expect(JSON.stringify(rows)).not.toContain('unknown');
  });
});

describe('parts that are missing without any reason', () => {
  it('of a look, because its key was destroyed: not whole', async () => {
    await destroyKey('looks/c-1', 'what');
    expect(await check()).toEqual({
      faults: [{ because: 'unexplained', stream: 'looks/c-1', sequence: 1, part: 'what', number: 'DP-2026-0001' }],
      parts: { erased: 0, withheld: 0, unexplained: 1 },
    });
  });

  it('of a look after the case was erased: not whole', async () => {
    await erasedBetweenTwoLooks();
    const later = (await store.engine.entries('looks/c-1'))[1]!;
    await store.keyStore.destroy(later.keyRing, ['by']);
    expect((await check()).faults).toEqual([expect.objectContaining({ because: 'unexplained', sequence: 2, part: 'by' })]);
  });

  it('of a case, which somebody then no longer names as unreadable: not whole, and said with stream, entry and part', async () => {
    await destroyKey('case/c-1', '0/text');
    await check();
    writeForged(path('forged.jsonl'), linesOf('all.jsonl'), nodeCryptography.sha256);
    let out = '';
    const world = { write: (text: string) => void (out += text), writeError: () => undefined };
    expect(runChecker([path('forged.jsonl')], { language: 'de', ...world })).toBe(1);
    expect(out).toContain('DP-2026-0001 (case/c-1), Eintrag 1, Teil 0/text: Dieser Inhalt fehlt.');
    out = '';
    runChecker([path('forged.jsonl')], { language: 'en', ...world });
    expect(out).toContain('DP-2026-0001 (case/c-1), entry 1, part 0/text: This content is missing.');
  });

  it('of a case that is named as unreadable: told as not readable, and no fault of the export', async () => {
    await destroyKey('case/c-1', '0/text');
    expect(await check()).toEqual({ faults: [], parts: { erased: 0, withheld: 0, unexplained: 1 } });
    let out = '';
    const world = { write: (text: string) => void (out += text), writeError: () => undefined };
    expect(runChecker([path('all.jsonl')], { language: 'de', ...world })).toBe(0);
    expect(out).toContain('0 weggelassen, 1 nicht lesbar.\nBeim Export nicht lesbar: DP-2026-0001.');
  });

  it('no other case is excused by one that is unreadable', async () => {
    await destroyKey('case/c-1', '0/text');
    await check();
    const [unreadable] = linesOf('all.jsonl').filter((line) => line.startsWith('{"end"'));
    expect(unreadable).toContain('"unreadable":["DP-2026-0001"]');
    await register.recordLook({ caseId: caseId('c-2'), by: ada, at: nine, what: 'openCase', allowed: true });
    const [ring] = await store.keyStore.ringsOf('looks/c-2');
    await store.keyStore.destroy(ring!.id, ['by']);
    expect((await check()).faults).toEqual([expect.objectContaining({ because: 'unexplained', stream: 'looks/c-2' })]);
  });
});
