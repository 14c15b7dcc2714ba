import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beat, heartbeatAddress } from '../../../adapters/running/heartbeat.ts';
import { type Keeping, keepReminding, type KeepingSetting } from '../../../adapters/running/keepReminding.ts';
import { watchDeliveries } from '../../../adapters/running/watchDeliveries.ts';
import { openEmbeddedRegister } from '../../../adapters/stores/openEmbeddedRegister.ts';
import { caseId } from '../../../src/breach/identifiers.ts';
import { handle } from '../../../src/dialogue/handle.ts';
import type { Channel, Register } from '../../../src/ports.ts';
import type { Alarm } from '../../../src/reminders/remindersWorld.ts';
import { statusOf } from '../../../src/reminders/status.ts';
import { addHours, type Instant } from '../../../src/rules/instant.ts';
import { fakePlatform } from '../../support/fakePlatform.ts';
import { dora, organisation, reportedAt } from '../../reminders/sampleCase.ts';

const ids = { next: () => randomUUID() };

describe('the sign of life', () => {
  let server: Server;
  let calls: IncomingMessage[];
  let answer: number | 'never' | 'elsewhere';
  let url: URL;

  beforeEach(async () => {
    [calls, answer] = [[], 200];
    server = createServer((request, response) => {
      calls.push(request);
      if (answer === 'never') return;
      if (answer === 'elsewhere') response.writeHead(302, { location: `${url.href}elsewhere` }).end();
      else response.writeHead(answer).end('ok');
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/ping/`);
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('is a bare call: no body, nothing of us in the address', async () => {
    expect(await beat(url)).toBe(true);
    expect(calls.map(({ method, url: path, headers }) => [method, path, headers['content-length']])).toEqual([
      ['GET', '/ping/', undefined],
    ]);
  });

  it.each([500, 404, 'never', 'elsewhere'] as const)(
    'that is answered with %s did not arrive, and nobody throws',
    async (with_) => {
      answer = with_;
      expect(await beat(url, 200)).toBe(false);
      expect(calls).toHaveLength(1);
    },
  );

  it('that nobody answers did not arrive', async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(await beat(url, 500)).toBe(false);
    server.listen(0, '127.0.0.1');
  });

  it.each([
    ['https://hc.example/ping/abc', true],
    ['http://127.0.0.1:8080/ping', true],
    ['http://localhost/ping', true],
    ['http://[::1]:9/ping', true],
    ['http://hc.example/ping', false],
    ['http://127.0.0.1.example/ping', false],
    ['http://localhost.example/', false],
    ['ftp://127.0.0.1/', false],
    ['file:///etc/passwd', false],
    ['no address', false],
  ])('may go to %s: %s', (text, isAllowed) => {
    expect(heartbeatAddress(text) !== undefined).toBe(isAllowed);
  });

  describe('of a running house', () => {
    let folder: string;
    let clock: { now: () => Instant; set: (to: Instant) => void };
    let monotonic: number;
    let alarms: Alarm[];
    let register: Register;
    let running: Keeping[];
    let desk: ReturnType<typeof fakePlatform>;

    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'fristwacht-running-'));
      let now = reportedAt;
      clock = { now: () => now, set: (to) => void (now = to) };
      [monotonic, alarms, running] = [0, [], []];
      desk = fakePlatform('desk', clock);
      register = await open();
    });
    afterEach(async () => {
      for (const keeping of running) await keeping.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    const open = () => openEmbeddedRegister(join(folder, 'register.sqlite'), { ids });
    const begin = async (wanted: Partial<KeepingSetting> = {}): Promise<Keeping> => {
      const keeping = await keepReminding({
        ...{ register, clock, organisation, ids, channels: [desk], heartbeat: url },
        machineNow: clock.now,
        monotonicNow: () => monotonic,
        alarm: (alarm) => void alarms.push(alarm),
        ...wanted,
      });
      running.push(keeping);
      return keeping;
    };
    /** Once the first round has ended. */
    const start = async (wanted: Partial<KeepingSetting> = {}): Promise<Keeping> => {
      const keeping = await begin(wanted);
      await keeping.runNow();
      return keeping;
    };
    const report = async ({ dialogueWorld }: Keeping): Promise<void> => {
      const content = { type: 'press', verb: 'report', data: {}, inputs: { text: 'Laptop weg', noticedAt: '' } } as const;
      const said = { platform: 'desk', id: randomUUID(), account: 'rita', name: 'Rita', place: 'direct', content } as const;
      await handle(said, dialogueWorld);
    };
    const at = (minutes: number): Instant => addHours(reportedAt, minutes / 60);

    it('goes out after each check that finds nothing, and after no other', async () => {
      const keeping = await start();
      await keeping.checkNow();
      expect(calls).toHaveLength(1);
      // Nothing has run for four minutes: the machine's clock that nobody sets says so.
      monotonic += 240_000;
      await keeping.checkNow();
      expect(calls).toHaveLength(1);
      await keeping.runNow();
      await keeping.checkNow();
      expect(calls).toHaveLength(2);
      expect(alarms.map(({ what }) => what)).toEqual(['unwell']);
    });

    it('stays out while a delivery is stuck, while a look was missing, and while the register is down', async () => {
      const keeping = await start();
      desk.treat = () => 'refuse';
      await report(keeping);
      monotonic += 700_000;
      clock.set(at(12));
      await keeping.runNow();
      await keeping.checkNow();
      expect(calls).toHaveLength(0);
      desk.treat = () => 'take';
      clock.set(at(40));
      await keeping.runNow();
      await keeping.checkNow();
      expect(calls).toHaveLength(1);
      const [{ caseId: id, version } = { caseId: caseId(''), version: 0 }] = await register.list({ limit: 1 });
      await register.settle((await register.claimCase(id, at(40), 1))!, version, undefined);
      await keeping.checkNow();
      expect(calls).toHaveLength(1);
      await register.close();
      await keeping.checkNow();
      expect(calls).toHaveLength(1);
      expect(alarms.map(({ what }) => what)).toContain('registerUnavailable');
    });

    it('that does not arrive is told to the log and noted, and nothing else comes of it', async () => {
      const keeping = await start();
      answer = 500;
      await keeping.checkNow();
      expect(alarms).toEqual([{ what: 'heartbeatFailed' }]);
      await expect.poll(async () => (await statusOf(register, clock.now())).lastFailure?.what).toBe('heartbeatFailed');
      expect((await statusOf(register, clock.now())).troubles).toEqual([]);
    });

    it('comes from a house that serves the dialogue: what is recorded is told at once, and absences are asked for', async () => {
      const keeping = await start();
      await keeping.absences.set({ person: dora, from: reportedAt, until: at(60) });
      await report(keeping);
      expect(desk.arrived.some(({ prompt, to }) => prompt.kind === 'caseCard' && to.id === 'office')).toBe(true);
      const said = { platform: 'desk', id: 'm-1', account: 'dora-desk', name: 'Dora', place: 'direct' } as const;
      const { prompts } = await handle({ ...said, content: { type: 'text', text: 'Status', files: 0 } }, keeping.dialogueWorld);
      expect(prompts).toMatchObject([{ kind: 'status', status: { openCases: 1, instances: 1, troubles: [] } }]);
    });

    it('listens from the first moment, however slow a platform is in the first round', async () => {
      const before = await start({ channels: [] });
      await report(before);
      await before.stop();
      let answer = (): void => undefined;
      const answered = new Promise<void>((resolve) => (answer = resolve));
      const tried: string[] = [];
      const slow: Channel = {
        platform: 'desk',
        deliver: async ({ key }) => {
          tried.push(key);
          await answered;
          return { result: 'delivered', messageId: key };
        },
      };
      clock.set(at(30));
      register = await open();
      const keeping = await begin({ register, channels: [slow] });
      const said = { platform: 'desk', id: 'm-1', account: 'dora-desk', name: 'Dora', place: 'direct' } as const;
      const asked = await handle({ ...said, content: { type: 'text', text: 'Status', files: 0 } }, keeping.dialogueWorld);
      expect(asked.prompts).toMatchObject([{ kind: 'status', status: { openCases: 1 } }]);
      await expect.poll(() => tried.length).toBeGreaterThan(0);
      answer();
      await keeping.runNow();
    });

    it('two of them on one file tell each thing once, and each sees the other', async () => {
      const one = await start();
      const two = await start({ register: await open() });
      await report(one);
      clock.set(addHours(reportedAt, 63));
      await Promise.all([one.runNow(), two.runNow()]);
      monotonic += 60_000;
      await Promise.all([one.runNow(), two.runNow()]);
      expect(desk.arrived.filter(({ prompt }) => prompt.kind === 'digest').map(({ to }) => to.id)).toEqual([
        'dora-desk',
        'office',
      ]);
      expect((await statusOf(register, clock.now())).instances).toBe(2);
    });

    it('ends only when what is under way has ended', async () => {
      await start();
      const deliver = desk.deliver;
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      Object.assign(desk, { deliver: async (message: Parameters<typeof deliver>[0]) => held.then(() => deliver(message)) });
      const other = await start({ register: await open(), channels: [desk] });
      const reporting = report(other);
      await expect.poll(async () => (await register.list({ limit: 1 })).length).toBe(1);
      let hasStopped = false;
      const stopping = other.stop().then(() => (hasStopped = true));
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(hasStopped).toBe(false);
      release();
      await Promise.all([reporting, stopping]);
      expect(desk.arrived.length).toBeGreaterThan(0);
      running.splice(running.indexOf(other), 1);
    });
  });
});

describe('the watch over deliveries', () => {
  const message = (id: string) =>
    ({ to: { platform: 'desk', kind: 'person', id }, key: 'k', prompt: {}, language: 'de', mayBeRepeated: false }) as never;

  it('counts whom nothing reaches, as stuck after ten minutes, until something arrives or nobody tries any more', async () => {
    let now = 0;
    const desk = fakePlatform('desk', { now: () => reportedAt });
    const { watched, waiting } = watchDeliveries(() => now);
    const channel = watched(desk);
    desk.treat = ({ to }) => (to.id === 'a' ? 'refuse' : 'take');
    await channel.deliver(message('a'));
    await channel.deliver(message('b'));
    expect(waiting()).toEqual({ waiting: 1, stuck: 0 });
    now = 601_000;
    await channel.deliver(message('a'));
    expect(waiting()).toEqual({ waiting: 1, stuck: 1 });
    desk.treat = () => 'take';
    await channel.deliver(message('a'));
    expect(waiting()).toEqual({ waiting: 0, stuck: 0 });
    desk.treat = () => 'break';
    await channel.deliver(message('a')).catch(() => undefined);
    expect(waiting()).toEqual({ waiting: 1, stuck: 0 });
    now += 2_401_000;
    expect(waiting()).toEqual({ waiting: 0, stuck: 0 });
  });
});
