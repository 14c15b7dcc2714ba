import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from './support/arrows.ts';
import { trackedFiles } from './support/trackedFiles.ts';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<
    Record<string, { dev?: boolean; hasInstallScript?: boolean; integrity?: string; resolved?: string }>
  >;
}

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const lock = JSON.parse(read('package-lock.json')) as Lock;
const installed = Object.entries(lock.packages).filter(([path]) => path !== '');

/** Folders of somebody's machine. A word before the slash makes it something else: an address, a folder of the project. */
const machinePath = /(?<![\w.\-\]})])\/(?:work|root|home\/\w+|Users\/\w+|tmp\/\w+)(?:\/|\b)/;
/** Hosts that hand out packages: where a user gets them from is the user's own setting. */
const registryHost =
  /\b(?:registry\.(?:npmjs|yarnpkg)|npm\.pkg\.github|[\w-]*(?:artifactory|verdaccio|nexus)[\w-]*\.\w+|https?:\/\/registry[.:-])/i;

/** "file:line: text" of every line that the pattern meets. */
function linesWith(pattern: RegExp, files: readonly string[]): string[] {
  return files.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 120)}`] : [])),
  );
}

describe('what is tracked', () => {
  const binary = /\.(?:png|jpg|ico|ttf|pdf|docx|xlsx|zip|db)$/;
  const files = trackedFiles().filter((path) => !binary.test(path));
  // Put together from parts, so that this file names nothing of what it looks for.
  const [slash, registry] = ['/', 'registry'];

  it('was found', () => {
    expect(files).toContain('package.json');
    expect(files).toContain('adapters/main.ts');
  });

  it('names no folder of a machine', () => {
    expect(
      linesWith(
        machinePath,
        files.filter((path) => path !== 'LICENSE'),
      ),
    ).toEqual([]);
  });

  it('names no package registry', () => {
    expect(linesWith(registryHost, files)).toEqual([]);
  });

  it.each([
    [machinePath, `cd ${slash}work${slash}project`, true],
    [machinePath, `'${slash}root${slash}.cache'`, true],
    [machinePath, 'see https://example.org/work/programme', false],
    [machinePath, 'open docs/work/plan.md', false],
    [registryHost, `"resolved": "https://${registry}.npmjs.org/zod/-/zod-4.6.7.tgz"`, true],
    [registryHost, `https://${registry}.intern.example/npm`, true],
    [registryHost, 'the register of the breaches', false],
  ])('the search %s is right about %j', (pattern, line, found) => {
    expect(pattern.test(line)).toBe(found);
  });
});

describe('the packages', () => {
  it('are pinned to one exact version each', () => {
    const { dependencies, devDependencies, optionalDependencies } = manifest;
    const asked = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('bring a Node for each common machine, all of one version', () => {
    expect(Object.keys(manifest.optionalDependencies)).toHaveLength(5);
    expect(new Set(Object.values(manifest.optionalDependencies)).size).toBe(1);
  });

  it('are locked by what they contain, not by where they came from', () => {
    expect(installed.length).toBeGreaterThan(50);
    expect(installed.filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
    expect(installed.filter(([, entry]) => entry.integrity === undefined).map(([path]) => path)).toEqual([]);
  });

  it('that a user installs run no script while being installed', () => {
    const production = installed.filter(([, entry]) => entry.dev !== true);
    expect(production.map(([path]) => path)).toContain('node_modules/zod');
    expect(production.filter(([, entry]) => entry.hasInstallScript === true).map(([path]) => path)).toEqual([]);
  });
});
