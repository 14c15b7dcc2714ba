// The conformance suite in front of Slack.
import type { Json } from '../../cards/adaptiveElements.ts';
import { readCarried } from '../../cards/slack/slackActions.ts';
import type { Container } from '../support/fakeSlack/slackUser.ts';
import type { SlackUser } from '../support/fakeSlack/slackUser.ts';
import type { FakeMessage, FakeWindow } from '../support/fakeSlack/workspace.ts';
import { buttonsIn, linksIn, textShown, valuesShown } from '../cards/slack/shownBySlack.ts';
import type { ChatDriver, Participant, Pressable, Shown } from '../contracts/chatDriver.ts';
import { OFFICE, RunningSlack, type Transport } from './runningSlack.ts';

const ACCOUNTS: Readonly<Record<Participant, string>> = { reporter: 'ADA', stranger: 'EVA', officer: 'DORA' };

export async function slackDriver(transport: Transport): Promise<ChatDriver> {
  const running = await RunningSlack.open({ transport });
  const users = new Map(Object.values(ACCOUNTS).map((id) => [id, running.user(id)]));
  const userOf = (who: Participant): SlackUser => users.get(ACCOUNTS[who])!;
  const shownTo = (user: SlackUser): readonly Shown[] => [
    ...(user.window === undefined ? [] : [shownWindow(running, user, user.window)]),
    ...user
      .messages()
      .toReversed()
      .map((message) => shownMessage(running, user, message)),
    ...(isInOffice(running, user)
      ? user
          .messages(OFFICE)
          .toReversed()
          .map((message) => shownMessage(running, user, message))
      : []),
  ];
  return {
    write: async (who, text) => {
      userOf(who).closeWindow();
      await userOf(who).write(text);
      await running.settled();
    },
    beginReport: async (who) => {
      await userOf(who).command('/datenpanne');
      await running.settled();
    },
    sees: async (who) => shownTo(userOf(who)),
    pass: (hours) => running.pass(hours).then(() => running.settled()),
    now: async () => running.now,
    notified: async () => running.slack.workspace.messages.map(({ text }) => text),
    close: async () => {
      if (running.slack.findings.length > 0) throw new Error(`Slack would not have taken: ${running.slack.findings.join('; ')}`);
      await running.close();
    },
  };
}

const isInOffice = ({ slack }: RunningSlack, { id }: SlackUser): boolean =>
  slack.workspace.conversations.get(OFFICE)!.members.has(id);

/** Block by block, as it is read. */
const linesOf = (blocks: unknown): string => (blocks as readonly Json[]).map(textShown).join('\n');

function shownWindow(running: RunningSlack, user: SlackUser, window: FakeWindow): Shown {
  const send = readCarried(window.view.private_metadata as string | undefined);
  const sending: readonly Pressable[] =
    send === undefined ? [] : [{ ...send, press: (inputs = {}) => submit(running, user, inputs) }];
  const typed = Object.fromEntries(
    [...window.typed].map(([id, state]) => [id.slice(id.lastIndexOf('|') + 1), JSON.stringify(state)]),
  );
  return {
    place: 'answer',
    text: [linesOf(window.view.blocks), ...Object.values(user.errors)].join('\n'),
    whole: () => unfolded(running, user),
    buttons: [...sending, ...pressables(running, user, { window }, window.view)],
    links: linksIn(window.view),
    fields: { ...valuesShown(window.view), ...typed },
  };
}

/** Opens each part that is folded away, and goes back again. */
async function unfolded(running: RunningSlack, user: SlackUser): Promise<string> {
  const window = user.window!;
  const texts = [linesOf(window.view.blocks)];
  const parts = buttonsIn(window.view).filter(({ value }) => readCarried(String(value))?.part !== undefined);
  for (const part of parts) {
    await press(running, user, { window }, part, {});
    texts.push(linesOf(window.view.blocks));
    await press(running, user, { window }, buttonsIn(window.view).at(-1)!, {});
  }
  return texts.join('\n');
}

/** What only this person sees answers them; everything else stands there for good. */
function shownMessage(running: RunningSlack, user: SlackUser, message: FakeMessage): Shown {
  const place = message.onlyFor !== undefined ? 'answer' : message.channel === OFFICE ? 'office' : 'own';
  const own = message.user === user.id ? message.text : '';
  const text = `${own}${linesOf(message.blocks)}`;
  return {
    place,
    text,
    whole: async () => text,
    buttons: pressables(running, user, { message }, message.blocks),
    links: linksIn(message.blocks),
    fields: valuesShown(message.blocks),
  };
}

const pressables = (running: RunningSlack, user: SlackUser, where: Container, drawn: unknown): readonly Pressable[] =>
  buttonsIn(drawn).flatMap((button) => {
    const carried = readCarried(String(button.value));
    if (carried === undefined || carried.part !== undefined) return [];
    return [{ ...carried, press: (inputs = {}) => press(running, user, where, button, inputs) }];
  });

async function submit(running: RunningSlack, user: SlackUser, inputs: Readonly<Record<string, string>>): Promise<void> {
  user.fill({ window: user.window! }, inputs);
  const acknowledged = await user.submit();
  if (acknowledged.status !== 200) throw new Error(`The submission was answered with ${acknowledged.status}.`);
  await running.settled();
}

async function press(
  running: RunningSlack,
  user: SlackUser,
  where: Container,
  button: Json,
  inputs: Readonly<Record<string, string>>,
): Promise<void> {
  if ('message' in where) user.closeWindow();
  user.fill(where, inputs);
  const acknowledged = await user.press(where, button);
  if (acknowledged.status !== 200) throw new Error(`The press was answered with ${acknowledged.status}.`);
  await running.settled();
}
