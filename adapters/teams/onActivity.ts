import { teamsWords } from '../../src/words/teamsWords.ts';
import type { Activity } from './activity.ts';
import { onInvoke } from './onInvoke.ts';
import { onDeletion, onEdit, onInstallation, onMessage } from './onMessage.ts';
import { languageOf } from './readText.ts';
import { kindOf } from './references.ts';
import { plainMessage, shortAnswer } from './teamsCard.ts';
import type { ActivityAnswer } from './teamsServer.ts';
import { isOfPerson, type PersonActivity, type TeamsWorld } from './teamsWorld.ts';

const TAKEN: ActivityAnswer = { status: 200 };
const REMEMBERED_MS = 600_000;
const MOST_REMEMBERED = 5000;

/**
 * Takes what Teams sent to its answer. Teams sends again what was not answered within fifteen seconds: the same activity is taken
 * once, and whoever asks again gets the same answer. What comes to another instance, or after a restart, `takenOnce` knows; that nothing
 * is recorded twice the ids of the commands see to.
 */
export function onActivity(world: TeamsWorld): (activity: Activity) => Promise<ActivityAnswer> {
  const taken = new Map<string, { readonly answer: Promise<ActivityAnswer>; readonly at: number }>();
  return async (activity) => {
    const key = keyOf(activity);
    if (key === undefined) return take(world, activity);
    const before = taken.get(key);
    if (before && world.monotonicNow() - before.at < REMEMBERED_MS) return before.answer;
    if (taken.size >= MOST_REMEMBERED) taken.clear();
    const answer = take(world, activity);
    taken.set(key, { answer, at: world.monotonicNow() });
    // What failed was not taken: when it comes again it is tried again.
    answer.catch(() => taken.delete(key));
    return answer;
  };
}

/** A change of a message comes under the id of that message; the moment tells the changes apart. */
function keyOf({ type, name, id, conversation, timestamp }: Activity): string | undefined {
  if (typeof id !== 'string' || !conversation) return undefined;
  const moment = type === 'messageUpdate' || type === 'messageDelete' ? timestamp : '';
  return [type, name, conversation.id, id, moment].join(' ');
}

async function take(world: TeamsWorld, activity: Activity): Promise<ActivityAnswer> {
  await world.references.remember(activity);
  if (!isOfPerson(activity)) return TAKEN;
  const isAsked = activity.type === 'invoke' || activity.type === 'message';
  if (!isAsked && !CHANGES.includes(activity.type)) return TAKEN;
  if (!(await world.people.isOurs(activity))) return turnAway(world, activity);
  if (activity.type === 'invoke') return onInvoke(world, activity);
  const key = keyOf(activity);
  await (key === undefined ? takeQuietly(world, activity) : world.once(key, () => takeQuietly(world, activity)));
  return TAKEN;
}

const CHANGES = ['messageUpdate', 'messageDelete', 'installationUpdate'];

async function takeQuietly(world: TeamsWorld, activity: PersonActivity): Promise<void> {
  switch (activity.type) {
    case 'message':
      return onMessage(world, activity);
    case 'messageUpdate':
      return onEdit(world, activity);
    case 'messageDelete':
      return onDeletion(world, activity);
    case 'installationUpdate':
      if (activity.action?.startsWith('add') === true) return onInstallation(world, activity);
  }
}

/** Guests and people of other tenants: politely, and without a word of what is here. */
async function turnAway(world: TeamsWorld, activity: PersonActivity): Promise<ActivityAnswer> {
  const language = languageOf(activity) ?? world.organisation.language;
  const words = teamsWords[language].onlyOurPeople;
  if (activity.type === 'invoke') {
    const body = activity.name === 'adaptiveCard/action' ? shortAnswer(words) : { task: { type: 'message', value: words } };
    return { status: 200, body };
  }
  if (activity.type === 'message' && kindOf(activity) === 'personal') {
    const place = { serviceUrl: activity.serviceUrl, conversationId: activity.conversation.id };
    await world.transport.send(place, plainMessage(words, language));
  }
  return TAKEN;
}
