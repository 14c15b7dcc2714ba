import { contradictingRules } from '../breach/assessCase.ts';
import { fold } from '../breach/evolve.ts';
import type { CaseRecord } from '../breach/breachCase.ts';
import type { CaseId } from '../breach/identifiers.ts';
import { caseSetting } from '../organisation.ts';
import { type Claim, RegisterUnavailable } from '../ports.ts';
import type { Instant } from '../rules/instant.ts';
import { absencesIn } from './absencesIn.ts';
import { addMinutes } from './backoff.ts';
import { finishErasures } from './finishErasures.ts';
import { nextChange } from './nextChange.ts';
import { type CaseInTime, owed } from './owed.ts';
import type { ChainHead } from '../prompt/caseCard.ts';
import { plan, type Sending } from './plan.ts';
import { clearAway } from './removal.ts';
import type { RemindersWorld } from './remindersWorld.ts';
import { send } from './send.ts';
import { remindOfUnreadable } from './unreadableCase.ts';

/** A case that goes on changing while it is served is left to the next tick after so many rounds. */
const ROUNDS_AT_MOST = 20;
/** Before the next tick: a reader gets one announcement per case and tick. */
const NEXT_TICK_MINUTES = 0.5;

/** How one round ended. `changed`: the case moved on. `leaseShort`: too little of the lease is left to begin a message. */
type Round = 'settled' | 'claimLost' | 'changed' | 'leaseShort';
type Read = { readonly record: CaseRecord; readonly version: number; readonly head: ChainHead; readonly readAt: Instant };
/** When to try again, by the key of the message; so that no message is tried twice in one service. */
type Retries = Map<string, Instant>;

/** Serves one claimed case until it owes nothing more by now, and settles it. May throw RegisterUnavailable; the lease then runs out. */
export async function serve(world: RemindersWorld, first: Claim): Promise<void> {
  const retries: Retries = new Map();
  let claim: Claim | undefined = first;
  for (let round = 0; claim !== undefined && round < ROUNDS_AT_MOST; round += 1) {
    const ended = await serveOnce(world, claim, retries);
    if (ended === 'settled' || ended === 'claimLost') return;
    if (ended === 'leaseShort') claim = await world.register.claimCase(claim.caseId, world.clock.now(), world.leaseSeconds);
  }
}

async function serveOnce(world: RemindersWorld, claim: Claim, retries: Retries): Promise<Round> {
  const read = await readCase(world, claim);
  if (read === undefined) return remindOfUnreadable(world, claim, retries);
  if (await hasFinishedErasures(world, claim, read)) return 'changed';
  const { organisation, channels } = world;
  const platforms = channels.map(({ platform }) => platform);
  const absences = await absencesIn(world);
  const at = { caseId: claim.caseId, record: read.record, head: read.head, organisation, platforms, now: read.readAt, absences };
  const recorded = await world.register.deliveries(claim.caseId);
  const cleared = await clearAway(world, claim, at, recorded);
  if (cleared.done === 'claimLost') return 'claimLost';
  if (at.record.status === 'erased') return settle(world, claim, read, cleared.again);
  const { sendings, more } = plan(claim.caseId, owed(at), recorded);
  const waiting = sendings.filter((sending) => !isTooEarly(sending, read.readAt) && !retries.has(sending.message.key));
  for (const sending of waiting) {
    const stopped = (await interruption(world, claim, read)) ?? (await sendOne(world, claim, sending, retries));
    if (stopped !== undefined) return stopped;
  }
  if (await hasChanged(world, claim, read)) return 'changed';
  alarmOfRules(world, claim.caseId, read.record);
  const look = earliestLook(at, more, sendings, retries);
  return settle(
    world,
    claim,
    read,
    cleared.again !== undefined && (look === undefined || cleared.again < look) ? cleared.again : look,
  );
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

const isTooEarly = ({ notBefore }: Sending, now: Instant): boolean => notBefore !== undefined && notBefore > now;

/** Looked at before every message: a newer state overtakes, and a lease that runs out is renewed first. */
async function interruption(world: RemindersWorld, claim: Claim, read: Read): Promise<Round | undefined> {
  if (await hasChanged(world, claim, read)) return 'changed';
  const leftMs = Date.parse(claim.leaseUntil) - Date.parse(world.clock.now());
  if (leftMs * 2 >= world.leaseSeconds * 1000) return undefined;
  const isOurs = await world.register.settle(claim, read.version, world.clock.now());
  return isOurs ? 'leaseShort' : 'claimLost';
}

async function hasChanged({ register, clock }: RemindersWorld, { caseId }: Claim, { readAt, version }: Read): Promise<boolean> {
  if (clock.now() === readAt) return false;
  return (await register.head(caseId))?.version !== version;
}

async function sendOne(world: RemindersWorld, claim: Claim, sending: Sending, retries: Retries): Promise<Round | undefined> {
  const outcome = await send(world, claim, sending);
  if (outcome.sent === 'claimLost') return 'claimLost';
  if (outcome.sent === 'later') retries.set(sending.message.key, outcome.at);
  return undefined;
}

/** The earliest of: something new falls due, a failed message may be tried again, a reader has more waiting. */
function earliestLook(at: CaseInTime, more: boolean, sendings: readonly Sending[], retries: Retries): Instant | undefined {
  const patience = sendings.flatMap(({ notBefore }) => (notBefore !== undefined && notBefore > at.now ? [notBefore] : []));
  const nextTick = more ? [addMinutes(at.now, NEXT_TICK_MINUTES)] : [];
  return [nextChange(at), ...patience, ...retries.values(), ...nextTick].filter((look) => look !== undefined).toSorted()[0];
}

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
