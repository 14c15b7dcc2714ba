// The field model of a notice to an authority: every field of the table with what the record holds of it, where that comes from, who said it
// when, or that it is missing. Derived anew each time; what somebody said for the notice goes before what is derived or proposed.
import type { CaseRecord, DutyState, MeasureState } from '../breach/breachCase.ts';
import { isNoticeTask } from '../breach/decideNotices.ts';
import { noticesTo } from '../breach/duties.ts';
import type { BreachEvent, NoticeKind } from '../breach/events.ts';
import { isNoticeAnswer, isNoticeField, NOTICE_FIELDS, type NoticeFieldName } from '../breach/noticeFields.ts';
import type { NoticeChoice } from '../breach/noticeFields.ts';
import type { Text } from '../law/sources.ts';
import { hoursBetween, instant, type Instant } from '../rules/instant.ts';
import type { FieldValue, Goal } from './fieldValue.ts';
import { FIELD_TABLE, type FieldId, type FieldRow } from './fieldTable.ts';
import type { NoticeSender } from './noticeSender.ts';
import { derived, type Derived } from './derivedFields.ts';

/** Where a value comes from. */
export type FieldSource = 'fact' | 'report' | 'measure' | 'event' | 'decision' | 'configuration' | 'said';

/** Whatever may be said of one field of this notice. `proposed`: drawn from what is known, to be read and changed by a person. */
export type FilledField = {
  readonly id: FieldId;
  readonly row: FieldRow;
  /** Whether this very notice needs it: the first one, or a complete one. */
  readonly needed: 'now' | 'for-complete' | 'no';
} & (
  | {
      readonly state: 'known' | 'proposed';
      readonly value: FieldValue;
      readonly source: FieldSource;
      readonly by?: string;
      readonly at?: Instant;
    }
  | {
      readonly state: 'to-be-determined';
      readonly by: string;
      readonly at: Instant;
      /** Who finds it out, and until when. */
      readonly task?: { readonly owner: string; readonly dueBy: Instant };
    }
  | { readonly state: 'missing' }
);

export type NoticeInput = {
  readonly record: CaseRecord;
  /** All that was recorded, for who said what when. */
  readonly events: readonly BreachEvent[];
  readonly sender: NoticeSender;
  /** The duty this notice belongs to: the notice itself, or its follow-up. */
  readonly duty: Pick<DutyState, 'owedBy' | 'recipient'> & Partial<Pick<DutyState, 'id'>>;
  readonly kind: NoticeKind;
  readonly now: Instant;
};

/** Hours from awareness to this notice beyond which more than a reason is asked for. Not in the statute: practice. */
const LONG_DELAY_HOURS = 7 * 24;
const VERY_LONG_DELAY_HOURS = 30 * 24;

/** What was asked, of the facts and of the record, apart from what people said for the notice. */
export function noticeFields(input: NoticeInput): readonly FilledField[] {
  const drawn = derived(input);
  const valueOf = (id: FieldId): FieldValue | undefined => said(id, input)?.value ?? drawn[id]?.value;
  const applies = conditions(input, valueOf);
  const filled = FIELD_TABLE.map((row): FilledField => ({ ...head(row, input, applies), ...bodyOf(row.id, input, drawn) }));
  const value = { kind: 'words', words: SUBTYPES[subtypeOf(input.kind, filled)] } as const;
  return filled.map((field) => (field.id === 'noticeSubtype' ? { ...field, state: 'known', value, source: 'event' } : field));
}

export type NoticeSubtype = 'complete' | 'incomplete' | 'withdrawal';
const SUBTYPES: Readonly<Record<NoticeSubtype, Text>> = {
  complete: { de: 'vollständig', en: 'complete' },
  incomplete: { de: 'unvollständig (vorläufig)', en: 'incomplete (provisional)' },
  withdrawal: { de: 'Rücknahme', en: 'withdrawal' },
};

/** Nobody chooses it: a notice is complete where nothing it needs is missing. */
export function subtypeOf(kind: NoticeKind, fields: readonly FilledField[]): NoticeSubtype {
  if (kind === 'withdrawal') return 'withdrawal';
  return lackingIn(fields).length === 0 ? 'complete' : 'incomplete';
}

type Body =
  | Pick<Extract<FilledField, { state: 'missing' }>, 'state'>
  | Omit<Extract<FilledField, { state: 'known' | 'proposed' }>, 'id' | 'row' | 'needed'>
  | Omit<Extract<FilledField, { state: 'to-be-determined' }>, 'id' | 'row' | 'needed'>;

function head(
  row: FieldRow,
  { kind }: NoticeInput,
  applies: (id: FieldId) => boolean,
): Pick<FilledField, 'id' | 'row' | 'needed'> {
  const isWithdrawal = kind === 'withdrawal';
  const needed = {
    first: isWithdrawal && !OF_EVERY_NOTICE.includes(row.id) ? 'no' : 'now',
    complete: isWithdrawal ? 'no' : 'for-complete',
    conditional: applies(row.id) ? 'now' : 'no',
    form: 'no',
  } as const;
  return { id: row.id, row, needed: needed[row.need] };
}

/** What even a withdrawal says. */
const OF_EVERY_NOTICE: readonly FieldId[] = [
  ...(['noticeKind', 'noticeSubtype', 'authority', 'controllerName', 'controllerAddress', 'controllerContact'] as const),
  ...(['reporterName', 'reporterFunction', 'reporterContact'] as const),
];

function bodyOf(id: FieldId, input: NoticeInput, drawn: Derived): Body {
  const stated = said(id, input);
  if (stated !== undefined) return { state: 'known', source: 'said', ...stated };
  const open = openOf(id, input);
  const found = drawn[id];
  // What somebody says is open is open, unless the record has come to know it.
  if (open !== undefined && found?.state !== 'known') return open;
  return found ?? { state: 'missing' };
}

function said(id: FieldId, { record, sender }: NoticeInput): { value: FieldValue; by: string; at: Instant } | undefined {
  if (!isNoticeField(id)) return undefined;
  const known = record.noticeFields[id];
  // A value that was erased, or that another version wrote, is no answer any more.
  if (known?.answer !== 'said' || !isNoticeAnswer(id, known.value)) return undefined;
  return { value: valueFrom(id, known.value), by: sender.nameOf(known.by), at: known.at };
}

function valueFrom(field: NoticeFieldName, value: string): FieldValue {
  switch (NOTICE_FIELDS[field].input) {
    case 'text':
      return { kind: 'text', text: value };
    case 'number':
      return { kind: 'number', number: value };
    case 'moment':
      return { kind: 'moment', moment: instant(value) };
    case 'choice':
    case 'choices':
      return { kind: 'choices', choices: value.split(',') as NoticeChoice[] };
  }
}

function openOf(id: FieldId, { record, sender }: NoticeInput): Extract<Body, { state: 'to-be-determined' }> | undefined {
  if (!isNoticeField(id)) return undefined;
  const known = record.noticeFields[id];
  if (known?.answer !== 'to-be-determined') return undefined;
  const task = openTask(`notice:field/${id}`, record.measures);
  return { state: 'to-be-determined', by: sender.nameOf(known.by), at: known.at, ...(task && { task }) };
}

const openTask = (base: string, measures: readonly MeasureState[]) => {
  const found = measures.find(
    ({ measureId, finishedAt }) =>
      isNoticeTask(measureId) && finishedAt === undefined && (measureId === base || measureId.startsWith(`${base}#`)),
  );
  return found && { owner: found.owner, dueBy: found.dueBy };
};

/** How many hours after awareness this notice goes out, where it is the first one and late; else how late the first one was. */
export function hoursOfDelay({
  record,
  duty,
  now,
}: Pick<NoticeInput, 'record' | 'duty' | 'now'>): { readonly hours: number; readonly dueBy: Instant } | undefined {
  const owed = record.duties.find(({ id }) => id === `art33-1:${duty.owedBy}:${duty.recipient}`);
  const clock = owed?.clocks.at(-1);
  const sentAt = noticesTo(record, duty)[0]?.sentAt ?? now;
  if (clock?.dueBy === undefined || sentAt <= clock.dueBy) return undefined;
  return { hours: hoursBetween(clock.startsAt, sentAt), dueBy: clock.dueBy };
}

/** The fields that are needed beside certain answers, and only there. */
function conditions(input: NoticeInput, valueOf: (id: FieldId) => FieldValue | undefined): (id: FieldId) => boolean {
  const has = (id: FieldId, ...wanted: readonly string[]): boolean => {
    const value = valueOf(id);
    return value?.kind === 'choices' && value.choices.some((choice) => wanted.includes(choice));
  };
  const breaks = (goal: Goal): boolean => {
    const value = valueOf('breachGoals');
    return value?.kind === 'goals' && value.goals.includes(goal);
  };
  const { record, duty, kind, sender } = input;
  const delay = hoursOfDelay(input)?.hours ?? 0;
  const hasEarlier = noticesTo(record, duty).length > 0;
  const isCrossBorder = has('crossBorder', 'yes');
  const holds: Partial<Record<FieldId, boolean>> = {
    withdrawalReasons: kind === 'withdrawal',
    correctionReasons: kind === 'correction',
    previousReference: hasEarlier,
    previousReceivedAt: hasEarlier && noticesTo(record, duty).some(({ receivedAt }) => receivedAt !== undefined),
    dpoContact: !has('dpoDesignated', 'no'),
    contactPoint: has('dpoDesignated', 'no'),
    euRepresentative: sender.competence === 'every-state',
    processorInformedAt: has('discoveryHow', 'processor'),
    timeStart: has('timeKind', 'day', 'range', 'ongoing'),
    timeEnd: has('timeKind', 'range'),
    delayReasons: delay > 0,
    delayCourse: delay > LONG_DELAY_HOURS,
    delayCircumstances: delay > VERY_LONG_DELAY_HOURS,
    confidentialityKind: breaks('confidentiality'),
    intelligibility: breaks('confidentiality'),
    consequencesConfidentiality: breaks('confidentiality'),
    integrityKind: breaks('integrity'),
    consequencesIntegrity: breaks('integrity'),
    availabilityKind: breaks('availability'),
    consequencesAvailability: breaks('availability'),
    subjectsNumber: has('subjectsNumberKind', 'exact', 'approximate'),
    recordsNumber: has('recordsNumberKind', 'exact', 'approximate'),
    personsInformedAt: has('personsStatus', 'informed'),
    personsPlannedFor: has('personsStatus', 'date-set'),
    personsExceptionReasons: has('personsStatus', 'art34-3', 'bdsg-29', 'no-high-risk'),
    personsInformedNumber: has('personsStatus', 'informed'),
    personsChannel: has('personsStatus', 'informed'),
    personsContent: has('personsStatus', 'informed'),
    leadAuthority: isCrossBorder && sender.competence === 'lead',
    establishments: isCrossBorder,
    countriesConcerned: isCrossBorder,
    otherAuthoritiesNotified: isCrossBorder && sender.competence === 'every-state',
  };
  return (id) => (kind === 'withdrawal' ? WITHDRAWN.includes(id) && holds[id] === true : holds[id] === true);
}

/** Of what is needed beside certain answers, a withdrawal needs only this. */
const WITHDRAWN: readonly FieldId[] = ['withdrawalReasons', 'previousReference', 'previousReceivedAt'];

/** What this notice still lacks to be complete: it may go out all the same, and says so. */
export const lackingIn = (fields: readonly FilledField[]): readonly FilledField[] =>
  fields.filter((field) => field.id !== 'noticeSubtype' && field.needed !== 'no' && isOpen(field));

/** Missing, still to be determined, or with a group among others whose number is. */
function isOpen(field: FilledField): boolean {
  if (field.state === 'missing' || field.state === 'to-be-determined') return true;
  return field.value.kind === 'groups' && field.value.groups.some(({ kind }) => kind === 'to-be-determined');
}
