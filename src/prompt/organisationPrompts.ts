// What belongs to no single case: the daily digest, an alarm about Fristwacht itself, and how it is doing. Never content.
import type { DutyKind, Hints } from '../breach/events.ts';
import type { CaseId, CaseNumber } from '../breach/identifiers.ts';
import type { Instant } from '../rules/instant.ts';
import type { Action } from './action.ts';
import type { DutyRow } from './promptParts.ts';

/** One open duty of one case. */
export type DigestRow = {
  readonly caseId: CaseId;
  readonly number: CaseNumber;
  readonly incident: Hints['incident'] | undefined;
  readonly duty: DutyRow;
  /** Who is on it, by name, and until when; only persons of the configuration are named. */
  readonly onIt?: { readonly name?: string; readonly until: Instant };
};

/** A case that cannot be read; what of it stands in the clear is told all the same. */
export type UnreadableRow = {
  readonly number: CaseNumber;
  readonly duties: readonly DutyKind[];
  /** The earliest last moment of all its duties. */
  readonly dueBy?: Instant;
};

/** Every open duty, what is due first first; nothing open: one line. */
export type DigestPrompt = {
  readonly kind: 'digest';
  readonly zone: string;
  readonly rows: readonly DigestRow[];
  readonly unreadable: readonly UnreadableRow[];
  /** Open cases in which nothing is owed any more and that nobody has closed. */
  readonly readyToClose: readonly CaseNumber[];
  readonly asOf: Instant;
  readonly actions: readonly Action[];
};

export const TROUBLES = [
  'registerUnavailable', // the register did not answer the check
  'tickOld', // nothing has been looked at for some minutes
  'lookMissing', // open cases that would not have been looked at again, or too late
  'lookLate', // open cases whose look is overdue
  'dutySilent', // cases with an open duty of which nobody would be reminded
  'nobodyToTell', // cases of which nobody who can be reached would be told
  'deliveryLate', // cases with a reminder that is owed and was not delivered
  'caseUnreadable',
  'deliveriesStuck', // people and channels that nothing reaches any more
] as const;
/** What can be wrong with Fristwacht itself. */
export type Trouble = (typeof TROUBLES)[number];
/** Number and kind, nothing else. */
export type CountedTrouble = { readonly trouble: Trouble; readonly count: number };

/** Told to the data protection officer by every way that is left: something is wrong with Fristwacht, or no longer. */
export type HealthPrompt = {
  readonly kind: 'health';
  readonly state: 'trouble' | 'over';
  readonly since: Instant;
  readonly troubles: readonly CountedTrouble[];
  readonly zone: string;
  readonly asOf: Instant;
};

export type Status = {
  /** The moment all of it holds for. */
  readonly asOf: Instant;
  /** When anything due was last looked at, by whichever instance; absent where none ever ran. */
  readonly lastTick?: Instant;
  /** How many instances looked within the last few minutes. */
  readonly instances: number;
  readonly openCases: number;
  /** Kinds of open duties over all cases, each counted once per case. */
  readonly openDuties: number;
  readonly firstDueBy?: Instant;
  /** When something is looked at next. */
  readonly nextLook?: Instant;
  /** People and channels that wait for something that could not be delivered yet. */
  readonly waiting: number;
  readonly lastFailure?: { readonly at: Instant; readonly what: string };
  /** What is wrong just now; where there is none, all is well. */
  readonly troubles: readonly CountedTrouble[];
};

export type StatusPrompt = { readonly kind: 'status'; readonly zone: string; readonly status: Status };
