import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { COMMANDS, SHORTCUTS } from '../../adapters/slack/slackApp.ts';
import { projectRoot, sourceFilesUnder } from '../support/arrows.ts';
import { KNOWN_METHODS, SCOPES_OF } from '../support/fakeSlack/webApi.ts';
import { SCOPES } from '../slack/runningSlack.ts';

const file = readFileSync(join(projectRoot, 'manifest', 'slack.yaml'), 'utf8');
const manifest = parse(file) as {
  readonly features: {
    readonly app_home: Readonly<Record<string, boolean>>;
    readonly shortcuts: readonly { readonly name: string; readonly callback_id: string; readonly description: string }[];
    readonly slash_commands: readonly {
      readonly command: string;
      readonly should_escape: boolean;
      readonly description: string;
      readonly usage_hint: string;
    }[];
  };
  readonly display_information: Readonly<Record<string, string>>;
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
  readonly settings: { readonly event_subscriptions: { readonly bot_events: readonly string[] } };
};
const granted = manifest.oauth_config.scopes.bot;

/** Behind a #, for whoever switches on what needs them. */
const optional = [...file.matchAll(/^ +# - ([\w.:]+)$/gmu)].map(([, scope = '']) => scope);

/** Every method of Slack's that the adapter names. */
const called = sourceFilesUnder(projectRoot, 'adapters/slack').flatMap((path) =>
  [
    ...readFileSync(join(projectRoot, path), 'utf8').matchAll(
      /'((?:chat|views|users|usergroups|conversations|auth|files|apps)\.[a-zA-Z.]+)'/g,
    ),
  ].map(([, method = '']) => method),
);

describe('the manifest for Slack', () => {
  it('is one to Slack’s own schema', () => {
    // From Slack’s repository `manifest-schema`, MIT licence.
    const schema = JSON.parse(readFileSync(join(import.meta.dirname, 'slack-manifest.schema.json'), 'utf8')) as object;
    const validate = new Ajv({ strict: false, logger: false }).compile(schema);
    expect(validate(manifest), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...manifest, features: { ...manifest.features, slash_commands: [{ command: 7 }] } })).toBe(false);
  });

  it('keeps within what Slack takes', () => {
    const { name = '', description = '', long_description: long = '' } = manifest.display_information;
    expect([name.length <= 35, description.length <= 140, long.length >= 175, long.length <= 4000]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    for (const shortcut of manifest.features.shortcuts)
      expect([shortcut.name.length <= 24, shortcut.description.length <= 150]).toEqual([true, true]);
    for (const command of manifest.features.slash_commands)
      expect([command.command.length <= 32, command.usage_hint.length <= 1000]).toEqual([true, true]);
  });

  it('asks for every scope that a call of ours needs, and the stand-in knows every call', () => {
    expect(called.length).toBeGreaterThan(8);
    // Socket Mode asks for its address with the app-level token, which has a scope of its own.
    expect(called.filter((method) => !KNOWN_METHODS.includes(method))).toEqual(['apps.connections.open']);
    expect(
      called.flatMap((method) => SCOPES_OF[method] ?? []).filter((scope) => ![...granted, ...optional].includes(scope)),
    ).toEqual([]);
  });

  it('asks for no scope that nothing needs', () => {
    const needed = new Set([
      ...called.flatMap((method) => SCOPES_OF[method] ?? []),
      'commands',
      'im:history',
      'groups:read',
      'groups:history',
    ]);
    // Which of these a call needs hangs on the kind of channel.
    expect(called).toEqual(expect.arrayContaining(['conversations.info', 'conversations.history', 'conversations.replies']));
    expect([...granted, ...optional].filter((scope) => !needed.has(scope))).toEqual([]);
  });

  it('asks by default for nothing that only some switch on', () => {
    expect(optional.toSorted()).toEqual(['files:write', 'groups:history', 'usergroups:read']);
    expect(granted.filter((scope) => optional.includes(scope))).toEqual([]);
  });

  it('says of each scope which feature needs it', () => {
    const lines = file.split('\n');
    for (const scope of granted)
      expect(lines[lines.findIndex((line) => line.trim() === `- ${scope}`) - 1], scope).toMatch(/^\s*# \S/u);
  });

  it('subscribes to exactly the events that are handled', () => {
    const kinds = manifest.settings.event_subscriptions.bot_events.map((event) => event.replace(/^message\..*$/u, 'message'));
    const source = readFileSync(join(projectRoot, 'adapters/slack/slackApp.ts'), 'utf8');
    const handled = [...source.matchAll(/app\.event\('([a-z_]+)'/g)].map(([, event = '']) => event);
    expect(handled.length).toBeGreaterThan(2);
    expect(kinds.toSorted()).toEqual(handled.toSorted());
  });

  it('names exactly the commands and shortcuts that are handled, and has what is typed escaped', () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual([...COMMANDS]);
    expect(manifest.features.shortcuts.map(({ callback_id: id }) => id)).toEqual(Object.values(SHORTCUTS));
    expect(manifest.features.slash_commands.every(({ should_escape: escape }) => escape)).toBe(true);
  });

  it('lets people write to the bot', () => {
    expect(manifest.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
  });

  it('is what all other tests run with', () => {
    expect([...SCOPES].toSorted()).toEqual([...granted].toSorted());
  });
});
