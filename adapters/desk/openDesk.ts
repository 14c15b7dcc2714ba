import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { handle } from '../../src/dialogue/handle.ts';
import type { Text } from '../../src/law/sources.ts';
import type { Organisation } from '../../src/organisation.ts';
import type { Ids } from '../../src/ports.ts';
import type { Alarm } from '../../src/reminders/remindersWorld.ts';
import type { Router } from 'express';
import { openFiles } from '../files/openFiles.ts';
import { keepReminding } from '../running/keepReminding.ts';
import type { MasterKeyWanted } from '../stores/openEmbeddedRegister.ts';
import { openRegister } from '../stores/openRegister.ts';
import { type Desk, desk } from './desk.ts';
import { deskChannel } from './deskChannel.ts';
import { openDeskClock } from './deskClock.ts';
import { openDeskStore } from './deskStore.ts';
import { type FolderKind, folderKind, markAsDrill } from './drillMark.ts';
import { type Played, playExample } from './example.ts';
import { forgetful } from './forgetful.ts';

/** The desk delivers to its own file, so a claim is never held for long. */
const LEASE_SECONDS = 20;
/** Somebody watches: what is due should come within moments. */
const TICK_SECONDS = 5;

export type DeskSetting = {
  /** The folder of the register; made where it is missing. */
  readonly folder: string;
  readonly organisation: Organisation;
  /** The machine's present moment. */
  readonly now: () => string;
  /** Milliseconds from any start, which no change of the machine's clock moves. */
  readonly monotonicNow: () => number;
  readonly ids: Ids;
  readonly alarm: (alarm: Alarm) => void;
  /** Where the sign of life goes. */
  readonly heartbeat?: URL | undefined;
  /** The value of MONGODB_URI; without it the register lies in the folder too. */
  readonly mongodbUri?: string | undefined;
  /** The configured master key; without it one lies in the folder, unless the register is in MongoDB. */
  readonly masterKey?: MasterKeyWanted;
  /** Where the browser reaches this desk; known once it listens. */
  readonly address?: () => string;
  /** Hears what whoever starts the desk should know of its register. */
  readonly note?: (text: Text) => void;
};

export type OpenDesk = {
  readonly desk: Desk;
  /** Where exports are fetched. */
  readonly files: Router;
  readonly playExample: () => Promise<Played>;
  readonly close: () => Promise<void>;
};

/**
 * Opens register and desk in one folder and puts them together, or says that the folder is not for drills. Throws
 * what `openRegister` throws where the register cannot be used, and what the file system throws.
 */
export async function openDesk(setting: DeskSetting): Promise<OpenDesk | Extract<FolderKind, 'unmarked'>> {
  const { folder, organisation, ids } = setting;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const kind = folderKind(folder);
  if (kind === 'unmarked') return kind;
  if (kind === 'empty') markAsDrill(folder);
  const { mongodbUri, masterKey = {}, note = () => undefined } = setting;
  const kept = await openRegister({ mongodbUri, folder, purpose: 'drill', ids, masterKey, note });
  const store = openDeskStore(join(folder, 'desk.sqlite'));
  const clock = openDeskClock(store, setting.now);
  // Whoever sees nothing any more is shown what can be done here, as at the start; the start itself shows it to everybody.
  let greetAgain = async (): Promise<void> => undefined;
  const register = forgetful(kept, store, clock, () => void greetAgain());
  const keeping = await keepReminding({
    ...{ register, clock, organisation, ids, machineNow: setting.now, monotonicNow: setting.monotonicNow },
    channels: [deskChannel(store, clock, ids)],
    leaseSeconds: LEASE_SECONDS,
    tickSeconds: TICK_SECONDS,
    heartbeat: setting.heartbeat,
    alarm: setting.alarm,
  });
  const { exports, router: files } = openFiles({
    ...{ register, clock, organisationFor: async () => organisation, publicUrl: setting.address ?? (() => '') },
    reportFailure: () => setting.alarm({ what: 'unexpected' }),
  });
  await keeping.runNow();
  const opened = desk({
    store,
    clock,
    register,
    organisation,
    handle: (inbound) => handle(inbound, { ...keeping.dialogueWorld, exports }),
    tick: keeping.runNow,
  });
  greetAgain = () => opened.greet().catch(() => setting.alarm({ what: 'unexpected' }));
  await opened.greet();
  return {
    desk: opened,
    files,
    playExample: () => playExample({ desk: opened, register, ids }),
    close: async () => {
      await keeping.stop();
      store.close();
    },
  };
}
