import type { CaseRecord, DecisionState, DutyState } from '../breach/breachCase.ts';
import { dutiesEndedBy, dutyById, goesAgainstAssessment, isAssessed, isNeighbouring, openDuties } from '../breach/duties.ts';
import type { CaseId } from '../breach/identifiers.ts';
import { isWideGap } from '../breach/times.ts';
import { hoursBetween, type Instant } from '../rules/instant.ts';
import { dutyRow, type PromptSetting } from './caseCard.ts';
import type { LastWorkingHour } from './channelPrompts.ts';
import { decidedAwareness } from './decidedAwareness.ts';
import type { ConfirmationRequestPrompt } from './prompt.ts';

type Requested = {
  readonly decision: DecisionState;
  readonly caseId: CaseId;
  readonly record: CaseRecord;
  readonly organisation: PromptSetting;
  readonly asOf: Instant;
  readonly lastWorkingHour?: LastWorkingHour | undefined;
};

/** As announced to a decider: which decision, and the duties it touches. What exactly was decided, and why, opens on a press. */
export function confirmationRequest(of: Requested): ConfirmationRequestPrompt {
  const { decision, caseId, record, organisation, asOf, lastWorkingHour } = of;
  const touched = decision.decision.kind === 'awareness' ? timedByAwareness(record) : dutiesEndedBy(decision.decision, record);
  return {
    kind: 'confirmationRequest',
    caseId,
    number: record.number,
    zone: organisation.timeZone,
    decisionId: decision.decisionId,
    decision: decision.decision.kind,
    duties: touched.map((duty) => dutyRow(duty, record, organisation, asOf)),
    recordedAt: decision.recordedAt,
    ...(lastWorkingHour && { lastWorkingHour }),
  };
}

/** What runs beside the GDPR starts at a moment of its own, whatever awareness is recorded. */
const timedByAwareness = (record: CaseRecord): readonly DutyState[] =>
  openDuties(record).filter(({ kind }) => !isNeighbouring(kind));

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
      // Of what the rules do not assess, they can say neither the same nor something else.
      return decision.duties.some((id) => isFinding(dutyById(record, id)))
        ? { againstAssessment: decision.againstAssessment || goesAgainstAssessment(record, decision.duties) }
        : {};
    case 'no-breach':
      return { againstAssessment: decision.againstAssessment };
  }
}

const isFinding = (duty: DutyState | undefined): boolean => duty !== undefined && isAssessed(duty.kind);

function gap(moment: Instant, record: CaseRecord): Pick<NonNullable<ConfirmationRequestPrompt['awareness']>, 'gap'> {
  const { earliestNamed } = record;
  return isWideGap(record, moment) ? { gap: { hours: Math.floor(hoursBetween(earliestNamed, moment)), earliestNamed } } : {};
}
