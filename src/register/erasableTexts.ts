import type { BreachEvent } from '../breach/events.ts';
import type { StoredEntry } from '../ports.ts';
import type { Instant } from '../rules/instant.ts';
import { ERASED_TEXT } from './erased.ts';

/**
 * What people wrote, by what it is, and whom a question was put to. Persons whom the case needs are none of them: the reporter, who is told
 * how it goes on and sees the own report, and whoever is kept away from it, who would see it again if nobody knew any more who that is.
 */
export const ERASABLE_KINDS = [
  'report',
  'reporterName',
  'informant',
  'addition',
  'authorName',
  'dataSetName',
  'reasons',
  'timeSource',
  'decidedBy',
  'dpoAdvice',
  'noticeTo',
  'noticeMeans',
  'noticeReference',
  'noticeMissing',
  'reasonsForDelay',
  'facts',
  'effects',
  'remedialAction',
  'measure',
  'owner',
  'note',
  'question',
  'askedPerson',
  'answer',
  'noticeField',
  'noticeProof',
  'measureEffect',
] as const;
export type ErasableKind = (typeof ERASABLE_KINDS)[number];

/** One text of a case that can be erased by itself. `sequence` and `part` name its place. */
export type ErasableText = {
  readonly sequence: number;
  readonly part: string;
  readonly kind: ErasableKind;
  readonly text: string;
  readonly at: Instant;
};

type Path = readonly [path: string, kind: ErasableKind];
const reasons: Path = ['reasons', 'reasons'];

/** Complete by type, so that an event with a new text has to say whether that can be erased. */
const TEXTS: { readonly [Type in BreachEvent['type']]: readonly Path[] } = {
  BreachReported: [
    ['text', 'report'],
    ['reporterName', 'reporterName'],
    ['source.informant', 'informant'],
  ],
  ReportAdded: [
    ['text', 'addition'],
    ['authorName', 'authorName'],
  ],
  HintGiven: [],
  DataSetRecorded: [['label', 'dataSetName'], reasons],
  FactAnswered: [],
  FactCorrected: [reasons],
  TimeRecorded: [['source', 'timeSource'], reasons],
  AssessmentRecorded: [],
  DutyNeverApplied: [],
  DutyReopened: [],
  FollowUpOpened: [],
  NeighbourAsked: [],
  NeighbourAnswered: [reasons, ['decidedBy', 'decidedBy']],
  SecondOpinionAnswered: [],
  NeighbourStageOpened: [],
  DecisionRecorded: [reasons, ['decidedBy', 'decidedBy'], ['dpoAdvice', 'dpoAdvice']],
  DecisionConfirmed: [],
  DecisionWithdrawn: [reasons],
  NoticeRecorded: [
    ['to', 'noticeTo'],
    ['means', 'noticeMeans'],
    ['reference', 'noticeReference'],
    ['missing', 'noticeMissing'],
    ['reasonsForDelay', 'reasonsForDelay'],
    ['proofText', 'noticeProof'],
  ],
  NoticeFieldAnswered: [['value', 'noticeField']],
  GroupCounted: [['detail', 'noticeField']],
  MeasureExplained: [
    ['against', 'measure'],
    ['effect', 'measureEffect'],
  ],
  AuthorityQuestionReceived: [['text', 'question']],
  AuthorityQuestionAnswered: [
    ['means', 'noticeMeans'],
    ['proof', 'noticeProof'],
  ],
  ToldInAdvance: [
    ['spokeWith', 'noticeTo'],
    ['note', 'note'],
  ],
  ReferenceReceived: [['reference', 'noticeReference']],
  ControllerListed: [
    ['name', 'dataSetName'],
    ['contact', 'noticeTo'],
    ['confidentiality', 'note'],
  ],
  RecordCompleted: [
    ['facts', 'facts'],
    ['effects', 'effects'],
    ['remedialAction', 'remedialAction'],
  ],
  CaseAcknowledged: [],
  MeasurePlanned: [
    ['text', 'measure'],
    ['owner', 'owner'],
  ],
  MeasureFinished: [['note', 'note']],
  QuestionAskedOfPerson: [
    ['text', 'question'],
    ['person', 'askedPerson'],
  ],
  PersonAnswered: [
    ['text', 'answer'],
    ['authorName', 'authorName'],
  ],
  ReporterTold: [],
  PersonExcluded: [reasons],
  PersonReadmitted: [reasons],
  DuplicateJoined: [],
  JoinedInto: [],
  CaseClosed: [['note', 'note']],
  CaseReopened: [reasons],
  TextErased: [reasons],
  RetentionExtended: [reasons],
  CaseErased: [],
};

/** Every text of these entries that is still there, in the order in which it was written. */
export const erasableTexts = (entries: readonly StoredEntry[]): readonly ErasableText[] =>
  entries.flatMap(({ sequence, at, events }) =>
    events.flatMap((event, place) =>
      TEXTS[event.type].flatMap(([path, kind]) => {
        const text = valueAt(event, path);
        if (typeof text !== 'string' || text === '' || text === ERASED_TEXT) return [];
        return [{ sequence, part: `${place}/${path}`, kind, text, at }];
      }),
    ),
  );

const valueAt = (event: object, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
      event,
    );
