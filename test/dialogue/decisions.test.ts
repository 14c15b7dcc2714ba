import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseId } from '../../src/breach/identifiers.ts';
import { plain } from '../../cards/plain.ts';
import { summary } from '../../cards/summary.ts';
import { confirmationRequest } from '../../src/prompt/confirmationRequest.ts';
import { personId } from '../../src/breach/identifiers.ts';
import { instant } from '../../src/rules/instant.ts';
import type { Organisation } from '../../src/organisation.ts';
import {
  acme,
  AUTHORITY,
  CHRIS,
  Conversation,
  DORA,
  EDPB_CASE_1,
  EDPB_CASE_4,
  faults,
  find,
  one,
  PERSONS,
  RECORD,
  refusal,
  START,
} from './conversation.ts';

let talk: Conversation;
let id: CaseId;
const begin = async (organisation: Organisation = acme, noticedAt = ''): Promise<void> => {
  talk = await Conversation.open(organisation);
  id = await talk.report('Der Server ist verschlüsselt.', noticedAt);
};
afterEach(() => talk.end());

const decided = { reasons: 'Das Protokoll belegt es.', decidedBy: 'Geschäftsführung', dpoAdvice: 'Zustimmung' };
const ended = async () => (await talk.record(id)).duties.filter(({ end }) => end).map((duty) => duty.id);

describe('awareness', () => {
  beforeEach(() => begin());

  it('is recorded with moment, reasons and who decided', async () => {
    const prompts = await talk.submit(DORA, 'awareness', id, { moment: '17:40', ...decided });
    expect(one('recorded', prompts)).toMatchObject({ what: 'awareness', warnings: [] });
    expect((await talk.record(id)).awareness).toMatchObject({ acme: { moment: instant('2026-11-23T17:40:00+01:00') } });
  });

  it('does not ask for the controller where there is only one', async () => {
    const form = one('form', await talk.press(DORA, 'openForm', { case: id, form: 'awareness' }));
    expect(form.fields.map(({ name }) => name)).toEqual(['moment', 'reasons', 'decidedBy', 'dpoAdvice']);
  });

  it('warns of a gap of more than 24 hours, and keeps the earlier deadline visible', async () => {
    talk.pass(30);
    const prompts = await talk.submit(DORA, 'awareness', id, { moment: 'heute 23:30', ...decided });
    expect(one('recorded', prompts).warnings).toEqual([{ warning: 'awarenessGap', hours: 29 }]);
    const row = one('assessment', await talk.press(DORA, 'assessment', { case: id })).duties.find(
      (duty) => duty.id === AUTHORITY,
    );
    expect(row).toMatchObject({ basis: 'awareness', earlierDueBy: instant('2026-11-26T17:40:00+01:00') });
  });

  it('is refused by field, and loses nothing', async () => {
    const given = { moment: '18:00', reasons: '', decidedBy: '', dpoAdvice: 'Rat' };
    const prompts = await talk.submit(DORA, 'awareness', id, given);
    expect(faults(prompts)).toEqual(['moment: timeInFuture', 'reasons: missing', 'decidedBy: missing']);
    expect(one('form', prompts).values).toMatchObject(given);
  });

  it('stays quiet when repeated, by the same press or by the same words', async () => {
    const given = [DORA, 'awareness', id, { moment: '17:40', ...decided }] as const;
    const first = await talk.submit(...given, { id: 'same' });
    expect(await talk.submit(...given, { id: 'same' })).toEqual(first);
    expect(one('recorded', await talk.submit(...given)).what).toBe('nothingNew');
    expect(await talk.entries(id)).toBe(2);
  });
});

it('awareness asks for the controller where there are several', async () => {
  const kita = {
    ...acme.controllers[0]!,
    id: 'kita',
    name: 'Kita Sonne',
    land: 'BE',
    sector: 'public',
    authority: 'de-be',
  } as const;
  await begin({ ...acme, controllers: [...acme.controllers, kita] });
  const form = one('form', await talk.press(DORA, 'openForm', { case: id, form: 'awareness' }));
  expect(form.fields[0]).toMatchObject({ name: 'controller', choices: [{ id: 'acme' }, { id: 'kita' }] });
  expect(faults(await talk.submit(DORA, 'awareness', id, { moment: '17:40', ...decided }))).toEqual(['controller: chooseOne']);
  expect(faults(await talk.submit(DORA, 'awareness', id, { controller: 'x', moment: '17:40', ...decided }))).toEqual([
    'controller: chooseOne',
  ]);
});

describe('a decision not to notify', () => {
  beforeEach(() => begin());

  it('ends what is not owed, with reasons and decider', async () => {
    await talk.answerAll(id, EDPB_CASE_1);
    expect(one('recorded', await talk.submit(DORA, 'notNotifying', id, { duty: 'all', ...decided })).what).toBe('decision');
    expect(await ended()).toEqual([AUTHORITY, PERSONS]);
  });

  it('ends only the duty that was chosen', async () => {
    await talk.answerAll(id, EDPB_CASE_1);
    await talk.submit(DORA, 'notNotifying', id, { duty: PERSONS, ...decided });
    expect(await ended()).toEqual([PERSONS]);
  });

  it('against the assessment is asked back, and taken with an express word', async () => {
    await talk.answerAll(id, EDPB_CASE_4);
    const asked = await talk.submit(DORA, 'notNotifying', id, { duty: AUTHORITY, ...decided });
    expect(faults(asked)).toEqual(['againstAssessment: confirmAgainstAssessment']);
    expect(one('form', asked).fields.at(-1)).toMatchObject({ name: 'againstAssessment', input: 'toggle' });
    expect(one('form', asked).values).toMatchObject(decided);
    const taken = await talk.submit(DORA, 'notNotifying', id, { duty: AUTHORITY, ...decided, againstAssessment: 'true' });
    expect(one('recorded', taken).warnings).toEqual([{ warning: 'againstAssessment' }]);
  });

  it('does not reach the record, nor a duty of another case', async () => {
    for (const duty of [RECORD, 'art33-1:other:de-be', '']) {
      expect(faults(await talk.submit(DORA, 'notNotifying', id, { duty, ...decided }))).toEqual(['duty: chooseOne']);
    }
    expect(await ended()).toEqual([]);
  });

  it('sent a second time ends nothing twice', async () => {
    await talk.answerAll(id, EDPB_CASE_1);
    await talk.submit(DORA, 'notNotifying', id, { duty: 'all', ...decided });
    const before = await talk.entries(id);
    const refused = one('refusal', await talk.submit(DORA, 'notNotifying', id, { duty: 'all', ...decided }));
    expect(refused).toMatchObject({ reason: 'nothingToDecline', given: [decided.reasons, decided.decidedBy, decided.dpoAdvice] });
    expect(await talk.entries(id)).toBe(before);
  });
});

describe('an exception, and no breach', () => {
  beforeEach(() => begin());

  it('an exception ends the duty towards the persons alone', async () => {
    await talk.answerAll(id, EDPB_CASE_4);
    expect(faults(await talk.submit(DORA, 'exception', id, { duty: PERSONS, ground: 'because', ...decided }))).toEqual([
      'ground: chooseOne',
    ]);
    expect(
      one('recorded', await talk.submit(DORA, 'exception', id, { duty: PERSONS, ground: 'art34-3-b', ...decided })).what,
    ).toBe('decision');
    expect(await ended()).toEqual([PERSONS]);
  });

  it('no breach ends every duty', async () => {
    expect(faults(await talk.submit(DORA, 'noBreach', id, { ...decided, reasons: ' ' }))).toEqual(['reasons: missing']);
    expect(one('recorded', await talk.submit(DORA, 'noBreach', id, decided)).what).toBe('decision');
    expect(await ended()).toEqual([RECORD, AUTHORITY, PERSONS]);
    expect(one('recorded', await talk.submit(DORA, 'noBreach', id, decided)).what).toBe('nothingNew');
  });
});

describe('where the configuration asks for a decider', () => {
  beforeEach(() => begin({ ...acme, confirmation: ['awareness', 'not-notifying'] }));
  const record = () => talk.submit(DORA, 'awareness', id, { moment: '17:40', ...decided });
  const waiting = async () => (await talk.record(id)).decisions[0]!;

  it('a decision waits, is opened by the decider with its reasons and nothing more, and counts once confirmed', async () => {
    expect(one('recorded', await record()).what).toBe('decisionAwaitingConfirmation');
    expect((await talk.record(id)).awareness).toEqual({});
    const [request, ...more] = await talk.press(CHRIS, 'openCase', { case: id });
    expect(more).toEqual([]);
    expect(request).toMatchObject({ kind: 'confirmationRequest', ...decided, decision: 'awareness' });
    expect(JSON.stringify(request)).not.toContain('Der Server ist verschlüsselt.');
    const press = { case: id, decision: (await waiting()).decisionId };
    expect(one('recorded', await talk.press(CHRIS, 'confirmDecision', press))).toMatchObject({
      what: 'decisionConfirmed',
      next: [],
    });
    expect(await waiting()).toMatchObject({ counts: true, confirmations: ['chris'] });
  });

  it('awareness is opened with its moment, and with the gap where an authority will ask about it', async () => {
    talk.pass(48);
    await talk.submit(DORA, 'awareness', id, { moment: '25.11. 09:00', ...decided });
    const [request] = await talk.press(CHRIS, 'openCase', { case: id });
    const moment = instant('2026-11-25T09:00:00+01:00');
    expect(request).toMatchObject({ awareness: { moment, gap: { hours: 39, earliestNamed: START } } });
    expect(request).not.toHaveProperty('awareness.controllerName');
    for (const [language, ...said] of [
      ['de', 'Mi., 25.11.2026, 09:00 Uhr', 'Mo., 23.11.2026, 17:40 Uhr', '39 Stunden'],
      ['en', 'Wed 25 Nov 2026, 09:00', 'Mon 23 Nov 2026, 17:40', '39 hours'],
    ] as const) {
      for (const words of said) expect(plain(request!, language)).toContain(words);
      expect(summary(request!, language)).not.toContain(said[2]);
    }
  });

  it('awareness within a day is opened without a warning, and where there are several controllers with its own', async () => {
    const other = { ...acme.controllers[0]!, id: 'beta', name: 'Beta Betrieb AG' };
    talk.organisation = { ...talk.organisation, controllers: [...acme.controllers, other] };
    await talk.submit(DORA, 'awareness', id, { controller: 'acme', moment: '17:40', ...decided });
    const [request] = await talk.press(CHRIS, 'openCase', { case: id });
    expect(request).toMatchObject({ awareness: { moment: START, controllerName: 'Acme Verkehr GmbH' } });
    expect(request).not.toHaveProperty('awareness.gap');
    expect(plain(request!, 'de')).toContain('Verantwortlicher: Acme Verkehr GmbH');
  });

  it('not notifying is opened with whether it goes against the assessment, an exception with its ground', async () => {
    talk.organisation = { ...talk.organisation, confirmation: ['not-notifying', 'exception'] };
    await talk.answerAll(id, EDPB_CASE_4);
    await talk.submit(DORA, 'notNotifying', id, { duty: AUTHORITY, ...decided, againstAssessment: 'true' });
    await talk.submit(DORA, 'exception', id, { duty: PERSONS, ground: 'art34-3-b', ...decided });
    const requests = await talk.press(CHRIS, 'openCase', { case: id });
    expect(requests).toMatchObject([{ againstAssessment: true }, { ground: 'art34-3-b' }]);
    expect(plain(requests[0]!, 'de')).toContain('weicht von der Einschätzung ab');
    expect(plain(requests[1]!, 'de')).toContain('Art. 34 Abs. 3 Buchst. b DSGVO');
  });

  it('not notifying in line with the assessment says so', async () => {
    await talk.answerAll(id, EDPB_CASE_1);
    await talk.submit(DORA, 'notNotifying', id, { duty: 'all', ...decided });
    const [request] = await talk.press(CHRIS, 'openCase', { case: id });
    expect(request).toMatchObject({ againstAssessment: false });
    expect(plain(request!, 'de')).toContain('Die Einschätzung sagt dasselbe.');
  });

  it('is announced without the moment, the ground, and all that opens on a press', async () => {
    talk.pass(48);
    await record();
    const [opened] = await talk.press(CHRIS, 'openCase', { case: id });
    const announced = confirmationRequest({
      decision: await waiting(),
      caseId: id,
      record: await talk.record(id),
      organisation: talk.organisation,
      asOf: talk.now,
    });
    const onPress = Object.keys(opened!).filter((key) => !(key in announced));
    expect(onPress.toSorted()).toEqual(['awareness', 'decidedBy', 'dpoAdvice', 'reasons']);
    expect(plain(announced, 'de')).not.toContain('Zeitpunkt der Kenntnis:');
  });

  it('the decider finds it under the open cases and by its number', async () => {
    expect(refusal(await talk.say(CHRIS, 'offen'))).toBe('noSuchDecision');
    expect(refusal(await talk.say(CHRIS, 'DP-2026-0001'))).toBe('numberUnknown');
    await record();
    expect(one('confirmationRequest', await talk.say(CHRIS, 'offen')).number).toBe('DP-2026-0001');
    expect(one('confirmationRequest', await talk.say(CHRIS, 'DP-2026-0001')).reasons).toBe(decided.reasons);
  });

  it('nobody else confirms it, and nothing confirms what is not there', async () => {
    await record();
    const press = { case: id, decision: (await waiting()).decisionId };
    for (const account of [DORA, 'EMIL', 'MARA', 'ADA']) {
      expect(refusal(await talk.press(account, 'confirmDecision', press))).toBe('notAllowed');
    }
    expect(refusal(await talk.press(CHRIS, 'confirmDecision', { ...press, decision: 'other' }))).toBe('noSuchDecision');
    expect((await waiting()).counts).toBe(false);
  });

  it('a controller that names its own decider is confirmed by that one alone', async () => {
    const carla = { id: personId('carla'), name: 'Carla', roles: ['decider'], accounts: { slack: 'CARLA' } } as const;
    talk.organisation = {
      ...talk.organisation,
      persons: [...acme.persons, carla],
      controllers: [{ ...acme.controllers[0]!, decider: carla.id }],
    };
    await record();
    const press = { case: id, decision: (await waiting()).decisionId };
    expect(refusal(await talk.press(CHRIS, 'confirmDecision', press))).toBe('notAllowed');
    expect(one('recorded', await talk.press('CARLA', 'confirmDecision', press)).what).toBe('decisionConfirmed');
  });

  it('confirmed twice is confirmed once', async () => {
    await record();
    const press = [CHRIS, 'confirmDecision', { case: id, decision: (await waiting()).decisionId }] as const;
    const first = await talk.press(...press, {}, { id: 'same' });
    expect(await talk.press(...press, {}, { id: 'same' })).toEqual(first);
    expect(one('recorded', await talk.press(...press)).what).toBe('nothingNew');
    expect(await talk.entries(id)).toBe(3);
  });

  it('the decider may reject it, with reasons; then it waits no more and nobody can confirm it', async () => {
    await record();
    const { decisionId } = await waiting();
    const rejected = { decision: decisionId, reasons: 'Der Zeitpunkt ist nicht belegt.' };
    expect(faults(await talk.submit(CHRIS, 'withdrawDecision', id, { ...rejected, reasons: '' }))).toEqual(['reasons: missing']);
    expect(refusal(await talk.submit('MARA', 'withdrawDecision', id, rejected))).toBe('notAllowed');
    expect(one('recorded', await talk.submit(CHRIS, 'withdrawDecision', id, rejected)).what).toBe('decisionWithdrawn');
    expect((await talk.record(id)).awareness).toEqual({});
    expect(refusal(await talk.press(CHRIS, 'confirmDecision', { case: id, decision: decisionId }))).toBe('decisionOvertaken');
  });

  it('the office may take it back', async () => {
    await record();
    const back = { decision: (await waiting()).decisionId, reasons: 'Zu früh festgehalten.' };
    expect(one('recorded', await talk.submit(DORA, 'withdrawDecision', id, back)).what).toBe('decisionWithdrawn');
  });

  it('the case stays open while the confirmation is missing', async () => {
    await talk.answerAll(id, EDPB_CASE_1);
    await talk.submit(DORA, 'notNotifying', id, { duty: 'all', ...decided });
    const refused = one('refusal', await talk.submit(DORA, 'close', id, {}));
    expect(refused.reason).toBe('dutiesOpen');
    expect(refused.duties.map((duty) => duty.id)).toEqual([RECORD, AUTHORITY, PERSONS]);
    expect(find('recorded', [refused])).toBeUndefined();
  });
});
