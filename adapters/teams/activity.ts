import { z } from 'zod';

/**
 * What Teams sends, as far as it is read here. Everything else in an activity is dropped; nothing in it is trusted before
 * `authenticate` has vouched for it, and what a card carried along is never trusted at all.
 */

const text = z.string().max(100_000);
const id = z.string().min(1).max(2000);

const account = z.object({
  id,
  name: z.string().max(1000).nullish(),
  aadObjectId: z.string().max(200).nullish(),
});
const entity = z.looseObject({ type: z.string().max(200).optional() });
const attachment = z.object({ contentType: z.string().max(500).nullish() });

export const activityShape = z.object({
  type: z.string().min(1).max(200),
  id: id.nullish(),
  name: z.string().max(200).nullish(),
  channelId: z.string().max(200).nullish(),
  serviceUrl: z.string().max(2000).nullish(),
  timestamp: z.string().max(100).nullish(),
  locale: z.string().max(100).nullish(),
  localTimezone: z.string().max(100).nullish(),
  from: account.nullish(),
  recipient: account.extend({ isTargeted: z.boolean().nullish() }).nullish(),
  conversation: z
    .object({
      id,
      conversationType: z.string().max(100).nullish(),
      tenantId: z.string().max(200).nullish(),
    })
    .nullish(),
  channelData: z
    .object({
      tenant: z.object({ id: z.string().max(200) }).nullish(),
      team: z.object({ id: z.string().max(1000) }).nullish(),
      channel: z.object({ id: z.string().max(1000) }).nullish(),
      eventType: z.string().max(200).nullish(),
    })
    .nullish(),
  text: text.nullish(),
  replyToId: id.nullish(),
  entities: z.array(entity).max(500).nullish(),
  attachments: z.array(attachment).max(500).nullish(),
  membersAdded: z.array(account).max(5000).nullish(),
  membersRemoved: z.array(account).max(5000).nullish(),
  action: z.string().max(100).nullish(),
  value: z.unknown().optional(),
});

export type Activity = z.output<typeof activityShape>;

/** The tenants an activity speaks of; where it names several, each of them counts. */
export const tenantsOf = ({ channelData, conversation }: Activity): readonly string[] =>
  [channelData?.tenant?.id, conversation?.tenantId].flatMap((tenant) => tenant ?? []);
