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
import { send } from './send.ts';

const ROUNDS_AT_MOST = 20;
/** Before the next tick: a reader gets one announcement per tick. */
const NEXT_TICK_MINUTES = 0.5;
/** The stream has no entries, so nothing moves it on; what changes beside it wakes it. */
const NO_VERSION = 0;

type Tried = Map<string, Instant>;
/** What was read for today's digest in this service: reading all cases may outlast a lease, and must not begin anew with the next one. */
type DigestRead = { cases?: readonly DigestCase[] };

/** Serves the organisation's stream as `serve` does a case: owed minus delivered, each under the claim. May throw RegisterUnavailable. */
export async function serveOrganisation(world: RemindersWorld, first: Claim): Promise<void> {
  const tried: Tried = new Map();
  const read: DigestRead = {};
  let claim: Claim | undefined = first;
  for (let round = 0; claim !== undefined && round < ROUNDS_AT_MOST; round += 1) {
    if ((await serveOnce(world, claim, tried, read)) !== 'leaseShort') return;
    claim = await world.register.claimCase(ORGANISATION, world.clock.now(), world.leaseSeconds);
  }
}

async function serveOnce(
  world: RemindersWorld,
  claim: Claim,
  tried: Tried,
  read: DigestRead,
): Promise<'settled' | 'claimLost' | 'leaseShort'> {
  const at = await organisationInTime(world);
  const { sendings, more } = await planFor(world, at, read);
  const waiting = sendings.filter(
    ({ message, notBefore }) => !tried.has(message.key) && (notBefore === undefined || notBefore <= at.now),
  );
  for (const sending of waiting) {
    if (isShort(world, claim)) {
      return (await settle(world, claim, world.clock.now())) ? 'leaseShort' : 'claimLost';
    }
    const outcome = await send(world, claim, sending);
    if (outcome.sent === 'claimLost') return 'claimLost';
    if (outcome.sent === 'later') tried.set(sending.message.key, outcome.at);
  }
  await world.register.forgetDeliveries(ORGANISATION, outlivedSlots(at));
  return (await settle(world, claim, nextLook(at, more, sendings, tried))) ? 'settled' : 'claimLost';
}

const settle = (world: RemindersWorld, claim: Claim, nextDueAt: Instant | undefined): Promise<boolean> =>
  world.register.settle(claim, NO_VERSION, nextDueAt);

function isShort({ clock, leaseSeconds }: RemindersWorld, { leaseUntil }: Claim): boolean {
  return (Date.parse(leaseUntil) - Date.parse(clock.now())) * 2 < leaseSeconds * 1000;
}

async function organisationInTime(world: RemindersWorld): Promise<OrganisationInTime> {
  const { register, clock, organisation, channels } = world;
  const now = clock.now();
  return {
    now,
    organisation,
    platforms: channels.map(({ platform }) => platform),
    begun: await begun(world, now),
    health: await readHealth(register),
    recorded: await register.deliveries(ORGANISATION),
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
  return [nextChangeOfOrganisation(at), ...patience, ...tried.values(), ...nextTick]
    .filter((look) => look !== undefined)
    .toSorted()[0];
}
