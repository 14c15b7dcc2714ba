// What belongs to no single case: digest, health, status.
import type { DigestPrompt, DigestRow, DutyRow, HealthPrompt, StatusPrompt, UnreadableRow } from '../src/prompt/prompt.ts';
import { type Block, group, heading, info, list, paragraph, quiet, row, rows, strong, warning } from './blocks.ts';
import { caseTitle } from './caseBlocks.ts';
import { buttons, drillNote, type Drawing, entries } from './drawing.ts';
import { dutyLine } from './dutyBlocks.ts';

/** Every open duty, or one line where there is none. */
export function digestBlocks(drawing: Drawing, prompt: DigestPrompt): readonly Block[] {
  const { words } = drawing;
  const { digest, labels } = words;
  const { rows: open, unreadable, readyToClose, zone, asOf } = prompt;
  if (isEmpty(prompt)) return [heading(digest.none)];
  return [
    heading(digestTitle(drawing, prompt)),
    ...drillNote(drawing, [...open.map(({ number }) => number), ...readyToClose, ''][0] ?? ''),
    ...entries(drawing, open, (entry) => [digestRow(drawing, entry, zone)]),
    ...unreadable.flatMap((entry) => unreadableBlocks(drawing, entry, zone)),
    ...(readyToClose.length === 0 ? [] : [paragraph(digest.readyToClose(readyToClose.join(', ')))]),
    quiet(`${labels.asOf}: ${words.moment(asOf, zone)}`),
    ...buttons(drawing, prompt.actions),
  ];
}

const isEmpty = ({ rows: open, unreadable, readyToClose }: DigestPrompt): boolean =>
  open.length + unreadable.length + readyToClose.length === 0;

/** For the heading and for the notification. */
export function digestTitle({ words }: Pick<Drawing, 'words'>, prompt: DigestPrompt): string {
  if (isEmpty(prompt)) return words.digest.none;
  const numbers = new Set([...prompt.rows, ...prompt.unreadable].map(({ number }) => number));
  const duties = prompt.rows.length + prompt.unreadable.reduce((sum, { duties: kinds }) => sum + kinds.length, 0);
  return words.digest.title(duties, numbers.size);
}

function digestRow(drawing: Drawing, entry: DigestRow, zone: string): Block {
  const { words } = drawing;
  const { duty, onIt } = entry;
  const who = onIt === undefined ? words.digest.nobody : words.digest.onIt(onIt.name, words.moment(onIt.until, zone));
  return group(strong(caseTitle(words, entry)), paragraph(dutyLine(drawing, duty, zone)), quiet(who));
}

function unreadableBlocks({ words }: Drawing, { number, duties, dueBy }: UnreadableRow, zone: string): readonly Block[] {
  const due = dueBy === undefined ? [] : [words.dueBy(words.moment(dueBy, zone), undefined)];
  return [
    warning(words.digest.unreadable(number)),
    ...list(duties.map((kind: DutyRow['kind']) => words.duties[kind].short)),
    ...due.map(paragraph),
  ];
}

export function healthBlocks({ words }: Drawing, { state, since, troubles, zone, asOf }: HealthPrompt): readonly Block[] {
  const { health, labels } = words;
  const from = words.moment(since, zone);
  if (state === 'over') return [heading(health.over), info(health.overText(from))];
  return [
    heading(health.trouble),
    warning(health.troubleText(from)),
    ...list(troubles.map(({ trouble, count }) => health.troubles[trouble](count))),
    paragraph(health.next),
    quiet(`${labels.asOf}: ${words.moment(asOf, zone)}`),
  ];
}

export function statusBlocks(drawing: Drawing, { status, zone }: StatusPrompt): readonly Block[] {
  const { words } = drawing;
  const { status: said, health } = words;
  const { troubles, lastTick, lastFailure, firstDueBy, nextLook } = status;
  const at = (moment: typeof lastTick): string => (moment === undefined ? '' : words.moment(moment, zone));
  return [
    heading(said.title(troubles.length === 0)),
    ...(troubles.length === 0 ? [info(said.well)] : [warning(said.troubles)]),
    ...list(troubles.map(({ trouble, count }) => health.troubles[trouble](count))),
    ...rows(
      row(said.lastTick, lastTick === undefined ? said.never : `${at(lastTick)} (${said.instances(status.instances)})`),
      row(said.openCases, String(status.openCases)),
      row(said.openDuties, String(status.openDuties)),
      row(said.firstDueBy, at(firstDueBy)),
      row(said.nextLook, at(nextLook)),
      row(said.waiting, String(status.waiting)),
      row(said.lastFailure, lastFailure === undefined ? said.none : `${said.failure(lastFailure.what)}, ${at(lastFailure.at)}`),
    ),
    quiet(`${words.labels.asOf}: ${words.moment(status.asOf, zone)}`),
    ...buttons(drawing, [{ verb: 'openCases', data: {} }]),
  ];
}
