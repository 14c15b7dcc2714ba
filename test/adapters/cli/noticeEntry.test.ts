import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../adapters/cli/commandLine.ts';
import { openEmbeddedRegister } from '../../../adapters/stores/openEmbeddedRegister.ts';
import { caseId, caseNumber } from '../../../src/breach/identifiers.ts';
import { readCase } from '../../../src/register/readCase.ts';
import { opening } from '../../contracts/sampleWrites.ts';
import { happened } from '../../support/completeNotice.ts';
import { hour, type LooseCommand, report, stolenData } from '../../support/given.ts';
import { temporaryFolder } from '../../stores/sqlite/temporaryFolder.ts';

const path = temporaryFolder();
const opened = () => openEmbeddedRegister(path('data/register.sqlite'), { ids: { next: () => randomUUID() } });
const number = caseNumber('DP', 2026, 1);
const CONFIGURATION = `
organisation: { id: acme, name: Acme GmbH, country: DE, land: NW, sector: private, contact: Weg 1, timeZone: Europe/Berlin, processesForOthers: true, noDisadvantage: false }
contactPoint: { name: Datenschutz, email: datenschutz@acme.example }
persons: [{ id: dora, name: Dora Datenschutz, roles: [dpo], accounts: { desk: dora } }]
channels: { desk: privacy }
`;

async function asked(verb: string, args: readonly string[] = [], { lang = 'de_DE.UTF-8', input = '' } = {}) {
  const said = { out: '', error: '' };
  writeFileSync(path('fristwacht.yaml'), CONFIGURATION);
  const code = await runCommandLine(['notice', verb, number, ...args], {
    env: { FRISTWACHT_DATA: path('data'), FRISTWACHT_CONFIG: path('fristwacht.yaml'), LANG: lang },
    readStdin: () => Promise.resolve(input),
    write: (words) => void (said.out += words),
    writeError: (words) => void (said.error += words),
    now: () => hour(4),
    randomId: () => randomUUID(),
  });
  return { code, ...said };
}

async function withCase(...more: readonly LooseCommand[]): Promise<void> {
  const { events } = happened([{ ...report, number } as LooseCommand, ...stolenData, ...more]);
  const [first, ...others] = events;
  if (first === undefined) throw new Error('Nothing happened.');
  const register = await opened();
  await register.append(opening('c-1', { events: [first, ...others] }));
  await register.close();
}

async function recordNow() {
  const register = await opened();
  const [stored, looks] = [await register.read(caseId('c-1')), await register.looksAt(caseId('c-1'))];
  await register.close();
  const record = readCase(stored!);
  if (record.status === 'none') throw new Error('There is no case.');
  return { record, entries: stored!.entries, looks };
}

const measure: LooseCommand = { type: 'PlanMeasure', measureId: 'm-1', text: 'Kennwörter neu', dueBy: hour(9), owner: 'IT' };
const SENT = ['--at', '2026-11-23T09:30Z', '--means', 'Formular', '--reference', '4711'];

describe('fristwacht notice, to enter what belongs to it', () => {
  it.each([
    ['set', ['incidentDescription=Größe & „Ärger“', 'dataCategories=health, basic']],
    ['set', ['--open', 'logs', '--owner', 'IT']],
    ['group', ['customers', '--kind', 'approximate', '--count', '120']],
    ['measure', ['1', '--against', 'Missbrauch', '--effect', 'Zugang gesperrt']],
    ['sent', [...SENT, '--missing', 'Zahl der Personen']],
    ['told', ['--at', 'jetzt', '--with', 'Frau Amt']],
    ['question', ['--text', 'Was zeigen die Protokolle?', '--received', 'jetzt', '--due', '30.11.2026 12:00']],
  ] as const)('%s %j is recorded as done by the operator, and once', async (verb, args) => {
    await withCase(measure);
    const before = (await recordNow()).entries.length;
    expect(await asked(verb, args)).toEqual({ code: 0, out: 'Festgehalten.\n', error: '' });
    const after = await recordNow();
    expect(after.entries).toHaveLength(before + 1);
    expect(after.entries.at(-1)?.by).toMatch(/^operator:/u);
    expect(after.looks.map(({ what }) => what)).toEqual([verb === 'sent' ? 'recordNotice' : 'answerNotice']);
    expect(await asked(verb, args)).toMatchObject({ code: 0, out: expect.stringContaining('nichts geändert') });
    expect((await recordNow()).entries).toHaveLength(before + 1);
  });

  it('takes answers from a file and from the input, all of them or none', async () => {
    await withCase();
    const input = 'incidentDescription: Rundmail\nlogs: { open: true, owner: IT, until: "25.11.2026 12:00" }\n';
    expect((await asked('set', ['--answers', '-'], { input })).code).toBe(0);
    const { record } = await recordNow();
    expect(record.noticeFields.incidentDescription?.value).toBe('Rundmail');
    expect(record.measures.map(({ owner, dueBy }) => [owner, dueBy])).toEqual([['IT', '2026-11-25T11:00:00.000Z']]);
    expect((await asked('set', ['discoveryHow=dream', 'incidentCause=internal'])).code).toBe(1);
    expect((await recordNow()).record.noticeFields.incidentCause).toBeUndefined();
  });

  it('takes the reference and the answer to a question', async () => {
    await withCase();
    await asked('sent', ['--at', '2026-11-23T09:30Z', '--means', 'Formular', '--proof', 'own-copy', '--proof-text', 'Akte 7']);
    expect((await asked('reference', ['4711', '--at', 'jetzt'])).out).toBe('Festgehalten.\n');
    await asked('question', ['--text', 'Warum?', '--received', 'jetzt', '--due', '30.11.2026 12:00']);
    expect((await asked('answer', ['1', '--at', 'jetzt', '--means', 'E-Mail', '--proof-text', 'Kopie'])).out).toBe(
      'Festgehalten.\n',
    );
    const { record } = await recordNow();
    expect(record.notices[0]?.reference).toBe('4711');
    expect(record.authorityQuestions[0]?.answered?.means).toBe('E-Mail');
    expect(record.measures.every(({ finishedAt }) => finishedAt !== undefined)).toBe(true);
  });

  it.each([
    ['de_DE', 'Es fehlt der Nachweis'],
    ['en_GB', 'proof'],
  ])('refuses a notice without proof in %s, with the way out', async (lang, says) => {
    await withCase();
    const { code, error } = await asked('sent', ['--at', '2026-11-23T09:30Z', '--means', 'Formular'], { lang });
    expect({ code, error }).toEqual({ code: 1, error: expect.stringContaining(says) });
    expect((await recordNow()).record.notices).toEqual([]);
  });

  it.each([
    ['set', ['dream=1']],
    ['set', []],
    ['set', ['timeStart=neulich']],
    ['sent', ['--means', 'Formular']],
    ['told', ['--at', 'jetzt', '--with', 'A', '--authority', 'xx']],
    ['measure', ['7', '--against', 'x']],
    ['answer', ['1', '--at', 'jetzt']],
    ['group', ['customers', '--kind', 'many']],
    ['next', ['--dream']],
  ] as const)('says what was asked wrongly: %s %j', async (verb, args) => {
    await withCase();
    const before = (await recordNow()).entries.length;
    const { code, error } = await asked(verb, args);
    expect(code).toBe(2);
    expect(error).not.toBe('');
    expect((await recordNow()).entries).toHaveLength(before);
  });

  it('shows what is missing next, with the name to enter it by and the source of a proposal', async () => {
    await withCase();
    const { out } = await asked('next');
    expect(out).toContain('incidentDescription: ');
    expect(out).toMatch(/Vorschlag, aus/u);
    await asked('set', ['incidentDescription=Rundmail']);
    expect((await asked('next')).out).not.toContain('incidentDescription: ');
  });
});

const HEAD = 'Kennung;Name;Kontakt;Stunden;Vertraulichkeit\r\n';
const FORTY =
  HEAD + Array.from({ length: 40 }, (_, at) => `c${at};Kunde ${at};${at < 3 ? '' : `"=c${at}@x.example"`};24;\r\n`).join('');

describe('fristwacht notice controllers', () => {
  it.each([
    ['UTF-8 with its mark', Buffer.from(`\ufeff${FORTY}`)],
    ['UTF-16', Buffer.from(`\ufeff${FORTY}`, 'utf16le')],
    ['the code page of Excel', Buffer.from(FORTY.replace('Kunde 5', 'Müller'), 'latin1')],
  ])('reads forty from %s, loses none without contact, and changes nothing the second time', async (_, bytes) => {
    await withCase();
    writeFileSync(path('list.csv'), bytes);
    const { code, out } = await asked('controllers', ['--list', path('list.csv')]);
    expect(code).toBe(0);
    expect(out).toContain('In der Liste: 40. Ohne Kontakt: 3');
    const { record, entries } = await recordNow();
    expect(record.duties.filter(({ kind }) => kind === 'art33-2')).toHaveLength(40);
    expect(record.measures).toHaveLength(3);
    expect(record.listedControllers?.at(-1)?.contact).toBe('=c39@x.example');
    expect(record.listedControllers?.[5]?.name).toMatch(/^(Kunde 5|Müller)$/u);
    expect((await asked('controllers', ['--list', path('list.csv')])).out).toContain('nichts geändert');
    expect((await recordNow()).entries).toHaveLength(entries.length);
  });

  it('shows state and proof of each, once one was told', async () => {
    await withCase();
    writeFileSync(path('list.csv'), FORTY);
    await asked('controllers', ['--list', path('list.csv')]);
    const told = ['--customer', 'c7', '--at', 'jetzt', '--means', 'E-Mail', '--reference', 'mail-7'];
    expect((await asked('sent', told)).out).toBe('Festgehalten.\n');
    const { out } = await asked('controllers');
    expect(out.trim().split('\n')).toHaveLength(40);
    expect(out).toMatch(/^c7 \| Kunde 7 \| .*mail-7$/mu);
  });

  it('answers a faulty list line by line and takes in nothing of it', async () => {
    await withCase();
    writeFileSync(path('list.csv'), `${HEAD}good;Gut;a@x.example;24;\nBad Id;B;;;\nx;X;;viele;\ngood;Noch einmal;;;\n`);
    const { code, error } = await asked('controllers', ['--list', path('list.csv')]);
    expect(code).toBe(1);
    for (const line of ['Zeile 3', 'Zeile 4', 'Zeile 5', 'nichts eingelesen']) expect(error).toContain(line);
    expect((await recordNow()).record.listedControllers).toBeUndefined();
    writeFileSync(path('list.csv'), HEAD);
    expect((await asked('controllers', ['--list', path('list.csv')])).error).toContain('steht niemand');
  });
});
