import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { adaptiveCard } from '../../cards/adaptiveCard.ts';
import { plain } from '../../cards/plain.ts';
import type { CaseId } from '../../src/breach/identifiers.ts';
import { addHours, instant } from '../../src/rules/instant.ts';
import { Conversation, DORA, faults, find, one, START } from './conversation.ts';

let talk: Conversation;
let id: CaseId;
beforeEach(async () => {
  talk = new Conversation();
  id = await talk.report('Die Datenbank stand offen.', '16:00');
});
afterEach(() => talk.end());

const decided = { reasons: 'Das Protokoll belegt es.', decidedBy: 'Geschäftsführung', dpoAdvice: 'Zustimmung' };
const form = async () => one('form', await talk.press(DORA, 'openForm', { case: id, form: 'awareness' }));
const time = (kind: string, moment: string, reasons = '') =>
  talk.submit(DORA, 'time', id, { time: kind, moment, source: 'Protokoll der Firewall', reasons });
const aware = (moment: string) => talk.submit(DORA, 'awareness', id, { moment, ...decided });

describe('the form of awareness', () => {
  it('proposes the earliest defensible moment, filled in, with reason, basis and source', async () => {
    const opened = await form();
    expect(opened.values.moment).toBe('2026-11-23T16:00');
    expect(opened.proposal).toMatchObject({ moment: instant('2026-11-23T16:00:00+01:00'), basis: { time: 'noticed' } });
    expect(plain(opened, 'de')).toContain('Vorschlag: Mo., 23.11.2026, 16:00 Uhr.');
    expect(plain(opened, 'de')).toContain('Art. 33 Abs. 1 DSGVO');
    expect(plain(opened, 'en')).toContain('Proposal: Mon 23 Nov 2026, 16:00.');
    expect(JSON.stringify(adaptiveCard(opened, 'de'))).toContain('"value":"23.11.2026 16:00"');
  });

  it('sent as it is proposed, records that moment; another one is taken as well', async () => {
    const { values } = await form();
    await talk.submit(DORA, 'awareness', id, { ...values, ...decided });
    expect((await talk.record(id)).awareness.acme?.moment).toBe(instant('2026-11-23T16:00:00+01:00'));
    expect(one('recorded', await aware('17:00')).what).toBe('awareness');
    expect((await talk.record(id)).awareness.acme?.moment).toBe(instant('2026-11-23T17:00:00+01:00'));
  });

  it('follows what is learned: certainty after a short investigation', async () => {
    talk.pass(20);
    await time('certain', '24.11. 09:00');
    expect((await form()).values.moment).toBe('2026-11-24T09:00');
    expect((await form()).proposal?.warnings).toEqual([]);
  });

  it('warns before anything is recorded where a day lies between the first hint and certainty', async () => {
    talk.pass(30);
    await time('certain', '24.11. 16:01');
    expect(plain(await form(), 'de')).toContain('mehr als 24 Stunden');
    expect(plain(await form(), 'en')).toContain('More than 24 hours');
    const recorded = one('recorded', await aware('24.11. 16:01'));
    expect(recorded.warnings).toEqual([{ warning: 'awarenessGap', hours: 24 }]);
  });

  it('keeps what the person typed, not the proposal, when something else was wrong', async () => {
    const prompts = await talk.submit(DORA, 'awareness', id, {
      moment: '16:30',
      reasons: '',
      decidedBy: 'Leitung',
      dpoAdvice: '',
    });
    expect(one('form', prompts).values).toMatchObject({ moment: '16:30', decidedBy: 'Leitung' });
    expect(one('form', prompts).proposal).toBeDefined();
  });

  it('records nothing by being opened, however often', async () => {
    const before = await talk.entries(id);
    expect(await form()).toEqual(await form());
    expect(await talk.entries(id)).toBe(before);
  });
});

describe('times that cannot be', () => {
  beforeEach(async () => {
    await time('occurred', '15:00');
  });

  it.each([
    ['awareness before the incident', () => aware('14:00'), 'moment: beforeOccurred', 'vor dem Vorfall', 'before the incident'],
    [
      'discovery before the incident',
      () => time('noticed', '14:00'),
      'moment: beforeOccurred',
      'vor dem Vorfall',
      'before the incident',
    ],
    [
      'an incident after its discovery',
      () => time('occurred', '16:30', 'x'),
      'moment: afterKnown',
      'schon vorher',
      'knew of it before',
    ],
    ['awareness in the future', () => aware('18:00'), 'moment: timeInFuture', 'Zukunft', 'future'],
    [
      'discovery before there was the law',
      () => time('noticed', '01.02.2017 10:00'),
      'moment: beforeTheLaw',
      '25. Mai 2018',
      '25 May 2018',
    ],
  ])('%s is named at its field with the way out, and nothing typed is lost', async (_, send, fault, de, en) => {
    const before = await talk.entries(id);
    const prompts = await send();
    expect(faults(prompts)).toEqual([fault]);
    expect(find('refusal', prompts)).toBeUndefined();
    const back = one('form', prompts);
    expect(Object.values(back.values).join(' ')).toMatch(/Protokoll/);
    expect(plain(back, 'de')).toContain(de);
    expect(plain(back, 'en')).toContain(en);
    expect(await talk.entries(id)).toBe(before);
  });

  it('name the moment they do not fit to', async () => {
    expect(one('form', await aware('14:00')).faults[0]?.candidates).toEqual([instant('2026-11-23T15:00:00+01:00')]);
    expect(one('form', await time('occurred', '16:30', 'x')).faults[0]?.candidates).toEqual([addHours(START, -100 / 60)]);
  });

  it('the way out works: the incident began earlier, then the earlier awareness is taken', async () => {
    await time('occurred', '13:00');
    expect(one('recorded', await aware('14:00')).what).toBe('awareness');
  });

  it('within one minute nothing is before anything else', async () => {
    expect(one('recorded', await aware('15:00')).what).toBe('awareness');
    expect(one('recorded', await time('occurred', '15:00')).what).toBe('nothingNew');
  });

  it('a report before there was the law comes back as it was typed', async () => {
    const typed = { text: 'Alte Platte gefunden.', noticedAt: '01.02.2017 10:00' };
    const back = one('reportForm', await talk.press('ADA', 'report', {}, typed));
    expect(back).toMatchObject({ values: typed, faults: [{ field: 'noticedAt', fault: 'beforeTheLaw' }] });
  });
});

it('whatever else is refused comes back with what was written', async () => {
  await talk.submit(DORA, 'noBreach', id, decided);
  await talk.submit(DORA, 'close', id, { note: '' });
  const refused = one('refusal', await aware('16:00'));
  expect(refused).toMatchObject({ reason: 'caseClosed', given: ['16:00', ...Object.values(decided)] });
});
