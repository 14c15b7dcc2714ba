import type { BreachEvent } from '../../src/breach/events.ts';
import type { Clock, Register } from '../../src/ports.ts';
import type { DeskStore } from './deskStore.ts';

const ERASING: readonly BreachEvent['type'][] = ['TextErased', 'CaseErased'];

/**
 * The register as the desk uses it: with everything that is erased in it, the desk forgets what people typed and what was answered to them.
 * Which of it came from the erased text nobody can tell any more, so all of it goes; the messages of the bot are taken away by the
 * reminders. Before the erasure, so that a crash leaves nothing; and after it, for what was answered meanwhile.
 */
export function forgetful(register: Register, store: DeskStore, clock: Clock, forgotten: () => void): Register {
  return {
    ...register,
    append: async (request) => {
      if (!request.events.some(({ type }) => ERASING.includes(type))) return register.append(request);
      forget(store, clock);
      const outcome = await register.append(request);
      forget(store, clock);
      forgotten();
      return outcome;
    },
  };
}

function forget(store: DeskStore, clock: Clock): void {
  const typed = store.changedAfter(0).filter(({ content: { type } }) => type === 'own' || type === 'answer');
  for (const { id } of typed) store.remove(id, clock.now());
}
