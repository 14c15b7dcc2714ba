import type { CaseRecord, DutyState } from '../breach/breachCase.ts';
import type { CaseId } from '../breach/identifiers.ts';
import type { Instant } from '../rules/instant.ts';
import { dutyRow, type PromptSetting } from './caseCard.ts';
import type { EscalatedDuty, EscalationPrompt, EscalationReason } from './prompt.ts';

/** To management: number, duties and times; the button leads to the same and no further. */
export const escalation = (of: {
  readonly caseId: CaseId;
  readonly record: CaseRecord;
  readonly organisation: PromptSetting;
  readonly because: EscalationReason;
  readonly duties: readonly DutyState[];
  readonly asOf: Instant;
}): EscalationPrompt => ({
  kind: 'escalation',
  number: of.record.number,
  zone: of.organisation.timeZone,
  because: of.because,
  duties: of.duties.map((duty) => escalated(duty, of)),
  asOf: of.asOf,
  actions: [{ verb: 'openCase', data: { case: of.caseId } }],
});

function escalated(
  duty: DutyState,
  { record, organisation, asOf }: { readonly record: CaseRecord; readonly organisation: PromptSetting; readonly asOf: Instant },
): EscalatedDuty {
  const { kind, status, startsAt, dueBy, hoursLeft, under, neighbour } = dutyRow(duty, record, organisation, asOf);
  return {
    ...{ kind, status, startsAt },
    ...(dueBy === undefined ? {} : { dueBy }),
    ...(hoursLeft === undefined ? {} : { hoursLeft }),
    ...(under === undefined ? {} : { under }),
    ...(neighbour === undefined ? {} : { neighbour }),
  };
}
