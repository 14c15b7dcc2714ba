import { describe, expect, it } from 'vitest';
import { AUTHORITIES } from '../../src/authorities/directory.ts';
import { AUTHORITY_BY_COUNTRY, EEA } from '../../src/authorities/authorityByCountry.ts';
import { proposesIncomplete } from '../../src/breach/noticeCourse.ts';
import { authorityNotice, type AuthorityNotice } from '../../src/notices/authorityNotice.ts';
import { authorityDocument } from '../../src/notices/authorityDocument.ts';
import { edpbTemplate } from '../../src/notices/edpbTemplate.ts';
import { noticeSender } from '../../src/notices/noticeSender.ts';
import { pastePack, pasteText } from '../../src/notices/pastePack.ts';
import { plainDocument } from '../../src/notices/plainDocument.ts';
import type { FactName } from '../../src/rules/facts.ts';
import { EDPB_01_2021 } from '../cases/edpb-01-2021.ts';
import { acme } from '../dialogue/conversation.ts';
import { AUTHORITY, dutyOf, FOLLOW_UP, givenDone, hour, report, type LooseCommand } from '../support/given.ts';

const field = (name: string, value: string): LooseCommand => ({ type: 'AnswerNoticeField', field: name, answer: 'said', value });
const hostile = `=HYPERLINK("x") <b>&</b> \u202eoben ${'ä'.repeat(10_000)}`;

function drawn(commands: readonly LooseCommand[], kind: AuthorityNotice['kind'] = 'first', now = hour(2), authority = 'de-nw') {
  const { record } = givenDone(report, ...commands);
  const notice = authorityNotice({ record, events: [], sender: noticeSender(acme, 'acme'), authority, kind, now });
  if ('unfit' in notice) throw new Error(notice.unfit);
  return notice;
}

const sent = (more: object = {}): LooseCommand => ({
  ...{
    type: 'RecordNotice',
    duty: AUTHORITY,
    sentAt: hour(1),
    to: 'LDI',
    means: 'Formular',
    reference: 'AZ 7',
    missing: 'Zahl',
  },
  ...{ reasonsForDelay: '', notice: 'first', proof: 'file-number' },
  ...more,
});

describe('the first notice of every EDPB case that needs one', () => {
  const cases = EDPB_01_2021.filter(({ actions }) => actions.notify.needed);
  it.each(cases.map((one) => [one.no, one.facts] as const))(
    'case %s says in every format what the record holds',
    (_no, facts) => {
      const answers = Object.entries(facts).map(
        ([fact, answer]): LooseCommand => ({ type: 'AnswerFact', fact: fact as FactName, answer }),
      );
      const notice = drawn([...answers, field('incidentDescription', hostile), field('dataCategories', 'contact,health')]);
      const json = JSON.parse(JSON.stringify(edpbTemplate(notice, 'de'))) as ReturnType<typeof edpbTemplate>;
      const all = new Map([...json.fields, ...json.beyondTemplate].map((one) => [one.id, one]));
      expect(all.get('incidentDescription')).toMatchObject({ state: 'known', value: hostile, source: 'said' });
      expect(all.get('specialCategories')).toMatchObject({ value: ['health'] });
      const document = authorityDocument(notice, 'de');
      const rows = document.blocks.flatMap((block) => (block.kind === 'fields' ? block.rows : []));
      for (const one of notice.fields.filter(({ state }) => state === 'known' || state === 'proposed')) {
        const row = rows.find(({ label }) => label === one.row.label.de);
        expect([one.id, row?.value]).toEqual([one.id, (all.get(one.id) as { text?: string } | undefined)?.text]);
      }
      for (const authority of ['de-bw', 'fr-cnil', 'uk-ico'])
        expect(pasteText(pastePack({ ...notice, authority }, 'de'), 'de')).toContain(hostile);
      expect(plainDocument(document)).toContain(hostile);
      expect(notice.subtype).toBe('incomplete');
    },
  );
});

describe('the row of notices', () => {
  it('refers to what went before, and follows up what was missing', () => {
    const notice = drawn([sent()], 'follow-up', hour(30));
    expect(plainDocument(authorityDocument(notice, 'de'))).toContain('AZ 7');
    expect(notice.earlier).toHaveLength(1);
  });
  it('asks more the later it is', () => {
    const needed = (hours: number) =>
      drawn([], 'first', hour(hours)).lacking.flatMap(({ id }) => (id.startsWith('delay') ? [id] : []));
    expect([needed(60), needed(80), needed(200), needed(800)]).toEqual([
      [],
      ['delayReasons'],
      ['delayReasons', 'delayCourse'],
      ['delayReasons', 'delayCourse', 'delayCircumstances'],
    ]);
  });
  it('proposes to send it incomplete from the sixtieth hour on, while it is open', () => {
    const { record } = givenDone(report);
    const duty = dutyOf(record, AUTHORITY);
    expect([58.9, 59].map((at) => proposesIncomplete(duty, hour(at)))).toEqual([false, true]);
    expect(proposesIncomplete(dutyOf(givenDone(report, sent()).record, AUTHORITY), hour(61))).toBe(false);
  });
  it('is taken back, which ends the follow-up too', () => {
    const { record } = givenDone(report, sent(), sent({ notice: 'withdrawal', at: hour(9), sentAt: hour(9) }));
    expect(dutyOf(record, FOLLOW_UP).end).toMatchObject({ how: 'notice' });
  });
  it('says what the statute protects, in Germany alone', () => {
    expect(plainDocument(authorityDocument(drawn([]), 'de'))).toContain('§ 42 Abs. 4 BDSG');
    expect(plainDocument(authorityDocument({ ...drawn([]), isPrivileged: false }, 'en'))).not.toContain('BDSG');
  });
});

describe('the directory', () => {
  it('knows every state of the EEA, the United Kingdom, Switzerland, every Land, and churches', () => {
    const ids = AUTHORITIES.map(({ id }) => id);
    expect(Object.values(AUTHORITY_BY_COUNTRY).filter((id) => !ids.includes(id))).toEqual([]);
    expect(EEA.filter((country) => !AUTHORITIES.some((one) => one.country === country))).toEqual([]);
    expect(new Set(AUTHORITIES.flatMap(({ land }) => land ?? [])).size).toBe(16);
    expect(AUTHORITIES.filter(({ kind }) => kind === 'church').length).toBeGreaterThan(5);
  });
  it('names no page that was not found', () => {
    expect(AUTHORITIES.filter(({ page }) => page === undefined).length).toBe(38);
  });
});
