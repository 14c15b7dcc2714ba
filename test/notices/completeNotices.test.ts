import { describe, expect, it } from 'vitest';
import { NOTICE_FORMATS, noticeFile, type NoticeFormat } from '../../adapters/documents/noticeFile.ts';
import { isNoticeField, NOTICE_FIELDS, type NoticeChoice } from '../../src/breach/noticeFields.ts';
import { authorityDocument } from '../../src/notices/authorityDocument.ts';
import type { AuthorityNotice } from '../../src/notices/authorityNotice.ts';
import { CHOICE_WORDS } from '../../src/notices/choiceWords.ts';
import { GROUP_WORDS } from '../../src/words/noticeWords.ts';
import { FIELD_TABLE } from '../../src/notices/fieldTable.ts';
import { sayValue } from '../../src/notices/fieldValue.ts';
import { pastePack } from '../../src/notices/pastePack.ts';
import type { Lang } from '../../src/law/sources.ts';
import { plainText } from '../../src/notices/plainText.ts';
import { CASES_TO_NOTIFY, completeNotice, type CaseToNotify } from '../support/completeNotice.ts';
import { docxParagraphs, readPdf, tight } from '../support/readDocuments.ts';

/** Three authorities whose forms differ most. */
const AUTHORITIES = ['de-bw', 'fr-cnil', 'uk-ico'] as const;
/** In the daily run every third case is drawn in English too; in the proof each of them. */
const languagesOf = (no: string): readonly Lang[] =>
  process.env.FRISTWACHT_PROOF !== undefined || Number(no) % 3 === 0 ? ['de', 'en'] : ['de'];

const file = async (notice: AuthorityNotice, format: NoticeFormat, lang: Lang): Promise<Uint8Array> =>
  (await noticeFile(notice, { format, lang })).bytes;
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** What was said for the notice, as a reader has to find it: by label, straight from the answers and not from the program's own model. */
function saidOf({ answers }: CaseToNotify, lang: Lang): readonly (readonly [label: string, value: string])[] {
  return Object.entries(answers.fields).flatMap(([id, value]) => {
    const label = FIELD_TABLE.find((row) => row.id === id)?.label[lang];
    if (label === undefined || !isNoticeField(id)) throw new Error(`There is no field ${id}.`);
    const { input } = NOTICE_FIELDS[id];
    if (input === 'moment') return [];
    const words =
      input === 'text' || input === 'number' ? [] : value.split(',').map((choice) => CHOICE_WORDS[choice as NoticeChoice][lang]);
    return [[label, input === 'choice' || input === 'choices' ? words.join(', ') : value] as const];
  });
}

/** Every row of the notice that has a value, in its order. */
const rowsOf = (notice: AuthorityNotice, lang: Lang) =>
  authorityDocument(notice, lang).blocks.flatMap((block) => (block.kind === 'fields' ? block.rows : []));

/** The text of the pages without what stands below each of them. */
const pagesText = async (bytes: Uint8Array): Promise<string> =>
  tight((await readPdf(bytes)).text.replace(/(?:DP-2026-0007 · [\p{L} ]+?)?(?:Seite|Page) \d+ (?:von|of) \d+/gu, ''));

const documentText = (notice: AuthorityNotice, lang: Lang): string => {
  const { blocks, ...head } = authorityDocument(notice, lang);
  const without = blocks.map((block) =>
    block.kind === 'list' ? { ...block, items: block.items.map((item) => `• ${item}`) } : block,
  );
  return without
    .map((block) =>
      block.kind === 'fields'
        ? block.rows.map(({ label, value, note = '' }) => label + value + note).join('')
        : block.kind === 'list'
          ? block.items.join('')
          : plainText({ ...head, blocks: [block] }),
    )
    .join('');
};

describe.each(CASES_TO_NOTIFY.map((published) => [published.no, published] as const))(
  'the complete first notice of EDPB case %s',
  (no, published) => {
    const notice = completeNotice(published);

    it('lacks nothing, and says so in its subtype', () => {
      expect(notice.lacking.map(({ id }) => id)).toEqual([]);
      expect(notice.subtype).toBe('complete');
    });

    it.each(languagesOf(no))('as PDF in %s has every field with its value on its pages, and no word beside', async (lang) => {
      const pages = await pagesText(await file(notice, 'pdf', lang));
      let from = 0;
      for (const { label, value, note = '' } of rowsOf(notice, lang)) {
        const found = pages.indexOf(tight(label + value + note), from);
        expect(found, `${label}: ${value}`).toBeGreaterThanOrEqual(from);
        from = found + 1;
      }
      for (const [label, value] of saidOf(published, lang)) expect(pages, label).toContain(tight(label + value));
      for (const { group, count } of published.answers.groups)
        expect(pages).toMatch(new RegExp(`${tight(GROUP_WORDS[group][lang])}:.{0,20}${count}`, 'u'));
      for (const { text, against, effect } of published.answers.measures)
        for (const part of [text, against, effect]) expect(pages).toContain(tight(part));
      expect(pages).toBe(tight(documentText(notice, lang)));
    });

    it.each(languagesOf(no))('as DOCX in %s has every field in a row of its own', async (lang) => {
      const paragraphs = docxParagraphs(await file(notice, 'docx', lang));
      const expected = authorityDocument(notice, lang).blocks.flatMap((block): readonly string[] => {
        switch (block.kind) {
          case 'heading':
          case 'paragraph':
            return [block.text];
          case 'list':
            return block.items;
          case 'fields':
            return block.rows.flatMap(({ label, value, note }) => [label, value, ...(note === undefined ? [] : [note])]);
          case 'table':
            return [...block.head, ...block.rows.flat()];
        }
      });
      expect(paragraphs).toEqual(expected);
      const pairs = paragraphs.map((text, at) => [text, paragraphs[at + 1]]);
      for (const pair of saidOf(published, lang)) expect(pairs).toContainEqual(pair);
    });

    it('as JSON has every field once, with value, source, person and moment', async () => {
      const json = JSON.parse(textOf(await file(notice, 'json', 'de'))) as {
        readonly notification: object;
        readonly fields: readonly Record<string, unknown>[];
        readonly beyondTemplate: readonly Record<string, unknown>[];
      };
      const all = [...json.fields, ...json.beyondTemplate];
      expect(all.map(({ id }) => id).toSorted()).toEqual(FIELD_TABLE.map(({ id }) => id).toSorted());
      expect(json.notification).toMatchObject({ type: 'new', subtype: 'complete', missing: [] });
      for (const [id, said] of Object.entries(published.answers.fields)) {
        const field = all.find((one) => one.id === id);
        expect(field, id).toMatchObject({
          state: 'known',
          source: 'said',
          by: 'Dora Datenschutz',
          at: '2026-11-23T10:00:00.000Z',
        });
        const value = field?.value;
        const isMoment = isNoticeField(id) && NOTICE_FIELDS[id].input === 'moment';
        const told = Array.isArray(value) ? value.join(',') : isMoment ? new Date(String(value)).getTime() : String(value);
        expect(told, id).toBe(isMoment ? new Date(said).getTime() : said);
      }
      const groups = all.find(({ id }) => id === 'groups');
      expect(groups?.value).toEqual(
        published.answers.groups.map(({ count, ...rest }) => ({ ...rest, ...(count !== '' && { count: Number(count) }) })),
      );
    });

    it.each(AUTHORITIES)('as paste pack for %s has every answer ready to copy, and nothing open', async (authority) => {
      const pack = pastePack({ ...notice, authority }, 'de');
      const all = [...pack.entries, ...pack.others];
      expect(all.filter(({ state }) => state === 'open')).toEqual([]);
      const text = textOf(await file({ ...notice, authority }, 'paste', 'de'));
      for (const field of notice.fields) {
        if (field.state === 'missing' || field.state === 'to-be-determined') continue;
        const value = sayValue(field.value, 'de', notice.zone);
        expect(all.find(({ fields }) => fields.includes(field.id))?.text, field.id).toContain(value);
        expect(text).toContain(value);
      }
    });
  },
);

it('every format is there for every case', async () => {
  const [first] = CASES_TO_NOTIFY;
  if (first === undefined) throw new Error('There is no case.');
  expect(CASES_TO_NOTIFY).toHaveLength(12);
  const names = await Promise.all(
    NOTICE_FORMATS.map(async (format) => (await noticeFile(completeNotice(first), { format, lang: 'de' })).name),
  );
  expect(names).toEqual(['.docx', '.pdf', '.json', '-paste.txt', '.txt'].map((end) => `DP-2026-0007-first-de-nw-de${end}`));
});
