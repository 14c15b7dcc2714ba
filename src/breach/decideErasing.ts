import type { CaseRecord } from './breachCase.ts';
import type { BreachCommandOf, CaseSetting, TextInCase } from './commands.ts';
import { isBlank, metaOf, NOTHING_NEW, refuse, type Decided } from './decided.ts';
import { openDuties } from './duties.ts';
import { retentionEnd } from './retention.ts';

/** Keeps a closed case longer than the configuration says; never shorter. */
export function extendRetention(command: BreachCommandOf<'ExtendRetention'>, record: CaseRecord, setting: CaseSetting): Decided {
  if (record.status !== 'closed') return refuse('caseNotClosed');
  const { until } = command;
  if (record.retainUntil === until) return NOTHING_NEW;
  if (isBlank(command.reasons)) return refuse('reasonsMissing');
  const end = retentionEnd(record, setting);
  if (until <= command.at || (end !== undefined && until <= end)) return refuse('retentionNotLonger');
  return [{ ...metaOf(command), type: 'RetentionExtended', until, reasons: command.reasons.trim() }];
}

/**
 * Takes one text out of the record for good, for example a person named by mistake. Works on a case in any state but an erased one. What
 * is not among the texts of the case is refused: an erasure of something that never was would stand in the record for good.
 */
export function eraseText(command: BreachCommandOf<'EraseText'>, record: CaseRecord): Decided {
  const { texts, alike } = command;
  if (record.erasedTexts.some((erased) => isSamePlace(erased, command))) return NOTHING_NEW;
  if (!texts.some((text) => isSamePlace(text, command))) return refuse('noSuchText');
  if (isBlank(command.reasons)) return refuse('reasonsMissing');
  const others = alike.filter((place) => !isSamePlace(place, command) && texts.some((text) => isSamePlace(text, place)));
  return [command, ...others].map(({ sequence, part }) => ({
    ...{ ...metaOf(command), type: 'TextErased', sequence, part },
    reasons: command.reasons.trim(),
  }));
}

const isSamePlace = (one: TextInCase, other: TextInCase): boolean => one.sequence === other.sequence && one.part === other.part;

/**
 * Erases all content of a closed case. Number, dates and duties stay. Before its retention has ended this takes an express word, for
 * an authority may still ask for the record (Art. 33(5) GDPR). A duplicate is erased together with the case it went on in.
 */
export function eraseCase(command: BreachCommandOf<'EraseCase'>, record: CaseRecord, setting: CaseSetting): Decided {
  if (record.status === 'erased') return NOTHING_NEW;
  const barred = notErasable(command, record);
  if (barred !== undefined) return barred;
  if (isBlank(command.reasons)) return refuse('reasonsMissing');
  const end = retentionEnd(record, setting);
  if (end !== undefined && command.at <= end && !command.beforeEnd) return refuse('retentionRunning');
  const { retention, reasons } = command;
  return [{ ...metaOf(command), type: 'CaseErased', retention: retention.trim(), reasons: reasons.trim() }];
}

function notErasable(command: BreachCommandOf<'EraseCase'>, record: CaseRecord): Decided | undefined {
  const open = openDuties(record).map(({ id }) => id);
  if (open.length > 0) return { refused: 'dutiesOpen', open };
  if (record.status === 'open') return refuse('caseNotClosed');
  if (record.status === 'joined' && record.joinedInto?.main !== command.withMain) return refuse('caseJoined');
  return undefined;
}
