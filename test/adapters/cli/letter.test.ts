import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { runCommandLine } from '../../../adapters/cli/commandLine.ts';
import { openEmbeddedRegister } from '../../../adapters/stores/openEmbeddedRegister.ts';
import type { LetterEdits } from '../../../src/notices/persons/letterEdits.ts';
import { opening } from '../../contracts/sampleWrites.ts';
import { temporaryFolder } from '../../stores/sqlite/temporaryFolder.ts';
import { docxParagraphs, unzipped } from '../../support/readDocuments.ts';

const path = temporaryFolder();
const opened = () => openEmbeddedRegister(path('data/register.sqlite'), { ids: { next: () => randomUUID() } });

async function asked(...args: readonly string[]) {
  const said = { out: '', error: '' };
  const code = await runCommandLine(['letter', ...args], {
    env: { FRISTWACHT_DATA: path('data'), LANG: 'en_GB.UTF-8' },
    readStdin: () => Promise.resolve(''),
    write: (words) => void (said.out += words),
    writeError: (words) => void (said.error += words),
    now: () => '2026-12-01T08:00:00.000Z',
    randomId: () => randomUUID(),
  });
  return { code, ...said };
}

async function withCase(): Promise<string> {
  const register = await opened();
  await register.append(opening('c-1', { ordinal: 1 }));
  const [head] = await register.list({ limit: 1 });
  await register.close();
  return head?.number ?? '';
}

describe('fristwacht letter', () => {
  it('writes letters in three versions with a list for the mail merge, in which nothing runs, and records the look', async () => {
    const number = await withCase();
    const salutation = `=HYPERLINK(""http://x"") <b> \u202e${'ä'.repeat(10_000)}`;
    writeFileSync(path('people.csv'), `salutation;street;postcode;town;email\n"${salutation}";Weg 1;10115;Berlin;\nBo;;;;\n`);
    const { code, out } = await asked(
      'persons',
      number,
      '--data',
      'password',
      '--recipients',
      path('people.csv'),
      '--out',
      path('out'),
    );
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/Without a valid address: 1/u) });
    expect(readdirSync(path('out')).filter((name) => name.endsWith('.pdf'))).toHaveLength(7);
    const letter = readFileSync(path('out/letter-de.docx'));
    expect(docxParagraphs(letter).join('\n')).toContain('Ändern Sie Ihr Kennwort sofort');
    expect(unzipped(letter)['word/document.xml']).toContain('MERGEFIELD salutation');
    const list = readFileSync(path('out/recipients.csv'), 'utf8');
    expect(list).toContain(`"'=HYPERLINK(""http://x"")`);
    expect(list.match(/ä/gu)).toHaveLength(10_000);
    expect(statSync(path('out/letter-de.pdf')).mode & 0o777).toBe(0o600);
    const register = await opened();
    const caseId = await register.findByNumber(number as never);
    const looks = caseId === undefined ? [] : await register.looksAt(caseId);
    await register.close();
    expect(looks.map(({ what }) => what)).toContain(`letter persons case=${number}`);
  });

  it('takes texts that the officer edited, and checks those instead of the draft', async () => {
    const number = await withCase();
    const first = await asked('persons', number, '--data', 'password', '--out', path('draft'));
    expect(first.out).toContain('✗ the measures');
    const draft = parse(readFileSync(path('draft/texts.yaml'), 'utf8')) as LetterEdits;
    expect(draft.letters.en?.advice?.join(' ')).toContain('password');
    const edited = {
      ...draft,
      address: ['Weg 1', '10115 Berlin'],
      letters: {
        ...draft.letters,
        en: {
          ...draft.letters.en,
          nature: ['Pursuant to Art. 34 GDPR, 9000 customers …'],
          measuresTaken: ['We changed the locks.'],
        },
      },
      public: {
        reasons: ['Most addresses are older than ten years.'],
        channels: [{ channel: 'Our website', from: '25 November 2026', until: '25 January 2027', proof: 'Screenshot each week' }],
      },
    };
    writeFileSync(path('texts.yaml'), stringify(edited));
    const again = await asked('persons', number, '--data', 'password', '--texts', path('texts.yaml'), '--out', path('edited'));
    const ofEnglish = again.out.slice(again.out.indexOf('en: '), again.out.indexOf('de-simple: '));
    expect(ofEnglish).not.toContain('✗ the measures');
    expect(ofEnglish).toMatch(/Pursuant.*Art\.|Art\..*Pursuant/u);
    expect(ofEnglish).toContain('9000 customers');
    const letter = docxParagraphs(readFileSync(path('edited/letter-en.docx'))).join('\n');
    expect(letter).toContain('We changed the locks.');
    expect(letter).toContain('Weg 1\n10115 Berlin');
    const plan = docxParagraphs(readFileSync(path('edited/public-plan.docx')));
    expect(plan).toEqual(
      expect.arrayContaining(['Most addresses are older than ten years.', 'Our website', 'Screenshot each week']),
    );
    expect(parse(readFileSync(path('edited/texts.yaml'), 'utf8'))).toEqual(edited);
  });

  it.each([
    ['no list of sentences', 'letters: { de: { nature: Ein Satz } }', 'letters.de.nature'],
    ['an unknown part', 'letters: { de: { nature: [], folgen: [] } }', 'letters.de.folgen'],
    ['an unknown version', 'letters: { fr: {} }', 'letters.fr'],
    ['half a channel', 'public: { channels: [{ channel: Website }] }', 'public.channels'],
    ['an unknown key', 'advertising: []', 'advertising'],
    ['no YAML', 'a: [', ''],
  ])('refuses texts with %s, and writes nothing', async (_, text, place) => {
    const number = await withCase();
    writeFileSync(path('texts.yaml'), text);
    const { code, error } = await asked('persons', number, '--texts', path('texts.yaml'), '--out', path('out'));
    expect({ code, error }).toEqual({ code: 1, error: expect.stringContaining(place) });
    expect(existsSync(path('out'))).toBe(false);
  });

  it('writes nothing over, and says so', async () => {
    const number = await withCase();
    expect(
      (await asked('processor', number, '--to', 'Hoster', '--until', '2026-12-02T12:00:00+01:00', '--out', path('r'))).code,
    ).toBe(0);
    const again = await asked('processor', number, '--to', 'Hoster', '--until', '2026-12-02T12:00:00+01:00', '--out', path('r'));
    expect(again).toEqual({ code: 1, out: '', error: expect.stringContaining('is there already') });
  });

  it.each([
    ['an unknown kind', ['poem', 'DP-2026-0001']],
    ['no number', ['papers', 'seven']],
    ['an unknown kind of data', ['persons', 'DP-2026-0001', '--data', 'shoes']],
    ['no moment', ['processor', 'DP-2026-0001', '--to', 'x', '--until', 'soon']],
  ])('refuses %s', async (_, args) => {
    expect((await asked(...args)).code).toBe(2);
  });

  it('has nothing to write where there is no decision, and no case', async () => {
    const number = await withCase();
    expect((await asked('papers', number, '--out', path('p'))).code).toBe(1);
    expect((await asked('papers', 'DP-2020-0001', '--out', path('p'))).code).toBe(1);
  });
});
