// Which reports a regime asks for, given what was recorded, and when each is due. A stage that follows another follows from its
// sending, never from the incident.
import { addHours, earliest, type Instant } from '../instant.ts';
import { addMonths, noonOfNextWorkingDay } from './calendar.ts';
import type { Neighbour } from './neighbour.ts';
import type { AddresseeId, Limit, Regime, Stage, StageId } from './regime.ts';

/** What the answer to the trigger question, and the reports recorded since, say about one regime. */
export type NeighbourCourse = {
  readonly neighbour: Neighbour;
  readonly regime: Regime;
  /** The moment the trigger question asks for. */
  readonly startsAt: Instant;
  /** Knowledge of the incident; only where the start is something else. */
  readonly awareAt?: Instant;
  /** Which of the periods of the regime, where it knows several and somebody said so. */
  readonly variant?: string;
  /** IANA name of the place whose days and months count. */
  readonly zone: string;
  /** Reports in the order sent; of several for one stage the latest counts. */
  readonly sent: readonly SentReport[];
};
export type SentReport = {
  readonly stage: StageId;
  readonly to: AddresseeId;
  readonly sentAt: Instant;
  /** Sent while the incident still goes on: a progress report in the place of the final one. */
  readonly ongoing?: boolean;
};

export type OwedStage = {
  readonly stage: StageId;
  readonly to: AddresseeId;
  readonly startsAt: Instant;
  /** Absent where the law says only „unverzüglich“. */
  readonly dueBy?: Instant;
};

/** Every stage that is open by now: from the start, or because the report before it was sent. One that was sent is not. */
export const owedStages = (course: NeighbourCourse): readonly OwedStage[] =>
  course.regime.stages.flatMap((stage) => stage.to.flatMap((to) => owedStage(course, stage, to) ?? []));

function owedStage(course: NeighbourCourse, stage: Stage, to: AddresseeId): OwedStage | undefined {
  const own = lastSent(course, stage.id, to);
  const isProgress = own?.ongoing === true && stage.again === 'progress';
  if (own !== undefined && !isProgress) return undefined;
  const before = isProgress ? own : stage.after === undefined ? undefined : lastSent(course, stage.after, to);
  if (stage.after !== undefined && before === undefined) return undefined;
  const dueBy = dueOf(course, stage, before?.sentAt);
  return { stage: stage.id, to, startsAt: before?.sentAt ?? course.startsAt, ...(dueBy === undefined ? {} : { dueBy }) };
}

const lastSent = ({ sent }: NeighbourCourse, stage: StageId, to: AddresseeId): SentReport | undefined =>
  sent
    .filter((report) => report.stage === stage && report.to === to)
    .toSorted((one, other) => (one.sentAt < other.sentAt ? -1 : 1))
    .at(-1);

function dueOf(course: NeighbourCourse, stage: Stage, sentAt: Instant | undefined): Instant | undefined {
  const moments = stage.limits.flatMap((limit) => momentOf(limit, course, sentAt) ?? []);
  const [first, ...others] = moments;
  return first === undefined ? undefined : moved(earliest(first, ...others), course, stage);
}

function momentOf(limit: Limit, course: NeighbourCourse, sentAt: Instant | undefined): Instant | undefined {
  const from = { start: course.startsAt, awareness: course.awareAt, sent: sentAt }[limit.from];
  if (from === undefined) return undefined;
  if ('months' in limit) return addMonths(from, limit.months, course.zone);
  const hours = hoursOf(limit.hours, course);
  const end = hours === undefined ? undefined : addHours(from, hours);
  return end !== undefined && limit.onlyIfStartIsWithin && course.startsAt > end ? undefined : end;
}

/** Art. 5(4) to (6) Del. Reg. 2025/301. Everything but DORA keeps its last moment, weekends and holidays included. */
function moved(dueBy: Instant, { regime, neighbour, zone }: NeighbourCourse, stage: Stage): Instant {
  const { entity, country = '' } = neighbour;
  const isRelieved = entity === 'other' || (stage.id === 'final' && entity !== 'excluded');
  return regime.calendar === 'dora' && isRelieved ? noonOfNextWorkingDay(dueBy, zone, country) : dueBy;
}

function hoursOf(hours: Extract<Limit, { readonly hours: unknown }>['hours'], course: NeighbourCourse): number | undefined {
  if (hours === 'configured') return course.neighbour.hours;
  return hours === 'by-variant' ? periodOf(course.regime, course.variant) : hours;
}

/** The hours of the variant that was named; of one that was not, the fewest there are. Absent for a regime without variants. */
export function periodOf({ variants }: Regime, variant: string | undefined): number | undefined {
  if (variants === undefined) return undefined;
  const named = variants.find(({ id }) => id === variant)?.hours;
  return named ?? Math.min(...variants.map(({ hours }) => hours));
}
