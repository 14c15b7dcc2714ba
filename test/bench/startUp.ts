import { execFileSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';

const startUpChild = fileURLToPath(new URL('startUpChild.ts', import.meta.url));

type Told = Readonly<Record<'openMs' | 'wakeMs' | 'before' | 'afterOpening' | 'afterWaking', number>>;

/** Changes the register: every open case is due afterwards. */
export function startUpLines(file: string, cases: number): string {
  const start = performance.now();
  const told = JSON.parse(execFileSync(execPath, [startUpChild, file], { encoding: 'utf8' })) as Told;
  const whole = performance.now() - start;
  return [
    `start-up with ${cases} cases, in a process of its own`,
    `  register open and asked for what is due next  ${told.openMs.toFixed(0).padStart(6)} ms`,
    `  every open case woken, as at each start       ${told.wakeMs.toFixed(0).padStart(6)} ms`,
    `  the whole process, Node and code included     ${whole.toFixed(0).padStart(6)} ms`,
    `  memory (RSS): ${told.before} MiB before, ${told.afterOpening} MiB with the register open, ${told.afterWaking} MiB after waking\n`,
  ].join('\n');
}
