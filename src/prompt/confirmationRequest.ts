import type { CaseRecord, DecisionState } from '../breach/breachCase.ts';
import { dutiesEndedBy, goesAgainstAssessment, openDuties } from '../breach/duties.ts';
import type { CaseId } from '../breach/identifiers.ts';
import { isWideGap } from '../breach/times.ts';
import { hoursBetween, type Instant } from '../rules/instant.ts';
import { dutyRow, type PromptSetting } from './caseCard.ts';
import { decidedAwareness } from './decidedAwareness.ts';
import type { ConfirmationRequestPrompt } from './prompt.ts';

type Requested = {
  readonly decision: DecisionState;
  readonly caseId: CaseId;
  readonly record: CaseRecord;
  readonly organisation: PromptSetting;
  readonly asOf: Instant;
};

/** As announced to a decider: which decision, and the duties it touches. What exactly was decided, and why, opens on a press. */
export function confirmationRequest(of: Requested): ConfirmationRequestPrompt {
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

/** As opened by the decider, for that person alone: everything that is confirmed by pressing the button, so that nobody confirms blind. */
export function openedRequest(of: Requested): ConfirmationRequestPrompt {
  const { reasons, dpoAdvice, decidedBy } = of.decision;
  return { ...confirmationRequest(of), ...decided(of), reasons, dpoAdvice, decidedBy };
}

function decided({
  decision: { decision },
  record,
  organisation,
}: Requested): Pick<ConfirmationRequestPrompt, 'awareness' | 'ground' | 'againstAssessment'> {
  switch (decision.kind) {
    case 'awareness':
      return { awareness: { ...decidedAwareness(decision, organisation), ...gap(decision.moment, record) } };
    case 'exception':
      return { ground: decision.ground };
    case 'not-notifying':
      return { againstAssessment: decision.againstAssessment || goesAgainstAssessment(record, decision.duties) };
    case 'no-breach':
      return { againstAssessment: decision.againstAssessment };
  }
}

function gap(moment: Instant, record: CaseRecord): Pick<NonNullable<ConfirmationRequestPrompt['awareness']>, 'gap'> {
  const { earliestNamed } = record;
  return isWideGap(record, moment) ? { gap: { hours: Math.floor(hoursBetween(earliestNamed, moment)), earliestNamed } } : {};
}
