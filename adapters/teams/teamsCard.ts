import { createHash } from 'node:crypto';
import { type AdaptiveCardJson, fittingCard } from '../../cards/adaptiveCard.ts';
import { LIMITS } from '../../cards/limits.ts';
import { wordsFor } from '../../cards/reader.ts';
import { summary } from '../../cards/summary.ts';
import type { Lang } from '../../src/law/sources.ts';
import type { Action, Verb } from '../../src/prompt/action.ts';
import type { Prompt } from '../../src/prompt/prompt.ts';
import { teamsWords } from '../../src/words/teamsWords.ts';
import { type Carried, OURS, PRESENT } from './press.ts';
import type { OutgoingActivity } from './transport.ts';

type Json = { readonly [key: string]: unknown };

/**
 * Where a card stands decides what its buttons do. `office`: others read along, so whatever shows more opens in a dialog, for that
 * person alone. `personal`: the answer takes the place of the card. `kept`: the card stays, and the answer comes below it. `dialog`:
 * the answer is the next page.
 */
export type CardPlace = 'office' | 'personal' | 'kept' | 'dialog';

export type Dressing = {
  readonly place: CardPlace;
  /** Unguessable, a new one for each drawing. */
  readonly drawing: string;
  readonly language: Lang;
  /** The zone of the one person who reads it, where Teams says it. */
  readonly zone?: string;
  readonly said?: string;
  /** While trying out: the client at the other end knows no dialogs, so in the personal chat everything answers in place. */
  readonly withoutDialogs?: true;
  /** Above the card, where the platform did not answer to it the first time. */
  readonly isRepeated?: boolean;
  /** On a card that others see too: for these members it is drawn again, with what only they can press. At most 60. */
  readonly officers?: { readonly memberIds: readonly string[]; readonly caseId: string };
};

export type Prompts = readonly [Prompt, ...Prompt[]];

const CARD = 'application/vnd.microsoft.card.adaptive';
/** As many members as Teams draws a card again for. */
const MOST_OFFICERS = 60;

/** What answers in the personal chat itself: it records, or shows no text of a case. Everything else opens a dialog, which keeps nothing. */
const IN_CHAT: readonly Verb[] = [
  ...(['home', 'report', 'addToReport', 'giveHint', 'myReports', 'answerQuestion', 'openCases'] as const),
  ...(['acknowledge', 'submitForm', 'confirmDecision', 'tellReporter', 'backAgain'] as const),
];
/** What records at once and shows nothing of a case. */
const AT_ONCE: readonly string[] = ['acknowledge', PRESENT];

/** A message with one card, within the limits as a whole. Its summary is what a notification shows: number, duty and time. */
export function cardMessage(prompts: Prompts, dressing: Dressing): OutgoingActivity & Json {
  const text = prompts.map((prompt) => summary(prompt, dressing.language, wordsFor(dressing))).join(' · ');
  return fittingCard(prompts, dressing, (card) => ({
    ...{ type: 'message' as const, summary: text },
    attachments: [{ contentType: CARD, content: dressed(card, dressing) }],
  }));
}

/** The answer to a press that takes the place of the card. */
export const cardAnswer = (prompts: Prompts, dressing: Dressing): Json =>
  fittingCard(prompts, dressing, (card) => ({ statusCode: 200, type: CARD, value: dressed(card, dressing) }));

/** The same card as an answer to a press, in the place of the one that was pressed. */
export const answerWithCardOf = ({ attachments: [attachment] }: OutgoingActivity): Json => ({
  ...{ statusCode: 200, type: CARD },
  value: attachment?.content,
});

/** Names what it is about and opens it in a dialog, where a message would keep it. */
export function openingMessage(prompt: Prompt, opens: Action, dressing: Dressing): OutgoingActivity & Json {
  const { language } = dressing;
  const text = summary(prompt, language, wordsFor(dressing));
  const button = { type: 'Action.Execute', title: teamsWords[language].open, associatedInputs: 'none', ...opens };
  const card: AdaptiveCardJson = {
    ...{ type: 'AdaptiveCard', version: LIMITS.adaptiveCard.version, lang: language, fallbackText: text },
    body: [
      { type: 'RichTextBlock', inlines: [text] },
      { type: 'ActionSet', actions: [button] },
    ],
  };
  return { type: 'message', summary: text, attachments: [{ contentType: CARD, content: dressed(card, dressing) }] };
}

/** A page of a dialog. */
export const dialogPage = (prompts: Prompts, dressing: Omit<Dressing, 'place'>): Json =>
  fittingCard(prompts, dressing, (card) => ({
    task: {
      type: 'continue',
      value: {
        ...{ title: 'Fristwacht', height: 'large', width: 'medium' },
        card: { contentType: CARD, content: dressed(card, { ...dressing, place: 'dialog' }) },
      },
    },
  }));

function dressed(card: AdaptiveCardJson, given: Dressing): Json {
  const dressing = { ...given, drawing: shortened(given.drawing) };
  const { officers, isRepeated, language, drawing } = dressing;
  const memberIds = officers?.memberIds.slice(0, MOST_OFFICERS) ?? [];
  const isBase = memberIds.length > 0;
  const body = withoutIdleToggles(dressedElements(card.body, isBase ? { ...dressing, isBase } : dressing));
  const words = teamsWords[language];
  const present = { verb: PRESENT, data: { case: officers?.caseId ?? '' }, drawing } satisfies Carried;
  const action = { type: 'Action.Execute', title: words.showPresent, verb: PRESENT, data: { [OURS]: present } };
  return {
    ...card,
    ...(isBase ? { refresh: { action, userIds: memberIds } } : {}),
    body: isRepeated ? [...body, { type: 'TextBlock', text: words.repeated, wrap: true, isSubtle: true }] : body,
  };
}

/** It stands in every button, and a card has room for 28 KB: 96 bits tell two drawings apart just as well. */
const shortened = (drawing: string): string => createHash('sha256').update(drawing).digest('base64url').slice(0, 16);

/** `isBase`: what everybody sees of a card that is drawn again for some. */
type Wanted = Dressing & { readonly isBase?: true };

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

function dressedElements(elements: readonly unknown[], wanted: Wanted): readonly Json[] {
  return elements.filter(isJson).flatMap((element) => {
    if (element.type === 'ActionSet') {
      const actions = (element.actions as readonly Json[]).flatMap((action) => dressedAction(action, wanted));
      return actions.length === 0 ? [] : [{ ...element, actions }];
    }
    if (!Array.isArray(element.items)) return [element];
    if (isJson(element.selectAction))
      return dressedAction(element.selectAction, wanted).map((selectAction) => ({ ...element, selectAction }));
    const items = dressedElements(element.items, wanted);
    return items.length === 0 ? [] : [{ ...element, items }];
  });
}

function dressedAction(action: Json, wanted: Wanted): readonly Json[] {
  // What folds and unfolds does so on the screen alone.
  if (action.type !== 'Action.Execute') return [action];
  const { verb, data, type: _, ...look } = action as Json & { readonly verb: Verb; readonly data: Carried['data'] };
  if (wanted.isBase && verb !== 'openCase') return [];
  const { place, drawing, said } = wanted;
  const kept = place === 'kept' ? { kept: true as const } : {};
  const card = wanted.officers === undefined ? {} : { card: true as const };
  const carried: Carried = { verb, data, drawing, ...kept, ...card, ...(said === undefined ? {} : { said }) };
  if (place === 'dialog') return [{ type: 'Action.Submit', ...look, data: { [OURS]: carried } }];
  if (!opensDialog(verb, wanted)) return [{ type: 'Action.Execute', ...look, verb, data: { [OURS]: carried } }];
  return [{ type: 'Action.Submit', ...look, data: { msteams: { type: 'task/fetch' }, [OURS]: carried } }];
}

/** Where steps were left out, so is the button that would unfold them. */
function withoutIdleToggles(elements: readonly Json[]): readonly Json[] {
  const shown = new Set(idsIn(elements));
  const leads = (action: Json): boolean =>
    action.type !== 'Action.ToggleVisibility' || (action.targetElements as readonly string[]).every((id) => shown.has(id));
  return elements.flatMap((element) => {
    if (isJson(element.selectAction)) return leads(element.selectAction) ? [element] : [];
    if (element.type !== 'ActionSet') return [element];
    const actions = (element.actions as readonly Json[]).filter(leads);
    return actions.length === 0 ? [] : [{ ...element, actions }];
  });
}

const idsIn = (elements: readonly Json[]): readonly unknown[] =>
  elements.flatMap((element) => [element.id, ...(Array.isArray(element.items) ? idsIn(element.items as readonly Json[]) : [])]);

const opensDialog = (verb: Verb, { place, withoutDialogs }: Dressing): boolean =>
  place === 'office' ? !AT_ONCE.includes(verb) : withoutDialogs !== true && !IN_CHAT.includes(verb);

/** One sentence of ours, as a message. */
export const plainMessage = (text: string, language: Lang): OutgoingActivity => ({
  ...{ type: 'message', summary: text },
  attachments: [
    {
      contentType: CARD,
      content: {
        ...{ type: 'AdaptiveCard', version: '1.5', lang: language, fallbackText: text },
        body: [{ type: 'TextBlock', text, wrap: true }],
      },
    },
  ],
});

/** One sentence that appears over the card for a moment. */
export const shortAnswer = (text: string): Json => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value: text,
});
