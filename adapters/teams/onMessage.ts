import type { Answer } from '../../src/dialogue/inbound.ts';
import type { PromptKind } from '../../src/prompt/prompt.ts';
import { answerPress, inboundOf, isSomething, post, wordsFor } from './answering.ts';
import { readPress } from './press.ts';
import { filesOf, languageOf, textOf } from './readText.ts';
import { kindOf } from './references.ts';
import { cardMessage, plainMessage } from './teamsCard.ts';
import type { PersonActivity, TeamsWorld } from './teamsWorld.ts';
import { wholeHome } from './wholeHome.ts';

const idOf = ({ conversation, id, timestamp }: PersonActivity): string => `${conversation.id}:${id ?? timestamp ?? ''}`;

/** Somebody wrote, or pressed a button that sends a message. */
export async function onMessage(world: TeamsWorld, activity: PersonActivity): Promise<void> {
  const press = readPress(activity.value);
  if (press !== undefined) {
    await post(world, activity, await answerPress(world, activity, press), press.said);
    return;
  }
  const content = { type: 'text', text: textOf(activity), files: filesOf(activity) } as const;
  const inbound = inboundOf(activity, idOf(activity), content);
  const answer = await wholeHome(world, inbound, await world.handle(inbound));
  if (kindOf(activity) === 'personal') await post(world, activity, answer, activity.id ?? undefined);
  else await answerAlone(world, activity, answer);
}

/** What may stand in a channel for one member: their own words at most. A case opens in a dialog or in the personal chat. */
const SHOWS_NO_CASE: readonly PromptKind[] = ['home', 'reportForm', 'refusal'];

/** Others read along in a channel: the answer goes to this person alone, and in the channel there is no word of it. */
async function answerAlone(world: TeamsWorld, activity: PersonActivity, answer: Answer): Promise<void> {
  const { serviceUrl, conversation, from } = activity;
  const place = { serviceUrl, conversationId: conversation.id };
  const { prompts, language } = answer;
  const isTargeted = activity.recipient?.isTargeted === true && prompts.every(({ kind }) => SHOWS_NO_CASE.includes(kind));
  if (isTargeted && world.transport.sendTargeted && isSomething(prompts)) {
    const message = cardMessage(prompts, { place: 'office', drawing: world.ids.next(), language });
    if ((await world.transport.sendTargeted(place, from.id, message)).outcome === 'done') return;
  }
  const isWritten = await post(world, activity, answer);
  const words = wordsFor(world, activity);
  const told = await world.transport.send(place, plainMessage(isWritten ? words.answeredInPerson : words.writeToMe, language));
  if (told.outcome !== 'done') world.reportFailure(`answer ${told.outcome}`);
}

/**
 * Somebody changed a message they wrote to the bot. Where it went into a case, the new wording is added there; the old one stays, for
 * the record only grows. Else it is as good as written anew.
 */
export async function onEdit(world: TeamsWorld, activity: PersonActivity): Promise<void> {
  if (kindOf(activity) !== 'personal' || typeof activity.id !== 'string') return;
  const id = `${idOf(activity)}:changed:${activity.timestamp ?? ''}`;
  const caseId = await world.references.caseOf(activity.conversation.id, activity.id);
  const text = textOf(activity);
  const content =
    caseId === undefined
      ? ({ type: 'text', text, files: 0 } as const)
      : addition(caseId, wordsFor(world, activity).messageChanged(text));
  await post(world, activity, await world.handle(inboundOf(activity, id, content)), activity.id);
}

/** What was recorded from a message stays; that the message was deleted is added. */
export async function onDeletion(world: TeamsWorld, activity: PersonActivity): Promise<void> {
  if (kindOf(activity) !== 'personal' || typeof activity.id !== 'string') return;
  const caseId = await world.references.caseOf(activity.conversation.id, activity.id);
  if (caseId === undefined) return;
  const content = addition(caseId, wordsFor(world, activity).messageDeleted);
  await post(world, activity, await world.handle(inboundOf(activity, `${idOf(activity)}:deleted`, content)));
}

const addition = (caseId: string, text: string) =>
  ({ type: 'press', verb: 'addToReport', data: { case: caseId }, inputs: { text } }) as const;

/** The bot was added: to a person it shows what they can do, in a channel how to report. */
export async function onInstallation(world: TeamsWorld, activity: PersonActivity): Promise<void> {
  if (kindOf(activity) === 'personal') {
    const content = { type: 'press', verb: 'home', data: {}, inputs: {} } as const;
    const inbound = inboundOf(activity, idOf(activity), content);
    await post(world, activity, await wholeHome(world, inbound, await world.handle(inbound)));
    return;
  }
  const { organisation, ids, transport } = world;
  const language = languageOf(activity) ?? organisation.language;
  const home = {
    kind: 'home',
    office: false,
    seesDuties: false,
    openCases: 0,
    ownReports: 0,
    contact: organisation.contactPoint,
  } as const;
  const message = cardMessage([home], { place: 'office', drawing: ids.next(), language });
  const sent = await transport.send({ serviceUrl: activity.serviceUrl, conversationId: activity.conversation.id }, message);
  if (sent.outcome !== 'done') world.reportFailure(`welcome ${sent.outcome}`);
}
