import { instant, type Instant } from '../../../src/rules/instant.ts';
import type { Member } from './connectorHost.ts';
import { BOT_ID, CHANNEL, type FakeTeams, TENANT } from './fakeTeams.ts';

const HOUR_MS = 3_600_000;
const anHourBefore = (now: string): Instant => instant(new Date(Date.parse(now) - HOUR_MS).toISOString());

type Json = Readonly<Record<string, unknown>>;
export type Reply = { readonly status: number; readonly body: unknown };

/** What Teams sends to a bot, signed, over HTTP. */
export type TeamsWire = {
  readonly teams: FakeTeams;
  /** In the personal chat of this member unless another conversation is named. */
  readonly sends: (member: Member, activity: Json, conversationId?: string) => Promise<Reply>;
  readonly says: (member: Member, text: string, more?: Json, conversationId?: string) => Promise<Reply>;
};

/** `address`: where the bot takes activities just now. */
export function teamsWire(teams: FakeTeams, address: () => string, now: () => string): TeamsWire {
  let activities = 0;
  const sends: TeamsWire['sends'] = async (member, activity, conversationId) => {
    const { serviceUrl } = teams;
    const room = conversationId ?? teams.connector.personalRoomOf(member).id;
    const isChannel = room.startsWith(CHANNEL);
    activities += 1;
    const body = {
      ...{ id: `activity-${String(activities)}`, channelId: 'msteams', serviceUrl, locale: 'de-DE', timestamp: now() },
      from: { id: member.id, name: member.name, aadObjectId: member.aadObjectId },
      recipient: { id: BOT_ID, name: 'Fristwacht' },
      conversation: { id: room, conversationType: conversationId === undefined ? 'personal' : 'channel', tenantId: TENANT },
      channelData: { tenant: { id: TENANT }, ...(isChannel ? { channel: { id: CHANNEL } } : {}) },
      ...activity,
    };
    const response = await fetch(address(), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await teams.token({ from: anHourBefore(now()) })}`,
      },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  return {
    ...{ teams, sends },
    says: (member, text, more = {}, conversationId) => sends(member, { type: 'message', text, ...more }, conversationId),
  };
}
