import { digestCases, digestFor } from '../reminders/digestCases.ts';
import { lookAtList } from './look.ts';
import type { Prompts, Turn } from './turn.ts';

/** Every open duty by time left, as the office is told it each working day; nothing of a case from which this person is excluded. */
export async function seeDigest(turn: Turn): Promise<Prompts> {
  const refused = await lookAtList(turn, 'seeDigest');
  if (refused) return refused;
  const { world, organisation, now, person } = turn;
  return [digestFor(person, await digestCases(world.register), organisation, now)];
}
