// Calls the bot as a stranger would, here and from outside: nonsense must be 400 and an unsigned activity 401, so that no login page and
// no bot without checks is taken for ours.
import { isIPv6 } from 'node:net';
import type { TeamsAccount } from './teamsAccount.ts';
import { MESSAGES_PATH } from './teamsServer.ts';

/** What is wrong with whatever answers, or does not. */
export type EndpointFault =
  | 'nobody'
  | 'certificate'
  | 'notFound'
  | 'badGateway'
  | 'moved'
  /** Something in front asks everybody for a login. */
  | 'login'
  /** It takes what nobody signed. */
  | 'unchecked'
  | 'other';

export type EndpointFinding =
  /** `unchecked`: as it must be while trying out. */
  | { readonly about: 'listening' | 'messagingEndpoint'; readonly well: true }
  | {
      readonly about: 'listening' | 'messagingEndpoint';
      readonly well: false;
      readonly fault: EndpointFault;
      /** The status, or the kind of failure. */
      readonly status: string;
    }
  | { readonly about: 'messagingEndpoint'; readonly well: 'unknown' };

export type EndpointExamination = {
  readonly account: TeamsAccount;
  readonly messagingEndpoint: string | undefined;
  readonly timeoutMs?: number;
};

const USUAL_TIMEOUT_MS = 5000;

export async function examineEndpoints(examination: EndpointExamination): Promise<readonly EndpointFinding[]> {
  const { account, messagingEndpoint, timeoutMs = USUAL_TIMEOUT_MS } = examination;
  const isChecked = account.kind === 'registered';
  const [here, outside] = await Promise.all([
    faultAt(addressHere(account), isChecked, timeoutMs),
    isChecked && messagingEndpoint !== undefined ? faultAt(messagingEndpoint, true, timeoutMs) : undefined,
  ]);
  const listening: EndpointFinding = { about: 'listening', ...here };
  if (!isChecked) return [listening];
  return [
    listening,
    outside === undefined ? { about: 'messagingEndpoint', well: 'unknown' } : { about: 'messagingEndpoint', ...outside },
  ];
}

/** Who listens on all interfaces listens on this one too. */
function addressHere({ host, port }: TeamsAccount): string {
  const name = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  return `http://${isIPv6(name) ? `[${name}]` : name}:${String(port)}${MESSAGES_PATH}`;
}

type Looked = { readonly well: true } | { readonly well: false; readonly fault: EndpointFault; readonly status: string };

async function faultAt(address: string, isChecked: boolean, timeoutMs: number): Promise<Looked> {
  const nonsense = await statusOf(address, {}, timeoutMs);
  // No service URL: even a bot that checks nobody turns this away, and takes nothing from it.
  const unsigned = typeof nonsense === 'number' ? await statusOf(address, UNSIGNED, timeoutMs) : nonsense;
  if (nonsense === 400 && unsigned === 401) return isChecked ? notForTryingOut(address, timeoutMs) : { well: true };
  const telling = nonsense === 400 ? unsigned : nonsense;
  return { well: false, fault: faultOf(telling), status: String(telling) };
}

const UNSIGNED = { type: 'fristwacht/doctor', channelId: 'msteams' };

/** A bot for trying out answers an activity that names an address on its own machine. It does nothing with one that no person sent. */
async function notForTryingOut(address: string, timeoutMs: number): Promise<Looked> {
  const status = await statusOf(address, { ...UNSIGNED, serviceUrl: 'http://127.0.0.1/' }, timeoutMs);
  return status === 401 ? { well: true } : { well: false, fault: 'unchecked', status: String(status) };
}

function faultOf(status: number | string): EndpointFault {
  if (typeof status === 'string') return /CERT|SIGNATURE|SSL|TLS/.test(status) ? 'certificate' : 'nobody';
  if (status >= 200 && status < 300) return 'unchecked';
  if (status >= 300 && status < 400) return 'moved';
  if (status === 401 || status === 403 || status === 407) return 'login';
  if (status === 404 || status === 405) return 'notFound';
  return status >= 502 && status <= 504 ? 'badGateway' : 'other';
}

/** The status, or what kept us from getting one. */
async function statusOf(address: string, body: unknown, timeoutMs: number): Promise<number | string> {
  try {
    const response = await fetch(address, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
      ...{ redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) },
    });
    await response.body?.cancel();
    return response.status;
  } catch (error) {
    return kindOfFailure(error);
  }
}

function kindOfFailure(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) if ('code' in at && typeof at.code === 'string') return at.code;
  return error instanceof Error ? error.name : 'unknown';
}
