import type { Filter, Sort } from 'mongodb';
import type { Claim } from '../../../src/ports.ts';
import { ORGANISATION } from '../../../src/register/organisationStream.ts';
import type { RegisterEngine } from '../../../src/register/registerEngine.ts';
import type { Instant } from '../../../src/rules/instant.ts';
import type { CaseDocument, Shelves } from './documents.ts';
import { followBehind } from './followEntries.ts';
import { isDuplicate } from './unavailable.ts';

type DueTimes = Pick<RegisterEngine, 'earliestDue' | 'wakeAll' | 'wake' | 'neglected'>;
type Claims = Pick<RegisterEngine, 'claimDue' | 'claimCase' | 'settle'> & DueTimes;

/** Who serves which case just now. Every step is one atomic update of one document, so no two instances both win. */
export function claims(shelves: Shelves): Claims {
  return {
    claimDue: async (now, leaseSeconds) => {
      await followBehind(shelves);
      return take(shelves, { nextDueAt: { $lte: now } }, now, leaseSeconds, { nextDueAt: 1, _id: 1 });
    },
    claimCase: async (caseId, now, leaseSeconds) => {
      await (caseId === ORGANISATION ? makeOrganisation(shelves) : followBehind(shelves, `case/${caseId}`));
      return take(shelves, { _id: caseId }, now, leaseSeconds);
    },
    settle: async (claim, version, nextDueAt) => settle(shelves, claim, version, nextDueAt),
    ...dueTimes(shelves),
  };
}

/** True while the claim is neither settled nor lost to another worker; also past its time, as long as nobody else came. */
export const holds = ({ caseId, fence }: Claim): Filter<CaseDocument> => ({ _id: caseId, fence, leaseUntil: { $gt: '' } });

async function take(
  { cases }: Shelves,
  which: Filter<CaseDocument>,
  now: Instant,
  leaseSeconds: number,
  sort: Sort = {},
): Promise<Claim | undefined> {
  const leaseUntil = later(now, leaseSeconds);
  const taken = await cases.findOneAndUpdate(
    { ...which, leaseUntil: { $lte: now } },
    { $set: { leaseUntil, woken: false }, $inc: { fence: 1 } },
    { sort, returnDocument: 'after', projection: { fence: 1 } },
  );
  return taken === null ? undefined : { caseId: taken._id, fence: taken.fence, leaseUntil };
}

/**
 * Where the case was written to, or woken, since it was read, its due time stays: that costs a look, never a message. The second
 * update only gives the claim back, so a writer between the two is not missed.
 */
async function settle({ cases }: Shelves, claim: Claim, version: number, nextDueAt: Instant | undefined): Promise<boolean> {
  const due = nextDueAt === undefined ? { $unset: { nextDueAt: '' } as const } : undefined;
  const undisturbed = await cases.updateOne(
    { ...holds(claim), version, woken: false },
    { $set: { leaseUntil: '', ...(nextDueAt !== undefined && { nextDueAt }) }, ...due },
  );
  if (undisturbed.matchedCount === 1) return true;
  const given = await cases.updateOne(holds(claim), { $set: { leaseUntil: '' } });
  return given.matchedCount === 1;
}

/** Made when it is first needed; of several instances one makes it. */
async function makeOrganisation({ cases }: Shelves): Promise<void> {
  const fresh = { version: 0, leaseUntil: '', fence: 0, woken: false } as const;
  try {
    await cases.updateOne({ _id: ORGANISATION }, { $setOnInsert: fresh }, { upsert: true });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}

function dueTimes(shelves: Shelves): DueTimes {
  const { cases } = shelves;
  return {
    earliestDue: async () => {
      await followBehind(shelves);
      const sort = { nextDueAt: 1 } as const;
      const first = await cases.findOne({ nextDueAt: { $gt: '' as Instant } }, { sort, projection: { nextDueAt: 1 } });
      return first?.nextDueAt;
    },
    wake: async (caseId, now) => {
      await (caseId === ORGANISATION ? makeOrganisation(shelves) : followBehind(shelves, `case/${caseId}`));
      await cases.updateOne({ _id: caseId }, { $set: { woken: true }, $min: { nextDueAt: now } });
    },
    neglected: async (before, limit) => {
      if (limit <= 0) return [];
      await followBehind(shelves);
      const open = { 'index.status': 'open' } as const;
      const projection = { nextDueAt: 1 } as const;
      // Two questions, for the server answers each from one index.
      const never = await cases.find({ ...open, nextDueAt: { $exists: false } }, { projection, limit }).toArray();
      const late = { ...open, nextDueAt: { $lt: before } };
      const found = [...never, ...(await cases.find(late, { projection, sort: { nextDueAt: 1 }, limit }).toArray())];
      return found
        .slice(0, limit)
        .map(({ _id, nextDueAt }) => (nextDueAt === undefined ? { caseId: _id } : { caseId: _id, nextDueAt }));
    },
    wakeAll: async (now) => {
      await followBehind(shelves);
      // In slices, so that no single answer takes long; a case that is opened meanwhile is due anyway.
      for (let last = ''; ; ) {
        const open = { 'index.status': 'open', place: { $gt: last } } as const;
        const slice = await cases.find(open, { sort: { place: 1 }, limit: WOKEN_AT_ONCE, projection: { place: 1 } }).toArray();
        const end = slice.at(-1)?.place;
        if (end === undefined) return;
        const woken = { $set: { woken: true }, $min: { nextDueAt: now } };
        await cases.updateMany({ 'index.status': 'open', place: { $gt: last, $lte: end } }, woken);
        last = end;
      }
    },
  };
}

const WOKEN_AT_ONCE = 1000;
const MS_PER_SECOND = 1000;
const later = (now: Instant, seconds: number): Instant =>
  new Date(Date.parse(now) + seconds * MS_PER_SECOND).toISOString() as Instant;
