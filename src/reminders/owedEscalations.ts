import { openDuties } from '../breach/duties.ts';
import type { DutyState } from '../breach/breachCase.ts';
import { ESCALATION_STAGES, type EscalationStageName } from '../organisation.ts';
import { escalation } from '../prompt/escalation.ts';
import { reminder } from '../prompt/reminder.ts';
import type { Instant } from '../rules/instant.ts';
import { type Audience, audienceOf, channelReaders, nobodyThereSince, type Reader } from './addressees.ts';
import { escalationSeries, nobodyThereStep, reasonOfStep, stageOfStep } from './escalation.ts';
import { openQuestions } from './openQuestions.ts';
import type { Announcement, CaseKnown } from './owedAnnouncements.ts';
import { addresseeName } from './slot.ts';
import { type DueStep, latestDue, type StepSeries } from './stepSeries.ts';

type Told = {
  readonly reader: Reader;
  readonly stages: readonly EscalationStageName[];
  /** May see the case; else number, duty and time are all. */
  readonly sees: 'case' | 'duties';
};
type Audiences = Readonly<Record<EscalationStageName, Audience>>;

/**
 * Who is told beside those who are reminded anyway, directly and in the channel. Each reader has one row for each duty, in which every stage
 * that reaches them is a step; so each stage is said once, and a stage that overtakes another stands for it.
 */
export function escalations(known: CaseKnown): readonly Announcement[] {
  const audiences: Audiences = { deputy: audienceOf(known, 'deputy'), management: audienceOf(known, 'management') };
  const told = [...inPerson(audiences), ...inChannel(known)];
  return openDuties(known.record).flatMap((duty) => told.map((one) => announcementTo(known, audiences, duty, one)));
}

function inPerson(audiences: Audiences): readonly Told[] {
  const all = ESCALATION_STAGES.flatMap((stage) => [
    ...audiences[stage].office.map((reader) => ({ reader, stage, sees: 'case' as const })),
    ...audiences[stage].management.map((reader) => ({ reader, stage, sees: 'duties' as const })),
  ]);
  return [...Map.groupBy(all, ({ reader }) => addresseeName(reader.to)).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [{ reader: first.reader, sees: first.sees, stages: group.map(({ stage }) => stage) }];
  });
}

const inChannel = (known: CaseKnown): readonly Told[] =>
  channelReaders(known).map((reader) => ({ reader, stages: ESCALATION_STAGES, sees: 'case' }));

function announcementTo(known: CaseKnown, audiences: Audiences, duty: DutyState, told: Told): Announcement {
  const { reader, sees } = told;
  const { clock } = duty.clocks.at(-1) ?? duty.clocks[0];
  const steps = stepsFor(known, duty, told);
  const slots = { purpose: 'escalation' as const, about: duty.id, clock, to: reader.to };
  const because = (step: DueStep) => ({ because: reasonOfStep(step), told: audiences[stageOfStep(step)].told });
  return {
    ...{ reader, slots, steps },
    // Who is reminded anyway reads it in the same message; who is not has nothing else to read.
    group: sees === 'case' ? 'reminder' : 'escalation',
    prompt: (step, asOf) =>
      sees === 'case'
        ? reminder({ ...known, purpose: 'escalation', asOf, escalation: because(step), openQuestions: openQuestions(known) })
        : escalation({ ...known, ...because(step), duties: escalatedDuties(known, told, asOf), asOf }),
  };
}

/** Where nobody of the office is there, the management hears so at once, and not only when time runs short. */
function stepsFor(known: CaseKnown, duty: DutyState, { stages, sees }: Told): StepSeries {
  const series = escalationSeries({ ...known, duty, stages });
  const empty = sees === 'duties' ? nobodyThereSince(known) : undefined;
  if (empty === undefined) return series;
  const at = Math.max(Date.parse(empty), series.since);
  const added = { name: nobodyThereStep(empty), at, firm: true, ordinal: 0 };
  const steps = [...series.steps, added].toSorted((one, other) => one.at - other.at);
  return { ...series, steps: steps.map((step, ordinal) => ({ ...step, ordinal })) };
}

/** Every duty of the case that has come so far by now, whichever of them brought the message. */
const escalatedDuties = (known: CaseKnown, told: Told, asOf: Instant): readonly DutyState[] =>
  openDuties(known.record).filter((duty) => latestDue(stepsFor(known, duty, told), asOf) !== undefined);
