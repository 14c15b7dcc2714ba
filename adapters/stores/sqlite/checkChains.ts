import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { NO_ENTRY } from '../../../src/register/entryHash.ts';

type Row = {
  readonly stream: string;
  readonly sequence: number;
  readonly previous: string;
  readonly hash: string;
  readonly clear: string;
};

/**
 * Walks along every chain in the file and answers the first place where one breaks (`case/… 3`), or where it ends elsewhere than the
 * register says; undefined where all hold. Needs no key: the chain runs over what is not sealed.
 */
export function brokenChain(database: DatabaseSync): string | undefined {
  const rows = database.prepare('SELECT stream, sequence, previous, hash, clear FROM entry ORDER BY stream, sequence').iterate();
  let last = { stream: '', sequence: 0, hash: NO_ENTRY };
  for (const found of rows) {
    const row = found as unknown as Row;
    const before = row.stream === last.stream ? last : { sequence: 0, hash: NO_ENTRY };
    const holds = row.sequence === before.sequence + 1 && row.previous === before.hash && row.hash === sha256(row.clear);
    if (!holds || !says(row)) return `${row.stream} ${before.sequence + 1}`;
    last = row;
  }
  return lostEnd(database);
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** What the chained text itself says of its place. */
function says({ stream, sequence, previous, clear }: Row): boolean {
  const said = JSON.parse(clear) as Partial<Record<'stream' | 'sequence' | 'previous', unknown>>;
  return said.stream === stream && said.sequence === sequence && said.previous === previous;
}

/** A tail that was cut off shows where the end that is kept beside the entries is further on; so does a case without entries. */
function lostEnd(database: DatabaseSync): string | undefined {
  const lost = database
    .prepare(
      `SELECT stream, sequence FROM stream_end
       WHERE NOT EXISTS (SELECT 1 FROM entry WHERE entry.stream = stream_end.stream AND entry.sequence = stream_end.sequence AND entry.hash = stream_end.hash)
       UNION ALL
       SELECT 'case/' || case_id, version FROM case_index
       WHERE NOT EXISTS (SELECT 1 FROM stream_end WHERE stream = 'case/' || case_id AND sequence = version AND stream_end.hash = case_index.hash)
       LIMIT 1`,
    )
    .get();
  return lost && `${String(lost.stream)} ${Number(lost.sequence)}`;
}
