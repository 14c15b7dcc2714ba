/** What a button can mean, on any platform. Each verb is understood in `src/dialogue/understand.ts`. */
export const VERBS = [
  // anybody
  'home', // show what I can do
  'openReport', // show the report form
  'report', // inputs: text, noticedAt
  'openAddition', // case; show the form
  'addToReport', // case; inputs: text
  'giveHint', // case, hint, answer
  'myReports',
  'answerQuestion', // case, question; inputs: text (a question the DPO asked of this person)
  // data protection office
  'openCases',
  'openCase', // case; the whole case, for this person alone; the look is recorded
  'triage', // case; the next question, or the assessment when nothing is left to ask
  'answerFact', // case, fact, dataSet?, answer
  'chooseFact', // case; list of answered facts, to correct one
  'openFact', // case, fact, dataSet?; show that question again
  'correctFact', // case, fact, dataSet?; inputs: answer, reasons
  'assessment', // case; duties with reasons
  'dataSets', // case; the data sets with who has a part in them
  'acknowledge', // case, hours (2, 4, … or tomorrow)
  'openForm', // case?, form: FormKind; show an empty form
  'submitForm', // case?, form: FormKind; inputs as the form names them
  'confirmDecision', // case, decision
  'tellReporter', // case, outcome
  'looks', // case, page?; who looked
  'registerLooks', // page?; who listed, searched or tried to see what belongs to no single case
  'backAgain', // ends the own absence
  'status', // how Fristwacht itself is doing
  'digest', // every open duty by time left
  'prepareNotice', // case, duty?, part?; what a notice to the authority lacks, or one page of its fields
  'answerNotice', // case, duty, part; inputs: the fields of that page
  'export', // case, duty? (only the draft of its notice), or from?, until? (days); an export of it
] as const;
export type Verb = (typeof VERBS)[number];

/** Values that travel with a button; ids only, never content, for the button may come back from an old card. */
export type ActionData = Readonly<Record<string, string>>;

export type Action = {
  readonly verb: Verb;
  readonly data: ActionData;
  readonly style?: 'primary' | 'danger';
};

/** The forms of the data protection office. Field names are in `form.ts`. */
export const FORM_KINDS = [
  'awareness',
  'noBreach',
  'notNotifying',
  'exception',
  'neighbour',
  'withdrawDecision',
  'enisaOpinion',
  'dskOpinion',
  'notice',
  'reference',
  'toldInAdvance',
  'authorityQuestion',
  'authorityAnswer',
  'countGroup',
  'explainMeasure',
  'completeRecord',
  'time',
  'dataSet',
  'measure',
  'finishMeasure',
  'askPerson',
  'onBehalf',
  'addToReport',
  'exclude',
  'readmit',
  'join',
  'close',
  'reopen',
  'extendRetention',
  'eraseText',
  'eraseCase',
  'search',
  'absence',
  'export',
] as const;
export type FormKind = (typeof FORM_KINDS)[number];
