import type { CaseRecord } from '../breach/breachCase.ts';
import { openDuties, unconfirmedDecisions } from '../breach/duties.ts';
import type { CaseId } from '../breach/identifiers.ts';
import { openNoticeTasks, openRemedies } from '../breach/noticeTasks.ts';
import type { Text } from '../law/sources.ts';
import type { Instant } from '../rules/instant.ts';
import type { Action } from './action.ts';
import { retentionEnd } from '../breach/retention.ts';
import { caseActions, newsActions, retentionActions } from './caseActions.ts';
import { dutyRow, onItNow, type PromptSetting } from './caseCard.ts';
import type { LastWorkingHour } from './channelPrompts.ts';
import type { Escalated, MissingThing, ReminderPrompt, ReminderPurpose } from './prompt.ts';

/** Open questions named one by one; the others are counted. */
const QUESTIONS_NAMED = 3;

/** A reminder speaks of the whole case: every open duty with its times, whichever of them made it due. */
export function reminder(of: {
  readonly purpose: ReminderPurpose;
  readonly caseId: CaseId;
  readonly record: CaseRecord;
  readonly organisation: PromptSetting;
  readonly asOf: Instant;
  /** In the order of the vocabulary; none where nobody asked the rules. */
  readonly openQuestions?: readonly Text[];
  readonly escalation?: Escalated;
  readonly lastWorkingHour?: LastWorkingHour | undefined;
}): ReminderPrompt {
  const { purpose, caseId, record, organisation, asOf, openQuestions = [], escalation, lastWorkingHour } = of;
  const retainedUntil = purpose === 'retention' ? retentionEnd(record, organisation) : undefined;
  const onIt = onItNow(record, organisation, asOf);
  return {
    kind: 'reminder',
    purpose,
    caseId,
    number: record.number,
    zone: organisation.timeZone,
    duties: openDuties(record).map((duty) => dutyRow(duty, record, organisation, asOf)),
    incident: record.hints.incident,
    openFacts: record.openFacts,
    openQuestions: openQuestions.slice(0, QUESTIONS_NAMED),
    missing: record.status === 'open' ? missing(record) : [],
    openMeasures: openRemedies(record).length,
    noticeTasks: record.status === 'open' ? openNoticeTasks(record) : [],
    overtaken: 0,
    ...(onIt === undefined ? {} : { onIt }),
    ...(escalation === undefined ? {} : { escalation }),
    ...(lastWorkingHour === undefined || purpose === 'retention' ? {} : { lastWorkingHour }),
    ...(retainedUntil === undefined ? {} : { retainedUntil }),
    asOf,
    actions: actionsFor(purpose, { caseId, record }),
  };
}

/** What stands between here and the end of the open duties, beside the questions of the rules. */
function missing(record: CaseRecord): readonly MissingThing[] {
  const open = openDuties(record);
  const isOpen = (kind: string): boolean => open.some((duty) => duty.kind === kind);
  const notAware = open.some(({ kind, owedBy }) => kind === 'art33-1' && record.awareness[owedBy] === undefined);
  const things: Readonly<Record<MissingThing, boolean>> = {
    role: record.dataSets.some(({ role }) => role === 'unknown'),
    awareness: notAware,
    confirmation: unconfirmedDecisions(record).length > 0,
    answer: record.questions.some(({ answer }) => answer === undefined),
    neighbour: isOpen('neighbour-question'),
  };
  return (Object.keys(things) as MissingThing[]).filter((thing) => things[thing]);
}

function actionsFor(
  purpose: ReminderPurpose,
  inHand: { readonly caseId: CaseId; readonly record: CaseRecord },
): readonly Action[] {
  if (purpose === 'retention') return retentionActions(inHand);
  return purpose === 'news' ? newsActions(inHand) : caseActions(inHand);
}
