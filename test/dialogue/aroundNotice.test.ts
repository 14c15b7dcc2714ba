import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseId } from '../../src/breach/identifiers.ts';
import type { FormKind } from '../../src/prompt/action.ts';
import { AUTHORITY, BEN, Conversation, DORA, EDPB_CASE_4, MARA, one, refusal } from './conversation.ts';

let talk: Conversation;
let id: CaseId;
beforeEach(async () => {
  talk = await Conversation.open();
  id = await talk.report('Ein Laptop mit Kundendaten ist weg.');
});
afterEach(() => talk.end());

const submit = (form: FormKind, inputs: Readonly<Record<string, string>>) => talk.submit(DORA, form, id, inputs);
const faultsOf = async (form: FormKind, inputs: Readonly<Record<string, string>>) => {
  const asked = one('form', await submit(form, inputs));
  expect(asked.values).toMatchObject(inputs);
  return asked.faults.map(({ field, fault }) => `${field}: ${fault}`);
};
const formsOfPlan = async () =>
  one('noticePlan', await talk.press(DORA, 'prepareNotice', { case: id, duty: AUTHORITY })).actions.map(({ data }) => data.form);

const FORMS = ['reference', 'callInAdvance', 'authorityQuestion', 'authorityAnswer', 'countGroup', 'explainMeasure'] as const;

it.each(FORMS)('„%s“ is for the office alone', async (form) => {
  expect(refusal(await talk.press(BEN, 'openForm', { case: id, form }))).toBe('notAllowed');
  expect(refusal(await talk.submit(MARA, form, id, { duty: AUTHORITY }))).toBe('notAllowed');
});

describe('a call in advance', () => {
  const call = { toldAt: '17:30', spokeWith: 'Zentrale', note: 'Meldung bis morgen angekündigt' };

  it('is kept and ends nothing; said again it stays quiet', async () => {
    talk.pass(1);
    const open = (await talk.record(id)).duties.find((duty) => duty.id === AUTHORITY);
    expect(await formsOfPlan()).toContain('callInAdvance');
    expect(one('recorded', await submit('callInAdvance', call)).what).toBe('toldInAdvance');
    expect((await talk.record(id)).duties.find((duty) => duty.id === AUTHORITY)).toEqual(open);
    expect(one('recorded', await submit('callInAdvance', call)).what).toBe('nothingNew');
    expect((await talk.record(id)).toldInAdvance).toMatchObject([{ duty: AUTHORITY, spokeWith: 'Zentrale' }]);
  });

  it('asks back at the field, and nothing typed is lost', async () => {
    expect(await faultsOf('callInAdvance', { ...call, toldAt: '24.11.2027 09:00' })).toEqual(['toldAt: timeInFuture']);
    expect(await faultsOf('callInAdvance', { ...call, spokeWith: '' })).toEqual(['spokeWith: missing']);
    expect((await talk.record(id)).toldInAdvance).toEqual([]);
  });
});

describe('a question of the authority', () => {
  const question = { text: 'Wie viele Kinder sind betroffen?', dueBy: '2026-11-27T12:00', owner: 'IT' };
  const answer = async (more: Readonly<Record<string, string>> = {}) => {
    const [asked] = (await talk.record(id)).authorityQuestions;
    return {
      authorityQuestion: asked?.questionId ?? '',
      sentAt: '2026-11-24T10:00',
      means: 'E-Mail',
      proofText: 'Postfach',
      ...more,
    };
  };

  it('gets a deadline and a task of its own, once', async () => {
    expect(one('recorded', await submit('authorityQuestion', question)).what).toBe('authorityQuestion');
    expect(one('recorded', await submit('authorityQuestion', question)).what).toBe('nothingNew');
    const record = await talk.record(id);
    expect(record.authorityQuestions).toMatchObject([{ duty: AUTHORITY, text: question.text }]);
    expect(record.measures).toMatchObject([{ owner: 'IT', text: question.text }]);
  });

  it('says at its field what does not fit', async () => {
    expect(await faultsOf('authorityQuestion', { ...question, text: '', owner: '' })).toEqual([
      'text: missing',
      'owner: missing',
    ]);
    expect(await faultsOf('authorityQuestion', { ...question, dueBy: '2026-11-20T12:00' })).toEqual(['dueBy: beforeAsked']);
    expect((await talk.record(id)).authorityQuestions).toEqual([]);
  });

  it('is answered with a proof, and then the task is done and nothing is left to answer', async () => {
    await submit('authorityQuestion', question);
    expect(await formsOfPlan()).toContain('authorityAnswer');
    talk.pass(24);
    expect(await faultsOf('authorityAnswer', await answer({ proofText: '' }))).toEqual(['proofText: missing']);
    expect(await faultsOf('authorityAnswer', await answer({ sentAt: '2026-11-23T10:00' }))).toEqual(['sentAt: beforeAsked']);
    expect(one('recorded', await submit('authorityAnswer', await answer())).what).toBe('authorityAnswer');
    expect((await talk.record(id)).measures.every(({ finishedAt }) => finishedAt !== undefined)).toBe(true);
    expect(refusal(await submit('authorityAnswer', await answer()))).toBe('noQuestionOpen');
    expect(await formsOfPlan()).not.toContain('authorityAnswer');
  });
});

describe('the reference of the authority', () => {
  const sent = {
    duty: AUTHORITY,
    sentAt: '17:40',
    to: 'LDI NRW',
    means: 'Online-Formular',
    proof: 'own-copy',
    proofText: 'Akte',
  };

  it('waits until something was sent', async () => {
    expect(refusal(await submit('reference', { reference: 'AZ 7' }))).toBe('nothingSentYet');
  });

  it('is recorded later, ends the question for it, and stays quiet when repeated', async () => {
    await talk.answerAll(id, EDPB_CASE_4);
    one('recorded', await submit('notice', { ...sent, missing: 'Zahlen' }));
    expect(await formsOfPlan()).toContain('reference');
    expect(await faultsOf('reference', { reference: '' })).toEqual(['reference: missing']);
    expect(await faultsOf('reference', { reference: 'AZ 7', receivedAt: '2026-11-20T10:00' })).toEqual([
      'receivedAt: beforeSent',
    ]);
    expect(one('recorded', await submit('reference', { reference: 'AZ 7' })).what).toBe('referenceReceived');
    talk.pass(1);
    expect(one('recorded', await submit('reference', { reference: 'AZ 7' })).what).toBe('nothingNew');
    expect((await talk.record(id)).notices.at(-1)).toMatchObject({ reference: 'AZ 7' });
    expect((await talk.record(id)).measures.every(({ finishedAt }) => finishedAt !== undefined)).toBe(true);
    expect(await formsOfPlan()).not.toContain('reference');
  });
});

describe('the number of a group', () => {
  it('is recorded by group, and stays quiet when repeated', async () => {
    const counted = { group: 'customers', groupKind: 'approximate', count: '1.200', detail: 'Abonnenten' };
    expect(one('recorded', await submit('countGroup', counted)).what).toBe('groupCounted');
    expect(one('recorded', await submit('countGroup', counted)).what).toBe('nothingNew');
    expect(one('recorded', await submit('countGroup', { group: 'minors', groupKind: 'to-be-determined' })).what).toBe(
      'groupCounted',
    );
    expect((await talk.record(id)).groups).toMatchObject([
      { group: 'customers', count: '1200' },
      { group: 'minors', kind: 'to-be-determined', count: '' },
    ]);
  });

  it.each([
    ['exact', '', 'count: missing'],
    ['exact', 'viele', 'count: wholeNumber'],
    ['not-determinable', '12', 'count: numberUncalledFor'],
    ['', '12', 'groupKind: chooseOne'],
  ])('with „%s“ and „%s“ comes back with everything typed', async (groupKind, count, fault) => {
    expect(await faultsOf('countGroup', { group: 'customers', groupKind, count, detail: 'Abonnenten' })).toEqual([fault]);
    expect((await talk.record(id)).groups).toEqual([]);
  });
});

describe('what a measure is for', () => {
  it('needs a measure', async () => {
    expect(refusal(await talk.press(DORA, 'openForm', { case: id, form: 'explainMeasure' }))).toBe('noMeasureYet');
  });

  it('is recorded with the risk it reduces, and stays quiet when repeated', async () => {
    await submit('measure', { text: 'Laptop sperren', dueBy: '30.11. 12:00', owner: 'IT' });
    expect(await formsOfPlan()).toContain('explainMeasure');
    const measure = (await talk.record(id)).measures[0]!.measureId;
    expect(await faultsOf('explainMeasure', { measure, effect: 'gesperrt' })).toEqual(['against: missing']);
    const said = { measure, against: 'Fremde lesen die Daten', effect: 'gesperrt' };
    expect(one('recorded', await submit('explainMeasure', said)).what).toBe('measureExplained');
    expect(one('recorded', await submit('explainMeasure', said)).what).toBe('nothingNew');
    expect((await talk.record(id)).measures[0]).toMatchObject({ against: 'Fremde lesen die Daten', effect: 'gesperrt' });
  });
});
