import type { CaseId } from '../breach/identifiers.ts';
import { type Claim, RegisterUnavailable } from '../ports.ts';
import { ORGANISATION } from '../register/organisationStream.ts';
import type { RemindersWorld } from './remindersWorld.ts';
import type { Resting } from './resting.ts';
import { serve } from './serve.ts';
import { serveOrganisation } from './serveOrganisation.ts';

/** A case that is due again and again within one tick is left with its lease until that runs out. */
const TIMES_AT_MOST = 20;

/** Brings one case up to what it owes, unless somebody else is at it. Never throws. */
export async function reconcileCase(world: RemindersWorld, caseId: CaseId): Promise<void> {
  await alarmed(world, { caseId }, async () => {
    const claim = await world.register.claimCase(caseId, world.clock.now(), world.leaseSeconds);
    if (claim) await serveClaimed(world, claim, restingOf(world));
  });
}

/** Brings every due case up to what it owes, the longest due first. Never throws. Answers how many cases it served. */
export async function reconcileDue(world: RemindersWorld): Promise<number> {
  const served = new Map<CaseId, number>();
  const resting = restingOf(world);
  for (;;) {
    const claim = await alarmed(world, {}, () => world.register.claimDue(world.clock.now(), world.leaseSeconds));
    if (claim === undefined) return served.size;
    const { caseId } = claim;
    served.set(caseId, (served.get(caseId) ?? 0) + 1);
    if ((served.get(caseId) ?? 0) <= TIMES_AT_MOST) await alarmed(world, { caseId }, () => serveClaimed(world, claim, resting));
  }
}

const restingOf = ({ resting }: RemindersWorld): Resting => resting ?? new Map<string, never>();

/** What belongs to no case is claimed like one, and served after the same rules. */
const serveClaimed = (world: RemindersWorld, claim: Claim, resting: Resting): Promise<void> =>
  claim.caseId === ORGANISATION ? serveOrganisation(world, claim, resting) : serve(world, claim, resting);

/** What goes wrong is told and stops nobody else: the lease of the case runs out, and it is still due. */
async function alarmed<T>(
  world: RemindersWorld,
  about: { readonly caseId?: CaseId },
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    world.alarm({ ...about, what: error instanceof RegisterUnavailable ? 'registerUnavailable' : 'unexpected' });
    return undefined;
  }
}
