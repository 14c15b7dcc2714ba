import type { CaseRecord } from '../breach/breachCase.ts';
import { clockInForce, openDuties } from '../breach/duties.ts';
import type { CaseSummary } from '../ports.ts';

export type { CaseSummary };

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
