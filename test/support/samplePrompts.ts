// One believable prompt for everything the bot can show, in every variant that looks different.
import { caseId, type CaseNumber } from '../../src/breach/identifiers.ts';
import { REFUSAL_REASONS } from '../../src/breach/commands.ts';
import { gdpr, recital, type Text } from '../../src/law/sources.ts';
import { FORM_KINDS, type Action, type FormKind } from '../../src/prompt/action.ts';
import { NOTICE_PART_ROWS, NOTICE_PARTS } from '../../src/notices/noticeParts.ts';
import { PARTS } from '../../src/prompt/dataSetPart.ts';
import { FORMS, type ChoiceSource, type FieldDefinition } from '../../src/prompt/forms.ts';
import { neighbourLabel, neighbourQuestion } from '../../src/prompt/neighbourLabel.ts';
import { groupCounts, personGroups } from '../../src/prompt/noticeChoices.ts';
import { NOTICE_KIND_WORDS, PROOF_WORDS } from '../../src/words/noticeWords.ts';
import { wordsOf } from '../../src/words/wordsOf.ts';
import { contradictions, FACTS, type FactName } from '../../src/rules/facts.ts';
import { PROFILES } from '../../src/rules/profiles/profiles.ts';
import { proposeAwareness } from '../../src/rules/awareness.ts';
import { placeName } from '../../src/words/recipients.ts';
import { HINTS } from '../../src/rules/hints.ts';
import { secondOpinions } from '../../src/rules/severity/secondOpinion.ts';
import { SEVERITY_INPUTS, type SeverityName } from '../../src/rules/severity/severityInputs.ts';
import { assess } from '../../src/rules/assess.ts';
import { instant } from '../../src/rules/instant.ts';
import {
  type DataSetRow,
  type DigestPrompt,
  DIALOGUE_REFUSALS,
  FAULTS,
  type AnsweredFact,
  type AssessmentPrompt,
  type CaseCardPrompt,
  type CaseDetailsPrompt,
  type ConfirmationRequestPrompt,
  type DutyRow,
  type FormField,
  type FormPrompt,
  type NoticePartPrompt,
  type NoticePlanPrompt,
  type Prompt,
  type QuestionPrompt,
  type ReceiptPrompt,
  type RecordedThing,
  type RefusalPrompt,
  type ReminderPrompt,
  type ReminderPurpose,
  type Status,
  TROUBLES,
} from '../../src/prompt/prompt.ts';

export type SamplePrompt = { readonly name: string; readonly prompt: Prompt };

const zone = 'Europe/Berlin';
const number = 'DP-2026-0007' as CaseNumber;
const here = { caseId: caseId('case-7f3a'), number, zone };
const contact = { name: 'Datenschutzstelle', email: 'datenschutz@musterwerke.example', phone: '0211 555 0170' };

const noticedAt = instant('2026-12-04T16:40:00Z');
const reportedAt = instant('2026-12-04T16:52:00Z');
const asOf = instant('2026-12-07T11:20:00Z');
const dueBy = instant('2026-12-07T16:40:00Z');

const authorityDuty: DutyRow = {
  id: 'art33-1:musterwerke:de-nw',
  kind: 'art33-1',
  recipient: 'de-nw',
  status: 'owed',
  basis: 'precautionary',
  startsAt: noticedAt,
  dueBy,
  hoursLeft: 5 + 1 / 3,
};
const personsDuty: DutyRow = {
  id: 'art34-1:musterwerke:persons',
  kind: 'art34-1',
  recipient: 'persons',
  status: 'presumed',
  basis: 'precautionary',
  startsAt: noticedAt,
};
const recordDuty: DutyRow = {
  id: 'art33-5:musterwerke:register',
  kind: 'art33-5',
  recipient: 'register',
  status: 'owed',
  basis: 'precautionary',
  startsAt: noticedAt,
};
const overdueDuty: DutyRow = { ...authorityDuty, hoursLeft: -3, status: 'owed' };
const controllerDuty: DutyRow = {
  id: 'art33-2:musterwerke:stadtwerke',
  kind: 'art33-2',
  owedBy: 'Musterwerke GmbH',
  recipient: 'Stadtwerke Beispielstadt AöR',
  status: 'owed',
  basis: 'awareness',
  startsAt: noticedAt,
};
/** Aware later than first feared, over the night on which the clocks go back. */
const acrossClockChange: DutyRow = {
  ...authorityDuty,
  basis: 'awareness',
  startsAt: instant('2026-10-23T15:40:00Z'),
  dueBy: instant('2026-10-26T15:40:00Z'),
  earlierDueBy: instant('2026-10-25T09:00:00Z'),
  hoursLeft: 41.5,
};
const notOwed: DutyRow = { ...authorityDuty, status: 'not-owed' };
const ended = (duty: DutyRow, how: NonNullable<DutyRow['end']>['how']): DutyRow => {
  const { hoursLeft: _gone, ...rest } = duty;
  return { ...rest, end: { how, at: instant('2026-12-07T12:05:00Z') } };
};
const hoster = { id: 'contract.hoster', regime: 'contract', name: 'Hoster GmbH' } as const;
const neighbourRow = (kind: 'neighbour' | 'neighbour-question', recipient: string, more: Partial<DutyRow>): DutyRow => {
  const label = neighbourLabel({ kind, recipient }, [hoster]);
  return {
    ...{ id: `${kind}:musterwerke:${recipient}`, kind, recipient, status: 'owed', basis: 'event', startsAt: noticedAt },
    ...(label === undefined ? {} : { neighbour: label }),
    ...more,
  };
};
const nis2Warning = neighbourRow('neighbour', 'nis2/warning/nis2-office', {
  dueBy: instant('2026-12-05T16:40:00Z'),
  hoursLeft: 5,
});
const contractQuestion = neighbourRow('neighbour-question', 'contract.hoster', { status: 'presumed' });
const followUp: DutyRow = {
  ...personsDuty,
  id: 'art33-4:musterwerke:de-nw',
  kind: 'art33-4',
  recipient: 'de-nw',
  status: 'owed',
};

const on = (verb: Action['verb'], data: Action['data'] = {}): Action => ({ verb, data: { case: here.caseId, ...data } });
const form = (kind: FormKind): Action => on('openForm', { form: kind });
const cardActions: readonly Action[] = [
  { ...on('triage'), style: 'primary' },
  form('notice'),
  form('completeRecord'),
  on('openCase'),
  on('acknowledge', { hours: '2' }),
  on('acknowledge', { hours: '4' }),
  on('acknowledge', { hours: 'tomorrow' }),
];
const everyAction: readonly Action[] = [
  { ...on('triage'), style: 'primary' },
  form('notice'),
  form('completeRecord'),
  form('awareness'),
  on('acknowledge', { hours: '2' }),
  on('acknowledge', { hours: '4' }),
  on('assessment'),
  on('chooseFact'),
  ...(
    [
      'notNotifying',
      'exception',
      'noBreach',
      'time',
      'dataSet',
      'measure',
      'finishMeasure',
      'askPerson',
      'exclude',
      'readmit',
    ] as const
  ).map(form),
  form('join'),
  form('close'),
  form('addToReport'),
  on('tellReporter', { outcome: 'being-handled' }),
  on('tellReporter', { outcome: 'handled' }),
  on('tellReporter', { outcome: 'no-breach' }),
  on('looks'),
];

const SAMPLE_HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

const said = (de: string, en: string): Text => ({ de, en });
const sampleNoticePlan: NoticePlanPrompt = {
  ...{ kind: 'noticePlan', ...here, duty: authorityDuty, notice: 'first' },
  authority: 'Landesbeauftragte für Datenschutz und Informationsfreiheit Nordrhein-Westfalen',
  why: [
    said(
      'Nicht öffentliche Stelle: zuständig ist die Behörde des Landes, in dem sie sitzt.',
      'Private body: the authority of its seat.',
    ),
  ],
  also: [said('Die Bundesnetzagentur ist auch zu benachrichtigen.', 'The Federal Network Agency is to be notified, too.')],
  traps: [said('Die Sitzung endet nach 30 Minuten.', 'The session ends after 30 minutes.')],
  page: 'https://example.org/meldung',
  checkedOn: '2026-11-20',
  lacking: [
    { label: said('Datenarten', 'Kinds of data'), isNeededNow: true, isBeingClarified: false },
    {
      label: said('Zahl der Datensätze: wie sicher?', 'Number of records: how sure?'),
      isNeededNow: false,
      isBeingClarified: false,
    },
    {
      ...{ label: said('Zahl der Personen', 'Number of persons'), isNeededNow: true, isBeingClarified: true },
      task: { owner: 'IT', dueBy: instant('2026-11-25T11:00:00Z') },
    },
  ],
  proposed: 3,
  parts: NOTICE_PARTS.map((part, place) => ({
    ...{ part, label: NOTICE_PART_ROWS[part].label, missing: place % 3, proposed: place % 2 },
  })),
  ...{ next: 'data', others: [], actions: [{ verb: 'openForm', data: { case: here.caseId, form: 'notice' } }] },
};
const sampleNoticePart: NoticePartPrompt = {
  ...{ kind: 'noticePart', ...here, duty: 'art33-1:muster:de-nw', part: 'persons' },
  label: NOTICE_PART_ROWS.persons.label,
  fields: [
    {
      ...{
        name: 'subjectsNumberKind',
        input: 'choice',
        label: said('Zahl der Personen: wie sicher?', 'Number of persons: how sure?'),
      },
      choices: [
        { id: 'exact', label: said('genau', 'exactly') },
        { id: 'not-determinable', label: said('nicht bestimmbar', 'cannot be determined') },
      ],
    },
    { name: 'subjectsNumber', input: 'text', label: said('Zahl der Personen', 'Number of persons') },
    {
      ...{ name: 'subjectsDetail', input: 'longText', label: said('Nähere Angaben zu den Personen', 'Detail on the persons') },
      hint: said(
        'Vorschlag aus der Meldung im Haus (Ada Muster, 23.11.2026)',
        'Proposed from the report in the house (Ada Muster, 23.11.2026)',
      ),
    },
  ],
  ...{ values: { subjectsDetail: 'Kundschaft des Onlineshops' }, faults: [] },
};

export const sampleCard: CaseCardPrompt = {
  kind: 'caseCard',
  ...here,
  status: 'open',
  incident: 'wrong-recipient',
  reportedAt,
  noticedAt,
  risk: 'high',
  openFacts: 4,
  duties: [recordDuty, authorityDuty, personsDuty],
  openMeasures: 1,
  noticeTasks: [],
  awaitingConfirmation: 0,
  joinedNumbers: [],
  onItUntil: instant('2026-12-07T15:20:00Z'),
  asOf,
  actions: cardActions,
  head: { entries: 14, hash: SAMPLE_HASH },
};

const answers: readonly AnsweredFact[] = (
  [
    ['personalData', 'yes'],
    ['access', 'happened'],
    ['encryption', 'none'],
    ['recipient', 'uncontrolled'],
    ['sensitivity', 'severe'],
    ['persons', 'many'],
  ] as const
).map(([fact, id]) => answered(fact, id));

function answered(fact: FactName, id: string): AnsweredFact {
  const { question, answers: offered } = FACTS[fact];
  return { fact, question, answer: offered.find((answer) => answer.id === id)!.label };
}

const alone = (part: DataSetRow['part']) => ({ part, jointWith: [], residence: [] });

const dataSetRows: readonly DataSetRow[] = [
  {
    ...{ dataSet: 'data-1', label: 'Teilnehmerliste', controllerName: 'Musterwerke GmbH', part: 'joint', residence: [] },
    ...{ jointWith: ['Klinik am Park gGmbH'], notifier: 'Klinik am Park gGmbH', law: PROFILES['social-data'].name },
  },
  {
    ...{ dataSet: 'data-2', label: 'Adressen der Stadtwerke', controllerName: 'Stadtwerke Beispielstadt AöR' },
    ...{ part: 'subProcessor', jointWith: [], worksFor: 'Klinik am Park gGmbH', residence: ['FR', 'DE-NW'] },
  },
];

export const sampleDetails: CaseDetailsPrompt = {
  kind: 'caseDetails',
  ...here,
  card: sampleCard,
  text: 'Beim Versand der Einladung zur Schulung ist die falsche Datei mitgegangen.\nIn der Liste stehen Namen, Anschriften und Sozialversicherungsnummern. Empfänger sind etwa 40 Adressen außerhalb des Hauses.',
  reporterName: 'Jana Köhler',
  source: { by: 'telephone', toldAt: instant('2026-12-04T16:52:00Z'), informant: 'Leitung Personalentwicklung' },
  additions: [
    {
      text: 'Drei Empfänger haben schon bestätigt, dass sie gelöscht haben.',
      authorName: 'Jana Köhler',
      at: instant('2026-12-04T18:03:00Z'),
    },
    { text: 'Die Liste hatte 212 Zeilen.', authorName: 'Jana Köhler', at: instant('2026-12-05T08:10:00Z') },
  ],
  hints: { incident: 'wrong-recipient', contained: 'yes', concerned: 'employees' },
  dataSets: [
    { ...{ dataSet: 'data-1', label: 'Teilnehmerliste', controllerName: 'Musterwerke GmbH' }, ...alone('controller') },
    {
      ...{ dataSet: 'data-2', label: 'Adressen der Stadtwerke', controllerName: 'Stadtwerke Beispielstadt AöR' },
      ...alone('processor'),
    },
  ],
  answers,
  times: [
    { time: 'occurred', moment: instant('2026-12-04T15:58:00Z'), source: 'Sendebericht des Mailservers', reasons: '' },
    { time: 'noticed', moment: noticedAt, source: 'Angabe der meldenden Person', reasons: 'Ein Empfänger hat angerufen.' },
  ],
  decisions: [
    {
      decisionId: 'decision-1',
      kind: 'exception',
      ground: 'art34-3-b',
      reasons: 'Alle 40 Empfänger haben die Löschung schriftlich bestätigt, bevor die Datei geöffnet wurde.',
      decidedBy: 'Geschäftsführung, Dr. Aydın',
      dpoAdvice: 'Vertretbar, wenn alle Bestätigungen vorliegen.',
      at: instant('2026-12-06T09:30:00Z'),
      counts: false,
    },
  ],
  notices: [
    {
      duty: 'art33-1',
      sentAt: instant('2026-12-07T19:10:00Z'),
      to: 'LDI NRW',
      means: 'Online-Formular',
      reference: '2026-4711',
      missing: 'Genaue Zahl der betroffenen Personen',
      late: true,
      reasonsForDelay: 'Der zuständige Dienstleister war am Wochenende nicht erreichbar.',
    },
  ],
  records: [
    {
      facts: 'E-Mail mit falschem Anhang an 40 externe Adressen, 212 Zeilen.',
      effects: 'Identitätsmissbrauch möglich, bisher keiner bekannt.',
      remedialAction: 'Löschung erbeten, Versand von Anhängen nach außen wird künftig geprüft.',
    },
  ],
  measures: [
    {
      measureId: 'measure-1',
      text: 'Prüfregel für Anhänge einrichten',
      dueBy: instant('2026-12-18T11:00:00Z'),
      owner: 'IT-Leitung',
      note: '',
    },
    {
      measureId: 'measure-2',
      text: 'Empfänger nachfassen',
      dueBy: instant('2026-12-08T11:00:00Z'),
      owner: 'Jana Köhler',
      finishedAt: instant('2026-12-07T10:00:00Z'),
      note: 'Alle haben geantwortet.',
    },
  ],
  questions: [
    { personName: 'Tom Berger', text: 'Seit wann lag die Datei im Ordner?', askedAt: instant('2026-12-05T08:00:00Z') },
    {
      personName: 'Ines Wolf',
      text: 'Gibt es Protokolle des Versands?',
      askedAt: instant('2026-12-05T08:00:00Z'),
      answer: { text: 'Ja, vollständig, 90 Tage.', authorName: 'Ines Wolf' },
    },
  ],
  actions: everyAction,
};

const receiptOf = (more: Partial<ReceiptPrompt>): ReceiptPrompt => ({
  kind: 'receipt',
  ...here,
  reportedAt,
  noticedAt,
  hints: {},
  openHints: ['incident', 'contained', 'concerned'],
  noDisadvantage: false,
  contact,
  closed: false,
  head: { entries: 1, hash: SAMPLE_HASH },
  ...more,
});

const questionOf = (fact: FactName, more: Partial<QuestionPrompt> = {}): QuestionPrompt => {
  const { question, help, why, cites, answers: offered, mayBeUnknown } = FACTS[fact];
  const choices = offered.map(({ id, label }) => ({ answer: id, label }));
  return {
    kind: 'question',
    ...here,
    fact,
    question,
    help,
    why,
    cites,
    choices,
    mayBeUnknown,
    open: 4,
    faults: [],
    values: {},
    ...more,
  };
};

export const sampleAssessment: AssessmentPrompt = {
  kind: 'assessment',
  ...here,
  ruleSet: 'gdpr-2018',
  risk: 'high',
  openFacts: 2,
  isRoleOpen: true,
  contradictions: [],
  contradictingRules: [],
  hints: [],
  opinions: [],
  mayAnswerOpinions: true,
  duties: [
    {
      ...recordDuty,
      because: [
        {
          mark: 'holds',
          says: { de: 'Jede Verletzung ist zu dokumentieren.', en: 'Every breach must be documented.' },
          cites: [gdpr(33, 5)],
        },
      ],
    },
    {
      ...authorityDuty,
      because: [
        {
          mark: 'holds',
          says: { de: 'Unbefugte konnten an die Daten gelangen.', en: 'Outsiders could get at the data.' },
          cites: [gdpr(33, 1)],
        },
        {
          mark: 'fails',
          says: {
            de: 'Die Daten waren nach dem Stand der Technik verschlüsselt.',
            en: 'The data were encrypted with state-of-the-art means.',
          },
          cites: [gdpr(34, 3, 'a'), recital(76)],
        },
        {
          mark: 'open',
          says: { de: 'Die Löschung ist schriftlich bestätigt.', en: 'Deletion is confirmed in writing.' },
          cites: [recital(76)],
        },
      ],
    },
    { ...personsDuty, because: [] },
  ],
  actions: [
    { ...on('triage'), style: 'primary' },
    ...(['notice', 'notNotifying', 'noBreach', 'awareness'] as const).map(form),
    on('openCase'),
  ],
};

const sampleContradictions: AssessmentPrompt = {
  ...sampleAssessment,
  contradictions: contradictions({
    incident: { personalData: 'no' },
    dataSets: [
      {
        ...{ id: 'data-1', controller: 'musterwerke', role: 'controller' },
        facts: { access: 'none', outflow: 'misused', persons: 'vulnerable' },
      },
    ],
  }).map(({ plainly }, at) => ({ says: plainly, ...(at === 0 ? {} : { dataSetLabel: 'Teilnehmerliste' }) })),
};

const opinionSheet = {
  incident: { personalData: 'yes' },
  dataSets: [{ id: 'data', controller: 'own', role: 'controller', facts: {} }],
} as const;
/** Both methods milder than the rules, with all of their parts, flags and words. */
const sampleOpinions: AssessmentPrompt = {
  ...sampleAssessment,
  hints: HINTS.map(({ says, cites }) => ({ says, cites })),
  duties: sampleAssessment.duties.map((duty) => (duty.kind === 'art34-1' ? { ...duty, publicly: true } : duty)),
  opinions: secondOpinions(
    opinionSheet,
    {
      ...{ simple: '2', identification: 'significant', confidentiality: 'known-recipients', integrity: 'unaffected' },
      ...{ availability: 'temporarily', intent: 'none-known', over100: 'yes', unintelligible: 'yes' },
      ...{ dskSeverity: 'limited', dskLikelihood: 'negligible' },
    },
    assess({ sheet: opinionSheet, controllers: [], self: 'own', startsAt: {} }),
  ),
};
const sampleMissingOpinions: AssessmentPrompt = {
  ...sampleAssessment,
  opinions: secondOpinions(opinionSheet, {}, assess({ sheet: opinionSheet, controllers: [], self: 'own', startsAt: {} })),
};

const LABELS: Readonly<Record<ChoiceSource, readonly { id: string; label: string }[]>> = {
  neighbourVariants: [
    { id: 'widespread', label: 'KI-Verordnung: 2 Tage' },
    { id: 'other', label: 'KI-Verordnung: 15 Tage' },
  ],
  controllers: [
    { id: 'musterwerke', label: 'Musterwerke GmbH' },
    { id: 'stadtwerke', label: 'Stadtwerke Beispielstadt AöR' },
  ],
  dutiesToDecline: [
    { id: authorityDuty.id, label: 'Meldung an die Aufsichtsbehörde' },
    { id: personsDuty.id, label: 'Benachrichtigung der betroffenen Personen' },
  ],
  decisionsPending: [{ id: 'decision-1', label: 'Nicht melden (So., 06.12.2026, 10:30 Uhr)' }],
  dutiesToExcept: [{ id: personsDuty.id, label: 'Benachrichtigung der betroffenen Personen' }],
  dutiesToNotify: [
    { id: authorityDuty.id, label: 'Meldung an die Aufsichtsbehörde: Nordrhein-Westfalen' },
    { id: personsDuty.id, label: 'Benachrichtigung der betroffenen Personen' },
  ],
  dutiesToAuthorities: [{ id: authorityDuty.id, label: 'Meldung an die Aufsichtsbehörde' }],
  openAuthorityQuestions: [{ id: 'asked-1', label: 'Was zeigen die Protokolle der Firewall?' }],
  personGroups: personGroups.map(({ id, label }) => ({ id, label: label?.de ?? id })),
  groupCounts: groupCounts.map(({ id, label }) => ({ id, label: label?.de ?? id })),
  measuresToExplain: [{ id: 'measure-1', label: 'Prüfregel für Anhänge einrichten' }],
  noticeKinds: (['follow-up', 'final', 'correction', 'withdrawal'] as const).map((id) => ({
    id,
    label: NOTICE_KIND_WORDS[id].de,
  })),
  proofs: Object.entries(PROOF_WORDS).map(([id, { de }]) => ({ id, label: de })),
  dutiesToRecord: [{ id: recordDuty.id, label: 'Dokumentation' }],
  dataSets: [{ id: 'data-1', label: 'Teilnehmerliste' }],
  severityAnswers: [],
  parts: PARTS.map((id) => ({ id, label: wordsOf('de').roles[id] })),
  otherControllers: [
    { id: 'stadtwerke', label: 'Stadtwerke Beispielstadt AöR' },
    { id: 'klinik', label: 'Klinik am Park gGmbH' },
  ],
  residences: ['FR', 'DE-NW', 'AT'].map((id) => ({ id, label: placeName(id, 'de') })),
  profiles: Object.values(PROFILES).map(({ id, name }) => ({ id, label: name.de })),
  openMeasures: [{ id: 'measure-1', label: 'Prüfregel für Anhänge einrichten' }],
  personsToAsk: ['Jana Köhler', 'Tom Berger', 'Ines Wolf', 'Mehmet Aydın', 'Lea Sommer', 'Jonas Falk', 'Petra Lindner'].map(
    (name, at) => ({
      id: `person-${at}`,
      label: name,
    }),
  ),
  personsToExclude: [{ id: 'person-1', label: 'Tom Berger' }],
  personsExcluded: [{ id: 'person-1', label: 'Tom Berger' }],
  laterYears: ['2030', '2031', '2032'].map((id) => ({ id, label: wordsOf('de').endOfYear(id) })),
  erasableTexts: [
    {
      id: '1 0/text',
      label: wordsOf('de').erasable(
        'report',
        'Fr., 04.12.2026, 17:52 Uhr',
        'Ich habe die Liste an den falschen Verteiler geschickt …',
      ),
    },
    { id: '3 0/authorName', label: wordsOf('de').erasable('authorName', 'Fr., 04.12.2026, 18:05 Uhr', 'Jana Köhler') },
  ],
  neighbours: [
    { id: 'nis2', label: neighbourQuestion({ id: 'nis2', regime: 'nis2' }).de },
    { id: 'contract.hoster', label: neighbourQuestion({ id: 'contract.hoster', regime: 'contract', name: 'Hoster GmbH' }).de },
  ],
};

const severityChoices = (name: string): readonly { id: string; label: Text }[] =>
  Object.entries(SEVERITY_INPUTS[name as SeverityName].labels).map(([id, label]) => ({ id, label }));

function choicesOf({ name, choices }: FieldDefinition): Pick<FormField, 'choices'> {
  if (choices === undefined) return {};
  if (choices === 'severityAnswers') return { choices: severityChoices(name) };
  if (typeof choices !== 'string') return { choices: choices.map((id) => ({ id })) };
  const labelled = LABELS[choices].map(({ id, label }) => ({ id, label: { de: label, en: label } }));
  return { choices: choices === 'dataSets' ? [...labelled, { id: 'new' }] : labelled };
}

export const sampleForm = (kind: FormKind, more: Partial<FormPrompt> = {}): FormPrompt => ({
  kind: 'form',
  form: kind,
  ...(kind === 'onBehalf' || kind === 'search' || kind === 'absence' ? {} : { caseId: here.caseId, number }),
  zone,
  fields: FORMS[kind].map((field: FieldDefinition) => ({
    name: field.name,
    input: field.input,
    required: field.required,
    ...choicesOf(field),
  })),
  values: {},
  faults: [],
  warnings: [],
  ...(kind === 'eraseCase'
    ? { retention: { until: instant('2029-12-31T22:59:59.999Z'), reasons: 'Die Aufsicht prüft Altfälle.' } }
    : {}),
  ...more,
});

export const sampleReminder = (purpose: ReminderPurpose, more: Partial<ReminderPrompt> = {}): ReminderPrompt => ({
  kind: 'reminder',
  ...here,
  purpose,
  duties: [authorityDuty, personsDuty, recordDuty],
  incident: 'wrong-recipient',
  openFacts: 4,
  openQuestions: [FACTS.recipient.question, FACTS.encryption.question, FACTS.sensitivity.question],
  missing: ['awareness'],
  openMeasures: 0,
  noticeTasks: [],
  overtaken: 0,
  asOf,
  actions: cardActions,
  ...more,
});

const sampleConfirmation: ConfirmationRequestPrompt = {
  kind: 'confirmationRequest',
  ...here,
  decisionId: 'decision-1',
  decision: 'not-notifying',
  duties: [notOwed],
  recordedAt: instant('2026-12-06T09:30:00Z'),
};

const refusalOf = (reason: RefusalPrompt['reason'], more: Partial<RefusalPrompt> = {}): RefusalPrompt => ({
  kind: 'refusal',
  reason,
  duties: [],
  zone,
  contact,
  actions: [],
  ...more,
});

/** As a record, so that a thing without a sample does not compile. */
const recordedThings: Readonly<Record<RecordedThing, readonly Action[]>> = {
  report: [on('openAddition')],
  addition: [on('openAddition')],
  hint: [],
  answer: [on('triage')],
  correction: [on('assessment')],
  time: [on('openCase')],
  dataSet: [on('triage')],
  dataSetChanged: [on('triage')],
  awareness: [on('openCase')],
  decision: [on('openCase')],
  decisionAwaitingConfirmation: [on('openCase')],
  decisionConfirmed: [],
  neighbour: [form('notice'), on('openCase')],
  secondOpinion: [on('assessment')],
  decisionPartlyConfirmed: [],
  decisionWithdrawn: [on('openCase')],
  notice: [form('completeRecord'), on('openCase')],
  noticeField: [on('openCase')],
  groupCounted: [on('openCase')],
  measureExplained: [on('openCase')],
  authorityQuestion: [on('openCase')],
  authorityAnswer: [on('openCase')],
  toldInAdvance: [on('openCase')],
  referenceReceived: [on('openCase')],
  record: [form('close'), on('openCase')],
  acknowledgement: [on('openCase')],
  measure: [on('openCase')],
  measureFinished: [on('openCase')],
  questionAsked: [on('openCase')],
  questionAnswered: [],
  reporterTold: [on('openCase')],
  exclusion: [on('openCase')],
  readmission: [on('openCase')],
  joined: [on('openCase')],
  closed: [form('reopen')],
  reopened: [on('openCase')],
  retentionExtended: [on('openCase')],
  textErased: [on('openCase')],
  caseErased: [on('openCase')],
  nothingNew: [on('openCase')],
};

const absenceSamples: readonly SamplePrompt[] = [
  {
    name: 'absence-set',
    prompt: {
      ...{ kind: 'absence', what: 'set', zone, until: instant('2026-12-14T08:00:00Z'), role: 'dpo', standIns: ['Jonas Falk'] },
      ...{ deadline: { number, dueBy }, actions: [{ verb: 'backAgain', data: {} }] },
    },
  },
  {
    name: 'absence-nobody',
    prompt: {
      ...{ kind: 'absence', what: 'set', zone, until: instant('2026-12-14T08:00:00Z'), role: 'dpo', standIns: [] },
      ...{ deadline: { number, dueBy }, actions: [{ verb: 'backAgain', data: {} }] },
    },
  },
  ...(['deputy', 'decider', 'management'] as const).map(
    (role): SamplePrompt => ({
      name: `absence-${role}`,
      prompt: {
        ...{
          kind: 'absence',
          what: 'unchanged',
          zone,
          until: instant('2026-12-14T08:00:00Z'),
          role,
          standIns: ['Ada Weiß', 'Jo Falk'],
        },
        actions: [{ verb: 'backAgain', data: {} }],
      },
    }),
  ),
  ...(['ended', 'notAway'] as const).map(
    (what): SamplePrompt => ({
      name: `absence-${what}`,
      prompt: { kind: 'absence', what, zone, standIns: [], actions: [] },
    }),
  ),
];

/** What management is told, and what the office is told of it. */
const escalationSamples: readonly SamplePrompt[] = [
  ...(['timeLeft', 'deadline', 'noMovement', 'nobodyThere'] as const).map(
    (because): SamplePrompt => ({
      name: `escalation-${because}`,
      prompt: {
        kind: 'escalation',
        ...{ number, zone, because, asOf },
        duties: because === 'deadline' ? [overdueDuty] : because === 'noMovement' ? [personsDuty] : [authorityDuty, personsDuty],
        actions: [on('openCase')],
      },
    }),
  ),
  ...(['management', 'nobody'] as const).map((told) => ({
    name: `reminder-escalation-${told}`,
    prompt: sampleReminder('escalation', {
      escalation: { because: told === 'nobody' ? 'noMovement' : 'deadline', told },
      ...(told === 'nobody' ? {} : { duties: [overdueDuty, recordDuty] }),
    }),
  })),
  {
    name: 'reminder-clock-change',
    prompt: sampleReminder('step', {
      duties: [{ ...authorityDuty, startsAt: instant('2026-10-22T00:30:00Z'), dueBy: instant('2026-10-25T00:30:00Z') }],
      asOf: instant('2026-10-24T19:10:00Z'),
    }),
  },
  {
    name: 'recorded-acknowledgement-cut',
    prompt: {
      ...{ kind: 'recorded', what: 'acknowledgement', number, at: asOf, zone, warnings: [] },
      ...{ next: [on('openCase')], paused: { until: instant('2026-12-07T14:00:00Z'), cut: true } },
    },
  },
];

const recordedSamples: readonly SamplePrompt[] = (Object.keys(recordedThings) as RecordedThing[]).map((what) => ({
  name: `recorded-${what}`,
  prompt: {
    kind: 'recorded',
    what,
    number,
    at: asOf,
    zone,
    next: recordedThings[what],
    warnings:
      what === 'awareness'
        ? [{ warning: 'awarenessGap', hours: 31 }]
        : what === 'notice'
          ? [{ warning: 'noticeLate' }, { warning: 'followUpOpened' }, { warning: 'reportLate' }, { warning: 'reportOpened' }]
          : what === 'decision'
            ? [{ warning: 'againstAssessment' }]
            : [],
    ...(what === 'report'
      ? { nextHint: { caseId: here.caseId, hint: 'incident' as const }, advice: { hints: {}, contact } }
      : {}),
    ...(what === 'hint'
      ? {
          nextHint: { caseId: here.caseId, hint: 'contained' as const },
          advice: { hints: { incident: 'attack' as const }, contact },
        }
      : {}),
  },
}));

const purposes: Readonly<Record<ReminderPurpose, Partial<ReminderPrompt>>> = {
  new: { incident: undefined },
  news: {},
  step: { overtaken: 2, onIt: { until: instant('2026-12-07T13:20:00Z'), by: 'Petra Lindner' } },
  escalation: { escalation: { because: 'timeLeft', told: 'deputy' } },
  overdue: { duties: [overdueDuty, recordDuty] },
  lastWorkingHour: {
    lastWorkingHour: {
      before: 'weekend',
      dueBy: instant('2026-12-07T16:40:00Z'),
      worksAgainAt: instant('2026-12-07T07:00:00Z'),
    },
  },
  investigation: {},
  decisionMissing: { duties: [notOwed, { ...personsDuty, status: 'not-owed' }], openFacts: 0 },
  noticeTask: {
    duties: [],
    openFacts: 0,
    noticeTasks: [
      { kind: 'question', count: 1, dueBy: instant('2026-12-09T11:00:00Z') },
      { kind: 'field', count: 3, dueBy: instant('2026-12-08T16:00:00Z') },
      { kind: 'reference', count: 1, dueBy: instant('2026-12-14T11:00:00Z') },
    ],
    actions: [form('finishMeasure'), on('openCase')],
  },
  measure: { duties: [], openMeasures: 1, openFacts: 0, actions: [form('finishMeasure'), on('openCase')] },
  retention: {
    ...{ duties: [], openFacts: 0, retainedUntil: instant('2029-12-31T22:59:59.999Z') },
    actions: [on('openCase'), form('eraseCase'), form('extendRetention')],
  },
  unreadable: {
    ...{ duties: [], openFacts: 0, incident: undefined, actions: [] },
    unreadable: { openDuties: ['art33-1', 'art33-5'], firstDueBy: instant('2026-12-07T16:40:00Z') },
  },
  readyToClose: { duties: [], openFacts: 0, actions: [form('close'), on('openCase')] },
  channelGone: { channelsGone: ['slack'] },
};

const twiceOnThatNight = [instant('2026-10-25T00:30:00Z'), instant('2026-10-25T01:30:00Z')];

const forAnybody: readonly SamplePrompt[] = [
  { name: 'home-employee', prompt: { kind: 'home', office: false, seesDuties: false, openCases: 0, ownReports: 1, contact } },
  { name: 'home-office', prompt: { kind: 'home', office: true, seesDuties: false, openCases: 3, ownReports: 0, contact } },
  { name: 'home-management', prompt: { kind: 'home', office: false, seesDuties: true, openCases: 0, ownReports: 0, contact } },
  { name: 'report-form', prompt: { kind: 'reportForm', zone, values: { noticedAt: '2026-12-04T17:40' }, faults: [] } },
  {
    name: 'report-form-faults',
    prompt: {
      kind: 'reportForm',
      zone,
      values: { text: '', noticedAt: '25.10.2026 02:30' },
      faults: [
        { field: 'text', fault: 'missing' },
        {
          field: 'noticedAt',
          fault: 'timeExistsTwice',
          candidates: twiceOnThatNight,
        },
      ],
    },
  },
  { name: 'receipt-new', prompt: receiptOf({ noDisadvantage: true }) },
  {
    name: 'receipt-wrong-recipient',
    prompt: receiptOf({ hints: { incident: 'wrong-recipient' }, openHints: ['contained', 'concerned'] }),
  },
  {
    name: 'receipt-lost',
    prompt: receiptOf({
      hints: { incident: 'lost-or-stolen', contained: 'unknown' },
      openHints: ['concerned'],
      noDisadvantage: true,
    }),
  },
  {
    name: 'receipt-attack',
    prompt: receiptOf({ hints: { incident: 'attack', contained: 'no', concerned: 'customers' }, openHints: [] }),
  },
  {
    name: 'receipt-seen-by-others',
    prompt: receiptOf({ hints: { incident: 'seen-by-others' }, openHints: ['contained', 'concerned'] }),
  },
  {
    name: 'receipt-not-available',
    prompt: receiptOf({ hints: { incident: 'not-available' }, openHints: ['contained', 'concerned'] }),
  },
  { name: 'receipt-other', prompt: receiptOf({ hints: { incident: 'other', contained: 'yes' }, openHints: ['concerned'] }) },
  { name: 'receipt-closed', prompt: receiptOf({ hints: { incident: 'other' }, openHints: [], closed: true }) },
  { name: 'receipt-drill', prompt: receiptOf({ number: 'Ü-2026-0001' as CaseNumber }) },
  {
    name: 'own-reports',
    prompt: {
      kind: 'ownReports',
      zone,
      reports: [
        { caseId: here.caseId, number, reportedAt, closed: false },
        {
          caseId: caseId('case-2'),
          number: 'DP-2026-0002' as CaseNumber,
          reportedAt: instant('2026-03-02T08:00:00Z'),
          closed: true,
        },
      ],
    },
  },
  { name: 'own-reports-none', prompt: { kind: 'ownReports', zone, reports: [] } },
  {
    name: 'which-case',
    prompt: {
      kind: 'whichCase',
      text: 'Noch etwas: Die Datei lag auch im Teamordner.',
      reports: [{ caseId: here.caseId, number }],
    },
  },
  {
    name: 'person-question',
    prompt: {
      kind: 'personQuestion',
      ...here,
      questionId: 'question-1',
      text: 'Seit wann lag die Datei im Ordner, und wer hatte Zugriff?',
      askedAt: instant('2026-12-05T08:00:00Z'),
      reminder: true,
      answered: false,
    },
  },
  {
    name: 'person-question-answered',
    prompt: {
      kind: 'personQuestion',
      ...here,
      questionId: 'question-1',
      text: 'Gibt es Protokolle des Versands?',
      askedAt: instant('2026-12-05T08:00:00Z'),
      reminder: false,
      answered: true,
    },
  },
  ...(['being-handled', 'handled', 'no-breach'] as const).map((outcome) => ({
    name: `outcome-${outcome}`,
    prompt: { kind: 'outcome' as const, ...here, outcome },
  })),
];

const forTheOffice: readonly SamplePrompt[] = [
  { name: 'case-card', prompt: sampleCard },
  {
    name: 'case-card-awareness',
    prompt: {
      ...sampleCard,
      incident: 'attack',
      openFacts: 0,
      risk: 'risk',
      duties: [acrossClockChange, controllerDuty, followUp],
      awaitingConfirmation: 1,
    },
  },
  {
    name: 'case-card-overdue',
    prompt: {
      ...sampleCard,
      duties: [overdueDuty, ended(personsDuty, 'decision'), recordDuty],
      actions: everyAction.slice(0, 9),
    },
  },
  {
    name: 'case-card-closed',
    prompt: {
      ...sampleCard,
      status: 'closed',
      openFacts: 0,
      risk: 'low',
      openMeasures: 0,
      joinedNumbers: ['DP-2026-0008' as CaseNumber],
      duties: [ended(authorityDuty, 'notice'), ended(personsDuty, 'never-applied'), ended(recordDuty, 'record')],
      actions: [on('openCase'), form('reopen')],
    },
  },
  {
    name: 'case-card-joined',
    prompt: {
      ...sampleCard,
      status: 'joined',
      mainNumber: 'DP-2026-0003' as CaseNumber,
      duties: [ended(authorityDuty, 'joined')],
      actions: [on('openCase')],
    },
  },
  {
    name: 'case-card-drill',
    prompt: {
      ...sampleCard,
      number: 'Ü-2026-0001' as CaseNumber,
      incident: undefined,
      risk: 'unlikely',
      openFacts: 0,
      duties: [notOwed],
    },
  },
  {
    name: 'case-card-neighbours',
    prompt: {
      ...sampleCard,
      duties: [
        authorityDuty,
        nis2Warning,
        contractQuestion,
        ended(neighbourRow('neighbour-question', 'dora', {}), 'answered'),
        ended(neighbourRow('neighbour', 'dora/final/financial-supervisor', {}), 'answered'),
        ended(neighbourRow('neighbour', 'nis2/notification/nis2-office', {}), 'notice'),
      ],
    },
  },
  { name: 'case-details', prompt: sampleDetails },
  {
    name: 'case-details-neighbours',
    prompt: {
      ...sampleDetails,
      neighbours: [
        {
          question: neighbourQuestion({ id: 'nis2', regime: 'nis2' }),
          answer: 'applies',
          startsAt: noticedAt,
          reasons: '',
          decidedBy: '',
        },
        {
          question: neighbourQuestion({ id: 'dora', regime: 'dora' }),
          answer: 'not-applicable',
          reasons: 'Nicht als schwerwiegend eingestuft.',
          decidedBy: 'Leitung IT',
        },
        { question: neighbourQuestion(hoster), reasons: '', decidedBy: '' },
      ],
      notices: [
        {
          ...{ duty: 'neighbour', neighbour: neighbourLabel({ kind: 'neighbour', recipient: 'nis2/warning/nis2-office' }, [])! },
          ...{
            sentAt: reportedAt,
            to: 'BSI',
            means: 'Meldeportal',
            reference: 'M-12',
            missing: '',
            late: false,
            reasonsForDelay: '',
          },
        },
      ],
    },
  },
  {
    name: 'case-list',
    prompt: {
      kind: 'caseList',
      zone,
      cases: [
        sampleCard,
        { ...sampleCard, number: 'DP-2026-0008' as CaseNumber, incident: 'attack', duties: [overdueDuty, controllerDuty] },
        { ...sampleCard, number: 'DP-2026-0009' as CaseNumber, incident: 'lost-or-stolen', duties: [] },
      ],
    },
  },
  { name: 'case-list-none', prompt: { kind: 'caseList', zone, cases: [] } },
  { name: 'question', prompt: questionOf('recipient') },
  {
    name: 'question-last',
    prompt: questionOf('highRiskAverted', { open: 1, dataSet: 'data-1', dataSetLabel: 'Teilnehmerliste' }),
  },
  { name: 'question-unasked', prompt: questionOf('authorityOrder', { open: 0, unasked: true }) },
  { name: 'question-correcting', prompt: questionOf('sensitivity', { before: 'everyday' }) },
  {
    name: 'question-correcting-faults',
    prompt: questionOf('sensitivity', {
      before: 'everyday',
      values: { answer: 'severe' },
      faults: [{ field: 'reasons', fault: 'missing' }],
    }),
  },
  {
    name: 'fact-list',
    prompt: {
      kind: 'factList',
      ...here,
      unasked: [
        { fact: 'delayRequested', question: FACTS.delayRequested.question },
        {
          ...{ fact: 'authorityOrder', question: FACTS.authorityOrder.question },
          ...{ dataSet: 'data-1', dataSetLabel: 'Teilnehmerliste' },
        },
      ],
      answers: answers.map((entry, at) => (at > 3 ? { ...entry, dataSet: 'data-1', dataSetLabel: 'Teilnehmerliste' } : entry)),
    },
  },
  { name: 'fact-list-none', prompt: { kind: 'factList', ...here, answers: [], unasked: [] } },
  { name: 'data-sets', prompt: { kind: 'dataSetList', ...here, dataSets: dataSetRows, mayChange: true } },
  { name: 'data-sets-closed', prompt: { kind: 'dataSetList', ...here, dataSets: dataSetRows, mayChange: false } },
  { name: 'notice-plan', prompt: sampleNoticePlan },
  {
    name: 'notice-plan-follow-up',
    prompt: {
      ...sampleNoticePlan,
      ...{ notice: 'follow-up', lacking: sampleNoticePlan.lacking.filter(({ isBeingClarified }) => isBeingClarified), traps: [] },
      ...{ why: [], also: [], actions: [] },
      others: [{ duty: personsDuty, authority: 'Berliner Beauftragte für Datenschutz und Informationsfreiheit' }],
    },
  },
  { name: 'notice-page', prompt: sampleNoticePart },
  {
    name: 'notice-page-faults',
    prompt: {
      ...sampleNoticePart,
      values: {
        subjectsNumberKind: 'exact',
        subjectsNumber: 'etwa 12',
        subjectsDetail: 'Kundschaft',
        stillOpen: 'subjectsNumber',
      },
      faults: [
        { field: 'subjectsNumber', fault: 'wholeNumber' },
        { field: 'owner', fault: 'missing' },
        { field: 'dueBy', fault: 'missing' },
      ],
    },
  },
  { name: 'assessment', prompt: sampleAssessment },
  { name: 'assessment-opinions', prompt: sampleOpinions },
  { name: 'assessment-opinions-missing', prompt: sampleMissingOpinions },
  { name: 'case-card-rules', prompt: { ...sampleCard, rulesContradict: true } },
  {
    name: 'assessment-rules',
    prompt: {
      ...sampleAssessment,
      contradictingRules: [{ first: 'art33/unlikely-risk/few', second: 'art34/high-risk/criminal-hands' }],
    },
  },
  { name: 'assessment-contradictions', prompt: sampleContradictions },
  { name: 'confirmation-request', prompt: sampleConfirmation },
  {
    name: 'confirmation-request-opened',
    prompt: {
      ...sampleConfirmation,
      reasons: 'Der Empfänger ist zur Verschwiegenheit verpflichtet und hat die Löschung schriftlich bestätigt.',
      dpoAdvice: 'Vertretbar.',
      decidedBy: 'Leitung Vertrieb',
      againstAssessment: true,
    },
  },
  {
    name: 'confirmation-request-opened-awareness',
    prompt: {
      ...sampleConfirmation,
      decision: 'awareness',
      duties: [authorityDuty],
      reasons: 'Die IT hat den Angriff erst am Sonntag bestätigt.',
      dpoAdvice: '',
      decidedBy: 'Geschäftsführung',
      awareness: {
        moment: instant('2026-12-06T08:00:00Z'),
        controllerName: 'Musterwerke GmbH',
        gap: { hours: 39, earliestNamed: noticedAt },
      },
    },
  },
  {
    name: 'confirmation-request-opened-exception',
    prompt: {
      ...sampleConfirmation,
      decision: 'exception',
      duties: [personsDuty],
      reasons: 'Die Daten waren verschlüsselt.',
      dpoAdvice: 'Vertretbar.',
      decidedBy: 'Geschäftsführung',
      ground: 'art34-3-a',
    },
  },
  {
    name: 'duty-list',
    prompt: {
      kind: 'dutyList',
      zone,
      cases: [
        { number, duties: [authorityDuty, personsDuty, controllerDuty] },
        { number: 'DP-2026-0008' as CaseNumber, duties: [overdueDuty] },
      ],
    },
  },
  { name: 'duty-list-none', prompt: { kind: 'dutyList', zone, cases: [] } },
  {
    name: 'looks',
    prompt: {
      kind: 'looks',
      ...here,
      looks: [
        { name: 'Petra Lindner', at: reportedAt, what: 'openCase', allowed: true },
        { name: 'Jonas Falk', at: asOf, what: 'openCase', allowed: false },
        { name: 'Petra Lindner', at: asOf, what: 'assessment', allowed: true },
      ],
      page: 1,
      pages: 3,
    },
  },
  {
    name: 'looks-register',
    prompt: {
      kind: 'looks',
      zone,
      looks: [
        { name: 'Petra Lindner', at: asOf, what: 'searchCases', allowed: true },
        { name: 'Jonas Falk', at: reportedAt, what: 'listCases', allowed: false },
      ],
      page: 1,
      pages: 1,
    },
  },
  {
    name: 'search-result',
    prompt: {
      kind: 'searchResult',
      zone,
      form: sampleForm('search', { values: { caseStatus: 'open', text: 'Verteiler' } }),
      cases: [sampleCard],
      before: 'DP-2026-0007' as CaseNumber,
    },
  },
  {
    name: 'search-result-none',
    prompt: { kind: 'searchResult', zone, form: sampleForm('search', { values: { system: 'Kundendatei' } }), cases: [] },
  },
  {
    name: 'case-card-erased',
    prompt: { ...sampleCard, status: 'erased', keptOn: ['slack'], actions: [on('openCase')] },
  },
  {
    name: 'case-details-erased',
    prompt: { ...sampleDetails, card: { ...sampleCard, status: 'erased' }, actions: [on('looks')] },
  },
  ...(Object.keys(purposes) as ReminderPurpose[]).map((purpose) => ({
    name: `reminder-${purpose}`,
    prompt: sampleReminder(purpose, {
      // Where no duty is open, nothing is missing for one.
      ...(purposes[purpose].duties?.length === 0 ? { openQuestions: [], missing: [] } : {}),
      ...purposes[purpose],
    }),
  })),
];

const formSamples: readonly SamplePrompt[] = [
  ...FORM_KINDS.map((kind) => ({ name: `form-${kind}`, prompt: sampleForm(kind) })),
  {
    name: 'form-awareness-proposal',
    prompt: sampleForm('awareness', {
      values: { moment: '2026-12-04T17:40' },
      proposal: {
        ...proposeAwareness([
          { knowledge: 'suspicion', moment: instant('2026-12-03T08:00:00Z') },
          { knowledge: 'certainty', moment: noticedAt },
        ])!,
        basis: { time: 'certain', source: 'Protokoll der Firewall' },
      },
    }),
  },
  {
    name: 'form-notice-faults',
    prompt: sampleForm('notice', {
      values: { duty: authorityDuty.id, sentAt: '2026-12-07T20:10', to: 'LDI NRW', means: 'Online-Formular' },
      faults: [{ field: 'reasonsForDelay', fault: 'reasonsForDelay' }],
      warnings: [{ warning: 'noticeLate' }],
    }),
  },
  ...FAULTS.map((fault) => ({
    name: `form-fault-${fault}`,
    prompt: sampleForm('time', {
      values: { moment: '25.10.2026 02:30' },
      faults: [{ field: 'moment', fault, ...(fault === 'timeExistsTwice' ? { candidates: twiceOnThatNight } : {}) }],
    }),
  })),
];

const refusalSamples: readonly SamplePrompt[] = [
  ...[...REFUSAL_REASONS, ...DIALOGUE_REFUSALS].map((reason) => ({ name: `refusal-${reason}`, prompt: refusalOf(reason) })),
  {
    name: 'refusal-given-back',
    prompt: refusalOf('storeDown', { given: ['LDI NRW, Online-Formular', 'Die Liste ging an zwölf Personen.'] }),
  },
  {
    name: 'refusal-duties-in-the-way',
    prompt: refusalOf('dutiesOpen', {
      number,
      duties: [authorityDuty, recordDuty],
      actions: [form('notice'), form('completeRecord')],
    }),
  },
];

const digestSample: DigestPrompt = {
  kind: 'digest',
  zone,
  rows: [
    { caseId: here.caseId, number, incident: 'attack', duty: authorityDuty, onIt: { name: 'Dora Datenschutz', until: dueBy } },
    { caseId: here.caseId, number, incident: 'attack', duty: recordDuty },
    { caseId: here.caseId, number: 'Ü-2026-0002' as CaseNumber, incident: undefined, duty: recordDuty, onIt: { until: dueBy } },
  ],
  unreadable: [{ number: 'DP-2026-0003' as CaseNumber, duties: ['art33-1', 'art34-1'], dueBy }],
  readyToClose: ['DP-2026-0001' as CaseNumber],
  asOf,
  actions: [{ verb: 'openCases', data: {} }],
};

const allTroubles = TROUBLES.flatMap((trouble) => [
  { trouble, count: 1 },
  { trouble, count: 3 },
]);
const statusSample: Status = {
  ...{ asOf, lastTick: asOf, instances: 2, openCases: 4, openDuties: 9, firstDueBy: dueBy, nextLook: dueBy, waiting: 0 },
  troubles: [],
};

const ofTheOrganisation: readonly SamplePrompt[] = [
  { name: 'digest', prompt: digestSample },
  { name: 'digest-nothing-open', prompt: { ...digestSample, rows: [], unreadable: [], readyToClose: [] } },
  { name: 'digest-ready-to-close', prompt: { ...digestSample, rows: [], unreadable: [] } },
  { name: 'health-trouble', prompt: { kind: 'health', state: 'trouble', since: reportedAt, troubles: allTroubles, zone, asOf } },
  { name: 'health-over', prompt: { kind: 'health', state: 'over', since: reportedAt, troubles: [], zone, asOf } },
  {
    name: 'export-offer-case',
    prompt: {
      ...{ kind: 'exportOffer', scope: { caseId: here.caseId, number }, code: '4821 0937', until: dueBy, zone },
      url: 'https://fristwacht.example.org/files/Qm9CaXQ2b0x5dFJhbmRvbVRva2VuMDEyMzQ1Njc4OTA',
    },
  },
  {
    name: 'export-offer-span',
    prompt: {
      ...{ kind: 'exportOffer', scope: { from: '2026-01-01', until: '2026-03-31' }, code: '0937 4821', until: dueBy, zone },
      url: 'https://fristwacht.example.org/files/Qm9CaXQ2b0x5dFJhbmRvbVRva2VuMDEyMzQ1Njc4OTA',
    },
  },
  {
    name: 'export-offer-notice',
    prompt: {
      ...{
        kind: 'exportOffer',
        scope: { caseId: here.caseId, number, duty: authorityDuty.id },
        code: '2048 4096',
        until: dueBy,
        zone,
      },
      url: 'https://fristwacht.example.org/files/Qm9CaXQ2b0x5dFJhbmRvbVRva2VuMDEyMzQ1Njc4OTA',
    },
  },
  { name: 'export-posted', prompt: { kind: 'exportPosted', scope: {} } },
  { name: 'status-well', prompt: { kind: 'status', zone, status: statusSample } },
  {
    name: 'status-trouble',
    prompt: {
      ...{ kind: 'status', zone },
      status: {
        ...{ asOf, instances: 0, openCases: 1, openDuties: 1, waiting: 2, troubles: allTroubles },
        lastFailure: { at: reportedAt, what: 'registerUnavailable' },
      },
    },
  },
];

export const samplePrompts: readonly SamplePrompt[] = [
  ...forAnybody,
  ...recordedSamples,
  ...escalationSamples,
  ...absenceSamples,
  ...forTheOffice,
  ...formSamples,
  ...ofTheOrganisation,
  ...refusalSamples,
];
