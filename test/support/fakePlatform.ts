import type { Platform } from '../../src/organisation.ts';
import type { Channel, Clock, DeliveryResult, OutgoingMessage } from '../../src/ports.ts';
import type { Instant } from '../../src/rules/instant.ts';

/**
 * How the platform treats one message. `loseAnswer`: takes it and the answer is lost on the wire. `loseMessage`: the same
 * from outside, but nothing arrived. `break`: the adapter throws before anything arrived.
 */
export type Treatment =
  | 'take'
  | 'refuse'
  | 'loseAnswer'
  | 'loseMessage'
  | 'break'
  | 'gone'
  | 'unreachable'
  | { readonly retryAfterSeconds: number };

/** What people see: a post, or the same post drawn anew. */
export type Shown = OutgoingMessage & { readonly messageId: string; readonly at: Instant; readonly answered: boolean };

export type FakePlatform = Channel & {
  /** Everything that arrived, in order; a redrawn post again. */
  readonly arrived: readonly Shown[];
  /** Everything that was tried. */
  readonly tried: readonly (OutgoingMessage & { readonly at: Instant })[];
  treat: (message: OutgoingMessage) => Treatment;
  /** The messages the bot took away, in order. */
  readonly removed: readonly string[];
  treatRemoval: (messageId: string) => 'take' | 'refuse' | 'break';
};

/** A chat platform in this process that fails as it is told. */
export function fakePlatform(platform: Platform, clock: Clock): FakePlatform {
  const arrived: Shown[] = [];
  const removed: string[] = [];
  const tried: (OutgoingMessage & { readonly at: Instant })[] = [];
  const arrive = (message: OutgoingMessage, answered: boolean): string => {
    const messageId = message.replaces ?? `${platform}-${arrived.length + 1}`;
    arrived.push({ ...message, messageId, at: clock.now(), answered });
    return messageId;
  };
  const fake: FakePlatform = {
    platform,
    arrived,
    tried,
    removed,
    treatRemoval: () => 'take',
    remove: async ({ messageId }) => {
      const treatment = fake.treatRemoval(messageId);
      if (treatment === 'break') throw new Error('The platform is down.');
      if (treatment === 'refuse') return { result: 'not-removed' };
      removed.push(messageId);
      return { result: 'removed' };
    },
    treat: () => 'take',
    deliver: async (message) => {
      tried.push({ ...message, at: clock.now() });
      const treatment = fake.treat(message);
      return typeof treatment === 'object' ? { result: 'not-sent', ...treatment } : answer(treatment, message, arrive);
    },
  };
  return fake;
}

function answer(
  treatment: Exclude<Treatment, object>,
  message: OutgoingMessage,
  arrive: (message: OutgoingMessage, answered: boolean) => string,
): DeliveryResult {
  switch (treatment) {
    case 'take':
      return { result: 'delivered', messageId: arrive(message, true) };
    case 'loseAnswer':
      arrive(message, false);
      return { result: 'unclear' };
    case 'loseMessage':
      return { result: 'unclear' };
    case 'refuse':
      return { result: 'not-sent' };
    case 'gone':
      return { result: 'gone' };
    case 'unreachable':
      return { result: 'unreachable' };
    case 'break':
      throw new Error('The platform is down.');
  }
}
