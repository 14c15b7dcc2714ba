import type { Document } from 'mongodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Connected } from '../../../adapters/stores/mongo/connected.ts';
import { shelves } from '../../../adapters/stores/mongo/documents.ts';
import { mongoEngine } from '../../../adapters/stores/mongo/mongoEngine.ts';
import { caseId } from '../../../src/breach/identifiers.ts';
import { RegisterUnavailable } from '../../../src/ports.ts';
import type { EngineAppend, RegisterEngine } from '../../../src/register/registerEngine.ts';
import { appendTo, entryAt } from '../../contracts/engineWrites.ts';
import { hoursAfterNine, nine } from '../../contracts/sampleWrites.ts';
import { openDyingWire } from '../../support/dyingWire.ts';
import { describeOnReplicaSet, describeOnServer } from '../../support/mongod.ts';
import { isNamedFromOutside, type MongoDatabase, mongoDatabase, wireNeedsOwnServer } from './mongoDatabase.ts';

type Place = { readonly uri: () => string; readonly port: () => Promise<number | undefined> };

/** Every request of one append after which its writer may be gone, in the order they leave. */
const deaths = ['insert entries', 'update ends', 'update cases', 'update entries'] as const;
type Death = (typeof deaths)[number];
const nobodyDied = 'nobody died';

const asked = (command: Document): string => {
  const [name = ''] = Object.keys(command);
  return `${name} ${String(command[name])}`;
};

/** An entry is one document, what follows it are others. Wherever a writer dies, the next one who looks finds a whole register. */
function diedBetweenWrites(place: Place): void {
  let database: MongoDatabase;
  let connected: Connected;
  let engine: RegisterEngine;
  const c1 = caseId('c-1');

  beforeEach(async () => {
    database = mongoDatabase(place.uri());
    connected = await database.open();
    engine = mongoEngine(connected);
  });
  afterEach(async () => {
    await engine.close();
    await database.remove();
  });

  /** Appends over a wire on which the writer dies before this request goes out. */
  async function appendAndDie(append: EngineAppend, death: Death): Promise<string> {
    const port = await place.port();
    const wire = await openDyingWire(port ?? expect.unreachable('a server with a port'), (command) => asked(command) === death);
    const dying = mongoEngine(await database.open(wire.uri));
    try {
      return (await dying.append(append)).outcome;
    } catch (error) {
      expect(error).toBeInstanceOf(RegisterUnavailable);
      return 'unavailable';
    } finally {
      expect(wire.isDead() ? death : nobodyDied).toBe(death);
      await dying.close();
      await wire.close();
    }
  }
  const behind = () => shelves(connected.register).entries.countDocuments({ behind: true });

  it.each(deaths)('an opening whose writer dies before „%s“ is not there, or there as a whole', async (death) => {
    const outcome = await appendAndDie(appendTo('c-1', 1), death);
    const isThere = death !== 'insert entries';
    expect(outcome).toBe(isThere ? 'appended' : 'unavailable');
    expect(await engine.findName('number:DP-2026-0001')).toEqual(isThere ? { stream: 'case/c-1', sequence: 1 } : undefined);
    expect(await engine.highestOrdinal('DP', 2026)).toBe(isThere ? 1 : 0);

    const again = await engine.append(appendTo('c-1', 1));
    expect(again).toMatchObject(isThere ? { outcome: 'name-taken', stream: 'case/c-1', sequence: 1 } : { outcome: 'appended' });

    expect(await engine.claimDue(nine, 60)).toMatchObject({ caseId: 'c-1' });
    expect(await engine.find(c1)).toMatchObject({ number: 'DP-2026-0001', version: 1, nextDueAt: nine });
    expect(await engine.list({ limit: 9 })).toHaveLength(1);
    expect(await engine.unanchored(9)).toMatchObject([{ stream: 'case/c-1', sequence: 1 }]);
    expect(await behind()).toBe(0);
  });

  it.each(deaths)(
    'an erasing entry whose writer dies before „%s“ leaves no reporter in any entry, once somebody claims',
    async (death) => {
      const first = appendTo('c-1', 1);
      await engine.append(first);
      const last = appendTo('c-1', 2);
      await appendAndDie({ ...last, index: { ...first.index!, reporter: '', status: 'erased' } }, death);
      await engine.claimDue(hoursAfterNine(1), 60);
      const named = () => shelves(connected.register).entries.countDocuments({ 'index.reporter': first.index!.reporter });
      expect(await named()).toBe(death === 'insert entries' ? 1 : 0);
      expect((await engine.find(c1))?.reporter).toBe(death === 'insert entries' ? first.index!.reporter : '');
    },
  );

  it.each(deaths)('a later entry whose writer dies before „%s“ makes the case due all the same', async (death) => {
    await engine.append(appendTo('c-1', 1));
    const claim = (await engine.claimDue(nine, 60))!;
    await engine.settle(claim, 1, undefined);
    await engine.markAnchored(await engine.unanchored(9));
    expect(await engine.earliestDue()).toBeUndefined();

    await appendAndDie(appendTo('c-1', 2, { at: hoursAfterNine(1), status: 'closed' }), death);
    const isThere = death !== 'insert entries';
    const claimed = await engine.claimDue(hoursAfterNine(1), 60);
    expect(claimed?.caseId).toBe(isThere ? 'c-1' : undefined);
    expect(await engine.find(c1)).toMatchObject(isThere ? { version: 2, status: 'closed' } : { version: 1, status: 'open' });
    expect(await engine.unanchored(9)).toHaveLength(isThere ? 1 : 0);
    expect(await behind()).toBe(0);
    const next = isThere ? 3 : 2;
    expect(await engine.append(appendTo('c-1', next))).toEqual({ outcome: 'appended' });
  });

  it('a case can be claimed by its name before anybody looked for what is due', async () => {
    await appendAndDie(appendTo('c-1', 1), 'update cases');
    expect(await engine.claimCase(c1, nine, 60)).toMatchObject({ caseId: 'c-1', fence: 1 });
  });

  it.each(['claimDue', 'earliestDue', 'wakeAll'] as const)('„%s“ finds a case that its writer could not list', async (look) => {
    await appendAndDie(appendTo('c-1', 1), 'update cases');
    if (look === 'claimDue') await engine.claimDue(nine, 60);
    else if (look === 'earliestDue') expect(await engine.earliestDue()).toBe(nine);
    else await engine.wakeAll(nine);
    expect(await engine.find(c1)).toMatchObject({ version: 1 });
  });

  it('a case that its writer could not list is found by whoever writes to it next', async () => {
    await appendAndDie(appendTo('c-1', 1), 'update cases');
    expect(await engine.find(c1)).toMatchObject({ version: 1, number: 'DP-2026-0001' });
  });

  it('a look whose writer dies is among the ends that are to be entered', async () => {
    await appendAndDie({ entry: entryAt('looks/c-1', 1), at: nine }, 'update ends');
    expect(await engine.unanchored(9)).toMatchObject([{ stream: 'looks/c-1', sequence: 1 }]);
  });

  it('an older entry that is made up for late takes nothing back', async () => {
    await appendAndDie(appendTo('c-1', 1), 'update cases');
    await engine.append(appendTo('c-1', 2, { status: 'closed', openDuties: [] }));
    await engine.claimDue(nine, 60);
    expect(await engine.find(c1)).toMatchObject({ version: 2, status: 'closed', openDuties: [] });
    expect(await behind()).toBe(0);
  });

  it('eight instances that make up for one dead writer at once give the case to one', async () => {
    await appendAndDie(appendTo('c-1', 1), 'update ends');
    const instances = await Promise.all(Array.from({ length: 8 }, async () => mongoEngine(await database.open())));
    const claims = await Promise.all(instances.map((instance) => instance.claimDue(nine, 60)));
    expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
    await Promise.all(instances.map((instance) => instance.close()));
    expect(await engine.find(c1)).toMatchObject({ version: 1 });
  });

  describe('a settlement', () => {
    it('whose worker dies leaves the case to the next one, when the time of the claim is over', async () => {
      await engine.append(appendTo('c-1', 1));
      const port = (await place.port())!;
      let updates = 0;
      // The first update finds that the case moved on; the second one would give it back.
      const wire = await openDyingWire(port, (command) => asked(command) === 'update cases' && (updates += 1) === 2);
      const dying = mongoEngine(await database.open(wire.uri));
      const claim = (await dying.claimDue(nine, 60))!;
      await engine.append(appendTo('c-1', 2));
      await expect(dying.settle(claim, 1, hoursAfterNine(24))).rejects.toBeInstanceOf(RegisterUnavailable);
      await dying.close();
      await wire.close();

      expect(await engine.claimDue(nine, 60)).toBeUndefined();
      expect(await engine.claimDue(hoursAfterNine(1), 60)).toMatchObject({ caseId: 'c-1', fence: claim.fence + 1 });
      expect(await engine.settle(claim, 2, undefined)).toBe(false);
    });
  });
}

describeOnServer('a writer dies between two writes', (server) => {
  const place = { uri: () => server().uri, port: async () => server().process?.port };
  describe.skipIf(isNamedFromOutside)(wireNeedsOwnServer, () => diedBetweenWrites(place));
});
describeOnReplicaSet('a writer dies between two writes', (set) =>
  diedBetweenWrites({ uri: () => set().uri, port: async () => set().members[await set().primary()]?.port }),
);
