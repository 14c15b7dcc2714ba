// The conformance suite in front of Teams.
import { LIMITS } from '../../../cards/limits.ts';
import type { TransportName } from '../../../adapters/teams/openTeams.ts';
import type { Organisation } from '../../../src/organisation.ts';
import type { ChatDriver, Participant, Pressable, Shown } from '../../contracts/chatDriver.ts';
import { acme } from '../../dialogue/conversation.ts';
import { type CardNode, findingsOn, nodesOf } from '../../support/adaptiveCardsLibrary.ts';
import type { Posted } from '../../support/fakeTeams/connectorHost.ts';
import { CHANNEL } from '../../support/fakeTeams/fakeTeams.ts';
import { RunningBot } from '../../support/fakeTeams/runningBot.ts';
import { buttonsOf, linesOf } from '../../support/fakeTeams/teamsCardShown.ts';
import { type Before, type SeenPost, TeamsUser } from '../../support/fakeTeams/teamsUser.ts';

const acmeInTeams: Organisation = { ...acme, channels: { teams: CHANNEL } };

/** Whoever the bot was installed for is greeted by it; from then on Teams draws the card of the channel again for the officer. */
export async function teamsDriver(transport: TransportName): Promise<ChatDriver> {
  const bot = await RunningBot.open(acmeInTeams, transport);
  const users: Readonly<Record<Participant, TeamsUser>> = {
    reporter: new TeamsUser(bot, bot.teams.addMember({ aadObjectId: 'ada', name: 'Adelheid Muster' })),
    stranger: new TeamsUser(bot, bot.teams.addMember({ aadObjectId: 'eva', name: 'Eva Fremd' })),
    officer: new TeamsUser(bot, bot.officer()),
  };
  for (const { member } of Object.values(users)) await bot.sends(member, { type: 'installationUpdate', action: 'add' });
  const sees = async (who: Participant): Promise<readonly Shown[]> => {
    const user = users[who];
    const own = await user.chat();
    // Whoever is not of the office sees no more of its channel than what is for them alone.
    const office = (await user.channel()).filter(({ post }) => who === 'officer' || post.onlyFor !== undefined);
    const answered = [...own, ...office].filter(({ post }) => post === user.answered);
    return [
      ...(user.sentence === '' ? [] : [sentenceShown(user.sentence)]),
      ...(user.dialog === undefined ? [] : [cardShown(user, user.dialog, 'dialog', 'answer')]),
      ...answered.map((seen) => cardShown(user, seen.card, seen, 'answer')),
      ...own.map((seen) => cardShown(user, seen.card, seen, 'own')),
      ...office.map((seen) => cardShown(user, seen.card, seen, seen.post.onlyFor === undefined ? 'office' : 'answer')),
    ];
  };
  return {
    write: async (who, text) => users[who].writes(text),
    beginReport: async (who) => {
      const button = (await sees(who)).flatMap(({ buttons }) => buttons).findLast(({ verb }) => verb === 'openReport');
      if (button === undefined) throw new Error('The greeting offers no report.');
      await button.press();
    },
    beginFromMessage: async (who, text) => users[who].reportsMessage(text),
    askInChannel: async (who, text) => users[who].asksInChannel(text),
    sees,
    pass: (hours) => bot.pass(hours),
    now: async () => bot.now,
    notified: async () => postsOf(bot).map(({ activity }) => String(activity.summary)),
    close: async () => {
      const findings = postsOf(bot).flatMap(findingsOnPost);
      const failures = [...bot.failures];
      await bot.end();
      if (findings.length + failures.length > 0) throw new Error([...findings, ...failures].join('; '));
    },
  };
}

const postsOf = ({ teams }: RunningBot): readonly Posted[] => [
  ...new Set([...teams.connector.rooms.values()].flatMap(({ posts }) => posts)),
];

/** What Teams would not have drawn or not have taken. */
function findingsOnPost({ activity }: Posted): readonly string[] {
  const cards = activity.attachments as readonly { readonly content: CardNode }[];
  const isTooLarge = JSON.stringify(activity).length * 2 > LIMITS.adaptiveCard.bytes;
  return [...(isTooLarge ? ['a message beyond the limits'] : []), ...cards.flatMap(({ content }) => findingsOn(content))];
}

const sentenceShown = (text: string): Shown => ({
  ...{ place: 'answer', text, whole: async () => text },
  ...{ buttons: [], links: [], fields: {} },
});

function cardShown(user: TeamsUser, card: CardNode, where: SeenPost | 'dialog', place: Shown['place']): Shown {
  const at: Before = where === 'dialog' ? where : { post: where.post, room: where.room };
  const held = where === 'dialog' ? [...user.held.values()] : [];
  return {
    place,
    text: [...linesOf(card, false), ...held].join('\n'),
    whole: async () => linesOf(card, true).join('\n'),
    buttons: buttonsOf(card).flatMap((action) => pressable(user, card, action, at)),
    links: nodesOf(card).flatMap(({ type, url }) => (type === 'Action.OpenUrl' ? [String(url)] : [])),
    fields: user.valuesOn(card),
  };
}

type Carried = { readonly fristwacht?: { readonly verb: string; readonly data: Readonly<Record<string, string>> } };

function pressable(user: TeamsUser, card: CardNode, action: CardNode, at: Before): readonly Pressable[] {
  const ours = (action.data as Carried | undefined)?.fristwacht;
  if (ours === undefined) return [];
  return [{ verb: ours.verb, data: ours.data, press: (inputs = {}) => user.press(card, action, inputs, at) }];
}
