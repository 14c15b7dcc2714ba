import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Organisation } from '../../src/organisation.ts';
import { readConfiguration } from '../configuration/readConfiguration.ts';
import { slackEnvironment } from '../slack/slackEnvironment.ts';
import type { SlackSetting } from '../slack/slackSetting.ts';
import { given } from '../configuration/given.ts';
import type { CommandWorld } from './commandWorld.ts';
import { preferredLanguage } from './preferredLanguage.ts';
import { slackFaultWords, slackStartWords } from './slackCommandWords.ts';
import { startWords } from './startWords.ts';
import { wantedChats } from './wantedChats.ts';

export type SlackConfiguration = {
  readonly file: string;
  readonly organisation: Organisation;
  readonly setting: SlackSetting;
  readonly requestUrl: string | undefined;
  readonly publicUrl: string | undefined;
};

/** Configuration and environment together, or what to say of what is wrong with them. */
export function slackConfiguration({
  env,
}: CommandWorld): SlackConfiguration | { readonly says: string; readonly exitCode: number } {
  const language = preferredLanguage(env);
  const words = startWords[language];
  const file = resolve(given(env.FRISTWACHT_CONFIG) ?? 'fristwacht.yaml');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const says =
      code === 'ENOENT' ? slackStartWords[language].configurationMissing(file) : words.configurationUnreadable(file, code);
    return { says, exitCode: 1 };
  }
  const read = readConfiguration(text, { platform: 'slack', beside: wantedChats(env) });
  if (!read.ok) {
    const faults = read.faults.map(({ key, value, remedy }) => words.faultAt(key, value, remedy[language]));
    return { says: words.configurationFaulty(file) + faults.join(''), exitCode: 2 };
  }
  const setting = slackEnvironment(env, read.slack);
  if (!('botToken' in setting)) {
    return { says: setting.map((fault) => `${slackFaultWords[fault][language]}\n`).join(''), exitCode: 2 };
  }
  return {
    file,
    organisation: read.organisation,
    setting,
    requestUrl: read.slack?.requestUrl,
    publicUrl: read.files?.publicUrl.replace(/\/$/, ''),
  };
}
