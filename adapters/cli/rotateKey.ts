import { existsSync, linkSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { changeMasterKey } from '../../src/register/changeMasterKey.ts';
import type { KeyStore } from '../../src/register/keyStore.ts';
import { configuredMasterKey } from '../stores/mongo/configuredMasterKey.ts';
import { openMongoKeys } from '../stores/mongo/openMongoKeys.ts';
import { MASTER_KEY_FILE, type MasterKeyWanted, NEXT_MASTER_KEY_FILE } from '../stores/openEmbeddedRegister.ts';
import { sync } from '../stores/sqlite/backup.ts';
import { keyFileOf, sqliteKeyStore } from '../stores/sqlite/sqliteKeyStore.ts';
import { type OpenedMasterKey, openMasterKey } from '../vault/openMasterKey.ts';
import { given } from '../configuration/given.ts';
import type { CommandWorld } from './commandWorld.ts';
import { masterKeyWanted, registerCommand, registerPlace, say } from './registerCommand.ts';
import type { registerWords } from './registerWords.ts';

type Words = (typeof registerWords)['de'];

/**
 * `fristwacht rotate-key`: every key of the register under a new master key. May be broken off at any moment and called again. A key that
 * lies beside the register is replaced there, once all others are under the new one, and kept under another name.
 *
 * @returns 0 when changed, also when there was nothing left to change; 1 when it could not be, 2 when asked wrongly
 */
export function run(args: readonly string[], world: CommandWorld): Promise<number> {
  const help = ({ rotateHelp }: Words): string => rotateHelp;
  const about = { name: 'rotate-key', help, takesFolder: false, alsoInMongo: true } as const;
  return registerCommand(args, world, about, (words) => {
    const mongodbUri = given(world.env.MONGODB_URI);
    return mongodbUri === undefined ? changeEmbedded(words, world) : changeInMongo(mongodbUri, words, world);
  });
}

async function changeEmbedded(words: Words, world: CommandWorld): Promise<number> {
  const { folder, file } = registerPlace(world.env);
  if (!existsSync(keyFileOf(file))) return say(world, words.noRegister(file), 1);
  const keys = openBoth(folder, world);
  if (keys === undefined) return say(world, words.newKeyMissing, 2);
  return change(keys, async () => sqliteKeyStore(keyFileOf(file)), folder, words, world);
}

/** On a server nothing lies beside the register, so both keys are named. */
async function changeInMongo(mongodbUri: string, words: Words, world: CommandWorld): Promise<number> {
  const next = nextKeyWanted(world.env);
  if (next.key === undefined && next.keyFile === undefined) return say(world, words.newKeyMissing, 2);
  const keys = { from: configuredMasterKey(masterKeyWanted(world.env)), to: openMasterKey(next), beside: false };
  return change(keys, () => openMongoKeys(mongodbUri), '', words, world);
}

async function change(
  { from, to, beside }: Both,
  open: () => Promise<KeyStore>,
  folder: string,
  words: Words,
  world: CommandWorld,
): Promise<number> {
  if (from.masterKey.fingerprint === to.masterKey.fingerprint) return say(world, words.sameKey, 1);
  const keyStore = await open();
  const keys = { keyStore, from: from.masterKey, to: to.masterKey };
  const outcome = await changeMasterKey(keys).finally(() => keyStore.close());
  if (outcome.outcome === 'foreign-key') return say(world, words.foreignKey(from.place), 1);
  if (beside) putInPlace(folder, from.masterKey.fingerprint);
  world.write(words.rotated(outcome.changed, outcome.already));
  if (outcome.unopened > 0) world.write(words.unopened(outcome.unopened));
  const old = oldKeyFile(folder, from.masterKey.fingerprint);
  world.write(beside ? words.keyPlaced(join(folder, MASTER_KEY_FILE), old) : words.useNewKey);
  world.write(words.destroyOld);
  return 0;
}

type Both = { readonly from: OpenedMasterKey; readonly to: OpenedMasterKey; readonly beside: boolean };

/** The present key and the new one; undefined where the new one is not named and has no place to be made in. */
function openBoth(folder: string, world: CommandWorld): Both | undefined {
  const { env } = world;
  const now = masterKeyWanted(env);
  const next = nextKeyWanted(env);
  const liesBeside = now.key === undefined && now.keyFile === undefined;
  const isNamed = next.key !== undefined || next.keyFile !== undefined;
  if (!isNamed && !liesBeside) return undefined;
  const from = openMasterKey({ ...now, beside: { file: join(folder, MASTER_KEY_FILE), mayMake: false } });
  const to = openMasterKey({ ...next, beside: { file: join(folder, NEXT_MASTER_KEY_FILE), mayMake: true } });
  return { from, to, beside: !isNamed };
}

const nextKeyWanted = (env: CommandWorld['env']): MasterKeyWanted => ({
  key: given(env.FRISTWACHT_NEW_MASTER_KEY),
  keyFile: given(env.FRISTWACHT_NEW_MASTER_KEY_FILE),
});

/** Older backups open with the old key alone, so it is not thrown away here: whoever runs the register decides when. */
function putInPlace(folder: string, oldFingerprint: string): void {
  const old = oldKeyFile(folder, oldFingerprint);
  if (!existsSync(old)) linkSync(join(folder, MASTER_KEY_FILE), old);
  renameSync(join(folder, NEXT_MASTER_KEY_FILE), join(folder, MASTER_KEY_FILE));
  sync(folder);
}

const oldKeyFile = (folder: string, fingerprint: string): string => join(folder, `${MASTER_KEY_FILE}.old-${fingerprint}`);
