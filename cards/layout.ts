import type { Prompt } from '../src/prompt/prompt.ts';
import type { Block } from './blocks.ts';
import { absenceBlocks } from './absenceBlocks.ts';
import { caseCardBlocks } from './caseBlocks.ts';
import { dataSetListBlocks } from './dataSetBlocks.ts';
import { caseDetailsBlocks } from './detailBlocks.ts';
import type { Drawing } from './drawing.ts';
import { noticePartBlocks, noticePlanBlocks } from './noticeBlocks.ts';
import {
  assessmentBlocks,
  caseListBlocks,
  confirmationRequestBlocks,
  dutyListBlocks,
  factListBlocks,
  formBlocks,
  looksBlocks,
  questionBlocks,
  searchResultBlocks,
} from './officeBlocks.ts';
import { exportOfferBlocks, exportPostedBlocks } from './exportBlocks.ts';
import { digestBlocks, healthBlocks, statusBlocks } from './organisationBlocks.ts';
import { escalationBlocks, reminderBlocks } from './reminderBlocks.ts';
import {
  homeBlocks,
  outcomeBlocks,
  ownReportsBlocks,
  personQuestionBlocks,
  receiptBlocks,
  recordedBlocks,
  refusalBlocks,
  reportFormBlocks,
  whichCaseBlocks,
} from './personBlocks.ts';

/** What a prompt shows, before any platform draws it. No `default`: a new kind does not compile until it has a layout. */
export function layout(drawing: Drawing, prompt: Prompt): readonly Block[] {
  switch (prompt.kind) {
    case 'home':
      return homeBlocks(drawing, prompt);
    case 'reportForm':
      return reportFormBlocks(drawing, prompt);
    case 'recorded':
      return recordedBlocks(drawing, prompt);
    case 'receipt':
      return receiptBlocks(drawing, prompt);
    case 'ownReports':
      return ownReportsBlocks(drawing, prompt);
    case 'whichCase':
      return whichCaseBlocks(drawing, prompt);
    case 'personQuestion':
      return personQuestionBlocks(drawing, prompt);
    case 'outcome':
      return outcomeBlocks(drawing, prompt);
    case 'caseCard':
      return caseCardBlocks(drawing, prompt);
    case 'caseDetails':
      return caseDetailsBlocks(drawing, prompt);
    case 'caseList':
      return caseListBlocks(drawing, prompt);
    case 'question':
      return questionBlocks(drawing, prompt);
    case 'factList':
      return factListBlocks(drawing, prompt);
    case 'dataSetList':
      return dataSetListBlocks(drawing, prompt);
    case 'noticePlan':
      return noticePlanBlocks(drawing, prompt);
    case 'noticePart':
      return noticePartBlocks(drawing, prompt);
    case 'assessment':
      return assessmentBlocks(drawing, prompt);
    case 'form':
      return formBlocks(drawing, prompt);
    case 'reminder':
      return reminderBlocks(drawing, prompt);
    case 'escalation':
      return escalationBlocks(drawing, prompt);
    case 'confirmationRequest':
      return confirmationRequestBlocks(drawing, prompt);
    case 'dutyList':
      return dutyListBlocks(drawing, prompt);
    case 'looks':
      return looksBlocks(drawing, prompt);
    case 'searchResult':
      return searchResultBlocks(drawing, prompt);
    case 'digest':
      return digestBlocks(drawing, prompt);
    case 'health':
      return healthBlocks(drawing, prompt);
    case 'status':
      return statusBlocks(drawing, prompt);
    case 'absence':
      return absenceBlocks(drawing, prompt);
    case 'exportOffer':
      return exportOfferBlocks(drawing, prompt);
    case 'exportPosted':
      return exportPostedBlocks(drawing, prompt);
    case 'refusal':
      return refusalBlocks(drawing, prompt);
  }
}
