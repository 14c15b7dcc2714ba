import type { CaseRecord } from '../breach/breachCase.ts';
import type { DutyKind, ExceptionGround, Hints, NeighbourAnswer, ReportSource, TimeKind } from '../breach/events.ts';
import { INPUTS_OF_METHOD, type SeverityName } from '../rules/severity/severityInputs.ts';
import type { FormKind } from './action.ts';
import type { FORM_FIELD_NAMES, FieldName } from './form.ts';
import type { FormField, FormValues } from './prompt.ts';

/** Choices that only the case or the configuration knows; `formPrompt` fills them in. */
export const CHOICE_SOURCES = [
  'controllers',
  'dutiesToDecline',
  'dutiesToExcept',
  'dutiesToNotify',
  'dutiesToAuthorities',
  'openAuthorityQuestions',
  'personGroups',
  'groupCounts',
  'measuresToExplain',
  'noticeKinds',
  'proofs',
  'dutiesToRecord',
  'neighbours',
  'neighbourVariants',
  'decisionsPending',
  'severityAnswers',
  'dataSets',
  'parts',
  'otherControllers',
  'residences',
  'profiles',
  'openMeasures',
  'personsToAsk',
  'personsToExclude',
  'personsExcluded',
  'laterYears',
  'erasableTexts',
] as const;
export type ChoiceSource = (typeof CHOICE_SOURCES)[number];

export type FieldDefinition<N extends string = FieldName> = {
  readonly name: N;
  readonly input: FormField['input'];
  readonly required: boolean;
  /** For `choice` and `choices`: the ids the words of this form know, or where the choices come from. */
  readonly choices?: readonly string[] | ChoiceSource;
  /** Asked only where there is something to choose; a single choice is taken without asking. */
  readonly onlyWhenSeveral?: true;
  /** Shown only where there is something to choose at all. */
  readonly onlyWhenAny?: true;
  /** Shown only where this has something to choose, whatever the field itself is. */
  readonly onlyWhereOffered?: ChoiceSource;
  /** Shown, and asked for where required, only beside these answers to another field. */
  readonly onlyWith?: { readonly field: FieldName; readonly values: readonly string[] };
  /** Shown only where the first attempt showed that it is needed (`againstAssessment`, `reasonsForDelay`). */
  readonly onlyOnFault?: true;
};

export const EXCEPTION_GROUNDS = ['art34-3-a', 'art34-3-b', 'art34-3-c', 'bdsg-29'] as const satisfies readonly ExceptionGround[];
export const CASE_STATUSES = ['open', 'closed', 'joined', 'erased'] as const satisfies readonly CaseRecord['status'][];
/** The kinds of duty a search can name. */
export const DUTY_KINDS = [
  'art33-1',
  'art34-1',
  'art33-2',
  'art33-4',
  'art33-5',
  'neighbour',
  'neighbour-question',
] as const satisfies readonly DutyKind[];
export const INCIDENTS = [
  'wrong-recipient',
  'lost-or-stolen',
  'attack',
  'seen-by-others',
  'not-available',
  'other',
] as const satisfies readonly NonNullable<Hints['incident']>[];
export const TIME_KINDS = [
  'occurred',
  'noticed',
  'signIgnored',
  'investigationBegan',
  'certain',
  'reported',
  'toldByProcessor',
] as const satisfies readonly TimeKind[];
export const NEIGHBOUR_ANSWERS = ['applies', 'not-applicable', 'unknown'] as const satisfies readonly NeighbourAnswer['kind'][];
export const SOURCES_ON_BEHALF = [
  'telephone',
  'email',
  'letter',
  'in-person',
  'other',
] as const satisfies readonly ReportSource['by'][];

/** Whether a field belongs to what is answered in the others. */
export const isCalledFor = ({ onlyWith }: FieldDefinition, values: FormValues): boolean =>
  onlyWith === undefined || onlyWith.values.includes(values[onlyWith.field] ?? '');

/** The ids chosen in a field that takes several. */
export const chosenIn = (value: string): readonly string[] =>
  value.split(',').flatMap((id) => (id.trim() === '' ? [] : [id.trim()]));

/** Stands for every duty that the form offers. */
export const ALL_DUTIES = 'all';
/** Stands for a data set that is not there yet. */
export const NEW_DATA_SET = 'new';
/** Whichever it is: what was chosen once can be taken back. */
export const ANY = 'any';
/** What a pressed toggle sends; anything else is off. */
export const TOGGLE_ON = 'true';

/** What was written into a form, without what was chosen: what a person would have to write again. */
export const typedTexts = (form: FormKind, values: FormValues): readonly string[] =>
  FORMS[form]
    .filter(({ input }) => input !== 'choice' && input !== 'choices' && input !== 'toggle')
    .flatMap(({ name }) => values[name] || []);

const required = <N extends FieldName>(name: N, input: FormField['input']): FieldDefinition<N> => ({
  name,
  input,
  required: true,
});
const optional = <N extends FieldName>(name: N, input: FormField['input']): FieldDefinition<N> => ({
  name,
  input,
  required: false,
});
const choice = <N extends FieldName>(name: N, choices: readonly string[] | ChoiceSource): FieldDefinition<N> => ({
  name,
  input: 'choice',
  required: true,
  choices,
});

const controller: FieldDefinition<'controller'> = { ...choice('controller', 'controllers'), onlyWhenSeveral: true };

const severity = <N extends SeverityName>(name: N): FieldDefinition<N> => ({
  ...optional(name, 'choice'),
  choices: 'severityAnswers',
});

/** What every decision of the controller keeps: why, who decided, what the data protection officer advised. */
const decided: readonly FieldDefinition<'reasons' | 'decidedBy' | 'dpoAdvice'>[] = [
  required('reasons', 'longText'),
  required('decidedBy', 'text'),
  optional('dpoAdvice', 'longText'),
];

/** The forms of the data protection office, as data: which fields, of which sort, in which order. */
export const FORMS: { readonly [F in FormKind]: readonly FieldDefinition<(typeof FORM_FIELD_NAMES)[F][number]>[] } = {
  awareness: [controller, required('moment', 'moment'), ...decided],
  noBreach: [...decided, { ...required('againstAssessment', 'toggle'), onlyOnFault: true }],
  notNotifying: [
    choice('duty', 'dutiesToDecline'),
    ...decided,
    { ...required('againstAssessment', 'toggle'), onlyOnFault: true },
  ],
  exception: [choice('duty', 'dutiesToExcept'), choice('ground', EXCEPTION_GROUNDS), ...decided],
  // Which of the last three is needed follows from the answer; the case asks for it.
  neighbour: [
    choice('neighbour', 'neighbours'),
    choice('neighbourAnswer', NEIGHBOUR_ANSWERS),
    { ...choice('neighbourVariant', 'neighbourVariants'), required: false, onlyWhenSeveral: true },
    optional('moment', 'moment'),
    optional('reasons', 'longText'),
    optional('decidedBy', 'text'),
  ],
  // Only what the facts do not settle is asked; nothing of it has to be answered.
  enisaOpinion: INPUTS_OF_METHOD['enisa-2013'].map(severity),
  dskOpinion: INPUTS_OF_METHOD['dsk-kp-18'].map(severity),
  withdrawDecision: [choice('decision', 'decisionsPending'), required('reasons', 'longText')],
  notice: [
    choice('duty', 'dutiesToNotify'),
    required('sentAt', 'moment'),
    required('to', 'text'),
    required('means', 'text'),
    // Of notices to an authority: the case asks for what it needs, and takes what follows from the course.
    { ...optional('noticeKind', 'choice'), choices: 'noticeKinds', onlyWhenSeveral: true },
    optional('reference', 'text'),
    { ...optional('proof', 'choice'), choices: 'proofs', onlyWhenAny: true },
    { ...optional('proofText', 'text'), onlyWhereOffered: 'proofs' },
    optional('missing', 'longText'),
    { ...required('reasonsForDelay', 'longText'), onlyOnFault: true },
  ],
  reference: [
    { ...choice('duty', 'dutiesToAuthorities'), onlyWhenSeveral: true },
    required('reference', 'text'),
    optional('receivedAt', 'moment'),
  ],
  toldInAdvance: [
    { ...choice('duty', 'dutiesToAuthorities'), onlyWhenSeveral: true },
    required('toldAt', 'moment'),
    required('spokeWith', 'text'),
    optional('note', 'longText'),
  ],
  authorityQuestion: [
    { ...choice('duty', 'dutiesToAuthorities'), onlyWhenSeveral: true },
    required('text', 'longText'),
    required('receivedAt', 'moment'),
    required('dueBy', 'moment'),
    required('owner', 'text'),
  ],
  authorityAnswer: [
    choice('question', 'openAuthorityQuestions'),
    required('sentAt', 'moment'),
    required('means', 'text'),
    required('proofText', 'text'),
  ],
  // How many there are is needed for a number alone; the case asks for it.
  countGroup: [
    choice('group', 'personGroups'),
    choice('countKind', 'groupCounts'),
    optional('count', 'text'),
    optional('detail', 'longText'),
  ],
  explainMeasure: [choice('measure', 'measuresToExplain'), required('against', 'longText'), optional('effect', 'longText')],
  completeRecord: [
    { ...choice('duty', 'dutiesToRecord'), onlyWhenSeveral: true },
    required('facts', 'longText'),
    required('effects', 'longText'),
    required('remedialAction', 'longText'),
  ],
  time: [choice('time', TIME_KINDS), required('moment', 'moment'), required('source', 'text'), optional('reasons', 'longText')],
  dataSet: [
    choice('dataSet', 'dataSets'),
    required('label', 'text'),
    controller,
    choice('role', 'parts'),
    {
      ...choice('jointWith', 'otherControllers'),
      input: 'choices',
      onlyWith: { field: 'role', values: ['joint', 'processorForJoint'] },
    },
    { ...optional('notifier', 'choice'), choices: 'controllers', onlyWith: { field: 'role', values: ['joint'] } },
    { ...choice('worksFor', 'otherControllers'), onlyWith: { field: 'role', values: ['subProcessor'] } },
    { ...optional('residence', 'choices'), choices: 'residences', onlyWhenAny: true },
    { ...optional('profile', 'choice'), choices: 'profiles', onlyWhenAny: true },
    { ...required('reasons', 'longText'), onlyOnFault: true },
  ],
  measure: [required('text', 'longText'), required('dueBy', 'moment'), required('owner', 'text')],
  finishMeasure: [choice('measure', 'openMeasures'), optional('note', 'longText')],
  askPerson: [choice('person', 'personsToAsk'), required('text', 'longText')],
  onBehalf: [
    required('text', 'longText'),
    optional('noticedAt', 'moment'),
    choice('source', SOURCES_ON_BEHALF),
    required('informant', 'text'),
    optional('toldAt', 'moment'),
  ],
  addToReport: [required('text', 'longText')],
  exclude: [choice('person', 'personsToExclude'), required('reasons', 'longText')],
  readmit: [choice('person', 'personsExcluded'), required('reasons', 'longText')],
  join: [required('number', 'text')],
  close: [optional('note', 'longText')],
  reopen: [required('reasons', 'longText')],
  extendRetention: [choice('keepUntil', 'laterYears'), required('reasons', 'longText')],
  eraseText: [choice('erasable', 'erasableTexts'), required('reasons', 'longText')],
  eraseCase: [required('reasons', 'longText'), { ...required('beforeEnd', 'toggle'), onlyOnFault: true }],
  search: [
    optional('number', 'text'),
    { ...optional('caseStatus', 'choice'), choices: [ANY, ...CASE_STATUSES] },
    { ...optional('openDuty', 'choice'), choices: [ANY, ...DUTY_KINDS] },
    { ...optional('incident', 'choice'), choices: [ANY, ...INCIDENTS] },
    optional('openedFrom', 'text'),
    optional('openedUntil', 'text'),
    optional('system', 'text'),
    optional('text', 'text'),
  ],
  absence: [required('awayUntil', 'text')],
  export: [optional('number', 'text'), optional('openedFrom', 'text'), optional('openedUntil', 'text')],
};
