import { contradictingRules } from '../breach/assessCase.ts';
import { fold } from '../breach/evolve.ts';
import type { CaseRecord } from '../breach/breachCase.ts';
import type { CaseId } from '../breach/identifiers.ts';
import { caseSetting } from '../organisation.ts';
import { type Claim, RegisterUnavailable } from '../ports.ts';
import type { Instant } from '../rules/instant.ts';
import { absencesIn } from './absencesIn.ts';
import { addMinutes, LONGEST_MINUTES } from './backoff.ts';
import { finishErasures } from './finishErasures.ts';
import { nextChange } from './nextChange.ts';
import { type CaseInTime, owed } from './owed.ts';
import type { ChainHead } from '../prompt/caseCard.ts';
import { plan, type Sending } from './plan.ts';
import { clearAway } from './removal.ts';
import type { RemindersWorld } from './remindersWorld.ts';
import { letRest, type Resting, restsUntil } from './resting.ts';
import { mayBegin, send, type Sent } from './send.ts';
import { addresseeName } from './slot.ts';
import { unreachableIn } from './unreachable.ts';
import { remindOfUnreadable } from './unreadableCase.ts';

/** A case that goes on changing while it is served is left to the next tick after so many rounds. */
const ROUNDS_AT_MOST = 20;
/** Before the next tick: a reader gets one announcement per case and tick. */
const NEXT_TICK_MINUTES = 0.5;

/** How one round ended. `changed`: the case, or whom it can reach. `leaseShort`: too little of the lease is left to begin a message. */
type Round = 'settled' | 'claimLost' | 'changed' | 'leaseShort';
type Read = { readonly record: CaseRecord; readonly version: number; readonly head: ChainHead; readonly readAt: Instant };
/** What happened in this service: no message is tried twice in it, and of a reader who got a new one, or may be getting one, nothing new is begun. */
type Tried = { readonly again: Map<string, Instant>; readonly served: Set<string>; readonly resting: Resting };

/** Serves one claimed case until it owes nothing more by now, and settles it. May throw RegisterUnavailable; the lease then runs out. */
export async function serve(world: RemindersWorld, first: Claim, resting: Resting): Promise<void> {
  const tried: Tried = { again: new Map(), served: new Set(), resting };
  let claim: Claim | undefined = first;
  for (let round = 0; claim !== undefined && round < ROUNDS_AT_MOST; round += 1) {
    const ended = await serveOnce(world, claim, tried);
    if (ended === 'settled' || ended === 'claimLost') return;
    if (ended === 'leaseShort') claim = await world.register.claimCase(claim.caseId, world.clock.now(), world.leaseSeconds);
  }
}

async function serveOnce(world: RemindersWorld, claim: Claim, tried: Tried): Promise<Round> {
  const read = await readCase(world, claim);
  if (read === undefined) return remindOfUnreadable(world, claim, tried.again);
  if (await hasFinishedErasures(world, claim, read)) return 'changed';
  const { organisation, channels } = world;
  const platforms = channels.map(({ platform }) => platform);
  const absences = await absencesIn(world);
  const recorded = await world.register.deliveries(claim.caseId);
  const known = { caseId: claim.caseId, record: read.record, head: read.head, organisation, platforms, absences };
  const at = { ...known, unreachable: unreachableIn(recorded), now: read.readAt };
  const cleared = await clearAway(world, claim, at, recorded, tried.resting);
  if (cleared.done === 'claimLost') return 'claimLost';
  if (at.record.status === 'erased') return settle(world, claim, read, cleared.again);
  const { sendings, more } = plan(claim.caseId, owed(at), recorded);
  for (const sending of sendings) {
    const stopped = await sendInTurn(world, claim, read, sending, tried);
    if (stopped !== undefined) return stopped;
  }
  if (await hasChanged(world, claim, read)) return 'changed';
  alarmOfRules(world, claim.caseId, read.record);
  return settle(world, claim, read, earliestOf([cleared.again, earliestLook(at, more, sendings, tried)]));
}

/**
 * Of joined cases what was erased in one goes in the others too. A joined case that cannot be read does it in its own service, once it can
 * be read again; and whatever goes wrong here stops no reminder.
 */
async function hasFinishedErasures(world: RemindersWorld, { caseId }: Claim, { record, readAt }: Read): Promise<boolean> {
  if (record.joinedNumbers.length === 0 && record.joinedInto === undefined) return false;
  try {
    return (await finishErasures(world, caseId, readAt)).wrote;
  } catch (error) {
    if (error instanceof RegisterUnavailable) throw error;
    world.alarm({ caseId, what: 'unexpected' });
    return false;
  }
}

/** Rules that contradict each other cost no duty, but the case must not be the only one who knows. Told at every service until mended. */
function alarmOfRules(world: RemindersWorld, caseId: CaseId, record: CaseRecord): void {
  const found = contradictingRules(record, caseSetting(world.organisation));
  if (found.length === 0) return;
  const rules = [...new Set(found.flatMap(({ first, second }) => [first, second]))];
  world.alarm({ caseId, what: 'contradictingRules', rules });
}

/** A wait longer than any that is ever given is the mark of a clock that was set back since. */
const isTooEarly = ({ notBefore }: Sending, now: Instant): boolean =>
  notBefore !== undefined && notBefore > now && notBefore <= addMinutes(now, LONGEST_MINUTES);

async function sendInTurn(
  world: RemindersWorld,
  claim: Claim,
  read: Read,
  sending: Sending,
  tried: Tried,
): Promise<Round | undefined> {
  const { key, to, replaces } = sending.message;
  const now = world.clock.now();
  if (isTooEarly(sending, read.readAt) || tried.again.has(key)) return undefined;
  const rest = restsUntil(tried.resting, to, now);
  if (rest !== undefined) {
    tried.again.set(key, rest);
    return undefined;
  }
  // What is only drawn anew makes nobody's phone ring.
  if (replaces === undefined && tried.served.has(addresseeName(to))) {
    tried.again.set(key, addMinutes(now, NEXT_TICK_MINUTES));
    return undefined;
  }
  if (!mayBegin(world, claim)) return endOfLease(world, claim, read);
  const look = async () => ((await hasChanged(world, claim, read)) ? 'changed' : 'asRead');
  return roundAfter(world, claim, read, sending, tried, await send(world, claim, sending, look));
}

function roundAfter(
  world: RemindersWorld,
  claim: Claim,
  read: Read,
  { message }: Sending,
  tried: Tried,
  outcome: Sent,
): Promise<Round | undefined> | Round | undefined {
  if (mayRing(message, outcome)) tried.served.add(addresseeName(message.to));
  switch (outcome.sent) {
    case 'delivered':
      return undefined;
    case 'claimLost':
      return 'claimLost';
    case 'tooLate':
      return endOfLease(world, claim, read);
    case 'changed':
    case 'found':
    case 'regained':
    case 'unreachable':
      return 'changed';
    case 'later':
      tried.again.set(message.key, outcome.at);
      letRest(tried.resting, message.to, outcome, world.clock.now());
      return undefined;
  }
}

/** Whether something new came to the reader, or anything may still come. */
const mayRing = ({ replaces }: Sending['message'], outcome: Sent): boolean =>
  outcome.sent === 'later' ? outcome.unclear : replaces === undefined && ['delivered', 'regained'].includes(outcome.sent);

/** The lease runs out: it is given back, so that it can be taken anew. */
async function endOfLease(world: RemindersWorld, claim: Claim, { version }: Read): Promise<Round> {
  const isOurs = await world.register.settle(claim, version, world.clock.now());
  return isOurs ? 'leaseShort' : 'claimLost';
}

const hasChanged = async ({ register }: RemindersWorld, { caseId }: Claim, { version }: Read): Promise<boolean> =>
  (await register.head(caseId))?.version !== version;

/** The earliest of: something new falls due, a failed message may be tried again, a reader has more waiting. */
function earliestLook(at: CaseInTime, more: boolean, sendings: readonly Sending[], { again }: Tried): Instant | undefined {
  const patience = sendings.flatMap((sending) => (isTooEarly(sending, at.now) ? (sending.notBefore ?? []) : []));
  const nextTick = more ? [addMinutes(at.now, NEXT_TICK_MINUTES)] : [];
  return earliestOf([nextChange(at), ...patience, ...again.values(), ...nextTick]);
}

const earliestOf = (looks: readonly (Instant | undefined)[]): Instant | undefined =>
  looks.filter((look) => look !== undefined).toSorted()[0];

async function settle(
  world: RemindersWorld,
  claim: Claim,
  { version }: Pick<Read, 'version'>,
  nextDueAt: Instant | undefined,
): Promise<Round> {
  return (await world.register.settle(claim, version, nextDueAt)) ? 'settled' : 'claimLost';
}

/** The case as it stands. One that cannot be read raises an alarm; `unreadableCase.ts` goes on from there. */
async function readCase(world: RemindersWorld, claim: Claim): Promise<Read | undefined> {
  const readAt = world.clock.now();
  try {
    const stored = await world.register.read(claim.caseId);
    const state = fold(stored?.entries.flatMap(({ events }) => events) ?? []);
    const last = stored?.entries.at(-1);
    if (stored !== undefined && last !== undefined && state.status !== 'none') {
      return { record: state, version: stored.version, head: { entries: last.sequence, hash: last.hash }, readAt };
    }
  } catch (error) {
    if (error instanceof RegisterUnavailable) throw error;
  }
  world.alarm({ caseId: claim.caseId, what: 'caseUnreadable' });
  return undefined;
}
