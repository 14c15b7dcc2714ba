import { type AppOptions, LogLevel } from '@slack/bolt';

/** Slack's libraries log whole payloads on some levels. What people must know is reported by the adapter, in codes. */
export const silentLogger: NonNullable<AppOptions['logger']> = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};
