import { execFile } from 'node:child_process';
import { delimiter } from 'node:path';

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * The environment of a user's terminal: without what npm and vitest put into the one of the tests, so that `node` is the machine's own,
 * whatever Node runs the tests, and the language is English.
 */
export function userEnvironment(): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name]) => !/^(?:npm_|VITEST|NODE_|LC_|LANG|FRISTWACHT_|PORT$)/i.test(name));
  const env: Record<string, string> = Object.fromEntries(kept.map(([name, value]) => [name, value ?? '']));
  const path = (process.env.PATH ?? '').split(delimiter);
  env.PATH = path.filter((folder) => !folder.includes('node_modules') && !folder.includes('node-gyp-bin')).join(delimiter);
  return env;
}

/** Runs a program to its end, as a user would in a terminal. It never throws: a failure is an outcome with a code. */
export function runAsUser(cwd: string, program: string, ...args: string[]): Promise<Outcome> {
  const options = { cwd, env: userEnvironment(), encoding: 'utf8', shell: process.platform === 'win32' } as const;
  return new Promise((resolve) => {
    execFile(program, args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ code, stdout, stderr });
    });
  });
}
