import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExportWanted } from '../../src/ports.ts';
import { instant } from '../../src/rules/instant.ts';
import { ADA, BEN, CHRIS, Conversation, DORA, EMIL, faults, find, MARA, one, refusal } from './conversation.ts';

let talk: Conversation;
let asked: ExportWanted[];
beforeEach(async () => {
  talk = await Conversation.open();
  asked = [];
  talk.exports = {
    offer: async (wanted) => {
      asked.push(wanted);
      return { by: 'link', url: 'https://x/files/y', code: '1234 5678', until: instant('2026-11-23T17:50:00+01:00') };
    },
  };
});
afterEach(() => talk.end());

describe('somebody of the office asks for an export', () => {
  it('of a case, by its button and by its number', async () => {
    const id = await talk.report();
    const wanted = { of: 'case', caseId: id, number: 'DP-2026-0001' };
    for (const way of [
      () => talk.press(DORA, 'export', { case: id }),
      () => talk.say(DORA, 'export DP-2026-0001'),
      () => talk.say(EMIL, 'Export dp-2026-1'),
      () => talk.press(DORA, 'submitForm', { form: 'export' }, { number: 'DP-2026-0001', openedFrom: '', openedUntil: '' }),
    ])
      expect(one('exportOffer', await way()).scope).toEqual({ caseId: id, number: 'DP-2026-0001' });
    expect(asked).toEqual([wanted, wanted, wanted, wanted]);
    expect((await talk.looked(id)).filter((look) => look === 'dora export yes')).toHaveLength(3);
  });

  it('of a span of days, typed in one line or in the form', async () => {
    await talk.say(DORA, 'export von:01.01.2026 bis:31.03.2026');
    await talk.say(DORA, '/export from:2026-01-01');
    await talk.press(DORA, 'submitForm', { form: 'export' }, { number: '', openedFrom: '', openedUntil: '31.3.2026' });
    await talk.press(DORA, 'submitForm', { form: 'export' }, { number: '', openedFrom: '', openedUntil: '' });
    expect(asked).toEqual([
      { of: 'opened', from: '2026-01-01', until: '2026-03-31' },
      { of: 'opened', from: '2026-01-01' },
      { of: 'opened', until: '2026-03-31' },
      { of: 'opened' },
    ]);
  });

  it('without saying of what: the form is there, and its button leads on', async () => {
    expect(one('form', await talk.say(DORA, 'export')).form).toBe('export');
    expect(one('form', await talk.press(DORA, 'openForm', { form: 'export' })).form).toBe('export');
    expect(asked).toEqual([]);
  });

  it('the button on the offer asks for the same once more', async () => {
    await talk.press(DORA, 'export', { from: '2026-01-01', until: '2026-03-31' });
    expect(asked).toEqual([{ of: 'opened', from: '2026-01-01', until: '2026-03-31' }]);
  });

  it.each([
    [{ number: 'dp', openedFrom: '', openedUntil: '' }, ['number: numberInvalid']],
    [
      { number: '', openedFrom: 'neulich', openedUntil: '30.02.2026' },
      ['openedFrom: dayUnreadable', 'openedUntil: dayUnreadable'],
    ],
    [{ number: '', openedFrom: '31.03.2026', openedUntil: '01.01.2026' }, ['openedUntil: dayUnreadable']],
  ])('%j: what cannot be read is told at its field, with what was typed', async (inputs, told) => {
    const prompts = await talk.press(DORA, 'submitForm', { form: 'export' }, inputs);
    expect(faults(prompts)).toEqual(told);
    expect(one('form', prompts).values).toMatchObject(inputs);
    expect(asked).toEqual([]);
  });

  it('where no way is set up, they are told who can', async () => {
    talk.exports = undefined;
    expect(refusal(await talk.press(DORA, 'export', {}))).toBe('exportElsewhere');
  });

  it.each([
    ['tooLarge', 'exportTooLarge'],
    ['notPosted', 'exportNotPosted'],
  ] as const)('%s is said', async (because, reason) => {
    talk.exports = { offer: async () => ({ by: 'none', because }) };
    expect(refusal(await talk.press(DORA, 'export', {}))).toBe(reason);
  });
});

describe('nobody else gets one', () => {
  it.each([ADA, BEN, CHRIS, MARA])('%s is refused, and the attempt is recorded', async (account) => {
    const id = await talk.report();
    expect(refusal(await talk.press(account, 'export', { case: id }))).toBe('notAllowed');
    expect(refusal(await talk.press(account, 'export', {}))).toBe('notAllowed');
    expect((await talk.looked(id)).at(-1)).toMatch(/ export no$/u);
    expect((await talk.register.looksAt(undefined)).at(-1)).toMatchObject({ what: 'export', allowed: false });
    expect(asked).toEqual([]);
  });

  it.each(['Export', 'Export der Kundenliste ging an Falsche', 'export DP-2026-0001'])(
    'what an employee writes is what they want to report: „%s“',
    async (text) => {
      expect(find('reportForm', await talk.say(BEN, text))?.values.text).toBe(text);
    },
  );

  it('„Export der Kundenliste …“ is a report from the office too', async () => {
    const text = 'Export der Kundenliste ging an Falsche';
    expect(find('reportForm', await talk.say(DORA, text))?.values.text).toBe(text);
  });

  it('whoever is excluded cannot tell the case from none', async () => {
    const id = await talk.report();
    await talk.submit(EMIL, 'exclude', id, { person: 'dora', reasons: 'Befangen.' });
    expect(refusal(await talk.press(DORA, 'export', { case: id }))).toBe('noSuchCase');
    expect(refusal(await talk.say(DORA, 'export DP-2026-0001'))).toBe('numberUnknown');
    expect(refusal(await talk.say(DORA, 'export DP-2026-0099'))).toBe('numberUnknown');
    expect(asked).toEqual([]);
  });
});

describe('where a platform cannot say what somebody may do', () => {
  const content = (verb: string) => ({ type: 'press', verb, data: {}, inputs: {} }) as const;

  it.each(['export', 'openCases', 'digest', 'status', 'registerLooks'])('%s is refused with the reason', async (verb) => {
    const { prompts } = await talk.send(BEN, content(verb), { rightsUnknown: true });
    expect(refusal(prompts)).toBe('rightsUnknown');
  });

  it('a report is taken all the same', async () => {
    const { prompts } = await talk.send(
      BEN,
      { type: 'press', verb: 'report', data: {}, inputs: { text: 'Ein Stick ist weg.', noticedAt: '' } },
      { rightsUnknown: true },
    );
    expect(one('recorded', prompts).what).toBe('report');
  });
});

it('a guest is told whom to turn to, and nothing is taken or recorded', async () => {
  const inputs = { text: 'Ein Stick ist weg.', noticedAt: '' };
  const { prompts } = await talk.send(BEN, { type: 'press', verb: 'report', data: {}, inputs }, { outsider: true });
  expect(one('refusal', prompts)).toMatchObject({ reason: 'outsider', contact: { name: 'Datenschutzstelle' } });
  expect(await talk.register.list({ limit: 5 })).toEqual([]);
});

describe('the daily overview for one person', () => {
  it('shows every open duty by time left, without a word of the content', async () => {
    await talk.report('Geheim.');
    const digest = one('digest', await talk.say(DORA, 'Heute'));
    expect(digest.rows.map(({ number, duty }) => [number, duty.kind])).toContainEqual(['DP-2026-0001', 'art33-1']);
    expect(JSON.stringify(digest)).not.toContain('Geheim');
  });

  it('knows nothing of a case from which they are excluded', async () => {
    const id = await talk.report();
    await talk.submit(EMIL, 'exclude', id, { person: 'dora', reasons: 'Befangen.' });
    expect(one('digest', await talk.press(DORA, 'digest')).rows).toEqual([]);
    expect(one('digest', await talk.press(EMIL, 'digest')).rows).not.toEqual([]);
  });

  it('„heute“ from an employee is what they want to say', async () => {
    expect(find('reportForm', await talk.say(BEN, 'heute'))?.values.text).toBe('heute');
    expect(refusal(await talk.press(BEN, 'digest'))).toBe('notAllowed');
  });
});
