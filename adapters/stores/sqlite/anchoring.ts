import type { DatabaseSync } from 'node:sqlite';
import type { RegisterEngine, StreamEnd } from '../../../src/register/registerEngine.ts';
import { prepare } from './rows.ts';
import { inTransaction } from './transaction.ts';

/** Which streams moved on since their end was last entered into the register's own stream. */
export function anchoring(database: DatabaseSync): Pick<RegisterEngine, 'unanchored' | 'markAnchored'> {
  const open = prepare<StreamEnd>(
    database,
    'SELECT stream, sequence, hash FROM stream_end WHERE anchored = 0 ORDER BY stream LIMIT :limit',
  );
  const mark = prepare(
    database,
    'UPDATE stream_end SET anchored = 1 WHERE stream = :stream AND sequence = :sequence AND hash = :hash',
  );
  return {
    unanchored: async (limit) => open.all({ limit: Math.max(0, Math.trunc(limit)) }).map((end) => ({ ...end })),
    markAnchored: async (ends) =>
      inTransaction(database, () => {
        for (const { stream, sequence, hash } of ends) mark.run({ stream, sequence, hash });
      }),
  };
}
