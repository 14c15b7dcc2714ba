import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openRegister } from '../../adapters/stores/openRegister.ts';
import type { Register } from '../../src/ports.ts';
import { readCarried } from '../../cards/slack/slackActions.ts';
import { buttonsIn, textShown } from '../cards/slack/shownBySlack.ts';
import { SlackUser } from '../support/fakeSlack/slackUser.ts';
import { describeOnServer } from '../support/mongod.ts';
import { OFFICE, until } from './runningSlack.ts';
import { type Instance, type ProcessesSetting, SlackProcesses } from './slackProcesses.ts';

// Each process starts as a user starts it.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const isProof = process.env.FRISTWACHT_PROOF === '1';
const INSTANCES = isProof ? 4 : 2;
/** Half of it is over, and the token renewed, while the tests run. */
const TOKEN_LIFE_MS = 4000;

/** Everything that Slack, or a balancer, may deliver to several instances. */
function deliveredToBoth(setting: () => Omit<ProcessesSetting, 'transport'>): void {
  let processes: SlackProcesses;
  let instances: readonly Instance[];
  let register: Register;
  const user = (id: string): SlackUser => new SlackUser(processes.slack, id);
  const atAll = <T>(work: () => Promise<T>): Promise<readonly T[]> =>
    Promise.all(instances.map((instance) => processes.at(instance, work)));
  const report = async (person: SlackUser, text: string): Promise<void> => {
    await person.command('/datenpanne');
    await until(() => person.window !== undefined);
    person.fill({ window: person.window! }, { text });
    const payload = person.submission();
    const answers = await atAll(() => person.submit(payload));
    expect(answers.map(({ status }) => status)).toEqual(instances.map(() => 200));
  };

  beforeAll(async () => {
    const wanted = setting();
    processes = await SlackProcesses.prepare({ transport: 'http', tokenLifeMs: TOKEN_LIFE_MS, ...wanted });
    instances = await Promise.all(Array.from({ length: INSTANCES }, () => processes.start()));
    register = await openRegister({
      ...{ folder: processes.dataFolder, purpose: 'real', ids: { next: () => randomUUID() } },
      ...{ mongodbUri: wanted.env?.MONGODB_URI, masterKey: { key: wanted.env?.FRISTWACHT_MASTER_KEY } },
    });
  });
  afterAll(async () => {
    await register.close();
    await processes.close();
  });

  it('a submission delivered to each is one case with one receipt and one card', async () => {
    const ada = user('ADA');
    await report(ada, 'Ein Laptop ist weg.');
    expect(await register.list({ limit: 10 })).toHaveLength(1);
    await until(() => ada.messages().length > 0 && user('DORA').messages(OFFICE).length > 0);
    await processes.settled();
    expect(ada.messages()).toHaveLength(1);
    expect(user('DORA').messages(OFFICE)).toHaveLength(1);
    expect(textShown(ada.window!.view)).toMatch(/DP-\d{4}-0001/u);
  });

  it('an event delivered to each is answered once', async () => {
    const eva = user('EVA');
    const event = {
      type: 'message',
      channel_type: 'im',
      channel: eva.direct,
      user: 'EVA',
      ts: '1764000000.000001',
      text: 'hilfe',
    };
    await atAll(() => processes.slack.event(event, { eventId: 'EvBOTH' }));
    await until(() => eva.messages().length > 0);
    await processes.settled();
    expect(eva.messages()).toHaveLength(1);
  });

  it('a press delivered to each is recorded once and answered once', async () => {
    const dora = user('DORA');
    const [card] = dora.messages(OFFICE);
    const button = buttonsIn(card).find(({ value }) => readCarried(String(value))?.verb === 'acknowledge')!;
    const pressed = dora.pressed({ message: card! }, button);
    await atAll(() => dora.press({ message: card! }, button, pressed));
    await until(() => dora.messages(OFFICE).length > 1);
    await processes.settled();
    const [{ caseId } = { caseId: undefined }] = await register.list({ limit: 1 });
    const events = (await register.read(caseId!))!.entries.flatMap((entry) => entry.events);
    expect(events.filter(({ type }) => type === 'CaseAcknowledged')).toHaveLength(1);
    expect(dora.messages(OFFICE).filter(({ onlyFor }) => onlyFor === 'DORA')).toHaveLength(1);
  });

  it('what is delivered again goes to another instance, and is recorded and answered once', async () => {
    const ada = user('ADA');
    const [receipt] = ada.messages();
    const event = {
      ...{ type: 'message', channel_type: 'im', channel: ada.direct, user: 'ADA', ts: '1764000000.000002' },
      ...{ thread_ts: receipt!.ts, text: 'Es war noch ein Telefon dabei.' },
    };
    for (const [retry, instance] of instances.entries()) {
      await processes.at(instance, () => processes.slack.event(event, { eventId: 'EvAGAIN', retry }));
      await processes.settled();
    }
    const [{ caseId } = { caseId: undefined }] = await register.list({ limit: 1 });
    const events = (await register.read(caseId!))!.entries.flatMap((entry) => entry.events);
    expect(events.filter(({ type }) => type === 'ReportAdded')).toHaveLength(1);
    expect(ada.messages().filter(({ thread }) => thread === receipt!.ts)).toHaveLength(1);
  });

  it('one that dies leaves everything to the others', async () => {
    await processes.kill(instances[0]!, 'SIGKILL');
    instances = instances.slice(1);
    processes.slack.botUrl = instances[0]!.url;
    const eva = user('EVA');
    await report(eva, 'Eine Mail ging an den falschen Empfänger.');
    expect(await register.list({ limit: 10 })).toHaveLength(2);
    await until(
      () =>
        user('DORA')
          .messages(OFFICE)
          .filter(({ thread, onlyFor }) => thread === undefined && onlyFor === undefined).length === 2,
      30_000,
    );
  });

  it('one that is told to end in the midst of submissions ends in order, and has recorded each that it acknowledged', async () => {
    const before = (await register.list({ limit: 100 })).length;
    const people = Array.from({ length: 8 }, (_, at) => user(`P${at}`));
    await Promise.all(people.map((person) => person.command('/datenpanne')));
    await until(() => people.every((person) => person.window !== undefined));
    for (const person of people) person.fill({ window: person.window! }, { text: `Kurz vor dem Ende, ${person.id}.` });
    const submitting = people.map((person) => person.submit());
    await new Promise((resolve) => setTimeout(resolve, 15));
    const ending = processes.kill(instances.at(-1)!, 'SIGTERM');
    const answers = await Promise.all(submitting);
    await ending;
    const numbers = people.filter((_, at) => answers[at]!.status === 200).map((person) => textShown(person.window!.view));
    expect(numbers.every((shown) => /DP-\d{4}-\d{4}/u.test(shown))).toBe(true);
    expect((await register.list({ limit: 100 })).length - before).toBeGreaterThanOrEqual(numbers.length);
    expect(numbers.length).toBeGreaterThan(0);
    expect(instances.at(-1)!.child.exitCode).toBe(0);
    expect(instances.at(-1)!.output()).toContain('Fristwacht ist beendet.');
    expect(instances.at(-1)!.output()).not.toContain('Kurz vor');
  });

  it('all along, each token was renewed by one of them alone', async () => {
    const { rotation } = processes.slack;
    await until(() => rotation!.tokens.length >= 2);
    expect(rotation!.usedTwice).toBe(0);
    expect(instances.map(({ output }) => output()).join('')).not.toContain('token');
  });
}

describe('several processes on one register in a file', () => {
  deliveredToBoth(() => ({}));
});

describeOnServer('several processes on one register in MongoDB', (server) => {
  deliveredToBoth(() => {
    const uri = new URL(server().uri);
    uri.pathname = `/fristwacht-test-${randomUUID().slice(0, 18)}`;
    return { env: { MONGODB_URI: uri.href, FRISTWACHT_MASTER_KEY: randomBytes(32).toString('base64') } };
  });
});

describe('in Socket Mode', () => {
  let processes: SlackProcesses;
  beforeAll(async () => {
    processes = await SlackProcesses.prepare({ transport: 'socket' });
  });
  afterAll(() => processes.close());

  it('each process has two connections; whichever gets a payload answers it, and an event that comes to another again is answered once', async () => {
    await Promise.all([processes.start(), processes.start()]);
    await until(() => processes.slack.connections === 4, 20_000);
    const ada = new SlackUser(processes.slack, 'ADA');
    for (let at = 0; at < 4; at += 1) expect((await ada.command('/datenpanne', 'hilfe')).status).toBe(200);
    await until(() => ada.messages().length === 4);
    const event = {
      type: 'message',
      channel_type: 'im',
      channel: ada.direct,
      user: 'ADA',
      ts: '1764000000.000001',
      text: 'hilfe',
    };
    for (let retry = 0; retry < 4; retry += 1) await processes.slack.event(event, { eventId: 'EvFOUR', retry });
    await processes.settled();
    expect(ada.messages()).toHaveLength(5);
  });
});
