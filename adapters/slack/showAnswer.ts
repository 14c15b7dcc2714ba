// Brings an answer before whoever asked: in a window where there is one or one can be opened, else as a message only they see.
import { checkMessage, checkView } from '../../cards/slack/checkBlockKit.ts';
import { type SlackMessage, slackMessages, slackSummary } from '../../cards/slack/slackMessage.ts';
import { reopening, slackPlace } from '../../cards/slack/slackPlace.ts';
import { type Opening, slackWindow, type SlackView, waitingWindow } from '../../cards/slack/slackView.ts';
import type { Answer } from '../../src/dialogue/inbound.ts';
import type { Lang } from '../../src/law/sources.ts';
import type { Prompt } from '../../src/prompt/prompt.ts';
import { slackWords } from '../../src/words/slackWords.ts';
import type { CallResult } from './slackCalls.ts';
import { languageFor, type Sender, type SlackWorld } from './slackWorld.ts';

/** Where somebody asked from. */
export type Asked = {
  readonly sender: Sender;
  /** Opens a window, once and within three seconds. */
  readonly trigger?: string | undefined;
  /** The window they pressed in. */
  readonly window?: string | undefined;
  /** The conversation they pressed or wrote in, and the thread in it. */
  readonly channel?: string | undefined;
  readonly thread?: string | undefined;
  /** A message of ours with fields in it; the answer takes its place, so that what was typed does not go on standing there. */
  readonly form?: { readonly channel: string; readonly ts: string } | undefined;
  readonly opening?: Opening | undefined;
};

/** After this long a window is opened that waits for the answer, so that the trigger does not run out. */
const TRIGGER_WAITS_MS = 1200;

/** Asks the dialogue and shows what it answers. Never throws. */
export async function showAnswer(world: SlackWorld, asked: Asked, answering: () => Promise<Answer>): Promise<void> {
  const answer = answering().catch((): 'failed' => 'failed');
  if (asked.trigger === undefined || asked.window !== undefined) return show(world, asked, await answer);
  const first = await Promise.race([answer, world.wait(TRIGGER_WAITS_MS)]);
  if (first !== undefined) return show(world, asked, first);
  const language = await languageFor(world, asked.sender);
  const opened = await openWindow(world, asked.trigger, waitingWindow(language, 'waiting'));
  await show(world, { ...asked, trigger: undefined, window: opened }, await answer);
}

async function show(world: SlackWorld, asked: Asked, answer: Answer | 'failed'): Promise<void> {
  if (answer === 'failed') {
    world.report({ what: 'listenerFailed', code: 'answer' });
    return say(world, asked, [plainMessage(slackWords[await languageFor(world, asked.sender)].tryAgain)]);
  }
  const { prompts, language } = answer;
  if (prompts.length === 0) return;
  if (asked.window !== undefined) return update(world, asked, asked.window, prompts, language);
  if (asked.form !== undefined) return replaceForm(world, asked, asked.form, prompts, language);
  // Pressed in the home of the app there is no conversation to answer in.
  const needsWindow = (prompt: Prompt): boolean => slackPlace(prompt) === 'window' || prompt.kind === 'whichCase';
  const opens = asked.trigger !== undefined && (asked.channel === undefined || prompts.some(needsWindow));
  if (!opens) return say(world, asked, messagesFor(prompts, language));
  const opened = await openWindow(world, asked.trigger, slackWindow(prompts, language, asked.opening));
  // Too late, or Slack refused it: the person is told and can press again.
  if (opened === undefined) await say(world, asked, [...lateMessages(prompts, language)]);
}

async function openWindow(world: SlackWorld, trigger: string | undefined, view: SlackView): Promise<string | undefined> {
  checked(world, checkView(view));
  const opened = await called(world, 'views.open', { trigger_id: trigger, view });
  const id = opened.ok ? (opened.answer.view as { readonly id?: unknown } | undefined)?.id : undefined;
  return typeof id === 'string' ? id : undefined;
}

async function update(
  world: SlackWorld,
  asked: Asked,
  window: string,
  prompts: readonly Prompt[],
  language: Lang,
): Promise<void> {
  const view = slackWindow(prompts, language, asked.opening);
  checked(world, checkView(view));
  const updated = await called(world, 'views.update', { view_id: window, view });
  // The window was closed in the meantime; what was recorded must still be said.
  if (!updated.ok) await say(world, asked, lateMessages(prompts, language));
}

async function replaceForm(
  world: SlackWorld,
  asked: Asked,
  form: NonNullable<Asked['form']>,
  prompts: readonly Prompt[],
  language: Lang,
): Promise<void> {
  const [first, ...others] = messagesFor(prompts, language);
  if (first === undefined) return;
  checked(world, checkMessage(first));
  const replaced = await called(world, 'chat.update', { ...form, ...first, unfurl_links: false, unfurl_media: false });
  await say(world, asked, replaced.ok ? others : [first, ...others]);
}

/** What a message must not keep is named in it, and opens on a press; a form without which something would be lost stands in it. */
const messagesFor = (prompts: readonly Prompt[], language: Lang): readonly SlackMessage[] =>
  prompts.flatMap((prompt) =>
    slackPlace(prompt) === 'window' && reopening(prompt) !== undefined
      ? [slackSummary(prompt, language)]
      : slackMessages([prompt], language),
  );

const lateMessages = (prompts: readonly Prompt[], language: Lang): readonly SlackMessage[] => {
  const late = prompts.some((prompt) => slackPlace(prompt) === 'window')
    ? [plainMessage(slackWords[language].windowTooLate)]
    : [];
  return [...late, ...messagesFor(prompts, language)];
};

/** A sentence of ours. */
export const plainMessage = (text: string): SlackMessage => ({
  text,
  blocks: [{ type: 'section', text: { type: 'plain_text', text, emoji: false } }],
});

/**
 * What answers a press is for this person alone and need not stay; in a channel nothing else would do. What answers a message stays
 * beside it, so that it is still there tomorrow.
 */
export async function say(
  world: SlackWorld,
  { sender, channel, thread, trigger }: Asked,
  messages: readonly SlackMessage[],
): Promise<void> {
  for (const message of messages) {
    checked(world, checkMessage(message));
    const shown = { ...message, unfurl_links: false, unfurl_media: false };
    const place = thread === undefined ? {} : { thread_ts: thread };
    const stays = channel === undefined || (channel.startsWith('D') && trigger === undefined);
    const said = stays
      ? await called(world, 'chat.postMessage', { channel: channel ?? sender.account, ...place, ...shown })
      : await called(world, 'chat.postEphemeral', { channel, user: sender.account, ...place, ...shown });
    // The bot is not in that conversation: it tells the person in theirs.
    if (!said.ok && said.kind === 'error' && channel !== undefined)
      await called(world, 'chat.postMessage', { channel: sender.account, ...shown });
  }
}

function checked({ report }: SlackWorld, findings: readonly string[]): void {
  if (findings.length > 0) report({ what: 'payloadTooLarge', findings });
}

/** Says which call failed and how, never what was in it. */
async function called(world: SlackWorld, method: string, given: Readonly<Record<string, unknown>>): Promise<CallResult> {
  const result = await world.calls(method, given);
  if (!result.ok) world.report({ what: 'callFailed', method, code: result.kind === 'rateLimited' ? 'ratelimited' : result.code });
  return result;
}
