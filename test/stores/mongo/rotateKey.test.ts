import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CommandWorld, runCommandLine } from '../../../adapters/cli/commandLine.ts';
import { rings } from '../../../adapters/stores/mongo/documents.ts';
import { openMongoRegister } from '../../../adapters/stores/mongo/openMongoRegister.ts';
import { RegisterUnavailable } from '../../../src/ports.ts';
import { caseId } from '../../../src/breach/identifiers.ts';
import { adding, openCases } from '../../contracts/sampleWrites.ts';
import { describeOnServer } from '../../support/mongod.ts';
import { isNamedFromOutside, type MongoDatabase, mongoDatabase, wireNeedsOwnServer } from './mongoDatabase.ts';

const key = (letter: string): string => Buffer.alloc(32, letter).toString('base64');
const [OLD, NEW, FOREIGN] = [key('a'), key('b'), key('c')];

describeOnServer('fristwacht rotate-key with MONGODB_URI', (server) => {
  describe.skipIf(isNamedFromOutside)(wireNeedsOwnServer, () => {
    let database: MongoDatabase;
    beforeEach(() => {
      database = mongoDatabase(server().uri);
    });
    afterEach(() => database.remove());

    const address = () => server().uri.replace('/?', `/${database.name}?`);
    const opened = (masterKey: string) =>
      openMongoRegister(address(), { purpose: 'drill', ids: { next: randomUUID }, masterKey: { key: masterKey } });
    const filled = async (): Promise<void> => {
      const register = await opened(OLD);
      await openCases(register, 'c-1', 'c-2');
      await register.append(adding('c-1', 1));
      await register.close();
    };
    const textsOf = async (masterKey: string): Promise<string> => {
      const register = await opened(masterKey);
      const stored = await register.read(caseId('c-1'));
      await register.close();
      return JSON.stringify(stored?.entries.flatMap(({ events }) => events));
    };
    const rotate = async (env: CommandWorld['env']) => {
      const said = { out: '', error: '' };
      const world: CommandWorld = {
        env: { MONGODB_URI: address(), LC_ALL: 'en_GB.UTF-8', ...env },
        readStdin: async () => '',
        write: (words) => void (said.out += words),
        writeError: (words) => void (said.error += words),
        now: () => '2026-12-01T08:00:00.000Z',
        randomId: () => randomUUID(),
      };
      return { code: await runCommandLine(['rotate-key'], world), ...said };
    };
    const both = { FRISTWACHT_MASTER_KEY: OLD, FRISTWACHT_NEW_MASTER_KEY: NEW };

    it('puts every key under the new one; the old one opens nothing any more', async () => {
      await filled();
      const before = await textsOf(OLD);
      const { code, out } = await rotate(both);
      expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('The master key is changed.') });
      expect(await textsOf(NEW)).toBe(before);
      expect(before).toContain('Nachtrag 1');
      await expect(opened(OLD)).rejects.toMatchObject({ name: 'MasterKeyRefused', reason: 'wrongKey' });
    });

    it('may be repeated, and then has nothing to do', async () => {
      await filled();
      await rotate(both);
      expect(await rotate(both)).toMatchObject({ code: 0, out: expect.stringContaining('changed over: 0') });
    });

    it('that was interrupted keeps the register shut until it is completed', async () => {
      await filled();
      const { keys } = await database.open(undefined, undefined, 'drill');
      const one = await rings(keys).findOne({ stream: 'case/c-2' });
      await rotate(both);
      await rings(keys).replaceOne({ _id: one!._id }, one!);
      await keys.client.close();
      for (const masterKey of [OLD, NEW]) await expect(opened(masterKey)).rejects.toMatchObject({ reason: 'masterKeyChanging' });
      expect(await rotate(both)).toMatchObject({ code: 0, out: expect.stringContaining('changed over: 1') });
      expect(await textsOf(NEW)).toContain('Nachtrag 1');
    });

    it('stops a bot that still runs with the old key, before it acknowledges what would be lost', async () => {
      await filled();
      const running = await opened(OLD);
      await rotate(both);
      await expect(running.append(adding('c-2', 1))).rejects.toBeInstanceOf(RegisterUnavailable);
      await running.close();
      const next = await opened(NEW);
      expect(await next.append(adding('c-2', 1))).toEqual({ outcome: 'appended', version: 2 });
      await next.close();
    });

    it('may be taken back', async () => {
      await filled();
      await rotate(both);
      expect(await rotate({ FRISTWACHT_MASTER_KEY: NEW, FRISTWACHT_NEW_MASTER_KEY: OLD })).toMatchObject({ code: 0 });
      const register = await opened(OLD);
      expect(await register.append(adding('c-2', 1))).toEqual({ outcome: 'appended', version: 2 });
      await register.close();
    });

    it('refuses a present key that is not the one, and changes nothing', async () => {
      await filled();
      expect(await rotate({ ...both, FRISTWACHT_MASTER_KEY: FOREIGN })).toMatchObject({ code: 1, out: '' });
      expect(await textsOf(OLD)).toContain('Nachtrag 1');
    });

    it('asks for both keys, and makes neither', async () => {
      await filled();
      const { code, error } = await rotate({ FRISTWACHT_MASTER_KEY: OLD });
      expect({ code, error }).toEqual({ code: 2, error: expect.stringContaining('FRISTWACHT_NEW_MASTER_KEY') });
      expect(await rotate({ FRISTWACHT_NEW_MASTER_KEY: NEW })).toMatchObject({
        code: 1,
        error: expect.stringContaining('needs a master key'),
      });
    });

    it('refuses a database without a register, and makes nothing in it', async () => {
      const { code, error } = await rotate(both);
      expect({ code, error }).toEqual({ code: 1, error: expect.stringContaining('something other than a register') });
    });
  });
});
