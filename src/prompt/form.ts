import { INPUTS_OF_METHOD } from '../rules/severity/severityInputs.ts';
import type { FormKind } from './action.ts';

/**
 * The fields of each form by name; the dialogue builds and reads them, the words label them. A moment is typed as local
 * time (`2026-11-23T17:40`), a `duty` is its id, a `controller`, `person` or `measure` likewise.
 */
export const FORM_FIELD_NAMES = {
  awareness: ['controller', 'moment', 'reasons', 'decidedBy', 'dpoAdvice'],
  noBreach: ['reasons', 'decidedBy', 'dpoAdvice', 'againstAssessment'],
  notNotifying: ['duty', 'reasons', 'decidedBy', 'dpoAdvice', 'againstAssessment'],
  exception: ['duty', 'ground', 'reasons', 'decidedBy', 'dpoAdvice'],
  neighbour: ['neighbour', 'neighbourAnswer', 'neighbourVariant', 'moment', 'reasons', 'decidedBy'],
  withdrawDecision: ['decision', 'reasons'],
  enisaOpinion: INPUTS_OF_METHOD['enisa-2013'],
  dskOpinion: INPUTS_OF_METHOD['dsk-kp-18'],
  notice: [
    ...(['duty', 'sentAt', 'to', 'means', 'noticeKind', 'reference', 'proof', 'proofText'] as const),
    ...(['missing', 'reasonsForDelay'] as const),
  ],
  reference: ['duty', 'reference', 'receivedAt'],
  toldInAdvance: ['duty', 'toldAt', 'spokeWith', 'note'],
  authorityQuestion: ['duty', 'text', 'receivedAt', 'dueBy', 'owner'],
  authorityAnswer: ['question', 'sentAt', 'means', 'proofText'],
  countGroup: ['group', 'countKind', 'count', 'detail'],
  explainMeasure: ['measure', 'against', 'effect'],
  completeRecord: ['duty', 'facts', 'effects', 'remedialAction'],
  time: ['time', 'moment', 'source', 'reasons'],
  dataSet: ['dataSet', 'label', 'controller', 'role', 'jointWith', 'notifier', 'worksFor', 'residence', 'profile', 'reasons'],
  measure: ['text', 'dueBy', 'owner'],
  finishMeasure: ['measure', 'note'],
  askPerson: ['person', 'text'],
  onBehalf: ['text', 'noticedAt', 'source', 'toldAt', 'informant'],
  addToReport: ['text'],
  exclude: ['person', 'reasons'],
  readmit: ['person', 'reasons'],
  join: ['number'],
  close: ['note'],
  reopen: ['reasons'],
  extendRetention: ['keepUntil', 'reasons'],
  eraseText: ['erasable', 'reasons'],
  eraseCase: ['reasons', 'beforeEnd'],
  search: ['number', 'caseStatus', 'openDuty', 'incident', 'openedFrom', 'openedUntil', 'system', 'text'],
  absence: ['awayUntil'],
  export: ['number', 'openedFrom', 'openedUntil'],
} as const satisfies Readonly<Record<FormKind, readonly string[]>>;

/** Every name a field of a form can have. */
export type FieldName = (typeof FORM_FIELD_NAMES)[FormKind][number];

/** `choices`: any number of those offered; their ids come back with commas between them. */
export type FormInput = 'text' | 'longText' | 'moment' | 'choice' | 'choices' | 'toggle';

/** The most characters an input takes; beyond it the dialogue answers `tooLong` and gives back what was typed. */
export const LONGEST_INPUT = { text: 300, longText: 4000 } as const;

/** By sort of input; what is chosen or switched is no longer than a line. */
export const longestInput = (input: FormInput): number => (input === 'longText' ? LONGEST_INPUT.longText : LONGEST_INPUT.text);
