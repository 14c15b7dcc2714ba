import type {
  AbsencePrompt,
  HomePrompt,
  OutcomePrompt,
  OwnReportsPrompt,
  PersonQuestionPrompt,
  ReceiptPrompt,
  RecordedPrompt,
  RefusalPrompt,
  ReportFormPrompt,
  WhichCasePrompt,
} from './personPrompts.ts';
import type { CaseCardPrompt, ConfirmationRequestPrompt, EscalationPrompt, ReminderPrompt } from './channelPrompts.ts';
import type { DigestPrompt, HealthPrompt, StatusPrompt } from './organisationPrompts.ts';
import type { NoticePartPrompt, NoticePlanPrompt } from './noticePrompts.ts';
import type {
  AssessmentPrompt,
  CaseDetailsPrompt,
  CaseListPrompt,
  DataSetListPrompt,
  DutyListPrompt,
  ExportOfferPrompt,
  ExportPostedPrompt,
  FactListPrompt,
  FormPrompt,
  LooksPrompt,
  QuestionPrompt,
  SearchResultPrompt,
} from './officePrompts.ts';

export {
  FAULTS,
  type Contact,
  type DutyRow,
  type Fault,
  type FieldFault,
  type FormValues,
  type Warning,
} from './promptParts.ts';
export {
  DIALOGUE_REFUSALS,
  type AbsencePrompt,
  type DialogueRefusal,
  type HomePrompt,
  type OutcomePrompt,
  type OwnReportsPrompt,
  type PersonQuestionPrompt,
  type ReceiptPrompt,
  type RecordedPrompt,
  type RecordedThing,
  type RefusalPrompt,
  type ReportFormPrompt,
  type WhichCasePrompt,
} from './personPrompts.ts';
export type {
  CaseCardPrompt,
  ConfirmationRequestPrompt,
  DecidedAwareness,
  Escalated,
  EscalatedDuty,
  EscalationPrompt,
  EscalationReason,
  MissingThing,
  ReminderPrompt,
  ReminderPurpose,
} from './channelPrompts.ts';
export {
  TROUBLES,
  type CountedTrouble,
  type DigestPrompt,
  type DigestRow,
  type HealthPrompt,
  type Status,
  type StatusPrompt,
  type Trouble,
  type UnreadableRow,
} from './organisationPrompts.ts';
export type {
  AnsweredFact,
  AssessmentPrompt,
  AwarenessProposalShown,
  CaseDetailsPrompt,
  CaseListPrompt,
  DataSetListPrompt,
  DataSetRow,
  DutyListPrompt,
  ExportOfferPrompt,
  ExportPostedPrompt,
  ExportScopeShown,
  FactListPrompt,
  FormField,
  FormPrompt,
  LooksPrompt,
  QuestionPrompt,
  SearchResultPrompt,
  UnaskedFact,
} from './officePrompts.ts';

export type { LackingField, NoticePartField, NoticePartPrompt, NoticePlanPrompt } from './noticePrompts.ts';

/**
 * The union of all the bot can say or ask, free of any platform and of any language. Cards draw it; a kind that a
 * platform cannot draw does not compile there. Times are instants; the card prints them in `zone`.
 */
export type Prompt =
  | HomePrompt
  | ReportFormPrompt
  | RecordedPrompt
  | ReceiptPrompt
  | OwnReportsPrompt
  | WhichCasePrompt
  | PersonQuestionPrompt
  | OutcomePrompt
  | CaseCardPrompt
  | CaseDetailsPrompt
  | CaseListPrompt
  | QuestionPrompt
  | FactListPrompt
  | DataSetListPrompt
  | AssessmentPrompt
  | FormPrompt
  | ReminderPrompt
  | EscalationPrompt
  | ConfirmationRequestPrompt
  | DutyListPrompt
  | LooksPrompt
  | SearchResultPrompt
  | DigestPrompt
  | HealthPrompt
  | StatusPrompt
  | AbsencePrompt
  | ExportOfferPrompt
  | ExportPostedPrompt
  | NoticePlanPrompt
  | NoticePartPrompt
  | RefusalPrompt;

export type PromptKind = Prompt['kind'];

export type PromptOf<K extends PromptKind> = Extract<Prompt, { readonly kind: K }>;
