import { clockInForce, openDuties } from '../breach/duties.ts';
import type { DutyState } from '../breach/breachCase.ts';
import { ESCALATION_STAGES, type EscalationStageName } from '../organisation.ts';
import { escalation } from '../prompt/escalation.ts';
import type { Escalated } from '../prompt/prompt.ts';
import { reminder } from '../prompt/reminder.ts';
import type { Instant } from '../rules/instant.ts';
import { type Audience, audienceOf, channelReaders, nobodyThereSince, type Reader } from './addressees.ts';
import { type EscalationRow, escalationRows, nobodyThereRow, reasonOfStep, stageOfStep } from './escalation.ts';
import { openQuestions } from './openQuestions.ts';
import type { Announcement, CaseKnown } from './owedAnnouncements.ts';
import { addresseeName } from './slot.ts';
import { type DueStep, latestDue } from './stepSeries.ts';

type Told = {
  readonly reader: Reader;
  readonly stages: readonly EscalationStageName[];
  /** May see the case; else number, duty and time are all. */
  readonly sees: 'case' | 'duties';
};
type Audiences = Readonly<Record<EscalationStageName, Audience>>;

/**
 * Who is told beside those who are reminded anyway, directly and in the channel. Each stage that reaches a reader is a step of
 * the reader's own row, so it is said once, and one that overtakes another stands for it.
 */
export function escalations(known: CaseKnown): readonly Announcement[] {
  const audiences: Audiences = { deputy: audienceOf(known, 'deputy'), management: audienceOf(known, 'management') };
  const told = [...inPerson(audiences), ...inChannel(known)];
  return openDuties(known.record).flatMap((duty) => told.flatMap((one) => announcementsTo(known, audiences, duty, one)));
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

function announcementsTo(known: CaseKnown, audiences: Audiences, duty: DutyState, told: Told): readonly Announcement[] {
  const { reader, sees } = told;
  const { clock } = clockInForce(duty);
  const because = (step: DueStep): Escalated => ({ because: reasonOfStep(step), told: audiences[stageOfStep(step)].told });
  return rowsFor(known, duty, told).map(({ apart, steps }) => ({
    reader,
    steps,
    slots: { purpose: 'escalation', about: [duty.id, apart].filter((part) => part !== '').join(' '), clock, to: reader.to },
    // Who is reminded anyway reads it in the same message; who is not has nothing else to read.
    group: sees === 'case' ? 'reminder' : 'escalation',
    prompt: (step, asOf) =>
      sees === 'case'
        ? reminder({ ...known, purpose: 'escalation', asOf, escalation: because(step), openQuestions: openQuestions(known) })
        : escalation({ ...known, because: because(step).because, duties: escalatedDuties(known, told, asOf), asOf }),
  }));
}

/** Management also hears when nobody of the office is there. */
function rowsFor(known: CaseKnown, duty: DutyState, { stages, sees }: Told): readonly EscalationRow[] {
  const rows = escalationRows({ ...known, duty, stages });
  const empty = sees === 'duties' ? nobodyThereSince(known) : undefined;
  return empty === undefined ? rows : [...rows, nobodyThereRow(duty, empty)];
}

/** Every duty of the case that has come so far by now, whichever of them brought the message. */
const escalatedDuties = (known: CaseKnown, told: Told, asOf: Instant): readonly DutyState[] =>
  openDuties(known.record).filter((duty) => rowsFor(known, duty, told).some(({ steps }) => latestDue(steps, asOf) !== undefined));
