import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as waitFor } from 'node:timers/promises';
import { ExpressReceiver } from '@slack/bolt';
import express, { type Router } from 'express';
import type { Answer, Inbound } from '../../src/dialogue/inbound.ts';
import type { Organisation } from '../../src/organisation.ts';
import type { Channel, Clock, Exports, Register } from '../../src/ports.ts';
import type { PersonId } from '../../src/breach/identifiers.ts';
import type { Notes } from '../notes/notes.ts';
import { channelCheck } from './channelCheck.ts';
import { exportsToChannel } from './exportsToChannel.ts';
import { oneAfterAnother } from './oneAfterAnother.ts';
import { type IdentityKeeper, identityKeeper } from './identity.ts';
import { inFlight } from './inFlight.ts';
import { keptOfficers } from './keptOfficers.ts';
import { seenIds } from './seenIds.ts';
import { silentLogger } from './silentLogger.ts';
import { slackApp } from './slackApp.ts';
import { slackCalls } from './slackCalls.ts';
import { slackChannel } from './slackChannel.ts';
import { type SlackPeople, slackPeople } from './slackPeople.ts';
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
  /** What browsers are served beside it. */
  readonly files?: Router | undefined;
};

export type OpenSlack = {
  /** Delivers what is owed; works before and after Slack is connected. */
  readonly channel: Channel;
  /** The organisation as Slack's user group adds to it. */
  readonly organisation: () => Organisation;
  /** The organisation with what this person may do just now, also by being in the channel where that is switched on. */
  readonly organisationFor: (person: PersonId) => Promise<Organisation>;
  /** Exports that are put into the channel of the office. */
  readonly exportsToChannel: (world: { readonly register: Register; readonly clock: Clock }) => Exports;
  /** Ends once Slack said who is in the user group, or too long has passed; then whoever was known before a restart is. Never throws. */
  readonly knowsOfficers: () => Promise<void>;
  /** Begins to listen. Never throws: where Slack is away or refuses the token, it is tried again, and everything else goes on. */
  readonly start: (dialogue: SlackDialogue) => Promise<void>;
  /** Where requests come in over HTTP, once started. */
  readonly port: () => number | undefined;
  /** Nothing that came from Slack is being worked on. */
  readonly isIdle: () => boolean;
  /** Takes nothing new, waits for what is being worked on, and ends. */
  readonly close: () => Promise<void>;
};

const CONNECTIONS = 2;
const DRAIN_MS = 25_000;
const GROUP_EVERY_MS = 5 * 60_000;
const OFFICERS_WAIT_MS = 1500;

export function openSlack({ setting: given, organisation, notes, report, now, monotonicNow }: SlackOpening): OpenSlack {
  const wait = (ms: number): Promise<undefined> => waitFor(ms, undefined, { ref: false });
  const { setting, stop: stopRotation } = withRotation({ setting: given, notes, report, now, wait });
  const [calls, workerCalls] = [slackCalls(setting, 'interactive'), slackCalls(setting, 'worker')];
  const identity = identityKeeper(calls, report);
  const people = slackPeople({
    ...{ calls, organisation, officerGroup: setting.officerGroup, monotonicNow, wait, identity: identity.last },
    kept: keptOfficers(notes, setting.officerGroup),
    membersOf: setting.membersAreOfficers ? organisation.channels.slack : undefined,
  });
  const check = channelCheck(workerCalls, monotonicNow);
  const working = inFlight();
  const inTurn = oneAfterAnother();
  const isRepeated = seenIds({ notes, nowMs: () => Date.parse(now()) });
  let transport: Transport | undefined;
  let group: NodeJS.Timeout | undefined;
  return {
    channel: slackChannel({ calls: workerCalls, check, report, monotonicNow, botUserId: () => identity.last()?.botUserId }),
    organisation: people.organisation,
    organisationFor: people.organisationOf,
    exportsToChannel: (world) =>
      exportsToChannel({ ...world, calls: workerCalls, check, people, apiUrl: setting.apiUrl, report }),
    knowsOfficers: () => Promise.race([people.refreshGroup(), wait(OFFICERS_WAIT_MS)]),
    port: () => transport?.port(),
    isIdle: working.idle,
    start: async ({ handle, register, files }) => {
      const world: SlackWorld = {
        ...{ register, calls, people, report, inFlight: working, isRepeated, wait },
        handle: (inbound) => (opensCase(inbound) ? inTurn(() => asOne(people, handle, inbound)) : asOne(people, handle, inbound)),
        botUserId: () => identity.last()?.botUserId,
      };
      transport =
        setting.transport.kind === 'http'
          ? overHttp(setting.transport, { setting, identity, report, files })
          : overSockets(setting.transport, files);
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

  type SocketSetting = Extract<SlackSetting['transport'], { readonly kind: 'socket' }>;
  function overSockets({ appToken }: SocketSetting, files: Router | undefined): Transport {
    const beside = filesBeside(setting, files);
    const connections = Array.from({ length: CONNECTIONS }, () =>
      socketConnection({ appToken, apiUrl: setting.apiUrl, report, wait }),
    );
    return {
      port: beside.port,
      start: async (world) => {
        if (!(await beside.listening())) report({ what: 'cannotListen' });
        for (const { receiver, keepUp } of connections) {
          slackApp(receiver, world, setting, identity);
          void keepUp();
        }
      },
      // What is being worked on is still acknowledged over the connection it came by.
      refuseMore: async () => beside.refuseMore(),
      end: async () => {
        beside.end();
        await Promise.all(connections.map(({ end }) => end()));
      },
    };
  }
}

/** Asks in this person's name, with what they may do just now. */
async function asOne(people: SlackPeople, handle: SlackDialogue['handle'], inbound: Inbound): Promise<Answer> {
  const { organisation, rightsUnknown } = await people.organisationFor(inbound.account);
  return handle(rightsUnknown ? { ...inbound, rightsUnknown } : inbound, organisation);
}

/** Slack needs no server in Socket Mode; browsers that fetch something do. */
function filesBeside({ filesAt }: SlackSetting, files: Router | undefined) {
  if (files === undefined || filesAt === undefined)
    return { port: () => undefined, listening: async () => true, refuseMore: () => undefined, end: () => undefined };
  const web = express();
  web.disable('x-powered-by');
  web.use(files);
  const server = createServer(web);
  return {
    port: () => (server.address() as AddressInfo | null)?.port,
    listening: () => listening(server, filesAt.port, filesAt.host),
    refuseMore: () => void server.close(),
    end: () => server.closeAllConnections(),
  };
}

type Around = Pick<SlackOpening, 'setting' | 'report'> & {
  readonly identity: IdentityKeeper;
  readonly files: Router | undefined;
};
type HttpSetting = Extract<SlackSetting['transport'], { readonly kind: 'http' }>;
function overHttp({ signingSecret, port, host }: HttpSetting, { setting, identity, report, files }: Around): Transport {
  const web = express();
  web.disable('x-powered-by');
  if (files !== undefined) web.use(files);
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
