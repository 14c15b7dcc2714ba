// A window that is sent off: what it holds is recorded before it changes or closes.
import { fieldErrors } from '../../cards/slack/fieldErrors.ts';
import { readCarried } from '../../cards/slack/slackActions.ts';
import { readInputs } from '../../cards/slack/slackInput.ts';
import { slackWindow, type SlackView, waitingWindow } from '../../cards/slack/slackView.ts';
import type { Answer } from '../../src/dialogue/inbound.ts';
import { slackWords } from '../../src/words/slackWords.ts';
import { showAnswer } from './showAnswer.ts';
import { ask, languageFor, type Sender, type SlackWorld } from './slackWorld.ts';

export type Submitted = {
  readonly sender: Sender;
  readonly view: {
    readonly id: string;
    readonly hash: string;
    readonly private_metadata: string;
    readonly blocks: readonly Readonly<Record<string, unknown>>[];
    readonly state: { readonly values: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
  };
};

/** What Slack is answered: sentences at the fields, or what the window shows now. */
export type Acknowledged =
  | { readonly response_action: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly response_action: 'update'; readonly view: SlackView }
  | undefined;

/** Slack waits three seconds; a store that takes longer is waited for in the window. */
const SLACK_WAITS_MS = 2200;

/** Never throws: where nothing could be recorded the window stays as it is, with everything in it. */
export async function onSubmit(
  world: SlackWorld,
  { sender, view }: Submitted,
  ack: (answer: Acknowledged) => Promise<void>,
): Promise<void> {
  const carried = readCarried(view.private_metadata);
  const content = {
    type: 'press',
    verb: carried?.verb ?? '',
    data: carried?.data ?? {},
    inputs: readInputs(view.state.values),
  } as const;
  // The hash is another after every change of the window, so a second form in the same window is not taken for the first.
  const answering = ask(world, sender, `${view.id}.${view.hash}`, content);
  const answer = await Promise.race([answering.catch((): 'failed' => 'failed'), world.wait(SLACK_WAITS_MS)]);
  if (answer === undefined) {
    const language = await languageFor(world, sender);
    await ack({ response_action: 'update', view: waitingWindow(language, 'stillRecording') });
    return showAnswer(world, { sender, window: view.id }, () => answering);
  }
  await ack(answer === 'failed' ? await nothingSaved(world, sender, view) : acknowledgement(answer, inputBlocks(view)));
}

const inputBlocks = ({ blocks }: Submitted['view']): readonly string[] =>
  blocks.filter(({ type }) => type === 'input').map(({ block_id: id }) => String(id));

function acknowledgement({ prompts, language }: Answer, fields: readonly string[]): Acknowledged {
  if (prompts.length === 0) return undefined;
  const errors = fieldErrors(prompts, language, fields);
  return errors === undefined
    ? { response_action: 'update', view: slackWindow(prompts, language) }
    : { response_action: 'errors', errors };
}

async function nothingSaved(world: SlackWorld, sender: Sender, view: Submitted['view']): Promise<Acknowledged> {
  world.report({ what: 'listenerFailed', code: 'submission' });
  const [first] = inputBlocks(view);
  if (first === undefined) return undefined;
  return { response_action: 'errors', errors: { [first]: slackWords[await languageFor(world, sender)].tryAgain } };
}
