import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeNotice } from '../../src/dialogue/takeNotice.ts';
import type { CaseId } from '../../src/breach/identifiers.ts';
import { plain } from '../../cards/plain.ts';
import { personId } from '../../src/breach/identifiers.ts';
import { AUTHORITY, BEN, DORA, EMIL, one, refusal } from '../dialogue/conversation.ts';
import { fetchFile, unpacked } from '../support/fetchedFile.ts';
import { docxParagraphs } from '../support/readDocuments.ts';
import { RunningFiles } from './runningFiles.ts';

let running: RunningFiles;
let id: CaseId;
beforeEach(async () => {
  running = await RunningFiles.open();
  id = await running.talk.report('Der Laptop von Frau Sommer ist weg.');
});
afterEach(() => running.close());

const asked = () => running.offered(running.talk.press(DORA, 'export', { case: id, duty: AUTHORITY }));
const text = (content: Buffer | undefined): string => content?.toString('utf8') ?? '';

describe('the draft of a notice, fetched from the chat', () => {
  it('is offered where the notice is prepared, and says that nothing is notified by it', async () => {
    const shown = one('noticePlan', await running.talk.press(DORA, 'prepareNotice', { case: id }));
    expect(plain(shown, 'de')).toContain('Entwurf als Dateien');
    const offer = await asked();
    expect(offer.scope).toEqual({ caseId: id, number: 'DP-2026-0001', duty: AUTHORITY });
    expect(plain(offer, 'de')).toContain('Gemeldet ist damit noch nichts.');
    expect(plain(offer, 'de')).not.toContain('Sommer');
  });

  it('comes in every format and in both languages, with what the record holds', async () => {
    await running.talk.press(
      DORA,
      'answerNotice',
      { case: id, duty: AUTHORITY, part: 'happened' },
      { incidentDescription: 'Aus dem Auto gestohlen.' },
    );
    const { url, code } = await asked();
    const fetched = await fetchFile(url, code);
    expect(fetched.headers.get('content-disposition')).toBe('attachment; filename=fristwacht-DP-2026-0001-first-de-nw.zip');
    const files = unpacked(fetched.content);
    expect([...files.keys()].toSorted()).toEqual(
      ['de', 'en']
        .flatMap((lang) =>
          ['-paste.txt', '.docx', '.json', '.pdf', '.txt'].map((end) => `DP-2026-0001-first-de-nw-${lang}${end}`),
        )
        .toSorted(),
    );
    for (const end of ['de.txt', 'de-paste.txt', 'en.txt', 'de.json'])
      expect(text(files.get(`DP-2026-0001-first-de-nw-${end}`)), end).toContain('Aus dem Auto gestohlen.');
    expect(docxParagraphs(files.get('DP-2026-0001-first-de-nw-de.docx') ?? Buffer.from('')).join('\n')).toContain(
      'Aus dem Auto gestohlen.',
    );
    expect(text(files.get('DP-2026-0001-first-de-nw-de.pdf')).startsWith('%PDF-')).toBe(true);
  });

  it('ends no duty, is recorded as a look, and works once', async () => {
    const { url, code } = await asked();
    const both = await Promise.all([fetchFile(url, code), fetchFile(url, code)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 404]);
    expect((await running.talk.record(id)).duties.find((duty) => duty.id === AUTHORITY)?.end).toBeUndefined();
    expect((await running.talk.looked(id)).at(-1)).toBe('dora exportTaken notice case=DP-2026-0001 yes');
  });

  it('is nothing for anybody but the office, nor for somebody who was excluded in the meantime', async () => {
    expect(refusal(await running.talk.press(BEN, 'export', { case: id, duty: AUTHORITY }))).toBe('notAllowed');
    const { url, code } = await asked();
    await running.talk.submit(EMIL, 'exclude', id, { person: 'dora', reasons: 'Befangen.' });
    const fetched = await fetchFile(url, code);
    expect([fetched.status, fetched.text.includes('Sommer')]).toEqual([403, false]);
    expect((await running.talk.looked(id)).at(-1)).toBe('dora exportTaken notice case=DP-2026-0001 no');
  });

  it('is put where others read along only if nobody is excluded from the case', async () => {
    const wanted = { of: 'case', caseId: id, number: 'DP-2026-0001', notice: AUTHORITY } as never;
    const world = {
      register: running.talk.register,
      clock: { now: () => running.talk.now },
      organisation: running.talk.organisation,
    };
    const taken = () => takeNotice({ wanted, person: personId('emil'), amongOthers: true }, world);
    expect(await taken()).toMatchObject({ authority: 'de-nw', kind: 'first' });
    await running.talk.submit(EMIL, 'exclude', id, { person: 'dora', reasons: 'Befangen.' });
    expect(await taken()).toBe('refused');
  });

  it('asked for a duty that the case does not have says so', async () => {
    const gone = await running.talk.press(DORA, 'export', { case: id, duty: 'art33-1:acme:de-xx' });
    expect(refusal(gone)).toBe('nothingToNotify');
  });

  it('after the first notice is that of the next', async () => {
    const sent = { duty: AUTHORITY, sentAt: '17:40', to: 'LDI NRW', means: 'Formular', reference: 'AZ 1', missing: 'Die Zahl' };
    await running.talk.submit(DORA, 'notice', id, sent);
    const { url, code } = await asked();
    const fetched = await fetchFile(url, code);
    expect(fetched.headers.get('content-disposition')).toContain('DP-2026-0001-follow-up-de-nw.zip');
    expect(text(unpacked(fetched.content).get('DP-2026-0001-follow-up-de-nw-de.txt'))).toContain('AZ 1');
  });
});
