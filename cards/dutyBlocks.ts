import type { DutyRow } from '../src/prompt/prompt.ts';
import { type Block, quiet, strong } from './blocks.ts';
import type { Drawing } from './drawing.ts';
import type { Words } from '../src/words/words.ts';
import { clockChangesBetween } from '../src/words/moments.ts';

/** The last moment of a duty, with the distance to UTC where the clocks change before it. */
export function dueText(words: Words, duty: DutyRow, zone: string): string | undefined {
  if (duty.dueBy === undefined) return undefined;
  const withOffset = clockChangesBetween(duty.startsAt, duty.dueBy, zone);
  return withOffset ? words.momentWithOffset(duty.dueBy, zone) : words.moment(duty.dueBy, zone);
}

function deadlineLine(words: Words, duty: DutyRow, zone: string): string {
  const due = dueText(words, duty, zone);
  if (due !== undefined) return words.dueBy(due, duty.hoursLeft === undefined ? undefined : words.hoursLeft(duty.hoursLeft));
  return duty.kind === 'art33-5' ? words.noStatutoryPeriod : words.withoutDelay;
}

/** Where the clock began; the offset stands on both ends or on neither. */
function basisLine(words: Words, duty: DutyRow, zone: string): string {
  const withOffset = duty.dueBy !== undefined && clockChangesBetween(duty.startsAt, duty.dueBy, zone);
  return words.basis[duty.basis](withOffset ? words.momentWithOffset(duty.startsAt, zone) : words.moment(duty.startsAt, zone));
}

/** The mark stands before the words and means the same: ✓ ended, ✗ past its deadline, ? open while facts are missing. */
function statusLine(words: Words, duty: DutyRow, zone: string): string {
  if (duty.end !== undefined) return `✓ ${words.ends[duty.end.how](duty.kind, words.moment(duty.end.at, zone))}`;
  const overdue = duty.hoursLeft !== undefined && duty.hoursLeft < 0;
  const mark = overdue ? '✗ ' : duty.status === 'presumed' ? '? ' : '';
  return `${mark}${words.statuses[duty.status]}`;
}

/** One duty as a few lines. The register is nobody one sends to, so it is not named as a recipient. */
export function dutyBlocks({ words }: Drawing, duty: DutyRow, zone: string): readonly Block[] {
  const to = duty.recipient === 'register' || duty.recipient === 'persons' ? [] : [words.to(words.recipient(duty.recipient))];
  const whose = duty.owedBy === undefined ? [] : [words.owedBy(duty.owedBy)];
  const addressed = [...to, ...whose].join(' · ');
  const running = duty.end === undefined ? [deadlineLine(words, duty, zone)] : [];
  const lines = [statusLine(words, duty, zone), ...running];
  const later = [
    ...(addressed === '' ? [] : [addressed]),
    ...(duty.end === undefined && duty.kind !== 'art33-5' ? [basisLine(words, duty, zone)] : []),
    ...(duty.earlierDueBy === undefined ? [] : [words.earlierDeadline(words.moment(duty.earlierDueBy, zone))]),
  ];
  return [
    strong(words.duties[duty.kind].name),
    ...lines.map((text): Block => ({ block: 'paragraph', text })),
    ...later.map(quiet),
  ];
}

/** A duty in one line: for lists, and for those who see number, duty and time only. */
export function dutyLine({ words }: Drawing, duty: DutyRow, zone: string): string {
  const { short } = words.duties[duty.kind];
  const whose = duty.owedBy === undefined ? short : `${short} (${duty.owedBy})`;
  if (duty.end !== undefined) return `${whose}: ${statusLine(words, duty, zone)}`;
  return duty.dueBy === undefined ? `${whose}: ${words.statuses[duty.status]}` : `${whose}: ${deadlineLine(words, duty, zone)}`;
}
