import fc from 'fast-check';
import { HINT_ANSWERS } from '../../src/breach/decideReport.ts';
import type { BreachEvent, BreachEventOf, Decision, NeighbourAnswer, RecordedDuty } from '../../src/breach/events.ts';
import { caseId, caseNumber, type PersonId, personId } from '../../src/breach/identifiers.ts';
import { FACT_NAMES } from '../../src/rules/facts.ts';
import type { Instant } from '../../src/rules/instant.ts';
import type { Neighbour } from '../../src/rules/neighbours/neighbour.ts';
import { hoursAfterNine } from './sampleWrites.ts';

/** Stands in every text, name and person below: where it turns up, something got out. */
export const SECRET = 'Geheimnis';

/** A text with hard corners: quotes, control characters, half and whole emoji, what looks like a field or a path. */
const text = fc
  .tuple(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom('', '"', '0/text', '__proto__', '🙈', 'ß\u2028'))
  .map(([random, corner]) => `${random.toWellFormed()}${SECRET}${corner}`);
const person: fc.Arbitrary<PersonId> = text.map((name) => personId(`desk:${name}`));
const moment: fc.Arbitrary<Instant> = fc.integer({ min: 0, max: 10_000 }).map(hoursAfterNine);
const number = fc.integer({ min: 1, max: 20_000 }).map((ordinal) => caseNumber('DP', 2026, ordinal));
const id = fc.constantFrom('d-1', 'id-2', '0190b2c4');
const duty: fc.Arbitrary<RecordedDuty> = fc.record(
  {
    id: fc.constantFrom('art33-1:self:de-nw', 'neighbour:self:contract.hoster/notice/customer'),
    kind: fc.constantFrom('art33-1', 'art34-1', 'neighbour'),
    owedBy: fc.constant('self'),
    recipient: fc.constant('de-nw'),
    status: fc.constantFrom('owed', 'presumed', 'not-owed'),
    startsAt: moment,
    dueBy: moment,
  },
  { requiredKeys: ['id', 'kind', 'owedBy', 'recipient', 'status', 'startsAt'] },
);
const neighbour: fc.Arbitrary<Neighbour> = fc.record(
  { id: fc.constant('contract.hoster'), regime: fc.constant('contract'), name: text, hours: fc.constantFrom(24, 72) },
  { requiredKeys: ['id', 'regime'] },
);
const neighbourAnswer: fc.Arbitrary<NeighbourAnswer> = fc.oneof(
  fc.record({ kind: fc.constant('applies' as const), startsAt: moment, awareAt: moment }),
  fc.constantFrom({ kind: 'not-applicable' as const }, { kind: 'unknown' as const }),
);
const decision: fc.Arbitrary<Decision> = fc.oneof(
  fc.record({ kind: fc.constant('awareness' as const), controller: fc.constant('self'), moment }),
  fc.record({ kind: fc.constant('no-breach' as const), againstAssessment: fc.boolean() }),
  fc.record({ kind: fc.constant('exception' as const), duties: fc.array(id), ground: fc.constant('art34-3-a' as const) }),
  fc.record({ kind: fc.constant('not-notifying' as const), duties: fc.array(id), againstAssessment: fc.boolean() }),
);
const source: fc.Arbitrary<BreachEventOf<'BreachReported'>['source']> = fc.oneof(
  fc.constant({ by: 'self' as const }),
  fc.record({ by: fc.constantFrom('telephone', 'email'), toldAt: moment, informant: text }),
);
const fact = fc.constantFrom(...FACT_NAMES);

type FieldsOf<Event> = Event extends BreachEvent ? Omit<Event, 'type' | 'at' | 'by'> : never;

/** One generator for each kind of event: a kind that is added does not compile until it has one. */
const FIELDS: { readonly [Type in BreachEvent['type']]: fc.Arbitrary<FieldsOf<BreachEventOf<Type>>> } = {
  BreachReported: fc.record({
    number: fc.constant(caseNumber('DP', 2026, 1)),
    text,
    noticedAt: moment,
    reporter: person,
    reporterName: text,
    language: fc.constantFrom('de', 'en'),
    source,
  }),
  ReportAdded: fc.record({ text, authorName: text }),
  HintGiven: fc.oneof(
    fc.record({ hint: fc.constant('incident' as const), answer: fc.oneof(text, fc.constantFrom(...HINT_ANSWERS.incident)) }),
    fc.record({ hint: fc.constantFrom('contained', 'concerned'), answer: text }),
  ),
  DataSetRecorded: fc.record(
    {
      dataSet: id,
      label: text,
      controller: fc.constant('self'),
      role: fc.constantFrom('controller', 'processor', 'unknown'),
      reasons: text,
      jointWith: fc.array(fc.constantFrom('north', 'south')),
      notifier: fc.constant('north'),
      worksFor: fc.constant('south'),
      residence: fc.array(fc.constantFrom('FR', 'DE-NW')),
    },
    { requiredKeys: ['dataSet', 'label', 'controller', 'role'] },
  ),
  FactAnswered: fc.record({ dataSet: id, fact, answer: text }, { requiredKeys: ['fact', 'answer'] }),
  FactCorrected: fc.record(
    { dataSet: id, fact, answer: text, before: text, reasons: text },
    { requiredKeys: ['fact', 'answer', 'before', 'reasons'] },
  ),
  TimeRecorded: fc.record({ time: fc.constantFrom('occurred', 'noticed'), moment, source: text, reasons: text }),
  AssessmentRecorded: fc.record({
    ruleSet: fc.constant('2026-11'),
    risk: fc.constantFrom('unlikely', 'low', 'risk', 'high'),
    duties: fc.array(duty, { maxLength: 3 }),
    openFacts: fc.nat(9),
    contradictions: fc.array(fc.record({ first: id, second: id }), { maxLength: 2 }),
  }),
  DutyNeverApplied: fc.record({ duty: id }),
  DutyReopened: fc.record({ duty: id, cause: fc.constantFrom('assessment-worsened', 'case-reopened') }),
  FollowUpOpened: fc.record({ duty }),
  NeighbourAsked: fc.record({ neighbour, zone: fc.constant('Europe/Berlin'), duty }),
  NeighbourAnswered: fc.record({ neighbour: id, answer: neighbourAnswer, reasons: text, decidedBy: text }),
  SecondOpinionAnswered: fc.record({
    method: fc.constantFrom('enisa-2013', 'dsk-kp-18'),
    answers: fc.record({ simple: fc.constantFrom('1', '2'), dskSeverity: fc.constant('great') }, { requiredKeys: [] }),
  }),
  NeighbourStageOpened: fc.record({ duty }),
  DecisionRecorded: fc.record({
    decisionId: id,
    decision,
    reasons: text,
    decidedBy: text,
    dpoAdvice: text,
    counts: fc.boolean(),
  }),
  DecisionConfirmed: fc.record({ decisionId: id, complete: fc.boolean() }),
  DecisionWithdrawn: fc.record({ decisionId: id, reasons: text }),
  NoticeRecorded: fc.record({
    duty: id,
    sentAt: moment,
    to: text,
    means: text,
    reference: text,
    missing: fc.oneof(fc.constant(''), text),
    late: fc.boolean(),
    reasonsForDelay: text,
  }),
  NoticeFieldAnswered: fc.record({
    field: fc.constantFrom('incidentDescription', 'priorDetail'),
    answer: fc.constantFrom('said', 'to-be-determined'),
    value: text,
  }),
  GroupCounted: fc.record({
    group: fc.constantFrom('customers', 'minors'),
    kind: fc.constantFrom('exact', 'to-be-determined'),
    count: text,
    detail: text,
  }),
  MeasureExplained: fc.record({ measureId: id, against: text, effect: text }),
  AuthorityQuestionReceived: fc.record({ questionId: id, duty: id, text, receivedAt: moment, dueBy: moment }),
  AuthorityQuestionAnswered: fc.record({ questionId: id, sentAt: moment, means: text, proof: text }),
  ToldInAdvance: fc.record({ duty: id, toldAt: moment, spokeWith: text, note: text }),
  ReferenceReceived: fc.record({ duty: id, reference: text, receivedAt: moment }),
  ControllerListed: fc.record({
    controller: id,
    name: text,
    contact: text,
    hours: fc.constantFrom(24, 36),
    confidentiality: text,
  }),
  RecordCompleted: fc.record({ duty: id, facts: text, effects: text, remedialAction: text }),
  CaseAcknowledged: fc.record({ until: moment }),
  MeasurePlanned: fc.record({ measureId: id, text, dueBy: moment, owner: text }),
  MeasureFinished: fc.record({ measureId: id, note: text }),
  QuestionAskedOfPerson: fc.record({ questionId: id, person, text }),
  PersonAnswered: fc.record({ questionId: id, text, authorName: text }),
  ReporterTold: fc.record({ outcome: fc.constantFrom('being-handled', 'handled', 'no-breach') }),
  PersonExcluded: fc.record({ person, reasons: text }),
  PersonReadmitted: fc.record({ person, reasons: text }),
  DuplicateJoined: fc.record({ duplicate: fc.constant(caseId('c-9')), duplicateNumber: number, earliestNamed: moment }),
  JoinedInto: fc.record({ main: fc.constant(caseId('c-9')), mainNumber: number }),
  CaseClosed: fc.record({ note: text }),
  CaseReopened: fc.record({ reasons: text }),
  TextErased: fc.record({ sequence: fc.integer({ min: 5000, max: 9000 }), part: fc.constantFrom('0/text', 'by'), reasons: text }),
  RetentionExtended: fc.record({ until: moment, reasons: text }),
  CaseErased: fc.record({ retention: text, reasons: text }),
};

export const EVENT_TYPES = Object.keys(FIELDS) as readonly BreachEvent['type'][];

/** Any event of this kind, full of secrets. */
export const eventOfType = (type: BreachEvent['type']): fc.Arbitrary<BreachEvent> =>
  fc
    .tuple(moment, person, FIELDS[type] as fc.Arbitrary<object>)
    .map(([at, by, fields]) => ({ type, at, by, ...fields }) as BreachEvent);

export const randomEvent: fc.Arbitrary<BreachEvent> = fc.oneof(...EVENT_TYPES.map(eventOfType));
