import { performance } from 'node:perf_hooks';
import type { Register } from '../../src/ports.ts';
import { addHours } from '../../src/rules/instant.ts';
import { closedHistory } from './caseHistories.ts';
import { nameOf } from './fillCase.ts';
import { breachesUpTo, dueOf, NOW } from './population.ts';
import { quantile } from './quantile.ts';

/** A register with so many cases; `steps` tells what its engine has done by now, where it can tell. */
export type Sized = { readonly cases: number; readonly register: Register; readonly steps?: () => number };

/** Medians in milliseconds, and the engine's own steps where it counts them. */
export type Cost = { readonly cases: number; readonly milliseconds: number; readonly steps?: number };
export type Growth = { readonly what: string; readonly costs: readonly Cost[] };

const ROUNDS = 60;
const READ_PER_ROUND = 5;
const DUE = 5;
const LEASE_SECONDS = 60;

/** The cost of both may not grow beyond this factor from the smallest register to the largest. */
const MOST_GROWTH = 2;

/** By turns on all of them, so that a machine that slows down slows every size. */
export async function measureGrowth(registers: readonly Sized[]): Promise<readonly Growth[]> {
  const reading = registers.map((): number[] => []);
  const ticking = registers.map((): number[] => []);
  const steps = registers.map(() => ({ read: 0, tick: 0 }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [place, sized] of registers.entries()) {
      const read = await cost(sized, () => readCases(sized, round));
      await makeDue(sized, round);
      const tick = await cost(sized, () => tickOnce(sized));
      reading[place]?.push(read.milliseconds / READ_PER_ROUND);
      ticking[place]?.push(tick.milliseconds);
      steps[place] = { read: read.steps / READ_PER_ROUND, tick: tick.steps };
    }
  }
  const costs = (times: readonly (readonly number[])[], which: 'read' | 'tick'): readonly Cost[] =>
    registers.map(({ cases, steps: counts }, place) => ({
      ...{ cases, milliseconds: quantile(times[place] ?? [], 0.5) },
      ...(counts && { steps: steps[place]?.[which] ?? 0 }),
    }));
  return [
    { what: `reading a case of ${closedHistory.length} entries, opened and checked`, costs: costs(reading, 'read') },
    { what: `a tick with ${DUE} cases due: claim, look, settle`, costs: costs(ticking, 'tick') },
  ];
}

async function cost({ steps = () => 0 }: Sized, work: () => Promise<void>) {
  const [before, start] = [steps(), performance.now()];
  await work();
  return { milliseconds: performance.now() - start, steps: steps() - before };
}

/** Spread over the whole register and others in each round, so that no cache of the engine holds them all. */
async function readCases({ register, cases }: Sized, round: number): Promise<void> {
  const breaches = breachesUpTo(cases);
  for (let turn = 0; turn < READ_PER_ROUND; turn += 1) {
    const drawn = breaches[((round * READ_PER_ROUND + turn) * 7919) % breaches.length] ?? 0;
    const stored = await register.read(nameOf(drawn));
    if (stored?.version !== closedHistory.length) throw new Error('The bench read something else than it wrote.');
  }
}

const dueIn = (cases: number, round: number): readonly number[] =>
  Array.from({ length: DUE }, (_, place) => 1 + ((round * 104_729 + place * 15_485_863) % cases));

async function makeDue({ register, cases }: Sized, round: number): Promise<void> {
  for (const ordinal of new Set(dueIn(cases, round))) {
    const claim = await register.claimCase(nameOf(ordinal), addHours(NOW, -1), LEASE_SECONDS);
    const version = (await register.head(nameOf(ordinal)))?.version ?? 0;
    if (claim === undefined || !(await register.settle(claim, version, NOW))) throw new Error('Somebody else is at this case.');
  }
}

/** What every tick does, without what a case then says to people. */
async function tickOnce({ register }: Sized): Promise<void> {
  let served = 0;
  for (;;) {
    const claim = await register.claimDue(NOW, LEASE_SECONDS);
    if (claim === undefined) break;
    const head = await register.head(claim.caseId);
    await register.settle(claim, head?.version ?? 0, dueOf(Number(claim.caseId.slice(-7))));
    served += 1;
  }
  const next = await register.earliestDue();
  if (served === 0 || next === undefined || next <= NOW) throw new Error('The tick left something that is due.');
}

/** The largest against the smallest: by the engine's steps, which no other program of the machine disturbs, and by time. */
export function growthOf({ costs }: Growth): { readonly factor: number; readonly holds: boolean } {
  const [first, last] = [costs[0], costs.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('Nothing was measured.');
  const factors = [last.milliseconds / first.milliseconds, (last.steps ?? 1) / (first.steps ?? 1)];
  const factor = Math.max(...factors);
  return { factor, holds: factor <= MOST_GROWTH };
}

export function growthLines(growth: Growth): string {
  const { factor, holds } = growthOf(growth);
  const lines = growth.costs.map(({ cases, milliseconds, steps }) => {
    const counted = steps === undefined ? '' : `  ${Math.round(steps).toString().padStart(9)} steps of the engine`;
    return `  ${cases.toString().padStart(8)} cases  ${milliseconds.toFixed(2).padStart(9)} ms${counted}`;
  });
  const verdict = `  × ${factor.toFixed(2)} from the smallest to the largest: ${holds ? 'holds' : `GROWS beyond × ${MOST_GROWTH}`}`;
  return `${[growth.what, ...lines, verdict].join('\n')}\n`;
}
