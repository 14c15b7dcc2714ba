import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { serveSlack } from '../../adapters/slack/serveSlack.ts';
import type { Treatment } from '../support/fakeSlack/fakeSlack.ts';
import { acmeInSlack, OFFICE, RunningSlack, SCOPES, until } from './runningSlack.ts';

/** Free at this moment. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

describe('the start beside a Slack that is away', () => {
  let running: RunningSlack;
  afterEach(() => running.close());

  /** A case is due, and Slack treats every call so. Answers after how many milliseconds it listens. */
  async function listensAfterMs(treatment: Treatment): Promise<number> {
    running = await RunningSlack.open();
    await running.report();
    await running.bot.close();
    running.slack.treat = () => treatment;
    const port = await freePort();
    const began = performance.now();
    const serving = serveSlack({
      ...{ organisation: acmeInSlack, register: running.register, notes: running.notes, ids: { next: () => randomUUID() } },
      setting: {
        botToken: async () => running.slack.botToken,
        transport: { kind: 'http', signingSecret: running.slack.signingSecret, port, host: '127.0.0.1' },
        apiUrl: running.slack.apiUrl,
      },
      now: () => '2026-11-24T17:40:00Z',
      ...{ monotonicNow: () => performance.now(), heartbeat: undefined, alarm: () => undefined, report: () => undefined },
    });
    const asked = { status: 0 };
    await until(() => {
      void fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST' }).then(
        ({ status }) => (asked.status = status),
        () => undefined,
      );
      return asked.status === 401;
    });
    const after = performance.now() - began;
    await (await serving).close();
    return after;
  }

  it.each<[string, Treatment]>([
    ['slow', { delayMs: 1500 }],
    ['refusing the token', { error: 'invalid_auth' }],
    ['broken', { status: 503 }],
  ])('%s: it listens at once, before anything that is due was sent', async (_, treatment) => {
    expect(await listensAfterMs(treatment)).toBeLessThan(1200);
  });

  it('knows who was in the user group when Slack could be asked last', async () => {
    running = await RunningSlack.open({
      ...{ scopes: [...SCOPES, 'usergroups:read'], setting: { officerGroup: 'S0DSB' } },
      prepare: ({ workspace }) => void workspace.groups.set('S0DSB', ['GRETA']),
    });
    await running.bot.close();
    running.slack.treat = ({ method }) => (method.startsWith('usergroups') ? 'loseMessage' : 'take');
    await running.startBot();
    const { persons } = running.bot.organisation();
    expect(persons.filter(({ accounts }) => accounts.slack === 'GRETA').map(({ roles }) => roles)).toEqual([['dpo']]);
    await running.report();
    await running.user('GRETA').command('/datenpanne', 'liste', OFFICE);
    await running.settled();
    expect(running.user('GRETA').window).toBeDefined();
  });
});
