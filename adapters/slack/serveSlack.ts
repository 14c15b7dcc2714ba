import { setImmediate as nextTurnOfTheLoop } from 'node:timers/promises';
import { handle } from '../../src/dialogue/handle.ts';
import type { Organisation } from '../../src/organisation.ts';
import type { Clock, Ids, Register } from '../../src/ports.ts';
import { dailyAnchor } from '../../src/reminders/anchorDaily.ts';
import { reconcileCase, reconcileDue } from '../../src/reminders/reconcile.ts';
import type { Alarm, RemindersWorld } from '../../src/reminders/remindersWorld.ts';
import { startTicking } from '../timer/tick.ts';
import { inFlight } from './inFlight.ts';
import { openSlack } from './openSlack.ts';
import type { SlackReport, SlackSetting } from './slackSetting.ts';

/** Longer than two calls to Slack may take. */
const LEASE_SECONDS = 60;

export type ServedSlack = {
  /** Where requests come in over HTTP. */
  readonly port: () => number | undefined;
  /** Waits for what is being worked on; the register can be closed then. */
  readonly close: () => Promise<void>;
};

/** The bot in Slack over an open register, until it is closed. Slack may be away: reminders go on falling due, and are sent once it is back. */
export async function serveSlack(world: {
  readonly setting: SlackSetting;
  readonly organisation: Organisation;
  readonly register: Register;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly monotonicNow: () => number;
  readonly alarm: (alarm: Alarm) => void;
  readonly report: (report: SlackReport) => void;
}): Promise<ServedSlack> {
  const { setting, register, clock, ids, monotonicNow, alarm, report } = world;
  const slack = openSlack({ setting, organisation: world.organisation, report, monotonicNow });
  // Whoever is in the user group may change while the bot runs.
  const reminders = (): RemindersWorld => ({
    ...{ register, clock, alarm, channels: [slack.channel], leaseSeconds: LEASE_SECONDS },
    organisation: slack.organisation(),
  });
  const background = inFlight();
  const enterHeads = dailyAnchor(reminders());
  await register.wakeAll(clock.now());
  await slack.start({
    register,
    handle: (inbound, organisation) =>
      handle(inbound, {
        ...{ register, clock, ids, organisation },
        // Somebody waits for the answer; the messages go out beside it.
        afterAppend: async (caseId) => background.aside(() => reconcileCase(reminders(), caseId)),
        letOthersGo: () => nextTurnOfTheLoop(),
      }),
  });
  const ticking = startTicking({
    work: async () => {
      await reconcileDue(reminders());
      await enterHeads();
    },
    monotonicNow,
    onFault: () => alarm({ what: 'unexpected' }),
  });
  return {
    port: slack.port,
    close: async () => {
      await slack.close();
      await ticking.stop();
      await background.run(async () => undefined);
      while (!background.idle()) await nextTurnOfTheLoop();
    },
  };
}
