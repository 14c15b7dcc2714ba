import { z } from 'zod';
import type { Claim } from '../ports.ts';
import { ORGANISATION } from '../register/organisationStream.ts';
import { instant, type Instant } from '../rules/instant.ts';
import { addMinutes } from './backoff.ts';
import { type DigestCase, digestCases, digestFor } from './digestCases.ts';
import { readHealth } from './health.ts';
import { updateNote } from './notes.ts';
import {
  nextChangeOfOrganisation,
  type OrganisationInTime,
  outlivedSlots,
  owedDigests,
  owedHealth,
  waitingForDigest,
} from './owedByOrganisation.ts';
import { type Plan, plan, type Sending } from './plan.ts';
import { absencesIn } from './absencesIn.ts';
import type { RemindersWorld } from './remindersWorld.ts';
import { letRest, type Resting, restsUntil } from './resting.ts';
import { mayBegin, send, type Sent } from './send.ts';
import { unreachableIn } from './unreachable.ts';

const ROUNDS_AT_MOST = 20;
/** Before the next tick: a reader gets one announcement per tick. */
const NEXT_TICK_MINUTES = 0.5;
/** The stream has no entries, so nothing moves it on; what changes beside it wakes it. */
const NO_VERSION = 0;

/** Messages that are not tried again in this service, and until when; and who is left alone. */
type Tried = { readonly again: Map<string, Instant>; readonly resting: Resting };
/** What was read for today's digest in this service: reading all cases may outlast a lease, and must not begin anew with the next one. */
type DigestRead = { cases?: readonly DigestCase[] };

/** Serves the organisation's stream as `serve` does a case: owed minus delivered, each under the claim. May throw RegisterUnavailable. */
export async function serveOrganisation(world: RemindersWorld, first: Claim, resting: Resting): Promise<void> {
  const tried: Tried = { again: new Map(), resting };
  const read: DigestRead = {};
  let claim: Claim | undefined = first;
  for (let round = 0; claim !== undefined && round < ROUNDS_AT_MOST; round += 1) {
    const ended = await serveOnce(world, claim, tried, read);
    if (ended === 'settled' || ended === 'claimLost') return;
    if (ended === 'leaseShort') claim = await world.register.claimCase(ORGANISATION, world.clock.now(), world.leaseSeconds);
  }
}

/** How one round ended. `changed`: whom it can reach. `leaseShort`: too little of the lease is left to begin a message. */
type Round = 'settled' | 'claimLost' | 'changed' | 'leaseShort';

async function serveOnce(world: RemindersWorld, claim: Claim, tried: Tried, read: DigestRead): Promise<Round> {
  const at = await organisationInTime(world);
  const { sendings, more } = await planFor(world, at, read);
  for (const sending of sendings) {
    const { key, to } = sending.message;
    const isTooEarly = sending.notBefore !== undefined && sending.notBefore > at.now;
    if (isTooEarly || tried.again.has(key)) continue;
    const rest = restsUntil(tried.resting, to, world.clock.now());
    if (rest !== undefined) {
      tried.again.set(key, rest);
      continue;
    }
    if (!mayBegin(world, claim)) return (await settle(world, claim, world.clock.now())) ? 'leaseShort' : 'claimLost';
    const outcome = await send(world, claim, sending);
    if (outcome.sent === 'claimLost') return 'claimLost';
    // Others are told now, in the place of whom it does not reach.
    if (outcome.sent === 'unreachable' || outcome.sent === 'regained') return 'changed';
    noteOutcome(tried, sending, outcome, world.clock.now());
  }
  await world.register.forgetDeliveries(ORGANISATION, outlivedSlots(at));
  return (await settle(world, claim, nextLook(at, more, sendings, tried))) ? 'settled' : 'claimLost';
}

function noteOutcome({ again, resting }: Tried, { message: { key, to } }: Sending, outcome: Sent, now: Instant): void {
  if (outcome.sent === 'later') {
    again.set(key, outcome.at);
    letRest(resting, to, outcome, now);
  }
  if (outcome.sent === 'found' || outcome.sent === 'tooLate') again.set(key, now);
}

const settle = (world: RemindersWorld, claim: Claim, nextDueAt: Instant | undefined): Promise<boolean> =>
  world.register.settle(claim, NO_VERSION, nextDueAt);

async function organisationInTime(world: RemindersWorld): Promise<OrganisationInTime> {
  const { register, clock, organisation, channels } = world;
  const now = clock.now();
  const recorded = await register.deliveries(ORGANISATION);
  return {
    ...{ now, recorded, unreachable: unreachableIn(recorded) },
    organisation,
    platforms: channels.map(({ platform }) => platform),
    begun: await begun(world, now),
    health: await readHealth(register),
    absences: await absencesIn(world),
    ...(world.mornings && { mornings: world.mornings }),
  };
}

/** Noted with the first service. */
const begun = async ({ register }: RemindersWorld, now: Instant): Promise<Instant> =>
  instant((await updateNote(register, 'begun', z.string(), (before) => before ?? now)) ?? now);

async function planFor({ register, organisation }: RemindersWorld, at: OrganisationInTime, read: DigestRead): Promise<Plan> {
  if (waitingForDigest(at).length > 0) read.cases ??= await digestCases(register);
  const cases = read.cases ?? [];
  const digests = owedDigests(at, (person) => digestFor(person, cases, organisation, at.now));
  return plan(ORGANISATION, [...owedHealth(at), ...digests], at.recorded);
}

function nextLook(at: OrganisationInTime, more: boolean, sendings: readonly Sending[], tried: Tried): Instant | undefined {
  const patience = sendings.flatMap(({ notBefore }) => (notBefore !== undefined && notBefore > at.now ? [notBefore] : []));
  const nextTick = more ? [addMinutes(at.now, NEXT_TICK_MINUTES)] : [];
  return [nextChangeOfOrganisation(at), ...patience, ...tried.again.values(), ...nextTick]
    .filter((look) => look !== undefined)
    .toSorted()[0];
}
