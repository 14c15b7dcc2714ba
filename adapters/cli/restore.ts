import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseNumber } from '../../src/breach/identifiers.ts';
import type { Register } from '../../src/ports.ts';
import { CaseUnreadable } from '../../src/register/caseUnreadable.ts';
import { DRILL_MARK, folderKind } from '../desk/drillMark.ts';
import { openEmbeddedRegister } from '../stores/openEmbeddedRegister.ts';
import { restoreRegister } from '../stores/sqlite/restore.ts';
import type { CommandWorld } from './commandWorld.ts';
import { masterKeyWanted, registerCommand, registerPlace, say } from './registerCommand.ts';

/**
 * `fristwacht restore FOLDER`: checks a backup (files sound, chains whole, master key right, every case opened once) and makes it the register
 * of a folder that has none.
 *
 * @returns 0 when restored, 1 when it could not be, or with cases that cannot be read, 2 when asked wrongly
 */
export function run(args: readonly string[], world: CommandWorld): Promise<number> {
  const about = { name: 'restore', help: ({ restoreHelp }: { restoreHelp: string }) => restoreHelp, takesFolder: true };
  return registerCommand(args, world, about, async (words, folder) => {
    const place = registerPlace(world.env);
    const isReal = existsSync(folder) && !existsSync(join(folder, DRILL_MARK));
    if (isReal && folderKind(place.folder) === 'drill') return say(world, words.drillIntoReal(place.folder), 1);
    mkdirSync(place.folder, { recursive: true, mode: 0o700 });
    let read: Read = { cases: 0, unreadable: [] };
    const opens = async (copied: string): Promise<void> => {
      const setting = { ids: { next: world.randomId }, masterKey: masterKeyWanted(world.env), keyFolder: place.folder };
      const register = await openEmbeddedRegister(copied, setting);
      read = await readAll(register).finally(() => register.close());
    };
    await restoreRegister(folder, place.file, opens, [DRILL_MARK]);
    world.write(words.restored(place.file, read.cases));
    return read.unreadable.length === 0 ? 0 : say(world, words.unreadable(read.unreadable), 1);
  });
}

type Read = { readonly cases: number; readonly unreadable: readonly CaseNumber[] };
const CASES_AT_ONCE = 100;

/** Opens every case once: what cannot be read shows now, and not on the day it is needed. */
async function readAll(register: Register): Promise<Read> {
  const unreadable: CaseNumber[] = [];
  let cases = 0;
  for (let before: { readonly before?: CaseNumber } = {}; ; ) {
    const page = await register.list({ limit: CASES_AT_ONCE, ...before });
    for (const { caseId, number } of page) {
      cases += 1;
      await register.read(caseId).catch((error: unknown) => {
        if (!(error instanceof CaseUnreadable)) throw error;
        unreadable.push(number);
      });
    }
    const last = page.at(-1);
    if (last === undefined) return { cases, unreadable };
    before = { before: last.number };
  }
}
