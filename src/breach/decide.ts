import type { BreachCase, CaseRecord } from './breachCase.ts';
import type { BreachCommand, CaseSetting, Refusal } from './commands.ts';
import { listControllers } from './decideControllers.ts';
import { acknowledge, answerAsPerson, askPerson, closeCase, finishMeasure, planMeasure, reopenCase } from './decideCourse.ts';
import { confirmDecision, recordDecision, withdrawDecision } from './decideDecisions.ts';
import { completeRecord, recordNotice } from './decideDuties.ts';
import { eraseCase, eraseText, extendRetention } from './decideErasing.ts';
import { answerNeighbour } from './decideNeighbours.ts';
import { answerSecondOpinion } from './decideSecondOpinion.ts';
import { answerFact, assessAnew, recordDataSet, recordTime } from './decideFacts.ts';
import { joinInto, takeInDuplicate } from './decideJoining.ts';
import { decideForNotice } from './decideNotices.ts';
import { addToReport, excludePerson, giveHint, readmitPerson, reportBreach, tellReporter } from './decideReport.ts';
import { refuse, type Decided } from './decided.ts';

export type { Decided } from './decided.ts';

/**
 * What a command comes to in this state of the case: the events to append in one write, an empty list where they would say
 * nothing new, or a refusal. Reads no clock: `command.at` is now. Throws only on a command this version does not know.
 */
export function decide(command: BreachCommand, state: BreachCase, setting: CaseSetting): Decided {
  if (command.type === 'ReportBreach') return reportBreach(command, state, setting);
  if (state.status === 'none') return refuse('noSuchCase');
  return barred(command, state) ?? decideOn(command, state, setting);
}

/** What a closed case still takes: what people say, what the reporter is told, the wish to open it again, and how long it is kept. */
const TAKEN_WHEN_CLOSED: readonly BreachCommand['type'][] = [
  'ReopenCase',
  'AddToReport',
  'TellReporter',
  'AnswerAsPerson',
  'CloseCase',
  'Acknowledge',
  'ExtendRetention',
  'EraseText',
  'EraseCase',
];

/** What a duplicate still takes: that it is joined, what concerns the person who reported it, and that content is erased. */
const TAKEN_WHEN_JOINED: readonly BreachCommand['type'][] = ['JoinInto', 'GiveHint', 'TellReporter', 'EraseText', 'EraseCase'];

function barred(command: BreachCommand, record: CaseRecord): Refusal | undefined {
  // Whose content is gone for good takes nothing more, not even its reopening.
  if (record.status === 'erased' && command.type !== 'EraseCase') return refuse('caseErased');
  if (record.status === 'joined' && !TAKEN_WHEN_JOINED.includes(command.type)) return refuse('caseJoined');
  if (record.status === 'closed' && !TAKEN_WHEN_CLOSED.includes(command.type)) return refuse('caseClosed');
  return undefined;
}

type CommandOnCase = Exclude<BreachCommand, { readonly type: 'ReportBreach' }>;

function decideOn(command: CommandOnCase, record: CaseRecord, setting: CaseSetting): Decided {
  switch (command.type) {
    case 'AddToReport':
      return addToReport(command, record);
    case 'GiveHint':
      return giveHint(command, record);
    case 'RecordDataSet':
      return recordDataSet(command, record, setting);
    case 'AnswerFact':
      return answerFact(command, record, setting);
    case 'RecordTime':
      return recordTime(command, record, setting);
    case 'Assess':
      return assessAnew(command, record, setting);
    case 'RecordDecision':
      return recordDecision(command, record, setting);
    case 'ConfirmDecision':
      return confirmDecision(command, record, setting);
    case 'AnswerNeighbour':
      return answerNeighbour(command, record, setting);
    case 'AnswerSecondOpinion':
      return answerSecondOpinion(command, record);
    case 'WithdrawDecision':
      return withdrawDecision(command, record);
    case 'RecordNotice':
      return recordNotice(command, record, setting);
    case 'AnswerNoticeField':
    case 'AnswerNoticeFields':
    case 'CountGroup':
    case 'ExplainMeasure':
    case 'RecordAuthorityQuestion':
    case 'RecordAuthorityAnswer':
    case 'TellInAdvance':
    case 'RecordReference':
      return decideForNotice(command, record);
    case 'ListControllers':
      return listControllers(command, record, setting);
    case 'CompleteRecord':
      return completeRecord(command, record);
    case 'Acknowledge':
      return acknowledge(command, record, setting);
    case 'PlanMeasure':
    case 'FinishMeasure':
      return command.type === 'PlanMeasure' ? planMeasure(command, record) : finishMeasure(command, record);
    case 'AskPerson':
      return askPerson(command, record);
    case 'AnswerAsPerson':
      return answerAsPerson(command, record);
    case 'TellReporter':
      return tellReporter(command, record);
    case 'ExcludePerson':
      return excludePerson(command, record);
    case 'ReadmitPerson':
      return readmitPerson(command, record);
    case 'TakeInDuplicate':
    case 'JoinInto':
      return decideJoining(command, record, setting);
    case 'CloseCase':
      return closeCase(command, record);
    case 'ReopenCase':
      return reopenCase(command, record, setting);
    case 'ExtendRetention':
      return extendRetention(command, record, setting);
    case 'EraseText':
      return eraseText(command, record);
    case 'EraseCase':
      return eraseCase(command, record, setting);
  }
  return unreadable(command);
}

const decideJoining = (
  command: Extract<CommandOnCase, { readonly type: 'TakeInDuplicate' | 'JoinInto' }>,
  record: CaseRecord,
  setting: CaseSetting,
): Decided => (command.type === 'JoinInto' ? joinInto(command, record) : takeInDuplicate(command, record, setting));

function unreadable(command: never): never {
  const { type } = command as { readonly type: string };
  throw new Error(`This version of Fristwacht knows no command ${type}. Run the version that sends it, or a later one.`);
}
