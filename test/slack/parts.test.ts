import { describe, expect, it } from 'vitest';
import { commandContent } from '../../adapters/slack/commandContent.ts';
import { type Identity, isOurs } from '../../adapters/slack/identity.ts';
import { recentIds } from '../../adapters/slack/recentIds.ts';
import { slackApiUrl } from '../../adapters/slack/slackApiUrl.ts';
import { slackEnvironment } from '../../adapters/slack/slackEnvironment.ts';

describe('where Slack is called', () => {
  it.each([
    [{}, 'https://slack.com/api/'],
    [{ SLACK_API_URL: '  ' }, 'https://slack.com/api/'],
    [{ SLACK_API_URL: 'https://slack-gov.com/api/' }, 'https://slack-gov.com/api/'],
    [{ SLACK_API_URL: 'http://127.0.0.1:4000/api', NODE_ENV: 'test' }, 'http://127.0.0.1:4000/api/'],
    [{ SLACK_API_URL: 'http://[::1]:4000/api/', NODE_ENV: 'development' }, 'http://[::1]:4000/api/'],
  ])('%j: %s', (env, apiUrl) => {
    expect(slackApiUrl(env)).toEqual({ apiUrl });
  });

  it.each([
    [{ SLACK_API_URL: 'https://slack.example.org/api/', NODE_ENV: 'test' }, 'notLoopback'],
    [{ SLACK_API_URL: 'http://127.0.0.1.example.org/api/', NODE_ENV: 'test' }, 'notLoopback'],
    [{ SLACK_API_URL: 'https://slack.com@boese.example/api/', NODE_ENV: 'test' }, 'notLoopback'],
    [{ SLACK_API_URL: 'http://127.0.0.1:4000/api/' }, 'notForTrying'],
    [{ SLACK_API_URL: 'http://127.0.0.1:4000/api/', NODE_ENV: 'production' }, 'notForTrying'],
    [{ SLACK_API_URL: 'slack', NODE_ENV: 'test' }, 'noAddress'],
    [{ SLACK_API_URL: 'file:///etc/passwd', NODE_ENV: 'test' }, 'noAddress'],
  ])('%j is refused: %s', (env, refused) => {
    expect(slackApiUrl(env)).toEqual({ refused });
  });
});

describe('whose payloads are taken', () => {
  const identity: Identity = { botId: 'B', botUserId: 'U', teamId: 'T1', enterpriseId: 'E1' };
  const inTeam = (teamId: string | undefined, enterpriseId?: string) => ({ teamId, enterpriseId, isEnterpriseInstall: false });
  const inGrid = (enterpriseId: string | undefined) => ({ teamId: undefined, enterpriseId, isEnterpriseInstall: true });

  it.each([
    [inTeam('T1'), {}, true],
    [inTeam('T2'), {}, false],
    [inTeam(undefined), {}, false],
    [inTeam('T2'), { teamId: 'T2' }, true],
    [inTeam('T1'), { teamId: 'T2' }, false],
    [inGrid('E1'), {}, true],
    [inGrid('E2'), {}, false],
    [inGrid(undefined), {}, false],
    [inGrid('E2'), { enterpriseId: 'E2' }, true],
    [inTeam('T7', 'E2'), { enterpriseId: 'E2' }, true],
    [inTeam('T7', 'E2'), { enterpriseId: 'E2', teamId: 'T8' }, false],
    [inTeam('T1', 'E1'), { enterpriseId: 'E2' }, false],
  ])('%j with %j: %s', (source, setting, ours) => {
    expect(isOurs(source, setting, identity)).toBe(ours);
  });
});

describe('what a command asks for', () => {
  const press = (verb: string) => ({ type: 'press', verb, data: {}, inputs: {} });
  const said = (text: string) => ({ type: 'text', text, files: 0 });

  it.each([
    ['', press('openReport')],
    ['  ', press('openReport')],
    ['LISTE', press('openCases')],
    ['list', press('openCases')],
    ['fall DP-2026-0007', said('DP-2026-0007')],
    ['Vorgang', press('openCases')],
    ['hilfe', press('home')],
    ['export', said('export')],
    ['export DP-2026-0007', said('export DP-2026-0007')],
    ['heute', said('heute')],
    ['suche Laptop', said('suche Laptop')],
    ['Hilfe, mein Laptop ist weg', said('Hilfe, mein Laptop ist weg')],
    ['liste der Kranken verschickt', said('liste der Kranken verschickt')],
    ['Export mit Kundendaten verloren', said('Export mit Kundendaten verloren')],
  ])('„%s“', (typed, content) => {
    expect(commandContent(typed)).toEqual(content);
  });

  it('what begins like a command for a case and is none is not lost', () => {
    expect(commandContent('Fall von Datenverlust in der Personalabteilung')).toEqual(
      said('Fall von Datenverlust in der Personalabteilung'),
    );
  });
});

it('an id is remembered as long as there is room', () => {
  const isRepeated = recentIds(3);
  expect(['a', 'b', 'a', 'c', 'd', 'a'].map(isRepeated)).toEqual([false, false, true, false, false, false]);
});

describe('the environment', () => {
  it('names everything that is wrong at once, and repeats no secret', () => {
    const faults = slackEnvironment({ SLACK_BOT_TOKEN: 'geheim', SLACK_API_URL: 'http://example.org/' }, { transport: 'socket' });
    expect(faults).toEqual(['botTokenKind', 'appTokenMissing', 'apiUrlNotLoopback']);
  });

  it('without a word on it, an app token alone means Socket Mode', () => {
    expect(slackEnvironment({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' })).toMatchObject({
      transport: { kind: 'socket' },
    });
    expect(slackEnvironment({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' })).toMatchObject({
      transport: { kind: 'http', port: 3000, host: '127.0.0.1' },
    });
  });
});
