import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Organisation } from '../../src/organisation.ts';
import { readConfiguration } from '../configuration/readConfiguration.ts';
import type { TransportName } from '../teams/openTeams.ts';
import { readTeamsAccount, type TeamsAccount } from '../teams/teamsAccount.ts';
import { given } from '../configuration/given.ts';
import type { CommandWorld } from './commandWorld.ts';
import { preferredLanguage } from './preferredLanguage.ts';
import { startWords } from './startWords.ts';
import { teamsStartWords } from './teamsStartWords.ts';
import { wantedChats } from './wantedChats.ts';

export type TeamsConfiguration = {
  /** How browsers reach this server, for exports. */
  readonly publicUrl: string | undefined;
  readonly file: string;
  readonly organisation: Organisation;
  readonly account: TeamsAccount;
  readonly transport: TransportName;
  /** Where Teams sends to, from outside; undefined where the configuration does not say it. */
  readonly messagingEndpoint: string | undefined;
};

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown');

/** Configuration and environment together, or what to say of what is wrong with them. */
export function teamsConfiguration({
  env,
}: CommandWorld): TeamsConfiguration | { readonly says: string; readonly exitCode: number } {
  const language = preferredLanguage(env);
  const words = startWords[language];
  const file = resolve(given(env.FRISTWACHT_CONFIG) ?? 'fristwacht.yaml');
  const text = textIn(file);
  if ('code' in text) {
    const isMissing = text.code === 'ENOENT';
    const says = isMissing
      ? teamsStartWords[language].configurationMissing(file)
      : words.configurationUnreadable(file, text.code);
    return { says, exitCode: 1 };
  }
  const read = readConfiguration(text.text, { platform: 'teams', beside: wantedChats(env) });
  if (!read.ok) {
    const faults = read.faults.map(({ key, value, remedy }) => words.faultAt(key, value, remedy[language]));
    return { says: words.configurationFaulty(file) + faults.join(''), exitCode: 2 };
  }
  const readFile = (path: string): string | undefined => {
    const found = textIn(path);
    return 'text' in found ? found.text : undefined;
  };
  const account = readTeamsAccount({ env, readFile });
  if ('refused' in account) return { says: `${account.refused[language]}\n`, exitCode: 2 };
  const { transport = 'botbuilder', messagingEndpoint } = read.teams ?? {};
  const publicUrl = read.files?.publicUrl.replace(/\/$/, '');
  return { file, organisation: read.organisation, account: account.account, transport, messagingEndpoint, publicUrl };
}

function textIn(file: string): { readonly text: string } | { readonly code: string } {
  try {
    return { text: readFileSync(file, 'utf8') };
  } catch (error) {
    return { code: codeOf(error) };
  }
}
