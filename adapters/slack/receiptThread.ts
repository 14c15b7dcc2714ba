import type { CaseId } from '../../src/breach/identifiers.ts';
import { personBehind } from '../../src/organisation.ts';
import { messageId } from './slackChannel.ts';
import type { SlackWorld } from './slackWorld.ts';

/** Nobody has more open receipts than this. */
const REPORTS_AT_MOST = 50;

/** The case whose messages to this person began the thread; undefined where it is about no report of theirs. */
export async function caseOfThread(
  world: SlackWorld,
  account: string,
  channel: string,
  thread: string,
): Promise<CaseId | undefined> {
  const reporter = personBehind(world.people.organisation(), 'slack', account);
  const id = messageId(channel, thread);
  for (const { caseId } of await world.register.list({ reporter, limit: REPORTS_AT_MOST })) {
    const delivered = await world.register.deliveries(caseId);
    if (delivered.some((delivery) => delivery.messageId === id)) return caseId;
  }
  return undefined;
}
