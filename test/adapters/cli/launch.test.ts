import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../../support/arrows.ts';
import { runAsUser, userEnvironment } from '../../support/userTerminal.ts';

const machine = await runAsUser(projectRoot, 'node', '-p', 'process.versions.node');
const [major = 0, minor = 0] = machine.stdout.split('.').map(Number);
const machineHasRecentNode = major > 24 || (major === 24 && minor >= 15);

describe('the launcher', () => {
  let folder = '';

  /** A house with the real launcher in it, and whatever program the test gives as its main. */
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fristwacht-launch-'));
    mkdirSync(join(folder, 'adapters', 'cli'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    cpSync(join(projectRoot, 'adapters', 'cli', 'launch.mjs'), join(folder, 'adapters', 'cli', 'launch.mjs'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const giveMain = (source: string): void => writeFileSync(join(folder, 'adapters', 'main.ts'), source);
  const bringNode = (): void => symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'), 'junction');

  it('passes arguments and input on, and the exit code back', async () => {
    bringNode();
    giveMain(`console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 7;`);
    const outcome = await runAsUser(folder, 'node', 'adapters/cli/launch.mjs', 'assess', '--facts', 'mit Leerzeichen.json');
    expect(outcome).toMatchObject({ code: 7, stdout: '["assess","--facts","mit Leerzeichen.json"]\n' });
  });

  it.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)(
    'passes %s on, and waits for an orderly end',
    async (signal) => {
      bringNode();
      giveMain(
        `setInterval(() => {}, 1000); process.once('${signal}', () => setTimeout(() => { console.log('closed'); process.exit(3); }, 50)); console.log('up');`,
      );
      const launcher = spawn('node', ['adapters/cli/launch.mjs'], {
        cwd: folder,
        env: userEnvironment(),
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const said: string[] = [];
      launcher.stdout.setEncoding('utf8').on('data', (words: string) => {
        said.push(words);
        if (words.includes('up')) launcher.kill(signal);
      });
      const [code] = (await once(launcher, 'close')) as [number | null];
      expect({ code, said: said.join('') }).toEqual({ code: 3, said: 'up\nclosed\n' });
    },
  );

  it.skipIf(machineHasRecentNode)('says in both languages how to get a recent Node where npm brought none', async () => {
    giveMain(`console.log('never reached');`);
    const { code, stdout, stderr } = await runAsUser(folder, 'node', 'adapters/cli/launch.mjs', 'start');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^Fristwacht needs Node 24\.15 or newer, this is \d+\.\d+\.\d+: .*--omit=optional/m);
    expect(stderr).toMatch(/^Fristwacht braucht Node 24\.15 oder neuer, hier läuft \d+\.\d+\.\d+: .*--omit=optional/m);
  });

  it('takes the built JavaScript where there is no TypeScript', async () => {
    bringNode();
    mkdirSync(join(folder, 'dist', 'adapters'), { recursive: true });
    writeFileSync(join(folder, 'dist', 'adapters', 'main.js'), `console.log('built');`);
    expect(await runAsUser(folder, 'node', 'adapters/cli/launch.mjs')).toMatchObject({ code: 0, stdout: 'built\n' });
  });
});
