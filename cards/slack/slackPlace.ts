// Where on Slack a prompt belongs, and how it is opened again.
import type { Action } from '../../src/prompt/action.ts';
import type { Prompt } from '../../src/prompt/prompt.ts';
import { exportData } from '../exportBlocks.ts';

/**
 * `message`: may stand in the person's own conversation, or as an answer only they see. `window`: shows or asks what concerns a case, and
 * a message would keep it in Slack; it opens in a window and is gone when that is closed.
 */
export function slackPlace(prompt: Prompt): 'message' | 'window' {
  switch (prompt.kind) {
    case 'home':
    case 'recorded':
    case 'receipt':
    case 'ownReports':
    case 'whichCase':
    case 'personQuestion':
    case 'outcome':
    case 'caseCard':
    case 'reminder':
    case 'refusal':
    case 'digest':
    case 'health':
    case 'status':
    case 'escalation':
    case 'absence':
    case 'exportPosted':
      return 'message';
    case 'confirmationRequest':
      return prompt.reasons === undefined ? 'message' : 'window';
    case 'reportForm':
    case 'caseDetails':
    case 'caseList':
    case 'question':
    case 'factList':
    case 'dataSetList':
    case 'noticePlan':
    case 'noticePart':
    case 'assessment':
    case 'form':
    case 'dutyList':
    case 'looks':
    case 'searchResult':
    case 'exportOffer':
      return 'window';
  }
}

/** What shows the same again as it stands by then; undefined for what answers to one deed, and for forms, which keep what was typed. */
export function reopening(prompt: Prompt): Action | undefined {
  switch (prompt.kind) {
    case 'home':
      return { verb: 'home', data: {} };
    case 'ownReports':
      return { verb: 'myReports', data: {} };
    case 'caseCard':
    case 'reminder':
    case 'caseDetails':
    case 'confirmationRequest':
      return { verb: 'openCase', data: { case: prompt.caseId } };
    case 'caseList':
    case 'dutyList':
      return { verb: 'openCases', data: {} };
    case 'digest':
      return { verb: 'digest', data: {} };
    case 'status':
      return { verb: 'status', data: {} };
    // The next one is another, and works as long as it should.
    case 'exportOffer':
      return { verb: 'export', data: exportData(prompt.scope) };
    case 'question':
      return prompt.before === undefined ? { verb: 'triage', data: { case: prompt.caseId } } : openFact(prompt);
    case 'factList':
      return { verb: 'chooseFact', data: { case: prompt.caseId } };
    case 'dataSetList':
      return { verb: 'dataSets', data: { case: prompt.caseId } };
    case 'noticePlan':
      return { verb: 'prepareNotice', data: { case: prompt.caseId, duty: prompt.duty.id } };
    case 'assessment':
      return { verb: 'assessment', data: { case: prompt.caseId } };
    case 'looks':
      return prompt.caseId === undefined
        ? { verb: 'registerLooks', data: { page: String(prompt.page) } }
        : { verb: 'looks', data: { case: prompt.caseId, page: String(prompt.page) } };
    case 'reportForm':
    case 'recorded':
    case 'receipt':
    case 'whichCase':
    case 'personQuestion':
    case 'outcome':
    case 'form':
    case 'noticePart':
    case 'searchResult':
    case 'refusal':
    case 'health':
    case 'absence':
    case 'exportPosted':
    case 'escalation':
      return undefined;
  }
}

const openFact = ({ caseId, fact, dataSet }: Extract<Prompt, { readonly kind: 'question' }>): Action => ({
  verb: 'openFact',
  data: { case: caseId, fact, ...(dataSet === undefined ? {} : { dataSet }) },
});
