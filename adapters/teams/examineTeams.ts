// Looks whether everything at Microsoft and in front of the bot is as it must be. Changes nothing, and writes to nobody.
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import type { Organisation } from '../../src/organisation.ts';
import type { Clock, Ids } from '../../src/ports.ts';
import type { TeamsEndpoints } from './endpoints.ts';
import { examineEndpoints, type EndpointFinding } from './examineEndpoints.ts';
import { examinePlaces, type PlaceFinding } from './examinePlaces.ts';
import type { References } from './references.ts';
import { fetchKeys } from './signingKeys.ts';
import type { Credential, TeamsAccount } from './teamsAccount.ts';
import { type TokenRequest, tokenResponse } from './tokens.ts';

export type TokenFault =
  | 'tenantUnknown'
  | 'appUnknown'
  | 'appNotInTenant'
  | 'secretWrong'
  | 'secretExpired'
  | 'certificateUnknown'
  | 'other';

export type TeamsFinding =
  | { readonly about: 'token' | 'keys'; readonly well: true }
  | { readonly about: 'certificate'; readonly well: true; readonly daysLeft: number }
  | { readonly about: 'token'; readonly well: false; readonly fault: TokenFault; readonly code: string }
  | { readonly about: 'certificate'; readonly well: false; readonly fault: 'otherKey' | 'notYet' | 'expired' | 'unreadable' }
  /** They are told, and none of them may sign for Teams. */
  | { readonly about: 'keys'; readonly well: false }
  /** Could not be looked at. */
  | { readonly about: 'token' | 'keys'; readonly well: 'unknown' }
  | EndpointFinding
  | PlaceFinding;

export type TeamsExamination = {
  readonly account: TeamsAccount;
  readonly organisation: Organisation;
  readonly endpoints: TeamsEndpoints;
  /** Where Teams sends to, as the world outside sees it. */
  readonly messagingEndpoint: string | undefined;
  /** What the bot learned of Teams while it ran; undefined where it never ran with this register. */
  readonly references: References | undefined;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly timeoutMs?: number;
};

/** As many kinds of trouble as can be told apart, in the order in which they are best mended. */
export async function examineTeams(examination: TeamsExamination): Promise<readonly TeamsFinding[]> {
  const { account, endpoints, timeoutMs } = examination;
  const reach = { ...examination, ...(timeoutMs === undefined ? {} : { timeoutMs }) };
  // While trying out there is no account, and nothing is asked of Microsoft.
  if (account.kind === 'development') return examineEndpoints(reach);
  const { credential } = account;
  const asked = await askForToken({ ...reach, ...account });
  const [keys, ends] = await Promise.all([keysOf(endpoints, timeoutMs), examineEndpoints(reach)]);
  const places = asked.token === undefined ? [] : await examinePlaces({ ...reach, token: asked.token });
  return [...certificateOf(credential, examination.clock), asked.finding, keys, ...ends, ...places];
}

// ---------------------------------------------------------------- who the bot is

const DAY_MS = 86_400_000;

function certificateOf(credential: Credential, clock: Clock): readonly TeamsFinding[] {
  if (credential.by !== 'certificate') return [];
  const fault = (named: Extract<TeamsFinding, { readonly about: 'certificate'; readonly well: false }>['fault']) =>
    [{ about: 'certificate', well: false, fault: named }] as const;
  try {
    const certificate = new X509Certificate(credential.certificate);
    if (!certificate.checkPrivateKey(createPrivateKey(credential.privateKey))) return fault('otherKey');
    const now = Date.parse(clock.now());
    if (now < Date.parse(certificate.validFrom)) return fault('notYet');
    const left = Date.parse(certificate.validTo) - now;
    return left <= 0 ? fault('expired') : [{ about: 'certificate', well: true, daysLeft: Math.floor(left / DAY_MS) }];
  } catch {
    // What is wrong with a key is never told in the words of whoever read it: they may hold a part of it.
    return fault('unreadable');
  }
}

const given = z.object({ access_token: z.string().min(1) });
const refusal = z.object({ error_codes: z.array(z.number()).optional(), error: z.string().max(100).optional() });

/** Entra says that its numbers may change: they only choose the advice, and the number itself is always shown. */
const FAULTS: Readonly<Record<number, TokenFault>> = {
  90_002: 'tenantUnknown',
  700_016: 'appUnknown',
  7_000_229: 'appNotInTenant',
  7_000_215: 'secretWrong',
  7_000_222: 'secretExpired',
  700_027: 'certificateUnknown',
};

type Asked = { readonly finding: TeamsFinding; readonly token?: string };

async function askForToken(request: TokenRequest): Promise<Asked> {
  try {
    const response = await tokenResponse(request);
    const body: unknown = await response.json().catch(() => undefined);
    const read = given.safeParse(body);
    if (response.ok && read.success) return { finding: { about: 'token', well: true }, token: read.data.access_token };
    const { error_codes: [code] = [], error } = refusal.safeParse(body).data ?? {};
    const fault = code === undefined ? 'other' : (FAULTS[code] ?? 'other');
    const said = code === undefined ? (error ?? String(response.status)) : `AADSTS${String(code)}`;
    return { finding: { about: 'token', well: false, fault, code: said } };
  } catch {
    return { finding: { about: 'token', well: 'unknown' } };
  }
}

// ---------------------------------------------------------------- who Teams is

const USUAL_TIMEOUT_MS = 5000;

async function keysOf({ openIdMetadata }: TeamsEndpoints, timeoutMs = USUAL_TIMEOUT_MS): Promise<TeamsFinding> {
  try {
    const keys = [...(await fetchKeys(openIdMetadata, timeoutMs)).values()];
    return { about: 'keys', well: keys.some(({ endorsements }) => endorsements.includes('msteams')) };
  } catch {
    return { about: 'keys', well: 'unknown' };
  }
}
