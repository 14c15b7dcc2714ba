// What is said around the notices to an authority: its reference, a call in advance, what it asks, numbers by group, what measures are for.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseId } from '../../src/breach/identifiers.ts';
import type { FormKind } from '../../src/prompt/action.ts';
import { AUTHORITY, BEN, Conversation, DORA, faults, one, refusal } from './conversation.ts';

let talk: Conversation;
let id: CaseId;
beforeEach(async () => {
  talk = await Conversation.open();
  id = await talk.report('Ein Laptop mit Kundendaten ist weg.');
});
afterEach(() => talk.end());

type Inputs = Readonly<Record<string, string>>;
const submit = (form: FormKind, inputs: Inputs, inbound?: { readonly id: string }) =>
  talk.submit(DORA, form, id, inputs, ...(inbound === undefined ? [] : [inbound]));
const version = async () => (await talk.register.read(id))?.version;
const offered = async () => {
  const { actions } = one('noticePlan', await talk.press(DORA, 'prepareNotice', { case: id }));
  return actions.flatMap(({ data }) => (data.form === undefined ? [] : [data.form]));
};
const send = (more: Inputs = {}) =>
  submit('notice', {
    ...{ duty: AUTHORITY, sentAt: '17:40', to: 'LDI NRW', means: 'Formular', reference: '', missing: '' },
    ...{ proof: 'own-copy', proofText: 'PDF in der Akte', ...more },
  });
const task = async (words: string) => (await talk.record(id)).measures.find(({ text }) => text.includes(words));

describe('the reference of the authority', () => {
  it('is asked for once something was sent without it, and ends the task that asks for it', async () => {
    expect(await offered()).not.toContain('reference');
    await send();
    expect(await offered()).toContain('reference');
    expect((await task('Aktenzeichen'))?.finishedAt).toBeUndefined();
    talk.pass(3);
    expect(one('recorded', await submit('reference', { reference: ' LDI 47/11 ', receivedAt: '' })).what).toBe(
      'referenceReceived',
    );
    const { notices } = await talk.record(id);
    expect(notices).toMatchObject([{ reference: 'LDI 47/11', receivedAt: talk.now }]);
    expect((await task('Aktenzeichen'))?.finishedAt).toBe(talk.now);
    expect(await offered()).not.toContain('reference');
  });

  it('is refused before anything was sent, and at its field where it arrived before that', async () => {
    expect(refusal(await submit('reference', { reference: 'LDI 1', receivedAt: '' }))).toBe('nothingSentYet');
    talk.pass(2);
    await send({ sentAt: '18:00' });
    expect(faults(await submit('reference', { reference: 'LDI 1', receivedAt: '17:45' }))).toEqual(['receivedAt: beforeThat']);
    expect(faults(await submit('reference', { reference: '', receivedAt: '' }))).toEqual(['reference: missing']);
  });

  it('said again later, without another day, changes nothing', async () => {
    await send();
    await submit('reference', { reference: 'LDI 1', receivedAt: '' });
    const recorded = await version();
    talk.pass(1);
    expect(one('recorded', await submit('reference', { reference: 'LDI 1', receivedAt: '' })).what).toBe('nothingNew');
    expect(await version()).toBe(recorded);
  });

  it('delivered twice is one', async () => {
    await send();
    const given = { reference: 'LDI 1', receivedAt: '17:40' };
    const first = await submit('reference', given, { id: 'same' });
    const recorded = await version();
    expect(await submit('reference', given, { id: 'same' })).toEqual(first);
    await submit('reference', given);
    expect(await version()).toBe(recorded);
  });
});

describe('a call in advance', () => {
  it('is kept and ends nothing', async () => {
    const said = await submit('toldInAdvance', { duty: AUTHORITY, toldAt: '17:40', spokeWith: 'Bereitschaft LDI', note: '' });
    expect(one('recorded', said).what).toBe('toldInAdvance');
    const { toldInAdvance, duties } = await talk.record(id);
    expect(toldInAdvance).toMatchObject([{ duty: AUTHORITY, spokeWith: 'Bereitschaft LDI' }]);
    expect(duties.find((duty) => duty.id === AUTHORITY)?.end).toBeUndefined();
  });

  it('lies in the past, and was with somebody', async () => {
    const said = await submit('toldInAdvance', { toldAt: '30.11.2026 09:00', spokeWith: '', note: '' });
    expect(faults(said)).toEqual(['toldAt: timeInFuture', 'spokeWith: missing']);
    expect((await talk.record(id)).toldInAdvance).toEqual([]);
  });

  it('said twice is one', async () => {
    const given = { toldAt: '17:40', spokeWith: 'Bereitschaft LDI', note: '' };
    await submit('toldInAdvance', given);
    const recorded = await version();
    await submit('toldInAdvance', given);
    expect(await version()).toBe(recorded);
  });
});

describe('a question of the authority', () => {
  const question = { text: 'Was zeigen die Protokolle?', receivedAt: '17:40', dueBy: '30.11.2026 12:00', owner: 'IT' };

  it('gets its own deadline and task, is offered to be answered, and ends with the answer and its proof', async () => {
    expect(one('recorded', await submit('authorityQuestion', question)).what).toBe('authorityQuestion');
    expect(await task('Protokolle')).toMatchObject({ owner: 'IT', dueBy: '2026-11-30T11:00:00.000Z' });
    expect(await offered()).toContain('authorityAnswer');
    const form = one('form', await talk.press(DORA, 'openForm', { case: id, form: 'authorityAnswer' }));
    const [choice] = form.fields.find(({ name }) => name === 'question')?.choices ?? [];
    expect(choice?.label?.de).toBe('Was zeigen die Protokolle?');
    talk.pass(4);
    const answer = { question: choice?.id ?? '', sentAt: '20:00', means: 'E-Mail', proofText: 'Sendebericht' };
    expect(faults(await submit('authorityAnswer', { ...answer, proofText: '' }))).toEqual(['proofText: missing']);
    expect(faults(await submit('authorityAnswer', { ...answer, sentAt: '17:39' }))).toEqual(['sentAt: beforeThat']);
    expect(one('recorded', await submit('authorityAnswer', answer)).what).toBe('authorityAnswer');
    expect((await task('Protokolle'))?.finishedAt).toBe(talk.now);
    expect(await offered()).not.toContain('authorityAnswer');
  });

  it('needs a deadline ahead of it and somebody who answers it; nothing typed is lost', async () => {
    const given = { ...question, dueBy: 'gestern 9:00', owner: '' };
    const asked = await submit('authorityQuestion', given);
    expect(faults(asked)).toEqual(['owner: missing']);
    expect(one('form', asked).values).toMatchObject(given);
    expect(faults(await submit('authorityQuestion', { ...given, owner: 'IT' }))).toEqual(['dueBy: untilPast']);
  });

  it('recorded twice is one, and without one there is nothing to answer', async () => {
    expect(refusal(await talk.press(DORA, 'openForm', { case: id, form: 'authorityAnswer' }))).toBe('nothingAsked');
    await submit('authorityQuestion', question);
    const recorded = await version();
    await submit('authorityQuestion', question);
    expect(await version()).toBe(recorded);
  });
});

describe('numbers by group of persons', () => {
  it('are kept for each group, exact or about, and can be changed', async () => {
    const about = { group: 'customers', countKind: 'approximate', count: '1.200', detail: 'Filiale Bonn' };
    expect(one('recorded', await submit('countGroup', about)).what).toBe('groupCounted');
    await submit('countGroup', { ...about, countKind: 'exact', count: '1187' });
    await submit('countGroup', { group: 'minors', countKind: 'to-be-determined', count: '', detail: '' });
    expect((await talk.record(id)).groups).toMatchObject([
      { group: 'customers', kind: 'exact', count: '1187', detail: 'Filiale Bonn' },
      { group: 'minors', kind: 'to-be-determined', count: '' },
    ]);
  });

  it.each([
    ['a number that is none', { countKind: 'exact', count: 'viele' }, 'wholeNumber'],
    ['no number where it is said to be exact', { countKind: 'exact', count: '' }, 'wholeNumber'],
    ['a number that is said not to be known', { countKind: 'to-be-determined', count: '12' }, 'numberUncalledFor'],
  ])('%s is asked back at its field', async (_what, more, fault) => {
    const given = { group: 'customers', detail: '', ...more };
    expect(faults(await submit('countGroup', given))).toEqual([`count: ${fault}`]);
    expect((await talk.record(id)).groups).toEqual([]);
  });

  it('said twice are said once', async () => {
    const given = { group: 'employees', countKind: 'exact', count: '12', detail: '' };
    await submit('countGroup', given);
    const recorded = await version();
    await submit('countGroup', given);
    expect(await version()).toBe(recorded);
  });
});

describe('what a measure is for', () => {
  it('is said of a measure there is; a task that only asks for something is none', async () => {
    expect(refusal(await talk.press(DORA, 'openForm', { case: id, form: 'explainMeasure' }))).toBe('nothingToExplain');
    await send();
    expect(await offered()).not.toContain('explainMeasure');
    await submit('measure', { text: 'Gerät gesperrt', dueBy: '30.11.2026 12:00', owner: 'IT' });
    const form = one('form', await talk.press(DORA, 'openForm', { case: id, form: 'explainMeasure' }));
    const choices = form.fields.find(({ name }) => name === 'measure')?.choices ?? [];
    expect(choices.map(({ label }) => label?.de)).toEqual(['Gerät gesperrt']);
    const given = { measure: choices[0]?.id ?? '', against: 'Zugriff Fremder', effect: '' };
    expect(faults(await submit('explainMeasure', { ...given, against: '' }))).toEqual(['against: missing']);
    expect(one('recorded', await submit('explainMeasure', given)).what).toBe('measureExplained');
    const recorded = await version();
    await submit('explainMeasure', given);
    expect(await version()).toBe(recorded);
  });
});

it.each(['reference', 'toldInAdvance', 'authorityQuestion', 'authorityAnswer', 'countGroup', 'explainMeasure'] as const)(
  'the form %s is for the office alone',
  async (form) => {
    expect(refusal(await talk.press(BEN, 'openForm', { case: id, form }))).toBe('notAllowed');
    expect(refusal(await talk.submit(BEN, form, id, {}))).toBe('notAllowed');
  },
);
