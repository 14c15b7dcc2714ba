import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { openMongoRegister } from '../../../adapters/stores/mongo/openMongoRegister.ts';
import { nodeCryptography } from '../../../adapters/vault/nodeCryptography.ts';
import { caseId, type CaseNumber } from '../../../src/breach/identifiers.ts';
import { type AppendRequest, type Register, RegisterUnavailable } from '../../../src/ports.ts';
import { verifyChain } from '../../../src/register/verifyChain.ts';
import { caseStream } from '../../../src/register/streams.ts';
import { adding, hoursAfterNine, opening } from '../../contracts/sampleWrites.ts';

const ENTRIES_PER_CASE = 5;
const AGAIN_AFTER_MS = 50;
const TEST_KEY = Buffer.alloc(32, 'a key for tests ').toString('base64');

export const openTestRegister = (uri: string, database: string): Promise<Register> =>
  openMongoRegister(uri, { database, purpose: 'real', ids: { next: randomUUID }, masterKey: { key: TEST_KEY } });

/** One command that was acknowledged as recorded, and where. */
export type Acknowledged = { readonly name: string; readonly sequence: number };

const commandOf = ({ name, sequence }: Acknowledged): string => `command ${sequence} of ${name}`;

/**
 * Opens cases and writes to them, one command after the other, until it is told to stop. What is not clear is asked again under the
 * same command, as the bot does; what was acknowledged is told at once.
 */
export async function writeOn(
  register: Register,
  writer: string,
  acknowledge: (entry: Acknowledged) => void,
  isOver: () => boolean,
): Promise<void> {
  for (let count = 0; !isOver(); count += 1) {
    const name = `${writer}-${Math.floor(count / ENTRIES_PER_CASE)}`;
    const sequence = 1 + (count % ENTRIES_PER_CASE);
    await recordUntilClear(register, { name, sequence });
    acknowledge({ name, sequence });
  }
}

async function recordUntilClear(register: Register, entry: Acknowledged): Promise<void> {
  for (;;) {
    try {
      const { outcome } = await register.append(await requestFor(register, entry));
      if (outcome === 'appended' || outcome === 'repeated') return;
      // A primary that was just elected may for a moment not show what it has; the next look does.
      if (outcome === 'conflict') await pause(AGAIN_AFTER_MS);
    } catch (error) {
      if (!(error instanceof RegisterUnavailable)) throw error;
      await pause(AGAIN_AFTER_MS);
    }
  }
}

async function requestFor(register: Register, entry: Acknowledged): Promise<AppendRequest> {
  const { name, sequence } = entry;
  const named = { commandId: commandOf(entry), inboundIds: [`message ${sequence} of ${name}`] };
  if (sequence > 1) return adding(name, sequence - 1, named);
  return opening(name, { ordinal: await register.nextOrdinal('DP', 2026), ...named });
}

/** What the register fails to show of what it acknowledged, and whatever is torn, broken or missing in it. */
export type Damage = { readonly lost: readonly string[]; readonly broken: readonly string[] };

export async function damageOf(register: Register, acknowledged: readonly Acknowledged[]): Promise<Damage> {
  await serveAll(register);
  const heads = await register.list({ limit: 1_000_000 });
  const broken = gapsIn(heads.map(({ number }) => number));
  const there = new Set<string>();
  for (const head of heads) {
    const entries = (await register.read(head.caseId))?.entries ?? [];
    const chain = verifyChain(await register.openedEntries(caseStream(head.caseId)), nodeCryptography.sha256);
    const isWhole = chain.intact && chain.withheld === 0 && chain.head === head.hash && head.version === entries.length;
    if (!isWhole) broken.push(`${head.caseId} ${JSON.stringify(chain)} ${head.version}`);
    for (const { sequence } of entries) {
      const command = commandOf({ name: head.caseId, sequence });
      const place = await register.findByCommand(command);
      if (place?.caseId === head.caseId && place.sequence === sequence) there.add(command);
      else broken.push(`${head.caseId}: entry ${sequence} is not found by its command`);
    }
  }
  return { lost: acknowledged.map(commandOf).filter((command) => !there.has(command)), broken };
}

/** Every case that is due is served once, as the next tick would: so whatever a dead writer left undone is made up for. */
async function serveAll(register: Register): Promise<void> {
  const later = hoursAfterNine(1_000);
  for (let claim = await register.claimDue(later, 60); claim; claim = await register.claimDue(later, 60)) {
    await register.settle(claim, (await register.head(claim.caseId))?.version ?? 0, undefined);
  }
}

function gapsIn(numbers: readonly CaseNumber[]): string[] {
  const ordinals = numbers.map((number) => Number(number.split('-')[2])).toSorted((one, other) => one - other);
  return ordinals.flatMap((ordinal, place) => (ordinal === place + 1 ? [] : [`number ${place + 1} is missing or double`]));
}

/** Of the entries of one writer that was killed: those that are not where it said they are. */
export async function missingOf(register: Register, acknowledged: readonly Acknowledged[]): Promise<Acknowledged[]> {
  const found = await Promise.all(
    acknowledged.map(async (entry) => {
      const place = await register.findByCommand(commandOf(entry));
      return place?.caseId === caseId(entry.name) && place.sequence === entry.sequence;
    }),
  );
  return acknowledged.filter((_, index) => found[index] !== true);
}
