/** What is being worked on, so that a shutdown can wait for it. */
export type InFlight = {
  readonly run: <T>(work: () => Promise<T>) => Promise<T>;
  /** Goes on by itself; `work` must not throw. */
  readonly aside: (work: () => Promise<void>) => void;
  readonly idle: () => boolean;
  /** True once nothing runs any more, false where that took too long. */
  readonly drained: (withinMs: number, wait: (ms: number) => Promise<undefined>) => Promise<boolean>;
};

const LOOK_EVERY_MS = 25;

export function inFlight(): InFlight {
  let running = 0;
  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
    }
  };
  return {
    run,
    aside: (work) => void run(work),
    idle: () => running === 0,
    drained: async (withinMs, wait) => {
      for (let waited = 0; waited < withinMs && running > 0; waited += LOOK_EVERY_MS) await wait(LOOK_EVERY_MS);
      return running === 0;
    },
  };
}
