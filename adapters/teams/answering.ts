import type { Reader } from '../../cards/reader.ts';
import { caseId as asCaseId } from '../../src/breach/identifiers.ts';
import type { Answer, Inbound, InboundContent } from '../../src/dialogue/inbound.ts';
import type { Lang } from '../../src/law/sources.ts';
import { teamsWords } from '../../src/words/teamsWords.ts';
import { type Press, pressId } from './press.ts';
import { languageOf, zoneOf } from './readText.ts';
import { kindOf } from './references.ts';
import { shownInDialog } from './shownInDialog.ts';
import { cardMessage, type Dressing, openingMessage, type Prompts } from './teamsCard.ts';
import { deliverToPerson } from './teamsChannel.ts';
import type { PersonActivity, TeamsWorld } from './teamsWorld.ts';
import { wholeHome } from './wholeHome.ts';

/** What somebody did in Teams, as the dialogue takes it. */
export function inboundOf(activity: PersonActivity, id: string, content: InboundContent): Inbound {
  const { from } = activity;
  const language = languageOf(activity);
  return {
    ...{ platform: 'teams', id, account: from.aadObjectId, name: from.name ?? '', content },
    place: kindOf(activity) === 'personal' ? 'direct' : 'channel',
    ...(language === undefined ? {} : { language }),
  };
}

export function pressInbound(activity: PersonActivity, press: Press): Inbound {
  const { verb, data, inputs } = press;
  return inboundOf(activity, pressId(activity.from.aadObjectId, press), { type: 'press', verb, data, inputs });
}

/** Takes a press to its answer, and remembers which message in the chat went into which case. */
export async function answerPress(world: TeamsWorld, activity: PersonActivity, press: Press): Promise<Answer> {
  const inbound = pressInbound(activity, press);
  const answer = await wholeHome(world, inbound, await world.handle(inbound));
  const recorded = answer.prompts.find((prompt) => prompt.kind === 'recorded');
  const went = recorded?.what === 'report' || recorded?.what === 'addition';
  if (recorded && went && press.said !== undefined) {
    const caseId = press.data.case === undefined ? await world.findCase(recorded.number) : asCaseId(press.data.case);
    if (caseId !== undefined) await world.references.rememberCase(activity.conversation.id, press.said, caseId);
  }
  return answer;
}

export const isSomething = (prompts: Answer['prompts']): prompts is Prompts => prompts.length > 0;

/** An answer as a message that stays in the personal chat. */
/** What is drawn for this person alone stands in the zone of their clock: as Teams says it now, or as it said last. */
export async function readerOf(world: TeamsWorld, activity: PersonActivity, language: Lang): Promise<Reader> {
  const zone = zoneOf(activity) ?? (await world.references.person(activity.from.aadObjectId))?.zone;
  return { language, ...(zone === undefined ? {} : { zone }) };
}

export function personalMessage({ ids, withoutDialogs }: TeamsWorld, prompts: Prompts, reader: Reader, said?: string) {
  const dressing: Dressing = {
    ...{ place: 'personal', drawing: ids.next(), ...reader },
    ...(withoutDialogs ? { withoutDialogs } : {}),
    ...(said === undefined ? {} : { said }),
  };
  const [prompt, ...others] = prompts;
  const opens = withoutDialogs || others.length > 0 ? undefined : shownInDialog(prompt);
  return opens === undefined ? cardMessage(prompts, dressing) : openingMessage(prompt, opens, dressing);
}

/** Writes an answer below what was said, in the personal chat of whoever said it. Says whether it arrived. */
export async function post(
  world: TeamsWorld,
  activity: PersonActivity,
  { prompts, language }: Answer,
  said?: string,
): Promise<boolean> {
  if (!isSomething(prompts)) return true;
  const message = personalMessage(world, prompts, await readerOf(world, activity, language), said);
  const delivered = await deliverToPerson(world, activity.from.aadObjectId, message);
  if (delivered.result !== 'delivered') world.reportFailure(`answer ${delivered.result}`);
  return delivered.result === 'delivered';
}

export const wordsFor = (world: TeamsWorld, activity: PersonActivity) =>
  teamsWords[languageOf(activity) ?? world.organisation.language];
