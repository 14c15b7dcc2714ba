import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkArrows, type HouseMap, importsOf, projectRoot, sourceFilesUnder, sourceFoldersOf } from './support/arrows.ts';

/** The layers below the dialogue, each list being what the one before it may see and itself. */
const law = ['src/law'];
const rules = [...law, 'src/rules'];
const breach = [...rules, 'src/breach'];
/** What a port speaks of: the case, the prompts that a channel shows, and who works here. */
const ports = [...breach, 'src/prompt', 'src/organisation.ts', 'src/ports.ts'];
const register = [...breach, 'src/organisation.ts', 'src/ports.ts', 'src/words', 'src/register'];
const notices = [...rules, 'src/authorities', 'src/words', 'src/notices'];
const reminders = [...register, ...notices, 'src/prompt', 'src/reminders'];
const dialogue = [...reminders, 'src/dialogue'];

/** The arrows of the house (ARCHITECTURE.md draws them). What is not named here is not allowed. */
const house: HouseMap = {
  'src/law': { layers: [], packages: [] },
  'src/rules': { layers: law, packages: ['luxon', 'zod'] },
  'src/breach': { layers: rules, packages: ['luxon', 'zod'] },
  'src/words': { layers: [...breach, 'src/prompt'], packages: [] },
  'src/prompt': { layers: [...breach, 'src/words', 'src/authorities', 'src/organisation.ts', 'src/ports.ts'], packages: [] },
  'src/organisation.ts': { layers: breach, packages: ['zod'] },
  'src/ports.ts': { layers: ports, packages: [] },
  'src/authorities': { layers: [...rules, 'src/words'], packages: ['zod'] },
  'src/notices': { layers: [...notices, 'src/breach', 'src/organisation.ts', 'src/ports.ts'], packages: [] },
  'src/register': { layers: register, packages: ['luxon', 'zod'] },
  'src/reminders': { layers: reminders, packages: ['date-holidays', 'luxon', 'zod'] },
  'src/dialogue': { layers: dialogue, packages: ['zod'] },
  cards: { layers: ['src/prompt', 'src/words'], packages: [] },
  adapters: {
    layers: [...dialogue, 'cards'],
    packages: [
      ...builtinModules,
      'node:sqlite',
      ...builtinModules.map((name) => `node:${name}`),
      ...dependencies(),
      'package.json',
      '(computed)',
    ],
  },
};

/** An adapter may know what a user installs, never what only a developer has. */
function dependencies(): string[] {
  const manifest = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return Object.keys(manifest.dependencies);
}

describe('the arrows of the house', () => {
  const { strangers, filesRead } = checkArrows(projectRoot, house);

  it('no file imports what its layer may not know', () => {
    expect(strangers).toEqual([]);
  });

  it.each(Object.keys(house).filter((layer) => existsSync(join(projectRoot, layer))))('%s was really read', (layer) => {
    expect(filesRead.get(layer) ?? 0).toBeGreaterThan(0);
  });

  it('at least the adapters were read, so the list above is not empty', () => {
    expect(filesRead.get('adapters') ?? 0).toBeGreaterThan(5);
  });
});

describe('the tree of the house', () => {
  it('has no source folder but the five', () => {
    const passedOver = ['node_modules', '.git', 'dist', 'data', 'coverage'];
    const folders = sourceFoldersOf(projectRoot, passedOver);
    expect(folders).toContain('adapters');
    expect(folders.filter((folder) => !['src', 'adapters', 'cards', 'test', 'manifest'].includes(folder))).toEqual([]);
  });

  it('keeps tests out of the product', () => {
    const product = ['src', 'cards', 'adapters'].filter((folder) => existsSync(join(projectRoot, folder)));
    const tests = product
      .flatMap((folder) => sourceFilesUnder(projectRoot, folder))
      .filter((file) => /\.(test|spec)\./.test(file));
    expect(tests).toEqual([]);
  });
});

describe('the test of the arrows', () => {
  let root = '';
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  /** Builds a small house of the given files and checks it against the real map. */
  function strangersOf(files: Readonly<Record<string, string>>): readonly string[] {
    root = mkdtempSync(join(tmpdir(), 'fristwacht-arrows-'));
    for (const [path, source] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), source);
    }
    return checkArrows(root, house).strangers;
  }

  it.each([
    ['an import', 'src/rules/assess.ts', `import { decide } from '../breach/decide.ts';`, '../breach/decide.ts'],
    ['an import of a type', 'src/law/sources.ts', `import type { Facts } from '../rules/facts.ts';`, '../rules/facts.ts'],
    ['a type named in place', 'src/law/sources.ts', `type F = import('../rules/facts.ts').Facts;`, '../rules/facts.ts'],
    ['a passing on', 'cards/blockKit.ts', `export { decide } from '../src/breach/decide.ts';`, '../src/breach/decide.ts'],
    ['a passing on of everything', 'cards/blockKit.ts', `export * from '../src/law/sources.ts';`, '../src/law/sources.ts'],
    ['an import while running', 'src/words/de.ts', `const x = await import('../dialogue/handle.ts');`, '../dialogue/handle.ts'],
    ['a computed import', 'src/dialogue/handle.ts', 'const x = await import(where + ".ts");', '(computed)'],
    ['a require', 'src/rules/old.cjs', `const fs = require('fs');`, 'fs'],
    ['an import for its effect', 'src/breach/decide.ts', `import '../../adapters/main.ts';`, '../../adapters/main.ts'],
    ['a package', 'src/law/sources.ts', `import { z } from 'zod';`, 'zod'],
    ['a chat SDK in a script', 'src/dialogue/handle.mjs', `import { App } from '@slack/bolt';`, '@slack/bolt'],
    ['the world in the core', 'src/register/entry.ts', `import { createHash } from 'node:crypto';`, 'node:crypto'],
    [
      'the way back from the ports',
      'src/ports.ts',
      `import type { handle } from './dialogue/handle.ts';`,
      './dialogue/handle.ts',
    ],
    ['a developer package', 'adapters/desk/server.ts', `import { test } from 'vitest';`, 'vitest'],
    ['a test in the product', 'adapters/main.ts', `import { x } from '../test/support/x.ts';`, '../test/support/x.ts'],
  ])('catches %s', (_what, file, source, target) => {
    expect(strangersOf({ [file]: source })).toEqual([`${file} -> ${target}`]);
  });

  it('catches a folder that nobody put on the map', () => {
    expect(strangersOf({ 'src/misc/odds.ts': 'export const odds = 1;' })).toEqual(['src/misc/odds.ts -> stands in no layer']);
  });

  it('lets pass what the map allows', () => {
    const allowed = {
      'src/law/sources.ts': `import { other } from './other.ts';`,
      'src/rules/assess.ts': `import { DateTime } from 'luxon';\nimport type { Citation } from '../law/sources.ts';`,
      'src/dialogue/handle.ts': `import { owed } from '../reminders/owed.ts';\nimport type { Log } from '../ports.ts';`,
      'cards/blockKit.ts': `import type { Prompt } from '../src/prompt/prompt.ts';`,
      'adapters/main.ts': `import 'node:sqlite';\nimport express from 'express';\nimport x from '../package.json' with { type: 'json' };`,
    };
    expect(strangersOf(allowed)).toEqual([]);
  });

  it('reads code, not comments and strings', () => {
    const source = `// import x from 'zod'\nconst said = "import y from 'luxon'";\nconst t = \`import('express')\`;`;
    expect(importsOf('src/law/sources.ts', source)).toEqual([]);
  });
});
