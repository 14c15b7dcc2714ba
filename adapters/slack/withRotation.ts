import type { Notes } from '../notes/notes.ts';
import { rotatingToken } from './rotatingToken.ts';
import { callsWithoutToken } from './slackCalls.ts';
import type { SlackReport, SlackSetting } from './slackSetting.ts';

const LOOK_EVERY_MS = 60_000;

/** The setting with a token that is renewed as long as the bot runs; as it is where the token has no end. */
export function withRotation(world: {
  readonly setting: SlackSetting;
  readonly notes: Notes;
  readonly report: (report: SlackReport) => void;
  readonly now: () => string;
  readonly wait: (ms: number) => Promise<undefined>;
}): { readonly setting: SlackSetting; readonly stop: () => void } {
  const { setting, notes, report, wait, now } = world;
  const { rotation } = setting;
  if (rotation === undefined) return { setting, stop: () => undefined };
  const calls = callsWithoutToken(setting, 'worker');
  const { token, keepFresh } = rotatingToken({ setting: rotation, notes, calls, now: () => Date.parse(now()), wait, report });
  const timer = setInterval(() => void keepFresh(), LOOK_EVERY_MS).unref();
  return { setting: { ...setting, botToken: token }, stop: () => clearInterval(timer) };
}
