import type { ChannelFault } from '../../src/words/slackWords.ts';

/** How the bot is connected. Tokens and secrets come from the environment, never from the configuration file. */
export type SlackSetting = {
  /** Asked for anew with every use, for it may rotate. Handed a token that Slack no longer takes, it looks for another; throws where there is none. */
  readonly botToken: (refused?: string) => Promise<string>;
  /** Present where the token ends after hours; `botToken` then is what the environment says, and holds only at the beginning. */
  readonly rotation?: RotationSetting;
  readonly transport:
    | { readonly kind: 'http'; readonly signingSecret: string; readonly port: number; readonly host: string }
    | { readonly kind: 'socket'; readonly appToken: string };
  /** The workspace the bot belongs to; without one, the one its token belongs to. */
  readonly teamId?: string | undefined;
  /** Set where the app is installed for a whole Enterprise Grid organisation. */
  readonly enterpriseId?: string | undefined;
  /** The user group whose members are data protection officers, besides those the configuration names. */
  readonly officerGroup?: string | undefined;
  /** Whoever is in the channel of the office is a data protection officer, for as long as they are. */
  readonly membersAreOfficers?: boolean;
  /** Where exports go; with `link` they are fetched over `files`. */
  readonly exportsTo?: 'link' | 'channel';
  /** Where files are served in Socket Mode, which has no server of its own. */
  readonly filesAt?: { readonly port: number; readonly host: string };
  /** Slack's own, unless something stands in for it; see `slackApiUrl`. */
  readonly apiUrl?: string | undefined;
};

/** What it takes to renew a token that ends. */
export type RotationSetting = {
  /** The refresh token somebody copied from Slack: works once, and only to begin with. */
  readonly seed: string;
  readonly firstToken: string;
  readonly clientId: string;
  readonly clientSecret: string;
};

/** What the people who run the bot should know. Codes and ids only, never what was written. */
export type SlackReport =
  | {
      readonly what:
        | 'tokenRefused'
        | 'connected'
        | 'disconnected'
        | 'cannotConnect'
        | 'cannotListen'
        | 'otherWorkspace'
        | 'uninstalled'
        /** The refresh token was used and its successor never stored: only a person can enter a new pair. */
        | 'tokenLost'
        /** The new token is held in memory only, until the notes can be written again. */
        | 'tokenNotStored';
    }
  /** The token could not be renewed this time; it is tried again. */
  | { readonly what: 'tokenNotRenewed'; readonly code: string }
  | { readonly what: 'callFailed'; readonly method: string; readonly code: string }
  | { readonly what: 'payloadTooLarge'; readonly findings: readonly string[] }
  | { readonly what: 'channelRefused'; readonly channel: string; readonly fault: ChannelFault }
  | { readonly what: 'listenerFailed'; readonly code: string };
