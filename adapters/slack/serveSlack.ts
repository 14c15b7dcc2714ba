import { handle } from '../../src/dialogue/handle.ts';
import type { DialogueWorld } from '../../src/dialogue/turn.ts';
import type { Organisation } from '../../src/organisation.ts';
import type { Channel, Clock, Ids, Register } from '../../src/ports.ts';
import type { Alarm } from '../../src/reminders/remindersWorld.ts';
import { instant } from '../../src/rules/instant.ts';
import { type OpenFiles, openFiles } from '../files/openFiles.ts';
import type { Notes } from '../notes/notes.ts';
import { keepReminding } from '../running/keepReminding.ts';
import { type OpenSlack, openSlack } from './openSlack.ts';
import type { SlackReport, SlackSetting } from './slackSetting.ts';

export type ServedSlack = {
  /** Where requests come in over HTTP. */
  readonly port: () => number | undefined;
  /** Waits for what is being worked on, and closes register and notes. */
  readonly close: () => Promise<void>;
};

/** Another platform on the same register. */
export type BesideSlack = {
  readonly channel: Channel;
  /** Begins to take what people do there; says itself what keeps it from that. Never rejects. */
  readonly start: (dialogue: DialogueWorld) => Promise<void>;
};

/** The bot in Slack over an open register, until it is closed. Slack may be away: reminders go on falling due, and are sent once it is back. */
export async function serveSlack(world: {
  readonly setting: SlackSetting;
  readonly organisation: Organisation;
  readonly register: Register;
  readonly notes: Notes;
  readonly ids: Ids;
  /** The machine's present moment. */
  readonly now: () => string;
  readonly monotonicNow: () => number;
  /** How browsers reach this server; without it exports are not handed out by link. */
  readonly publicUrl?: string | undefined;
  readonly heartbeat: URL | undefined;
  readonly alarm: (alarm: Alarm) => void;
  readonly report: (report: SlackReport) => void;
  readonly beside?: BesideSlack | undefined;
}): Promise<ServedSlack> {
  const { setting, register, notes, ids, now, monotonicNow, heartbeat, alarm, report, beside } = world;
  const slack = openSlack({ setting, organisation: world.organisation, notes, report, now, monotonicNow });
  await slack.knowsOfficers();
  // The first round through everything due runs beside it: Slack may be slow, and people are to be listened to from the first moment.
  const keeping = await keepReminding({
    ...{ register, ids, monotonicNow, heartbeat, alarm, channels: [slack.channel, ...(beside ? [beside.channel] : [])] },
    organisation: withPresentOfficers(world.organisation, slack),
    clock: clockOf(now),
    machineNow: now,
  });
  const files = filesOf(world, slack);
  const handedOut = setting.exportsTo === 'channel' ? slack.exportsToChannel({ register, clock: clockOf(now) }) : files?.exports;
  const dialogue: DialogueWorld = {
    ...keeping.dialogueWorld,
    ...(handedOut === undefined ? {} : { exports: handedOut }),
    // Somebody waits for the answer; the messages go out beside it. It never rejects, and `stop` waits for it.
    afterAppend: async (...given: Parameters<typeof keeping.afterAppend>) => void keeping.afterAppend(...given),
  };
  // Each begins without waiting for the other: one may be away.
  await Promise.all([
    beside?.start(dialogue),
    slack.start({
      register,
      files: files?.router,
      handle: (inbound, organisation) => handle(inbound, { ...dialogue, organisation }),
    }),
  ]);
  return {
    port: slack.port,
    close: async () => {
      await slack.close();
      await keeping.stop();
      await notes.close();
    },
  };
}

const clockOf = (now: () => string): Clock => ({ now: () => instant(now()) });

type Served = Parameters<typeof serveSlack>[0];

function filesOf({ publicUrl, setting, register, now, report }: Served, slack: OpenSlack): OpenFiles | undefined {
  if (publicUrl === undefined || setting.exportsTo === 'channel') return undefined;
  return openFiles({
    ...{ register, clock: clockOf(now), organisationFor: slack.organisationFor, publicUrl: () => publicUrl },
    reportFailure: (code) => report({ what: 'listenerFailed', code }),
  });
}

/** Who is in the user group may change while the bot runs: the persons are asked for with every use. */
const withPresentOfficers = (organisation: Organisation, slack: OpenSlack): Organisation => ({
  ...organisation,
  get persons() {
    return slack.organisation().persons;
  },
});
