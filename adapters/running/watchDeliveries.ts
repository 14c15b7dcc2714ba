import type { Channel, DeliveryResult, OutgoingMessage } from '../../src/ports.ts';

/** So long nothing may reach somebody before it counts as stuck. */
const STUCK_MS = 600_000;
/** The longest pause between two attempts is 15 minutes: whoever was not written to for longer is owed nothing any more. */
const FORGOTTEN_MS = 2_400_000;

type Failing = { readonly sinceMs: number; lastMs: number };

export type DeliveryWatch = {
  /** The same channel, but what becomes of each message is noted. */
  readonly watched: (channel: Channel) => Channel;
  /** People and channels that something waits for, and those of them that nothing has reached for more than ten minutes. */
  readonly waiting: () => { readonly waiting: number; readonly stuck: number };
};

/** Watches from beside whom nothing reaches any more. Whatever arrives at somebody shows that they can be reached. */
export function watchDeliveries(monotonicNow: () => number): DeliveryWatch {
  const failing = new Map<string, Failing>();
  const note = ({ to }: OutgoingMessage, isAnswered: boolean): void => {
    const name = `${to.platform} ${to.kind} ${to.id}`;
    const now = monotonicNow();
    if (isAnswered) failing.delete(name);
    else failing.set(name, { sinceMs: failing.get(name)?.sinceMs ?? now, lastMs: now });
  };
  return {
    watched: (channel) => ({
      ...channel,
      deliver: async (message) => {
        let result: DeliveryResult['result'] | undefined;
        try {
          const answer = await channel.deliver(message);
          result = answer.result;
          return answer;
        } finally {
          note(message, result !== undefined && result !== 'not-sent' && result !== 'unclear');
        }
      },
    }),
    waiting: () => {
      const now = monotonicNow();
      for (const [name, { lastMs }] of failing) if (now - lastMs > FORGOTTEN_MS) failing.delete(name);
      const stuck = [...failing.values()].filter(({ sinceMs }) => now - sinceMs > STUCK_MS);
      return { waiting: failing.size, stuck: stuck.length };
    },
  };
}
