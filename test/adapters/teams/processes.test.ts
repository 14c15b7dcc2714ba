// Two processes of the bot on one register. A balancer may bring what Teams sends to either, and what Teams sends again to the other.
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openRegister } from '../../../adapters/stores/openRegister.ts';
import type { Register } from '../../../src/ports.ts';
import { nodesOf } from '../../support/adaptiveCardsLibrary.ts';
import type { Member, Posted } from '../../support/fakeTeams/connectorHost.ts';
import { CHANNEL } from '../../support/fakeTeams/fakeTeams.ts';
import { type TeamsInstance, TeamsProcesses } from '../../support/fakeTeams/teamsProcesses.ts';
import { describeOnServer } from '../../support/mongod.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

type Json = Readonly<Record<string, unknown>>;
type Carried = { readonly fristwacht?: { readonly verb: string } };
const LOST = 'Mein Notizbuch mit Kundendaten ist im Zug liegen geblieben';

function deliveredToBoth(environment: () => Readonly<Record<string, string>>): void {
  let processes: TeamsProcesses;
  let instances: readonly TeamsInstance[];
  let register: Register;
  let ada: Member;
  let dora: Member;

  beforeAll(async () => {
    const env = environment();
    processes = await TeamsProcesses.prepare(env);
    ada = processes.teams.addMember({ aadObjectId: 'ada', name: 'Adelheid Muster' });
    dora = processes.teams.addMember({ aadObjectId: 'dora', name: 'Dora Datenschutz' });
    instances = await Promise.all([processes.start(), processes.start()]);
    register = await openRegister({
      ...{ folder: processes.dataFolder, purpose: 'real', ids: { next: () => randomUUID() }, note: () => undefined },
      ...{ mongodbUri: env.MONGODB_URI, masterKey: { key: env.FRISTWACHT_MASTER_KEY } },
    });
  });
  afterAll(async () => {
    await register.close();
    await processes.close();
  });

  const atAll = <T>(work: () => Promise<T>): Promise<readonly T[]> =>
    Promise.all(instances.map((instance) => processes.at(instance, work)));
  const posts = (...rooms: readonly string[]): readonly Posted[] =>
    rooms.flatMap((room) => processes.teams.connector.rooms.get(room)?.posts.filter(({ removed }) => !removed) ?? []);
  const chat = (member: Member) => posts(processes.teams.connector.personalRoomOf(member).id);
  const cards = () => posts(...[...processes.teams.connector.rooms.keys()].filter((id) => id.startsWith(`${CHANNEL};`)));
  const events = async () => {
    const [head] = await register.list({ limit: 1 });
    return (await register.read(head!.caseId))!.entries.flatMap((entry) => entry.events);
  };
  const dataOf = ({ activity }: Posted, verb: string): Json => {
    const found = nodesOf(activity).find(({ data }) => (data as Carried | undefined)?.fristwacht?.verb === verb);
    return (found?.data as Json | undefined) ?? expect.unreachable(`no button ${verb}`);
  };
  const execute = (data: Json, inputs: Json = {}) => ({
    ...{ type: 'invoke', name: 'adaptiveCard/action' },
    value: { action: { type: 'Action.Execute', data: { ...data, ...inputs } }, trigger: 'manual' },
  });

  it('a message that reaches both at once is answered once', async () => {
    const replies = await atAll(() => processes.wire.says(ada, LOST, { id: 'said-1' }));
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    await processes.settled();
    expect(chat(ada)).toHaveLength(1);
  });

  it('and sent again to the other, it is passed over', async () => {
    for (const instance of instances) await processes.at(instance, () => processes.wire.says(ada, LOST, { id: 'said-1' }));
    await processes.settled();
    expect(chat(ada)).toHaveLength(1);
  });

  it('a report that reaches both at once is one case with one receipt and one card, and both answer with its number', async () => {
    const [form] = chat(ada);
    const press = execute(dataOf(form!, 'report'), { text: LOST });
    const replies = await atAll(() => processes.wire.sends(ada, { id: 'press-1', replyToId: form!.id, ...press }));
    for (const { status, body } of replies) {
      expect(status).toBe(200);
      expect(JSON.stringify(body)).toMatch(/DP-\d{4}-0001/u);
    }
    await processes.settled();
    expect(await register.list({ limit: 9 })).toHaveLength(1);
    expect(chat(ada)).toHaveLength(2);
    expect(cards()).toHaveLength(1);
  });

  it('a hint on the receipt that reaches both is recorded once and answered once below it', async () => {
    const [, receipt] = chat(ada);
    const press = execute(dataOf(receipt!, 'giveHint'));
    const replies = await atAll(() => processes.wire.sends(ada, { id: 'press-2', replyToId: receipt!.id, ...press }));
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    await processes.settled();
    expect((await events()).filter(({ type }) => type === 'HintGiven')).toHaveLength(1);
    expect(chat(ada)).toHaveLength(3);
  });

  it('a press on an old card, now at this instance and now at that, counts once and is answered with the present card each time', async () => {
    const present = async (instance: TeamsInstance, name: string) => {
      const [card] = cards();
      return processes.at(instance, () =>
        processes.wire.sends(dora, { id: name, ...execute(dataOf(card!, 'present')) }, CHANNEL),
      );
    };
    await processes.wire.says(dora, 'Hilfe', { id: 'said-2' });
    await processes.settled();
    // After the first message of an officer the card names them; until then it is drawn for everybody alike.
    const old = cards()[0]!;
    const open = dataOf(old, 'openCase');
    const page = await processes.wire.sends(
      dora,
      { id: 'open', type: 'invoke', name: 'task/fetch', value: { data: open } },
      CHANNEL,
    );
    const acknowledge = dataOf({ activity: page.body } as Posted, 'acknowledge');
    const replies = [...(await atAll(() => processes.wire.sends(dora, { id: 'press-3', ...submit(acknowledge) }, CHANNEL)))];
    for (const [at, instance] of instances.entries()) {
      const again = { id: `again-${String(at)}`, ...submit(acknowledge) };
      replies.push(await processes.at(instance, () => processes.wire.sends(dora, again, CHANNEL)));
    }
    for (const { status } of replies) expect(status).toBe(200);
    expect((await events()).filter(({ type }) => type === 'CaseAcknowledged')).toHaveLength(1);
    await processes.settled();
    const shown = await Promise.all(instances.map((instance, at) => present(instance, `look-${String(at)}`)));
    for (const { body } of shown) expect(JSON.stringify(body)).toContain('Dora Datenschutz');
    expect(cards().filter(({ activity }) => JSON.stringify(activity).includes('"openCase"'))).toHaveLength(1);
  });
  const submit = (data: Json) => ({ type: 'invoke', name: 'task/submit', value: { data } });

  it('one that dies leaves its cases to the other', async () => {
    await processes.kill(instances[0]!, 'SIGKILL');
    instances = instances.slice(1);
    const before = chat(ada).length;
    await processes.at(instances[0]!, () => processes.wire.says(ada, 'Hilfe', { id: 'said-3' }));
    await processes.settled();
    expect(chat(ada)).toHaveLength(before + 1);
    expect(JSON.stringify(chat(ada).at(-1)?.activity)).toMatch(/DP-\d{4}-0001/u);
  });
}

describe('two processes on one register in a file', () => {
  deliveredToBoth(() => ({}));
});

// The same again, so it is not part of every day.
if (process.env.FRISTWACHT_PROOF === '1')
  describeOnServer('two processes on one register in MongoDB', (server) => {
    deliveredToBoth(() => {
      const uri = new URL(server().uri);
      uri.pathname = `/fristwacht-test-${randomUUID().slice(0, 18)}`;
      return { MONGODB_URI: uri.href, FRISTWACHT_MASTER_KEY: randomBytes(32).toString('base64') };
    });
  });
