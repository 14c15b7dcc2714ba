import { assess, RISKS, type Assessment, type AssessmentInput, type DutyStatus } from '../rules/assess.ts';
import { type Contradiction, contradictionsIn } from '../rules/contradictions.ts';
import { controllersOf, sidesOf, toldBy, type DataSet } from '../rules/facts.ts';
import { addHours, hoursBetween, type Instant } from '../rules/instant.ts';
import { RULE_SETS, ruleSetOn, type RuleSetInForce } from '../rules/rulesets.ts';
import type { CaseRecord, ClockSetting, DutyState } from './breachCase.ts';
import type { CaseSetting } from './commands.ts';
import { clockInForce, dutyById, isAssessed, openDuties } from './duties.ts';
import type { BreachEvent, BreachEventOf, Meta, RecordedDuty } from './events.ts';
import { evolve } from './evolve.ts';
import { neighbourQuestions, profilesGoFirst } from './neighbourCourse.ts';
import { clockStart } from './times.ts';

/** What the rules are asked about this case: its facts, and from when the clock of each controller runs. */
export function assessmentInput(record: CaseRecord, setting: CaseSetting): AssessmentInput {
  const { controllers, self } = setting;
  const known = [self, ...controllers.map(({ id }) => id), ...record.dataSets.flatMap(controllersOf)];
  const startsAt = Object.fromEntries(known.map((controller) => [controller, clockStart(record, controller)]));
  const dataSets = record.dataSets.map((dataSet): DataSet => {
    const { id, controller, role, facts } = dataSet;
    return { id, controller, role, facts, ...sidesOf(dataSet) };
  });
  return { sheet: { incident: record.incident, dataSets }, controllers, self, startsAt };
}

/**
 * The rules of the day of awareness: the earliest moment a clock of the case runs from, as a day in UTC. A moment before the law is refused
 * when it is named (`isBeforeTheLaw`); a case that holds one from an earlier version keeps its duties, under the oldest rules there are.
 */
function rulesOf(
  { startsAt }: AssessmentInput,
  record: CaseRecord,
  { ruleSets = RULE_SETS }: Pick<CaseSetting, 'ruleSets'>,
): RuleSetInForce {
  const day = Object.values(startsAt).toSorted()[0]?.slice(0, 10) ?? record.earliestNamed.slice(0, 10);
  const found = ruleSetOn(day, ruleSets);
  return 'noRuleSet' in found ? RULE_SETS[0] : found;
}

/** What the rules say of the case. What was recorded may differ until the next assessment is recorded. */
export function assessCase(record: CaseRecord, setting: CaseSetting): Assessment {
  const input = assessmentInput(record, setting);
  return assess(input, rulesOf(input, record, setting));
}

/**
 * Rules that contradict each other on the facts of this case, by id. The assessment holds the union of their duties all the same; this
 * is for the alarm.
 */
export function contradictingRules(record: CaseRecord, setting: CaseSetting): readonly Contradiction[] {
  const input = assessmentInput(record, setting);
  return contradictionsIn(input, rulesOf(input, record, setting));
}

/**
 * `downToo`: a changed fact or somebody's explicit wish, so a status may fall.
 * `onlyUp`: nobody learnt anything of the facts; if rules that changed meanwhile are milder, the recorded duties stay as they are.
 */
export type Direction = 'downToo' | 'onlyUp';

const GRAVITY: Readonly<Record<DutyStatus, number>> = { 'not-owed': 0, presumed: 1, owed: 2 };
const isWorse = (status: DutyStatus, than: DutyStatus): boolean => GRAVITY[status] > GRAVITY[than];

function earlierDue(
  recorded: RecordedDuty,
  { startsAt, dueBy }: { readonly startsAt: Instant; readonly dueBy?: Instant },
): RecordedDuty {
  const isLater =
    recorded.startsAt === startsAt && dueBy !== undefined && (recorded.dueBy === undefined || recorded.dueBy > dueBy);
  return isLater ? { ...recorded, dueBy } : recorded;
}

function notMilder(assessed: RecordedDuty, known: DutyState | undefined): RecordedDuty {
  if (known === undefined) return assessed;
  const status = isWorse(known.status, assessed.status) ? known.status : assessed.status;
  return earlierDue({ ...assessed, status }, clockInForce(known));
}

function assessedDuties(record: CaseRecord, assessment: Assessment, direction: Direction): readonly RecordedDuty[] {
  return assessment.duties.map(({ id, duty: kind, owedBy, recipient, status, startsAt, dueBy }) => {
    const start = startsAt ?? clockStart(record, owedBy);
    const assessed = { id, kind, owedBy, recipient, status, startsAt: start, ...(dueBy === undefined ? {} : { dueBy }) };
    return direction === 'downToo' ? assessed : notMilder(assessed, dutyById(record, id));
  });
}

/** A duty the rules no longer name (the competent authority changed, say) stays as it was; only its clock goes with the named moments. */
function kept(duty: DutyState, record: CaseRecord): RecordedDuty {
  const { id, kind, owedBy, recipient, status } = duty;
  const inForce = clockInForce(duty);
  const startsAt = clockStart(record, owedBy);
  const dueBy = startsAt === inForce.startsAt || !isAssessed(kind) ? inForce.dueBy : asLong(inForce, startsAt);
  return { id, kind, owedBy, recipient, status, startsAt, ...(dueBy === undefined ? {} : { dueBy }) };
}

/** The clock keeps its length, whatever law gave it: it only starts at another moment. */
const asLong = ({ startsAt: before, dueBy }: ClockSetting, startsAt: Instant): Instant | undefined =>
  dueBy === undefined ? undefined : addHours(startsAt, hoursBetween(before, dueBy));

function graverRisk(record: CaseRecord, { risk }: Assessment): CaseRecord['risk'] {
  return RISKS.indexOf(record.risk) > RISKS.indexOf(risk) ? record.risk : risk;
}

function isKnown(record: CaseRecord, recorded: RecordedDuty): boolean {
  const known = dutyById(record, recorded.id);
  if (known === undefined) return false;
  const { startsAt, dueBy } = clockInForce(known);
  return known.status === recorded.status && startsAt === recorded.startsAt && dueBy === recorded.dueBy;
}

function saysNothingNew(record: CaseRecord, event: BreachEventOf<'AssessmentRecorded'>): boolean {
  return (
    record.risk === event.risk &&
    record.ruleSet === event.ruleSet &&
    record.openFacts === event.openFacts &&
    JSON.stringify(record.contradictingRules) === JSON.stringify(event.contradictions ?? []) &&
    event.duties.every((duty) => isKnown(record, duty))
  );
}

/** Whether a data set is recorded for which this duty can exist at all (Art. 4 Nos. 7 and 8 GDPR). */
function canApply(duty: DutyState, record: CaseRecord): boolean {
  switch (duty.kind) {
    case 'art33-2':
      return record.dataSets.some(
        (dataSet) => dataSet.role !== 'controller' && toldBy(dataSet).includes(duty.recipient) && duty.recipient !== duty.owedBy,
      );
    case 'art33-1':
    case 'art33-5':
    case 'art34-1':
      return record.dataSets.some((dataSet) => dataSet.role !== 'processor' && controllersOf(dataSet).includes(duty.owedBy));
    // The notice it completes was sent; whoever sent it in error withdraws it, with reasons.
    case 'art33-4':
    // Whether a neighbouring regime applies is answered by a person, never by a role.
    case 'neighbour-question':
    case 'neighbour':
      return true;
  }
}

/** The open duties the rules do not name any more. A follow-up is none of theirs, nor is what runs beside the GDPR. */
const unnamed = (record: CaseRecord, assessed: readonly RecordedDuty[]): readonly DutyState[] =>
  openDuties(record).filter(({ id, kind }) => isAssessed(kind) && !assessed.some((named) => named.id === id));

/** Ended by a decision that rested on less, or as never applying, which turned out to be wrong. A notice and a record stay. */
function isOvertaken(duty: DutyState, assessed: RecordedDuty): boolean {
  if (duty.end?.how === 'decision') return isWorse(assessed.status, duty.end.statusThen);
  return duty.end?.how === 'never-applied';
}

const reopened = (record: CaseRecord, assessed: readonly RecordedDuty[]): readonly DutyState[] =>
  record.duties.filter((duty) => assessed.some((candidate) => candidate.id === duty.id && isOvertaken(duty, candidate)));

/** The events by which the record takes up what the rules say now; none where that is already recorded. */
function assessmentEvents(record: CaseRecord, setting: CaseSetting, meta: Meta, direction: Direction): readonly BreachEvent[] {
  const assessment = assessCase(record, setting);
  const assessed = assessedDuties(record, assessment, direction);
  const contradictions = contradictingRules(record, setting);
  const notNamed = unnamed(record, assessed);
  const stay = notNamed.filter((duty) => canApply(duty, record));
  const gone = notNamed.filter((duty) => !canApply(duty, record));
  const recorded = {
    ...meta,
    type: 'AssessmentRecorded',
    ruleSet: assessment.ruleSet,
    risk: direction === 'downToo' ? assessment.risk : graverRisk(record, assessment),
    duties: [...assessed, ...stay.map((duty) => kept(duty, record))],
    openFacts: assessment.ask.length,
    ...(contradictions.length === 0 ? {} : { contradictions }),
  } as const;
  return [
    ...(saysNothingNew(record, recorded) ? [] : [recorded]),
    ...gone.map(({ id }) => ({ ...meta, type: 'DutyNeverApplied', duty: id }) as const),
    ...reopened(record, assessed).map(
      ({ id }) => ({ ...meta, type: 'DutyReopened', duty: id, cause: 'assessment-worsened' }) as const,
    ),
  ];
}

/**
 * The events, and after them what the rules say of the case as these events leave it, and what is to be asked beside the GDPR; all in
 * one write.
 */
export function withAssessment(
  record: CaseRecord,
  events: readonly BreachEvent[],
  setting: CaseSetting,
  meta: Meta,
  direction: Direction,
): readonly BreachEvent[] {
  const after = events.reduce(evolve, record);
  if (after.status === 'none') return events;
  return [
    ...events,
    ...assessmentEvents(after, setting, meta, direction),
    ...profilesGoFirst(after, setting, meta),
    ...neighbourQuestions(after, setting, meta),
  ];
}
