import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plain } from '../../cards/plain.ts';
import { instant } from '../../src/rules/instant.ts';
import { acme, ADA, BEN, Conversation, DORA, faults, find, MARA, one, refusal, START, unknownCase } from './conversation.ts';

let talk: Conversation;
beforeEach(async () => {
  talk = await Conversation.open();
});
afterEach(() => talk.end());

const WORDS = 'Ich habe eine Kundenliste an die falsche Adresse geschickt.';

describe('a report', () => {
  it('is recorded and answered with number and time', async () => {
    const recorded = one('recorded', await talk.press(ADA, 'report', {}, { text: WORDS, noticedAt: '' }));
    expect(recorded).toMatchObject({ what: 'report', number: 'DP-2026-0001', at: START });
    const id = await talk.register.findByNumber(recorded.number);
    expect(await talk.record(id!)).toMatchObject({
      text: WORDS,
      reporter: 'slack:ADA',
      reporterName: 'Name of ADA',
      status: 'open',
    });
    expect(talk.reconciled).toEqual([id]);
  });

  it('is answered with what to do right now and with the first hint, each hint with the advice that follows from it', async () => {
    const recorded = one('recorded', await talk.press(ADA, 'report', {}, { text: WORDS, noticedAt: '' }));
    const id = (await talk.register.findByNumber(recorded.number))!;
    expect(recorded).toMatchObject({ advice: { hints: {} }, nextHint: { caseId: id, hint: 'incident' } });
    const first = plain(recorded, 'de');
    const order = ['DP-2026-0001', '23.11.2026, 17:40', 'Das hilft jetzt', 'Bitte nicht', 'Was trifft am ehesten zu?'];
    expect(order.map((part) => first.indexOf(part)).toSorted((one, other) => one - other)).toEqual(
      order.map((part) => first.indexOf(part)),
    );
    expect(first.indexOf('DP-2026-0001')).toBe(0);
    const attack = one('recorded', await talk.press(ADA, 'giveHint', { case: id, hint: 'incident', answer: 'attack' }));
    expect(plain(attack, 'de')).toContain('Trennen Sie das Gerät vom Netz');
    expect(attack.nextHint?.hint).toBe('contained');
    const running = one('recorded', await talk.press(ADA, 'giveHint', { case: id, hint: 'contained', answer: 'no' }));
    expect(plain(running, 'de')).toContain('Rufen Sie bitte gleich an: 0211 123456 (Datenschutzstelle).');
    const last = one('recorded', await talk.press(ADA, 'giveHint', { case: id, hint: 'concerned', answer: 'customers' }));
    expect(last.nextHint).toBeUndefined();
    expect(plain(last, 'de')).toContain('Trennen Sie das Gerät vom Netz');
  });

  it('that an officer records for somebody is answered without advice to the officer', async () => {
    const given = { text: WORDS, source: 'telephone', informant: 'Empfang', noticedAt: '', toldAt: '' };
    const recorded = one('recorded', await talk.press(DORA, 'submitForm', { form: 'onBehalf' }, given));
    expect(recorded).not.toHaveProperty('advice');
    expect(recorded).not.toHaveProperty('nextHint');
  });

  it('runs from the moment that was named, not from the report', async () => {
    const id = await talk.report(WORDS, 'gestern 09:15');
    expect((await talk.record(id)).earliestNamed).toBe(instant('2026-11-22T09:15:00+01:00'));
  });

  it('at the desk is a drill for good', async () => {
    const prompts = await talk.press('lea', 'report', {}, { text: WORDS, noticedAt: '' }, { platform: 'desk' });
    expect(one('recorded', prompts).number).toBe('Ü-2026-0001');
  });

  it('takes the year of its number from the calendar of the place', async () => {
    talk.now = instant('2026-12-31T23:30:00Z');
    expect(one('recorded', await talk.press(ADA, 'report', {}, { text: WORDS })).number).toBe('DP-2027-0001');
  });

  it.each([
    [{ text: '', noticedAt: '' }, ['text: missing']],
    [{ text: '   \n\u0000 ', noticedAt: '' }, ['text: missing']],
    [{ text: 'x'.repeat(4001), noticedAt: '' }, ['text: tooLong']],
    [{ text: WORDS, noticedAt: 'neulich' }, ['noticedAt: timeUnreadable']],
    [{ text: WORDS, noticedAt: '29.03.2026 02:30' }, ['noticedAt: timeDoesNotExist']],
    [{ text: WORDS, noticedAt: '25.10.2026 02:30' }, ['noticedAt: timeExistsTwice']],
    [{ text: WORDS, noticedAt: '18:00' }, ['noticedAt: timeInFuture']],
    [{ text: '', noticedAt: 'neulich' }, ['text: missing', 'noticedAt: timeUnreadable']],
  ])('with %j comes back with what is to be put right, and loses nothing', async (given, expected) => {
    const prompts = await talk.press(ADA, 'report', {}, given);
    expect(faults(prompts)).toEqual(expected);
    expect(one('reportForm', prompts).values['noticedAt']).toBe(given.noticedAt);
    expect(one('reportForm', prompts).values['text']).toBe(
      given.text.trim() === '' || given.text.includes('\u0000') ? '' : given.text,
    );
    expect(await talk.register.list({ limit: 10 })).toEqual([]);
  });

  it('names the two moments where a time exists twice, and takes the one that is chosen', async () => {
    const asked = one('reportForm', await talk.press(ADA, 'report', {}, { text: WORDS, noticedAt: '25.10.2026 02:30' }));
    expect(asked.faults[0]?.candidates).toEqual([instant('2026-10-25T02:30:00+02:00'), instant('2026-10-25T02:30:00+01:00')]);
    const id = await talk.report(WORDS, '25.10.2026 02:30 +01:00');
    expect((await talk.record(id)).earliestNamed).toBe(instant('2026-10-25T02:30:00+01:00'));
  });

  it('delivered twice is one case and the same answer', async () => {
    const given = [ADA, 'report', {}, { text: WORDS, noticedAt: '' }, { id: 'same' }] as const;
    const first = await talk.press(...given);
    talk.pass(1);
    expect(await talk.press(...given)).toEqual(first);
    expect(await talk.register.list({ limit: 10 })).toHaveLength(1);
  });

  it('sent again in the same words is not opened twice, and another one is', async () => {
    await talk.report(WORDS);
    const again = one('recorded', await talk.press(ADA, 'report', {}, { text: WORDS, noticedAt: '' }));
    expect(again).toMatchObject({ what: 'nothingNew', number: 'DP-2026-0001' });
    await talk.report('Noch etwas anderes.');
    await talk.report(WORDS, '', BEN);
    expect(await talk.register.list({ limit: 10 })).toHaveLength(3);
  });

  it('keeps 100,000 characters out and answers with a form that can be drawn', async () => {
    const prompts = await talk.press(ADA, 'report', {}, { text: 'x'.repeat(100_000), noticedAt: '' });
    expect(faults(prompts)).toEqual(['text: tooLong']);
    expect(one('reportForm', prompts).values['text']!.length).toBeLessThanOrEqual(30_000);
  });
});

describe('words without a form', () => {
  it('become a report form that is filled in already', async () => {
    expect(one('reportForm', await talk.say(ADA, WORDS)).values).toEqual({ text: WORDS, noticedAt: '' });
  });

  it('are asked after where the person has an open report', async () => {
    const id = await talk.report();
    const asked = one('whichCase', await talk.say(ADA, 'Es war der blaue Laptop.'));
    expect(asked).toEqual({
      kind: 'whichCase',
      text: 'Es war der blaue Laptop.',
      reports: [{ caseId: id, number: 'DP-2026-0001' }],
    });
    const chosen = one('reportForm', await talk.press(ADA, 'openReport', {}, { text: asked.text }));
    expect(chosen.values).toMatchObject({ text: 'Es war der blaue Laptop.' });
  });

  it('with files: the files are refused kindly, the words are kept', async () => {
    const prompts = await talk.say(ADA, WORDS, 2);
    expect(refusal(prompts)).toBe('filesNotTaken');
    expect(one('reportForm', prompts).values).toMatchObject({ text: WORDS });
  });

  it('that ask for help, for the own reports, or for nothing known', async () => {
    expect(one('home', await talk.say(ADA, 'hilfe'))).toEqual({
      kind: 'home',
      office: false,
      seesDuties: false,
      openCases: 0,
      ownReports: 0,
      contact: acme.contactPoint,
    });
    await talk.report();
    expect(one('ownReports', await talk.say(ADA, 'meine Meldungen')).reports).toMatchObject([
      { number: 'DP-2026-0001', closed: false },
    ]);
    expect(one('ownReports', await talk.say(BEN, 'meine Meldungen')).reports).toEqual([]);
  });

  it('the own number shows the own state; a foreign one is as unknown as one never given', async () => {
    await talk.report();
    expect(one('ownReports', await talk.say(ADA, 'dp-2026-1')).reports).toHaveLength(1);
    expect(await talk.say(BEN, 'DP-2026-0001')).toEqual(
      (await talk.say(BEN, 'DP-2026-0999')).map((prompt) => ({ ...prompt, number: 'DP-2026-0001' })),
    );
    expect(refusal(await talk.say(BEN, 'DP-2026-0001'))).toBe('numberUnknown');
  });
});

describe('additions and hints', () => {
  it('go to the same case', async () => {
    const id = await talk.report();
    expect(one('form', await talk.press(ADA, 'openAddition', { case: id })).form).toBe('addToReport');
    expect(one('recorded', await talk.press(ADA, 'addToReport', { case: id }, { text: 'Es war der blaue.' })).what).toBe(
      'addition',
    );
    expect(
      one('recorded', await talk.press(ADA, 'giveHint', { case: id, hint: 'incident', answer: 'lost-or-stolen' })).what,
    ).toBe('hint');
    const record = await talk.record(id);
    expect(record.additions.map(({ text }) => text)).toEqual(['Es war der blaue.']);
    expect(record.hints).toEqual({ incident: 'lost-or-stolen' });
  });

  it('are refused where they say nothing, or something that was not offered', async () => {
    const id = await talk.report();
    expect(faults(await talk.press(ADA, 'addToReport', { case: id }, { text: ' ' }))).toEqual(['text: missing']);
    expect(refusal(await talk.press(ADA, 'giveHint', { case: id, hint: 'incident', answer: 'alien' }))).toBe('unknownAnswer');
  });

  it('stay quiet when they are repeated', async () => {
    const id = await talk.report();
    const tap = [ADA, 'giveHint', { case: id, hint: 'contained', answer: 'no' }] as const;
    await talk.press(...tap, {}, { id: 'tap' });
    await talk.press(...tap, {}, { id: 'tap' });
    expect(one('recorded', await talk.press(...tap)).what).toBe('nothingNew');
    expect(await talk.entries(id)).toBe(2);
  });

  it('of somebody else are refused like those to a case that does not exist', async () => {
    const id = await talk.report();
    const toForeign = await talk.press(BEN, 'addToReport', { case: id }, { text: 'Ich weiß was.' });
    const toNone = await talk.press(BEN, 'addToReport', { case: unknownCase }, { text: 'Ich weiß was.' });
    expect(toForeign).toEqual(toNone);
    expect(refusal(toForeign)).toBe('notAllowed');
    expect(one('refusal', toForeign).contact).toEqual(acme.contactPoint);
    expect(await talk.entries(id)).toBe(1);
  });

  it('to a duplicate go to the case it was joined into, and the person is answered under the own number', async () => {
    const main = await talk.report('Zuerst gemeldet.', '', BEN);
    const duplicate = await talk.report();
    await talk.submit(DORA, 'join', duplicate, { number: 'DP-2026-0001' });
    const answered = one('recorded', await talk.press(ADA, 'addToReport', { case: duplicate }, { text: 'Noch etwas.' }));
    expect(answered).toMatchObject({ what: 'addition', number: 'DP-2026-0002' });
    const { additions } = await talk.record(main);
    expect(additions.map(({ text }) => text)).toEqual([(await talk.record(duplicate)).text, 'Noch etwas.']);
    expect(additions.at(-1)).toMatchObject({ authorName: 'Name of ADA', by: 'slack:ADA' });
  });

  it('to a duplicate: a hint is still taken, and what was asked there is answered where it goes on', async () => {
    const main = await talk.report('Zuerst gemeldet.', '', BEN);
    const duplicate = await talk.report();
    await talk.submit(DORA, 'askPerson', duplicate, { person: 'mara', text: 'War sie verschlüsselt?' });
    const { questionId } = (await talk.record(duplicate)).questions[0]!;
    await talk.submit(DORA, 'join', duplicate, { number: 'DP-2026-0001' });
    const hint = { case: duplicate, hint: 'contained', answer: 'no' };
    expect(one('recorded', await talk.press(ADA, 'giveHint', hint)).what).toBe('hint');
    const old = { case: duplicate, question: questionId };
    expect(one('recorded', await talk.press(MARA, 'answerQuestion', old, { text: 'Nein.' })).what).toBe('questionAnswered');
    expect((await talk.record(main)).questions).toMatchObject([{ questionId, answer: { text: 'Nein.' } }]);
  });
});

describe('the same words once more', () => {
  it('are the same report when nothing new is said, and another one when an earlier moment is named', async () => {
    await talk.report('Ein Laptop ist weg.');
    talk.pass(0.2);
    const again = one('recorded', await talk.press(ADA, 'report', {}, { text: 'Ein Laptop ist weg.' }));
    expect([again.what, again.number]).toEqual(['nothingNew', 'DP-2026-0001']);
    const earlier = { text: 'Ein Laptop ist weg.', noticedAt: '22.11.2026 09:00' };
    expect(one('recorded', await talk.press(ADA, 'report', {}, earlier)).number).toBe('DP-2026-0002');
  });

  it('from two informants are two reports', async () => {
    const told = { text: 'Brief geöffnet.', source: 'telephone', informant: 'Frau Eins', toldAt: '', noticedAt: '' };
    const first = one('recorded', await talk.press(DORA, 'submitForm', { form: 'onBehalf' }, told));
    const second = { ...told, informant: 'Herr Zwei' };
    expect(one('recorded', await talk.press(DORA, 'submitForm', { form: 'onBehalf' }, second)).number).not.toBe(first.number);
  });
});

describe('one question to one person', () => {
  it('is answered by that person alone, who sees nothing else', async () => {
    const id = await talk.report();
    await talk.submit(DORA, 'askPerson', id, { person: 'mara', text: 'Wann wurde gesperrt?' });
    const { questionId } = (await talk.record(id)).questions[0]!;
    const answer = { case: id, question: questionId };
    expect(refusal(await talk.press(BEN, 'answerQuestion', answer, { text: 'Ich war es.' }))).toBe('notAllowed');
    expect(refusal(await talk.press(MARA, 'answerQuestion', { ...answer, question: 'other' }, { text: 'Um 8.' }))).toBe(
      'noSuchQuestion',
    );
    expect(refusal(await talk.press(MARA, 'answerQuestion', answer, { text: '' }))).toBe('textMissing');
    expect(one('recorded', await talk.press(MARA, 'answerQuestion', answer, { text: 'Um 8 Uhr.' })).what).toBe(
      'questionAnswered',
    );
    expect((await talk.record(id)).questions[0]?.answer).toMatchObject({ text: 'Um 8 Uhr.', authorName: 'Mara Leitung' });
    expect(find('caseDetails', await talk.press(MARA, 'openCase', { case: id }))).toBeUndefined();
  });
});

describe('the language', () => {
  it('is the person’s, else that of the platform, else that of the organisation', async () => {
    const help = { type: 'text', text: 'hilfe', files: 0 } as const;
    expect((await talk.send('CHRIS', help, { language: 'de' })).language).toBe('en');
    expect((await talk.send(ADA, help, { language: 'en' })).language).toBe('en');
    expect((await talk.send(ADA, help)).language).toBe('de');
  });

  it('of the report is kept for what the reporter is told later', async () => {
    const id = await talk.report('A laptop is gone.', '', ADA, { language: 'en' });
    expect((await talk.record(id)).reporterLanguage).toBe('en');
  });
});
