import { z } from 'zod';
import { type CaseId, type CaseNumber, caseId as asCaseId, readCaseNumber } from '../breach/identifiers.ts';
import { type CaseHead, RegisterUnavailable } from '../ports.ts';
import type { CountedTrouble, Trouble } from '../prompt/prompt.ts';
import { readCase } from '../register/readCase.ts';
import { instant, type Instant } from '../rules/instant.ts';
import { audit, type Finding } from './audit.ts';
import { openHeads } from './digestCases.ts';
import { minutesBetween } from './health.ts';
import { readNote, updateNote } from './notes.ts';
import { reconcileCase } from './reconcile.ts';
import { absencesIn } from './absencesIn.ts';
import type { RemindersWorld } from './remindersWorld.ts';

/** A round through all open cases takes at most so many turns of five minutes: 17 hours, which leaves room for an outage within the day. */
const TURNS_PER_ROUND = 200;
const FEWEST_PER_TURN = 5;
/** A small round is soon done; the next one waits until so long after its beginning. */
const ROUND_EVERY_MINUTES = 12 * 60;
/** Cases that something was found of are looked at at every turn until nothing is; more than these wait for their place in the round. */
const SUSPECTS_AT_MOST = 50;
const HEADS_PER_PAGE = 1000;

const shape = z.object({
  roundStartedAt: z.string(),
  perTurn: z.number().int().min(1),
  /** The number the next slice begins before; absent at the beginning of a round. */
  before: z.string().optional(),
  done: z.boolean(),
  suspects: z.array(z.string()),
});
type Rolling = z.output<typeof shape>;

/** What one turn looked at, and what it found. */
export type Turn = { readonly looked: number; readonly troubles: readonly CountedTrouble[] };

/**
 * Recomputes the next slice of all open cases, and those that something was found of before. What is found is woken and served at once, and
 * counted only where that did not mend it; a look that was missing is counted all the same, for nobody would have come. The place in the round
 * is noted, so a restart goes on there and several instances share the work. May throw RegisterUnavailable.
 */
export async function auditTurn(world: RemindersWorld): Promise<Turn> {
  const suspects = (await readNote(world.register, 'rolling', shape))?.suspects ?? [];
  const slice = await takeSlice(world);
  const ids = [...new Set([...suspects.map((id) => asCaseId(id)), ...slice])];
  const found = new Map<CaseId, ReadonlySet<Trouble>>();
  for (const id of ids) {
    const troubles = await auditAndMend(world, id);
    if (troubles.size > 0) found.set(id, troubles);
  }
  await noteSuspects(world, ids, [...found.keys()]);
  return { looked: ids.length, troubles: counted([...found.values()]) };
}

function counted(found: readonly ReadonlySet<Trouble>[]): readonly CountedTrouble[] {
  const all = Map.groupBy(
    found.flatMap((troubles) => [...troubles]),
    (trouble) => trouble,
  );
  return [...all].map(([trouble, times]) => ({ trouble, count: times.length }));
}

// ---------------------------------------------------------------- the round

/** The next open cases of the round; none where the round is done, or another instance was faster. */
async function takeSlice({ register, clock }: RemindersWorld): Promise<readonly CaseId[]> {
  const now = clock.now();
  const rolling = await currentRound(register, now);
  if (rolling.done) return [];
  const before = rolling.before === undefined ? undefined : readCaseNumber(rolling.before);
  const slice = await register.list({ status: ['open'], limit: rolling.perTurn, ...(before && { before }) });
  const next = afterSlice(rolling, slice);
  const outcome = { taken: false };
  await updateNote(register, 'rolling', shape, (noted) => {
    outcome.taken = noted === undefined || (noted.before === rolling.before && noted.roundStartedAt === rolling.roundStartedAt);
    return outcome.taken ? { ...next, suspects: noted?.suspects ?? [] } : noted;
  });
  return outcome.taken ? slice.map(({ caseId }) => caseId) : [];
}

function afterSlice({ before: _, ...rolling }: Rolling, slice: readonly CaseHead[]): Rolling {
  const last: CaseNumber | undefined = slice.at(-1)?.number;
  if (slice.length < rolling.perTurn || last === undefined) return { ...rolling, done: true };
  return { ...rolling, before: last };
}

async function currentRound(register: RemindersWorld['register'], now: Instant): Promise<Rolling> {
  const noted = await readNote(register, 'rolling', shape);
  const isOver = noted?.done === true && Math.abs(minutesBetween(instant(noted.roundStartedAt), now)) >= ROUND_EVERY_MINUTES;
  if (noted !== undefined && !isOver) return noted;
  let open = 0;
  for await (const page of openHeads(register, HEADS_PER_PAGE)) open += page.length;
  const perTurn = Math.max(FEWEST_PER_TURN, Math.ceil(open / TURNS_PER_ROUND));
  const fresh: Rolling = { roundStartedAt: now, perTurn, done: false, suspects: noted?.suspects ?? [] };
  const begun = await updateNote(register, 'rolling', shape, (other) =>
    other?.roundStartedAt === noted?.roundStartedAt ? fresh : other,
  );
  return begun ?? fresh;
}

async function noteSuspects({ register }: RemindersWorld, looked: readonly CaseId[], found: readonly CaseId[]): Promise<void> {
  await updateNote(register, 'rolling', shape, (noted) => {
    if (noted === undefined) return undefined;
    const others = noted.suspects.filter((id) => !looked.includes(asCaseId(id)));
    return { ...noted, suspects: [...found, ...others].slice(0, SUSPECTS_AT_MOST) };
  });
}

// ---------------------------------------------------------------- one case

/** Looks, mends, and looks again. */
async function auditAndMend(world: RemindersWorld, caseId: CaseId): Promise<ReadonlySet<Trouble>> {
  const first = await auditCase(world, caseId);
  if (first.length === 0) return new Set();
  await world.register.wake(caseId, world.clock.now());
  await reconcileCase(world, caseId);
  const left = await auditCase(world, caseId);
  const missed = first.filter((trouble) => trouble === 'lookMissing');
  return new Set([...missed, ...left]);
}

async function auditCase(world: RemindersWorld, caseId: CaseId): Promise<readonly Trouble[]> {
  const { register, organisation, channels, clock } = world;
  try {
    const head = await register.head(caseId);
    const stored = await register.read(caseId);
    const record = stored && readCase(stored);
    if (record === undefined || record.status === 'none') return ['caseUnreadable'];
    if (record.status !== 'open') return [];
    const known = {
      ...{ caseId, record, organisation, platforms: channels.map(({ platform }) => platform) },
      absences: await absencesIn(world),
      now: clock.now(),
      deliveries: await register.deliveries(caseId),
      nextDueAt: head?.nextDueAt,
    };
    return audit([known], clock.now()).map(troubleOf);
  } catch (error) {
    if (error instanceof RegisterUnavailable) throw error;
    return ['caseUnreadable'];
  }
}

const troubleOf = ({ finding }: Finding): Trouble => finding;
