// The whole page of four published cases, as a lawyer gets it, in both languages. Nothing here says that a page is right; it says that
// nobody changes one without somebody reading it.
//
// To renew them after an intended change: `npx vitest run test/rules/golden.test.ts -u`, then read every line of the difference
// in `git diff test/rules/golden` before it is committed. Whoever commits it vouches for it.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../adapters/cli/assess.ts';
import { EDPB_01_2021 } from '../cases/edpb-01-2021.ts';
import { sheetOf } from '../cases/publishedCase.ts';
import { projectRoot } from '../support/arrows.ts';
import { unwrapped } from '../support/unwrapped.ts';

const FOLDER = join(projectRoot, 'test', 'rules', 'golden');
/** One for each result: nothing but the record twice, for two different reasons; notice only; notice and informing people. */
const CASES = ['01', '09', '16', '17'] as const;
const LANGUAGES = ['de', 'en'] as const;
const PAGES = CASES.flatMap((no) => LANGUAGES.map((lang) => ({ no, lang, file: `edpb-case-${no}.${lang}.txt` })));

async function pageOf(no: string, lang: string): Promise<string> {
  const facts = EDPB_01_2021.find((published) => published.no === no)?.facts;
  if (facts === undefined) throw new Error(`There is no case ${no}.`);
  let out = '';
  const code = await run(['--facts', '-', '--lang', lang, '--country', 'DE', '--aware-at', '2026-03-27T17:40:00+01:00'], {
    env: {},
    readStdin: () => Promise.resolve(JSON.stringify(sheetOf(facts))),
    write: (words) => void (out += words),
    writeError: (words) => void (out += words),
    now: () => '2026-03-28T08:00:00.000Z',
    randomId: () => 'id-1',
  });
  expect(code).toBe(0);
  return out;
}

describe.each(PAGES)('the page of EDPB case $no in $lang', ({ no, lang, file }) => {
  it('reads as it was last read by people', async () => {
    await expect(await pageOf(no, lang)).toMatchFileSnapshot(join(FOLDER, file));
  });

  it('fits on one page, and every reason names its source', async () => {
    const lines = (await pageOf(no, lang)).trimEnd().split('\n');
    // A sheet of A4 with 8-point letters.
    expect(lines.length).toBeLessThanOrEqual(80);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(110);
    const reasons = unwrapped(lines.join('\n'))
      .split('\n')
      .filter((line) => /^ {2,}[✓✗?] /.test(line));
    expect(reasons.length).toBeGreaterThan(5);
    for (const reason of reasons) {
      expect(reason).toMatch(
        /\((?:.*(?:DSGVO|GDPR|EDSA|EDPB|DSK|UODO|ErwGr|recital|Art\.|siehe oben|see above).*)\)(?: Aber siehe unten\.| But see below\.)?$/,
      );
    }
  });

  it('explains on the page whatever it shortens', async () => {
    const page = await pageOf(no, lang);
    const [above] = page.split(lang === 'de' ? '\n✓ trifft zu, ' : '\n✓ holds, ');
    expect(page).toMatch(lang === 'de' ? / · \* Sekundärquelle · Q-…: eigene/ : / · \* secondary source · Q-…: own/);
    // Neither stands there for nothing.
    expect(above).toMatch(/\d\*[,;)]/);
    expect(above).toMatch(/Q-\d{2}/);
  });
});

it('the folder holds these pages and no forgotten one', () => {
  expect(readdirSync(FOLDER).toSorted()).toEqual(PAGES.map(({ file }) => file).toSorted());
});
