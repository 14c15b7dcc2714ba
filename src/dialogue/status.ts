import { statusOf } from '../reminders/status.ts';
import { lookAtList } from './look.ts';
import type { Prompts, Turn } from './turn.ts';

/** How Fristwacht itself is doing, for the data protection office. */
export async function seeStatus(turn: Turn): Promise<Prompts> {
  const refused = await lookAtList(turn, 'seeStatus');
  if (refused) return refused;
  const { world, organisation, now } = turn;
  const status = await (world.status?.() ?? statusOf(world.register, now));
  return [{ kind: 'status', zone: organisation.timeZone, status }];
}
