import type { Timer } from '../../src/ports.ts';

const MS_PER_SECOND = 1000;

/** The timer of the machine; no change of its clock moves it. */
export const realTimer: Timer = (seconds) => {
  let handle: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    handle = setTimeout(resolve, seconds * MS_PER_SECOND);
  });
  return { over, cancel: () => clearTimeout(handle) };
};
