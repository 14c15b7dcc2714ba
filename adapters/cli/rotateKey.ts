import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { changeMasterKey } from '../../src/register/changeMasterKey.ts';
import { MASTER_KEY_FILE, NEXT_MASTER_KEY_FILE } from '../stores/openEmbeddedRegister.ts';
import { sync } from '../stores/sqlite/backup.ts';
import { keyFileOf, sqliteKeyStore } from '../stores/sqlite/sqliteKeyStore.ts';
import { type OpenedMasterKey, openMasterKey } from '../vault/openMasterKey.ts';
import type { CommandWorld } from './commandWorld.ts';
import { given, masterKeyWanted, registerCommand, registerPlace, say } from './registerCommand.ts';

/**
 * `fristwacht rotate-key`: every key of the register under a new master key. May be broken off at any moment and called again. A key that
 * lies beside the register is replaced there, once all others are under the new one.
 *
 * @returns 0 when changed, also when there was nothing left to change; 1 when it could not be, 2 when asked wrongly
 */
export function run(args: readonly string[], world: CommandWorld): Promise<number> {
  const about = { name: 'rotate-key', help: ({ rotateHelp }: { rotateHelp: string }) => rotateHelp, takesFolder: false };
  return registerCommand(args, world, about, async (words) => {
    const { folder, file } = registerPlace(world.env);
    if (!existsSync(keyFileOf(file))) return say(world, words.noRegister(file), 1);
    const keys = openBoth(folder, world);
    if (keys === undefined) return say(world, words.newKeyMissing, 2);
    const { from, to, beside } = keys;
    if (from.masterKey.fingerprint === to.masterKey.fingerprint) return say(world, words.sameKey, 1);
    const keyStore = sqliteKeyStore(keyFileOf(file));
    const change = { keyStore, from: from.masterKey, to: to.masterKey };
    const outcome = await changeMasterKey(change).finally(() => keyStore.close());
    if (outcome.outcome === 'foreign-key') return say(world, words.foreignKey(from.place), 1);
    if (beside) putInPlace(folder);
    world.write(words.rotated(outcome.changed, outcome.already));
    if (outcome.unopened > 0) world.write(words.unopened(outcome.unopened));
    world.write(beside ? words.keyPlaced(join(folder, MASTER_KEY_FILE)) : words.useNewKey);
    world.write(words.destroyOld);
    return 0;
  });
}

type Both = { readonly from: OpenedMasterKey; readonly to: OpenedMasterKey; readonly beside: boolean };

/** The present key and the new one; undefined where the new one is not named and has no place to be made in. */
function openBoth(folder: string, world: CommandWorld): Both | undefined {
  const { env } = world;
  const now = masterKeyWanted(env);
  const next = { key: given(env.FRISTWACHT_NEW_MASTER_KEY), keyFile: given(env.FRISTWACHT_NEW_MASTER_KEY_FILE) };
  const liesBeside = now.key === undefined && now.keyFile === undefined;
  const isNamed = next.key !== undefined || next.keyFile !== undefined;
  if (!isNamed && !liesBeside) return undefined;
  const from = openMasterKey({ ...now, beside: { file: join(folder, MASTER_KEY_FILE), mayMake: false } });
  const to = openMasterKey({ ...next, beside: { file: join(folder, NEXT_MASTER_KEY_FILE), mayMake: true } });
  return { from, to, beside: !isNamed };
}

function putInPlace(folder: string): void {
  renameSync(join(folder, NEXT_MASTER_KEY_FILE), join(folder, MASTER_KEY_FILE));
  sync(folder);
}
