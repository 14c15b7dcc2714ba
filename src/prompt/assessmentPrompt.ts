import type { CaseRecord, DutyState } from '../breach/breachCase.ts';
import { clockInForce } from '../breach/duties.ts';
import type { CaseId } from '../breach/identifiers.ts';
import { hourReading } from '../rules/art33/deadline.ts';
import type { AssessedDuty, Assessment, TraceStep } from '../rules/assess.ts';
import { contradictions } from '../rules/facts.ts';
import { isAboutBreach, tellingReasons } from '../rules/tellingReasons.ts';
import { secondOpinions } from '../rules/severity/secondOpinion.ts';
import type { Instant } from '../rules/instant.ts';
import { dataSetLabel } from './answeredFacts.ts';
import { assessmentActions } from './detailActions.ts';
import { dutyRow, type PromptSetting } from './caseCard.ts';
import type { AssessmentPrompt } from './prompt.ts';

/** What the rules say of the case, duty by duty, with every condition and its source. */
export function assessmentPrompt(of: {
  readonly caseId: CaseId;
  readonly record: CaseRecord;
  readonly assessment: Assessment;
  readonly organisation: PromptSetting;
  readonly asOf: Instant;
}): AssessmentPrompt {
  const { caseId, record, assessment, organisation, asOf } = of;
  const states = [
    ...record.duties,
    ...assessment.duties.filter(({ id }) => !isRecorded(record, id)).map((duty) => notRecordedYet(duty, record)),
  ];
  return {
    kind: 'assessment',
    caseId,
    number: record.number,
    zone: organisation.timeZone,
    ruleSet: assessment.ruleSet,
    risk: assessment.risk,
    openFacts: assessment.ask.length,
    isRoleOpen: record.dataSets.some(({ role }) => role === 'unknown'),
    contradictions: contradictionsIn(record),
    contradictingRules: record.contradictingRules,
    hints: hintsIn(assessment),
    opinions: opinionsOn(record, assessment),
    // Severity says something only where a controller’s duty is at stake.
    mayAnswerOpinions: record.status === 'open' && assessment.duties.some(({ duty }) => duty === 'art33-1'),
    duties: states.map((state) => ({
      ...dutyRow(state, record, organisation, asOf),
      ...otherReading(state, assessment, organisation.timeZone),
      ...(isPublic(state.id, assessment) ? { publicly: true as const } : {}),
      because: becauseOf(state.id, record, assessment),
    })),
    actions: assessmentActions({ caseId, record }),
  };
}

const contradictionsIn = (record: CaseRecord): AssessmentPrompt['contradictions'] =>
  contradictions(record).map(({ plainly, dataSet }) => {
    const label = dataSetLabel(record, dataSet);
    return { says: plainly, ...(label === undefined ? {} : { dataSetLabel: label }) };
  });

/** The hints of the case, and what to know beside a duty, each once. */
function hintsIn({ hints, duties }: Assessment): AssessmentPrompt['hints'] {
  const notes = duties.flatMap((duty) => duty.notes ?? []);
  const once = new Map([...hints, ...notes].map((hint) => [hint.id, hint]));
  return [...once.values()].map(({ says, cites }) => ({ says, cites }));
}

const opinionsOn = (record: CaseRecord, assessment: Assessment): AssessmentPrompt['opinions'] =>
  secondOpinions(record, { ...record.secondOpinions['enisa-2013'], ...record.secondOpinions['dsk-kp-18'] }, assessment);

const isPublic = (id: string, { duties }: Assessment): boolean =>
  duties.some((duty) => duty.id === id && duty.status !== 'not-owed' && duty.means === 'public');

/**
 * Reg. 1182/71 counts the hours of acts of the Union: the 72 of the GDPR, the 24 of telecommunication. What a state or a church enacted it
 * does not count, and where no hours are named there is nothing to count. Which it is, the sentence on the deadline says by what it cites.
 */
function otherReading(state: DutyState, { duties }: Assessment, zone: string): { readonly hourReading?: Instant } {
  const { startsAt, dueBy } = clockInForce(state);
  const assessed = duties.find(({ id }) => id === state.id);
  const isCounted = assessed?.because.some(({ cites }) => cites.some(({ source }) => source === 'REG_1182_71')) ?? false;
  if (dueBy === undefined || assessed?.hours === undefined || !isCounted) return {};
  return { hourReading: hourReading(startsAt, zone, assessed.hours) };
}

const isRecorded = (record: CaseRecord, id: string): boolean => record.duties.some((duty) => duty.id === id);

/** Rules that came later may name a duty that no entry holds yet; it is shown like the others. */
function notRecordedYet({ id, duty, owedBy, recipient, status, startsAt, dueBy }: AssessedDuty, record: CaseRecord): DutyState {
  const clock = { clock: 1, basis: 'precautionary', startsAt: startsAt ?? record.earliestNamed, setAt: record.movedAt } as const;
  return { id, kind: duty, owedBy, recipient, status, clocks: [dueBy === undefined ? clock : { ...clock, dueBy }] };
}

/** What a reader needs, not all that was looked at: whether there is a breach at all is said once, under the record or the notice to the controller. */
function becauseOf(id: string, record: CaseRecord, assessment: Assessment): AssessmentPrompt['duties'][number]['because'] {
  const assessed = assessment.duties.find((duty) => duty.id === id);
  if (assessed === undefined) return [];
  const isSaidElsewhere = assessed.duty === 'art33-1' || assessed.duty === 'art34-1';
  const steps = assessed.because.filter((step) => !isSaidElsewhere || !isAboutBreach(step));
  const [first, ...others] = new Set(steps.flatMap(({ dataSet }) => dataSet ?? []));
  const isIn = (name: string | undefined) => (step: TraceStep) =>
    step.dataSet === name || (name === first && step.dataSet === undefined);
  return [first, ...others].flatMap((name) => {
    const label = dataSetLabel(record, name);
    return shownOf(steps.filter(isIn(name))).map((step, at) =>
      at > 0 || label === undefined ? step : { ...step, dataSetLabel: label },
    );
  });
}

const shownOf = (steps: readonly TraceStep[]): AssessmentPrompt['duties'][number]['because'] =>
  tellingReasons(steps)
    .flatMap(({ rule, conditions, isSetAside }) => [...(rule === undefined ? [] : [rule]), ...(isSetAside ? [] : conditions)])
    .map(({ mark, says, cites }) => ({ mark, says, cites }));
