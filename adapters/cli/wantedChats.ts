import { given } from '../configuration/given.ts';
import type { Platform } from '../../src/organisation.ts';
import { wantsSlack } from '../slack/slackEnvironment.ts';
import type { CommandWorld } from './commandWorld.ts';

/** Whether anything in the environment speaks of Teams. */
export const wantsTeams = (env: CommandWorld['env']): boolean =>
  Object.keys(env).some((name) => name.startsWith('TEAMS_') && given(env[name]) !== undefined);

/** The chats that this environment connects: none, one, or both on one register. */
export const wantedChats = (env: CommandWorld['env']): readonly Platform[] => [
  ...(wantsSlack(env) ? (['slack'] as const) : []),
  ...(wantsTeams(env) ? (['teams'] as const) : []),
];
