// What the forms of the authorities ask for and the facts of the rules do not hold: people say it for the notice, and nothing of it moves
// a duty. The names are ours; which form asks for which, and in which order, stands in `src/notices`.

const YES_NO = ['yes', 'no'] as const;
/** How sure a number is. `not-determinable` is an answer; it is not the same as not having looked yet. */
export const NUMBER_KINDS = ['exact', 'approximate', 'not-determinable'] as const;
export type NumberKind = (typeof NUMBER_KINDS)[number];

/** Groups of persons concerned; each has a number of its own. */
export const PERSON_GROUPS = [
  ...(['customers', 'employees', 'minors', 'patients', 'students', 'subscribers', 'users', 'applicants', 'members'] as const),
  ...(['law-enforcement', 'vulnerable', 'mailbox-owners', 'persons-in-mails', 'recipients-of-wave', 'other'] as const),
] as const;
export type PersonGroup = (typeof PERSON_GROUPS)[number];

const INCIDENT_NATURES = [
  ...(['rights-abused', 'ransomware', 'hacking', 'phishing', 'vulnerability', 'unauthorised-access', 'exfiltration'] as const),
  ...([
    'wrong-person-shown',
    'device-lost',
    'e-waste',
    'paper-disposal',
    'mail-lost',
    'misconfiguration',
    'wrong-rights',
  ] as const),
  ...(['paper-lost', 'deleted', 'shown-to-wrong-recipient', 'sent-by-mistake', 'open-list', 'technical-fault'] as const),
  ...(['modified', 'published', 'verbal', 'other'] as const),
] as const;
export const DATA_CATEGORIES = [
  ...([
    'basic',
    'contact',
    'biometric',
    'criminal',
    'political',
    'ethnic',
    'religious',
    'sexual',
    'trade-union',
    'genetic',
  ] as const),
  ...(['health', 'financial', 'occupational-health', 'identifiers', 'location', 'official-documents', 'payment'] as const),
  ...(['profile', 'credentials', 'other'] as const),
] as const;
export type DataCategory = (typeof DATA_CATEGORIES)[number];
/** Arts. 9 and 10 GDPR. */
export const SPECIAL_CATEGORIES: readonly DataCategory[] = [
  ...(['biometric', 'criminal', 'political', 'ethnic', 'religious', 'sexual', 'trade-union', 'genetic', 'health'] as const),
  'occupational-health',
];
const PRIOR_MEASURES = [
  ...(['pseudonymisation', 'backup', 'encryption', 'policies', 'training', 'incident-log', 'access-levels'] as const),
  ...(['access-control', 'audits', 'physical', 'patched', 'other'] as const),
] as const;
const PERMANENT_MEASURES = [...PRIOR_MEASURES, 'anonymisation', 'processes', 'erasure'] as const;
export const IMPACTS = [
  ...(['loss-of-control', 'limited-rights', 'discrimination', 'identity-theft', 'fraud', 'financial-loss'] as const),
  ...([
    're-identification',
    'reputation',
    'professional-secrecy',
    'disclosure',
    'disadvantage',
    'harm',
    'property',
    'other',
  ] as const),
] as const;

type FieldShape =
  | { readonly input: 'text' | 'moment' | 'number' }
  | { readonly input: 'choice' | 'choices'; readonly values: readonly string[] };

const text = { input: 'text' } as const;
const moment = { input: 'moment' } as const;
const number = { input: 'number' } as const;
const choice = <const V extends readonly string[]>(values: V) => ({ input: 'choice', values }) as const;
const choices = <const V extends readonly string[]>(values: V) => ({ input: 'choices', values }) as const;

/** Every field a person can say, with what it takes. A choice is one of its values, choices are several with commas between them. */
export const NOTICE_FIELDS = {
  withdrawalReasons: text,
  correctionReasons: text,
  controllerIdentifier: text,
  controllerAddress: text,
  controllerContact: text,
  controllerActivity: text,
  euRepresentative: text,
  reporterName: text,
  reporterFunction: choice(['dpo', 'representative', 'authorised', 'other']),
  reporterContact: text,
  filedByProcessor: choice(YES_NO),
  dpoDesignated: choice(YES_NO),
  dpoContact: text,
  contactPoint: text,
  otherParties: text,
  processorInformedAt: moment,
  timeKind: choice(['day', 'range', 'ongoing', 'not-determinable']),
  timeStart: moment,
  timeEnd: moment,
  timeEstimated: choice(YES_NO),
  awarenessReasons: text,
  delayReasons: text,
  delayCourse: text,
  delayCircumstances: text,
  discoveryHow: choice(['controller', 'processor', 'person-concerned', 'third-party', 'press', 'authority', 'other']),
  discoveryDetail: text,
  confidentialityKind: choice(['exfiltrated', 'likely', 'proven-not', 'unclear']),
  intelligibility: choice(['unintelligible', 'may-be-subverted', 'intelligible', 'unclear']),
  integrityKind: choice(['altered', 'misused-reversible', 'misused-irreversible']),
  availabilityKind: choice(['temporary', 'permanent']),
  restoreTime: text,
  incidentNature: choices(INCIDENT_NATURES),
  incidentCause: choice(['internal-malicious', 'internal', 'external-malicious', 'external', 'unknown']),
  incidentDescription: text,
  incidentSystems: text,
  incidentLocation: text,
  dataWhereNow: text,
  cyberIncident: choice(YES_NO),
  subjectsDetail: text,
  subjectsNumberKind: choice(NUMBER_KINDS),
  subjectsNumber: number,
  dataCategories: choices(DATA_CATEGORIES),
  dataDetail: text,
  recordsNumberKind: choice(NUMBER_KINDS),
  recordsNumber: number,
  recipients: text,
  deletionConfirmedAt: moment,
  priorMeasures: choices(PRIOR_MEASURES),
  priorDetail: text,
  staffTraining: text,
  knownFindings: text,
  logs: text,
  consequencesConfidentiality: text,
  consequencesIntegrity: text,
  consequencesAvailability: text,
  impacts: choices(IMPACTS),
  impactDetail: text,
  impactSeverity: choice(['negligible', 'limited', 'substantial', 'great']),
  impactLikelihood: choice(['negligible', 'limited', 'substantial', 'great']),
  riskReasoning: text,
  organisationImpact: choice(['low', 'medium', 'high']),
  permanentMeasures: choices(PERMANENT_MEASURES),
  permanentDetail: text,
  personsStatus: choice(['informed', 'date-set', 'date-open', 'under-examination', 'no-high-risk', 'art34-3', 'bdsg-29']),
  personsInformedAt: moment,
  personsPlannedFor: moment,
  personsExceptionReasons: text,
  personsInformedNumber: number,
  personsNotAll: text,
  personsChannel: choice(['individual', 'public', 'both', 'other']),
  personsContent: text,
  policeReport: choice([...YES_NO, 'planned']),
  otherAuthorities: text,
  crossBorder: choice([...YES_NO, 'unclear']),
  establishments: text,
  countriesConcerned: text,
  otherAuthoritiesNotified: text,
  attachments: text,
} as const satisfies Readonly<Record<string, FieldShape>>;

export type NoticeFieldName = keyof typeof NOTICE_FIELDS;
export const NOTICE_FIELD_NAMES = Object.keys(NOTICE_FIELDS) as readonly NoticeFieldName[];

/** Every value any choice can have; the words of each stand in `src/notices`. */
export type NoticeChoice = {
  [N in NoticeFieldName]: (typeof NOTICE_FIELDS)[N] extends { readonly values: readonly (infer V)[] } ? V : never;
}[NoticeFieldName];

export const isNoticeField = (name: string): name is NoticeFieldName => Object.hasOwn(NOTICE_FIELDS, name);

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{3})?)?Z$/u;
/** The most persons or records that are taken for a number and not for a slip. */
const NUMBER = /^\d{1,12}$/u;

/** Whether this is an answer the field takes. A moment is an instant in UTC, a number has digits alone. */
export function isNoticeAnswer(field: NoticeFieldName, value: string): boolean {
  const shape: FieldShape = NOTICE_FIELDS[field];
  switch (shape.input) {
    case 'text':
      return value.trim() !== '';
    case 'number':
      return NUMBER.test(value);
    case 'moment':
      return MOMENT.test(value) && !Number.isNaN(Date.parse(value));
    case 'choice':
      return shape.values.includes(value);
    case 'choices':
      return value !== '' && value.split(',').every((one) => shape.values.includes(one));
  }
}

export const isPersonGroup = (name: string): name is PersonGroup => (PERSON_GROUPS as readonly string[]).includes(name);
export const isCount = (value: string): boolean => NUMBER.test(value);
