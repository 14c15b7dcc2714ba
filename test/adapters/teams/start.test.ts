// `fristwacht start` with Teams: what it refuses, and that a bot for trying out really answers, on this machine alone.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTeams, wantsTeams } from '../../../adapters/cli/startTeams.ts';
import { markAsDrill } from '../../../adapters/desk/drillMark.ts';
import { type FakeTeams, openFakeTeams } from '../../support/fakeTeams/fakeTeams.ts';

const CONFIGURATION = `organisation: { name: Acme, country: DE, land: NW, sector: private }
contactPoint: { name: Datenschutz, email: datenschutz@example.org }
persons:
  - { id: dora, name: Dora, roles: [dpo], accounts: { teams: dora } }
channels: { teams: '19:office@thread.tacv2' }
teams: { transport: rest }
`;

let folder = '';
let teams: FakeTeams;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fristwacht-start-teams-'));
  teams = await openFakeTeams();
});
afterEach(async () => {
  await teams.close();
  rmSync(folder, { recursive: true });
});

function started(env: Record<string, string>, configuration: string | undefined = CONFIGURATION) {
  const [said, wrong]: [string[], string[]] = [[], []];
  const file = join(folder, 'fristwacht.yaml');
  if (configuration !== '') writeFileSync(file, configuration);
  const { promise, resolve: end } = Promise.withResolvers<undefined>();
  let count = 0;
  const world = {
    env: { FRISTWACHT_DATA: join(folder, 'data'), FRISTWACHT_CONFIG: file, LANG: 'de_DE.UTF-8', ...env },
    ...{
      readStdin: async () => '',
      write: (text: string) => void said.push(text),
      writeError: (text: string) => void wrong.push(text),
    },
    ...{ now: () => '2026-11-23T16:40:00.000Z', randomId: () => `id-${String((count += 1))}` },
  };
  return { said, wrong, end: () => end(undefined), ended: startTeams(world, () => promise) };
}
const development = { TEAMS_DEVELOPMENT: 'yes', TEAMS_PORT: '0' };

describe('starting with Teams', () => {
  it('is wanted as soon as a variable speaks of it', () => {
    expect([wantsTeams({}), wantsTeams({ TEAMS_APP_ID: ' ' }), wantsTeams({ TEAMS_APP_ID: 'x' })]).toEqual([false, false, true]);
  });

  it.each<[string, Record<string, string>, string | undefined, RegExp, number]>([
    ['no app id', { TEAMS_TENANT_ID: 'x' }, undefined, /TEAMS_APP_ID fehlt/, 2],
    ['no configuration', development, '', /keine Konfiguration/, 1],
    ['a transport nobody knows', development, CONFIGURATION.replace('rest', 'sdk'), /botbuilder.*oder rest/s, 2],
    ['no channel of the office', development, CONFIGURATION.replace(/channels.*\n/, ''), /channels\.teams/, 2],
    [
      'an address others can reach, while nobody is checked',
      { ...development, TEAMS_HOST: '0.0.0.0' },
      undefined,
      /127\.0\.0\.1/,
      2,
    ],
  ])('with %s it does not start, and says why', async (_, env, configuration, said, code) => {
    const { ended, wrong } = started(env, configuration);
    expect(await ended).toBe(code);
    expect(wrong.join('')).toMatch(said);
  });

  it('a real bot takes no register of drills', async () => {
    const data = join(folder, 'drill');
    writeFileSync(join(folder, 'x'), '');
    const { mkdirSync } = await import('node:fs');
    mkdirSync(data);
    markAsDrill(data);
    const guid = '11111111-1111-4111-8111-111111111111';
    const env = { TEAMS_APP_ID: guid, TEAMS_TENANT_ID: guid, TEAMS_APP_SECRET: 's', FRISTWACHT_DATA: data };
    const { ended, wrong } = started(env);
    expect(await ended).toBe(1);
    expect(wrong.join('')).toContain('Übungsregister');
  });

  it('for trying out it answers without an account, its cases are drills, and it posts on this machine only', async () => {
    // Whoever plays Teams here checks no token either.
    teams.identity.takesAnything = true;
    const { said, ended, end } = started(development);
    await expect.poll(() => said.join('')).toMatch(/127\.0\.0\.1:\d+\/api\/messages/);
    const address = /http:\S+messages/.exec(said.join(''))?.[0] ?? '';
    const ada = teams.addMember({ aadObjectId: 'ada', name: 'Ada' });
    const room = teams.connector.personalRoomOf(ada);
    const sends = (activity: object) =>
      fetch(address, {
        ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
        body: JSON.stringify({
          ...{ channelId: 'msteams', serviceUrl: teams.serviceUrl, from: { id: ada.id, name: 'Ada', aadObjectId: 'ada' } },
          ...{ recipient: { id: 'bot' }, conversation: { id: room.id, conversationType: 'personal', tenantId: 't' } },
          ...activity,
        }),
      });
    expect((await sends({ type: 'message', id: '1', text: 'Mein Notizbuch ist weg' })).status).toBe(200);
    expect(JSON.stringify(room.posts)).toContain('Notizbuch');
    const data = { fristwacht: { verb: 'report', data: {}, drawing: 'd' }, text: 'Mein Notizbuch ist weg', noticedAt: '' };
    const pressed = await sends({ type: 'invoke', id: '2', name: 'adaptiveCard/action', value: { action: { data } } });
    expect(await pressed.text()).toContain('Ü-2026-0001');
    expect((await sends({ type: 'message', id: '3', text: 'x', serviceUrl: 'https://example.org/' })).status).toBe(401);
    end();
    expect(await ended).toBe(0);
  });
});
