import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as waitFor } from 'node:timers/promises';
import { ExpressReceiver } from '@slack/bolt';
import express from 'express';
import type { Answer, Inbound } from '../../src/dialogue/inbound.ts';
import type { Organisation } from '../../src/organisation.ts';
import type { Channel, Register } from '../../src/ports.ts';
import type { Notes } from '../notes/notes.ts';
import { channelCheck } from './channelCheck.ts';
import { oneAfterAnother } from './oneAfterAnother.ts';
import { identityKeeper } from './identity.ts';
import { inFlight } from './inFlight.ts';
import { seenIds } from './seenIds.ts';
import { silentLogger } from './silentLogger.ts';
import { slackApp } from './slackApp.ts';
import { slackCalls } from './slackCalls.ts';
import { slackChannel } from './slackChannel.ts';
import { slackPeople } from './slackPeople.ts';
import type { SlackReport, SlackSetting } from './slackSetting.ts';
import type { SlackWorld } from './slackWorld.ts';
import { socketConnection } from './socketConnection.ts';
import { withRotation } from './withRotation.ts';

export type SlackOpening = {
  readonly setting: SlackSetting;
  readonly organisation: Organisation;
  /** What several instances must know of each other, and one after a restart; whoever opened them closes them. */
  readonly notes: Notes;
  readonly report: (report: SlackReport) => void;
  /** The machine's present moment. */
  readonly now: () => string;
  /** Milliseconds from any start, which no change of the machine's clock moves. */
  readonly monotonicNow: () => number;
};

/** What the dialogue is to Slack. */
export type SlackDialogue = {
  /** `afterAppend` of its world must not wait for messages to be delivered: somebody waits for the answer. */
  readonly handle: (inbound: Inbound, organisation: Organisation) => Promise<Answer>;
  readonly register: Pick<Register, 'list' | 'deliveries'>;
};

export type OpenSlack = {
  /** Delivers what is owed; works before and after Slack is connected. */
  readonly channel: Channel;
  /** The organisation as Slack's user group adds to it. */
  readonly organisation: () => Organisation;
  /** Begins to listen. Never throws: where Slack is away or refuses the token, it is tried again, and everything else goes on. */
  readonly start: (dialogue: SlackDialogue) => Promise<void>;
  /** Where requests come in over HTTP, once started. */
  readonly port: () => number | undefined;
  /** Takes nothing new, waits for what is being worked on, and ends. */
  readonly close: () => Promise<void>;
};

const CONNECTIONS = 2;
const DRAIN_MS = 25_000;
const GROUP_EVERY_MS = 5 * 60_000;

export function openSlack({ setting: given, organisation, notes, report, now, monotonicNow }: SlackOpening): OpenSlack {
  const wait = (ms: number): Promise<undefined> => waitFor(ms, undefined, { ref: false });
  const { setting, stop: stopRotation } = withRotation({ setting: given, notes, report, now, wait });
  const [calls, workerCalls] = [slackCalls(setting, 'interactive'), slackCalls(setting, 'worker')];
  const identity = identityKeeper(calls, report);
  const people = slackPeople({ calls, organisation, officerGroup: setting.officerGroup, monotonicNow, wait });
  const check = channelCheck(workerCalls, monotonicNow);
  const working = inFlight();
  const inTurn = oneAfterAnother();
  let transport: Transport | undefined;
  let group: NodeJS.Timeout | undefined;
  return {
    channel: slackChannel({ calls: workerCalls, check, report, monotonicNow }),
    organisation: people.organisation,
    port: () => transport?.port(),
    start: async ({ handle, register }) => {
      const world: SlackWorld = {
        ...{
          register,
          calls,
          people,
          report,
          inFlight: working,
          isRepeated: seenIds({ notes, nowMs: () => Date.parse(now()) }),
          wait,
        },
        handle: (inbound) =>
          opensCase(inbound) ? inTurn(() => handle(inbound, people.organisation())) : handle(inbound, people.organisation()),
        botUserId: () => identity.last()?.botUserId,
      };
      transport = setting.transport.kind === 'http' ? overHttp(setting.transport) : overSockets(setting.transport);
      await transport.start(world);
      await Promise.all([identity.known(), people.refreshGroup()]);
      if (setting.officerGroup !== undefined) group = setInterval(() => void people.refreshGroup(), GROUP_EVERY_MS).unref();
    },
    close: async () => {
      clearInterval(group);
      stopRotation();
      await transport?.refuseMore();
      await working.drained(DRAIN_MS, wait);
      await transport?.end();
    },
  };

  type HttpSetting = Extract<SlackSetting['transport'], { readonly kind: 'http' }>;
  function overHttp({ signingSecret, port, host }: HttpSetting): Transport {
    const web = express();
    web.disable('x-powered-by');
    const receiver = new ExpressReceiver({ signingSecret, app: web, endpoints: '/slack/events', logger: silentLogger });
    const server = createServer(web);
    return {
      port: () => (server.address() as AddressInfo | null)?.port,
      start: async (world) => {
        slackApp(receiver, world, setting, identity);
        if (!(await listening(server, port, host))) report({ what: 'cannotListen' });
      },
      refuseMore: async () => void server.close(),
      end: async () => server.closeAllConnections(),
    };
  }

  function overSockets({ appToken }: Extract<SlackSetting['transport'], { readonly kind: 'socket' }>): Transport {
    const connections = Array.from({ length: CONNECTIONS }, () =>
      socketConnection({ appToken, apiUrl: setting.apiUrl, report, wait }),
    );
    return {
      port: () => undefined,
      start: async (world) => {
        for (const { receiver, keepUp } of connections) {
          slackApp(receiver, world, setting, identity);
          void keepUp();
        }
      },
      // What is being worked on is still acknowledged over the connection it came by.
      refuseMore: async () => undefined,
      end: async () => {
        await Promise.all(connections.map(({ end }) => end()));
      },
    };
  }
}

type Transport = {
  readonly port: () => number | undefined;
  readonly start: (world: SlackWorld) => Promise<void>;
  readonly refuseMore: () => Promise<void>;
  readonly end: () => Promise<void>;
};

/** Reports that come at the same moment would all reach for the next number, and all but one would have to try again. */
const opensCase = ({ content }: Inbound): boolean => content.type === 'press' && content.verb === 'report';

async function listening(server: Server, port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, host, () => resolve(true));
  });
}
