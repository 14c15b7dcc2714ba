/**
 * A process of its own that writes to a register in MongoDB without end, to be killed: `node writerProcess.ts URI DATABASE WRITER`.
 * Every acknowledged entry is one line, „case sequence“.
 */
import { writeSync } from 'node:fs';
import { openTestRegister, writeOn } from './writing.ts';

const [, , uri = '', database = '', writer = ''] = process.argv;

/** Not buffered: a line is out before the next write begins. */
const say = (line: string): void => void writeSync(1, `${line}\n`);

// Whoever started it is gone: then nobody kills it any more, and its server may be gone too.
process.stdin.on('end', () => process.exit()).resume();

const register = await openTestRegister(uri, database);
await writeOn(
  register,
  writer,
  ({ name, sequence }) => say(`${name} ${sequence}`),
  () => false,
);
