import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { readConfiguration } from '../configuration/readConfiguration.ts';
import { appPackage } from '../teams/manifest/appPackage.ts';
import { given } from '../configuration/given.ts';
import type { CommandWorld } from './commandWorld.ts';
import { preferredLanguage } from './preferredLanguage.ts';
import { startWords } from './startWords.ts';
import { teamsManifestWords } from './teamsManifestWords.ts';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ADDRESS = /^https:\/\/[^\s]+$/;
const USUAL_FILE = 'fristwacht-teams.zip';
/** Teams takes no longer name of a developer. */
const LONGEST_NAME = 32;

/**
 * `fristwacht teams-manifest [FILE] --website=URL [--privacy=URL] [--terms=URL] [--slash]`: the package an administrator uploads to Teams.
 *
 * @returns 0 when written, 1 when it could not be, 2 when asked wrongly
 */
export async function run(args: readonly string[], world: CommandWorld): Promise<number> {
  const language = preferredLanguage(world.env);
  const words = teamsManifestWords[language];
  if (args.includes('--help') || args.includes('-h')) {
    world.write(words.help);
    return 0;
  }
  const options = Object.fromEntries(args.filter((arg) => arg.startsWith('--')).map(split));
  const files = args.filter((arg) => !arg.startsWith('--'));
  const unknown = Object.keys(options).find((name) => !['website', 'privacy', 'terms', 'slash'].includes(name));
  if (unknown !== undefined || files.length > 1) {
    world.writeError(startWords[language].unknownOption(unknown === undefined ? (files[1] ?? '') : `--${unknown}`));
    return 2;
  }
  const { website = '', privacy = website, terms = website, slash } = options;
  const appId = given(world.env.TEAMS_APP_ID) ?? '';
  if (!GUID.test(appId)) return wrong(world, words.appId);
  if (![website, privacy, terms].every((address) => ADDRESS.test(address))) return wrong(world, words.addresses);
  const developer = { name: nameOf(world).slice(0, LONGEST_NAME), website, privacy, terms };
  const packed = appPackage({ appId, version: packageJson.version, developer, slash: slash !== undefined });
  const file = resolve(files[0] ?? USUAL_FILE);
  try {
    writeFileSync(file, packed, { flag: 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    world.writeError(code === 'EEXIST' ? words.fileThere(file) : words.notWritten(file, code));
    return 1;
  }
  world.write(words.written(file));
  return 0;
}

const split = (option: string): readonly [string, string] => {
  const [name = '', ...value] = option.slice(2).split('=');
  return [name, value.join('=')];
};

function wrong(world: CommandWorld, words: string): number {
  world.writeError(words);
  return 2;
}

/** The name of the organisation, where there is a configuration that can be read. */
function nameOf({ env }: CommandWorld): string {
  try {
    const text = readFileSync(resolve(given(env.FRISTWACHT_CONFIG) ?? 'fristwacht.yaml'), 'utf8');
    const read = readConfiguration(text, { platform: 'teams' });
    return read.ok ? read.organisation.name : 'Fristwacht';
  } catch {
    return 'Fristwacht';
  }
}
