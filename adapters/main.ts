/** The only place that reads the environment, the clock and chance. Everything else is handed them. */
import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { runCommandLine } from './cli/commandLine.ts';
import type { CommandWorld } from './cli/commandWorld.ts';

const world: CommandWorld = {
  env: { ...process.env },
  readStdin: () => text(process.stdin),
  write: (words) => void process.stdout.write(words),
  writeError: (words) => void process.stderr.write(words),
  now: () => new Date().toISOString(),
  randomId: () => randomUUID(),
};

// `fristwacht facts --json-schema | head` closes the pipe early; that is a reader who has seen enough, not a fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await runCommandLine(process.argv.slice(2), world);
