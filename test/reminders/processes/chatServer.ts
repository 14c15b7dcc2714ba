import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { OutgoingMessage } from '../../../src/ports.ts';
import { addresseeName } from '../../../src/reminders/slot.ts';
import type { Instant } from '../../../src/rules/instant.ts';
import type { Chance } from '../simulation/chance.ts';
import type { Post } from '../simulation/troubledPlatform.ts';

/** What an instance puts on the wire, with the time on its clock. */
export type Sent = { readonly message: OutgoingMessage; readonly clockAt: Instant };
export type ChatServer = {
  readonly url: string;
  /** While `calm` nothing goes wrong; `silent`: nobody answers. */
  mood: 'rough' | 'silent' | 'calm';
  readonly answersLost: () => number;
  readonly close: () => Promise<void>;
};

/** A chat platform over HTTP, in this process, that loses requests and answers, wants to be left alone, and fails. */
export async function openChatServer(chance: Chance, arrived: (sent: Sent, post: Post) => void): Promise<ChatServer> {
  const posts = new Map<string, Post>();
  let [ids, lost] = [0, 0];
  const take = (sent: Sent): Post => {
    const { to, key, replaces } = sent.message;
    const post = { messageId: replaces ?? `message-${(ids += 1)}`, to: addresseeName(to), key };
    posts.set(`${post.to} ${key}`, post);
    arrived(sent, post);
    return post;
  };
  const lose = (response: ServerResponse): void => {
    lost += 1;
    response.destroy();
  };
  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sent = await bodyOf(request);
    if (chat.mood === 'silent') return void (lost += 1);
    const drawn = chat.mood === 'calm' ? 1 : chance.next();
    if (drawn < 0.02) {
      lose(response);
      return;
    }
    if (drawn < 0.03) {
      answer(response, 503, {});
      return;
    }
    if (drawn < 0.05) {
      answer(response, 429, { retryAfterSeconds: chance.whole(1, 60) });
      return;
    }
    const post = take(sent);
    if (drawn < 0.09) {
      lose(response);
      return;
    }
    answer(response, 200, { messageId: post.messageId });
  }
  const server = createServer((request, response) => void receive(request, response).catch(() => response.destroy()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.');
  const chat: ChatServer = {
    ...{ url: `http://127.0.0.1:${address.port}/`, mood: 'rough', answersLost: () => lost },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return chat;
}

async function bodyOf(request: IncomingMessage): Promise<Sent> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return JSON.parse(text) as Sent;
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
