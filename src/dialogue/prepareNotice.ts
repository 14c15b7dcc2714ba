import type { NoticeFieldAnswer } from '../breach/commands.ts';
import { isNoticeAnswer, NOTICE_FIELDS, type NoticeFieldName } from '../breach/noticeFields.ts';
import { RegisterUnavailable } from '../ports.ts';
import type { NoticePartId } from '../notices/noticeParts.ts';
import { nextSteps, withoutRepetition } from '../prompt/detailActions.ts';
import { longestInput } from '../prompt/form.ts';
import { chosenIn } from '../prompt/forms.ts';
import type { FieldFault, FormValues } from '../prompt/prompt.ts';
import { typedIn } from '../prompt/awarenessProposal.ts';
import type { Instant } from '../rules/instant.ts';
import { answerTo } from './answerWith.ts';
import { commit, recordedBefore } from './commit.ts';
import { lookAt, permission, readCase, recordLook } from './look.ts';
import {
  type Draft,
  draftOf,
  inputValue,
  labelOf,
  nextPart,
  noticeDuties,
  noticePart,
  noticePlan,
  pageOf,
} from './noticePages.ts';
import { readMoment } from './readMoment.ts';
import { wholeNumber } from './wholeNumber.ts';
import { refuse } from './refuse.ts';
import type { Opened, Prompts, Turn } from './turn.ts';
import type { IntentOf } from './understand.ts';

type Wanted = Omit<IntentOf<'prepareNotice'>, 'wants'>;

/** What the notice to the authority lacks, or one page of its fields. Looking is recorded; nothing is sent. */
export async function prepareNotice(turn: Turn, wanted: Wanted): Promise<Prompts> {
  const seen = await lookAt(turn, wanted.caseId, 'prepareNotice');
  if ('refused' in seen) return seen.refused;
  const draft = draftFor(turn, seen.opened, wanted.duty);
  if (draft === undefined) return nothingOwed(turn, seen.opened);
  const isEditable = seen.opened.record.status === 'open';
  return wanted.part === undefined || !isEditable
    ? [noticePlan(turn, seen.opened, draft)]
    : [noticePart(turn, seen.opened, draft, { part: wanted.part })];
}

/** „Meldung DP-2026-0001“. A number that this person must not know of is answered like one that was never given. */
export async function prepareNoticeOf(turn: Turn, { number }: IntentOf<'prepareNoticeOf'>): Promise<Prompts> {
  const caseId = await turn.world.register.findByNumber(number);
  const opened = caseId === undefined ? undefined : await readCase(turn, caseId);
  if (opened && permission(turn, 'prepareNotice', opened).may) return prepareNotice(turn, { caseId: opened.caseId });
  await recordLook(turn, opened?.caseId, 'prepareNotice', false);
  const verdict = permission(turn, 'prepareNotice', undefined);
  return [refuse(turn, verdict.may ? 'numberUnknown' : turn.rightsUnknown ? 'rightsUnknown' : 'notAllowed', { number })];
}

function draftFor(turn: Turn, opened: Opened, wanted: string | undefined): Draft | undefined {
  const duties = noticeDuties(opened);
  const duty = wanted === undefined ? duties[0] : duties.find(({ id }) => id === wanted);
  return duty && draftOf(turn, opened, duty);
}

const nothingOwed = (turn: Turn, opened: Opened): Prompts => {
  const { caseId, record } = opened;
  const actions = withoutRepetition([...nextSteps(opened), { verb: 'openCase', data: { case: caseId } }]);
  return [refuse(turn, 'nothingToNotify', { number: record.number, actions })];
};

/** What somebody would have to write again; what was chosen is not. */
export const typedInPage = ({ values }: Pick<IntentOf<'answerNotice'>, 'values'>): readonly string[] =>
  Object.entries(values).flatMap(([name, value]) => (value !== '' && isTyped(name) ? [value] : []));

const isTyped = (name: string): boolean =>
  Object.hasOwn(NOTICE_FIELDS, name)
    ? !['choice', 'choices'].includes(NOTICE_FIELDS[name as NoticeFieldName].input)
    : name !== 'stillOpen';

/** Records what changed on a page, and goes on to the next page on which something is missing. */
export async function answerNotice(turn: Turn, intent: IntentOf<'answerNotice'>): Promise<Prompts> {
  const { caseId, duty, part, values } = intent;
  const before = await recordedBefore(turn);
  if (before) return answerTo(turn, before, caseId);
  const opened = await readCase(turn, caseId);
  const draft = opened && permission(turn, 'answerNotice', opened).may ? draftFor(turn, opened, duty) : undefined;
  const read = draft && readPage(turn, draft, part, values);
  if (opened && draft && read && 'faults' in read) {
    await recordLook(turn, caseId, 'answerNotice', true);
    return [noticePart(turn, opened, draft, { part, values, faults: read.faults })];
  }
  if (opened && permission(turn, 'answerNotice', opened).may && draft === undefined) {
    await recordLook(turn, caseId, 'answerNotice', true);
    return nothingOwed(turn, opened);
  }
  const answers = read && 'answers' in read ? read.answers : [];
  const committed = await commit(turn, caseId, 'answerNotice', { type: 'AnswerNoticeFields', answers });
  if (committed.outcome !== 'recorded' && committed.outcome !== 'nothingNew')
    return answerTo(turn, committed, caseId, typedInPage(intent));
  try {
    return await goOnAfter(turn, intent, draft === undefined ? [] : pageOf(draft, part));
  } catch (error) {
    // What is recorded is said to be recorded, also where the next page cannot be shown.
    if (error instanceof RegisterUnavailable) return answerTo(turn, committed, caseId);
    throw error;
  }
}

/** `before`: what stood on the page. An answer may have called for more on it, such as the number beside „exact“. */
async function goOnAfter(
  turn: Turn,
  { caseId, duty, part }: IntentOf<'answerNotice'>,
  before: readonly NoticeFieldName[],
): Promise<Prompts> {
  const seen = await lookAt(turn, caseId, 'prepareNotice');
  if ('refused' in seen) return seen.refused;
  const draft = draftFor(turn, seen.opened, duty);
  if (draft === undefined) return nothingOwed(turn, seen.opened);
  const isLonger = pageOf(draft, part).some((name) => !before.includes(name) && draft.fields.get(name)?.state === 'missing');
  const next = isLonger ? part : nextPart(draft, part);
  return next === undefined ? [noticePlan(turn, seen.opened, draft)] : [noticePart(turn, seen.opened, draft, { part: next })];
}

type PageRead = { readonly answers: readonly NoticeFieldAnswer[] } | { readonly faults: readonly FieldFault[] };

/** An empty field says nothing. What stands there as it stood is said anew only where it was a proposal. */
function readPage(turn: Turn, draft: Draft, part: NoticePartId, values: FormValues): PageRead {
  const names = pageOf(draft, part);
  const open = chosenIn(values.stillOpen ?? '').filter((name): name is NoticeFieldName => names.some((one) => one === name));
  const read = names.map((name) => readField(turn, draft, name, values[name] ?? '', open.includes(name)));
  const task = readTask(turn, draft, open, values);
  const faults = [...read.flatMap((one) => ('fault' in one ? [one.fault] : [])), ...('faults' in task ? task.faults : [])];
  if (faults.length > 0) return { faults };
  return {
    answers: read.flatMap((one): readonly NoticeFieldAnswer[] => {
      if (!('answer' in one)) return [];
      return 'given' in task && one.answer.answer === 'to-be-determined'
        ? [{ ...one.answer, task: { ...task.given, text: labelOf(one.answer.field)[turn.organisation.language] } }]
        : [one.answer];
    }),
  };
}

type FieldRead = { readonly nothing: true } | { readonly fault: FieldFault } | { readonly answer: NoticeFieldAnswer };

function readField(turn: Turn, draft: Draft, name: NoticeFieldName, typed: string, isOpen: boolean): FieldRead {
  const before = inputValue(draft, name, turn);
  const isUnchanged = typed === '' || sameInput(turn, name, typed, before);
  if (isOpen && isUnchanged) return { answer: { field: name, answer: 'to-be-determined', value: '' } };
  if (typed === '') return { nothing: true };
  if (isUnchanged && draft.fields.get(name)?.state === 'known') return { nothing: true };
  const value = readValue(turn, name, typed);
  return 'fault' in value
    ? { fault: { field: name, ...value } }
    : { answer: { field: name, answer: 'said', value: value.value } };
}

/** A moment comes back as people here write it. */
function sameInput(turn: Turn, name: NoticeFieldName, typed: string, before: string): boolean {
  if (typed === before) return true;
  const { input } = NOTICE_FIELDS[name];
  if (input === 'choices') return chosenIn(typed).toSorted().join(',') === chosenIn(before).toSorted().join(',');
  if (input !== 'moment' || before === '') return false;
  const read = readMoment(typed, turn.organisation.timeZone, turn.now);
  return 'moment' in read && typedIn(read.moment, turn.organisation.timeZone) === before;
}

type ValueRead = { readonly value: string } | Omit<FieldFault, 'field'>;

/** Only these lie ahead by their nature. */
const MAY_LIE_AHEAD: readonly NoticeFieldName[] = ['personsPlannedFor'];

function readValue(turn: Turn, name: NoticeFieldName, typed: string): ValueRead {
  const { input } = NOTICE_FIELDS[name];
  switch (input) {
    case 'text':
      return typed.length > longestInput('longText') ? { fault: 'tooLong' } : { value: typed };
    case 'number': {
      const digits = wholeNumber(typed);
      return digits !== undefined && isNoticeAnswer(name, digits) ? { value: digits } : { fault: 'wholeNumber' };
    }
    case 'moment': {
      const read = readMoment(typed, turn.organisation.timeZone, turn.now);
      if ('fault' in read) return read;
      return read.moment > turn.now && !MAY_LIE_AHEAD.includes(name) ? { fault: 'timeInFuture' } : { value: read.moment };
    }
    case 'choice':
    case 'choices': {
      const value = chosenIn(typed).join(',');
      return isNoticeAnswer(name, value) ? { value } : { fault: 'chooseOne' };
    }
  }
}

type TaskRead =
  | { readonly faults: readonly FieldFault[] }
  | { readonly given: { readonly owner: string; readonly dueBy: Instant } }
  | { readonly none: true };

/** What is newly left open needs somebody who finds it out, until a moment ahead. */
function readTask(turn: Turn, draft: Draft, open: readonly NoticeFieldName[], values: FormValues): TaskRead {
  const [owner, dueBy] = [values.owner ?? '', values.dueBy ?? ''];
  const isNew = open.some((name) => draft.fields.get(name)?.state !== 'to-be-determined');
  if (!isNew || (open.length === 0 && owner === '' && dueBy === '')) return { none: true };
  const faults: FieldFault[] = [];
  if (owner.trim() === '') faults.push({ field: 'owner', fault: 'missing' });
  if (owner.length > longestInput('text')) faults.push({ field: 'owner', fault: 'tooLong' });
  if (dueBy === '') faults.push({ field: 'dueBy', fault: 'missing' });
  const read = dueBy === '' ? undefined : readMoment(dueBy, turn.organisation.timeZone, turn.now);
  if (read !== undefined && 'fault' in read) faults.push({ field: 'dueBy', ...read });
  if (read !== undefined && 'moment' in read && read.moment <= turn.now) faults.push({ field: 'dueBy', fault: 'untilPast' });
  if (faults.length > 0 || read === undefined || 'fault' in read) return { faults };
  return { given: { owner, dueBy: read.moment } };
}
