import { exportData } from '../../cards/exportBlocks.ts';
import { caseId as asCaseId } from '../../src/breach/identifiers.ts';
import type { Answer, Inbound, InboundContent } from '../../src/dialogue/inbound.ts';
import { teamsWords } from '../../src/words/teamsWords.ts';
import { type Press, pressId } from './press.ts';
import { languageOf } from './readText.ts';
import { kindOf } from './references.ts';
import { cardMessage, type Prompts } from './teamsCard.ts';
import { deliverToPerson } from './teamsChannel.ts';
import type { PersonActivity, TeamsWorld } from './teamsWorld.ts';

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
  const answer = await world.handle(pressInbound(activity, press));
  const recorded = answer.prompts.find((prompt) => prompt.kind === 'recorded');
  const went = recorded?.what === 'report' || recorded?.what === 'addition';
  if (recorded && went && press.said !== undefined) {
    const caseId = press.data.case === undefined ? await world.findCase(recorded.number) : asCaseId(press.data.case);
    if (caseId !== undefined) await world.references.rememberCase(activity.conversation.id, press.said, caseId);
  }
  return answer;
}

export const isSomething = (prompts: Answer['prompts']): prompts is Prompts => prompts.length > 0;

/** A chat keeps what stands in it. Link and code of an export do not belong there; a button opens new ones in a dialog. */
export const forChat = (prompts: Prompts, { organisation }: Pick<TeamsWorld, 'organisation'>): Prompts => {
  const [first, ...others] = prompts.map((prompt): Prompts[number] => {
    if (prompt.kind !== 'exportOffer') return prompt;
    const { contactPoint: contact, timeZone: zone } = organisation;
    const actions = [{ verb: 'export', data: exportData(prompt.scope), style: 'primary' }] as const;
    return { kind: 'refusal', reason: 'exportOpensAlone', duties: [], zone, contact, actions };
  });
  return first === undefined ? prompts : [first, ...others];
};

/** Writes an answer below what was said, in the personal chat of whoever said it. Says whether it arrived. */
export async function post(
  world: TeamsWorld,
  activity: PersonActivity,
  { prompts, language }: Answer,
  said?: string,
): Promise<boolean> {
  if (!isSomething(prompts)) return true;
  const message = cardMessage(forChat(prompts, world), {
    ...{ place: 'personal', drawing: world.ids.next(), language },
    ...(said === undefined ? {} : { said }),
  });
  const delivered = await deliverToPerson(world, activity.from.aadObjectId, message);
  if (delivered.result !== 'delivered') world.reportFailure(`answer ${delivered.result}`);
  return delivered.result === 'delivered';
}

export const wordsFor = (world: TeamsWorld, activity: PersonActivity) =>
  teamsWords[languageOf(activity) ?? world.organisation.language];
