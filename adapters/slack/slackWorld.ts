import type { Answer, Inbound, InboundContent } from '../../src/dialogue/inbound.ts';
import type { Lang } from '../../src/law/sources.ts';
import type { Register } from '../../src/ports.ts';
import type { InFlight } from './inFlight.ts';
import type { SlackCalls } from './slackCalls.ts';
import type { SlackPeople } from './slackPeople.ts';
import type { SlackReport } from './slackSetting.ts';

/** All that answering somebody in Slack needs. */
export type SlackWorld = {
  /** The dialogue, with its world. What it records is durable before it answers; messages to others go out on their own. */
  readonly handle: (inbound: Inbound) => Promise<Answer>;
  readonly register: Pick<Register, 'list' | 'deliveries'>;
  /** The client for people who wait. */
  readonly calls: SlackCalls;
  readonly people: SlackPeople;
  readonly report: (report: SlackReport) => void;
  readonly inFlight: InFlight;
  /** True for an id that was here before, or at another instance. Never rejects. */
  readonly isRepeated: (id: string) => Promise<boolean>;
  readonly botUserId: () => string | undefined;
  readonly wait: (ms: number) => Promise<undefined>;
};

/** Somebody, as a payload names them. */
export type Sender = { readonly account: string; readonly name: string };

/** Puts the question to the dialogue in this person's name. */
export async function ask(
  world: SlackWorld,
  sender: Sender,
  id: string,
  content: InboundContent,
  place: Inbound['place'] = 'direct',
): Promise<Answer> {
  const profile = await world.people.profile(sender.account, sender.name);
  const { name, language } = profile;
  return world.handle({
    platform: 'slack',
    id,
    account: sender.account,
    name: name === '' ? sender.name : name,
    ...(language === undefined ? {} : { language }),
    place,
    content,
    ...(world.people.isOutsider(sender.account, profile) ? { outsider: true } : {}),
  });
}

/** The language to speak before the dialogue has said its own. */
export async function languageFor({ people }: SlackWorld, { account, name }: Sender): Promise<Lang> {
  const organisation = people.organisation();
  const configured = organisation.persons.find(({ accounts }) => accounts.slack === account)?.language;
  return configured ?? (await people.profile(account, name)).language ?? organisation.language;
}
