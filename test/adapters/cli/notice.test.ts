import { randomUUID } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../adapters/cli/commandLine.ts';
import { NOTICE_FORMATS } from '../../../adapters/documents/noticeFile.ts';
import { openEmbeddedRegister } from '../../../adapters/stores/openEmbeddedRegister.ts';
import { caseId, caseNumber } from '../../../src/breach/identifiers.ts';
import { opening } from '../../contracts/sampleWrites.ts';
import { happened } from '../../support/completeNotice.ts';
import { hour, type LooseCommand, report, stolenData } from '../../support/given.ts';
import { temporaryFolder } from '../../stores/sqlite/temporaryFolder.ts';
import { docxParagraphs, readPdf, tight } from '../../support/readDocuments.ts';

const path = temporaryFolder();
const opened = () => openEmbeddedRegister(path('data/register.sqlite'), { ids: { next: () => randomUUID() } });

const CONFIGURATION = `
organisation: { id: acme, name: Acme GmbH, country: DE, land: NW, sector: private, contact: Weg 1, timeZone: Europe/Berlin, processesForOthers: false, noDisadvantage: false }
contactPoint: { name: Datenschutz, email: datenschutz@acme.example }
persons: [{ id: dora, name: Dora Datenschutz, roles: [dpo], accounts: { desk: dora } }]
channels: { desk: privacy }
`;

async function asked(...args: readonly string[]) {
  const said = { out: '', error: '' };
  writeFileSync(path('fristwacht.yaml'), CONFIGURATION);
  const code = await runCommandLine(['notice', ...args], {
    env: { FRISTWACHT_DATA: path('data'), FRISTWACHT_CONFIG: path('fristwacht.yaml'), LANG: 'en_GB.UTF-8' },
    readStdin: () => Promise.resolve(''),
    write: (words) => void (said.out += words),
    writeError: (words) => void (said.error += words),
    now: () => hour(2),
    randomId: () => randomUUID(),
  });
  return { code, ...said };
}

const number = caseNumber('DP', 2026, 1);
const SAID = 'Größe & „Ärger“: Rundmail an den falschen Verteiler';

/** A case of delicate data in the hands of criminals, with one field said for the notice. */
async function withCase(): Promise<void> {
  const told = { type: 'AnswerNoticeField', field: 'incidentDescription', answer: 'said', value: SAID } as const;
  const { events } = happened([{ ...report, number } as LooseCommand, ...stolenData, told]);
  const [first, ...others] = events;
  if (first === undefined) throw new Error('Nothing happened.');
  const register = await opened();
  await register.append(opening('c-1', { events: [first, ...others] }));
  await register.close();
}

describe('fristwacht notice', () => {
  it.each(NOTICE_FORMATS.flatMap((format) => (['de', 'en'] as const).map((language) => [format, language] as const)))(
    'writes %s in %s, with what the record holds',
    async (format, language) => {
      await withCase();
      const out = path(`notice.${format}`);
      const { code, out: said } = await asked(number, '--format', format, '--language', language, '--out', out);
      expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining(out) });
      const bytes = readFileSync(out);
      const text =
        format === 'docx'
          ? docxParagraphs(bytes).join('\n')
          : format === 'pdf'
            ? (await readPdf(bytes)).text
            : bytes.toString('utf8');
      expect(tight(text)).toContain(tight(format === 'json' ? JSON.stringify(SAID).slice(1, -1) : SAID));
      expect(tight(text)).toContain(tight(language === 'de' ? 'Sachverhalt' : 'What happened'));
      expect(statSync(out).mode & 0o777).toBe(0o600);
    },
  );

  it('shows text on the screen, and records that somebody looked', async () => {
    await withCase();
    expect((await asked(number)).out).toContain(SAID);
    const register = await opened();
    const looks = await register.looksAt(caseId('c-1'));
    await register.close();
    expect(looks.map(({ what }) => what)).toEqual([`export notice case=${number} kind=first format=txt`]);
  });

  it('writes nothing over, and says so', async () => {
    await withCase();
    const out = path('notice.pdf');
    expect((await asked(number, '--format', 'pdf', '--out', out)).code).toBe(0);
    const before = readFileSync(out);
    expect(await asked(number, '--format', 'pdf', '--out', out)).toEqual({
      ...{ code: 1, out: '', error: expect.stringContaining('is there already') },
    });
    expect(readFileSync(out).equals(before)).toBe(true);
  });

  it.each([
    ['an unknown format', ['DP-2026-0001', '--format', 'odt']],
    ['an unknown language', ['DP-2026-0001', '--language', 'fr']],
    ['an unknown kind', ['DP-2026-0001', '--kind', 'second']],
    ['no number', ['seven']],
  ])('refuses %s', async (_, args) => {
    expect((await asked(...args)).code).toBe(2);
  });

  it('has nothing to write where there is no case, and where nothing went out yet', async () => {
    await withCase();
    expect((await asked('DP-2020-0001')).code).toBe(1);
    expect((await asked(number, '--kind', 'follow-up')).error).toContain('--kind first');
  });
});
