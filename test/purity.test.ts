import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { projectRoot, sourceFilesUnder } from './support/arrows.ts';

interface Restriction {
  readonly message: string;
}

/** The lint's own lists, so that the two cannot disagree. `npm run lint` has more to say; this much has to hold in every test run. */
const lists = (await import(pathToFileURL(join(projectRoot, 'eslint.config.js')).href)) as {
  readonly worldReaders: readonly (Restriction & { readonly selector: string })[];
  readonly worldGlobals: readonly (Restriction & { readonly name: string })[];
};

const linter = new Linter({ configType: 'flat' });
const parse = {
  files: ['**/*.ts', '**/*.mts', '**/*.mjs', '**/*.js'],
  languageOptions: { parser: tseslint.parser as Linter.Parser },
};
const noWorldReaders: Linter.RulesRecord = { 'no-restricted-syntax': ['error', ...lists.worldReaders] };
const noWorldAtAll: Linter.RulesRecord = { ...noWorldReaders, 'no-restricted-globals': ['error', ...lists.worldGlobals] };

/** "file:line: what is wrong" for one source text. */
function faultsIn(file: string, source: string, rules: Linter.RulesRecord): string[] {
  const found = linter.verify(source, [{ ...parse, rules }], { filename: file, allowInlineConfig: false });
  return found.map(({ line, message }) => `${file}:${line}: ${message}`);
}

function faultsOf(files: readonly string[], rules: Linter.RulesRecord): string[] {
  return files.flatMap((file) => faultsIn(file, readFileSync(join(projectRoot, file), 'utf8'), rules));
}

const filesOf = (folder: string): string[] =>
  existsSync(join(projectRoot, folder)) ? sourceFilesUnder(projectRoot, folder) : [];

describe('the core knows no world', () => {
  it('src and cards read no clock, no chance, no environment', { timeout: 120_000 }, () => {
    expect(faultsOf([...filesOf('src'), ...filesOf('cards')], noWorldAtAll)).toEqual([]);
  });

  it('of the adapters only main.ts does; the page in the browser is not ours to bind', { timeout: 120_000 }, () => {
    const adapters = filesOf('adapters').filter((file) => file !== 'adapters/main.ts' && !/^adapters\/desk\/.*\.js$/.test(file));
    expect(adapters).toContain('adapters/cli/commandLine.ts');
    expect(faultsOf(adapters, noWorldReaders)).toEqual([]);
  });

  it.each([
    'const at = new Date();',
    'const at = Date.now();',
    'const at = DateTime.now();',
    'const at = DateTime.local({ zone });',
    'const at = DateTime.utc();',
    'const at = Temporal.Now.instant();',
    'const die = Math.random();',
    'const id = crypto.randomUUID();',
    'const port = process.env.PORT;',
    'setTimeout(() => remind(), 1000);',
    'console.log(text);',
    'const at: Instant = Date.now() as Instant; // eslint-disable-line',
  ])('catches %s', (source) => {
    expect(faultsIn('src/rules/planted.ts', source, noWorldAtAll)).not.toEqual([]);
  });

  it.each([
    `const at = new Date('2026-03-02T08:00:00Z');`,
    `const at = DateTime.fromISO(instant, { zone });`,
    'const { process } = step; use(process);',
  ])('lets pass %s', (source) => {
    expect(faultsIn('src/rules/planted.ts', source, noWorldAtAll)).toEqual([]);
  });
});
