import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { columnShares } from '../../adapters/documents/columnShares.ts';
import { noticeDocx } from '../../adapters/documents/noticeDocx.ts';
import { noticePdf } from '../../adapters/documents/noticePdf.ts';
import { shownText } from '../../adapters/documents/shownText.ts';
import { visualOrder } from '../../adapters/documents/visualOrder.ts';
import type { NoticeDocument } from '../../src/notices/document.ts';
import { plainText } from '../../src/notices/plainText.ts';
import { instant } from '../../src/rules/instant.ts';
import { docxParagraphs, readPdf, tight, unzipped } from '../support/readDocuments.ts';

const at = instant('2026-11-24T10:00:00.000Z');
const document: NoticeDocument = {
  title: 'Größe & „Ärger“ <b>',
  lang: 'de',
  blocks: [
    { kind: 'heading', level: 1, text: 'Größe & „Ärger“' },
    { kind: 'paragraph', text: 'Guten Tag «salutation»,\nŁódź, Ελλάδα, Россия und «street».' },
    { kind: 'heading', level: 2, text: 'Liste' },
    { kind: 'list', items: ['erstens', 'zweitens'] },
    { kind: 'fields', rows: [{ label: 'Name', value: 'Muster GmbH', note: 'seit heute' }] },
    { kind: 'table', head: ['A', 'B'], rows: [['1', '=1+1']] },
  ],
};
const oneParagraph = (text: string): NoticeDocument => ({ title: 'x', lang: 'en', blocks: [{ kind: 'paragraph', text }] });

describe('a document as PDF', () => {
  it('says in its text all that the document says, in its order', async () => {
    const { text } = await readPdf(await noticePdf(document, { at }));
    const said = document.blocks.flatMap((block) => plainText({ ...document, blocks: [block] }).split(/[\n|]|(?<=Name):/u));
    let from = 0;
    for (const piece of said.map((one) => tight(one.replace(/^– /u, ''))).filter((one) => one !== '')) {
      const found = tight(text).indexOf(piece, from);
      expect(found, piece).toBeGreaterThanOrEqual(from);
      from = found + piece.length;
    }
  });

  it('is tagged, with its language, its title and the number of its pages', async () => {
    const bytes = await noticePdf({ ...document, mark: 'DP-2026-0001' }, { at });
    const { roles, info, text } = await readPdf(bytes);
    expect(roles.filter((role) => role !== 'Root')).toEqual([
      ...['Document', 'H1', 'P', 'H2', 'L', 'LI', 'Lbl', 'LBody', 'LI', 'Lbl', 'LBody', 'P', 'P', 'P'],
      ...['Table', 'TR', 'TH', 'TH', 'TR', 'TD', 'TD'],
    ]);
    expect(info).toMatchObject({
      Language: 'de-DE',
      Title: document.title,
      PDFFormatVersion: '1.7',
      CreationDate: 'D:20261124100000Z',
    });
    expect(Buffer.from(bytes).toString('latin1')).toContain('pdfuaid:part');
    expect(text).toMatch(/DP-2026-0001\s*Seite 1 von 1/u);
  });

  it('has every word in a tag of its own, in the order of reading; only what stands below the pages is in none', async () => {
    const long = { kind: 'fields', rows: [{ label: 'Lang', value: 'viel Text '.repeat(900), note: 'zuletzt' }] } as const;
    const several = { ...document, mark: 'DP-2026-0001', blocks: [...document.blocks, long, ...document.blocks] };
    const { pages, tagged, untagged } = await readPdf(await noticePdf(several, { at }));
    expect(pages).toBeGreaterThan(2);
    expect(untagged.map(tight)).toEqual(Array.from({ length: pages }, (_, page) => `DP-2026-0001Seite${page + 1}von${pages}`));
    const said = several.blocks.flatMap((block): readonly (readonly [string, string])[] => {
      switch (block.kind) {
        case 'heading':
          return [[`H${block.level}`, block.text]];
        case 'paragraph':
          return [['P', block.text]];
        case 'list':
          return block.items.flatMap((item) => [['Lbl', '•'] as const, ['LBody', item] as const]);
        case 'fields':
          return block.rows.flatMap(({ label, value, note }) =>
            [label, value, note ?? []].flat().map((text) => ['P', text] as const),
          );
        case 'table':
          return [...block.head.map((text) => ['TH', text] as const), ...block.rows.flat().map((text) => ['TD', text] as const)];
      }
    });
    const shown = (pairs: readonly (readonly [string, string])[]) => pairs.map(([role, text]) => [role, tight(text)] as const);
    const textOf = (pairs: readonly (readonly [string, string])[]) => pairs.map(([, text]) => tight(text)).join('');
    expect(textOf(tagged)).toBe(textOf(said));
    // What goes on over a page is one tag, read here page by page.
    const whole = (pairs: readonly (readonly [string, string])[]) => shown(pairs).filter(([, text]) => !text.includes('viel'));
    expect(whole(tagged)).toEqual(whole(said));
  });

  it('writes by its name what the font has no picture of, and what turns or hides text', async () => {
    const { text } = await readPdf(await noticePdf(oneParagraph('中 \u202Egpj.exe \u0007 \ud800'), { at }));
    expect(tight(text)).toContain('[U+4E2D][U+202E]gpj.exe[U+0007][U+D800]');
  });

  it('is read alike whatever was drawn before it, though the fonts are read from their files once', async () => {
    await noticePdf(oneParagraph('ÉÀÔ Ǆ ﬁ 5'), { at });
    const plain = await noticePdf(oneParagraph('EAO DZ fi 5'), { at });
    expect((await readPdf(plain)).text).toContain('EAO DZ fi 5');
    await noticePdf(oneParagraph('[U+0045] Etwas anderes: ÄÖÜ'), { at });
    expect(Buffer.compare(await noticePdf(oneParagraph('EAO DZ fi 5'), { at }), plain)).toBe(0);
  });

  it('shows words from the right in their order, and keeps them readable', async () => {
    const { text } = await readPdf(await noticePdf(oneParagraph('שלום עולם טוב'), { at }));
    expect(text).toContain('שלום עולם טוב');
    expect(visualOrder('abc שלום עולם def', false)).toBe('abc עולם שלום def');
    expect(visualOrder('שלום abc def עולם', true)).toBe('עולם abc def שלום');
  });

  it('takes text without end, in a word, a paragraph and a cell, over several pages', async () => {
    const long = { kind: 'table', head: ['A', 'B'], rows: [['w '.repeat(5_000), 'Ende']] } as const;
    const blocks = [
      { kind: 'paragraph', text: 'z'.repeat(10_000) } as const,
      long,
      { kind: 'paragraph', text: 'Schluss' } as const,
    ];
    const { text, pages } = await readPdf(await noticePdf({ ...document, blocks }, { at }));
    expect(text.match(/z/g)).toHaveLength(10_000);
    expect(text.match(/w/g)).toHaveLength(5_000);
    expect(text.indexOf('Schluss')).toBeGreaterThan(text.indexOf('Ende'));
    expect(pages).toBeGreaterThan(3);
  });
});

describe('the columns of a table', () => {
  it('have room for their longest word, and share the rest by what stands in them', () => {
    const shares = columnShares([
      ['Art', 'Abgesandt', 'Weg'],
      ['Folgemeldung', 'Donnerstag, 26. November 2026, 18:00 Uhr MEZ (UTC+1)', 'Online-Formular der Behörde'],
    ]);
    expect((shares[0] ?? 0) * 78).toBeGreaterThanOrEqual('Folgemeldung'.length + 2);
    expect(shares[1]).toBeGreaterThan(shares[2] ?? 1);
    expect(shares.reduce((all, one) => all + one, 0)).toBeCloseTo(1);
    expect(columnShares([['✓', 'x'.repeat(10_000)]])[0]).toBeGreaterThan(0.04);
    expect(columnShares([Array.from({ length: 12 }, () => 'x'.repeat(50))]).every((share) => share > 0.08)).toBe(true);
  });
});

describe('a document as DOCX', () => {
  it('says all that the document says, and keeps headings, lists and the language', async () => {
    const docx = await noticeDocx(document, { at });
    expect(docxParagraphs(docx)).toEqual([
      ...['Größe & „Ärger“', 'Guten Tag «salutation»,\nŁódź, Ελλάδα, Россия und «street».', 'Liste', 'erstens', 'zweitens'],
      ...['Name', 'Muster GmbH', 'seit heute', 'A', 'B', '1', '=1+1'],
    ]);
    const files = unzipped(docx);
    expect(files['word/document.xml']).toMatch(/w:val="Heading1".*w:val="Heading2"/s);
    expect(files['word/styles.xml']).toContain('w:val="de-DE"');
    expect(files['docProps/core.xml']).toContain('<dc:title>Größe &amp; „Ärger“ &lt;b&gt;</dc:title>');
  });

  it('makes a field of a mark only where the list has a column of that name', async () => {
    const xml = unzipped(await noticeDocx(document, { at, mergeFields: ['salutation'] }))['word/document.xml'] ?? '';
    expect(xml).toMatch(/MERGEFIELD salutation/);
    expect(xml).not.toMatch(/MERGEFIELD street/);
    expect(xml).toContain('«street»');
  });

  it('runs nothing of what somebody typed', async () => {
    const typed = '</w:t></w:r><w:instrText>DDEAUTO c:\\calc.exe</w:instrText> {MERGEFIELD x} «INCLUDETEXT»';
    const docx = await noticeDocx(oneParagraph(typed), { at, mergeFields: ['salutation'] });
    expect(docxParagraphs(docx)).toEqual([typed]);
    expect(unzipped(docx)['word/document.xml']).not.toContain('<w:instrText');
  });
});

describe('both formats', () => {
  it('are the same bytes for the same document and moment, whatever the machine says the time is', async () => {
    try {
      for (const draw of [noticeDocx, noticePdf]) {
        vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:09Z') });
        const first = await draw(document, { at });
        // ZIP archives count in steps of two seconds: a later year moves every byte of a clock.
        vi.setSystemTime(new Date('2044-12-31T23:59:58Z'));
        expect(Buffer.compare(await draw(document, { at }), first)).toBe(0);
        expect(Buffer.compare(await draw(document, { at: instant('2026-11-25T10:00:00.000Z') }), first)).not.toBe(0);
      }
    } finally {
      vi.useRealTimers();
    }
    const files = Object.values(unzipped(await noticeDocx(document, { at }))).join('\n');
    expect(files.match(/20\d\d-\d\d-\d\dT[\d:.]+Z/g)).toEqual([at, at]);
  });

  it('never fail on any text, and never lose a character of it', { timeout: 60_000 }, async () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 }).filter((one) => one.trim() !== '');
    await fc.assert(
      fc.asyncProperty(text, async (typed) => {
        expect(tight(docxParagraphs(await noticeDocx(oneParagraph(typed), { at })).join('\n'))).toBe(tight(shownText(typed)));
        const { text: read } = await readPdf(await noticePdf(oneParagraph(typed), { at }));
        for (const letter of tight(typed).match(/[a-zA-ZäöüßÄÖÜ]/gu) ?? []) expect(read).toContain(letter);
      }),
      { seed: 8, numRuns: process.env.FRISTWACHT_PROOF === undefined ? 12 : 500 },
    );
  });
});
