import type { CaseRecord, DecisionState } from '../breach/breachCase.ts';
import { dutiesEndedBy, openDuties } from '../breach/duties.ts';
import type { CaseId } from '../breach/identifiers.ts';
import type { Instant } from '../rules/instant.ts';
import { dutyRow, type PromptSetting } from './caseCard.ts';
import type { ConfirmationRequestPrompt } from './prompt.ts';

/** As announced to a decider: which decision, and the duties it touches. The reasons open on a press. */
export function confirmationRequest(of: {
  readonly decision: DecisionState;
  readonly caseId: CaseId;
  readonly record: CaseRecord;
  readonly organisation: PromptSetting;
  readonly asOf: Instant;
}): ConfirmationRequestPrompt {
  const { decision, caseId, record, organisation, asOf } = of;
  const touched = decision.decision.kind === 'awareness' ? openDuties(record) : dutiesEndedBy(decision.decision, record);
  return {
    kind: 'confirmationRequest',
    caseId,
    number: record.number,
    zone: organisation.timeZone,
    decisionId: decision.decisionId,
    decision: decision.decision.kind,
    duties: touched.map((duty) => dutyRow(duty, organisation, asOf)),
    recordedAt: decision.recordedAt,
  };
}
