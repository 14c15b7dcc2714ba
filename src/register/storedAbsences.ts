import { z } from 'zod';
import type { PersonId } from '../breach/identifiers.ts';
import type { Absence } from '../organisation.ts';
import type { Absences, Clock, Register } from '../ports.ts';
import { addHours, type Instant } from '../rules/instant.ts';

/** So long after its end an absence is still known: whoever comes back is told what fell due meanwhile. */
const KEPT_AFTER_END_HOURS = 40 * 24;

const moment = z.iso.datetime() as unknown as z.ZodType<Instant>;
const shape = z.array(z.object({ person: z.string() as unknown as z.ZodType<PersonId>, from: moment, until: moment }));

/** Absences in the register, as one sealed note: who is away stands nowhere in the clear. What has ended long enough ago vanishes. */
export function storedAbsences(register: Pick<Register, 'note' | 'changeNote'>, clock: Clock): Absences {
  const change = (work: (kept: readonly Absence[], now: Instant) => readonly Absence[]): Promise<void> =>
    register.changeNote('absences', (before) => {
      const now = clock.now();
      const after = work(known(before, now), now);
      return after.length === 0 ? undefined : JSON.stringify(after);
    });
  return {
    list: async () => {
      const kept = await register.note('absences');
      const listed = known(kept, clock.now());
      // What is not listed any more is not kept any longer either.
      if (kept !== undefined && listed.length < read(kept).length) await change((still) => still);
      return listed;
    },
    set: (absence) =>
      change((kept, now) => [...kept.filter(({ person, until }) => person !== absence.person || until <= now), absence]),
    end: (person) =>
      change((kept, now) => kept.flatMap((absence) => (absence.person === person ? endedNow(absence, now) : absence))),
  };
}

/** One that had not begun yet was never one. */
function endedNow(absence: Absence, now: Instant): readonly Absence[] {
  if (absence.until <= now) return [absence];
  return absence.from >= now ? [] : [{ ...absence, until: now }];
}

const known = (text: string | undefined, now: Instant): readonly Absence[] =>
  read(text).filter(({ until }) => addHours(until, KEPT_AFTER_END_HOURS) > now);

function read(text: string | undefined): readonly Absence[] {
  if (text === undefined) return [];
  try {
    return shape.safeParse(JSON.parse(text)).data ?? [];
  } catch {
    return [];
  }
}
