// What Slack sends, handed on by kind. Everything is acknowledged: at once, or for a window once it is recorded.
import { App, type Receiver } from '@slack/bolt';
import { WINDOW } from '../../cards/slack/slackView.ts';
import type { IdentityKeeper } from './identity.ts';
import { isOurs } from './identity.ts';
import { onCommand, onHome, onShortcut } from './onOpening.ts';
import { onMessage } from './onMessage.ts';
import { onPress, type Pressed } from './onPress.ts';
import { onSubmit, type Submitted } from './onSubmit.ts';
import { silentLogger } from './silentLogger.ts';
import type { SlackSetting } from './slackSetting.ts';
import type { Sender, SlackWorld } from './slackWorld.ts';

export const COMMANDS = ['/datenpanne', '/breach'] as const;
export const SHORTCUTS = { report: 'report_breach', reportMessage: 'report_message' } as const;

type Body = Readonly<Record<string, unknown>>;

/** One application on one receiver; several of them may share a world. */
export function slackApp(receiver: Receiver, world: SlackWorld, setting: SlackSetting, identity: IdentityKeeper): App {
  const app = new App({
    receiver,
    logger: silentLogger,
    convoStore: false,
    authorize: async (source) => {
      const known = await identity.known();
      if (known === undefined) throw new Error('Slack could not be asked who this bot is.');
      if (!isOurs(source, setting, known)) {
        world.report({ what: 'otherWorkspace' });
        throw new Error('This is another workspace.');
      }
      return { botToken: await setting.botToken(), botId: known.botId, botUserId: known.botUserId };
    },
  });
  app.error(async (error) => world.report({ what: 'listenerFailed', code: error.code }));
  app.use(async ({ next }) => world.inFlight.run(next));
  listenToPeople(app, world);
  listenToEvents(app, world);
  return app;
}

const named = (user: { readonly id: string; readonly name?: string | undefined }): Sender => ({
  account: user.id,
  name: user.name ?? user.id,
});

function listenToPeople(app: App, world: SlackWorld): void {
  for (const name of COMMANDS) {
    app.command(name, async ({ ack, command }) => {
      await ack();
      const { text, trigger_id: trigger, channel_id: channel, user_id: id, user_name: user } = command;
      await onCommand(world, { sender: named({ id, name: user }), text, trigger, channel });
    });
  }
  app.shortcut({ type: 'shortcut', callback_id: SHORTCUTS.report }, async ({ ack, shortcut }) => {
    await ack();
    await onShortcut(world, { sender: { account: shortcut.user.id, name: shortcut.user.id }, trigger: shortcut.trigger_id });
  });
  app.shortcut({ type: 'message_action', callback_id: SHORTCUTS.reportMessage }, async ({ ack, body }) => {
    await ack();
    const { channel, message_ts: ts, team, trigger_id: trigger, user } = body;
    const message = { channel: channel.id, channelName: channel.name, ts, domain: team?.domain ?? '' };
    await onShortcut(world, { sender: named(user), trigger, message });
  });
  app.action(/^/, async ({ ack, body }) => {
    await ack();
    const pressed = pressedIn(body as unknown as Body);
    if (pressed !== undefined) await onPress(world, pressed);
  });
  app.view(WINDOW, async ({ ack, body }) => {
    if (body.type !== 'view_submission') return ack();
    const submitted: Submitted = { sender: named(body.user), view: body.view as unknown as Submitted['view'] };
    await onSubmit(world, submitted, ack as unknown as Parameters<typeof onSubmit>[2]);
  });
}

function listenToEvents(app: App, world: SlackWorld): void {
  app.event('app_home_opened', async ({ event, body }) => {
    if (event.tab === 'home') await onHome(world, { account: event.user, name: event.user }, body.event_id);
  });
  app.event('message', async ({ event, body }) => onMessage(world, event as unknown as Body, body.event_id));
  app.event('app_uninstalled', async () => world.report({ what: 'uninstalled' }));
  app.event('tokens_revoked', async () => world.report({ what: 'tokenRefused' }));
}

/** A press as far as it is looked at; undefined for what is no button of ours. */
function pressedIn(body: Body): Pressed | undefined {
  const {
    user,
    trigger_id: trigger,
    actions,
    container,
    channel,
    view,
    state,
  } = body as {
    readonly user?: { readonly id: string; readonly name?: string };
    readonly trigger_id?: string;
    readonly actions?: readonly { readonly action_id: string; readonly action_ts: string; readonly value?: string }[];
    readonly container?: { readonly message_ts?: string; readonly channel_id?: string; readonly is_ephemeral?: boolean };
    readonly channel?: { readonly id: string };
    readonly view?: { readonly id: string; readonly type: string; readonly state?: Pressed['view'] };
    readonly state?: { readonly values: NonNullable<Pressed['message']>['values'] };
  };
  const [action] = actions ?? [];
  if (user === undefined || trigger === undefined || action === undefined) return undefined;
  const about = { sender: named(user), trigger, action };
  if (view !== undefined) return { ...about, view: { id: view.id, type: view.type, values: view.state?.values } };
  const [place, ts] = [channel?.id ?? container?.channel_id, container?.message_ts];
  if (place === undefined || ts === undefined) return undefined;
  return { ...about, message: { channel: place, ts, ephemeral: container?.is_ephemeral === true, values: state?.values } };
}
