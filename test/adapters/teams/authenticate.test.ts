// Nothing that Teams did not send for us, from a tenant of ours, reaches the dialogue; and whoever is turned away gets the status that
// tells Teams what to do: 400, 401, 403 or 503, never 500.
import { createServer, type Server } from 'node:http';
import { exportSPKI, SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Activity } from '../../../adapters/teams/activity.ts';
import { authenticate, type Because, withoutAuthentication } from '../../../adapters/teams/authenticate.ts';
import { signingKeys } from '../../../adapters/teams/signingKeys.ts';
import { MESSAGES_PATH, teamsServer } from '../../../adapters/teams/teamsServer.ts';
import { instant, type Instant } from '../../../src/rules/instant.ts';
import { APP_ID, closed, type FakeTeams, listening, openFakeTeams, TENANT } from '../../support/fakeTeams/fakeTeams.ts';
import { newPair } from '../../support/fakeTeams/signing.ts';

const NOW = instant('2026-11-23T16:40:00Z');

let teams: FakeTeams;
let server: Server;
let address = '';
let now: Instant = NOW;
let elapsedMs = 0;
let came: Activity[] = [];
let refusals: Because[] = [];
let failures: string[] = [];

beforeEach(async () => {
  teams = await openFakeTeams();
  [now, elapsedMs, came, refusals, failures] = [NOW, 0, [], [], []];
  const keys = signingKeys({ endpoints: teams.endpoints, monotonicNow: () => elapsedMs, timeoutMs: 300 });
  server = createServer(
    teamsServer({
      authenticate: authenticate({
        ...{ appId: APP_ID, tenants: [TENANT], endpoints: teams.endpoints, keys },
        clock: { now: () => now },
      }),
      onActivity: async (activity) => {
        came.push(activity);
        return { status: 200 };
      },
      onRefused: (_status, because) => void refusals.push(because),
      reportFailure: (kind) => void failures.push(kind),
    }),
  );
  address = (await listening(server)) + MESSAGES_PATH;
});
afterEach(async () => {
  await closed(server);
  await teams.close();
  expect(failures).toEqual([]);
});

const activity = (more: Readonly<Record<string, unknown>> = {}) => ({
  ...{ type: 'message', id: '1', channelId: 'msteams', serviceUrl: teams.serviceUrl, text: 'Mein Notizbuch ist weg' },
  from: { id: '29:ada', name: 'Ada', aadObjectId: 'ada' },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: TENANT },
  channelData: { tenant: { id: TENANT } },
  ...more,
});

async function post(authorization: string | undefined, body: unknown = activity()): Promise<number> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  expect(await response.text()).toBe('');
  return response.status;
}
const bearer = async (...made: Parameters<FakeTeams['token']>) => `Bearer ${await teams.token(...made)}`;

it('what Teams signed for us, from our tenant, comes in, with all that the dialogue needs of it', async () => {
  expect(await post(await bearer())).toBe(200);
  expect(came).toEqual([activity()]);
});

describe('without the keys, and without asking for them', () => {
  it.each<[string, () => string | undefined]>([
    ['no header', () => undefined],
    ['another kind of proof', () => 'Basic Ym90OmJvdA=='],
    ['a token that is none', () => 'Bearer garbage'],
    ['three parts that say nothing', () => 'Bearer a.b.c'],
    ['an empty token', () => 'Bearer '],
  ])('%s is 401', async (_, header) => {
    expect(await post(header())).toBe(401);
    expect(teams.identity.keysAsked()).toBe(0);
    expect(came).toEqual([]);
  });

  it.each<[string, Because, () => Promise<string>]>([
    ['another issuer', 'wrongIssuer', () => bearer({ issuer: `https://sts.windows.net/${TENANT}/` })],
    ['another bot as audience', 'wrongAudience', () => bearer({ audience: TENANT })],
    ['no algorithm', 'wrongAlgorithm', async () => `Bearer ${unsigned()}`],
    ['the public key taken for a shared secret', 'wrongAlgorithm', hmacWithPublicKey],
    [
      'a token as the emulator sends it',
      'wrongIssuer',
      () => bearer({ issuer: `https://login.microsoftonline.com/${TENANT}/v2.0`, more: { appid: APP_ID } }),
    ],
  ])('%s is 401', async (_, because, header) => {
    expect(await post(await header())).toBe(401);
    expect(refusals).toEqual([because]);
    expect(teams.identity.keysAsked()).toBe(0);
  });

  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = () => ({ iss: teams.endpoints.issuer, aud: APP_ID, serviceurl: teams.serviceUrl, exp: 2_000_000_000 });
  const unsigned = (): string => `${part({ alg: 'none', kid: 'key-1' })}.${part(claims())}.`;
  async function hmacWithPublicKey(): Promise<string> {
    const secret = new TextEncoder().encode(await exportSPKI(teams.pair.publicKey));
    return `Bearer ${await new SignJWT(claims()).setProtectedHeader({ alg: 'HS256', kid: 'key-1' }).sign(secret)}`;
  }
});

describe('with the keys', () => {
  it.each<[string, Because, () => Promise<string>]>([
    ['a key nobody knows', 'unknownKey', async () => bearer({}, await newPair('key-of-nobody'))],
    ['a signature forged under a known name', 'signatureOrTimes', async () => bearer({}, await newPair('key-1'))],
    ['a token that ran out six minutes ago', 'signatureOrTimes', () => bearer({ until: instant('2026-11-23T16:34:00Z') })],
    ['a token for later', 'signatureOrTimes', () => bearer({ from: instant('2026-11-23T16:46:00Z') })],
    ['another service URL than the body names', 'otherServiceUrl', () => bearer({ serviceUrl: 'http://127.0.0.1:1/' })],
    ['no service URL in the token', 'otherServiceUrl', () => bearer({ serviceUrl: undefined })],
  ])('%s is 401', async (_, because, header) => {
    expect(await post(await header())).toBe(401);
    expect(refusals).toEqual([because]);
    expect(came).toEqual([]);
  });

  it('a key that may not sign for Teams is 401, and so is an activity of another platform', async () => {
    const pair = await newPair('key-of-webchat');
    teams.identity.publish(pair, ['webchat']);
    expect(await post(await bearer({}, pair))).toBe(401);
    expect(await post(await bearer(), activity({ channelId: 'webchat' }))).toBe(401);
    expect(refusals).toEqual(['notEndorsed', 'notEndorsed']);
  });

  it('without a service URL in the body it is 401, for nobody says where the answer would go', async () => {
    const { serviceUrl: _, ...without } = activity();
    expect(await post(await bearer(), without)).toBe(401);
    expect(refusals).toEqual(['otherServiceUrl']);
  });

  it('clocks may differ by five minutes', async () => {
    expect(await post(await bearer({ until: instant('2026-11-23T16:35:30Z') }))).toBe(200);
    expect(await post(await bearer({ from: instant('2026-11-23T16:44:30Z') }))).toBe(200);
  });

  it('where the signed service URL is no place to send a token to, it is 401', async () => {
    for (const serviceUrl of ['http://example.org/', 'https://example.org/', 'http://user:pass@127.0.0.1/', 'nonsense']) {
      expect(await post(await bearer({ serviceUrl }), activity({ serviceUrl }))).toBe(401);
    }
  });
});

describe('another tenant', () => {
  const foreign = '99999999-9999-4999-8999-999999999999';

  it.each([
    ['in the data of the channel', { channelData: { tenant: { id: foreign } } }],
    ['in the conversation', { conversation: { id: 'a:1', tenantId: foreign } }],
    ['nowhere named', { channelData: {}, conversation: { id: 'a:1' } }],
  ])('%s is 403, however genuine the message is', async (_, more) => {
    expect(await post(await bearer(), activity(more))).toBe(403);
    expect(refusals).toEqual(['foreignTenant']);
    expect(came).toEqual([]);
  });
});

describe('what is no activity', () => {
  it.each([
    ['no JSON', '{"type":'],
    ['a number as type', { type: 5 }],
    ['no type', {}],
    ['a list', []],
    ['nothing', 'null'],
  ])('%s is 400, with a token and without', async (_, body) => {
    expect(await post(undefined, body)).toBe(400);
    expect(await post(await bearer(), body)).toBe(400);
  });

  it('a body of a megabyte is not read to its end', async () => {
    expect(await post(await bearer(), activity({ text: 'x'.repeat(1_000_000) }))).toBe(413);
  });

  it('any other address is 404', async () => {
    expect((await fetch(address.replace(MESSAGES_PATH, '/api/other'), { method: 'POST' })).status).toBe(404);
  });
});

describe('the host of the keys', () => {
  it.each<[string, 'hang' | number]>([
    ['answers 503', 503],
    ['answers nothing at all', 'hang'],
  ])('%s: 503, so that Teams tries again; and it is well again with the next try', async (_, down) => {
    teams.identity.keysDown = down;
    expect(await post(await bearer())).toBe(503);
    expect(refusals).toEqual(['keysUnavailable']);
    teams.identity.keysDown = undefined;
    elapsedMs += 2500;
    expect(await post(await bearer())).toBe(200);
  });

  it('is not reachable: 503; and what needs no keys is 401 all the same', async () => {
    const header = await bearer();
    await teams.close();
    expect(await post(header)).toBe(503);
    expect(await post('Bearer garbage')).toBe(401);
  });

  it('is down after the keys were fetched: they go on being used, for a week at most', async () => {
    expect(await post(await bearer())).toBe(200);
    teams.identity.keysDown = 503;
    elapsedMs += 2 * 86_400_000;
    expect(await post(await bearer())).toBe(200);
    elapsedMs += 6 * 86_400_000;
    expect(await post(await bearer())).toBe(503);
  });

  it('is asked once for many requests at once, and once a day', async () => {
    const header = await bearer();
    expect(await Promise.all(Array.from({ length: 20 }, () => post(header)))).toEqual(Array.from({ length: 20 }, () => 200));
    expect(teams.identity.keysAsked()).toBe(1);
    elapsedMs += 86_400_001;
    await post(header);
    expect(teams.identity.keysAsked()).toBe(2);
  });

  it('is asked again for a key that is new, but not for every one that somebody invents', async () => {
    await post(await bearer());
    const next = await newPair('key-2');
    teams.identity.publish(next, ['msteams']);
    elapsedMs += 300_001;
    expect(await post(await bearer({}, next))).toBe(200);
    expect(teams.identity.keysAsked()).toBe(2);
    for (const name of ['invented-1', 'invented-2', 'invented-3']) {
      expect(await post(await bearer({}, await newPair(name)))).toBe(401);
    }
    expect(teams.identity.keysAsked()).toBe(2);
  });
});

describe('for trying out, where nobody is checked', () => {
  it('whoever names an address off this machine is turned away, for the answer would go there', async () => {
    const local = await withoutAuthentication(undefined, activity());
    const elsewhere = await withoutAuthentication(undefined, activity({ serviceUrl: 'https://example.org/' }));
    expect(local).toMatchObject({ authentic: true });
    expect(elsewhere).toEqual({ authentic: false, status: 401, because: 'otherServiceUrl' });
    expect(await withoutAuthentication(undefined, {})).toMatchObject({ authentic: false, status: 400 });
  });
});
