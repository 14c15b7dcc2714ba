// Where the bot writes to: the channel of the office, and the people of the configuration.
import { z } from 'zod';
import type { Organisation } from '../../src/organisation.ts';
import { personsWithRole } from '../../src/organisation.ts';
import { askConnector } from './connectorRequest.ts';
import type { TeamsEndpoints } from './endpoints.ts';
import { kindOfId, type References } from './references.ts';
import type { WireResult } from './transport.ts';

export type PlaceFinding =
  | { readonly about: 'heardOf' | 'channel'; readonly well: true }
  | { readonly about: 'person'; readonly name: string; readonly well: true }
  /** `notAnId`: as it stands in a link, or of another kind. */
  | { readonly about: 'channel'; readonly well: false; readonly fault: 'notAnId' | 'botNotThere' | 'gone' }
  /** People of elsewhere read along there. */
  | { readonly about: 'channel'; readonly well: false; readonly fault: 'guests'; readonly count: number }
  /** `notInChannel`: an officer who does not see the cases. `closed`: blocked, or the app was taken from them. */
  | { readonly about: 'person'; readonly name: string; readonly well: false; readonly fault: 'notInChannel' | 'closed' }
  | { readonly about: 'person'; readonly name: string; readonly well: 'unknown'; readonly why: 'noChatYet' | 'notReached' }
  | { readonly about: 'heardOf' | 'channel'; readonly well: 'unknown' };

export type PlaceExamination = {
  readonly organisation: Organisation;
  readonly endpoints: TeamsEndpoints;
  readonly references: References | undefined;
  /** That of the connector, fresh. */
  readonly token: string;
  readonly timeoutMs?: number;
};

export async function examinePlaces(examination: PlaceExamination): Promise<readonly PlaceFinding[]> {
  const { organisation, references, endpoints } = examination;
  const channel = organisation.channels.teams;
  const known = await references?.serviceUrl();
  const shared = channel === undefined ? undefined : await references?.shared(channel);
  const serviceUrl = shared?.serviceUrl ?? known ?? endpoints.connector;
  const looked = channel === undefined ? undefined : await channelOf(examination, serviceUrl, channel);
  return [
    { about: 'heardOf', well: known === undefined ? 'unknown' : true },
    ...(looked === undefined ? [] : [looked.finding]),
    ...(await peopleOf(examination, looked?.members)),
  ];
}

const asked = (
  { token, timeoutMs }: PlaceExamination,
  request: { readonly serviceUrl: string; readonly path: string },
): Promise<WireResult<unknown>> => {
  const tokens = { token: async () => token, forget: () => undefined };
  return askConnector({ tokens, ...(timeoutMs === undefined ? {} : { timeoutMs }) }, { method: 'GET', ...request });
};

const conversation = (id: string): string => `conversations/${encodeURIComponent(id)}`;

// ---------------------------------------------------------------- the channel

const pageShape = z.object({
  members: z.array(
    z.object({
      aadObjectId: z.string().nullish(),
      objectId: z.string().nullish(),
      userRole: z.string().nullish(),
    }),
  ),
  continuationToken: z.string().nullish(),
});
type Member = { readonly id: string; readonly isGuest: boolean };

const PAGE = 200;
/** More than an office has; who reads the cases is asked of no larger room. */
const MOST_PAGES = 10;

type LookedAt = { readonly finding: PlaceFinding; readonly members?: readonly Member[] };

async function channelOf(examination: PlaceExamination, serviceUrl: string, channel: string): Promise<LookedAt> {
  const fault = (named: 'notAnId' | 'botNotThere' | 'gone'): LookedAt => ({
    finding: { about: 'channel', well: false, fault: named },
  });
  if (kindOfId(channel) === 'personal') return fault('notAnId');
  const members: Member[] = [];
  for (let page = 0, next = ''; page < MOST_PAGES; page += 1) {
    const path = `${conversation(channel)}/pagedmembers?pageSize=${String(PAGE)}${next}`;
    const answer = await asked(examination, { serviceUrl, path });
    if (answer.outcome === 'refused' && answer.status === 403) return fault('botNotThere');
    if (answer.outcome === 'refused' && answer.status === 404) return fault('gone');
    const read = answer.outcome === 'done' ? pageShape.safeParse(answer.value) : undefined;
    if (read?.success !== true) return { finding: { about: 'channel', well: 'unknown' } };
    members.push(...read.data.members.map(memberOf));
    const { continuationToken } = read.data;
    if (typeof continuationToken !== 'string' || continuationToken === '') break;
    next = `&continuationToken=${encodeURIComponent(continuationToken)}`;
  }
  const count = members.filter(({ isGuest }) => isGuest).length;
  if (count > 0) return { members, finding: { about: 'channel', well: false, fault: 'guests', count } };
  return { members, finding: { about: 'channel', well: true } };
}

const memberOf = ({ aadObjectId, objectId, userRole }: z.output<typeof pageShape>['members'][number]): Member => ({
  id: aadObjectId ?? objectId ?? '',
  isGuest: userRole === 'guest' || userRole === 'anonymous',
});

// ---------------------------------------------------------------- the people

async function peopleOf(examination: PlaceExamination, members: readonly Member[] | undefined): Promise<readonly PlaceFinding[]> {
  const { organisation } = examination;
  const officers = (['dpo', 'deputy'] as const).flatMap((role) => personsWithRole(organisation, role));
  const found: PlaceFinding[] = [];
  for (const person of organisation.persons) {
    const { name, accounts } = person;
    const id = accounts.teams;
    if (id === undefined) continue;
    const isMissing = officers.includes(person) && members?.every((member) => member.id !== id) === true;
    const finding = isMissing ? ({ well: false, fault: 'notInChannel' } as const) : await chatWith(examination, id);
    found.push({ about: 'person', name, ...finding });
  }
  return found;
}

type ChatFinding =
  | { readonly well: true }
  | { readonly well: 'unknown'; readonly why: 'noChatYet' | 'notReached' }
  | { readonly well: false; readonly fault: 'closed' };

async function chatWith(examination: PlaceExamination, aadObjectId: string): Promise<ChatFinding> {
  const known = await examination.references?.person(aadObjectId);
  if (known?.conversationId === undefined) return { well: 'unknown', why: 'noChatYet' };
  const path = `${conversation(known.conversationId)}/members/${encodeURIComponent(known.memberId)}`;
  const answer = await asked(examination, { serviceUrl: known.serviceUrl, path });
  if (answer.outcome === 'done') return { well: true };
  const isClosed = answer.outcome === 'refused' && (answer.status === 403 || answer.status === 404);
  return isClosed ? { well: false, fault: 'closed' } : { well: 'unknown', why: 'notReached' };
}
