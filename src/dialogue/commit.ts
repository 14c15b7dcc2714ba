import type { BreachCase, CaseRecord } from '../breach/breachCase.ts';
import { none } from '../breach/breachCase.ts';
import type { BreachCommand, Refusal } from '../breach/commands.ts';
import { decide } from '../breach/decide.ts';
import type { BreachEvent, ReportSource } from '../breach/events.ts';
import { evolve } from '../breach/evolve.ts';
import { caseNumber, type CaseId, type CaseNumber, type Series } from '../breach/identifiers.ts';
import { caseSetting } from '../organisation.ts';
import { RegisterUnavailable, type AppendOutcome, type AppendRequest } from '../ports.ts';
import { caseSummary } from '../register/caseSummary.ts';
import { readCase as foldCase } from '../register/readCase.ts';
import { hoursBetween, type Instant } from '../rules/instant.ts';
import type { Operation } from './access.ts';
import { permission, readCase, readIfPossible, turnAway } from './look.ts';
import { localDay } from './readMoment.ts';
import { newCaseId, type Opened, type Prompts, type Turn } from './turn.ts';

/** What a handler asks for; who and when are added here. */
export type Order = WithoutMeta<BreachCommand>;
type WithoutMeta<T> = T extends unknown ? Omit<T, 'at' | 'by'> : never;
export type ReportOrder = Omit<Extract<Order, { readonly type: 'ReportBreach' }>, 'number'>;

export type Recorded = {
  readonly outcome: 'recorded';
  /** The case as it stood before. */
  readonly before: BreachCase;
  /** The case with it. */
  readonly opened: Opened;
  readonly events: readonly BreachEvent[];
  /** When it was recorded: now, or at the first delivery of the same inbound. */
  readonly at: Instant;
};
export type Committed =
  | Recorded
  | { readonly outcome: 'nothingNew'; readonly opened: Opened }
  /** Without a case where the refused command would have opened one. */
  | { readonly outcome: 'refused'; readonly refusal: Refusal; readonly opened?: Opened }
  | { readonly outcome: 'turnedAway'; readonly prompts: Prompts }
  /** The register's answer is missing: perhaps recorded, perhaps not. */
  | { readonly outcome: 'notConfirmedYet' };

/** How often another write may come first before the person is asked to try again. */
const MOST_ATTEMPTS = 20;
/** How often an append is repeated under the same command id after its answer was lost. */
const MOST_REPETITIONS = 3;

type Prepared = {
  readonly caseId: CaseId;
  readonly version: number;
  readonly before: BreachCase;
  readonly events: readonly [BreachEvent, ...BreachEvent[]];
  readonly number?: CaseNumber;
};

/** Whether an answer of the register was lost on the way: from then on nothing may be called „not recorded“. */
type Trail = { answerLost: boolean };

/** The command id makes the repetition after a lost answer safe: the register recognises what it already has. */
async function append(turn: Turn, request: AppendRequest, trail: Trail): Promise<AppendOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await turn.world.register.append(request);
    } catch (error) {
      if (!(error instanceof RegisterUnavailable)) throw error;
      trail.answerLost = true;
      if (attempt === MOST_REPETITIONS) throw error;
    }
  }
}

/** The same inbound was recorded before: the answer is what it was then, read back. */
async function readBack(turn: Turn, commandId: string): Promise<Recorded | undefined> {
  const found = await turn.world.register.findByCommand(commandId);
  if (!found) return undefined;
  const stored = await turn.world.register.read(found.caseId);
  const entry = stored?.entries.find(({ sequence }) => sequence === found.sequence);
  const opened = await readCase(turn, found.caseId);
  // Somebody else's command is never read back: an inbound id is no key to a case.
  if (!stored || !entry || !opened || entry.by !== turn.person) return undefined;
  const before = foldCase({ ...stored, entries: stored.entries.slice(0, stored.entries.indexOf(entry)) });
  return { outcome: 'recorded', before, opened, events: entry.events, at: entry.at };
}

const recordAfter = ({ before, events }: Prepared): CaseRecord => events.reduce(evolve, before) as CaseRecord;

function recorded(turn: Turn, prepared: Prepared, version: number): Recorded {
  const { caseId, before, events } = prepared;
  return { outcome: 'recorded', before, opened: { caseId, record: recordAfter(prepared), version }, events, at: turn.now };
}

/** Messages follow from the register; if they cannot be brought up to date now, the next tick does it. The answer stays. */
async function bringUpToDate(turn: Turn, caseId: CaseId): Promise<void> {
  try {
    await turn.world.afterAppend(caseId);
  } catch {
    // Owed messages are found again by every tick; what was recorded is recorded.
  }
}

/** Prepares and appends until it is written; where another write came first, everything is read and decided again. */
async function write(
  turn: Turn,
  commandId: string,
  prepare: () => Promise<Prepared | Committed>,
  trail: Trail,
): Promise<Committed> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const before = await readBack(turn, commandId);
    if (before) return before;
    const prepared = await prepare();
    if ('outcome' in prepared) return prepared;
    const { before: _, version, ...rest } = prepared;
    const meta = { at: turn.now, by: turn.person, commandId, inboundIds: [commandId] };
    const summary = caseSummary(recordAfter(prepared));
    const written = await append(turn, { ...rest, ...meta, summary, expectedVersion: version }, trail);
    if (written.outcome === 'repeated') return (await readBack(turn, commandId)) ?? { outcome: 'notConfirmedYet' };
    if (written.outcome !== 'appended') continue;
    await bringUpToDate(turn, prepared.caseId);
    return recorded(turn, prepared, written.version);
  }
  return { outcome: 'notConfirmedYet' };
}

async function writeOrSayNeither(
  turn: Turn,
  commandId: string,
  prepare: () => Promise<Prepared | Committed>,
): Promise<Committed> {
  const trail: Trail = { answerLost: false };
  try {
    return await write(turn, commandId, prepare, trail);
  } catch (error) {
    if (error instanceof RegisterUnavailable && trail.answerLost) return clearUp(turn, commandId);
    throw error;
  }
}

/** The last try: recorded, if the register can be read and holds it. Not finding it proves nothing; it may still arrive. */
async function clearUp(turn: Turn, commandId: string): Promise<Committed> {
  try {
    return (await readBack(turn, commandId)) ?? { outcome: 'notConfirmedYet' };
  } catch (error) {
    if (error instanceof RegisterUnavailable) return { outcome: 'notConfirmedYet' };
    throw error;
  }
}

const isRefusal = (outcome: readonly BreachEvent[] | Refusal): outcome is Refusal => 'refused' in outcome;

type How = {
  /** Names the second and later commands of one inbound. */
  readonly part?: string;
  /** The case on which the permission rests, where it is not the one written to (a duplicate that goes on in another). */
  readonly grantedBy?: Opened;
};
/** An order that depends on the case as it stands; asked again when another write came first. */
type OrderFor = (opened: Opened) => Order | Refusal;

/**
 * Reads, asks whether this person may, decides, appends. Throws RegisterUnavailable where surely nothing was recorded.
 */
export function commit(
  turn: Turn,
  caseId: CaseId,
  operation: Operation,
  order: Order | OrderFor,
  how: How = {},
): Promise<Committed> {
  return writeOrSayNeither(turn, turn.commandId + (how.part ?? ''), async () => {
    const opened = await readCase(turn, caseId);
    if (!opened || !permission(turn, operation, how.grantedBy ?? opened).may) {
      return { outcome: 'turnedAway', prompts: await turnAway(turn, operation, how.grantedBy ?? opened) };
    }
    const ordered = typeof order === 'function' ? order(opened) : order;
    if ('refused' in ordered) return { outcome: 'refused', refusal: ordered, opened };
    const decided = decide({ ...ordered, at: turn.now, by: turn.person }, opened.record, caseSetting(turn.organisation));
    if (isRefusal(decided)) return { outcome: 'refused', refusal: decided, opened };
    const [first, ...rest] = decided;
    if (!first) return { outcome: 'nothingNew', opened };
    return { caseId, version: opened.version, before: opened.record, events: [first, ...rest] };
  });
}

/** What this very inbound recorded when it was delivered before; then nothing is checked or decided again. */
export const recordedBefore = (turn: Turn): Promise<Recorded | undefined> => readBack(turn, turn.commandId);

/** What is tried out at the desk is a drill, marked as such for good. */
const seriesOf = (turn: Turn): Series => (turn.platform === 'desk' || turn.world.drill ? 'Ü' : 'DP');

async function nextNumber(turn: Turn): Promise<CaseNumber> {
  const { year } = localDay(turn.now, turn.organisation.timeZone);
  return caseNumber(seriesOf(turn), year, await turn.world.register.nextOrdinal(seriesOf(turn), year));
}

/** For so long the same words of the same person are the same report, sent again because the first answer was lost. */
const SAME_REPORT_HOURS = 1;
const MOST_COMPARED = 10;

async function sentBefore(turn: Turn, order: ReportOrder): Promise<Opened | undefined> {
  const heads = await turn.world.register.list({ reporter: turn.person, status: ['open'], limit: MOST_COMPARED });
  const recent = heads.filter((head) => hoursBetween(head.openedAt, turn.now) < SAME_REPORT_HOURS);
  const read = await Promise.all(recent.map(({ caseId }) => readIfPossible(turn, caseId)));
  return read.find((opened) => opened && saysTheSame(order, opened.record));
}

/** Whoever names an earlier moment, or another informant, says something new: that is another report. */
function saysTheSame({ text, source, noticedAt }: ReportOrder, record: CaseRecord): boolean {
  const noticedThen = record.times.find(({ time }) => time === 'noticed')?.moment ?? record.earliestNamed;
  return record.text === text && noticedAt >= noticedThen && isSameSource(source, record.source);
}

const isSameSource = (one: ReportSource, other: ReportSource): boolean =>
  one.by === 'self' || other.by === 'self'
    ? one.by === other.by
    : one.by === other.by && one.informant === other.informant && one.toldAt >= other.toldAt;

/**
 * Opens a case under the next free number; the same report sent again is found and not opened twice. Throws RegisterUnavailable
 * where surely nothing was recorded.
 */
export function commitReport(turn: Turn, order: ReportOrder): Promise<Committed> {
  const caseId = newCaseId(turn);
  return writeOrSayNeither(turn, turn.commandId, async () => {
    const same = await sentBefore(turn, order);
    if (same) return { outcome: 'nothingNew', opened: same };
    const number = await nextNumber(turn);
    const decided = decide({ ...order, number, at: turn.now, by: turn.person }, none, caseSetting(turn.organisation));
    if (isRefusal(decided)) return { outcome: 'refused', refusal: decided };
    const [first, ...rest] = decided;
    if (!first) throw new RangeError('A report that is not refused opens a case.');
    return { caseId, version: 0, before: none, events: [first, ...rest], number };
  });
}
