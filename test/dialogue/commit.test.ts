import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plain } from '../../cards/plain.ts';
import type { CaseId } from '../../src/breach/identifiers.ts';
import { handle } from '../../src/dialogue/handle.ts';
import { RegisterUnavailable, type Register } from '../../src/ports.ts';
import type { Prompt } from '../../src/prompt/prompt.ts';
import { wordsOf } from '../../src/words/wordsOf.ts';
import { ADA, BEN, Conversation, DORA, EMIL, find, one, refusal, START } from './conversation.ts';

let talk: Conversation;
let whole: Register;
beforeEach(async () => {
  talk = await Conversation.open();
  whole = talk.register;
});
afterEach(async () => {
  talk.register = whole;
  await talk.end();
});

const WORDS = { text: 'Ein Laptop ist weg.', noticedAt: '' };
const down = async (): Promise<never> => {
  throw new RegisterUnavailable('The disk does not answer.');
};
const cases = async () => (await whole.list({ limit: 100 })).map(({ number }) => number);

/** The write is done, its answer is lost; this many times. */
function losingAnswers(times: number): Register {
  let left = times;
  return {
    ...whole,
    append: async (request) => {
      const outcome = await whole.append(request);
      if ((left -= 1) >= 0) return down();
      return outcome;
    },
  };
}

describe('an answer of the register that is lost', () => {
  it('once: the repetition finds it, and the person is told what holds', async () => {
    talk.register = losingAnswers(1);
    const recorded = one('recorded', await talk.press(ADA, 'report', {}, WORDS));
    expect(recorded).toMatchObject({ what: 'report', number: 'DP-2026-0001', at: START });
    expect(await cases()).toEqual(['DP-2026-0001']);
  });

  it('each time: it is read back by the command', async () => {
    talk.register = losingAnswers(100);
    expect(one('recorded', await talk.press(ADA, 'report', {}, WORDS)).number).toBe('DP-2026-0001');
    expect(await cases()).toEqual(['DP-2026-0001']);
  });

  it('and cannot be read back either: neither recorded nor not recorded is said, and the words are kept', async () => {
    let isDown = false;
    talk.register = {
      ...whole,
      append: async (request) => {
        await whole.append(request);
        isDown = true;
        return down();
      },
      findByCommand: async (commandId) => (isDown ? down() : whole.findByCommand(commandId)),
    };
    const prompts = await talk.press(ADA, 'report', {}, WORDS);
    expect(refusal(prompts)).toBe('notConfirmedYet');
    expect(find('recorded', prompts)).toBeUndefined();
    expect(one('reportForm', prompts).values).toEqual(WORDS);
    talk.register = whole;
    expect(one('recorded', await talk.press(ADA, 'report', {}, WORDS)).number).toBe('DP-2026-0001');
    expect(await cases()).toEqual(['DP-2026-0001']);
  });

  it('though nothing was written: that is not claimed either', async () => {
    talk.register = { ...whole, append: down };
    expect(refusal(await talk.press(ADA, 'report', {}, WORDS))).toBe('notConfirmedYet');
    expect(await cases()).toEqual([]);
  });

  it('in a form of the office: what was typed is kept', async () => {
    const id = await talk.report();
    talk.register = { ...whole, append: down };
    const given = { moment: '17:40', reasons: 'Gründe', decidedBy: 'Geschäftsführung', dpoAdvice: '' };
    const prompts = await talk.submit(DORA, 'awareness', id, given);
    expect(refusal(prompts)).toBe('notConfirmedYet');
    expect(one('form', prompts).values).toEqual({ ...given, controller: '' });
  });
});

describe('what a person is told while the register is silent', () => {
  const gone = (): Register => ({ ...whole, findByCommand: down, read: down, list: down, append: down, nextOrdinal: down });
  const said = (prompts: readonly Prompt[], language: 'de' | 'en'): string =>
    prompts.map((prompt) => plain(prompt, language)).join('\n');
  const CLAIMS = {
    de: /festgehalten|nicht gespeichert|nichts geändert/,
    en: /is (not )?(recorded|stored)\b|nothing was changed/i,
  };

  it.each(['de', 'en'] as const)('names whom to call, what holds, and the words that are kept (%s)', async (language) => {
    talk.register = gone();
    const prompts = await talk.press(ADA, 'report', {}, WORDS);
    const text = said(prompts, language);
    expect(text).toContain('0211 123456');
    expect(text).toContain(language === 'de' ? 'Bestätigt ist nichts' : 'Nothing is confirmed');
    expect(one('reportForm', prompts).values).toEqual(WORDS);
  });

  it.each(['storeDown', 'notConfirmedYet', 'caseUnreadable'] as const)(
    '%s claims neither recorded nor not recorded',
    (reason) => {
      for (const language of ['de', 'en'] as const) {
        const { title, means } = wordsOf(language).refusals[reason];
        expect(`${title} ${means}`.replace('It is unclear just now whether your entry is stored.', '')).not.toMatch(
          CLAIMS[language],
        );
      }
    },
  );

  it('a message delivered again while the register is silent is not told as „not recorded“: the first one was', async () => {
    const id = await talk.report();
    const addition = (): Promise<readonly Prompt[]> =>
      talk.press(ADA, 'addToReport', { case: id }, { text: 'Zwei Listen.' }, { id: 'twice' });
    expect(one('recorded', await addition()).what).toBe('addition');
    talk.register = gone();
    const again = await addition();
    expect(find('recorded', again)).toBeUndefined();
    expect(said(again, 'de')).not.toMatch(/nicht festgehalten/);
    expect(one('refusal', again).given).toEqual(['Zwei Listen.']);
    talk.register = whole;
    expect(one('recorded', await addition()).what).toBe('addition');
    expect((await talk.record(id)).additions).toHaveLength(1);
  });

  it('an answer or a correction that is not confirmed comes back as it was written', async () => {
    const id = await talk.report();
    await talk.submit(DORA, 'askPerson', id, { person: 'emil', text: 'Wann?' });
    const { questionId } = (await talk.record(id)).questions[0]!;
    talk.register = { ...whole, append: down };
    const answered = await talk.press(EMIL, 'answerQuestion', { case: id, question: questionId }, { text: 'Um neun.' });
    expect(one('refusal', answered)).toMatchObject({ reason: 'notConfirmedYet', given: ['Um neun.'] });
  });
});

describe('a register that is down', () => {
  it('says so, says whom to call, and gives the report back', async () => {
    talk.register = { ...whole, findByCommand: down, read: down, list: down, append: down, nextOrdinal: down };
    const prompts = await talk.press(ADA, 'report', {}, WORDS);
    expect(one('refusal', prompts)).toMatchObject({ reason: 'storeDown', contact: { phone: '0211 123456' } });
    expect(one('reportForm', prompts).values).toEqual(WORDS);
    expect(refusal(await talk.press(DORA, 'openCases'))).toBe('storeDown');
  });

  it('gives back what was written into a form, an addition or an answer', async () => {
    const id = await talk.report();
    talk.register = { ...whole, findByCommand: down, read: down, list: down, append: down };
    const notice = { duty: 'art33-1:acme:de-nw', sentAt: '17:00', to: 'LDI NRW', means: 'Formular' };
    const form = one('refusal', await talk.press(DORA, 'submitForm', { case: id, form: 'notice' }, notice));
    expect(form).toMatchObject({ reason: 'storeDown', given: ['17:00', 'LDI NRW', 'Formular'] });
    const addition = one('refusal', await talk.press(ADA, 'addToReport', { case: id }, { text: 'Es waren zwei Listen.' }));
    expect(addition.given).toEqual(['Es waren zwei Listen.']);
    const answer = await talk.press(ADA, 'answerQuestion', { case: id, question: 'q' }, { text: 'Um neun.' });
    expect(one('refusal', answer).given).toEqual(['Um neun.']);
  });

  it('shows nothing of a case while a look cannot be recorded', async () => {
    const id = await talk.report();
    talk.register = { ...whole, recordLook: down };
    for (const verb of ['openCase', 'triage', 'assessment', 'chooseFact', 'looks'] as const) {
      const prompts = await talk.press(DORA, verb, { case: id });
      expect(prompts.map(({ kind }) => kind)).toEqual(['refusal']);
      expect(refusal(prompts)).toBe('storeDown');
    }
  });

  it('after a write: what is recorded is said, and nothing more is shown', async () => {
    const id = await talk.report();
    talk.register = { ...whole, recordLook: down };
    const prompts = await talk.press(DORA, 'answerFact', { case: id, fact: 'personalData', answer: 'yes' });
    expect(prompts).toMatchObject([{ kind: 'recorded', what: 'answer' }]);
    expect((await talk.record(id)).incident.personalData).toBe('yes');
  });

  it('stays down for what nobody foresaw: such an error is not swallowed', async () => {
    talk.register = { ...whole, list: () => Promise.reject(new TypeError('A mistake in the program.')) };
    await expect(talk.say(ADA, 'hilfe')).rejects.toThrow('A mistake in the program.');
  });
});

describe('two at a time', () => {
  it('two answers to one case are both recorded', async () => {
    const id = await talk.report();
    await Promise.all([
      talk.press(DORA, 'acknowledge', { case: id, hours: '2' }),
      talk.press(EMIL, 'answerFact', { case: id, fact: 'personalData', answer: 'yes' }),
      talk.press(ADA, 'giveHint', { case: id, hint: 'contained', answer: 'no' }),
    ]);
    expect(await talk.entries(id)).toBe(4);
  });

  it('another write in between: it is read and decided again', async () => {
    const id = await talk.report();
    let first = true;
    talk.register = {
      ...whole,
      append: async (request) => {
        if (first) {
          first = false;
          await talk.press(EMIL, 'answerFact', { case: id, fact: 'personalData', answer: 'no' });
        }
        return whole.append(request);
      },
    };
    const prompts = await talk.press(DORA, 'answerFact', { case: id, fact: 'personalData', answer: 'yes' });
    expect(one('question', prompts)).toMatchObject({ before: 'no', faults: [{ field: 'reasons', fault: 'missing' }] });
    expect((await talk.record(id)).incident.personalData).toBe('no');
  });

  it('a person who is excluded in between does not get through', async () => {
    const id = await talk.report();
    let first = true;
    talk.register = {
      ...whole,
      append: async (request) => {
        if (first) {
          first = false;
          await talk.submit(EMIL, 'exclude', id, { person: 'dora', reasons: 'Selbst betroffen' });
        }
        return whole.append(request);
      },
    };
    expect(refusal(await talk.press(DORA, 'acknowledge', { case: id, hours: '2' }))).toBe('noSuchCase');
    expect((await talk.record(id)).acknowledged).toBeUndefined();
  });

  it('twenty reports get twenty numbers without a gap', async () => {
    const people = Array.from({ length: 20 }, (_, place) => `P${place}`);
    await Promise.all(people.map((account) => talk.press(account, 'report', {}, WORDS)));
    const expected = people.map((_, place) => `DP-2026-${String(place + 1).padStart(4, '0')}`);
    expect((await cases()).toSorted()).toEqual(expected);
  });

  it('a case that moves without end is given up, and neither is said', async () => {
    const id = await talk.report();
    talk.register = { ...whole, append: async () => ({ outcome: 'conflict' }) };
    expect(refusal(await talk.press(DORA, 'acknowledge', { case: id, hours: '2' }))).toBe('notConfirmedYet');
  });
});

describe('an inbound id', () => {
  it('of somebody else reads nothing back', async () => {
    await talk.press(ADA, 'report', {}, WORDS, { id: 'taken' });
    const prompts = await talk.press(BEN, 'report', {}, { ...WORDS, text: 'Etwas anderes.' }, { id: 'taken' });
    expect(refusal(prompts)).toBe('notConfirmedYet');
    expect(find('recorded', prompts)).toBeUndefined();
  });

  it('is another one on another platform', async () => {
    await talk.press(ADA, 'report', {}, WORDS, { id: 'm1', platform: 'slack' });
    await talk.press(ADA, 'report', {}, WORDS, { id: 'm1', platform: 'teams' });
    expect(await cases()).toHaveLength(2);
  });
});

describe('after the write', () => {
  let id: CaseId;
  beforeEach(async () => {
    id = await talk.report();
  });

  it('the case is reconciled once for each write, and not for a repetition', async () => {
    const tap = [ADA, 'giveHint', { case: id, hint: 'contained', answer: 'no' }, {}, { id: 'tap' }] as const;
    await talk.press(...tap);
    await talk.press(...tap);
    expect(talk.reconciled).toEqual([id, id]);
  });

  it('a reconciliation that fails changes no answer', async () => {
    const failing = { ...talk.world, afterAppend: () => Promise.reject(new Error('The chat is down.')) };
    const content = { type: 'press', verb: 'giveHint', data: { case: id, hint: 'contained', answer: 'no' }, inputs: {} } as const;
    const inbound = { platform: 'slack', id: 'tap', account: ADA, name: 'Ada', place: 'direct', content } as const;
    expect((await handle(inbound, failing)).prompts).toMatchObject([{ kind: 'recorded', what: 'hint' }]);
  });

  it('a restart loses nothing', async () => {
    await talk.press(DORA, 'answerFact', { case: id, fact: 'personalData', answer: 'yes' });
    const before = await talk.record(id);
    await talk.restart();
    whole = talk.register;
    expect(await talk.record(id)).toEqual(before);
    expect(one('recorded', await talk.press(ADA, 'report', {}, { text: 'Noch eins.' })).number).toBe('DP-2026-0002');
  });
});

it('one case that cannot be read keeps nobody from the others, nor from reporting', async () => {
  const id = await talk.report();
  await talk.report('Ein anderer Fall.', '', BEN);
  const torn: Register = {
    ...whole,
    read: async (caseId) => {
      const stored = await whole.read(caseId);
      if (!stored || caseId !== id) return stored;
      const events = [{ type: 'FromTheFuture' } as never];
      return { ...stored, entries: stored.entries.map((entry) => ({ ...entry, events })) };
    },
  };
  talk.register = torn;
  expect(one('caseList', await talk.say(DORA, 'offen')).cases.map(({ number }) => number)).toEqual(['DP-2026-0002']);
  expect(refusal(await talk.press(DORA, 'openCase', { case: id }))).toBe('caseUnreadable');
  expect(one('recorded', await talk.press(ADA, 'report', {}, { text: 'Noch etwas.' })).number).toBe('DP-2026-0003');
});
