import type { Answer, Inbound } from '../../src/dialogue/inbound.ts';
import type { TeamsWorld } from './teamsWorld.ts';

/**
 * The start in the personal chat is the home of the app: below what this person can do stand how Fristwacht is doing, the open cases or
 * duties with the time left, and their own reports, as far as they may see each. Any other answer stays as it is.
 */
export async function wholeHome(world: Pick<TeamsWorld, 'handle'>, inbound: Inbound, answer: Answer): Promise<Answer> {
  const home = answer.prompts.find((prompt) => prompt.kind === 'home');
  if (home === undefined || inbound.place !== 'direct') return answer;
  const ask = async (part: string, content: Inbound['content']): Promise<Answer['prompts']> =>
    (await world.handle({ ...inbound, id: `${inbound.id}.${part}`, content })).prompts;
  const status = home.office ? await ask('status', { type: 'text', text: 'status', files: 0 }) : [];
  const cases = home.office || home.seesDuties ? await ask('cases', pressed('openCases')) : [];
  const own = home.ownReports > 0 ? await ask('own', pressed('myReports')) : [];
  return { ...answer, prompts: [...answer.prompts, ...status, ...cases, ...own] };
}

const pressed = (verb: string): Inbound['content'] => ({ type: 'press', verb, data: {}, inputs: {} });
