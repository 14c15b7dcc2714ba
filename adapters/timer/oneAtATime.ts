/** `failed`: the run threw. `hung`: it did not end in time and was left behind, so that the next one can start. */
export type TickFault =
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'hung'; readonly afterSeconds: number };

export type Work = (signal: AbortSignal) => Promise<void>;

export type OneAtATime = {
  /** Starts a run, unless one is under way. Never rejects. */
  readonly run: () => Promise<void>;
  /** Waits for a run that starts after this call: now, or once the present one has ended. Never rejects. */
  readonly runAfresh: () => Promise<void>;
  /** Ends when nothing is under way. */
  readonly idle: () => Promise<void>;
};

const MS_PER_SECOND = 1000;

/** Keeps runs apart: one at a time, and none for longer than `timeoutSeconds`. */
export function oneAtATime(work: Work, timeoutSeconds: number, onFault: (fault: TickFault) => void): OneAtATime {
  let present: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const run = (): Promise<void> => {
    present ??= attempt(work, timeoutSeconds, quietly(onFault)).finally(() => {
      present = undefined;
    });
    return present;
  };
  const runAfresh = (): Promise<void> => {
    if (present === undefined) return run();
    next ??= present.then(() => {
      next = undefined;
      return run();
    });
    return next;
  };
  const idle = async (): Promise<void> => next ?? present;
  return { run, runAfresh, idle };
}

/** Ends when the work ends or its time is over, whichever comes first. What is left behind is told by the signal. */
async function attempt(work: Work, timeoutSeconds: number, onFault: (fault: TickFault) => void): Promise<void> {
  const leaving = new AbortController();
  let alarm: NodeJS.Timeout | undefined;
  const timeOver = new Promise<TickFault>((resolve) => {
    alarm = setTimeout(() => resolve({ kind: 'hung', afterSeconds: timeoutSeconds }), timeoutSeconds * MS_PER_SECOND);
  });
  const fault = await Promise.race([outcomeOf(work, leaving.signal), timeOver]);
  clearTimeout(alarm);
  if (fault?.kind === 'hung') leaving.abort();
  if (fault !== undefined) onFault(fault);
}

async function outcomeOf(work: Work, signal: AbortSignal): Promise<TickFault | undefined> {
  try {
    await work(signal);
    return undefined;
  } catch (error) {
    return { kind: 'failed', error };
  }
}

/** An alarm that fails itself must not stop the clock. */
const quietly =
  (onFault: (fault: TickFault) => void) =>
  (fault: TickFault): void => {
    try {
      onFault(fault);
    } catch {
      // Whoever reports faults has nobody else to report its own to.
    }
  };
