import type { CaseRecord } from '../breach/breachCase.ts';
import { openDuties, openMeasures } from '../breach/duties.ts';
import type { CaseId } from '../breach/identifiers.ts';
import type { Instant } from '../rules/instant.ts';
import type { Action } from './action.ts';
import { retentionEnd } from '../breach/retention.ts';
import { caseActions, newsActions, retentionActions } from './caseActions.ts';
import { dutyRow, type PromptSetting } from './caseCard.ts';
import type { LastWorkingHour } from './channelPrompts.ts';
import type { ReminderPrompt, ReminderPurpose } from './prompt.ts';

/** A reminder speaks of the whole case: every open duty with its times, whichever of them made it due. */
export function reminder(of: {
  readonly purpose: ReminderPurpose;
  readonly caseId: CaseId;
  readonly record: CaseRecord;
  readonly organisation: PromptSetting;
  readonly asOf: Instant;
  readonly lastWorkingHour?: LastWorkingHour | undefined;
}): ReminderPrompt {
  const { purpose, caseId, record, organisation, asOf, lastWorkingHour } = of;
  const retainedUntil = purpose === 'retention' ? retentionEnd(record, organisation) : undefined;
  return {
    kind: 'reminder',
    purpose,
    caseId,
    number: record.number,
    zone: organisation.timeZone,
    duties: openDuties(record).map((duty) => dutyRow(duty, record, organisation, asOf)),
    incident: record.hints.incident,
    openFacts: record.openFacts,
    openMeasures: openMeasures(record).length,
    overtaken: 0,
    ...(lastWorkingHour === undefined || purpose === 'retention' ? {} : { lastWorkingHour }),
    ...(retainedUntil === undefined ? {} : { retainedUntil }),
    asOf,
    actions: actionsFor(purpose, { caseId, record }),
  };
}

function actionsFor(
  purpose: ReminderPurpose,
  inHand: { readonly caseId: CaseId; readonly record: CaseRecord },
): readonly Action[] {
  if (purpose === 'retention') return retentionActions(inHand);
  return purpose === 'news' ? newsActions(inHand) : caseActions(inHand);
}
