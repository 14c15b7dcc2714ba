import type { Absence } from '../organisation.ts';
import { RegisterUnavailable } from '../ports.ts';
import type { RemindersWorld } from './remindersWorld.ts';

/** Who is away. What cannot be read is as if nobody were: then everybody is told. */
export async function absencesIn(world: Pick<RemindersWorld, 'absences' | 'alarm'>): Promise<readonly Absence[]> {
  try {
    return (await world.absences?.()) ?? [];
  } catch (error) {
    world.alarm({ what: error instanceof RegisterUnavailable ? 'registerUnavailable' : 'unexpected' });
    return [];
  }
}
