import type { BreachCase } from '../breach/breachCase.ts';
import { fold } from '../breach/evolve.ts';
import type { StoredCase } from '../ports.ts';
import { CaseUnreadable } from './caseUnreadable.ts';

/** The case as its entries tell it. Throws CaseUnreadable where an entry is damaged or was written by a newer version. */
export function readCase(stored: StoredCase): BreachCase {
  try {
    return fold(stored.entries.flatMap((entry) => entry.events));
  } catch (cause) {
    throw new CaseUnreadable(stored.caseId, { cause });
  }
}
