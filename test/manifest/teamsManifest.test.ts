// The manifest for Teams against the schemas of Microsoft, offline, as it lies in the archive that an administrator uploads.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { appPackage, EXAMPLE } from '../../adapters/teams/manifest/appPackage.ts';
import { projectRoot } from '../support/arrows.ts';
import { filesIn } from './filesInZip.ts';

/** The patterns of the localisation are no valid ones with the Unicode flag. */
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, validateFormats: false });
const schema = (name: string, version: string) =>
  ajv.compile(
    JSON.parse(readFileSync(join(projectRoot, 'test', 'manifest', 'teams', `${name}-${version}.schema.json`), 'utf8')) as object,
  );

describe.each([
  ['without slash commands', false, '1.25'],
  ['with slash commands', true, '1.29'],
] as const)('the archive %s', (_, slash, version) => {
  const files = filesIn(appPackage({ ...EXAMPLE, slash }));
  const read = (name: string): Record<string, unknown> =>
    JSON.parse(files.get(name)?.toString('utf8') ?? '') as Record<string, unknown>;
  const faultsOf = (name: string, value: unknown): unknown => {
    const validate = schema(name, version);
    validate(value);
    return validate.errors ?? [];
  };

  it('holds the manifest, both icons and the English words at its root, and nothing else', () => {
    expect([...files.keys()].toSorted()).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png']);
  });

  it(`is faultless to the schemas of ${version}, and names them`, () => {
    expect(faultsOf('manifest', read('manifest.json'))).toEqual([]);
    expect(faultsOf('localization', read('en.json'))).toEqual([]);
    expect(read('manifest.json')).toMatchObject({ manifestVersion: version, $schema: expect.stringContaining(`/v${version}/`) });
  });

  it.each<[string, Record<string, unknown>]>([
    ['a name of 31 characters', { name: { short: 'F'.repeat(31), full: 'Fristwacht' } }],
    ['a colour that is none', { accentColor: 'teal' }],
    ['a right to read every message, misspelt', { permissions: ['everything'] }],
    ['a key nobody knows', { slashCommands: true }],
  ])('%s would be found', (_name, change) => {
    expect(faultsOf('manifest', { ...read('manifest.json'), ...change })).not.toEqual([]);
  });

  it('asks for no consent of a resource, and for no right beyond knowing who writes and answering them', () => {
    const manifest = read('manifest.json');
    expect(manifest.authorization).toBeUndefined();
    expect(manifest.webApplicationInfo).toBeUndefined();
    expect(manifest.permissions).toEqual(['identity', 'messageTeamMembers']);
    expect(manifest.validDomains).toEqual([]);
  });
});
