import { z } from 'zod';
import { summary } from '../../cards/summary.ts';
import { caseId as asCaseId } from '../../src/breach/identifiers.ts';
import type { Answer } from '../../src/dialogue/inbound.ts';
import { RegisterUnavailable } from '../../src/ports.ts';
import { LONGEST_INPUT } from '../../src/prompt/form.ts';
import { answerPress, isSomething, personalMessage, post, pressInbound, readerOf, wordsFor } from './answering.ts';
import { PRESENT, type Press, readPress } from './press.ts';
import { htmlText } from './readText.ts';
import { kindOf } from './references.ts';
import { answerWithCardOf, cardAnswer, dialogPage, shortAnswer } from './teamsCard.ts';
import type { ActivityAnswer } from './teamsServer.ts';
import type { PersonActivity, TeamsWorld } from './teamsWorld.ts';

const executed = z.object({ action: z.object({ data: z.unknown() }) });
const submitted = z.object({ data: z.unknown() });
const fromMessage = z.object({
  commandId: z.string(),
  messagePayload: z.object({ body: z.object({ content: z.string(), contentType: z.string().nullish() }).nullish() }).nullish(),
});

const NOT_UNDERSTOOD: ActivityAnswer = { status: 400 };

/** Teams asked something and waits: a button on a card, a dialog, or the action on a message. */
export async function onInvoke(world: TeamsWorld, activity: PersonActivity): Promise<ActivityAnswer> {
  const { name, value } = activity;
  if (name === 'adaptiveCard/action') {
    const press = readPress(executed.safeParse(value).data?.action.data);
    return press === undefined ? NOT_UNDERSTOOD : { status: 200, body: await onExecute(world, activity, press) };
  }
  if (name === 'composeExtension/fetchTask') return reportMessage(world, activity);
  if (name === 'task/fetch' || name === 'task/submit' || name === 'composeExtension/submitAction') {
    const press = readPress(submitted.safeParse(value).data?.data);
    return press === undefined ? NOT_UNDERSTOOD : { status: 200, body: await nextPage(world, activity, press) };
  }
  return { status: 501 };
}

/** A page of a dialog: whatever the dialogue answers, with all that was typed where something was wrong with it. */
async function nextPage(world: TeamsWorld, activity: PersonActivity, press: Press): Promise<unknown> {
  const { prompts, language } = await answerPress(world, activity, press);
  if (!isSomething(prompts)) return { task: { type: 'message', value: wordsFor(world, activity).tryAgain } };
  const said = press.said === undefined ? {} : { said: press.said };
  const reader = await readerOf(world, activity, language);
  return dialogPage(prompts, { drawing: world.ids.next(), ...reader, ...said });
}

/** „Als Datenpanne melden“ on a message: the form with its words, for the person who chose it. */
async function reportMessage(world: TeamsWorld, activity: PersonActivity): Promise<ActivityAnswer> {
  const read = fromMessage.safeParse(activity.value);
  if (!read.success || read.data.commandId !== REPORT_COMMAND) return NOT_UNDERSTOOD;
  const body = read.data.messagePayload?.body;
  const text = body?.contentType === 'text' ? body.content : htmlText(body?.content ?? '');
  const inputs = { text: text.slice(0, LONGEST_INPUT.longText), noticedAt: '' };
  const press: Press = { verb: 'openReport', data: {}, drawing: world.ids.next(), inputs };
  return { status: 200, body: await nextPage(world, activity, press) };
}

/** The action on a message, as the manifest names it. */
const REPORT_COMMAND = 'reportBreach';

// ---------------------------------------------------------------- buttons that answer at once

async function onExecute(world: TeamsWorld, activity: PersonActivity, press: Press): Promise<unknown> {
  if (press.verb === PRESENT) return (await asItIsNow(world, activity, press)) ?? shortAnswer('');
  const answer = await answerPress(world, activity, press);
  if (!isSomething(answer.prompts)) return shortAnswer('');
  if (kindOf(activity) !== 'personal') return inSight(world, activity, press, answer);
  return press.kept ? below(world, activity, press, answer) : inPlace(world, activity, press, answer);
}

/** In a channel: the card as it stands now, however old the one was that was pressed; else one sentence, without a word of the case. */
async function inSight(world: TeamsWorld, activity: PersonActivity, press: Press, answer: Answer): Promise<unknown> {
  const isRecorded = answer.prompts.some(({ kind }) => kind === 'recorded');
  const now = isRecorded && press.card ? await asItIsNow(world, activity, press) : undefined;
  return now ?? shortAnswer(answer.prompts.map((prompt) => summary(prompt, answer.language)).join(' · '));
}

async function asItIsNow(world: TeamsWorld, activity: PersonActivity, press: Press): Promise<unknown> {
  const caseId = press.data.case;
  if (caseId === undefined) return undefined;
  const present = await world.presentCard(pressInbound(activity, press), asCaseId(caseId)).catch(ifUnavailable);
  if (present === undefined) return undefined;
  const { language, prompt } = present;
  const reader = await readerOf(world, activity, language);
  return cardAnswer([prompt], { place: 'office', drawing: world.ids.next(), ...reader, officers: { memberIds: [], caseId } });
}

/** The old card stays in sight; what was recorded is recorded. */
function ifUnavailable(error: unknown): undefined {
  if (!(error instanceof RegisterUnavailable)) throw error;
}

/** The card stays, so the answer is a message of its own; where that cannot be written it takes the place of the card after all. */
async function below(world: TeamsWorld, activity: PersonActivity, press: Press, answer: Answer): Promise<unknown> {
  return (await post(world, activity, answer, press.said)) ? shortAnswer('') : inPlace(world, activity, press, answer);
}

/** For now in the place of the card on the screen, and in the message itself, so that it stays when the chat is opened again. */
async function inPlace(
  world: TeamsWorld,
  activity: PersonActivity,
  press: Press,
  { prompts, language }: Answer,
): Promise<unknown> {
  if (!isSomething(prompts)) return shortAnswer('');
  const message = personalMessage(world, prompts, await readerOf(world, activity, language), press.said);
  const place = { serviceUrl: activity.serviceUrl, conversationId: activity.conversation.id };
  if (typeof activity.replyToId === 'string' && !press.kept) await world.transport.update(place, activity.replyToId, message);
  return answerWithCardOf(message);
}
