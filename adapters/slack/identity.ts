import type { SlackCalls } from './slackCalls.ts';
import type { SlackReport, SlackSetting } from './slackSetting.ts';

/** Who the bot is, as Slack says. */
export type Identity = {
  readonly botId: string;
  readonly botUserId: string;
  readonly teamId: string | undefined;
  readonly enterpriseId: string | undefined;
};

export type IdentityKeeper = {
  /** Asks Slack until it answered once. Undefined while it cannot be asked, or the token is refused. */
  readonly known: () => Promise<Identity | undefined>;
  readonly last: () => Identity | undefined;
};

export function identityKeeper(calls: SlackCalls, report: (report: SlackReport) => void): IdentityKeeper {
  let identity: Identity | undefined;
  return {
    last: () => identity,
    known: async () => {
      if (identity !== undefined) return identity;
      const asked = await calls('auth.test', {});
      if (asked.ok) identity = identityIn(asked.answer);
      else report(asked.kind === 'error' ? { what: 'tokenRefused' } : { what: 'cannotConnect' });
      return identity;
    },
  };
}

const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const identityIn = (answer: Readonly<Record<string, unknown>>): Identity => ({
  botId: textIn(answer.bot_id) ?? '',
  botUserId: textIn(answer.user_id) ?? '',
  teamId: textIn(answer.team_id),
  enterpriseId: textIn(answer.enterprise_id),
});

export type Source = {
  readonly teamId?: string | undefined;
  readonly enterpriseId?: string | undefined;
  readonly isEnterpriseInstall: boolean;
};

/** Whether what came is from the workspace or the organisation that this bot belongs to. */
export function isOurs(source: Source, setting: Pick<SlackSetting, 'teamId' | 'enterpriseId'>, identity: Identity): boolean {
  const enterprise = setting.enterpriseId;
  if (enterprise !== undefined)
    return source.enterpriseId === enterprise && (setting.teamId === undefined || source.teamId === setting.teamId);
  if (source.isEnterpriseInstall) return source.enterpriseId !== undefined && source.enterpriseId === identity.enterpriseId;
  const team = setting.teamId ?? identity.teamId;
  return team !== undefined && source.teamId === team;
}
