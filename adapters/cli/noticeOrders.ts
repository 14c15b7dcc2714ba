// What somebody typed after `fristwacht notice <verb> DP-…`, as an order to the core. Nothing is decided here.
import { createHash } from 'node:crypto';
import type { DutyState } from '../../src/breach/breachCase.ts';
import type { NoticeFieldAnswer } from '../../src/breach/commands.ts';
import type { GroupCount, NoticeKind, ProofKind } from '../../src/breach/events.ts';
import { isNoticeField, NOTICE_FIELDS } from '../../src/breach/noticeFields.ts';
import { cleanText } from '../../src/dialogue/cleanText.ts';
import { labelOf } from '../../src/dialogue/noticePages.ts';
import { readMoment } from '../../src/dialogue/readMoment.ts';
import type { Lang } from '../../src/law/sources.ts';
import { addHours, type Instant } from '../../src/rules/instant.ts';
import type { Order, ReadNow } from './recordInCase.ts';

/** Asked wrongly, with what the person has to change. */
export type AskedWrongly =
  | { readonly wrong: 'missing' | 'moment' | 'field' | 'value' | 'unknown'; readonly about: string }
  | { readonly wrong: 'whichDuty' | 'whichMeasure' | 'whichQuestion'; readonly about: string };
export type Typed = {
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly rest: readonly string[];
  /** Fields from a file, as `name: value` or `name: { open: true, owner, until }`. */
  readonly answers?: Readonly<Record<string, unknown>>;
};
export type Telling = { readonly zone: string; readonly now: Instant; readonly officer: string; readonly language: Lang };

/** Where no date was named for what has to be found out. */
const USUAL_HOURS = 24;
const NOTICE_KINDS: readonly string[] = ['first', 'follow-up', 'final', 'correction', 'withdrawal'] satisfies NoticeKind[];
const PROOFS: readonly string[] = [
  ...(['file-number', 'mail-with-code', 'pdf-receipt', 'confirmation', 'own-copy', 'postal'] satisfies ProofKind[]),
];
const COUNTS: readonly string[] = [
  ...(['exact', 'approximate', 'not-determinable', 'to-be-determined', 'not-concerned'] satisfies GroupCount[]),
];

class Wrong extends Error {
  readonly asked: AskedWrongly;
  constructor(wrong: AskedWrongly['wrong'], about: string) {
    super(wrong);
    this.asked = { wrong, about };
  }
}

export type OrderVerb = 'set' | 'group' | 'measure' | 'sent' | 'told' | 'reference' | 'question' | 'answer';

/** The order, or what was asked wrongly. */
export function orderOf(verb: OrderVerb, typed: Typed, now: ReadNow, telling: Telling): Order | AskedWrongly {
  try {
    return ORDERS[verb](typed, now, telling);
  } catch (error) {
    if (error instanceof Wrong) return error.asked;
    throw error;
  }
}

const ORDERS: Readonly<Record<OrderVerb, (typed: Typed, now: ReadNow, telling: Telling) => Order>> = {
  set: (typed, _, telling) => ({ type: 'AnswerNoticeFields', answers: answersOf(typed, telling) }),
  group: ({ rest: [group = ''], values }) => ({
    ...({ type: 'CountGroup', group: needed(group, 'GROUP') } as const),
    kind: oneOf<GroupCount>(values.kind ?? 'exact', COUNTS, '--kind'),
    ...{ count: values.count ?? '', detail: textOf(values.detail) },
  }),
  measure: ({ rest: [which = ''], values }, { record }) => {
    const { measures } = record;
    const found = measures.find(({ measureId }, at) => measureId === which || String(at + 1) === which);
    if (found === undefined) throw new Wrong('whichMeasure', measures.map(({ text }, at) => `${at + 1}: ${text}`).join('\n'));
    const [against, effect] = [values.against ?? found.against, values.effect ?? found.effect];
    return { type: 'ExplainMeasure', measureId: found.measureId, against: textOf(against), effect: textOf(effect) };
  },
  sent: (typed, now, telling) => sentOrder(typed, now, telling),
  told: ({ values }, now, telling) => ({
    ...({ type: 'TellInAdvance', duty: authorityDuty(now, values).id } as const),
    ...{ toldAt: moment(values.at, '--at', telling), spokeWith: textOf(values.with), note: textOf(values.note) },
  }),
  reference: ({ rest: [reference = ''], values }, now, telling) => ({
    ...({ type: 'RecordReference', duty: authorityDuty(now, values).id, reference: textOf(reference) } as const),
    receivedAt: moment(values.at, '--at', telling),
  }),
  question: ({ values }, now, telling) => {
    const [text, duty] = [textOf(values.text), authorityDuty(now, values).id];
    const receivedAt = moment(values.received, '--received', telling);
    const questionId = digest(`${duty}|${receivedAt}|${text}`);
    const [dueBy, owner] = [moment(values.due, '--due', telling), values.owner ?? telling.officer];
    return { type: 'RecordAuthorityQuestion', questionId, duty, text, receivedAt, dueBy, owner };
  },
  answer: ({ rest: [which = ''], values }, { record }, telling) => {
    const all = record.authorityQuestions;
    const found = all.find(({ questionId }, at) => questionId === which || String(at + 1) === which);
    if (found === undefined) throw new Wrong('whichQuestion', all.map(({ text }, at) => `${at + 1}: ${text}`).join('\n'));
    const sentAt = moment(values.at, '--at', telling);
    const [means, proof] = [textOf(values.means), textOf(values['proof-text'])];
    return { type: 'RecordAuthorityAnswer', questionId: found.questionId, sentAt, means, proof };
  },
};

function sentOrder({ values }: Typed, now: ReadNow, telling: Telling): Order {
  const sentAt = moment(values.at, '--at', telling);
  const duty = sentDuty(now, values, sentAt);
  const isToAuthority = duty.kind === 'art33-1' || duty.kind === 'art33-4';
  const { kind, proof } = values;
  const dueBy = addHours(telling.now, USUAL_HOURS);
  const task = { text: REFERENCE_TASK[telling.language], owner: telling.officer, dueBy };
  return {
    ...({ type: 'RecordNotice', duty: duty.id, sentAt } as const),
    ...{ to: textOf(values.to ?? duty.recipient), means: textOf(values.means), reference: textOf(values.reference) },
    ...{ missing: textOf(values.missing), reasonsForDelay: textOf(values['reasons-for-delay']) },
    ...(kind === undefined ? {} : { notice: oneOf<NoticeKind>(kind, NOTICE_KINDS, '--kind') }),
    ...(proof === undefined ? {} : { proof: oneOf<ProofKind>(proof, PROOFS, '--proof') }),
    ...(values['proof-text'] === undefined ? {} : { proofText: textOf(values['proof-text']) }),
    ...(isToAuthority && values.reference === undefined ? { referenceTask: task } : {}),
  };
}

const REFERENCE_TASK: Readonly<Record<Lang, string>> = {
  de: 'Aktenzeichen der Behörde erfragen',
  en: 'Ask the authority for its reference',
};

const textOf = (text: string | undefined): string => cleanText(text ?? '');
const digest = (text: string): string => `q-${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;

function needed(value: string | undefined, about: string): string {
  if (value === undefined || value.trim() === '') throw new Wrong('missing', about);
  return value.trim();
}

function oneOf<Value extends string>(value: string, values: readonly string[], about: string): Value {
  if (!values.includes(value)) throw new Wrong('value', `${about} ${values.join('|')}`);
  return value as Value;
}

function moment(typed: string | undefined, about: string, { zone, now }: Telling): Instant {
  const read = readMoment(needed(typed, about), zone, now);
  if (!('moment' in read)) throw new Wrong('moment', about);
  return read.moment;
}

type Values = Typed['values'];

/** The one notice to an authority that fits what was said; where several do, the person chooses. */
function authorityDuty(now: ReadNow, values: Values): DutyState {
  return theOne(now, values, ({ kind }) => kind === 'art33-1');
}

/** `sent` is also for controllers we process for; the follow-up of a notice goes before the notice. */
function sentDuty(now: ReadNow, values: Values, sentAt: Instant): DutyState {
  if (values.customer !== undefined)
    return theOne(now, {}, ({ kind, recipient }) => kind === 'art33-2' && recipient === values.customer);
  const notice = authorityDuty(now, values);
  const next = now.record.duties.find(
    (duty) => duty.kind === 'art33-4' && duty.owedBy === notice.owedBy && duty.recipient === notice.recipient,
  );
  const isSaidAgain = now.record.notices.some((sent) => sent.duty === notice.id && sent.sentAt === sentAt);
  const isAfterwards = isSaidAgain || values.kind === 'first' || values.kind === 'correction' || values.kind === 'withdrawal';
  return next === undefined || isAfterwards || next.end?.how === 'never-applied' ? notice : next;
}

function theOne({ record }: ReadNow, { authority, controller }: Values, fits: (duty: DutyState) => boolean): DutyState {
  const all = record.duties.filter(
    (duty) =>
      fits(duty) &&
      duty.end?.how !== 'never-applied' &&
      (authority === undefined || duty.recipient === authority) &&
      (controller === undefined || duty.owedBy === controller),
  );
  const [only, ...others] = all;
  if (only === undefined || others.length > 0)
    throw new Wrong(
      'whichDuty',
      all.map(({ owedBy, recipient }) => `--controller ${owedBy} --authority ${recipient}`).join('\n'),
    );
  return only;
}

/** `field=value` and the fields of a file; what is `--open` has to be found out, by whom and until when. */
function answersOf({ rest, values, answers = {} }: Typed, telling: Telling): readonly NoticeFieldAnswer[] {
  const typed = rest.map((pair): [string, unknown] => {
    const at = pair.indexOf('=');
    if (at < 1) throw new Wrong('field', pair);
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
  const { owner, until } = values;
  const open = (values.open ?? '').split(',').flatMap((name) => name.trim() || []);
  const all = [...Object.entries(answers), ...typed, ...open.map((name) => [name, { open: true, owner, until }] as const)];
  if (all.length === 0) throw new Wrong('missing', 'FIELD=VALUE');
  return all.map(([name, value]) => fieldAnswer(name, value, telling));
}

function fieldAnswer(name: string, value: unknown, telling: Telling): NoticeFieldAnswer {
  if (!isNoticeField(name)) throw new Wrong('field', name);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return openField(name, value, telling);
  const shape = NOTICE_FIELDS[name];
  const said = Array.isArray(value) ? value.map(String).join(',') : String(value ?? '');
  if (shape.input === 'moment') return { field: name, answer: 'said', value: moment(said, name, telling) };
  const tidy =
    shape.input === 'number'
      ? said.replace(/[.\s’']/gu, '')
      : cleanText(said).replace(shape.input === 'choices' ? /\s*,\s*/gu : /$^/u, ',');
  return { field: name, answer: 'said', value: tidy };
}

function openField(name: string, value: object, telling: Telling): NoticeFieldAnswer {
  const { owner, until, ...strangers } = { owner: undefined, until: undefined, ...value } as Record<string, unknown>;
  if (strangers.open !== true) throw new Wrong('value', name);
  const by = typeof owner === 'string' && owner.trim() !== '' ? owner : telling.officer;
  const dueBy = typeof until === 'string' ? moment(until, '--until', telling) : addHours(telling.now, USUAL_HOURS);
  return {
    field: name,
    answer: 'to-be-determined',
    value: '',
    task: { text: labelOf(name)[telling.language], owner: by, dueBy },
  };
}
