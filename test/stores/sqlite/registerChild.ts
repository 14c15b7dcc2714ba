/**
 * A process of its own that works on a register, for tests that kill it or let several race. What it has to say it says in lines:
 * `node registerChild.ts append FILE` writes without end and says each entry once it is acknowledged;
 * `node registerChild.ts race FILE NAME` says `ready`, waits for a line, then races others to the versions and numbers below;
 * `node registerChild.ts open FILE` opens the register, converts it where it is of an older version, and says `opened`.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { once } from 'node:events';
import { openEmbeddedRegister } from '../../../adapters/stores/openEmbeddedRegister.ts';
import { caseId } from '../../../src/breach/identifiers.ts';
import { type Register, RegisterUnavailable } from '../../../src/ports.ts';
import { adding, opening } from '../../contracts/sampleWrites.ts';

const RACED_VERSION = 60;
const RACED_NUMBERS = 60;
const ENTRIES_PER_CASE = 5;
const MOST_ENTRIES = 100_000;

/** Not buffered: a line is out before the next write begins. */
const say = (line: string): void => void writeSync(1, `${line}\n`);

/** Between reading and writing others get their turn, as they do while somebody decides. */
const thinking = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

async function append(register: Register): Promise<void> {
  const first = await register.nextOrdinal('DP', 2026);
  try {
    for (let count = 0; count < MOST_ENTRIES; count += 1) {
      const ordinal = first + Math.floor(count / ENTRIES_PER_CASE);
      const version = count % ENTRIES_PER_CASE;
      const name = `c-${ordinal}`;
      const inboundIds = [`message ${ordinal} ${version}`];
      const request = version === 0 ? opening(name, { ordinal, inboundIds }) : adding(name, version, { inboundIds });
      const { outcome } = await register.append(request);
      say(`${outcome} ${name} ${version + 1}`);
    }
  } catch (error) {
    if (!(error instanceof RegisterUnavailable)) throw error;
    say('unavailable');
  }
}

async function race(register: Register, name: string): Promise<void> {
  say('ready');
  await once(process.stdin, 'data');
  for (let turn = 0; ; turn += 1) {
    const version = (await register.read(caseId('c-1')))?.version ?? 0;
    if (version >= RACED_VERSION) break;
    await thinking();
    const { outcome } = await register.append(adding('c-1', version, { commandId: `${name} ${turn}` }));
    say(`version ${outcome} ${version + 1}`);
  }
  for (let turn = 0; ; turn += 1) {
    const ordinal = await register.nextOrdinal('DP', 2026);
    if (ordinal > RACED_NUMBERS) break;
    await thinking();
    const { outcome } = await register.append(opening(`${name}-${turn}`, { ordinal }));
    say(`number ${outcome} ${ordinal}`);
  }
}

const [, , work, file = '', name = ''] = process.argv;
const register = await openEmbeddedRegister(file, { ids: { next: () => randomUUID() } });
if (work === 'append') await append(register);
else if (work === 'race') await race(register, name);
else say('opened');
await register.close();
process.exit();
