import type { CaseRecord, DutyState } from '../breach/breachCase.ts';
import { clockInForce } from '../breach/duties.ts';
import { lastMoment } from '../breach/lastMoment.ts';
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
import { dutyTerms } from './held.ts';
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

const stageOf = (kind: EscalationKind, stage: EscalationStageName, { escalation }: Organisation): EscalationStage =>
  escalation?.[kind]?.[stage] ?? ESCALATION[kind][stage];

/** The last moment at which the office recorded something on the case, if it ever did. A press of „I am on it“ is no movement. */
const officeMovedAt = ({ movedBy = [] }: CaseRecord, organisation: Organisation): Instant | undefined =>
  movedBy
    .filter(({ by }) => rolesOf(organisation, by).some((role) => role === 'dpo' || role === 'deputy'))
    .map(({ at }) => at)
    .toSorted()
    .at(-1);

type Named = { readonly name: string; readonly at: number };
type Passed = {
  readonly record: CaseRecord;
  readonly duty: DutyState;
  /** Those that reach one reader. */
  readonly stages: readonly EscalationStageName[];
  readonly organisation: Organisation;
};
/** A row of steps, and what tells it from the other rows of the same duty and clock. */
export type EscalationRow = { readonly apart: string; readonly steps: StepSeries };

/**
 * The stages of one duty that reach one reader: a row that counts down to the last moment, and one for the silence of the office. All
 * their steps are firm: no pause and no working time defers them. A corrected clock has a number of its own, and so slots of its own;
 * each silence is a row of its own, named by the moment it began.
 */
export function escalationRows(of: Passed): readonly EscalationRow[] {
  const { duty, record, organisation } = of;
  const { setAt } = clockInForce(duty);
  const moved = officeMovedAt(record, organisation);
  const quietSince = moved !== undefined && moved > setAt ? moved : setAt;
  return [countdown(of), silence(of, quietSince)].filter(({ steps }) => steps.steps.length > 0);
}

const rulesOf = ({ duty, stages, organisation }: Passed): readonly StageRule[] =>
  stages.map((stage) => ({ stage, rule: stageOf(duty.status === 'not-owed' ? 'decision' : duty.kind, stage, organisation) }));

/** Of the law, or for a processor the hours its contract names. */
const lastMomentOf = ({ record, duty, organisation }: Passed): Instant | undefined =>
  lastMoment(duty.kind, clockInForce(duty), dutyTerms(record, organisation, duty).toldWithinHours);

type StageRule = { readonly stage: EscalationStageName; readonly rule: EscalationStage };

const laid = (steps: readonly Named[], since: Instant): StepSeries => ({
  steps: steps.toSorted((one, other) => one.at - other.at).map((step, ordinal) => ({ ...step, ordinal, firm: true })),
  since: Date.parse(since),
});

/** A decision that is missing has no last moment of its own. */
function countdown(of: Passed): EscalationRow {
  const { startsAt, setAt } = clockInForce(of.duty);
  const dueBy = lastMomentOf(of);
  if (dueBy === undefined || of.duty.status === 'not-owed') return { apart: '', steps: laid([], setAt) };
  const rules = rulesOf(of);
  const steps = rules.flatMap(({ stage, rule: { hoursLeft, thenEveryHours } }): readonly Named[] => [
    ...(hoursLeft === undefined
      ? []
      : [{ name: `${stage}-${hoursLeft}h-left`, at: Date.parse(addHours(dueBy, -shareOf(hoursLeft, startsAt, dueBy))) }]),
    ...(thenEveryHours === undefined ? [] : [{ name: `${stage}-deadline`, at: Date.parse(dueBy) }]),
  ]);
  const after = rules.find(({ rule }) => rule.thenEveryHours !== undefined);
  return { apart: '', steps: { ...laid(steps, setAt), ...(after === undefined ? {} : { tail: tailOf(after, dueBy) }) } };
}

const tailOf = ({ stage, rule }: StageRule, dueBy: Instant): NonNullable<StepSeries['tail']> => ({
  from: Date.parse(dueBy),
  everyMs: (rule.thenEveryHours ?? WHOLE_PERIOD_HOURS) * MS_PER_HOUR,
  name: (count) => `${stage}-overdue-${count}`,
});

/** Where less than 72 hours were given, the same share of them: of one day 8 hours, not all of it. */
const shareOf = (hoursLeft: number, startsAt: Instant, dueBy: Instant): number =>
  hoursLeft * Math.min(1, hoursBetween(startsAt, dueBy) / WHOLE_PERIOD_HOURS);

function silence(of: Passed, quietSince: Instant): EscalationRow {
  const { setAt } = clockInForce(of.duty);
  const dueBy = lastMomentOf(of);
  const steps = rulesOf(of).flatMap(({ stage, rule }): readonly Named[] => {
    const hours = rule.withoutMovementHours ?? (dueBy === undefined ? WITHOUT_LAST_MOMENT[stage] : undefined);
    return hours === undefined ? [] : [{ name: `${stage}-quiet-${hours}h`, at: Date.parse(addHours(quietSince, hours)) }];
  });
  return { apart: `quiet-since-${quietSince}`, steps: laid(steps, setAt) };
}

/** Nobody of the office is there: the management hears so at once, and not only when time runs short. */
export const nobodyThereRow = (duty: DutyState, since: Instant): EscalationRow => {
  const { setAt } = clockInForce(duty);
  const at = since > setAt ? since : setAt;
  return { apart: `nobody-there-since-${since}`, steps: laid([{ name: 'management-nobody-there', at: Date.parse(at) }], at) };
};

/** Which stage a step belongs to. */
export const stageOfStep = ({ name }: Pick<DueStep, 'name'>): EscalationStageName =>
  name.startsWith('deputy-') ? 'deputy' : 'management';

/** Why it came. */
export function reasonOfStep({ name }: Pick<DueStep, 'name'>): EscalationReason {
  if (name.endsWith('-nobody-there')) return 'nobodyThere';
  if (name.includes('-quiet-')) return 'noMovement';
  return name.endsWith('h-left') ? 'timeLeft' : 'deadline';
}
