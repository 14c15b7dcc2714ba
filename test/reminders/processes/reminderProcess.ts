/**
 * A process of its own that reminds until it is killed. Its setting comes as JSON in FRISTWACHT_TEST_SETTING: where the register lies, where
 * the chat platform is, and how time runs.
 */
import { randomUUID } from 'node:crypto';
import { env, exit, stdin } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { openEmbeddedRegister } from '../../../adapters/stores/openEmbeddedRegister.ts';
import { realTimer } from '../../../adapters/timer/realTimer.ts';
import type { Register } from '../../../src/ports.ts';
import { reconcileDue } from '../../../src/reminders/reconcile.ts';
import type { RemindersWorld } from '../../../src/reminders/remindersWorld.ts';
import { openTestRegister } from '../../stores/mongo/writing.ts';
import { organisation } from '../sampleCase.ts';
import { httpChannel } from './httpChannel.ts';
import { clockIn, type SharedTime } from './sharedTime.ts';

export type Place = { readonly file: string } | { readonly uri: string; readonly database: string };
export type Setting = { readonly place: Place; readonly chat: string; readonly time: SharedTime };

/** In real seconds, so that a busy machine keeps them; on the clock of the test they are hours. */
const LEASE_SECONDS = 3;
const ATTEMPT_SECONDS = 0.5;
const TICK_MS = 150;

export const openPlace = (place: Place): Promise<Register> =>
  'file' in place
    ? openEmbeddedRegister(place.file, { ids: { next: () => randomUUID() } })
    : openTestRegister(place.uri, place.database);

async function remind({ place, chat, time }: Setting): Promise<void> {
  const register = await openPlace(place);
  const clock = clockIn(time);
  const world: RemindersWorld = {
    ...{
      register,
      clock,
      organisation,
      channels: [httpChannel(chat, clock)],
      leaseSeconds: LEASE_SECONDS * time.speed,
      resting: new Map(),
    },
    timer: () => realTimer(ATTEMPT_SECONDS),
    alarm: () => undefined,
  };
  await register.wakeAll(clock.now()).catch(() => undefined);
  for (;;) {
    await reconcileDue(world);
    await pause(TICK_MS);
  }
}

const given = env.FRISTWACHT_TEST_SETTING;
if (given !== undefined) {
  // Whoever started it is gone: then nobody kills it any more.
  stdin.on('end', () => exit()).resume();
  await remind(JSON.parse(given) as Setting);
}
