import type { CaseRecord } from '../breach/breachCase.ts';
import { clockInForce, openDuties } from '../breach/duties.ts';
import type { DutyKind, Hints } from '../breach/events.ts';
import type { Instant } from '../rules/instant.ts';

/** What lists and searches use of a case. No person, no text. */
export type CaseSummary = {
  readonly status: CaseRecord['status'];
  /** Kinds of the open duties, each once. */
  readonly openDuties: readonly DutyKind[];
  /** The earliest end of a period of all open duties. */
  readonly firstDueBy?: Instant;
  readonly kind?: NonNullable<Hints['incident']>;
  /** Only while closed. */
  readonly closedAt?: Instant;
};

/** The summary of a case as it stands. */
export function caseSummary(record: CaseRecord): CaseSummary {
  const open = openDuties(record);
  const [firstDueBy] = open.flatMap((duty) => clockInForce(duty).dueBy ?? []).toSorted();
  const { incident: kind } = record.hints;
  return {
    status: record.status,
    openDuties: [...new Set(open.map((duty) => duty.kind))].toSorted(),
    ...(firstDueBy !== undefined && { firstDueBy }),
    ...(kind !== undefined && { kind }),
    ...(record.status !== 'open' && record.closedAt !== undefined && { closedAt: record.closedAt }),
  };
}
