// A prompt as an Adaptive Card for Teams, and for the desk, which shows exactly the same cards.
import type { Prompt } from '../src/prompt/prompt.ts';
import type { Lang } from '../src/words/citations.ts';
import { wordsOf } from '../src/words/wordsOf.ts';
import { type Json, elements } from './adaptiveElements.ts';
import { ALL_ROOM, type Room } from './blocks.ts';
import { layout } from './layout.ts';
import { LIMITS } from './limits.ts';
import { summary } from './summary.ts';

export type AdaptiveCardJson = Json & { readonly type: 'AdaptiveCard'; readonly version: string; readonly body: readonly Json[] };

/** From plenty to hardly any: the first that fits is taken. What is left out is said on the card. */
const ROOMS: readonly Room[] = [
  ALL_ROOM,
  { text: 2000, entries: 20 },
  { text: 1000, entries: 12 },
  { text: 500, entries: 8 },
  { text: 250, entries: 6 },
  { text: 120, entries: 4 },
  { text: 60, entries: 2 },
];

/** The card in the reader's language, small enough for every place in Teams. */
export function adaptiveCard(prompt: Prompt, language: Lang): AdaptiveCardJson {
  const drawn = ROOMS.map((room) => () => draw(prompt, language, room));
  for (const card of drawn.map((attempt) => attempt())) if (cardBytes(card) <= LIMITS.adaptiveCard.bytes) return card;
  return draw(prompt, language, { text: 40, entries: 1 });
}

/** The size of a card as Teams measures it: its JSON as UTF-16. */
export const cardBytes = (card: AdaptiveCardJson): number => JSON.stringify(card).length * 2;

function draw(prompt: Prompt, language: Lang, room: Room): AdaptiveCardJson {
  const words = wordsOf(language);
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: LIMITS.adaptiveCard.version,
    lang: language,
    fallbackText: summary(prompt, language),
    body: elements(words, layout({ words, room }, prompt)),
  };
}
