import { z } from 'zod';
import type { Register } from '../ports.ts';
import { type CountedTrouble, type Trouble, TROUBLES } from '../prompt/prompt.ts';
import { hoursBetween, type Instant } from '../rules/instant.ts';
import { readNote, updateNote } from './notes.ts';

const MINUTES_PER_HOUR = 60;
/** A check that found nothing ends a trouble only after so long: what comes and goes within minutes is one trouble. */
const QUIET_MINUTES = 10;
/** An instance that has not checked itself for so long says nothing any more, neither good nor bad. */
const SPEAKS_MINUTES = 20;
/** After so long an instance is forgotten; the last one never is, for it says when Fristwacht last ran. */
const FORGOTTEN_MINUTES = 24 * MINUTES_PER_HOUR;

const moment = z.iso.datetime() as unknown as z.ZodType<Instant>;
const troubles = z.array(z.object({ trouble: z.enum(TROUBLES), count: z.number().int().min(0) }));

/** One instance of the program, as it last wrote of itself. */
const instanceShape = z.object({
  /** The machine's own moment, and that of the clock the reminders go by: at the desk they differ. */
  machine: moment,
  clock: moment,
  /** People and channels that something waits for. */
  waiting: z.number().int().min(0),
  /** When it last checked, and what it found. */
  checkedAt: moment.optional(),
  troubles,
});
const runningShape = z.record(z.string(), instanceShape);
export type Instance = z.output<typeof instanceShape>;
export type Running = Readonly<Record<string, Instance>>;

const healthShape = z.object({
  since: moment,
  seenAt: moment,
  overAt: moment.optional(),
  troubles,
});
/** A trouble from its beginning to its end; the last one stays noted until the next begins. */
export type Health = z.output<typeof healthShape>;

export const minutesBetween = (from: Instant, to: Instant): number => hoursBetween(from, to) * MINUTES_PER_HOUR;

export const readRunning = async (register: Pick<Register, 'note' | 'changeNote'>): Promise<Running> =>
  (await readNote(register, 'running', runningShape)) ?? {};

export const readHealth = (register: Pick<Register, 'note' | 'changeNote'>): Promise<Health | undefined> =>
  readNote(register, 'health', healthShape);

/** What this instance says of itself takes the place of what it said before; whoever has been gone for long is left out. */
export const noteInstance = async (
  register: Pick<Register, 'note' | 'changeNote'>,
  name: string,
  change: (before: Instance | undefined) => Instance,
): Promise<Running> =>
  (await updateNote(register, 'running', runningShape, (before = {}) => {
    const own = change(before[name]);
    const others = Object.entries(before).filter(
      ([other, { clock }]) => other !== name && Math.abs(minutesBetween(clock, own.clock)) < FORGOTTEN_MINUTES,
    );
    return Object.fromEntries([...others, [name, own]]);
  })) ?? {};

/** Everything that any instance found at its last check. Of each kind the highest count: they look at the same register. */
export function troublesOf(running: Running, now: Instant): readonly CountedTrouble[] {
  const speaking = Object.values(running).filter(
    ({ checkedAt }) => checkedAt !== undefined && Math.abs(minutesBetween(checkedAt, now)) < SPEAKS_MINUTES,
  );
  return highest(speaking.flatMap((instance) => instance.troubles));
}

export function highest(found: readonly CountedTrouble[]): readonly CountedTrouble[] {
  const counts = new Map<Trouble, number>();
  for (const { trouble, count } of found) counts.set(trouble, Math.max(count, counts.get(trouble) ?? 0));
  return TROUBLES.flatMap((trouble) => {
    const count = counts.get(trouble) ?? 0;
    return count === 0 ? [] : [{ trouble, count }];
  });
}

/** What is noted after a check that found this. Something that returns after its end is a new trouble. */
export function healthAfter(before: Health | undefined, found: readonly CountedTrouble[], now: Instant): Health | undefined {
  const lasts = before !== undefined && before.overAt === undefined;
  if (found.length > 0) return { since: lasts ? before.since : now, seenAt: now, troubles: [...found] };
  if (!lasts) return before;
  // Where the clock was set back, the quiet is counted from now.
  if (before.seenAt > now) return { ...before, seenAt: now };
  return minutesBetween(before.seenAt, now) < QUIET_MINUTES ? before : { ...before, overAt: now };
}

export const noteHealth = (
  register: Pick<Register, 'note' | 'changeNote'>,
  found: readonly CountedTrouble[],
  now: Instant,
): Promise<Health | undefined> => updateNote(register, 'health', healthShape, (before) => healthAfter(before, found, now));
