import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../adapters/cli/commandLine.ts';
import type { CommandWorld } from '../../../adapters/cli/commandWorld.ts';
import manifest from '../../../package.json' with { type: 'json' };

/** A terminal that remembers what was written to it. */
function terminal(env: CommandWorld['env'] = {}) {
  const said = { out: '', error: '' };
  const world: CommandWorld = {
    env,
    readStdin: () => Promise.resolve(''),
    write: (words) => void (said.out += words),
    writeError: (words) => void (said.error += words),
    now: () => '2026-03-02T08:00:00.000Z',
    randomId: () => 'id-1',
  };
  return { world, said };
}

describe('the command line', () => {
  it.each([[[]], [['help']], [['--help']], [['-h']]])('shows the commands for %j', async (args) => {
    const { world, said } = terminal();
    expect(await runCommandLine(args, world)).toBe(0);
    expect(said.out).toContain('fristwacht version');
    expect(said.error).toBe('');
  });

  it('names its version', async () => {
    const { world, said } = terminal();
    expect(await runCommandLine(['--version'], world)).toBe(0);
    expect(said.out).toMatch(new RegExp(`^fristwacht ${RegExp.escape(manifest.version)} `));
  });

  it.each([
    [{}, 'There is no command “nope”.'],
    [{ LANG: 'C.UTF-8' }, 'There is no command “nope”.'],
    [{ LANG: 'fr_FR.UTF-8' }, 'There is no command “nope”.'],
    [{ LANG: 'de_AT.UTF-8' }, 'Den Befehl „nope“ kenne ich nicht.'],
    [{ LANG: 'de' }, 'Den Befehl „nope“ kenne ich nicht.'],
    [{ LANG: 'de_DE.UTF-8', LC_ALL: 'en_GB.UTF-8' }, 'There is no command “nope”.'],
    [{ LANG: 'de_DE.UTF-8', LC_ALL: '' }, 'Den Befehl „nope“ kenne ich nicht.'],
  ])('answers an unknown command in the language of %j', async (env, answer) => {
    const { world, said } = terminal(env);
    expect(await runCommandLine(['nope'], world)).toBe(2);
    expect(said.out).toBe('');
    expect(said.error).toContain(answer);
  });

  it.each(['constructor', 'toString', '__proto__', ''])('knows no command that an object happens to have: %j', async (name) => {
    const { world } = terminal();
    expect(await runCommandLine([name], world)).toBe(2);
  });
});
