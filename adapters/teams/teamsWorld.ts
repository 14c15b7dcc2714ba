import type { CaseId, CaseNumber } from '../../src/breach/identifiers.ts';
import type { Answer, Inbound } from '../../src/dialogue/inbound.ts';
import type { Lang } from '../../src/law/sources.ts';
import type { CaseCardPrompt } from '../../src/prompt/prompt.ts';
import type { Activity } from './activity.ts';
import type { People } from './people.ts';
import type { TeamsChannelWorld } from './teamsChannel.ts';

/** All that the conversation in Teams needs. */
export type TeamsWorld = TeamsChannelWorld & {
  readonly people: People;
  readonly monotonicNow: () => number;
  /** Does the work unless this or another instance did it before under the same key. */
  readonly once: (key: string, work: () => Promise<void>) => Promise<void>;
  /** The dialogue, with its world. */
  readonly handle: (inbound: Inbound) => Promise<Answer>;
  readonly presentCard: (
    inbound: Inbound,
    caseId: CaseId,
  ) => Promise<{ readonly language: Lang; readonly prompt: CaseCardPrompt } | undefined>;
  readonly findCase: (number: CaseNumber) => Promise<CaseId | undefined>;
  /** Says that an answer could not be written, and how it failed; never what it said. */
  readonly reportFailure: (kind: string) => void;
};

/** An activity of a person whom we know by their id in the tenant. */
export type PersonActivity = Activity & {
  readonly serviceUrl: string;
  readonly conversation: NonNullable<Activity['conversation']>;
  readonly from: NonNullable<Activity['from']> & { readonly aadObjectId: string };
};

export function isOfPerson(activity: Activity): activity is PersonActivity {
  const { serviceUrl, conversation, from } = activity;
  return typeof serviceUrl === 'string' && !!conversation && typeof from?.aadObjectId === 'string' && from.aadObjectId !== '';
}
