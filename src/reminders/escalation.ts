import type { CaseRecord, DutyState } from '../breach/breachCase.ts';
import { clockInForce } from '../breach/duties.ts';
import {
  type EscalationKind,
  type EscalationPlan,
  type EscalationStage,
  type EscalationStageName,
  type Organisation,
  rolesOf,
} from '../organisation.ts';
import type { EscalationReason } from '../prompt/prompt.ts';
import { addHours, hoursBetween, type Instant } from '../rules/instant.ts';
import type { DueStep, StepSeries } from './stepSeries.ts';

const MS_PER_HOUR = 3_600_000;
/** The hours of Art. 33(1) GDPR, which the hours left below are measured by. */
const WHOLE_PERIOD_HOURS = 72;

/**
 * Who is told beside the DPO, and when. What is owed „unverzüglich“ has no last moment to count down to, so there it is the silence of
 * the office that counts. docs/escalation.md shows this table.
 */
export const ESCALATION: Readonly<Record<EscalationKind, EscalationPlan>> = {
  'art33-1': {
    deputy: { hoursLeft: 24, withoutMovementHours: 24 },
    management: { hoursLeft: 12, thenEveryHours: 24 },
  },
  'art34-1': { deputy: { withoutMovementHours: 24 }, management: { withoutMovementHours: 72 } },
  'art33-2': {
    deputy: { hoursLeft: 24, withoutMovementHours: 24 },
    management: { hoursLeft: 12, thenEveryHours: 24, withoutMovementHours: 72 },
  },
  // What is still missing is often found out over days, by others.
  'art33-4': { deputy: { withoutMovementHours: 72 }, management: { withoutMovementHours: 168 } },
  // No period in law; the record grows with the case.
  'art33-5': { deputy: { withoutMovementHours: 168 }, management: { withoutMovementHours: 336 } },
  neighbour: { deputy: { hoursLeft: 24 }, management: { hoursLeft: 12, thenEveryHours: 24 } },
  'neighbour-question': { deputy: { withoutMovementHours: 24 }, management: { withoutMovementHours: 72 } },
  decision: { deputy: { withoutMovementHours: 72 }, management: { withoutMovementHours: 168 } },
};

/** Where a stage counts down to a last moment and the duty has none: a stage that never comes would be silence. */
export const WITHOUT_LAST_MOMENT: Readonly<Record<EscalationStageName, number>> = { deputy: 24, management: 72 };

export const stageOf = (kind: EscalationKind, stage: EscalationStageName, { escalation }: Organisation): EscalationStage =>
  escalation?.[kind]?.[stage] ?? ESCALATION[kind][stage];

/** The last moment at which the office recorded something on the case, if it ever did. A press of „I am on it“ is no movement. */
export const officeMovedAt = ({ movedBy = [] }: CaseRecord, organisation: Organisation): Instant | undefined =>
  movedBy
    .filter(({ by }) => rolesOf(organisation, by).some((role) => role === 'dpo' || role === 'deputy'))
    .map(({ at }) => at)
    .toSorted()
    .at(-1);

type Named = { readonly name: string; readonly at: number };

/**
 * The named stages of one duty as steps of one row. All of them are firm: no pause and no working time defers them. A corrected clock has
 * a number of its own, and so slots of its own; a new silence is named by the moment it began.
 */
export function escalationSeries(of: {
  readonly duty: DutyState;
  readonly stages: readonly EscalationStageName[];
  readonly record: CaseRecord;
  readonly organisation: Organisation;
}): StepSeries {
  const { duty, stages, record, organisation } = of;
  const { dueBy, setAt } = clockInForce(duty);
  const moved = officeMovedAt(record, organisation);
  const quietSince = moved !== undefined && moved > setAt ? moved : setAt;
  const kind = duty.status === 'not-owed' ? 'decision' : duty.kind;
  const rules = stages.map((stage) => ({ stage, rule: stageOf(kind, stage, organisation) }));
  const after = rules.find(({ rule }) => rule.thenEveryHours !== undefined && kind !== 'decision');
  const tail = dueBy === undefined || after === undefined ? undefined : tailOf(after, dueBy);
  const steps = rules
    .flatMap(({ stage, rule }) => stepsOf(stage, rule, duty, quietSince))
    // What comes after the last moment is told by the tail.
    .filter(({ at }) => tail === undefined || at <= tail.from)
    .toSorted((one, other) => one.at - other.at);
  return {
    steps: steps.map((step, ordinal) => ({ ...step, ordinal, firm: true })),
    ...(tail === undefined ? {} : { tail }),
    since: Date.parse(setAt),
  };
}

type StageRule = { readonly stage: EscalationStageName; readonly rule: EscalationStage };

const tailOf = ({ stage, rule }: StageRule, dueBy: Instant): NonNullable<StepSeries['tail']> => ({
  from: Date.parse(dueBy),
  everyMs: (rule.thenEveryHours ?? WHOLE_PERIOD_HOURS) * MS_PER_HOUR,
  name: (count) => `${stage}-overdue-${count}`,
});

function stepsOf(stage: EscalationStageName, rule: EscalationStage, duty: DutyState, quietSince: Instant): readonly Named[] {
  const { hoursLeft, thenEveryHours, withoutMovementHours } = rule;
  const { startsAt, dueBy } = clockInForce(duty);
  const quietHours = withoutMovementHours ?? (dueBy === undefined ? WITHOUT_LAST_MOMENT[stage] : undefined);
  const steps: Named[] = [];
  if (quietHours !== undefined) {
    steps.push({
      name: `${stage}-quiet-${quietHours}h-since-${quietSince}`,
      at: Date.parse(addHours(quietSince, quietHours)),
    });
  }
  // A decision that is missing has no last moment of its own.
  if (dueBy === undefined || duty.status === 'not-owed') return steps;
  if (hoursLeft !== undefined) {
    steps.push({ name: `${stage}-${hoursLeft}h-left`, at: Date.parse(addHours(dueBy, -shareOf(hoursLeft, startsAt, dueBy))) });
  }
  if (thenEveryHours !== undefined) steps.push({ name: `${stage}-deadline`, at: Date.parse(dueBy) });
  return steps;
}

/** Where less than 72 hours were given, the same share of them: of one day 8 hours, not all of it. */
const shareOf = (hoursLeft: number, startsAt: Instant, dueBy: Instant): number =>
  hoursLeft * Math.min(1, hoursBetween(startsAt, dueBy) / WHOLE_PERIOD_HOURS);

/** A step that only management knows: nobody of the office is there. */
export const nobodyThereStep = (since: Instant): string => `management-nobody-there-since-${since}`;

/** Which stage a step belongs to. */
export const stageOfStep = ({ name }: Pick<DueStep, 'name'>): EscalationStageName =>
  name.startsWith('deputy-') ? 'deputy' : 'management';

/** Why it came. */
export function reasonOfStep({ name }: Pick<DueStep, 'name'>): EscalationReason {
  if (name.includes('-nobody-there-')) return 'nobodyThere';
  if (name.includes('-quiet-')) return 'noMovement';
  return name.endsWith('h-left') ? 'timeLeft' : 'deadline';
}
