import type { Decision } from '../breach/events.ts';
import type { PromptSetting } from './caseCard.ts';
import type { DecidedAwareness } from './prompt.ts';

type Awareness = Extract<Decision, { readonly kind: 'awareness' }>;

/** The moment of awareness as decided, and whose it is where that is not plain. */
export function decidedAwareness({ moment, controller }: Awareness, { controllers }: PromptSetting): DecidedAwareness {
  if (controllers.length < 2) return { moment };
  return { moment, controllerName: controllers.find(({ id }) => id === controller)?.name ?? controller };
}
