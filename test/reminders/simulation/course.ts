import fc from 'fast-check';
import type { BreachEvent } from '../../../src/breach/events.ts';
import { fold } from '../../../src/breach/evolve.ts';
import { type CaseId, caseId, caseNumber } from '../../../src/breach/identifiers.ts';
import type { Instant } from '../../../src/rules/instant.ts';
import { randomEvents } from '../randomCase.ts';
import { dora, reportedAt } from '../sampleCase.ts';
import type { Chance } from './chance.ts';

const MS_PER_HOUR = 3_600_000;

/** What people say to the bot of one case, message by message. */
export type Inbound = {
  readonly id: string;
  readonly caseId: CaseId;
  readonly at: number;
  readonly ordinal: number;
  readonly events: readonly [BreachEvent, ...BreachEvent[]];
};

/** Cases as people might bring them about, beginning within so many hours after `start`; most of them end. */
export function courses(seed: number, cases: number, start: number, withinHours: number, chance: Chance): readonly Inbound[] {
  const drawn = fc.sample(randomEvents, { seed, numRuns: cases });
  // Numbers are given in the order of the reports.
  const openings = drawn.map(() => start + Math.floor(chance.between(0, withinHours) * MS_PER_HOUR)).toSorted((a, b) => a - b);
  return drawn.flatMap((events, place) => {
    const name = caseId(`case-${place + 1}`);
    const opensAt = openings[place] ?? start;
    const [first, assessed, ...rest] = shifted([...events, ...theEnd(events, chance)], opensAt - Date.parse(reportedAt));
    if (first === undefined || assessed === undefined) throw new Error('A course begins with a report and an assessment.');
    const report = { ...first, number: caseNumber('DP', 2026, place + 1) } as BreachEvent;
    return [[report, assessed] as const, ...rest.map((event) => [event] as const)].map((said, count): Inbound => {
      const about = { id: `${name}/${count}`, caseId: name, ordinal: place + 1 };
      return { ...about, at: Date.parse(said[0].at), events: said };
    });
  });
}

const CLOSED_IN_THE_END = 0.85;

/** What is still open is mostly closed within six days more; the rest is reminded to the end of the run. */
function theEnd(events: readonly BreachEvent[], chance: Chance): readonly BreachEvent[] {
  const state = fold(events);
  if (state.status !== 'open' || !chance.isLikely(CLOSED_IN_THE_END)) return [];
  const last = Date.parse(events.at(-1)?.at ?? reportedAt);
  const at = new Date(last + chance.between(1, 144) * MS_PER_HOUR).toISOString() as Instant;
  return [{ type: 'CaseClosed', at, by: dora, note: '' }];
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Every moment in it, moved by so many milliseconds. */
function shifted<T>(value: T, by: number): T {
  if (typeof value === 'string') return (INSTANT.test(value) ? new Date(Date.parse(value) + by).toISOString() : value) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => shifted(one, by)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shifted(one as unknown, by)])) as T;
}
