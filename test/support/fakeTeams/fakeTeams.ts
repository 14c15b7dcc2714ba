import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { TeamsEndpoints } from '../../../adapters/teams/endpoints.ts';
import { connectorHost, type ConnectorHost, type Member } from './connectorHost.ts';
import { identityHost, type IdentityHost, type Registration } from './identityHost.ts';
import { ISSUER, newPair, signed, type Claims, type SigningPair } from './signing.ts';

export const APP_ID = '11111111-1111-4111-8111-111111111111';
export const TENANT = '22222222-2222-4222-8222-222222222222';
export const SECRET = 'the-secret-of-the-bot';
export const BOT_ID = `28:${APP_ID}`;
/** The channel of the data protection office. */
export const CHANNEL = '19:office@thread.tacv2';
export const GROUP_CHAT = '19:office@thread.v2';

/** Microsoft's side: identity, keys and the connector, over real HTTP on this machine, with tokens that are really checked. */
export type FakeTeams = {
  readonly endpoints: TeamsEndpoints;
  readonly serviceUrl: string;
  readonly identity: IdentityHost;
  readonly connector: ConnectorHost;
  /** What the bot registered with. */
  registration: Registration;
  readonly pair: SigningPair;
  /** A token as Teams puts it on what it sends to the bot. */
  readonly token: (claims?: Claims, pair?: SigningPair) => Promise<string>;
  readonly addMember: (member: Partial<Member> & Pick<Member, 'aadObjectId' | 'name'>) => Member;
  /** Nobody answers any more. */
  readonly close: () => Promise<void>;
};

export async function openFakeTeams(): Promise<FakeTeams> {
  const app = express();
  let base = '';
  const pair = await newPair('key-1');
  const mutable: { registration: Registration } = { registration: { appId: APP_ID, tenantId: TENANT, secret: SECRET } };
  const identity = identityHost(
    app,
    () => base,
    () => mutable.registration,
  );
  identity.publish(pair, ['msteams', 'webchat']);
  const connector = connectorHost(app, identity.takes, BOT_ID);
  connector.rooms.set(CHANNEL, { id: CHANNEL, kind: 'channel', posts: [], state: 'open' });
  connector.rooms.set(GROUP_CHAT, { id: GROUP_CHAT, kind: 'groupChat', posts: [], state: 'open' });
  const server = createServer(app);
  base = await listening(server);
  const serviceUrl = `${base}/connector/`;
  return {
    endpoints: {
      openIdMetadata: `${base}/openid`,
      issuer: ISSUER,
      login: `${base}/login`,
      audience: 'https://api.botframework.com',
      connector: serviceUrl,
      machineIdentity: `${base}/identity`,
      onlyLoopback: true,
    },
    serviceUrl,
    identity,
    connector,
    get registration() {
      return mutable.registration;
    },
    set registration(registration) {
      mutable.registration = registration;
    },
    pair,
    token: (claims = {}, by = pair) => signed(by, { audience: APP_ID, serviceUrl, ...claims }),
    addMember: ({ aadObjectId, name, ...more }) => {
      const member: Member = { id: `29:${aadObjectId}`, aadObjectId, name, tenantId: TENANT, userRole: 'user', ...more };
      connector.members.set(member.id, member);
      return member;
    },
    close: () => closed(server),
  };
}

/** On a free port of this machine; the address without a slash at its end. */
export async function listening(server: Server): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  server.listen(0, '127.0.0.1', () => resolve(undefined));
  await promise;
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

export async function closed(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  server.closeAllConnections();
  server.close(() => resolve(undefined));
  await promise;
}
