// What a notice to an authority lacks, and its fields page by page, as prompts; who presses what stands in `prepareNotice.ts`.
import type { DutyState } from '../breach/breachCase.ts';
import { noticesTo } from '../breach/duties.ts';
import { NOTICE_FIELDS, type NoticeFieldName } from '../breach/noticeFields.ts';
import type { Seat } from '../authorities/competent.ts';
import { authorityOfId } from '../authorities/directory.ts';
import { findAuthority } from '../authorities/findAuthority.ts';
import type { NoticeKind } from '../breach/events.ts';
import type { Lang, Text } from '../law/sources.ts';
import { CHOICE_WORDS } from '../notices/choiceWords.ts';
import { FIELD_TABLE } from '../notices/fieldTable.ts';
import { type FilledField, lackingIn, type NoticeInput, noticeFields } from '../notices/noticeFields.ts';
import { NOTICE_PART_ROWS, NOTICE_PARTS, type NoticePartId } from '../notices/noticeParts.ts';
import { noticeSender } from '../notices/noticeSender.ts';
import { noticeWords } from '../notices/noticeWords.ts';
import { typedIn } from '../prompt/awarenessProposal.ts';
import type { Action, FormKind } from '../prompt/action.ts';
import type { FormInput } from '../prompt/form.ts';
import { formsAround, formsBeside } from '../prompt/noticeChoices.ts';
import { dutyRow } from '../prompt/caseCard.ts';
import type { FieldFault, FormValues, NoticePartField, NoticePartPrompt, NoticePlanPrompt } from '../prompt/prompt.ts';
import type { Instant } from '../rules/instant.ts';
import { localParts } from '../words/moments.ts';
import type { Opened, Turn } from './turn.ts';

/** Beside the fields of a page: which of them are still open, and who finds them out until when. */
export const BESIDE_FIELDS = ['stillOpen', 'owner', 'dueBy'] as const;

export type Draft = {
  readonly duty: DutyState;
  readonly notice: NoticeKind;
  readonly fields: ReadonlyMap<string, FilledField>;
  readonly lacking: readonly FilledField[];
};

/** The duties of Art. 33(1) GDPR of this case, those still open first. */
export const noticeDuties = ({ record }: Opened): readonly DutyState[] => {
  const owed = record.duties.filter(({ kind, end }) => kind === 'art33-1' && end?.how !== 'never-applied');
  return [...owed.filter(({ end }) => end === undefined), ...owed.filter(({ end }) => end !== undefined)];
};

export const draftOf = (turn: Turn, { record, entries = [] }: Opened, duty: DutyState): Draft =>
  nextNotice({
    ...{ record, events: entries.flatMap(({ events }) => events), duty, now: turn.now },
    sender: noticeSender(turn.organisation, duty.owedBy),
  });

/** The next notice of this duty as the record stands: the first one, then what follows it, in the end the final one. */
export function nextNotice(asked: Omit<NoticeInput, 'kind' | 'duty'> & { readonly duty: DutyState }): Draft {
  const { record, duty } = asked;
  const isFirst = noticesTo(record, duty).length === 0;
  const fields = noticeFields({ ...asked, kind: isFirst ? 'first' : 'follow-up' });
  const lacking = lackingIn(fields);
  const notice = isFirst ? 'first' : lacking.length === 0 ? 'final' : 'follow-up';
  return { duty, notice, fields: new Map(fields.map((field) => [field.id, field])), lacking };
}

/** What stands on this page now; what does not apply is left out, unless somebody said it. */
export const pageOf = ({ fields }: Draft, part: NoticePartId): readonly NoticeFieldName[] =>
  NOTICE_PART_ROWS[part].fields.filter((name) => {
    const field = fields.get(name);
    return field !== undefined && (field.row.need !== 'conditional' || field.needed !== 'no' || field.state === 'known');
  });

const isMissing = (draft: Draft, name: NoticeFieldName): boolean => {
  const field = draft.fields.get(name);
  return field?.state === 'missing' && field.needed !== 'no';
};

/** The first page after this one on which something is missing. What is being clarified is not asked for again. */
export function nextPart(draft: Draft, after?: NoticePartId): NoticePartId | undefined {
  const from = after === undefined ? 0 : NOTICE_PARTS.indexOf(after) + 1;
  return NOTICE_PARTS.slice(from).find((part) => pageOf(draft, part).some((name) => isMissing(draft, name)));
}

/** What a field holds, as its input takes it; empty where it holds nothing that could be typed. */
export function inputValue(draft: Draft, name: NoticeFieldName, turn: Turn): string {
  const field = draft.fields.get(name);
  if (field === undefined || !('value' in field)) return '';
  const { value } = field;
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'words':
      return value.words[turn.language];
    case 'choices':
      return value.choices.join(',');
    case 'moment':
      return typedIn(value.moment, turn.organisation.timeZone);
    case 'number':
      return value.number;
    case 'goals':
    case 'groups':
    case 'measures':
      return '';
  }
}

const said = (of: (language: Lang) => string): Text => ({ de: of('de'), en: of('en') });

/** Where the value comes from, or that it is only proposed. Whoever said it, and when, follows. */
function hintOf(field: FilledField, zone: string): Text | undefined {
  if (field.state === 'missing') return undefined;
  if (field.state === 'to-be-determined') {
    const { task } = field;
    return said((lang) =>
      task === undefined ? noticeWords[lang].open : noticeWords[lang].openBy(task.owner, day(task.dueBy, zone)),
    );
  }
  const by = [field.by, field.at && day(field.at, zone)].filter((part) => part !== undefined && part !== '').join(', ');
  return said((lang) => {
    const source = noticeWords[lang].from[field.source];
    const words = field.state === 'proposed' ? `${noticeWords[lang].proposalShort} ${source}` : source;
    return by === '' ? words : `${words} (${by})`;
  });
}

function day(moment: Instant, zone: string): string {
  const { day: dayOfMonth, month, year } = localParts(moment, zone);
  return `${dayOfMonth}.${month}.${year}`;
}

/** What the forms of the authorities call it. */
export const labelOf = (name: string): Text => FIELD_TABLE.find(({ id }) => id === name)?.label ?? { de: name, en: name };

function fieldOf(draft: Draft, name: NoticeFieldName, zone: string): NoticePartField {
  const shape = NOTICE_FIELDS[name];
  const field = draft.fields.get(name);
  const hint = field && hintOf(field, zone);
  return {
    name,
    input: inputOf(name),
    label: labelOf(name),
    ...(hint === undefined ? {} : { hint }),
    ...('values' in shape ? { choices: shape.values.map((id) => ({ id, label: CHOICE_WORDS[id] })) } : {}),
  };
}

/** What fits on a line. */
const SHORT_TEXTS: ReadonlySet<NoticeFieldName> = new Set<NoticeFieldName>([
  ...(['controllerIdentifier', 'controllerActivity', 'reporterName', 'reporterContact', 'restoreTime'] as const),
  'incidentLocation',
]);

function inputOf(name: NoticeFieldName): FormInput {
  const { input } = NOTICE_FIELDS[name];
  if (input === 'number') return 'text';
  return input === 'text' && !SHORT_TEXTS.has(name) ? 'longText' : input;
}

/** One page of the notice. `values` are what somebody typed, where it comes back to be put right. */
export function noticePart(
  turn: Turn,
  opened: Opened,
  draft: Draft,
  of: { readonly part: NoticePartId; readonly values?: FormValues; readonly faults?: readonly FieldFault[] },
): NoticePartPrompt {
  const { part, values, faults = [] } = of;
  const { timeZone: zone } = turn.organisation;
  const names = pageOf(draft, part);
  const open = names.filter((name) => draft.fields.get(name)?.state === 'to-be-determined');
  const known = Object.fromEntries(names.map((name) => [name, inputValue(draft, name, turn)]));
  return {
    kind: 'noticePart',
    ...{ caseId: opened.caseId, number: opened.record.number, zone, duty: draft.duty.id, part },
    label: NOTICE_PART_ROWS[part].label,
    fields: names.map((name) => fieldOf(draft, name, zone)),
    values: values ?? { ...known, stillOpen: open.join(',') },
    faults,
  };
}

/** What somebody said is open although the notice needs nobody to say it; they are reminded of it all the same. */
const openBeside = ({ fields, lacking }: Draft): readonly FilledField[] =>
  [...fields.values()].filter((field) => field.state === 'to-be-determined' && !lacking.includes(field));

/** What the notice lacks, who is competent and why, and the pages. */
export function noticePlan(turn: Turn, opened: Opened, draft: Draft): NoticePlanPrompt {
  const { caseId, record } = opened;
  const { duty, notice, lacking } = draft;
  const row = (one: DutyState) => dutyRow(one, record, turn.organisation, turn.now);
  const name = (one: DutyState) => {
    const known = authorityOfId(one.recipient)?.name;
    return known === undefined ? {} : { authority: known };
  };
  const next = nextPart(draft);
  const known = authorityOfId(duty.recipient);
  return {
    kind: 'noticePlan',
    ...{ caseId, number: record.number, zone: turn.organisation.timeZone, duty: row(duty), notice },
    ...name(duty),
    ...reasonsOf(turn, duty),
    traps: known?.traps ?? [],
    ...(known?.page === undefined ? {} : { page: known.page.url }),
    ...(known === undefined ? {} : { checkedOn: known.checkedOn }),
    lacking: [...lacking, ...openBeside(draft)].map((field) => ({
      label: field.row.label,
      isNeededNow: field.needed === 'now',
      isBeingClarified: field.state === 'to-be-determined',
      ...(field.state === 'to-be-determined' && field.task !== undefined ? { task: field.task } : {}),
    })),
    proposed: [...draft.fields.values()].filter(({ state }) => state === 'proposed').length,
    parts: NOTICE_PARTS.filter((part) => pageOf(draft, part).length > 0).map((part) => ({
      part,
      label: NOTICE_PART_ROWS[part].label,
      missing: pageOf(draft, part).filter((field) => isMissing(draft, field)).length,
      proposed: pageOf(draft, part).filter((field) => draft.fields.get(field)?.state === 'proposed').length,
    })),
    ...(next === undefined ? {} : { next }),
    others: noticeDuties(opened).flatMap((one) => (one.id === duty.id ? [] : [{ duty: row(one), ...name(one) }])),
    actions: record.status === 'open' ? actionsOf(opened, duty) : [],
  };
}

/** Why this authority, where the configuration knows the seat; else that is left unsaid rather than guessed. */
function reasonsOf({ organisation }: Turn, { owedBy, recipient }: DutyState): Pick<NoticePlanPrompt, 'why' | 'also'> {
  const controller = organisation.controllers.find(({ id }) => id === owedBy);
  if (controller?.country === undefined) return { why: [], also: [] };
  const { country, land, sector, profile } = controller;
  const seat: Seat = { country, land, sector, profile };
  const { competent: found, also } = findAuthority(seat);
  return { why: found.filter(({ id }) => id === recipient).map(({ why }) => why), also: also.map(({ why }) => why) };
}

function actionsOf({ caseId, record }: Opened, duty: DutyState): readonly Action[] {
  const open = (form: FormKind, more: Action['data'] = {}): Action => ({
    verb: 'openForm',
    data: { case: caseId, form, ...more },
  });
  return [
    ...formsBeside(record).map((form) => open(form)),
    open('notice', { duty: duty.id }),
    ...formsAround(record, duty).map((form) => open(form, form === 'authorityAnswer' ? {} : { duty: duty.id })),
  ];
}
