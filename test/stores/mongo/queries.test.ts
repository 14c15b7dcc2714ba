import { type CommandStartedEvent, type Document, MongoClient } from 'mongodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mongoEngine } from '../../../adapters/stores/mongo/mongoEngine.ts';
import { caseId, caseNumber } from '../../../src/breach/identifiers.ts';
import type { RegisterEngine } from '../../../src/register/registerEngine.ts';
import { ORGANISATION } from '../../../src/register/organisationStream.ts';
import { appendTo } from '../../contracts/engineWrites.ts';
import { hoursAfterNine, nine } from '../../contracts/sampleWrites.ts';
import { describeOnServer } from '../../support/mongod.ts';
import { type MongoDatabase, mongoDatabase } from './mongoDatabase.ts';

type Look = (engine: RegisterEngine) => Promise<unknown>;
type Asked = { readonly collection: string; readonly query: Document; readonly sort: Document; readonly command: Document };

const c1 = caseId('c-1');
const before = caseNumber('DP', 2026, 9);

/** Everything the engine ever asks, each in the way it is asked in. */
const looks: Readonly<Record<string, Look>> = {
  'the next write': (engine) => engine.append(appendTo('c-1', 2)),
  'a write that repeats a command': (engine) => engine.append(appendTo('c-1', 1)),
  'a case': (engine) => engine.entries('case/c-1'),
  'the end of a case': (engine) => engine.end('case/c-1'),
  'the head of a case': (engine) => engine.find(c1),
  'a command': (engine) => engine.findName('command 1 of case/c-1'),
  'the next number': (engine) => engine.highestOrdinal('DP', 2026),
  'the list': (engine) => engine.list({ limit: 5 }),
  'the next page of the list': (engine) => engine.list({ limit: 5, before }),
  'the open cases': (engine) => engine.list({ limit: 5, status: ['open'] }),
  'the cases that are not open': (engine) => engine.list({ limit: 5, status: ['closed', 'joined'], before }),
  'the cases of one person': (engine) => engine.list({ limit: 5, reporter: 'pseudonym of ada' }),
  'the cases with an open duty': (engine) => engine.list({ limit: 5, openDuty: ['art33-1', 'art34-1'] }),
  'the cases of a kind': (engine) => engine.list({ limit: 5, kind: ['attack'] }),
  'the cases of a span': (engine) => engine.list({ limit: 5, openedFrom: nine, openedBefore: hoursAfterNine(1) }),
  'the next case that is due': (engine) => engine.claimDue(nine, 60),
  'one case to serve': (engine) => engine.claimCase(c1, nine, 60),
  'the next due time': (engine) => engine.earliestDue(),
  'a settlement': (engine) => engine.settle({ caseId: c1, fence: 1, leaseUntil: nine }, 1, nine),
  'what was delivered': (engine) => engine.deliveries(c1),
  'a delivery': (engine) => engine.recordDeliveries({ caseId: c1, fence: 1, leaseUntil: nine }, [{ name: 'a', box: 'b' }]),
  'the next service of the organisation': (engine) => engine.claimCase(ORGANISATION, nine, 60),
  'a case to wake': (engine) => engine.wake(c1, nine),
  'the neglected cases': (engine) => engine.neglected(nine, 5),
  'a note': async (engine) => {
    await engine.changeNote('health', undefined, 'a');
    return engine.note('health');
  },
  'a change of a note': (engine) => engine.changeNote('health', 'a', 'b'),
  'what is not entered yet': (engine) => engine.unanchored(5),
  'what was entered': (engine) => engine.markAnchored([{ stream: 'case/c-1', sequence: 1, hash: '' }]),
};

describeOnServer('what the engine asks the server', (server) => {
  let database: MongoDatabase;
  let client: MongoClient;
  let engine: RegisterEngine;
  let started: Document[];

  beforeEach(async () => {
    database = mongoDatabase(server().uri);
    await (await database.open()).close();
    client = new MongoClient(server().uri, { monitorCommands: true });
    started = [];
    client.on('commandStarted', ({ command }: CommandStartedEvent) => void started.push(command));
    const watched = client.db(database.name);
    const close = () => client.close();
    const fixed = { register: watched, keys: watched, where: '', workWithinMs: 20_000, renew: () => undefined, close };
    engine = mongoEngine(fixed);
  });
  afterEach(async () => {
    await engine.close();
    await database.remove();
  });

  const fill = async (cases: number): Promise<void> => {
    for (let ordinal = 1; ordinal <= cases; ordinal += 1) {
      const status = ordinal % 3 === 0 ? 'closed' : 'open';
      await engine.append(appendTo(`c-${ordinal}`, 1, { ordinal, status, kind: 'attack' }));
    }
    started = [];
  };

  it.each(Object.entries(looks))('%s is found by an index', async (_, look) => {
    await fill(3);
    await look(engine);
    const asked = started.flatMap(questionsOf);
    expect(asked).not.toEqual([]);
    for (const { collection, query, sort } of asked) {
      const indexes = await client.db(database.name).collection(collection).indexes();
      const keys = indexes.map(({ key }) => Object.keys(key));
      expect({ query, sort, isServed: keys.some((key) => isServedBy(key, query, sort)) }).toMatchObject({ isServed: true });
    }
  });

  it('is as much with sixty cases as with six', async () => {
    const commandsFor = async (look: Look): Promise<number> => {
      started = [];
      await look(engine);
      return started.length;
    };
    const readOnly = [
      'a case',
      'the end of a case',
      'the head of a case',
      'a command',
      'the list',
      'the open cases',
      'the next due time',
    ];
    const measure = async () => {
      const measured: Record<string, number> = {};
      for (const name of readOnly) measured[name] = await commandsFor(looks[name]!);
      return measured;
    };
    await fill(6);
    const few = await measure();
    for (let ordinal = 7; ordinal <= 60; ordinal += 1) await engine.append(appendTo(`c-${ordinal}`, 1, { ordinal }));
    expect(await measure()).toEqual(few);
  });

  describe('on a genuine server', () => {
    it('never walks through a collection, nor sorts what it could read in order', async ({ skip }) => {
      if (!server().genuine) return skip('the stand-in has no plans to explain');
      await fill(60);
      for (const [name, look] of Object.entries(looks)) {
        started = [];
        await look(engine);
        for (const { command } of started.flatMap(questionsOf)) {
          const plan = JSON.stringify(await client.db(database.name).command({ explain: command, verbosity: 'queryPlanner' }));
          expect({ name, command, walks: plan.includes('"COLLSCAN"') }).toMatchObject({ walks: false });
          // Of a span of time, the cases in it are sorted; of everything else nothing is.
          if (name !== 'the cases of a span')
            expect({ name, command, sorts: /"stage":"SORT"/.test(plan) }).toMatchObject({ sorts: false });
        }
      }
    });
  });
});

/** The questions in a command: its query, or one for each of its updates. */
function questionsOf(command: Document): Asked[] {
  const [name = ''] = Object.keys(command);
  const collection = String(command[name]);
  const { lsid: _, txnNumber: __, $clusterTime: ___, $db: ____, ...rest } = command;
  // The driver keeps the order of a sort in a map.
  const sort = Object.fromEntries((command.sort ?? []) as Map<string, unknown>);
  if (name === 'find') return [{ collection, query: command.filter as Document, sort, command: rest }];
  if (name === 'findAndModify') return [{ collection, query: command.query as Document, sort, command: rest }];
  const updates = (command.updates ?? []) as Document[];
  return updates.map((update) => ({
    collection,
    query: update.q as Document,
    sort: {},
    command: { ...rest, updates: [update] },
  }));
}

/**
 * True where the fields of the index begin with one that the query fixes, or go on in the order that is asked for: then the server
 * reads what it needs and no more. A query by the whole place of a document needs nothing else.
 */
function isServedBy(key: readonly string[], query: Document, sort: Document): boolean {
  if ('_id' in query && isFixed(query._id)) return key[0] === '_id';
  const fixed = key.findIndex((field) => !isFixed(query[field]));
  const further = fixed === -1 ? [] : key.slice(fixed);
  const sorted = Object.keys(sort);
  const isInOrder = sorted.every((field, place) => further[place] === field);
  const isNarrowed = fixed !== 0 || (key[0] !== undefined && key[0] in query);
  return (isNarrowed && (isInOrder || 'index.openedAt' in query)) || (sorted.length > 0 && isInOrder);
}

const isFixed = (wanted: unknown): boolean =>
  wanted !== undefined && (typeof wanted !== 'object' || wanted === null || '$in' in wanted || '$eq' in wanted);
