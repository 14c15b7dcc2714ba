import type { CaseRecord, DecisionState, DutyState } from '../breach/breachCase.ts';
import { dutyById, isNeighbouring, mayEnd, openDuties, openMeasures, unconfirmedDecisions } from '../breach/duties.ts';
import type { CaseId, PersonId } from '../breach/identifiers.ts';
import { takesProgress } from '../breach/neighbourCourse.ts';
import { localYear, retentionEnd, retentionPeriod } from '../breach/retention.ts';
import type { Lang, Text } from '../law/sources.ts';
import type { Instant } from '../rules/instant.ts';
import { PROFILES } from '../rules/profiles/profiles.ts';
import { settledInputs } from '../rules/severity/settledInputs.ts';
import { SEVERITY_INPUTS } from '../rules/severity/severityInputs.ts';
import { placeName, recipientName } from '../words/recipients.ts';
import { wordsOf } from '../words/wordsOf.ts';
import type { FormKind } from './action.ts';
import { awarenessProposal } from './awarenessProposal.ts';
import { personName, type PeopleSetting } from './caseDetails.ts';
import { type Part, PARTS } from './dataSetPart.ts';
import { ALL_DUTIES, FORMS, isCalledFor, NEW_DATA_SET, type ChoiceSource, type FieldDefinition } from './forms.ts';
import { neighbourLabel, neighbourQuestion, variantChoices } from './neighbourLabel.ts';
import {
  groupCounts,
  measuresToExplain,
  noticeKinds,
  openAuthorityQuestions,
  personGroups,
  proofs,
  takesNotice,
} from './noticeChoices.ts';
import type { FieldFault, FormField, FormPrompt, FormValues, Warning } from './prompt.ts';

type Choice = NonNullable<FormField['choices']>[number];
/** One text of the case that can be erased by itself, as the register names its place. */
export type ErasableChoice = {
  readonly sequence: number;
  readonly part: string;
  readonly kind: string;
  readonly text: string;
  readonly at: Instant;
};
export type InHand = {
  readonly record: CaseRecord | undefined;
  readonly organisation: PeopleSetting;
  /** Asked for only where a text is to be erased. */
  readonly erasable?: readonly ErasableChoice[];
};

/** A form with what was typed so far and what is to be put right. */
export function formPrompt(of: {
  readonly form: FormKind;
  readonly caseId?: CaseId | undefined;
  readonly record?: CaseRecord | undefined;
  readonly organisation: PeopleSetting;
  readonly values: FormValues;
  readonly faults?: readonly FieldFault[];
  readonly warnings?: readonly Warning[];
  readonly erasable?: readonly ErasableChoice[];
}): FormPrompt {
  const { form, caseId, record, organisation, values, faults = [], warnings = [], erasable = [] } = of;
  const inHand: InHand = { record, organisation, erasable };
  const proposal = form === 'awareness' && record ? awarenessProposal(record) : undefined;
  const shown = FORMS[form].filter((field) => isShown(field, inHand, values, faults));
  return {
    kind: 'form',
    form,
    ...(caseId === undefined ? {} : { caseId }),
    ...(record ? { number: record.number } : {}),
    zone: organisation.timeZone,
    fields: shown.map((field) => formField(field, inHand)),
    values: { ...onlyChoices(shown, inHand), ...values },
    faults,
    warnings,
    ...(proposal === undefined ? {} : { proposal }),
    ...(form === 'eraseCase' || form === 'extendRetention' ? retentionShown(inHand) : {}),
  };
}

/** Where there is only one to choose, it is not asked for; what only a fault calls for is shown from then on. */
function isShown(field: FieldDefinition, inHand: InHand, values: FormValues, faults: readonly FieldFault[]): boolean {
  if (field.choices === 'severityAnswers') return isUnsettled(field, inHand, values);
  if (field.onlyWhenSeveral) return choicesOf(field, inHand).length > 1;
  if (field.onlyWhenAny) return choicesOf(field, inHand).length > 0;
  if (field.onlyWhereOffered) return choicesOf({ ...field, choices: field.onlyWhereOffered }, inHand).length > 0;
  if (field.onlyWith) return isCalledFor(field, values) || faults.some((fault) => fault.field === field.name);
  if (field.onlyOnFault) return (values[field.name] ?? '') !== '' || faults.some((fault) => fault.field === field.name);
  return true;
}

/** Where one thing must be chosen and there is only one, it is chosen already. */
function onlyChoices(shown: readonly FieldDefinition[], inHand: InHand): FormValues {
  const chosen = shown.flatMap((field) => {
    const [only, ...others] = field.required ? choicesOf(field, inHand) : [];
    return only !== undefined && others.length === 0 ? [[field.name, only.id] as const] : [];
  });
  return Object.fromEntries(chosen);
}

function formField(field: FieldDefinition, inHand: InHand): FormField {
  const { name, input, required } = field;
  const beside = name === 'missing' && mayBeProgress(inHand) ? ({ beside: 'progressReport' } as const) : {};
  return field.choices === undefined
    ? { name, input, required, ...beside }
    : { name, input, required, choices: choicesOf(field, inHand) };
}

/** Said only where a report is open that an answer to „what is still missing?“ would make a progress report. */
const mayBeProgress = ({ record }: InHand): boolean =>
  record !== undefined && openDuties(record).some((duty) => duty.kind === 'neighbour' && takesProgress(duty, record));

/** The first thing that this form would have to choose and that this case does not offer; undefined where the form can be filled. */
export function nothingToChoose(form: FormKind, inHand: InHand): ChoiceSource | undefined {
  const empty = FORMS[form].find(
    (field) =>
      field.required && field.onlyWith === undefined && field.choices !== undefined && choicesOf(field, inHand).length === 0,
  );
  return typeof empty?.choices === 'string' ? empty.choices : undefined;
}

/** What can be chosen in this field, of this case; empty for a field that is typed. */
export function choicesOf({ name, choices }: FieldDefinition, inHand: InHand): readonly Choice[] {
  if (choices === undefined) return [];
  if (choices === 'severityAnswers') return severityChoices(name);
  return typeof choices === 'string' ? choicesFrom(choices, inHand) : choices.map((id) => ({ id }));
}

/** What a method asks for and the facts settle already need not be asked again, unless somebody said otherwise. */
function isUnsettled({ name }: FieldDefinition, { record }: InHand, values: FormValues): boolean {
  const settled: Readonly<Record<string, unknown>> = record ? settledInputs(record) : {};
  return settled[name] === undefined || (values[name] ?? '') !== '';
}

const severityChoices = (name: string): readonly Choice[] =>
  Object.entries(SEVERITY_INPUTS)
    .filter(([input]) => input === name)
    .flatMap(([, { labels }]) => Object.entries(labels).map(([id, label]) => ({ id, label })));

const same = (text: string): Text => ({ de: text, en: text });
const dataSetName = (label: string): Text => ({ de: wordsOf('de').dataSetName(label), en: wordsOf('en').dataSetName(label) });

/** Until when the case is kept, and the reason where the configuration gives one. */
function retentionShown({ record, organisation }: InHand): Pick<FormPrompt, 'retention'> {
  const until = record && retentionEnd(record, organisation);
  if (record === undefined || until === undefined) return {};
  return { retention: { until, reasons: retentionPeriod(record, organisation).reasons } };
}

function choicesFrom(
  source: Exclude<ChoiceSource, 'severityAnswers'>,
  { record, organisation, erasable = [] }: InHand,
): readonly Choice[] {
  const { controllers } = organisation;
  if (source === 'controllers') return controllers.map(({ id, name }) => ({ id, label: same(name) }));
  if (source === 'otherControllers') return othersThan(organisation.self, organisation);
  if (source === 'parts') return PARTS.filter((part) => isPossible(part, organisation)).map((id) => ({ id }));
  if (source === 'residences') return residences(organisation);
  if (source === 'profiles') return profiles(organisation);
  if (source === 'personGroups') return personGroups;
  if (source === 'groupCounts') return groupCounts;
  if (!record) return [];
  switch (source) {
    case 'dutiesToDecline':
      return orAll(dutyChoices(record, organisation, ({ kind, end }) => !end && mayEnd('not-notifying', kind)));
    case 'dutiesToExcept':
      return orAll(dutyChoices(record, organisation, ({ kind, end }) => !end && mayEnd('exception', kind)));
    case 'dutiesToNotify':
      return dutyChoices(record, organisation, (duty) => takesNotice(duty, record));
    case 'dutiesToAuthorities':
      return dutyChoices(record, organisation, ({ kind, end }) => kind === 'art33-1' && end?.how !== 'never-applied');
    case 'openAuthorityQuestions':
      return openAuthorityQuestions(record);
    case 'measuresToExplain':
      return measuresToExplain(record);
    case 'noticeKinds':
      return noticeKinds(record);
    case 'proofs':
      return proofs(record);
    case 'dutiesToRecord':
      return dutyChoices(record, organisation, ({ kind, end }) => kind === 'art33-5' && end?.how !== 'never-applied');
    case 'neighbours':
      return neighbourChoices(record);
    case 'neighbourVariants':
      return record.neighbours.flatMap(({ neighbour }) => variantChoices(neighbour));
    case 'decisionsPending':
      return unconfirmedDecisions(record).map((decision) => decisionChoice(decision, organisation));
    case 'dataSets':
      return [...record.dataSets.map(({ id, label }) => ({ id, label: dataSetName(label) })), { id: NEW_DATA_SET }];
    case 'openMeasures':
      return openMeasures(record).map(({ measureId, text }) => ({ id: measureId, label: same(text) }));
    case 'personsToAsk':
    case 'personsToExclude':
      return personChoices(record, organisation, (person) => !record.excluded.includes(person));
    case 'personsExcluded':
      return personChoices(record, organisation, (person) => record.excluded.includes(person));
    case 'laterYears':
      return laterYears(record, organisation);
    case 'erasableTexts':
      return erasable.map((each) => erasableChoice(each, organisation));
  }
}

const MOST_YEARS_LATER = 10;

/** The years to whose end a case can be kept; the one it is kept to by a decision comes first, so that saying it twice is no fault. */
function laterYears(record: CaseRecord, organisation: PeopleSetting): readonly Choice[] {
  const end = retentionEnd(record, organisation);
  if (end === undefined) return [];
  const last = localYear(end, organisation.timeZone);
  const from = record.retainUntil === end ? last : last + 1;
  return Array.from({ length: MOST_YEARS_LATER }, (_, count) => String(from + count)).map((year) => ({
    id: year,
    label: { de: wordsOf('de').endOfYear(year), en: wordsOf('en').endOfYear(year) },
  }));
}

const SHORTEST_EXCERPT = 60;

/** What it is, when it was written, and how it begins, so that a person finds it again. */
function erasableChoice({ sequence, part, kind, text: written, at }: ErasableChoice, organisation: PeopleSetting): Choice {
  const { timeZone, persons } = organisation;
  const text = kind === 'askedPerson' ? (persons.find(({ id }) => id === written)?.name ?? written) : written;
  const excerpt = text.length > SHORTEST_EXCERPT ? `${text.slice(0, SHORTEST_EXCERPT).trimEnd()} …` : text;
  const name = (language: Lang): string => {
    const { erasable, moment } = wordsOf(language);
    return erasable(kind, moment(at, timeZone), excerpt.replace(/\s+/g, ' '));
  };
  return { id: `${sequence} ${part}`, label: { de: name('de'), en: name('en') } };
}

const othersThan = (self: string | undefined, { controllers }: PeopleSetting): readonly Choice[] =>
  controllers.filter(({ id }) => id !== self).map(({ id, name }) => ({ id, label: same(name) }));

/** Whom a part needs beside us must be configured, or nobody could be named. */
function isPossible(part: Part, organisation: PeopleSetting): boolean {
  const others = othersThan(organisation.self, organisation).length;
  if (part === 'joint') return others > 0;
  return part === 'subProcessor' || part === 'processorForJoint' ? others > 1 : true;
}

/** Asked only where a controller has no main establishment in the EEA: then every place has an authority of its own. */
const residences = ({ controllers }: PeopleSetting): readonly Choice[] =>
  [...new Set(controllers.flatMap(({ authorities = [] }) => authorities.map(({ persons }) => persons)))].map((id) => ({
    id,
    label: { de: placeName(id, 'de'), en: placeName(id, 'en') },
  }));

/** Offered where the configuration names no law for some controller: every law that can hold in its country. */
function profiles({ controllers }: PeopleSetting): readonly Choice[] {
  const countries = controllers.flatMap(({ country, profile }) =>
    profile === undefined && country !== undefined ? [country] : [],
  );
  if (countries.length === 0) return [];
  return Object.values(PROFILES)
    .filter((law) => law.countries === undefined || law.countries.some((country) => countries.includes(country)))
    .map(({ id, name }) => ({ id, label: name }));
}

/** What nobody has answered yet stands first; an answer may be corrected. */
function neighbourChoices(record: CaseRecord): readonly Choice[] {
  // What the rules say by a profile is no question any more.
  const neighbours = record.neighbours.filter(({ question }) => dutyById(record, question)?.end?.how !== 'never-applied');
  const isOpen = ({ answered }: CaseRecord['neighbours'][number]) => answered === undefined || answered.answer.kind === 'unknown';
  const openFirst = [...neighbours.filter(isOpen), ...neighbours.filter((state) => !isOpen(state))];
  return openFirst.map(({ neighbour }) => ({ id: neighbour.id, label: neighbourQuestion(neighbour) }));
}

const orAll = (duties: readonly Choice[]): readonly Choice[] => (duties.length > 1 ? [...duties, { id: ALL_DUTIES }] : duties);

function dutyChoices(
  record: CaseRecord,
  organisation: PeopleSetting,
  isOffered: (duty: DutyState) => boolean,
): readonly Choice[] {
  const offered = record.duties.filter(isOffered);
  const open = openDuties(record);
  const openFirst = [...offered.filter((duty) => open.includes(duty)), ...offered.filter((duty) => !open.includes(duty))];
  return openFirst.map((duty) => ({
    id: duty.id,
    label: { de: dutyName(duty, record, organisation, 'de'), en: dutyName(duty, record, organisation, 'en') },
  }));
}

/** The recipient is named where the kind alone would not say which of two is meant, and always where it is another controller. */
function dutyName(duty: DutyState, record: CaseRecord, { controllers, neighbours = [] }: PeopleSetting, language: Lang): string {
  const { kind, recipient, owedBy } = duty;
  const neighbour = isNeighbouring(kind) ? neighbourLabel(duty, neighbours) : undefined;
  if (neighbour?.to !== undefined) return `${neighbour.name[language]} – ${neighbour.to[language]}`;
  const { short } = wordsOf(language).duties[kind];
  const nameOf = (id: string) => controllers.find((controller) => controller.id === id)?.name;
  const isOneOfSeveral = record.duties.some((other) => other.kind === kind && other.recipient !== recipient);
  const to = isOneOfSeveral || kind === 'art33-2' ? `: ${nameOf(recipient) ?? recipientName(kind, recipient, language)}` : '';
  return controllers.length > 1 ? `${short}${to} (${nameOf(owedBy) ?? owedBy})` : `${short}${to}`;
}

/** Everybody the configuration names, and whoever reported. */
function personChoices(
  record: CaseRecord,
  organisation: PeopleSetting,
  isOffered: (person: PersonId) => boolean,
): readonly Choice[] {
  const known = [...new Set([...organisation.persons.map(({ id }) => id), record.reporter, ...record.excluded])];
  return known.filter(isOffered).map((id) => ({ id, label: same(personName(id, record, organisation)) }));
}

/** What was decided and when it was recorded; two decisions of one kind are told apart by the time. */
function decisionChoice({ decisionId, decision, recordedAt }: DecisionState, { timeZone }: PeopleSetting): Choice {
  const name = (language: Lang): string => {
    const { decisions, moment } = wordsOf(language);
    return `${decisions[decision.kind]} (${moment(recordedAt, timeZone)})`;
  };
  return { id: decisionId, label: { de: name('de'), en: name('en') } };
}
