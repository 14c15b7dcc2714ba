import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FACT_NAMES } from '../../src/rules/facts.ts';
import { projectRoot } from '../support/arrows.ts';
import { sourcesTable } from '../support/sourcesTable.ts';

const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8');

describe.each([
  ['README.md', 'en'],
  ['README.de.md', 'de'],
] as const)('%s', (file, language) => {
  const text = read(file);

  it('prints the sources as the rules cite them', () => {
    expect(text).toContain(sourcesTable(language));
  });
  it('names only files that are there', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target]) => target ?? '');
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((target) => !existsSync(join(projectRoot, target)))).toEqual([]);
  });
  it('names only commands that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/npm run ([a-z-]+)/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

it('the changelog counts the facts as they are', () => {
  const inWords =
    ['ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'][
      FACT_NAMES.length - 10
    ] ?? 'no such number';
  expect(read('CHANGELOG.md')).toContain(`${inWords} facts`);
});
