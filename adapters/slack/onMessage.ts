// What people write to the bot, and what they change or delete afterwards.
import { plainFromSlack } from '../../cards/slack/escapeText.ts';
import type { InboundContent } from '../../src/dialogue/inbound.ts';
import { slackWords } from '../../src/words/slackWords.ts';
import { caseOfThread } from './receiptThread.ts';
import { type Asked, showAnswer } from './showAnswer.ts';
import { ask, languageFor, type SlackWorld } from './slackWorld.ts';

type Said = Readonly<Record<string, unknown>>;

/** A message in the bot's own conversation with one person. `id`: the event's, the same when it is delivered again. */
export async function onMessage(world: SlackWorld, event: Said, id: string): Promise<void> {
  if (event.channel_type !== 'im' || (await world.isRepeated(id))) return;
  const { subtype } = event;
  if (subtype === 'message_changed') return changed(world, event, id);
  if (subtype === 'message_deleted') return deleted(world, event, id);
  if (subtype === undefined || subtype === 'file_share' || subtype === 'thread_broadcast') return written(world, event, id);
}

async function written(world: SlackWorld, event: Said, id: string): Promise<void> {
  const read = readMessage(world, event, event.channel);
  if (read === undefined) return;
  const { account, channel, thread, text, files } = read;
  const asked: Asked = { sender: { account, name: account }, channel, ...(thread === undefined ? {} : { thread }) };
  await showAnswer(world, asked, async () => {
    const inCase = thread === undefined || files > 0 ? undefined : await caseOfThread(world, account, channel, thread);
    const content: InboundContent = inCase === undefined ? { type: 'text', text, files } : addition(inCase, text);
    return ask(world, asked.sender, id, content);
  });
}

/** Only the wording counts: Slack also tells of a link that was unfolded, or of an answer in the thread. */
async function changed(world: SlackWorld, event: Said, id: string): Promise<void> {
  const [now, before] = [
    readMessage(world, event.message, event.channel),
    readMessage(world, event.previous_message, event.channel),
  ];
  if (now === undefined || now.text === before?.text) return;
  await addNote(world, now, id, 'messageChanged');
}

async function deleted(world: SlackWorld, event: Said, id: string): Promise<void> {
  const before = readMessage(world, event.previous_message, event.channel);
  if (before !== undefined) await addNote(world, before, id, 'messageDeleted');
}

/** What was recorded stays; what became of it in the chat is recorded beside it. */
async function addNote(
  world: SlackWorld,
  { account, channel, thread, text }: Message,
  id: string,
  what: 'messageChanged' | 'messageDeleted',
): Promise<void> {
  if (thread === undefined) return;
  const inCase = await caseOfThread(world, account, channel, thread).catch((): undefined => undefined);
  if (inCase === undefined) return;
  const sender = { account, name: account };
  const language = await languageFor(world, sender);
  await showAnswer(world, { sender, channel, thread }, () =>
    ask(world, sender, id, addition(inCase, slackWords[language][what](text))),
  );
}

const addition = (caseId: string, text: string): InboundContent => ({
  type: 'press',
  verb: 'addToReport',
  data: { case: caseId },
  inputs: { text },
});

type Message = {
  readonly account: string;
  readonly channel: string;
  readonly thread: string | undefined;
  readonly text: string;
  readonly files: number;
};

/** Undefined for messages of bots, above all our own: Slack tells of them too when they are drawn anew. */
function readMessage(world: SlackWorld, said: unknown, channel: unknown): Message | undefined {
  if (typeof said !== 'object' || said === null || typeof channel !== 'string') return undefined;
  const { user, text, thread_ts: thread, files, bot_id: bot } = said as Said;
  if (typeof user !== 'string' || bot !== undefined || user === world.botUserId()) return undefined;
  return {
    account: user,
    channel,
    thread: typeof thread === 'string' ? thread : undefined,
    text: typeof text === 'string' ? plainFromSlack(text) : '',
    files: Array.isArray(files) ? files.length : 0,
  };
}
