import { adaptiveCard } from '../../cards/adaptiveCard.ts';
import { plain } from '../../cards/plain.ts';
import type { Channel, Clock, DeliveryResult, Ids, OutgoingMessage } from '../../src/ports.ts';
import type { Prompt } from '../../src/prompt/prompt.ts';
import { type CardJson, channelPlace, type DeskStore, type Drawings, personPlace } from './deskStore.ts';

/** Draws what the bot says in both languages: exactly the cards that Teams gets. */
export function draw(prompts: readonly Prompt[]): Drawings {
  const inLanguage = (language: 'de' | 'en') => ({
    cards: prompts.map((prompt) => adaptiveCard(prompt, language) as CardJson),
    plain: prompts.map((prompt) => plain(prompt, language)).join('\n\n'),
  });
  return { de: inLanguage('de'), en: inLanguage('en') };
}

/** The desk as a chat platform: a message is delivered once it lies in the desk's own file, where the page reads it. */
export function deskChannel(store: DeskStore, clock: Clock, ids: Ids): Channel {
  return {
    platform: 'desk',
    deliver: async (message) => {
      try {
        return deliver(message, store, clock, ids);
      } catch {
        // The write is durable or it is not there: a failure is never half a message.
        return { result: 'not-sent' };
      }
    },
    remove: async ({ messageId }) => {
      try {
        store.remove(messageId, clock.now());
        return { result: 'removed' };
      } catch {
        return { result: 'not-removed' };
      }
    },
  };
}

function deliver({ to, key, prompt, replaces }: OutgoingMessage, store: DeskStore, clock: Clock, ids: Ids): DeliveryResult {
  const place = to.kind === 'channel' ? channelPlace(to.id) : personPlace(to.id);
  const content = { type: 'message', drawings: draw([prompt]) } as const;
  const before = replaces ?? store.findByKey(place, key)?.id;
  if (before === undefined) {
    return { result: 'delivered', messageId: store.post({ id: ids.next(), key, place, at: clock.now(), content }).id };
  }
  const redrawn = store.redraw(before, key, clock.now(), content);
  return redrawn ? { result: 'delivered', messageId: redrawn.id } : { result: 'gone' };
}
