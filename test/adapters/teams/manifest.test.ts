import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../../../adapters/cli/teamsManifest.ts';
import { EXAMPLE, packageFiles } from '../../../adapters/teams/manifest/appPackage.ts';
import { englishManifest, teamsManifest } from '../../../adapters/teams/manifest/teamsManifest.ts';
import { understand } from '../../../src/dialogue/understand.ts';
import { projectRoot } from '../../support/arrows.ts';

type Command = { readonly id?: string; readonly title: string; readonly description: string };
type Manifest = {
  readonly manifestVersion: string;
  readonly description: { readonly short: string; readonly full: string };
  readonly bots: readonly { readonly commandLists: readonly { readonly commands: readonly Command[] }[] }[];
  readonly composeExtensions: readonly { readonly commands: readonly Command[] }[];
  readonly permissions: readonly string[];
};
const manifest = teamsManifest(EXAMPLE) as Manifest;
const english = englishManifest(EXAMPLE) as Readonly<Record<string, string>>;
const commands = manifest.bots.flatMap(({ commandLists }) => commandLists.flatMap((list) => list.commands));

/** Another build of the compressor may pack the same picture differently. */
function pixelsOf(png: Buffer): Buffer {
  const at = png.indexOf('IDAT', 0, 'latin1');
  return inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
}

describe('the manifest for Teams', () => {
  it.each(packageFiles(EXAMPLE))('in manifest/teams, $name is what the project makes', ({ name, content }) => {
    const kept = readFileSync(join(projectRoot, 'manifest', 'teams', name));
    if (name.endsWith('.png')) expect(pixelsOf(kept).equals(pixelsOf(content))).toBe(true);
    else expect(JSON.parse(kept.toString())).toEqual(JSON.parse(content.toString()));
  });

  it('keeps the lengths Teams allows, in both languages', () => {
    for (const { short, full } of [
      manifest.description,
      { short: english['description.short'] ?? '', full: english['description.full'] ?? '' },
    ]) {
      expect(short.length).toBeLessThanOrEqual(80);
      expect(full.length).toBeLessThanOrEqual(4000);
    }
    const all = [...commands, ...manifest.composeExtensions.flatMap((each) => each.commands)];
    const titles = [
      ...all.map(({ title }) => title),
      ...Object.entries(english).flatMap(([at, text]) => (at.endsWith('.title') ? [text] : [])),
    ];
    expect(titles.filter((title) => title.length > 32)).toEqual([]);
    expect(all.filter(({ description }) => description.length > 128)).toEqual([]);
  });

  it('says everything in English that it says in German, and nothing else', () => {
    const places = Object.keys(english).filter((at) => at.includes('['));
    for (const at of places) {
      const found = at.split(/[.[\]]+/).reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], manifest);
      expect(typeof found, at).toBe('string');
    }
    expect(places).toHaveLength((commands.length + 1) * 2);
  });

  it('offers only commands that the dialogue understands, in both languages', () => {
    const said = [
      ...commands.map(({ title }) => title),
      ...Object.entries(english).flatMap(([at, text]) => (/^bots.*title$/.test(at) ? [text] : [])),
    ];
    for (const text of said) {
      const inbound = {
        platform: 'teams',
        id: '1',
        account: 'a',
        name: '',
        place: 'direct',
        content: { type: 'text', text, files: 0 },
      } as const;
      expect(['home', 'myReports', 'openCases'], text).toContain(understand(inbound).wants);
    }
  });

  it('asks for no permission to read what nobody wrote to the bot', () => {
    expect(manifest.permissions).toEqual(['identity', 'messageTeamMembers']);
    expect(JSON.stringify(manifest)).not.toMatch(/authorization|resourceSpecific|Message\.Read/);
  });

  it('knows slash commands only where they are asked for', () => {
    const slash = teamsManifest({ ...EXAMPLE, slash: true }) as Manifest;
    expect([manifest.manifestVersion, slash.manifestVersion]).toEqual(['1.25', '1.29']);
    expect(JSON.stringify(manifest)).not.toContain('slash');
    expect(JSON.stringify(slash)).toContain('"supportsTargetedMessages":true');
  });

  it('has the icons in the sizes Teams wants', () => {
    const sizes = packageFiles(EXAMPLE).flatMap(({ name, content }) =>
      name.endsWith('.png') ? [[name, content.readUInt32BE(16), content.readUInt32BE(20)]] : [],
    );
    expect(sizes).toEqual([
      ['color.png', 192, 192],
      ['outline.png', 32, 32],
    ]);
  });
});

describe('fristwacht teams-manifest', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fristwacht-manifest-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'app.zip');
  async function asked(
    args: readonly string[],
    env: Record<string, string> = { TEAMS_APP_ID: '11111111-1111-4111-8111-111111111111' },
  ) {
    const said: string[] = [];
    const say = (text: string) => void said.push(text);
    const world = { env: { LANG: 'de_DE', FRISTWACHT_CONFIG: join(folder, 'none.yaml'), ...env }, write: say, writeError: say };
    const code = await run(args, { ...world, readStdin: async () => '', now: () => '', randomId: () => '' });
    return { code, said: said.join('') };
  }

  it('writes one archive, never over another', async () => {
    expect(await asked([file, '--website=https://acme.example'])).toMatchObject({ code: 0 });
    const bytes = readFileSync(file);
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    expect(bytes.toString('latin1')).toContain('11111111-1111-4111-8111-111111111111');
    expect(bytes.toString('latin1')).toContain('https://acme.example');
    const again = await asked([file, '--website=https://acme.example']);
    expect(again.code).toBe(1);
    expect(again.said).toContain('gibt es schon');
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it.each([
    ['no app id', ['--website=https://a.example'], { TEAMS_APP_ID: '' }, /TEAMS_APP_ID/],
    ['no website', [], undefined, /--website/],
    ['a website without https', ['--website=http://a.example'], undefined, /https/],
    ['an option nobody knows', ['--slow'], undefined, /--slow/],
  ] as const)('with %s it says what is missing', async (_, args, env, words) => {
    const { code, said } = await asked(args, env);
    expect(code).toBe(2);
    expect(said).toMatch(words);
  });
});
