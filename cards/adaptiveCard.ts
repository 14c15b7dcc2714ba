// A prompt as an Adaptive Card for Teams, and for the desk, which shows exactly the same cards.
import type { Prompt } from '../src/prompt/prompt.ts';
import type { Lang } from '../src/words/citations.ts';
import { wordsOf } from '../src/words/wordsOf.ts';
import { type Json, elements } from './adaptiveElements.ts';
import { ALL_ROOM, type Block, quiet, type Room } from './blocks.ts';
import { layout } from './layout.ts';
import { LIMITS } from './limits.ts';
import { type Reader, wordsFor } from './reader.ts';
import { summary } from './summary.ts';

export type AdaptiveCardJson = Json & { readonly type: 'AdaptiveCard'; readonly version: string; readonly body: readonly Json[] };

/** From plenty to hardly any: the first that fits is taken. What is left out is said on the card. */
const ROOMS: readonly Room[] = [
  ALL_ROOM,
  { text: 2000, entries: 20, duties: 'full' },
  { text: 800, entries: 12, duties: 'full' },
  { text: 400, entries: 8, duties: 'full' },
  { text: 250, entries: 6, duties: 'full' },
  { text: 160, entries: 4, duties: 'full' },
  { text: 120, entries: 3, duties: 'one line' },
  { text: 80, entries: 1, duties: 'one line' },
];
const LEAST: Room = { text: 30, entries: 0, duties: 'one line' };

/** The card in the reader's language, small enough for every place in Teams. */
export const adaptiveCard = (prompt: Prompt, language: Lang): AdaptiveCardJson =>
  fittingCard([prompt], { language }, (card) => card);

/** One card for what is said together, small enough in whatever it is dressed for its place: the result of `dress` is what is measured. */
export function fittingCard<Dressed extends Json>(
  prompts: readonly [Prompt, ...Prompt[]],
  reader: Reader,
  dress: (card: AdaptiveCardJson) => Dressed,
): Dressed {
  for (const room of ROOMS) {
    const dressed = dress(draw(prompts, reader, room));
    if (cardBytes(dressed) <= LIMITS.adaptiveCard.bytes) return dressed;
  }
  return dress(draw(prompts, reader, LEAST));
}

/** The size of a card as Teams measures it: its JSON as UTF-16. */
export const cardBytes = (card: Json): number => JSON.stringify(card).length * 2;

function draw(prompts: readonly [Prompt, ...Prompt[]], reader: Reader, room: Room): AdaptiveCardJson {
  const { language } = reader;
  const words = wordsFor(reader);
  // The places of the elements make ids, which are unique within the whole card.
  const layouts = prompts.map((prompt) => withZone(layout({ words, room }, prompt), prompt, reader));
  const asks = layouts.some(hasFields);
  const parts = layouts.map((blocks, at) =>
    elements(words, asks ? blocks : blocks.map(withoutWaysOut), at === 0 ? 'part' : `part-of-${at}`).map((element, place) =>
      at > 0 && place === 0 ? { ...element, separator: true, spacing: 'ExtraLarge' } : element,
    ),
  );
  return {
    type: 'AdaptiveCard',
    version: LIMITS.adaptiveCard.version,
    lang: language,
    fallbackText: prompts.map((prompt) => summary(prompt, language, words)).join(' · '),
    body: parts.flat(),
  };
}

/** What is typed counts in the organisation's zone; whoever sits in another one is told so where they type it. */
function withZone(blocks: readonly Block[], prompt: Prompt, { language, zone }: Reader): readonly Block[] {
  if (zone === undefined || !('zone' in prompt) || prompt.zone === zone || !asksForMoment(blocks)) return blocks;
  const [first, ...rest] = blocks;
  const note = quiet(wordsOf(language).typedInZone(prompt.zone));
  return first === undefined ? blocks : [first, note, ...rest];
}

const asksForMoment = (blocks: readonly Block[]): boolean =>
  blocks.some(
    (block) => (block.block === 'input' && block.input === 'moment') || ('blocks' in block && asksForMoment(block.blocks)),
  );

const hasFields = (blocks: readonly Block[]): boolean =>
  blocks.some((block) => block.block === 'input' || ('blocks' in block && hasFields(block.blocks)));

/** Where there is nothing to fill in, no button has to say that it takes nothing along; that is room for text. */
function withoutWaysOut(block: Block): Block {
  if ('blocks' in block) return { ...block, blocks: block.blocks.map(withoutWaysOut) };
  if (block.block !== 'actions') return block;
  return { ...block, actions: block.actions.map((action) => ({ ...action, takesInputs: true })) };
}
