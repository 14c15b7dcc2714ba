import { setImmediate as allElse } from 'node:timers/promises';

/** A course of time in which nothing happens but what was put into it. Milliseconds since 1970. */
export type VirtualTime = {
  readonly now: () => number;
  /** What it answers is waited for before anything else happens. */
  readonly at: (moment: number, happening: () => unknown) => void;
  readonly runUntil: (moment: number) => Promise<void>;
};

type Happening = { readonly moment: number; readonly place: number; readonly happening: () => unknown };

export function virtualTime(start: number): VirtualTime {
  const queue: Happening[] = [];
  let [now, places] = [start, 0];
  return {
    now: () => now,
    at: (moment, happening) => push(queue, { moment: Math.max(now, moment), place: (places += 1), happening }),
    runUntil: async (moment) => {
      for (let next = queue[0]; next !== undefined && next.moment <= moment; next = queue[0]) {
        pop(queue);
        now = next.moment;
        await next.happening();
        // Whoever waited for it goes on, up to the next thing that takes time.
        await allElse();
      }
      now = moment;
    },
  };
}

const isSooner = (one: Happening, other: Happening): boolean =>
  one.moment < other.moment || (one.moment === other.moment && one.place < other.place);

/** A heap: the soonest is first. */
function push(queue: Happening[], added: Happening): void {
  let place = queue.push(added) - 1;
  while (place > 0) {
    const above = (place - 1) >> 1;
    const parent = queue[above] as Happening;
    if (isSooner(parent, added)) break;
    queue[place] = parent;
    place = above;
  }
  queue[place] = added;
}

function pop(queue: Happening[]): void {
  const last = queue.pop() as Happening;
  if (queue.length === 0) return;
  let place = 0;
  for (let below = 1; below < queue.length; below = 2 * place + 1) {
    const right = below + 1;
    const sooner = right < queue.length && isSooner(queue[right] as Happening, queue[below] as Happening) ? right : below;
    if (isSooner(last, queue[sooner] as Happening)) break;
    queue[place] = queue[sooner] as Happening;
    place = sooner;
  }
  queue[place] = last;
}
