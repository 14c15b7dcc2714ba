import { LogLevel } from '@slack/bolt';

type BoltLogger = NonNullable<ConstructorParameters<typeof import('@slack/bolt').App>[0]>['logger'];

/** Slack's libraries log whole payloads on some levels. What people must know is reported by the adapter, in codes. */
export const silentLogger: NonNullable<BoltLogger> = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};
