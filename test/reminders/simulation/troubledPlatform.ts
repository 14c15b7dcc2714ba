import type { Platform } from '../../../src/organisation.ts';
import type { Addressee, DeliveryResult, FoundResult, OutgoingMessage } from '../../../src/ports.ts';
import { addresseeName } from '../../../src/reminders/slot.ts';
import type { Chance } from './chance.ts';

export type Span = { readonly from: number; readonly until: number };
export const isWithin = (spans: readonly Span[], moment: number): boolean =>
  spans.some(({ from, until }) => moment >= from && moment < until);

/** One post as it stands on the platform. */
export type Post = { readonly messageId: string; readonly to: string; readonly key: string };

/** `nothing`: nobody answers, ever. `broken`: the connection broke. */
export type Answer<T> = T | 'nothing' | 'broken';

export type TroubledPlatform = {
  readonly platform: Platform;
  /** Nobody answers. */
  readonly outages: readonly Span[];
  /** The channel is archived. */
  readonly gone: readonly Span[];
  /** What becomes of a message that has just come in over the wire. */
  readonly receive: (
    message: OutgoingMessage,
    moment: number,
  ) => { readonly answer: Answer<DeliveryResult>; readonly post?: Post; readonly vanished?: Post };
  readonly find: (to: Addressee, key: string, moment: number) => Answer<FoundResult>;
  readonly count: { answersLost: number };
};

export type Troubles = {
  readonly outages: readonly Span[];
  readonly gone: readonly Span[];
  /** How likely each message meets one of the smaller troubles. */
  readonly rate: number;
};

/** A chat platform with bad days. What it took stays there. */
export function troubledPlatform(platform: Platform, troubles: Troubles, chance: Chance): TroubledPlatform {
  const posts = new Map<string, Post>();
  const byKey = new Map<string, Post>();
  let ids = 0;
  const count = { answersLost: 0 };
  const take = ({ to, key, replaces }: OutgoingMessage): Post => {
    const post = { messageId: replaces ?? `${platform}-${(ids += 1)}`, to: addresseeName(to), key };
    posts.set(post.messageId, post);
    byKey.set(`${post.to} ${key}`, post);
    return post;
  };
  const vanish = (messageId: string) => {
    const vanished = posts.get(messageId);
    posts.delete(messageId);
    if (vanished !== undefined) byKey.delete(`${vanished.to} ${vanished.key}`);
    return { answer: { result: 'gone' as const }, ...(vanished && { vanished }) };
  };
  const lost = (message: OutgoingMessage, arrives: number, answer: 'nothing' | 'broken' | DeliveryResult) => {
    count.answersLost += 1;
    return chance.isLikely(arrives) ? { answer, post: take(message) } : { answer };
  };
  return {
    ...{ platform, count, outages: troubles.outages, gone: troubles.gone },
    receive: (message, moment) => {
      if (isWithin(troubles.outages, moment)) return lost(message, 0.1, 'nothing');
      if (message.to.kind === 'channel' && isWithin(troubles.gone, moment)) return { answer: { result: 'unreachable' } };
      const drawn = chance.next() / troubles.rate;
      if (drawn < 0.15) return lost(message, 1, 'broken');
      if (drawn < 0.25) return lost(message, 0, 'broken');
      if (drawn < 0.4) return lost(message, 0.5, { result: 'unclear' });
      if (drawn < 0.45) return lost(message, 0.5, 'nothing');
      if (drawn < 0.7) return { answer: { result: 'not-sent' } };
      if (drawn < 0.97) return { answer: { result: 'not-sent', retryAfterSeconds: chance.whole(1, 90) } };
      if (drawn < 1 && message.replaces !== undefined) return vanish(message.replaces);
      const post = take(message);
      return { answer: { result: 'delivered', messageId: post.messageId }, post };
    },
    find: (to, key, moment) => {
      if (isWithin(troubles.outages, moment)) return 'nothing';
      if (chance.isLikely(troubles.rate)) return { result: 'unknown' };
      const post = byKey.get(`${addresseeName(to)} ${key}`);
      return post === undefined ? { result: 'absent' } : { result: 'found', messageId: post.messageId };
    },
  };
}
