import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvTable } from '../../adapters/documents/csvTable.ts';
import { newFile } from '../../adapters/documents/newFile.ts';
import { noticeDocx } from '../../adapters/documents/noticeDocx.ts';
import { noticeFile, type NoticeFormat } from '../../adapters/documents/noticeFile.ts';
import { noticePdf } from '../../adapters/documents/noticePdf.ts';
import { shownText } from '../../adapters/documents/shownText.ts';
import { NOTICE_FIELDS, NOTICE_FIELD_NAMES } from '../../src/breach/noticeFields.ts';
import type { DocumentBlock, NoticeDocument } from '../../src/notices/document.ts';
import { type DataKind, LETTER_VERSIONS } from '../../src/words/letters/letterWords.ts';
import type { LetterTexts } from '../../src/notices/persons/letterDetails.ts';
import { personsLetter } from '../../src/notices/persons/personsLetter.ts';
import { decisionPaper, decisionsForPapers } from '../../src/notices/papers/decisionPaper.ts';
import { plainText } from '../../src/notices/plainText.ts';
import { authorityDocument } from '../../src/notices/authorityDocument.ts';
import { noticeAfter } from '../support/completeNotice.ts';
import { AUTHORITY, givenDone, hour, report, setting, type LooseCommand } from '../support/given.ts';
import { anyText } from '../support/hostileText.ts';
import { docxParagraphs, readPdf, tight, unzipped } from '../support/readDocuments.ts';

const isProof = process.env.FRISTWACHT_PROOF !== undefined;
const runs = (daily: number, proof: number) => ({ seed: 8, numRuns: isProof ? proof : daily, endOnFailure: true });
const LONG = { timeout: isProof ? 900_000 : 60_000 };
const at = hour(2);

/** Formulas, markup, field codes, what turns or hides text, what steers a terminal, and 10,000 characters; as people could paste them. */
const HOSTILE = [
  '=HYPERLINK("http://boese.example";"Klick")',
  "+cmd|' /C calc'!A0\n@SUM(1+1)\n-2+3",
  '</w:t></w:r></w:p><w:p><w:r><w:instrText>DDEAUTO c:\\calc.exe</w:instrText>',
  ']]> <!ENTITY x SYSTEM "file:///etc/passwd"> &x; &#0; &amp;',
  '### Verantwortlicher\nEine andere GmbH\n## Was noch fehlt',
  '«salutation» {MERGEFIELD name} ${x} {{y}}',
  'harmlos\u202egnp.exe \u200b\u2066\u0000\u0007\u001b[31mrot\u001b]0;Titel\u0007',
  'שלום עולם, مرحبا بالعالم',
  '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 中文 Z\u0351\u036b\u0343',
  `${'ä'.repeat(5000)} ${'wort '.repeat(1000)}`,
] as const;
const hostile = fc.oneof(fc.constantFrom(...HOSTILE), anyText).map((text) => text.trim() || 'x');

/** As strict readers take XML: tags in pairs, entities known, no character that XML forbids. */
function isWellFormed(xml: string): boolean {
  const open: string[] = [];

  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/u.test(xml)) return false;
  const rest = xml.replaceAll(/<[?!]?\/?([\w:.-]+)(?:\s+[\w:.-]+="[^"<]*")*\s*[/?]?>/gu, (tag, name: string) => {
    if (tag.startsWith('</')) return open.pop() === name ? '' : '<';
    if (!tag.endsWith('/>') && !tag.startsWith('<?')) open.push(name);
    return '';
  });
  return open.length === 0 && !/<|&(?!(?:amp|lt|gt|quot|apos);)/u.test(rest);
}

const letters = (text: string): string => text.replaceAll(/[^a-zA-ZäöüÄÖÜß]/gu, '');
const sorted = (text: string): string => Array.from(text).toSorted().join('');

/** Every letter of ours and theirs stands on the pages: the same letters as often, wherever a word is turned. */
async function expectOnPages(document: NoticeDocument): Promise<void> {
  const { text } = await readPdf(await noticePdf(document, { at }));
  const bullets = document.blocks.flatMap((block) => (block.kind === 'list' ? block.items : [])).length;
  const foot = text.match(/(?:Seite|Page) \d+ (?:von|of) \d+/gu)?.join('') ?? '';
  const said = plainText(document).replaceAll(' | ', ' ');
  // What the font has no picture of is written as [U+4E2D], in whose letters the pages may have more; among words from the right they are turned.
  const plain = (of: string): string => sorted(letters(of).replaceAll(/[A-FU]/gu, ''));
  expect(plain(text)).toBe(plain(said + foot + (document.mark ?? '').repeat(foot.match(/S|P/gu)?.length ?? 0)));
  expect(text.match(/•/gu)?.length ?? 0).toBeGreaterThanOrEqual(bullets);
}

const blocksOf = (texts: readonly string[]): readonly DocumentBlock[] => {
  const [a = '', b = '', c = ''] = texts;
  return [
    { kind: 'heading', level: 1, text: a },
    { kind: 'paragraph', text: b },
    { kind: 'list', items: [c, a] },
    {
      kind: 'fields',
      rows: [
        { label: a, value: b, note: c },
        { label: c, value: a },
      ],
    },
    {
      kind: 'table',
      head: [b, c],
      rows: [
        [a, b],
        [c, a],
      ],
    },
  ];
};
const piecesOf = ([a = '', b = '', c = '']: readonly string[]): readonly string[] => [
  a,
  b,
  c,
  a,
  a,
  b,
  c,
  c,
  a,
  b,
  c,
  a,
  b,
  c,
  a,
];

describe('whatever somebody types', () => {
  it('stands in a DOCX whole, as text and as nothing else', LONG, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 3, maxLength: 3 }), hostile, async (texts, title) => {
        const docx = await noticeDocx(
          { title, lang: 'de', blocks: blocksOf(texts), mark: title },
          { at, mergeFields: ['street'] },
        );
        expect(docxParagraphs(docx)).toEqual(piecesOf(texts).map(shownText));
        const files = unzipped(docx);
        for (const [name, xml] of Object.entries(files)) expect([name, isWellFormed(xml)]).toEqual([name, true]);
        const { 'word/document.xml': xml = '', 'docProps/core.xml': core = '' } = files;
        expect(xml).not.toMatch(/<w:instrText|<w:fldSimple|<w:hyperlink/u);
        expect(core.match(/<dc:title>/gu)).toHaveLength(1);
      }),
      runs(10, 400),
    );
  });

  it('stands in a PDF with all its letters, and draws no link, script or attachment', LONG, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 3, maxLength: 3 }), async (texts) => {
        const document: NoticeDocument = { title: texts[0] ?? '', lang: 'de', blocks: blocksOf(texts), mark: 'DP' };
        await expectOnPages(document);
        const bytes = Buffer.from(await noticePdf(document, { at })).toString('latin1');
        expect(bytes).not.toMatch(/\/(?:JavaScript|JS|Launch|URI|EmbeddedFile|OpenAction|AcroForm)\b/u);
      }),
      runs(3, 60),
    );
  });

  it('stands in a list for a mail merge as text that no spreadsheet runs', () => {
    const folder = mkdtempSync(join(tmpdir(), 'fristwacht-csv-'));
    try {
      let file = 0;
      fc.assert(
        fc.property(fc.array(hostile, { minLength: 1, maxLength: 4 }), (cells) => {
          file += 1;
          const path = join(folder, `${file}.csv`);
          const table = csvTable(
            newFile(path),
            cells.map((_, at) => `c${at}`),
          );
          table.row(cells.map(shownText));
          void table.finish();
          const [, row = '', ...more] = readFileSync(path, 'utf8').split('\r\n');
          expect(more).toEqual(['']);
          const read = (row.match(/"(?:[^"]|"")*"/gu) ?? []).map((cell) => cell.slice(1, -1).replaceAll('""', '"'));
          expect(read.map((cell) => cell.replace(/^'/u, '').replaceAll(' ⏎ ', '\n'))).toEqual(
            cells.map((cell) => shownText(cell).replace(/^'/u, '')),
          );
          for (const cell of read) expect(cell).not.toMatch(/^\s*[=+\-@|%\t]/u);
        }),
        runs(50, 2000),
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

const TEXT_FIELDS = NOTICE_FIELD_NAMES.filter((name) => NOTICE_FIELDS[name].input === 'text');
const bytesOf = async (notice: ReturnType<typeof noticeAfter>, format: NoticeFormat): Promise<Uint8Array> =>
  (await noticeFile(notice, { format, lang: 'de' })).bytes;

/** Every place of the model where somebody writes, each with a text of its own that can be found again. */
function everywhere(text: string): { readonly commands: readonly LooseCommand[]; readonly said: readonly string[] } {
  const said: string[] = [];
  const mine = (place: string): string => {
    const own = `${place}:${text}`;
    said.push(own);
    return own;
  };
  return {
    commands: [
      report,
      ...TEXT_FIELDS.map((field): LooseCommand => ({ type: 'AnswerNoticeField', field, answer: 'said', value: mine(field) })),
      { type: 'CountGroup', group: 'customers', kind: 'exact', count: '7', detail: mine('group') },
      { type: 'PlanMeasure', measureId: 'm1', text: mine('measure'), dueBy: hour(99), owner: mine('owner') },
      { type: 'ExplainMeasure', measureId: 'm1', against: mine('against'), effect: mine('effect') },
      { type: 'PlanMeasure', measureId: 'm2', text: mine('taken'), dueBy: hour(99), owner: 'Ina' },
      { type: 'FinishMeasure', measureId: 'm2', note: mine('note') },
    ],
    said,
  };
}

describe('what somebody types into any field of the model', () => {
  const check = async (text: string): Promise<void> => {
    const { commands, said } = everywhere(text);
    const notice = noticeAfter(commands);
    const json = Buffer.from(await bytesOf(notice, 'json')).toString('utf8');
    const strings: string[] = [];
    JSON.parse(json, (_, value: unknown) => {
      if (typeof value === 'string') strings.push(value);
      return value;
    });
    const paragraphs = docxParagraphs(await bytesOf(notice, 'docx'));
    const paste = Buffer.from(await bytesOf(notice, 'paste')).toString('utf8');
    const txt = Buffer.from(await bytesOf(notice, 'txt')).toString('utf8');
    const pasted = (part: string): string => shownText(part).replaceAll(/\n#/gu, '\n #');
    for (const part of said) {
      const whole = part.trim();
      const place = whole.slice(0, 30);
      expect(
        strings.some((one) => one.includes(whole)),
        `JSON ${place}`,
      ).toBe(true);
      expect(
        paragraphs.some((one) => one.includes(shownText(whole))),
        `DOCX ${place}`,
      ).toBe(true);
      expect(paste.includes(pasted(whole)), `paste ${place}`).toBe(true);
      expect(txt.includes(shownText(whole).replaceAll('\n', '\n  ')), `txt ${place}`).toBe(true);
    }
    // Nothing that somebody wrote looks like a heading of the pack, and nothing steers a terminal.
    const headings = paste.split('\n').filter((line) => line.startsWith('#'));
    expect(headings.filter((line) => /Eine andere|Was noch fehlt|x\[/u.test(line))).toEqual([]);

    for (const shown of [paste, txt])
      expect(shown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
  };

  it.each(HOSTILE.map((text) => [text.slice(0, 25), text] as const))(
    'is whole and harmless in every format: %j',
    async (_, text) => {
      await check(text);
    },
  );

  it('is whole and harmless in every format, whatever it is', LONG, async () => {
    await fc.assert(fc.asyncProperty(hostile, check), runs(3, 200));
  });

  it('stands in the PDF with all its letters, from every field', LONG, async () => {
    for (const text of isProof ? HOSTILE : HOSTILE.slice(2, 4))
      await expectOnPages(authorityDocument(noticeAfter(everywhere(text).commands), 'de'));
  });
});

describe('what somebody types into a letter or a decision', () => {
  const dataKinds: readonly DataKind[] = ['password'];
  const drawn = (text: string): readonly NoticeDocument[] => {
    const texts: LetterTexts = {
      nature: [text],
      consequences: [text],
      measuresTaken: [text],
      measuresPlanned: [text],
      advice: [text],
    };
    const details = {
      sender: { name: text, address: [text], country: 'DE' },
      contact: { name: text, phone: text, email: text },
      ...{ dataKinds, texts: { de: texts, en: texts, 'de-simple': texts } },
    } as const;
    const decided: LooseCommand = {
      ...{ type: 'RecordDecision', decisionId: 'd1', reasons: text, decidedBy: text, dpoAdvice: text },
      decision: { kind: 'not-notifying', duties: [AUTHORITY], againstAssessment: true },
    };
    const { record } = givenDone(report, decided);
    const paper = { lang: 'de', zone: 'Europe/Berlin', nameOf: (id: string) => id, setting } as const;
    return [
      ...LETTER_VERSIONS.flatMap((version) => (['person', 'public'] as const).map((to) => personsLetter(details, version, to))),
      ...decisionsForPapers(record).map((one) => decisionPaper(record, one, paper)),
    ];
  };

  it.each(HOSTILE.map((text) => [text.slice(0, 25), text] as const))('is whole and runs nothing: %j', async (_, text) => {
    for (const document of drawn(text)) {
      const docx = await noticeDocx(document, { at, mergeFields: ['salutation', 'street', 'postcode', 'town'] });
      expect(tight(docxParagraphs(docx).join('\n'))).toContain(tight(shownText(text)));
      expect(isWellFormed(unzipped(docx)['word/document.xml'] ?? '')).toBe(true);
    }
    const last = drawn(text).at(-1);
    if (last !== undefined && isProof) await expectOnPages(last);
  });
});
