import type { CaseCardPrompt, DutyRow } from '../src/prompt/prompt.ts';
import { type Block, group, paragraph, quiet, strong } from './blocks.ts';
import type { Drawing } from './drawing.ts';
import type { Words } from '../src/words/words.ts';
import { clockChangesBetween, needsOffset } from '../src/words/moments.ts';

type Timed = Pick<DutyRow, 'kind' | 'startsAt' | 'dueBy' | 'hoursLeft'>;

/**
 * The last moment of a duty, with the distance to UTC where the clocks change before it. `asOf`: it is written out in full for
 * somebody who reads it then.
 */
export function dueText(words: Words, duty: Timed, zone: string, asOf?: CaseCardPrompt['asOf']): string | undefined {
  if (duty.dueBy === undefined) return undefined;
  if (asOf !== undefined)
    return needsOffset(asOf, duty.dueBy, zone)
      ? words.longMomentWithOffset(duty.dueBy, zone)
      : words.longMoment(duty.dueBy, zone);
  const withOffset = clockChangesBetween(duty.startsAt, duty.dueBy, zone);
  return withOffset ? words.momentWithOffset(duty.dueBy, zone) : words.moment(duty.dueBy, zone);
}

/** What a duty is called, wherever there is room; the report of a neighbouring regime by regime and stage, and under another law than the GDPR with its provision. */
export function dutyName(words: Words, { kind, neighbour, under }: Pick<DutyRow, 'kind' | 'neighbour' | 'under'>): string {
  const { name, short } = words.duties[kind];
  return neighbour?.name[words.language] ?? (under === undefined ? name : `${short} (${under[words.language]})`);
}

/** The same in tight places; of a question only the regime and its kind, for its text is long. */
export function dutyShort(words: Words, { kind, neighbour }: Pick<DutyRow, 'kind' | 'neighbour'>): string {
  const { short } = words.duties[kind];
  if (neighbour === undefined) return short;
  return kind === 'neighbour' ? neighbour.name[words.language] : `${neighbour.regime[words.language]}: ${short}`;
}

const MARKS = { ended: '✓ ', overdue: '✗ ', presumed: '? ' } as const;

/** The mark stands before words that say the same. */
function markOf({ end, hoursLeft, status }: DutyRow): string {
  if (end !== undefined) return MARKS.ended;
  if (hoursLeft !== undefined && hoursLeft < 0) return MARKS.overdue;
  return status === 'presumed' ? MARKS.presumed : '';
}

/** The last moment and what is left until then. */
export function deadlineText(words: Words, duty: Timed, zone: string, asOf?: CaseCardPrompt['asOf']): string {
  const due = dueText(words, duty, zone, asOf);
  if (due !== undefined) return words.dueBy(due, duty.hoursLeft === undefined ? undefined : words.hoursLeft(duty.hoursLeft));
  if (duty.kind === 'neighbour-question') return words.neighbours.answerSoon;
  return duty.kind === 'art33-5' ? words.noStatutoryPeriod : words.withoutDelay;
}

/** Where the clock began; the offset stands on both ends or on neither. */
function basisLine(words: Words, duty: DutyRow, zone: string): string {
  const withOffset = duty.dueBy !== undefined && clockChangesBetween(duty.startsAt, duty.dueBy, zone);
  return words.basis[duty.basis](withOffset ? words.momentWithOffset(duty.startsAt, zone) : words.moment(duty.startsAt, zone));
}

function statusText(words: Words, { end, kind, status }: DutyRow, zone: string): string {
  if (end !== undefined) return words.ends[end.how](kind, words.moment(end.at, zone));
  if (kind === 'neighbour-question') return words.neighbours.notAnswered;
  return kind === 'neighbour' ? words.neighbours.owed : words.statuses[status];
}

/** To whom and from whom. The register is nobody one sends to, and the persons stand in the name of the duty. */
function addressLine(words: Words, { kind, recipient, owedBy, neighbour }: DutyRow): string {
  const to =
    neighbour !== undefined
      ? neighbour.to === undefined
        ? []
        : [words.to(neighbour.to[words.language])]
      : recipient === 'register' || recipient === 'persons'
        ? []
        : [words.to(words.recipient(kind, recipient))];
  return [...to, ...(owedBy === undefined ? [] : [words.owedBy(kind, owedBy)])].join(' · ');
}

/** One duty as a few lines, the time first while it is open; a duty is never left out, only told in one line. */
export function dutyBlocks(drawing: Drawing, duty: DutyRow, zone: string, asOf?: CaseCardPrompt['asOf']): Block {
  const { words, room } = drawing;
  if (room.duties === 'one line') return paragraph(dutyLine(drawing, duty, zone));
  const open = duty.end === undefined;
  const mark = markOf(duty);
  const overdue = mark === MARKS.overdue;
  const address = addressLine(words, duty);
  return group(
    strong(dutyName(words, duty)),
    ...(open ? [paragraph(`${overdue ? mark : ''}${deadlineText(words, duty, zone, asOf)}`)] : []),
    ...(duty.sendIncomplete === undefined ? [] : [paragraph(words.sendIncomplete)]),
    paragraph(`${overdue ? '' : mark}${statusText(words, duty, zone)}`),
    ...(address === '' ? [] : [quiet(address)]),
    ...(open && duty.target !== undefined ? [quiet(words.target(words.moment(duty.target, zone)))] : []),
    ...(open && duty.dueBy !== undefined ? [quiet(basisLine(words, duty, zone))] : []),
    ...(duty.earlierDueBy === undefined ? [] : [quiet(words.earlierDeadline(words.moment(duty.earlierDueBy, zone)))]),
  );
}

/** What is due first stands first; what has ended stands last. */
export function inOrder<D extends DutyRow>(duties: readonly D[]): readonly D[] {
  const rank = ({ end, dueBy, kind }: DutyRow): string =>
    `${end === undefined ? 0 : 1}${dueBy ?? (kind === 'art33-5' ? 'b' : 'a')}`;
  return duties.toSorted((one, other) => (rank(one) < rank(other) ? -1 : rank(one) > rank(other) ? 1 : 0));
}

/** Where another controller is to be told, it must be said which. */
function whoseDuty(words: Words, duty: DutyRow): string {
  const short = dutyShort(words, duty);
  if (duty.kind === 'art33-2') return `${short} (${addressLine(words, duty)})`;
  return duty.owedBy === undefined ? short : `${short} (${duty.owedBy})`;
}

/** A duty in one line: for lists, and for those who see number, duty and time only. */
export function dutyLine({ words }: Drawing, duty: DutyRow, zone: string): string {
  const whose = whoseDuty(words, duty);
  const timed = duty.end === undefined && duty.dueBy !== undefined;
  return `${markOf(duty)}${whose}: ${timed ? deadlineText(words, duty, zone) : statusText(words, duty, zone)}`;
}
