// Ways in: commands, shortcuts and the home of the app.
import { checkView } from '../../cards/slack/checkBlockKit.ts';
import { slackHome } from '../../cards/slack/slackView.ts';
import type { InboundContent } from '../../src/dialogue/inbound.ts';
import type { Prompt } from '../../src/prompt/prompt.ts';
import { slackWords } from '../../src/words/slackWords.ts';
import { commandContent, isOneWord } from './commandContent.ts';
import { plainMessage, say, showAnswer } from './showAnswer.ts';
import { ask, languageFor, type Sender, type SlackWorld } from './slackWorld.ts';

const press = (verb: string, inputs: Readonly<Record<string, string>> = {}): InboundContent => ({
  type: 'press',
  verb,
  data: {},
  inputs,
});

export type Command = { readonly sender: Sender; readonly text: string; readonly trigger: string; readonly channel: string };

export async function onCommand(world: SlackWorld, { sender, text, trigger, channel }: Command): Promise<void> {
  const asked = { sender, trigger, channel };
  const place = channel.startsWith('D') ? 'direct' : 'channel';
  const answering = ask(world, sender, trigger, commandContent(text), place);
  await showAnswer(world, asked, () => answering);
  const { prompts } = isOneWord(text) ? await answering.catch(() => ({ prompts: [] })) : { prompts: [] };
  // The form is open with the word in it, should it have been the beginning of a report.
  if (prompts.some(({ kind }) => kind === 'reportForm' || kind === 'whichCase'))
    await say(world, asked, [plainMessage(slackWords[await languageFor(world, sender)].unknownWord)]);
}

export type Shortcut = {
  readonly sender: Sender;
  readonly trigger: string;
  /** The message it was called on. Only where it stands is kept, never what it says. */
  readonly message?: { readonly channel: string; readonly channelName: string; readonly ts: string; readonly domain: string };
};

export async function onShortcut(world: SlackWorld, { sender, trigger, message }: Shortcut): Promise<void> {
  const words = slackWords[await languageFor(world, sender)];
  const text = message === undefined ? '' : words.fromMessage(linkTo(message));
  const inputs: Readonly<Record<string, string>> = text === '' ? {} : { text: `${text}\n` };
  await showAnswer(world, { sender, trigger }, () => ask(world, sender, trigger, press('openReport', inputs)));
  if (message !== undefined && isPublic(message)) await say(world, { sender }, [plainMessage(words.publicChannel)]);
}

const linkTo = ({ domain, channel, ts }: NonNullable<Shortcut['message']>): string =>
  `https://${domain}.slack.com/archives/${channel}/p${ts.replace('.', '')}`;

/** Slack names private channels and conversations by their kind, and only public ones by their name. */
const isPublic = ({ channel, channelName }: NonNullable<Shortcut['message']>): boolean =>
  channel.startsWith('C') && !['privategroup', 'directmessage'].includes(channelName) && !channelName.startsWith('mpdm-');

/** Draws the home anew for whoever opened it: what they can do here, and what is theirs. */
export async function onHome(world: SlackWorld, sender: Sender, id: string): Promise<void> {
  if (await world.isRepeated(id)) return;
  try {
    const start = await ask(world, sender, id, press('home'));
    const view = slackHome([...start.prompts, ...(await lists(world, sender, id, start.prompts))], start.language);
    const findings = checkView(view);
    if (findings.length > 0) world.report({ what: 'payloadTooLarge', findings });
    const published = await world.calls('views.publish', { user_id: sender.account, view });
    if (!published.ok)
      world.report({
        what: 'callFailed',
        method: 'views.publish',
        code: published.kind === 'rateLimited' ? 'ratelimited' : published.code,
      });
  } catch {
    world.report({ what: 'listenerFailed', code: 'home' });
  }
}

async function lists(world: SlackWorld, sender: Sender, id: string, start: readonly Prompt[]): Promise<readonly Prompt[]> {
  const home = start.find((prompt) => prompt.kind === 'home');
  if (home === undefined) return [];
  const status = home.office ? await ask(world, sender, `${id}.status`, press('status')) : undefined;
  const digest = home.office ? await ask(world, sender, `${id}.digest`, press('digest')) : undefined;
  const cases = home.office || home.seesDuties ? await ask(world, sender, `${id}.cases`, press('openCases')) : undefined;
  const own = home.ownReports > 0 ? await ask(world, sender, `${id}.own`, press('myReports')) : undefined;
  const above = [...(status?.prompts ?? []), ...(digest?.prompts ?? [])];
  return [...above, ...(cases?.prompts ?? []), ...(own?.prompts ?? [])];
}
