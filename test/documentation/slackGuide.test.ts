import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { KNOWN_KEYS } from '../../adapters/configuration/configurationFile.ts';
import { projectRoot } from '../support/arrows.ts';

const read = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');

describe.each(['docs/install-slack.md', 'docs/before-you-switch-on.md'])('%s', (file) => {
  const text = read(file);

  it('names only files that are there', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target]) => join('docs', target ?? ''));
    expect(links.length + (file.includes('before') ? 1 : 0)).toBeGreaterThan(0);
    expect(links.filter((target) => !existsSync(join(projectRoot, target)))).toEqual([]);
  });

  it('says everything in both languages', () => {
    const [german = '', english = ''] = text.split('\n---\n');
    const parts = (part: string): number => (part.match(/^## |^\*\*\d\. /gmu) ?? []).length;
    expect(parts(german)).toBeGreaterThan(6);
    expect(parts(english)).toBe(parts(german));
  });
});

it('the guide counts scopes, commands and events as the manifest has them', () => {
  const manifest = parse(read('manifest/slack.yaml')) as {
    readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
    readonly features: { readonly slash_commands: readonly string[] };
    readonly settings: { readonly event_subscriptions: { readonly bot_events: readonly string[] } };
  };
  expect(manifest.oauth_config.scopes.bot).toHaveLength(5);
  expect(manifest.features.slash_commands).toHaveLength(2);
  expect(manifest.settings.event_subscriptions.bot_events).toHaveLength(4);
  expect(read('manifest/slack.yaml').match(/^\s+(?:- )?(?:request_)?url: https:\/\/fristwacht\.example\.org/gmu)).toHaveLength(4);
});

it('the guide shows only keys of the configuration that there are', () => {
  const shown = [...read('docs/install-slack.md').matchAll(/^ {4,10}(?:- )?(\w+):/gmu)].map(([, key = '']) => key);
  const known = Object.values(KNOWN_KEYS).flat();
  expect(shown.length).toBeGreaterThan(4);
  expect(shown.filter((key) => !known.includes(key))).toEqual([]);
});

it('what is to be settled says that it is no legal advice', () => {
  expect(read('docs/before-you-switch-on.md')).toContain('keine Rechtsberatung');
  expect(read('docs/before-you-switch-on.md')).toContain('no legal advice');
});
