// What comes by itself: reminders to the office and its channel, and what management is told.
import type { EscalatedDuty, EscalationPrompt, ReminderPrompt } from '../src/prompt/prompt.ts';
import type { Words } from '../src/words/words.ts';
import { type Block, group, heading, info, list, paragraph, quiet, row, rows, strong } from './blocks.ts';
import { caseTitle, dutySection, noticeTaskList } from './caseBlocks.ts';
import { buttons, drillNote, type Drawing } from './drawing.ts';
import { deadlineText, dutyName } from './dutyBlocks.ts';

/** What a reminder says: what is open until when, what is missing for it, who has it, and the next steps. */
export function reminderBlocks(drawing: Drawing, prompt: ReminderPrompt): readonly Block[] {
  const { words } = drawing;
  const { labels } = words;
  const { onIt, zone } = prompt;
  const holder = onIt === undefined ? words.nobodyOnIt : words.onItUntil(words.moment(onIt.until, zone), onIt.by);
  return [
    heading(reminderTitle(words, prompt)),
    ...drillNote(drawing, prompt.number),
    ...reminderText(words, prompt).map(paragraph),
    ...lastHour(drawing, prompt),
    ...(prompt.overtaken === 0 ? [] : [info(words.overtaken(prompt.overtaken))]),
    ...proposal(drawing, prompt),
    ...(prompt.duties.length === 0 ? [] : dutySection(drawing, prompt.duties, zone, prompt.asOf)),
    ...(prompt.unreadable === undefined ? [] : unreadableRows(drawing, prompt.unreadable, zone)),
    ...noticeTaskList(drawing, prompt),
    ...stillMissing(drawing, prompt),
    ...rows(
      prompt.openMeasures === 0 ? undefined : row(labels.measures, String(prompt.openMeasures)),
      prompt.retainedUntil === undefined ? undefined : row(labels.retainedUntil, words.moment(prompt.retainedUntil, zone)),
      prompt.duties.length === 0 ? undefined : row(labels.onIt, holder),
    ),
    ...(prompt.channelsGone === undefined
      ? []
      : [quiet(words.channelsGone(prompt.channelsGone.map((one) => words.platforms[one] ?? one)))]),
    quiet(`${labels.asOf}: ${words.moment(prompt.asOf, zone)}`),
    ...buttons(drawing, prompt.actions),
  ];
}

/** That the night or the days off begin soon, and the deadline does not wait for their end. */
export function lastHour(
  { words }: Drawing,
  { lastWorkingHour, zone }: Pick<ReminderPrompt, 'lastWorkingHour' | 'zone'>,
): readonly Block[] {
  if (lastWorkingHour === undefined) return [];
  const { before, dueBy, worksAgainAt } = lastWorkingHour;
  return [strong(words.lastWorkingHour(before, words.moment(dueBy, zone), words.moment(worksAgainAt, zone)))];
}

/** Of a case that cannot be read: the kinds of its open duties, and the earliest deadline of all. */
function unreadableRows(
  { words }: Drawing,
  { openDuties, firstDueBy }: NonNullable<ReminderPrompt['unreadable']>,
  zone: string,
): readonly Block[] {
  const { duties, earliest, none } = words.unreadable;
  const named = openDuties.map((kind) => words.duties[kind].name).join(', ');
  return rows(
    row(duties, named === '' ? none : named),
    firstDueBy === undefined ? undefined : row(earliest, words.moment(firstDueBy, zone)),
  );
}

/** A missed deadline goes before whom it was told to. */
export function reminderTitle(words: Words, prompt: ReminderPrompt): string {
  const title = caseTitle(words, prompt);
  const { purpose, escalation } = prompt;
  if (escalation === undefined) return words.reminders[purpose].title(title);
  return escalation.because === 'deadline'
    ? words.reminders.overdue.title(title)
    : words.escalation.titles[escalation.told](title);
}

function reminderText(words: Words, { purpose, escalation }: ReminderPrompt): readonly string[] {
  if (escalation === undefined) return [words.reminders[purpose].text];
  const { because, told } = escalation;
  const why = because === 'deadline' ? words.reminders.overdue.text : words.escalation.because[because];
  return [why, words.escalation.told[told]];
}

/** What is to be found out or done, by name; no answer and no word of anybody. */
function stillMissing({ words }: Drawing, { openFacts, openQuestions, missing }: ReminderPrompt): readonly Block[] {
  const more = openFacts - openQuestions.length;
  const items = [
    ...missing.map((thing) => words.missingThings[thing]),
    ...openQuestions.map((question) => question[words.language]),
    ...(more <= 0 ? [] : [openQuestions.length === 0 ? words.openFacts(more) : words.moreQuestions(more)]),
  ];
  return items.length === 0 ? [] : [strong(words.stillMissing), ...list(items)];
}

/** Where duties are told in one line each, what each of them proposes is said once over all. */
const proposal = ({ words, room }: Drawing, { duties }: ReminderPrompt): readonly Block[] =>
  room.duties === 'one line' && duties.some(({ sendIncomplete }) => sendIncomplete) ? [paragraph(words.sendIncomplete)] : [];

/** To management: number, duties, times. */
export function escalationBlocks(drawing: Drawing, prompt: EscalationPrompt): readonly Block[] {
  const { words } = drawing;
  const { management, because } = words.escalation;
  const timed = (duty: EscalatedDuty): Block =>
    group(
      strong(dutyName(words, duty)),
      paragraph(duty.status === 'not-owed' ? words.statuses['not-owed'] : deadlineText(words, duty, prompt.zone, prompt.asOf)),
    );
  return [
    heading(management.titles[prompt.because](prompt.number)),
    ...drillNote(drawing, prompt.number),
    paragraph(because[prompt.because]),
    ...prompt.duties.map(timed),
    paragraph(management.please),
    quiet(`${words.labels.asOf}: ${words.moment(prompt.asOf, prompt.zone)}`),
    ...buttons(drawing, prompt.actions),
  ];
}
