// What the record itself says of the fields of a notice, or lets one propose. A proposal is a draft: it never goes out unread.
import type { CaseRecord, DutyState } from '../breach/breachCase.ts';
import { isNoticeTask } from '../breach/decideNotices.ts';
import { dutyById, noticesTo } from '../breach/duties.ts';
import type { BreachEvent } from '../breach/events.ts';
import { isCount, SPECIAL_CATEGORIES, type DataCategory, type NoticeChoice } from '../breach/noticeFields.ts';
import { lastNamed } from '../breach/times.ts';
import type { Text } from '../law/sources.ts';
import { controllersOf, FACTS, UNKNOWN, type FactName } from '../rules/facts.ts';
import type { Instant } from '../rules/instant.ts';
import { wordsOf } from '../words/wordsOf.ts';
import { NOTICE_KIND_WORDS } from '../words/noticeWords.ts';
import type { FieldId } from './fieldTable.ts';
import type { FieldValue, Goal } from './fieldValue.ts';
import { likelyImpacts, natureOf } from './likelyConsequences.ts';
import type { FieldSource, NoticeInput } from './noticeFields.ts';

type DerivedField = {
  readonly state: 'known' | 'proposed';
  readonly value: FieldValue;
  readonly source: FieldSource;
  readonly by?: string;
  readonly at?: Instant;
};
export type Derived = Readonly<Partial<Record<FieldId, DerivedField>>>;
type Mutable = Partial<Record<FieldId, DerivedField>>;

const text = (written: string): FieldValue => ({ kind: 'text', text: written });
const words = (both: Text): FieldValue => ({ kind: 'words', words: both });
const choices = (...chosen: readonly NoticeChoice[]): FieldValue => ({ kind: 'choices', choices: chosen });

const known = (source: FieldSource, value: FieldValue, more: Pick<DerivedField, 'by' | 'at'> = {}): DerivedField => ({
  ...{ state: 'known', value, source },
  ...more,
});
const proposed = (source: FieldSource, value: FieldValue, more: Pick<DerivedField, 'by' | 'at'> = {}): DerivedField => ({
  ...{ state: 'proposed', value, source },
  ...more,
});

export function derived(input: NoticeInput): Derived {
  return {
    ...ofNotice(input),
    ...ofSender(input),
    ...ofTimes(input),
    ...ofFacts(input),
    ...ofReport(input),
    ...ofPersons(input),
    ...ofMeasures(input.record),
    ...ofBorders(input),
  };
}

function ofNotice({ record, duty, kind, sender }: NoticeInput): Derived {
  const sent = noticesTo(record, duty);
  const numbered = sent.findLast(({ reference }) => reference !== '');
  const received = sent.findLast(({ receivedAt }) => receivedAt !== undefined);
  const late = sent.find(({ reasonsForDelay }) => reasonsForDelay !== '');
  const called = record.toldInAdvance.find(
    ({ duty: id }) => dutyById(record, id)?.owedBy === duty.owedBy && dutyById(record, id)?.recipient === duty.recipient,
  );
  return {
    noticeKind: known('event', words(NOTICE_KIND_WORDS[kind])),
    internalReference: known('event', text(record.number)),
    authority: known('configuration', words(recipientWords(duty.recipient))),
    ...(numbered && { previousReference: known('event', text(numbered.reference), { at: numbered.recordedAt }) }),
    ...(received?.receivedAt && { previousReceivedAt: known('event', { kind: 'moment', moment: received.receivedAt }) }),
    ...(late && {
      delayReasons: known('event', text(late.reasonsForDelay), { by: sender.nameOf(late.by), at: late.recordedAt }),
    }),
    ...(called && { toldInAdvance: known('event', { kind: 'moment', moment: called.toldAt }) }),
  };
}

const recipientWords = (id: string): Text => ({
  de: wordsOf('de').recipient('art33-1', id),
  en: wordsOf('en').recipient('art33-1', id),
});

const SECTORS = { private: { de: 'privat', en: 'private' }, public: { de: 'öffentlich', en: 'public' } } as const;

function ofSender({ sender }: NoticeInput): Derived {
  const { name, contact, sector, officer, contactPoint } = sender;
  const reached = [contactPoint.name, contactPoint.email, contactPoint.phone].filter((part) => part !== '').join(', ');
  const found: Mutable = { controllerName: known('configuration', text(name)) };
  if (contact !== '') found.controllerContact = known('configuration', text(contact));
  if (sector !== undefined) found.controllerSector = known('configuration', words(SECTORS[sector]));
  if (reached !== '') found.reporterContact = known('configuration', text(reached));
  if (officer === undefined) return found;
  found.dpoDesignated = known('configuration', choices('yes'));
  found.dpoContact = known('configuration', text([officer, reached].filter((part) => part !== '').join(', ')));
  found.reporterName = proposed('configuration', text(officer));
  found.reporterFunction = proposed('configuration', choices('dpo'));
  return found;
}

function ofTimes({ record, duty, sender }: NoticeInput): Derived {
  const found: Mutable = {};
  const awareness = record.awareness[duty.owedBy];
  const decision = record.decisions.find(({ decisionId }) => decisionId === awareness?.decisionId);
  if (awareness !== undefined) {
    const by = decision && { by: sender.nameOf(decision.recordedBy), at: decision.recordedAt };
    found.timeAwareAt = known('decision', { kind: 'moment', moment: awareness.moment }, by);
    if (decision !== undefined && decision.reasons !== '') found.awarenessReasons = known('decision', text(decision.reasons), by);
  } else {
    // Nobody has decided yet; the clock runs from here as a precaution, so the notice says no later moment.
    found.timeAwareAt = proposed('event', { kind: 'moment', moment: record.earliestNamed });
  }
  const occurred = lastNamed(record, 'occurred');
  if (occurred !== undefined) {
    const by = { by: sender.nameOf(occurred.by), at: occurred.recordedAt };
    found.timeKind = proposed('event', choices('day'), by);
    found.timeStart = known('event', { kind: 'moment', moment: occurred.moment }, by);
  }
  const told = lastNamed(record, 'toldByProcessor');
  if (told !== undefined) {
    const by = { by: sender.nameOf(told.by), at: told.recordedAt };
    found.processorInformedAt = known('event', { kind: 'moment', moment: told.moment }, by);
    found.discoveryHow = proposed('event', choices('processor'), by);
  } else {
    found.discoveryHow = proposed('report', choices(record.source.by === 'self' ? 'controller' : 'third-party'));
  }
  return found;
}

/** The data sets this controller answers for. */
const ownDataSets = (record: CaseRecord, { owedBy }: Pick<DutyState, 'owedBy'>): CaseRecord['dataSets'] =>
  record.dataSets.filter((dataSet) => controllersOf(dataSet).includes(owedBy));

/** The answers to one fact over the data sets of this controller, the worst last as the vocabulary orders them; unknown ones apart. */
function answersTo(fact: FactName, { record, duty }: NoticeInput): { readonly worst?: string; readonly isOpen: boolean } {
  const given =
    FACTS[fact].scope === 'incident' ? [record.incident[fact]] : ownDataSets(record, duty).map(({ facts }) => facts[fact]);
  const order = FACTS[fact].answers.map(({ id }) => id);
  const worst = given
    .filter((answer) => answer !== undefined && order.includes(answer))
    .toSorted((one, other) => order.indexOf(other ?? '') - order.indexOf(one ?? ''))[0];
  const isOpen = given.length === 0 || given.some((answer) => answer === undefined || answer === UNKNOWN);
  return { ...(worst !== undefined && { worst }), isOpen };
}

/** Who answered a fact last, and when. */
function answeredBy(fact: FactName, { events, sender }: NoticeInput): Pick<DerivedField, 'by' | 'at'> {
  const isOf = (event: BreachEvent): boolean =>
    (event.type === 'FactAnswered' || event.type === 'FactCorrected') && event.fact === fact;
  const last = events.findLast(isOf);
  return last === undefined ? {} : { by: sender.nameOf(last.by), at: last.at };
}

/** Only what is known for sure in all data sets is known; a worst answer beside an open one is a proposal. */
function fromFact(
  fact: FactName,
  input: NoticeInput,
  value: (answer: string) => FieldValue | undefined,
): DerivedField | undefined {
  const { worst, isOpen } = answersTo(fact, input);
  const found = worst === undefined ? undefined : value(worst);
  if (found === undefined) return undefined;
  return (isOpen ? proposed : known)('fact', found, answeredBy(fact, input));
}

const one =
  (map: Readonly<Record<string, NoticeChoice>>) =>
  (answer: string): FieldValue | undefined =>
    Object.hasOwn(map, answer) && map[answer] !== undefined ? choices(map[answer]) : undefined;

const answerLabel =
  (fact: FactName) =>
  (answer: string): FieldValue | undefined => {
    const label = FACTS[fact].answers.find(({ id }) => id === answer)?.label;
    return label && words(label);
  };

const GOALS = [
  ['access', 'confidentiality'],
  ['alteration', 'integrity'],
  ['availability', 'availability'],
] as const satisfies readonly (readonly [FactName, Goal])[];
const UNHARMED: readonly string[] = ['none', 'unaffected'];

/** Which of the three was hurt, as far as anybody knows; one that is open is not counted in. */
function goalsBroken(input: NoticeInput): readonly Goal[] {
  return GOALS.flatMap(([fact, goal]) => {
    const { worst } = answersTo(fact, input);
    return worst === undefined || UNHARMED.includes(worst) ? [] : [goal];
  });
}

function ofFacts(input: NoticeInput): Derived {
  const found: Mutable = {};
  const put = (id: FieldId, field: DerivedField | undefined): void => {
    if (field !== undefined) found[id] = field;
  };
  const goals = goalsBroken(input);
  const isOpen = GOALS.some(([fact]) => answersTo(fact, input).isOpen);
  if (goals.length > 0)
    found.breachGoals = (isOpen ? proposed : known)('fact', { kind: 'goals', goals }, answeredBy('access', input));
  put('confidentialityKind', fromFact('outflow', input, one(OUTFLOW)));
  put(
    'intelligibility',
    fromFact('encryption', input, (answer) => choices(intelligibility(answer, input))),
  );
  put('availabilityKind', fromFact('availability', input, one(AVAILABILITY)));
  put('integrityKind', fromFact('alteration', input, one({ corrected: 'altered' })));
  put('recipients', fromFact('recipient', input, answerLabel('recipient')));
  put('incidentCause', asProposal(fromFact('recipient', input, one(CAUSES))));
  put('impactSeverity', asProposal(fromFact('effectOnPersons', input, one(SEVERITIES))));
  put('dataDetail', asProposal(fromFact('sensitivity', input, answerLabel('sensitivity'))));
  const effect = asProposal(fromFact('effectOnPersons', input, answerLabel('effectOnPersons')));
  for (const goal of goals) put(CONSEQUENCES[goal], effect);
  return { ...found, ...ofCategories(input) };
}

/** A harm that is only a draft stays one, however sure the facts are. */
const asProposal = (field: DerivedField | undefined): DerivedField | undefined => field && { ...field, state: 'proposed' };

const OUTFLOW = {
  ...({ excluded: 'proven-not', 'no-sign-logged': 'unclear', 'no-sign': 'unclear', shown: 'exfiltrated' } as const),
  misused: 'exfiltrated',
} as const;
const AVAILABILITY = { 'restored-in-time': 'temporary', 'restored-late': 'temporary', lost: 'permanent' } as const;
const CAUSES = { bound: 'internal', known: 'internal', disloyal: 'internal-malicious', criminal: 'external-malicious' } as const;
const SEVERITIES = { none: 'negligible', minor: 'limited', serious: 'substantial', lasting: 'great' } as const;
const CONSEQUENCES = {
  confidentiality: 'consequencesConfidentiality',
  integrity: 'consequencesIntegrity',
  availability: 'consequencesAvailability',
} as const satisfies Record<Goal, FieldId>;

function intelligibility(encryption: string, input: NoticeInput): NoticeChoice {
  if (encryption === 'none') return 'intelligible';
  return encryption === 'state-of-the-art' && answersTo('keySecret', input).worst === 'yes'
    ? 'unintelligible'
    : 'may-be-subverted';
}

function ofCategories(input: NoticeInput): Derived {
  const { record, sender } = input;
  const found: Mutable = {};
  const said = record.noticeFields.dataCategories;
  const categories = said?.answer === 'said' ? (said.value.split(',') as DataCategory[]) : [];
  const special = categories.filter((category) => SPECIAL_CATEGORIES.includes(category));
  if (said !== undefined && special.length > 0)
    found.specialCategories = known('said', choices(...special), { by: sender.nameOf(said.by), at: said.at });
  const impacts = likelyImpacts((fact) => answersTo(fact, input).worst, categories);
  if (impacts.length > 0) found.impacts = proposed('fact', choices(...impacts));
  const risk = record.openFacts > 0 ? proposed : known;
  found.riskOutcome = risk('fact', words(riskWords(record)));
  return found;
}

const riskWords = ({ risk, openFacts }: CaseRecord): Text => {
  const said = { de: wordsOf('de').risks[risk], en: wordsOf('en').risks[risk] };
  return openFacts === 0
    ? said
    : { de: `${said.de} (vorläufig, es fehlen noch Angaben)`, en: `${said.en} (provisional, some facts are missing)` };
};

function ofReport({ record, sender }: NoticeInput): Derived {
  const written = [record.text, ...record.additions.map((addition) => addition.text)].join('\n');
  const by = { by: record.reporterName, at: record.openedAt };
  const nature = natureOf(record.hints.incident);
  const found: Mutable = { incidentDescription: proposed('report', text(written), by) };
  if (nature !== undefined) found.incidentNature = proposed('report', choices(nature), by);
  if (record.hints.incident === 'attack') found.cyberIncident = proposed('report', choices('yes'), by);
  const [group, ...others] = record.groups;
  if (group !== undefined) {
    const last = record.groups.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0] ?? group;
    found.groups = known('said', { kind: 'groups', groups: record.groups }, { by: sender.nameOf(last.by), at: last.at });
  }
  // Two groups may share persons, so only one group alone gives the number of the whole.
  if (group !== undefined && others.length === 0 && isCount(group.count)) {
    const counted = { by: sender.nameOf(group.by), at: group.at };
    found.subjectsNumber = known('said', { kind: 'number', number: group.count }, counted);
    if (group.kind === 'exact' || group.kind === 'approximate')
      found.subjectsNumberKind = known('said', choices(group.kind), counted);
  }
  return found;
}

function ofMeasures(record: CaseRecord): Derived {
  const all = record.measures.filter(({ measureId }) => !isNoticeTask(measureId));
  if (all.length === 0) return {};
  const taken = all.filter(({ finishedAt }) => finishedAt !== undefined);
  const planned = all.filter(({ finishedAt }) => finishedAt === undefined);
  return {
    measuresTaken: known('measure', { kind: 'measures', measures: taken }),
    measuresPlanned: known('measure', { kind: 'measures', measures: planned }),
  };
}

/** What became of the duty to inform the persons. */
function ofPersons({ record, duty, sender }: NoticeInput): Derived {
  const persons = record.duties.find(({ kind, owedBy }) => kind === 'art34-1' && owedBy === duty.owedBy);
  if (persons === undefined) return {};
  const { end } = persons;
  if (end?.how === 'notice') {
    const sent = record.notices.findLast((notice) => notice.duty === persons.id);
    const by = sent && { by: sender.nameOf(sent.by), at: sent.recordedAt };
    return {
      personsStatus: known('event', choices('informed'), by),
      personsInformedAt: known('event', { kind: 'moment', moment: end.sentAt }, by),
    };
  }
  if (end?.how === 'decision') {
    const taken = record.decisions.find(({ decisionId }) => decisionId === end.decisionId);
    const ground = taken?.decision.kind === 'exception' ? taken.decision.ground : undefined;
    const status = ground === undefined ? 'no-high-risk' : ground === 'bdsg-29' ? 'bdsg-29' : 'art34-3';
    const by = taken && { by: sender.nameOf(taken.recordedBy), at: taken.recordedAt };
    return {
      personsStatus: known('decision', choices(status), by),
      ...(taken && { personsExceptionReasons: known('decision', text(taken.reasons), by) }),
    };
  }
  return { personsStatus: proposed('event', choices(persons.status === 'owed' ? 'date-open' : 'under-examination')) };
}

function ofBorders({ record, duty, sender }: NoticeInput): Derived {
  const { competence, country } = sender;
  const found: Mutable = {};
  const residence = ownDataSets(record, duty).flatMap((dataSet) => dataSet.residence ?? []);
  const abroad = residence.some((place) => country !== undefined && place.slice(0, 2) !== country);
  if (competence === 'lead' || competence === 'every-state' || abroad)
    found.crossBorder = proposed('configuration', choices('yes'));
  if (competence === 'lead') found.leadAuthority = known('configuration', words(recipientWords(duty.recipient)));
  return found;
}
