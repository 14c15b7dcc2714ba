import { afterEach, beforeEach, expect, it } from 'vitest';
import { mongoEngine } from '../../../adapters/stores/mongo/mongoEngine.ts';
import { mongoKeyStore } from '../../../adapters/stores/mongo/mongoKeyStore.ts';
import { keepReminding, type Keeping } from '../../../adapters/running/keepReminding.ts';
import { nodeCryptography } from '../../../adapters/vault/nodeCryptography.ts';
import type { Register } from '../../../src/ports.ts';
import { sealedRegister } from '../../../src/register/sealedRegister.ts';
import { statusOf } from '../../../src/reminders/status.ts';
import { addHours, type Instant } from '../../../src/rules/instant.ts';
import { openCases } from '../../contracts/sampleWrites.ts';
import { testMasterKey } from '../../contracts/store.ts';
import { organisation, reportedAt } from '../../reminders/sampleCase.ts';
import { type FakePlatform, fakePlatform } from '../../support/fakePlatform.ts';
import { describeOnServer } from '../../support/mongod.ts';
import { type MongoDatabase, mongoDatabase } from './mongoDatabase.ts';

describeOnServer('three instances on one MongoDB', (server) => {
  let database: MongoDatabase;
  let running: Keeping[];
  let desk: FakePlatform;
  let now: Instant;
  let monotonic: number;
  let registers: Register[];
  const clock = { now: () => now };

  beforeEach(async () => {
    database = mongoDatabase(server().uri);
    [running, registers, now, monotonic] = [[], [], reportedAt, 0];
    desk = fakePlatform('desk', clock);
    let names = 0;
    for (let instance = 0; instance < 3; instance += 1) {
      const connected = await database.open();
      const ids = { next: () => `ring-${instance}-${(names += 1)}` };
      const keys = { keyStore: mongoKeyStore(connected), cryptography: nodeCryptography, masterKey: testMasterKey, ids };
      const register = await sealedRegister({ engine: mongoEngine(connected), ...keys });
      registers.push(register);
      running.push(
        await keepReminding({
          ...{ register, clock, organisation, ids, channels: [desk], machineNow: clock.now, monotonicNow: () => monotonic },
          alarm: () => undefined,
        }),
      );
    }
    await all((keeping) => keeping.runNow());
  });
  afterEach(async () => {
    for (const keeping of running) await keeping.stop();
    await database.remove();
  });
  const all = (work: (keeping: Keeping) => Promise<void>) => Promise.all(running.map(work));

  it('tell the digest once, and alarm once that one of them is in trouble', async () => {
    await openCases(registers[0]!, 'c-1', 'c-2');
    now = addHours(reportedAt, 63);
    await all((keeping) => keeping.runNow());
    expect(desk.arrived.filter(({ prompt }) => prompt.kind === 'digest').map(({ to }) => to.id)).toEqual(['dora-desk', 'office']);
    monotonic += 600_000;
    await all((keeping) => keeping.checkNow());
    await all((keeping) => keeping.checkNow());
    expect(desk.arrived.filter(({ prompt }) => prompt.kind === 'health').map(({ to }) => to.id)).toEqual(['dora-desk', 'office']);
    expect(await statusOf(registers[1]!, now)).toMatchObject({ instances: 3, troubles: [{ trouble: 'tickOld', count: 1 }] });
  });
});
