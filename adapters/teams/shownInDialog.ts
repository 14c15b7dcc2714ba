import { exportData } from '../../cards/exportBlocks.ts';
import type { Action } from '../../src/prompt/action.ts';
import type { Prompt } from '../../src/prompt/prompt.ts';

/**
 * What opens this prompt in a dialog, where a message would keep texts of a case in the chat beyond their erasure; undefined for whatever
 * may stand there: numbers, duties and times, and what somebody typed themselves.
 */
export function shownInDialog(prompt: Prompt): Action | undefined {
  switch (prompt.kind) {
    case 'caseDetails':
    case 'factList':
      return { verb: 'openCase', data: { case: prompt.caseId } };
    case 'confirmationRequest':
      return prompt.reasons === undefined ? undefined : { verb: 'openCase', data: { case: prompt.caseId } };
    case 'question':
      return { verb: 'triage', data: { case: prompt.caseId } };
    case 'dataSetList':
      return { verb: 'dataSets', data: { case: prompt.caseId } };
    case 'noticePlan':
      return { verb: 'prepareNotice', data: { case: prompt.caseId, duty: prompt.duty.id } };
    case 'assessment':
      return { verb: 'assessment', data: { case: prompt.caseId } };
    case 'looks':
      return prompt.caseId === undefined ? { verb: 'registerLooks', data: {} } : { verb: 'looks', data: { case: prompt.caseId } };
    // Link and code of an export would be kept by a chat; a button opens new ones where they are not.
    case 'exportOffer':
      return { verb: 'export', data: exportData(prompt.scope) };
    case 'searchResult':
      return { verb: 'openForm', data: { form: 'search' } };
    case 'home':
    case 'reportForm':
    case 'recorded':
    case 'receipt':
    case 'ownReports':
    case 'whichCase':
    case 'personQuestion':
    case 'outcome':
    case 'caseCard':
    case 'caseList':
    case 'reminder':
    case 'form':
    // Whoever typed it sees it again; a button would lose what is to be put right.
    case 'noticePart':
    case 'dutyList':
    case 'refusal':
    case 'digest':
    case 'health':
    case 'status':
    case 'exportPosted':
    case 'absence':
    case 'escalation':
      return undefined;
  }
}
