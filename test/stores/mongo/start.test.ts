import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDesk, tryToStart } from '../../desk/runningDesk.ts';
import { describeOnServer } from '../../support/mongod.ts';
import { isNamedFromOutside, type MongoDatabase, mongoDatabase, wireNeedsOwnServer } from './mongoDatabase.ts';

const KEY = Buffer.alloc(32, 'the key of the operator').toString('base64');
const OTHER_KEY = Buffer.alloc(32, 'the key of somebody else').toString('base64');

describeOnServer('fristwacht start with MONGODB_URI', (server) => {
  describe.skipIf(isNamedFromOutside)(wireNeedsOwnServer, () => {
    let database: MongoDatabase;
    let folder: string;
    beforeEach(() => {
      database = mongoDatabase(server().uri);
      folder = mkdtempSync(join(tmpdir(), 'fristwacht-mongo-start-'));
    });
    afterEach(async () => {
      rmSync(folder, { recursive: true, force: true });
      await database.remove();
    });
    const address = () => server().uri.replace('/?', `/${database.name}?`);
    const env = (more: Record<string, string> = {}) => ({ MONGODB_URI: address(), FRISTWACHT_MASTER_KEY: KEY, ...more });

    it('keeps the cases there, sealed, and finds them again after it was killed', async () => {
      const desk = await startDesk({ env: env(), args: ['--example'] });
      await expect.poll(desk.output).toContain('MongoDB');
      const client = new MongoClient(server().uri);
      const register = client.db(database.name);
      // Beside the case stands the organisation, which is served like one.
      const ofCases = { index: { $exists: true } };
      await expect.poll(() => register.collection('cases').countDocuments(ofCases)).toBe(1);
      const entries = await register.collection('entries').countDocuments();
      const stored = JSON.stringify(await register.collection('entries').find().toArray());
      expect(stored).toContain('Ü-');
      expect(stored).not.toMatch(/reporterName":"|"text":"/);
      expect(await client.db(`${database.name}_keys`).collection('rings').countDocuments()).toBeGreaterThanOrEqual(entries);
      expect(await register.collection('meta').findOne({})).toMatchObject({ purpose: 'drill' });

      const first = await register.collection('cases').findOne(ofCases);
      await desk.crash();
      const next = await startDesk({ env: env() });
      expect(await register.collection('cases').findOne({ _id: first!._id })).toMatchObject({ index: { ordinal: 1 } });
      expect(await next.terminate()).toBe(0);
      await client.close();
      await Promise.all([desk, next].map((started) => started.dispose()));
    });

    it('refuses to start without a master key, and makes none', async () => {
      const { code, output } = await tryToStart(folder, { env: { MONGODB_URI: address() } });
      expect(code).toBe(1);
      expect(output).toMatch(/FRISTWACHT_MASTER_KEY.*openssl rand -base64 32/);
      const client = new MongoClient(server().uri);
      expect(await client.db(database.name).listCollections().toArray()).toEqual([]);
      await client.close();
    });

    it('refuses to start with another master key than the one it was written under', async () => {
      const desk = await startDesk({ env: env() });
      await desk.terminate();
      await desk.dispose();
      const { code, output } = await tryToStart(folder, { env: env({ FRISTWACHT_MASTER_KEY: OTHER_KEY }) });
      expect(code).toBe(1);
      expect(output).toContain('Dieser Hauptschlüssel gehört nicht zu diesem Register');
      expect(output).not.toContain(OTHER_KEY);
    });

    it('says within seconds that nobody answers, and tells nobody the password', async () => {
      const start = performance.now();
      const { code, output } = await tryToStart(folder, {
        env: env({ MONGODB_URI: 'mongodb://bot:s3cret@127.0.0.1:9/breaches', LC_ALL: 'en_GB.UTF-8' }),
      });
      expect(code).toBe(1);
      expect(output).toContain('MongoDB cannot be reached (127.0.0.1:9, breaches)');
      expect(output).not.toMatch(/s3cret|bot/);
      expect(performance.now() - start).toBeLessThan(10_000);
    });

    it('says that an address is none, and tells nobody the password', async () => {
      const { code, output } = await tryToStart(folder, { env: env({ MONGODB_URI: 'mongodb://bot:s3cret:x@/?nonsense' }) });
      expect(code).toBe(1);
      expect(output).toContain('MONGODB_URI ist keine gültige Adresse');
      expect(output).not.toContain('s3cret');
    });
  });
});
