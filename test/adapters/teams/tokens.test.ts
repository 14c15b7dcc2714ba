import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Credential } from '../../../adapters/teams/teamsAccount.ts';
import { tokens } from '../../../adapters/teams/tokens.ts';
import { instant } from '../../../src/rules/instant.ts';
import { APP_ID, type FakeTeams, openFakeTeams, SECRET, TENANT } from '../../support/fakeTeams/fakeTeams.ts';
import { selfSigned } from '../../support/selfSigned.ts';

let teams: FakeTeams;
let elapsedMs = 0;
beforeEach(async () => {
  teams = await openFakeTeams();
  elapsedMs = 0;
});
afterEach(() => teams.close());

let count = 0;
const tokensBy = (credential: Credential) =>
  tokens({
    ...{ appId: APP_ID, tenantId: TENANT, credential, endpoints: teams.endpoints, monotonicNow: () => elapsedMs },
    ...{ clock: { now: () => instant('2026-11-23T16:40:00Z') }, ids: { next: () => `jti-${String((count += 1))}` } },
  });
const bySecret = { by: 'secret', secret: SECRET } as const;

describe('with a secret', () => {
  it('a token is fetched once for many at once, and kept until five minutes before it runs out', async () => {
    const source = tokensBy(bySecret);
    const [first, second] = await Promise.all([source.token(), source.token()]);
    expect(first).toBe(second);
    elapsedMs = (3600 - 301) * 1000;
    expect(await source.token()).toBe(first);
    elapsedMs = (3600 - 299) * 1000;
    expect(await source.token()).not.toBe(first);
    expect(teams.identity.given()).toBe(2);
  });

  it('a short one is kept for half its time', async () => {
    teams.identity.expiresInSeconds = 60;
    const source = tokensBy(bySecret);
    await source.token();
    elapsedMs = 29_000;
    await source.token();
    expect(teams.identity.given()).toBe(1);
    elapsedMs = 31_000;
    await source.token();
    expect(teams.identity.given()).toBe(2);
  });

  it('a wrong secret gives none, and is not tried again with every message', async () => {
    const source = tokensBy({ by: 'secret', secret: 'wrong' });
    expect(await source.token()).toBeUndefined();
    teams.registration = { ...teams.registration, secret: 'wrong' };
    expect(await source.token()).toBeUndefined();
    elapsedMs = 2001;
    expect(await source.token()).toBeDefined();
  });

  it('only the token that was refused is forgotten', async () => {
    const source = tokensBy(bySecret);
    const first = await source.token();
    source.forget('another one');
    expect(await source.token()).toBe(first);
    source.forget(first ?? '');
    expect(await source.token()).not.toBe(first);
  });
});

describe('with a certificate', () => {
  const ours = selfSigned('ours');
  const other = selfSigned('other');

  it('the bot signs an assertion of its own, and no secret goes over the wire', async () => {
    teams.registration = { ...teams.registration, certificate: ours.certificate };
    expect(await tokensBy({ by: 'certificate', ...ours }).token()).toBe('outbound-token-1');
  });

  it('the key of another certificate gives none', async () => {
    teams.registration = { ...teams.registration, certificate: ours.certificate };
    expect(await tokensBy({ by: 'certificate', ...other }).token()).toBeUndefined();
    const mixed = { certificate: ours.certificate, privateKey: other.privateKey };
    expect(await tokensBy({ by: 'certificate', ...mixed }).token()).toBeUndefined();
  });
});

describe('with a managed identity', () => {
  it('the machine gives the token out', async () => {
    expect(await tokensBy({ by: 'managedIdentity' }).token()).toBe('outbound-token-1');
  });

  it('an App Service does so at its own address, and names the end of it', async () => {
    const address = teams.endpoints.machineIdentity.replace(/identity$/, 'identity-of-app-service');
    const source = tokensBy({ by: 'managedIdentity', endpoint: { address, header: 'header-of-the-service' } });
    const first = await source.token();
    expect(first).toBeDefined();
    elapsedMs = 3_200_000;
    expect(await source.token()).toBe(first);
    elapsedMs = 3_400_000;
    expect(await source.token()).not.toBe(first);
  });
});
