import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, ExpressReceiver } from '@slack/bolt';
import express from 'express';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { silentLogger } from '../../adapters/slack/silentLogger.ts';
import { FakeSlack } from '../support/fakeSlack/fakeSlack.ts';
import { SlackUser } from '../support/fakeSlack/slackUser.ts';
import { textShown } from '../cards/slack/shownBySlack.ts';
import { RunningSlack } from './runningSlack.ts';

// Fifty is the measurement; each day fewer, so that a busy machine does not fail for being busy.
const AT_ONCE = process.env.FRISTWACHT_PROOF === '1' ? 50 : 20;
const SLACK_WAITS_MS = 3000;

let running: RunningSlack;
let bare: FakeSlack;
let endBare: () => void;

/** A Bolt application that acknowledges everything and does nothing. */
async function startBare(slack: FakeSlack): Promise<() => void> {
  const web = express();
  const receiver = new ExpressReceiver({
    signingSecret: slack.signingSecret,
    app: web,
    endpoints: '/slack/events',
    logger: silentLogger,
  });
  const authorize = async () => ({ botToken: 'xoxb', botId: 'B', botUserId: 'U' });
  const app = new App({ receiver, authorize, logger: silentLogger });
  app.command(/^/, async ({ ack }) => ack());
  app.view(/^/, async ({ ack }) => ack());
  const server = createServer(web);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  slack.botUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  return () => {
    server.closeAllConnections();
    server.close();
  };
}

beforeEach(async () => {
  running = await RunningSlack.open();
  bare = await FakeSlack.start({ scopes: [], transport: 'http' });
  endBare = await startBare(bare);
});
afterEach(async () => {
  endBare();
  await bare.stop();
  await running.close();
});

const people = (slack: FakeSlack, name: string): readonly SlackUser[] =>
  Array.from({ length: AT_ONCE }, (_, at) => new SlackUser(slack, `${name}${at}`));

type Acknowledged = { readonly status: number; readonly afterMs: number };

async function slowest(all: readonly Promise<Acknowledged>[]): Promise<{ readonly median: number; readonly slowest: number }> {
  const done = await Promise.all(all);
  expect(done.every(({ status }) => status === 200)).toBe(true);
  const times = done.map(({ afterMs }) => afterMs).toSorted((one, other) => one - other);
  return { median: times[Math.floor(times.length / 2)]!, slowest: times.at(-1)! };
}

it(`${AT_ONCE} commands and ${AT_ONCE} submissions at once are acknowledged in time, each submission durable before it is`, async () => {
  const ours = people(running.slack, 'P');
  const theirs = people(bare, 'B');
  await Promise.all(theirs.map((person) => person.command('/datenpanne')));
  const bareCommands = await slowest(theirs.map((person) => person.command('/datenpanne')));
  const commands = await slowest(ours.map((person) => person.command('/datenpanne')));
  await running.settled();
  for (const person of ours) person.fill({ window: person.window! }, { text: `Meldung von ${person.id}.` });
  const payloads = ours.map((person) => person.submission());
  const bareSubmissions = await slowest(payloads.map((payload) => bare.interact('interactive', payload)));
  const submissions = await slowest(ours.map((person, at) => person.submit(payloads[at])));
  // None was answered with „still being saved“.
  for (const person of ours) expect(textShown(person.window!.view)).toMatch(/DP-2026-\d{4}/u);
  expect(await running.cases()).toHaveLength(AT_ONCE);
  const line = (what: string, own: typeof commands, other: typeof commands): string =>
    `${what}, ${AT_ONCE} at once: median ${own.median.toFixed(0)} ms, slowest ${own.slowest.toFixed(0)} ms; bare Bolt ${other.median.toFixed(0)} ms, ${other.slowest.toFixed(0)} ms; ratio of the medians ${(own.median / other.median).toFixed(1)}`;
  console.log(line('commands', commands, bareCommands));
  console.log(line('submissions, written durably', submissions, bareSubmissions));
  expect(commands.slowest).toBeLessThan(SLACK_WAITS_MS);
  expect(submissions.slowest).toBeLessThan(SLACK_WAITS_MS);
});
