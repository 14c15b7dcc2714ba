import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { given } from '../configuration/given.ts';
import { NOTES_FILE, openNotes } from '../notes/openNotes.ts';
import { type KeptToken, keptToken } from '../slack/keptToken.ts';
import type { SlackSetting } from '../slack/slackSetting.ts';
import { isKnown, TOKEN_NOTE } from '../slack/tokenShelf.ts';
import type { CommandWorld } from './commandWorld.ts';
import { masterKeyWanted, registerPlace } from './registerCommand.ts';

/**
 * How it stands with a token that ends. `asEntered`: nobody started with this pair yet. `ended`: it will be renewed at the next start.
 * `lost`: only a new pair helps.
 */
export type PresentToken =
  | { readonly state: 'asEntered' | 'ended' | 'notesUnreadable' }
  | { readonly state: 'renewed' | 'lost'; readonly setting: SlackSetting };

/** Looks and renews nothing: a refresh token works once, and belongs to whoever is running. */
export async function presentToken(setting: SlackSetting, world: CommandWorld): Promise<PresentToken | undefined> {
  if (setting.rotation === undefined) return undefined;
  const kept = await read(world);
  if (kept === 'unreadable') return { state: 'notesUnreadable' };
  if (kept === undefined || !isKnown(kept, setting.rotation)) return { state: 'asEntered' };
  const { access, lost, endsAt } = kept;
  if (lost) return { state: 'lost', setting: { ...setting, botToken: async () => access } };
  if (endsAt <= Date.parse(world.now())) return { state: 'ended' };
  return { state: 'renewed', setting: { ...setting, botToken: async () => access } };
}

async function read(world: CommandWorld): Promise<KeptToken | 'unreadable' | undefined> {
  const { folder } = registerPlace(world.env);
  const mongodbUri = given(world.env.MONGODB_URI);
  if (mongodbUri === undefined && !existsSync(join(folder, NOTES_FILE))) return undefined;
  try {
    const notes = await openNotes({ mongodbUri, folder, ids: { next: world.randomId }, masterKey: masterKeyWanted(world.env) });
    try {
      return keptToken(await notes.read(TOKEN_NOTE));
    } finally {
      await notes.close();
    }
  } catch {
    return 'unreadable';
  }
}
