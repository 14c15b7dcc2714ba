// The page where exports are fetched, over real HTTP, beside a dialogue over a real register.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { openFiles } from '../../adapters/files/openFiles.ts';
import type { Register } from '../../src/ports.ts';
import type { ExportOfferPrompt, Prompt } from '../../src/prompt/prompt.ts';
import { Conversation, one } from '../dialogue/conversation.ts';

export class RunningFiles {
  readonly talk: Conversation;
  readonly failures: string[] = [];
  readonly #server: Server;
  /** Stands between the page and the register. */
  register: Register;

  private constructor(talk: Conversation) {
    this.talk = talk;
    this.register = talk.register;
    const through = new Proxy({} as Register, { get: (_, name) => Reflect.get(this.register, name) as unknown });
    const { exports, router } = openFiles({
      register: through,
      clock: { now: () => talk.now },
      organisationFor: async () => talk.organisation,
      publicUrl: () => `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`,
      reportFailure: (kind) => void this.failures.push(kind),
    });
    talk.exports = exports;
    const web = express();
    web.use(router);
    this.#server = createServer(web);
  }

  static async open(): Promise<RunningFiles> {
    const running = new RunningFiles(await Conversation.open());
    await new Promise<void>((listening) => running.#server.listen(0, '127.0.0.1', () => listening()));
    return running;
  }

  async offered(asking: Promise<readonly Prompt[]>): Promise<ExportOfferPrompt> {
    return one('exportOffer', await asking);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
    await this.talk.end();
  }
}
