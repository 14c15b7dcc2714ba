import { DRILL_MARK } from '../desk/drillMark.ts';
import { backupRegister } from '../stores/sqlite/backup.ts';
import type { CommandWorld } from './commandWorld.ts';
import { registerCommand, registerPlace } from './registerCommand.ts';

/**
 * `fristwacht backup FOLDER`: the register and its keys into a new folder, while Fristwacht may run. A drill stays a drill.
 *
 * @returns 0 when backed up, 1 when it could not be, 2 when asked wrongly
 */
export function run(args: readonly string[], world: CommandWorld): Promise<number> {
  const about = { name: 'backup', help: ({ backupHelp }: { backupHelp: string }) => backupHelp, takesFolder: true };
  return registerCommand(args, world, about, async (words, folder) => {
    await backupRegister(registerPlace(world.env).file, folder, [DRILL_MARK]);
    world.write(words.backedUp(folder));
    return 0;
  });
}
