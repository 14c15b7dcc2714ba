// The one file that knows Microsoft's SDK. Its support has ended; `restTransport` does the same without it.
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  conversationParameters,
  failedOnTheWay,
  notDone,
  type TeamsTransport,
  type TransportWorld,
  USUAL_TIMEOUT_MS,
  type WireResult,
  withToken,
} from './transport.ts';

type Authentication = ConfigurationBotFrameworkAuthentication;
type Connector = Awaited<ReturnType<ReturnType<Authentication['createConnectorFactory']>['create']>>;
type Credentials = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]>;
type Identity = Parameters<Authentication['createConnectorFactory']>[0];
/** Its types promise fields of activities that nobody has to send. */
type SentActivity = Parameters<Connector['conversations']['sendToConversation']>[1];
type Parameters_ = Parameters<Connector['conversations']['createConversation']>[0];

/** Writes to Teams through `botbuilder`, with its own tries taken out: it would post a message twice after a lost answer. */
export function botbuilderTransport({ tokens, timeoutMs = USUAL_TIMEOUT_MS }: TransportWorld): TeamsTransport {
  /** One request over a connector of its own; the SDK knows no time limit, so the limit is ours. */
  const ask = <Value>(serviceUrl: string, work: (connector: Connector, abortSignal: AbortSignal) => Promise<Value>) =>
    withToken(tokens, async (token): Promise<WireResult<Value>> => {
      const abortSignal = AbortSignal.timeout(timeoutMs);
      try {
        const value = await work(await connectorFor(serviceUrl, token), abortSignal);
        return { outcome: 'done', value };
      } catch (error) {
        return whatWentWrong(error);
      }
    });
  return {
    send: async (to, activity) => {
      const sent = await ask(to.serviceUrl, ({ conversations }, abortSignal) =>
        conversations.sendToConversation(to.conversationId, activity as unknown as SentActivity, { abortSignal }),
      );
      return withId(sent);
    },
    update: async (to, activityId, activity) => {
      const updated = await ask(to.serviceUrl, ({ conversations }, abortSignal) =>
        conversations.updateActivity(to.conversationId, activityId, activity as unknown as SentActivity, { abortSignal }),
      );
      return withoutValue(updated);
    },
    remove: async (to, activityId) => {
      const removed = await ask(to.serviceUrl, ({ conversations }, abortSignal) =>
        conversations.deleteActivity(to.conversationId, activityId, { abortSignal }),
      );
      return withoutValue(removed);
    },
    createConversation: async (serviceUrl, conversation) => {
      const parameters = conversationParameters(conversation) as unknown as Parameters_;
      const created = withId(
        await ask(serviceUrl, ({ conversations }, abortSignal) => conversations.createConversation(parameters, { abortSignal })),
      );
      if (created.outcome !== 'done') return created;
      const { id: conversationId, activityId } = created.value as { readonly id: string; readonly activityId?: string };
      return { outcome: 'done', value: { conversationId, ...(activityId === undefined ? {} : { activityId }) } };
    },
  };
}

async function connectorFor(serviceUrl: string, token: string): Promise<Connector> {
  const authentication = new ConfigurationBotFrameworkAuthentication({}, credentialsWith(token) as unknown as Credentials);
  // Whose the token is, the token says; the SDK only wants to be handed somebody.
  const nobody = { claims: [], isAuthenticated: true, getClaimValue: () => null } as unknown as Identity;
  const connector = await authentication.createConnectorFactory(nobody).create(serviceUrl, 'https://api.botframework.com');
  const { pipeline } = (connector as unknown as { readonly client: SdkClient }).client;
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  return connector;
}

/** What is reached through to take the hidden tries out; the types of the SDK do not show it. */
type SdkClient = { readonly pipeline: { readonly removePolicy: (policy: { readonly name: string }) => void } };

/** The token is ours; the SDK's own way to one would be a login library we do not need. */
const credentialsWith = (token: string) => ({
  isValidAppId: async () => true,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => ({
    signRequest: async (request: { readonly headers: { readonly set: (name: string, value: string) => void } }) => {
      if (token !== '') request.headers.set('authorization', `Bearer ${token}`);
      return request;
    },
  }),
});

const withId = <Value extends { readonly id?: string | undefined }>(
  result: WireResult<Value>,
): WireResult<Value & { readonly id: string }> => {
  if (result.outcome !== 'done') return result;
  const { value } = result;
  return typeof value.id === 'string' && value.id !== ''
    ? { outcome: 'done', value: { ...value, id: value.id } }
    : { outcome: 'unclear' };
};

const withoutValue = (result: WireResult<unknown>): WireResult<undefined> =>
  result.outcome === 'done' ? { outcome: 'done', value: undefined } : result;

type SdkError = {
  readonly statusCode?: unknown;
  readonly response?: { readonly headers?: { readonly get?: (name: string) => string | undefined } };
};

function whatWentWrong(error: unknown): WireResult<never> {
  const { statusCode, response } = error as SdkError;
  if (typeof statusCode !== 'number') return failedOnTheWay(error);
  return notDone(statusCode, response?.headers?.get?.('retry-after') ?? undefined);
}
