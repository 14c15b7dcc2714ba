// Buttons: on messages, in windows, and in the home of the app.
import { readCarried } from '../../cards/slack/slackActions.ts';
import { readInputs } from '../../cards/slack/slackInput.ts';
import { type Asked, showAnswer } from './showAnswer.ts';
import { ask, type Sender, type SlackWorld } from './slackWorld.ts';

type Values = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** As far as a press is looked at. */
export type Pressed = {
  readonly sender: Sender;
  readonly trigger: string;
  readonly action: { readonly action_id: string; readonly action_ts: string; readonly value?: string };
  readonly message?: {
    readonly channel: string;
    readonly ts: string;
    readonly ephemeral: boolean;
    readonly values: Values | undefined;
  };
  readonly view?: { readonly id: string; readonly type: string; readonly values: Values | undefined };
};

export async function onPress(world: SlackWorld, { sender, trigger, action, message, view }: Pressed): Promise<void> {
  const { verb = '', data = {}, page, part } = readCarried(action.value) ?? {};
  const id = `${view?.id ?? message?.ts ?? ''}.${action.action_ts}.${action.action_id}`;
  if (await world.isRepeated(id)) return;
  const inputs = readInputs(message?.values ?? view?.values);
  const asked: Asked = {
    sender,
    trigger,
    ...(view?.type === 'modal' ? { window: view.id } : {}),
    ...(message === undefined ? {} : { channel: message.channel }),
    ...(message !== undefined && !message.ephemeral && Object.keys(inputs).length > 0
      ? { form: { channel: message.channel, ts: message.ts } }
      : {}),
    opening: { page, part },
  };
  const place = message === undefined || message.channel.startsWith('D') ? 'direct' : 'channel';
  await showAnswer(world, asked, () => ask(world, sender, id, { type: 'press', verb, data, inputs }, place));
}
