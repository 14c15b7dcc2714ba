// `npm run playground`: the bot in development mode, and beside it Microsoft's playground, fetched by npx. No part of the product, of its
// tests or of CI.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, env, execPath, exit, stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { projectRoot } from '../support/arrows.ts';
import { CONFIGURATION, PLAYGROUND } from './playgroundFiles.ts';

const PACKAGE = '@microsoft/m365agentsplayground@0.2.28';
const BOT_PORT = 3978;
const PAGE_PORT = 56_150;

const BEFORE = `
Dies startet Fristwacht zum Ausprobieren und holt mit npx den Playground von Microsoft (${PACKAGE}).
  • Seine Lizenz ist die einer Vorabversion: nur zum Erproben und für Rückmeldungen an Microsoft. Mit dem Start nehmen Sie sie an.
  • Er lauscht auf ALLEN Netzwerkschnittstellen (Port ${String(PAGE_PORT)}). Nicht in einem Netz, das Sie mit anderen teilen.
  • Er versucht, Schriften aus dem Internet zu laden; Telemetrie ist ausgeschaltet.

This starts Fristwacht for trying out, and fetches Microsoft's playground with npx (${PACKAGE}).
  • Its licence is that of a pre-release: for evaluation and feedback to Microsoft only. By starting it you accept it.
  • It listens on ALL network interfaces (port ${String(PAGE_PORT)}). Not on a network you share with others.
  • It tries to load fonts from the internet; telemetry is off.

`;

stdout.write(BEFORE);
if (!argv.includes('--accept')) {
  const asking = createInterface({ input: stdin, output: stdout });
  const answer = await asking.question('Weiter / go on? [j/y/N] ');
  asking.close();
  if (!/^[jy]/i.test(answer.trim())) exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'fristwacht-playground-'));
writeFileSync(join(folder, 'fristwacht.yaml'), CONFIGURATION);
writeFileSync(join(folder, '.m365agentsplayground.yml'), PLAYGROUND);

const place = { FRISTWACHT_DATA: join(folder, 'data'), FRISTWACHT_CONFIG: join(folder, 'fristwacht.yaml') };
const bot = spawn(execPath, [join(projectRoot, 'adapters', 'main.ts'), 'start'], {
  env: { ...env, ...place, TEAMS_DEVELOPMENT: 'yes', TEAMS_PORT: String(BOT_PORT) },
  stdio: 'inherit',
});
const endpoint = `http://127.0.0.1:${String(BOT_PORT)}/api/messages`;
const playground = spawn(
  'npx',
  ['--yes', PACKAGE, 'start', '-e', endpoint, '-c', 'msteams', '-p', String(PAGE_PORT), '--disable-telemetry'],
  { cwd: folder, stdio: 'inherit', detached: true },
);

/** Both end together; what was tried is thrown away. */
function end(): void {
  bot.kill('SIGTERM');
  // npx starts the playground as a process of its own; the group takes both.
  if (playground.pid !== undefined && playground.exitCode === null) process.kill(-playground.pid, 'SIGTERM');
}
process.once('SIGINT', end);
process.once('SIGTERM', end);
bot.once('exit', end);
playground.once('exit', end);
bot.once('exit', () => rmSync(folder, { recursive: true, force: true }));
