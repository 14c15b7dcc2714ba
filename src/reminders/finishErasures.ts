import type { BreachCommandOf } from '../breach/commands.ts';
import { decide } from '../breach/decide.ts';
import type { BreachEvent } from '../breach/events.ts';
import { evolve } from '../breach/evolve.ts';
import type { BreachCase, CaseRecord } from '../breach/breachCase.ts';
import type { CaseId } from '../breach/identifiers.ts';
import { caseSetting, type Organisation } from '../organisation.ts';
import type { Register, StoredCase } from '../ports.ts';
import { caseSummary } from '../register/caseSummary.ts';
import { CaseUnreadable } from '../register/caseUnreadable.ts';
import { type CopyLeft, copiesLeft, joinedWith } from '../register/copiedTexts.ts';
import { erasableTexts } from '../register/erasableTexts.ts';
import { readCase } from '../register/readCase.ts';
import type { Instant } from '../rules/instant.ts';

type World = { readonly register: Register; readonly organisation: Organisation };

/** All cases that are joined with one another, as far as they can be read. */
export type Family = { readonly cases: readonly StoredCase[]; readonly unreadable: readonly CaseId[] };

/** Whether anything was written, and which of the joined cases could not be read and so may still hold something. */
export type Finished = { readonly wrote: boolean; readonly unreadable: readonly CaseId[] };

/** How often another write may come first before the rest is left to the next service. */
const MOST_ROUNDS = 20;

/**
 * Brings every erasure among the cases that are joined with this one to its end: a text that was erased in one of them goes in all of
 * them, and with an erased case its duplicates go. Whoever erased stands as author. Safe to repeat, from several instances, and after a
 * crash at any moment. May throw RegisterUnavailable.
 */
export async function finishErasures(world: World, caseId: CaseId, now: Instant): Promise<Finished> {
  let wrote = false;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { cases, unreadable } = await familyOf(world.register, caseId);
    const writings = cases.flatMap((stored) => writingFor(world, stored, cases, now) ?? []);
    if (writings.length === 0) return { wrote, unreadable };
    for (const writing of writings) wrote = (await world.register.append(writing)).outcome === 'appended' || wrote;
  }
  throw new RangeError('An erasure does not come to its end.');
}

/** Everything this case is joined with, and whatever that is joined with. */
export async function familyOf(register: Register, caseId: CaseId): Promise<Family> {
  const [wanted, cases, unreadable] = [new Set([caseId]), [] as StoredCase[], [] as CaseId[]];
  for (const next of wanted) {
    const stored = await readIfPossible(register, next);
    if (stored === 'unreadable') unreadable.push(next);
    else if (stored !== undefined) cases.push(stored);
    if (typeof stored === 'object') for (const other of joinedWith(stored)) wanted.add(other);
  }
  return { cases, unreadable };
}

async function readIfPossible(register: Register, caseId: CaseId): Promise<StoredCase | undefined | 'unreadable'> {
  try {
    const stored = await register.read(caseId);
    if (stored) readCase(stored);
    return stored;
  } catch (error) {
    if (error instanceof CaseUnreadable) return 'unreadable';
    throw error;
  }
}

type Erasing = BreachCommandOf<'EraseText'> | BreachCommandOf<'EraseCase'>;

/** What is to be written into this case; undefined where nothing is left to erase in it. */
function writingFor({ organisation }: World, stored: StoredCase, cases: readonly StoredCase[], now: Instant) {
  const before = readCase(stored);
  if (before.status === 'none' || before.status === 'erased') return undefined;
  const whole = withItsMain(before, cases, now);
  const commands = whole === undefined ? textCommands(stored, cases, now) : [whole];
  const { events, after } = decideAll(commands, before, organisation);
  const [first, ...rest] = events;
  if (first === undefined || after.status === 'none') return undefined;
  return {
    caseId: stored.caseId,
    expectedVersion: stored.version,
    // Whoever finishes the same erasure at the same moment writes under the same name, and only one of them does.
    commandId: `finishErasure:${stored.caseId}:${stored.version + 1}`,
    inboundIds: [],
    at: now,
    by: first.by,
    events: [first, ...rest] as const,
    summary: caseSummary(after),
  };
}

function decideAll(commands: readonly Erasing[], before: CaseRecord, organisation: Organisation) {
  let after: BreachCase = before;
  const events: BreachEvent[] = [];
  for (const command of commands) {
    const decided = decide(command, after, caseSetting(organisation));
    if ('refused' in decided) continue;
    events.push(...decided);
    after = decided.reduce(evolve, after);
  }
  return { events, after };
}

/** A duplicate goes with the case it went on in, in the words that were said there. */
function withItsMain({ joinedInto }: CaseRecord, cases: readonly StoredCase[], at: Instant): Erasing | undefined {
  const main = cases.find(({ caseId }) => caseId === joinedInto?.main);
  const erased = main?.entries.flatMap(({ events }) => events).findLast((event) => event.type === 'CaseErased');
  if (main === undefined || erased === undefined) return undefined;
  const { by, reasons, retention } = erased;
  return { type: 'EraseCase', at, by, reasons, retention, beforeEnd: true, withMain: main.caseId };
}

const textCommands = ({ caseId, entries }: StoredCase, cases: readonly StoredCase[], at: Instant): readonly Erasing[] =>
  copiesLeft(cases)
    .filter((copy) => copy.caseId === caseId)
    .map((copy) => ({ ...placeOf(copy), type: 'EraseText', at, texts: erasableTexts(entries), alike: [] }));

/** The reasons stay where they were said; here stands the number of that case. */
const placeOf = ({ sequence, part, erasedBy: by, erasedIn: reasons }: CopyLeft) => ({ sequence, part, by, reasons });
