import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KNOWN_KEYS } from '../../adapters/configuration/configurationFile.ts';
import { projectRoot } from '../support/arrows.ts';

const read = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');
const guide = read('docs/install-teams.md');

describe('docs/install-teams.md', () => {
  it('says everything in both languages', () => {
    const [english = '', german = ''] = guide.split('\n---\n');
    const parts = (part: string, pattern: RegExp): number => (part.match(pattern) ?? []).length;
    for (const pattern of [/^## /gmu, /^\d\. /gmu, /^ {3}- /gmu, /fristwacht doctor/gu, /botbuilder/gu]) {
      expect(parts(english, pattern), String(pattern)).toBeGreaterThan(0);
    }
    for (const pattern of [/^## /gmu, /^\d\. /gmu, /^ {3}- /gmu]) expect(parts(german, pattern)).toBe(parts(english, pattern));
  });

  it('names only variables that .env.example explains, and keys that the configuration knows', () => {
    const variables = new Set([...guide.matchAll(/TEAMS_[A-Z_]+/gu)].map(([name]) => name));
    expect([...variables].filter((name) => !read('.env.example').includes(name))).toEqual([]);
    const keys = [...guide.matchAll(/`teams\.(\w+)/gu)].map(([, key = '']) => key);
    expect(keys.length).toBeGreaterThan(3);
    expect(keys.filter((key) => !KNOWN_KEYS.teams?.includes(key))).toEqual([]);
  });

  it('names the scripts that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
    const named = [...guide.matchAll(/`npm run (\w+)`/gu)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
