import { expect, it } from 'vitest';
import { runCommandLine } from '../../../adapters/cli/commandLine.ts';

async function asked(...args: readonly string[]) {
  let out = '';
  const code = await runCommandLine(['authority', ...args], {
    ...{ env: { LANG: 'de_DE.UTF-8' }, readStdin: () => Promise.resolve(''), now: () => '', randomId: () => '' },
    write: (words) => void (out += words),
    writeError: (words) => void (out += words),
  });
  return { code, out };
}

it('names the competent authority with the reason, its traps and its proof', async () => {
  const { code, out } = await asked('--country', 'DE', '--land', 'NW');
  expect([code, out]).toEqual([0, expect.stringMatching(/^de-nw[\s\S]*nicht übermittelt[\s\S]*Aktenzeichen[\s\S]*§ 40 BDSG/u)]);
});
it('shows a page it did not find as missing', async () => {
  expect((await asked('de-mv')).out).toContain('nicht gefunden');
});
it('refuses what it does not know', async () => {
  expect((await asked('toString')).code).toBe(1);
  expect((await asked('--sector', 'secret')).code).toBe(2);
});
