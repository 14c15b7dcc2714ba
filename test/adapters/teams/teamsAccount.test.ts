import { describe, expect, it } from 'vitest';
import { accountWords } from '../../../adapters/teams/accountWords.ts';
import { readTeamsAccount } from '../../../adapters/teams/teamsAccount.ts';
import { APP_ID, TENANT } from '../../support/fakeTeams/fakeTeams.ts';

const files: Readonly<Record<string, string>> = {
  'bot.crt': '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----',
  'bot.key': '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----',
  'bot.txt': 'nothing',
};
const read = (env: Readonly<Record<string, string>>) => readTeamsAccount({ env, readFile: (path) => files[path] });
const named = { TEAMS_APP_ID: APP_ID, TEAMS_TENANT_ID: TENANT };
const registered = { kind: 'registered', appId: APP_ID, tenantId: TENANT, host: '127.0.0.1', port: 3978 };

describe('the account of the bot', () => {
  it('is a single tenant with a secret, a certificate, or a managed identity', () => {
    expect(read({ ...named, TEAMS_APP_SECRET: 's' })).toEqual({
      account: { ...registered, credential: { by: 'secret', secret: 's' } },
    });
    expect(read({ ...named, TEAMS_CERTIFICATE_FILE: 'bot.crt', TEAMS_PRIVATE_KEY_FILE: 'bot.key' })).toEqual({
      account: { ...registered, credential: { by: 'certificate', certificate: files['bot.crt'], privateKey: files['bot.key'] } },
    });
    expect(read({ ...named, TEAMS_APP_TYPE: 'UserAssignedMSI' })).toEqual({
      account: { ...registered, credential: { by: 'managedIdentity' } },
    });
  });

  it.each([
    ['no app id', {}, 'appIdMissing'],
    ['an app id of blanks', { TEAMS_APP_ID: '  ', TEAMS_TENANT_ID: TENANT, TEAMS_APP_SECRET: 's' }, 'appIdMissing'],
    ['no tenant', { TEAMS_APP_ID: APP_ID, TEAMS_APP_SECRET: 's' }, 'tenantMissing'],
    ['a tenant that is a name', { ...named, TEAMS_TENANT_ID: 'example.org', TEAMS_APP_SECRET: 's' }, 'noGuid'],
    ['nothing to prove it with', named, 'credentialMissing'],
    ['a certificate without its key', { ...named, TEAMS_CERTIFICATE_FILE: 'bot.crt' }, 'credentialMissing'],
    [
      'a file that is no certificate',
      { ...named, TEAMS_CERTIFICATE_FILE: 'bot.txt', TEAMS_PRIVATE_KEY_FILE: 'bot.key' },
      'certificateUnreadable',
    ],
    [
      'a file that is not there',
      { ...named, TEAMS_CERTIFICATE_FILE: 'gone', TEAMS_PRIVATE_KEY_FILE: 'bot.key' },
      'certificateUnreadable',
    ],
    [
      'two proofs',
      { ...named, TEAMS_APP_SECRET: 's', TEAMS_CERTIFICATE_FILE: 'bot.crt', TEAMS_PRIVATE_KEY_FILE: 'bot.key' },
      'twoCredentials',
    ],
    ['a bot for all tenants', { ...named, TEAMS_APP_SECRET: 's', TEAMS_APP_TYPE: 'MultiTenant' }, 'multiTenant'],
    ['a kind nobody knows', { ...named, TEAMS_APP_SECRET: 's', TEAMS_APP_TYPE: 'Other' }, 'appType'],
    ['a port that is none', { ...named, TEAMS_APP_SECRET: 's', TEAMS_PORT: '70000' }, 'port'],
  ] as const)('with %s the bot does not start, and says why in both languages', (_, env, reason) => {
    expect(read(env)).toEqual({ refused: accountWords[reason] });
  });
});

describe('for trying out', () => {
  it('the bot starts without an account, and listens on this machine only', () => {
    expect(read({ TEAMS_DEVELOPMENT: 'yes', TEAMS_PORT: '0' })).toEqual({
      account: { kind: 'development', host: '127.0.0.1', port: 0 },
    });
  });

  it.each([
    ['an address others can reach', { TEAMS_DEVELOPMENT: 'yes', TEAMS_HOST: '0.0.0.0' }, 'developmentElsewhere'],
    ['an app id beside it', { TEAMS_DEVELOPMENT: 'yes', TEAMS_APP_ID: APP_ID }, 'developmentWithAppId'],
    ['a flag that says something else', { TEAMS_DEVELOPMENT: 'true' }, 'appIdMissing'],
  ] as const)('with %s it does not start', (_, env, reason) => {
    expect(read(env)).toEqual({ refused: accountWords[reason] });
  });
});
