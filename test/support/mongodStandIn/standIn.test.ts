import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BSON, type Document } from 'mongodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answer } from './answer.ts';
import { Database } from './database.ts';

/** What is the stand-in's own affair. What it shares with MongoDB is tested in mongodSemantics.test.ts, on either. */
describe('the stand-in for MongoDB', () => {
  let folder: string;
  let database: Database;
  const ask = (command: Document): Document => {
    const reply = answer(database, { ...command, $db: 'test' });
    database.settle();
    return reply;
  };
  const ids = (): unknown[] => (ask({ find: 'rows' }).cursor as Document).firstBatch.map(({ _id }: Document) => _id);
  const startAgain = (): void => {
    database.close();
    database = new Database(folder);
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fristwacht-stand-in-'));
    database = new Database(folder);
  });
  afterEach(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });

  it.each<[string, Document]>([
    ['$where in a query', { find: 'rows', filter: { $where: 'true' } }],
    ['$type of a field', { find: 'rows', filter: { _id: { $type: 'string' } } }],
    ['$mul in an update', { update: 'rows', updates: [{ q: {}, u: { $mul: { n: 2 } } }] }],
    ['an update by pipeline', { update: 'rows', updates: [{ q: {}, u: [{ $set: { n: 1 } }] }] }],
    ['an index that forgets', { createIndexes: 'rows', indexes: [{ key: { at: 1 }, name: 'at', expireAfterSeconds: 1 }] }],
    ['a stage', { aggregate: 'rows', pipeline: [{ $lookup: {} }] }],
  ])('refuses %s by name, since it does not know it', (_, command) => {
    ask({ insert: 'rows', documents: [{ _id: 'a', n: 1 }] });
    expect(ask(command)).toMatchObject({ ok: 0, code: 238, errmsg: expect.stringContaining('stand-in') });
  });

  it('refuses what a single server cannot do either: retried writes, and waiting for others', () => {
    expect(ask({ insert: 'rows', documents: [{ _id: 'a' }], txnNumber: 1 })).toMatchObject({ ok: 0, code: 20 });
    expect(ask({ insert: 'rows', documents: [{ _id: 'a' }], writeConcern: { w: 2 } })).toMatchObject({ ok: 0, code: 2 });
    expect(ids()).toEqual([]);
  });

  it('finds its documents and indexes again after a start', () => {
    ask({ createIndexes: 'rows', indexes: [{ key: { n: 1 }, name: 'n', unique: true }] });
    ask({
      insert: 'rows',
      documents: [
        { _id: 'a', n: 1 },
        { _id: 'b', n: 2 },
      ],
    });
    ask({ delete: 'rows', deletes: [{ q: { _id: 'a' }, limit: 1 }] });
    startAgain();
    expect(ids()).toEqual(['b']);
    expect(ask({ insert: 'rows', documents: [{ _id: 'c', n: 2 }] })).toMatchObject({ n: 0, writeErrors: [{ code: 11000 }] });
  });

  it('drops a last entry that was cut off, and goes on behind it', () => {
    ask({ insert: 'rows', documents: [{ _id: 'a' }] });
    const whole = BSON.serialize({ kind: 'put', namespace: 'test.rows', document: { _id: 'torn' } });
    appendFileSync(join(folder, 'journal.bson'), whole.subarray(0, -3));
    startAgain();
    expect(ids()).toEqual(['a']);
    ask({ insert: 'rows', documents: [{ _id: 'b' }] });
    startAgain();
    expect(ids()).toEqual(['a', 'b']);
  });
});
