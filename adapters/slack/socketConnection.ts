import { SocketModeReceiver } from '@slack/bolt';
import { silentLogger } from './silentLogger.ts';
import type { SlackReport } from './slackSetting.ts';

export type SocketConnection = {
  readonly receiver: SocketModeReceiver;
  /** Connects, and again whenever it is cut, until it is ended. Never throws. */
  readonly keepUp: () => Promise<void>;
  readonly end: () => Promise<void>;
};

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;
const CALL_MS = 10_000;

/**
 * One connection of Socket Mode. The library reconnects late, and where Slack cannot be reached it gives up and lets the whole process
 * fall; so it is told not to try, and everything is tried again here.
 */
export function socketConnection(world: {
  readonly appToken: string;
  readonly apiUrl: string | undefined;
  readonly report: (report: SlackReport) => void;
  readonly wait: (ms: number) => Promise<undefined>;
}): SocketConnection {
  const receiver = new SocketModeReceiver({
    appToken: world.appToken,
    logger: silentLogger,
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: {
        ...(world.apiUrl === undefined ? {} : { slackApiUrl: world.apiUrl }),
        ...{ timeout: CALL_MS, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, logger: silentLogger },
      },
    },
  });
  let ended = false;
  // Looked at through a function, for it changes while others are waited for.
  const isEnded = (): boolean => ended;
  const connectedUntilCut = async (): Promise<boolean> => {
    const cut = new Promise<void>((resolve) => receiver.client.once('disconnected', () => resolve()));
    try {
      await receiver.client.start();
    } catch {
      return false;
    }
    world.report({ what: 'connected' });
    await cut;
    return true;
  };
  return {
    receiver,
    keepUp: async () => {
      for (let failures = 0; !isEnded(); ) {
        const wasConnected = await connectedUntilCut();
        if (isEnded()) return;
        failures = wasConnected ? 0 : failures + 1;
        world.report({ what: wasConnected ? 'disconnected' : 'cannotConnect' });
        if (!wasConnected) await world.wait(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures));
      }
    },
    end: async () => {
      ended = true;
      // It answers only once the other side closed too; nobody waits for that.
      await Promise.race([receiver.client.disconnect(), world.wait(1000)]);
    },
  };
}
