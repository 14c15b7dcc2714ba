import type { CaseRecord } from '../breach/breachCase.ts';
import type { HintKind } from '../breach/events.ts';
import type { CaseId } from '../breach/identifiers.ts';
import type { ChainHead } from './caseCard.ts';
import type { Contact, ReceiptPrompt } from './prompt.ts';

const HINTS: readonly HintKind[] = ['incident', 'contained', 'concerned'];

const isOver = ({ status }: CaseRecord): boolean => status === 'closed' || status === 'erased';

/** What one tap can still add, in the order of the vocabulary. */
export const openHints = (record: CaseRecord): readonly HintKind[] =>
  isOver(record) ? [] : HINTS.filter((hint) => record.hints[hint] === undefined);

/** What the reporting person keeps: number, times, whom to reach, and what one tap can still add while the case is open. */
export function receipt(of: {
  readonly caseId: CaseId;
  readonly record: CaseRecord;
  readonly organisation: { readonly timeZone: string; readonly noDisadvantage: boolean; readonly contactPoint: Contact };
  readonly head?: ChainHead | undefined;
}): ReceiptPrompt {
  const { caseId, record, organisation, head } = of;
  const closed = isOver(record);
  return {
    kind: 'receipt',
    caseId,
    number: record.number,
    zone: organisation.timeZone,
    reportedAt: record.openedAt,
    noticedAt: noticedAtFirst(record),
    hints: record.hints,
    openHints: openHints(record),
    noDisadvantage: organisation.noDisadvantage,
    contact: organisation.contactPoint,
    closed,
    ...(head === undefined ? {} : { head }),
  };
}

/** As the reporting person said it: a moment that the office records later is none of the receipt's business. */
const noticedAtFirst = (record: CaseRecord): CaseRecord['openedAt'] =>
  record.times.find((named) => named.time === 'noticed')?.moment ?? record.earliestNamed;
