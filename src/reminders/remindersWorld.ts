import type { CaseId } from '../breach/identifiers.ts';
import type { Absence, Organisation } from '../organisation.ts';
import type { CountedTrouble } from '../prompt/prompt.ts';
import type { Channel, Clock, Register } from '../ports.ts';
import type { Mornings } from './digestMoment.ts';

/** What the people who run the bot must know. Ids and kinds only. */
export type Alarm = {
  /** Absent where it is not about one case. */
  readonly caseId?: CaseId;
  readonly what:
    | 'caseUnreadable'
    | 'registerUnavailable'
    | 'contradictingRules'
    /** The own check found something, or no longer does. */
    | 'unwell'
    | 'wellAgain'
    | 'heartbeatFailed'
    | 'tickFailed'
    | 'tickHung'
    | 'unexpected';
  /** The ids of the rules it is about. */
  readonly rules?: readonly string[];
  /** With `unwell`: what it found. */
  readonly troubles?: readonly CountedTrouble[];
};

/** All that reconciliation needs from outside. */
export type RemindersWorld = {
  readonly register: Register;
  /**
   * One for each platform that is connected. Each answers within a few seconds and tries once; one that was told to wait
   * (`Retry-After`) refuses by itself until then, because a case may be looked at earlier for another reason.
   */
  readonly channels: readonly Channel[];
  readonly clock: Clock;
  readonly organisation: Organisation;
  /** Who is away, asked once per round. What cannot be read is as if nobody were: then everybody is told. */
  readonly absences?: () => Promise<readonly Absence[]>;
  /** How long a worker has a case for itself. No message is begun in the second half of it. */
  readonly leaseSeconds: number;
  /** When the digest is told; when work begins where nothing is said. */
  readonly mornings?: Mornings;
  /** Must not throw. */
  readonly alarm: (alarm: Alarm) => void;
};
