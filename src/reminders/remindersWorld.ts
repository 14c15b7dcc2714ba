import type { CaseId } from '../breach/identifiers.ts';
import type { Absence, Organisation } from '../organisation.ts';
import type { CountedTrouble } from '../prompt/prompt.ts';
import type { Channel, Clock, Register, Timer } from '../ports.ts';
import type { Mornings } from './digestMoment.ts';
import type { Resting } from './resting.ts';

/** What the people who run the bot must know. Ids and kinds only. */
export type Alarm = {
  /** Absent where it is not about one case. */
  readonly caseId?: CaseId;
  readonly what:
    | 'caseUnreadable'
    | 'registerUnavailable'
    | 'contradictingRules'
    | 'unreachable'
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
  /** One for each platform that is connected. Each tries once and says what it was told; who waits, and how long, is decided here alone. */
  readonly channels: readonly Channel[];
  /** Who is left alone for a while, kept for as long as the process runs; without it, for one tick. */
  readonly resting?: Resting;
  readonly clock: Clock;
  /** Ends an attempt that gets no answer. */
  readonly timer: Timer;
  readonly organisation: Organisation;
  /** Who is away, asked once per round. What cannot be read is as if nobody were: then everybody is told. */
  readonly absences?: () => Promise<readonly Absence[]>;
  /** How long a worker has a case for itself. No message is begun in the second half of it, and none is waited for longer than an eighth. */
  readonly leaseSeconds: number;
  /** When the digest is told; when work begins where nothing is said. */
  readonly mornings?: Mornings;
  /** Must not throw. */
  readonly alarm: (alarm: Alarm) => void;
};
