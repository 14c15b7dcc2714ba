import type { Express, Router } from 'express';
import { handle } from '../../src/dialogue/handle.ts';
import { presentCard } from '../../src/dialogue/presentCard.ts';
import type { DialogueWorld } from '../../src/dialogue/turn.ts';
import type { Channel } from '../../src/ports.ts';
import type { Notes } from '../notes/notes.ts';
import { authenticate, type Because, withoutAuthentication } from './authenticate.ts';
import { botbuilderTransport } from './botbuilderTransport.ts';
import { PUBLIC_CLOUD, type TeamsEndpoints } from './endpoints.ts';
import { onActivity } from './onActivity.ts';
import { everybody, people } from './people.ts';
import { references } from './references.ts';
import { restTransport } from './restTransport.ts';
import { signingKeys } from './signingKeys.ts';
import type { TeamsAccount } from './teamsAccount.ts';
import { takenOnce } from './takenOnce.ts';
import { teamsChannel } from './teamsChannel.ts';
import { teamsServer } from './teamsServer.ts';
import { noTokens, tokens } from './tokens.ts';

export type TransportName = keyof typeof TRANSPORT;

export type TeamsSetting = {
  readonly account: TeamsAccount;
  readonly transport: TransportName;
  readonly notes: Notes;
  readonly organisation: DialogueWorld['organisation'];
  readonly clock: DialogueWorld['clock'];
  readonly ids: DialogueWorld['ids'];
  /** Milliseconds from any start, which no change of the machine's clock moves. */
  readonly monotonicNow: () => number;
  /** Says that something failed and how, never what it was about. */
  readonly reportFailure: (kind: string) => void;
  readonly onRefused?: (status: number, because: Because) => void;
  /** Other than Microsoft's public cloud. */
  readonly endpoints?: TeamsEndpoints;
  readonly timeoutMs?: number;
};

export type OpenTeams = {
  readonly channel: Channel;
  /** What answers to Teams, once there is a dialogue to ask; its channel must be known to the reminders before. */
  readonly serving: (dialogue: DialogueWorld, files?: Router) => Express;
};

const TRANSPORT = { botbuilder: botbuilderTransport, rest: restTransport };
/** While trying out there is one made-up tenant, and the bot has no id of its own. */
const NOBODY = 'development';

/** Puts the parts together that talk to Teams. Nothing is asked of Microsoft before it is needed. */
export function openTeams(setting: TeamsSetting): OpenTeams {
  const { account, notes, organisation, clock, ids, monotonicNow, reportFailure, timeoutMs } = setting;
  const endpoints = setting.endpoints ?? (account.kind === 'development' ? developmentEndpoints : PUBLIC_CLOUD);
  const isRegistered = account.kind === 'registered';
  const source = isRegistered ? tokens({ ...account, endpoints, clock, ids, monotonicNow }) : noTokens;
  const wire = { tokens: source, ...(timeoutMs === undefined ? {} : { timeoutMs }) };
  const tenantId = isRegistered ? account.tenantId : NOBODY;
  const world = {
    ...{ transport: TRANSPORT[setting.transport](wire), references: references(notes, () => reportFailure('notes')) },
    ...{ organisation, endpoints, ids, monotonicNow, tenantId },
    // The playground shows no dialogs.
    ...(isRegistered ? {} : { withoutDialogs: true as const }),
    botId: isRegistered ? `28:${account.appId}` : NOBODY,
  };
  const check = isRegistered
    ? authenticate({
        ...{ appId: account.appId, tenants: [tenantId], endpoints, clock },
        keys: signingKeys({ endpoints, monotonicNow }),
      })
    : withoutAuthentication;
  return {
    channel: teamsChannel(world),
    serving: (dialogue, files) =>
      teamsServer({
        authenticate: check,
        onActivity: onActivity({
          ...world,
          people: isRegistered ? people({ ...wire, tenantId, monotonicNow }) : everybody,
          once: takenOnce({ notes, nowMs: () => Date.parse(clock.now()) }),
          handle: (inbound) => handle(inbound, dialogue),
          presentCard: (inbound, caseId) => presentCard(inbound, caseId, dialogue),
          findCase: (number) => dialogue.register.findByNumber(number),
          reportFailure,
        }),
        reportFailure,
        ...(files === undefined ? {} : { files }),
        ...(setting.onRefused === undefined ? {} : { onRefused: setting.onRefused }),
      }),
  };
}

const developmentEndpoints: TeamsEndpoints = { ...PUBLIC_CLOUD, connector: 'http://127.0.0.1:56150/', onlyLoopback: true };
