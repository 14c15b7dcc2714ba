import { afterEach, describe, expect, it } from 'vitest';
import { plain } from '../../cards/plain.ts';
import type { DecisionState } from '../../src/breach/breachCase.ts';
import { personId, type CaseId } from '../../src/breach/identifiers.ts';
import { openDuties } from '../../src/breach/duties.ts';
import { openedRequest } from '../../src/prompt/confirmationRequest.ts';
import { owed } from '../../src/reminders/owed.ts';
import { acme, Conversation, DORA, EDPB_CASE_4, faults, find, one, refusal } from './conversation.ts';

const withNeighbours = {
  ...acme,
  neighbours: [
    { id: 'nis2', regime: 'nis2', country: 'DE' },
    { id: 'contract.hoster', regime: 'contract', name: 'Hoster GmbH', hours: 48, country: 'DE' },
  ],
} as const;
const WARNING = 'neighbour:acme:nis2/warning/nis2-office';
const NOTIFICATION = 'neighbour:acme:nis2/notification/nis2-office';
const FINAL = 'neighbour:acme:nis2/final/nis2-office';

let talk: Conversation;
let id: CaseId;
const begin = async () => {
  talk = await Conversation.open(withNeighbours);
  id = await talk.report('Der Server ist verschlüsselt.');
};
afterEach(() => talk.end());

const open = async () => openDuties(await talk.record(id)).map((duty) => duty.id);
const neighbours = async () => (await open()).filter((duty) => duty.startsWith('neighbour'));
const answer = (neighbour: string, neighbourAnswer: string, more: Readonly<Record<string, string>> = {}) =>
  talk.submit(DORA, 'neighbour', id, { neighbour, neighbourAnswer, ...more });
const record = (duty: string, more: Readonly<Record<string, string>> = {}) =>
  talk.submit(DORA, 'notice', id, { duty, sentAt: 'jetzt', to: 'Meldestelle', means: 'Portal', ...more });
const remindedOf = async (about: string) => {
  const known = { caseId: id, record: await talk.record(id), organisation: talk.organisation, platforms: ['slack'] as const };
  return owed({ ...known, now: talk.now }).flatMap(({ slot }) => (slot.includes(about) ? [slot.split('/').at(-2)] : []));
};

describe('the questions', () => {
  it('stand on the card as open duties, and the form asks them in words', async () => {
    await begin();
    const prompts = await talk.press(DORA, 'openCase', { case: id });
    const details = one('caseDetails', prompts);
    expect(details.card.actions).toContainEqual({ verb: 'openForm', data: { case: id, form: 'neighbour' } });
    expect(plain(details, 'de')).toContain(
      'Vertrag (Hoster GmbH): Muss dieser Vertragspartner über den Vorfall unterrichtet werden?',
    );
    expect(plain(details, 'de')).toContain('noch nicht beantwortet');
    const form = one('form', await talk.press(DORA, 'openForm', { case: id, form: 'neighbour' }));
    expect(form.fields[0]?.choices?.map((choice) => choice.id)).toEqual(['nis2', 'contract.hoster']);
    expect(form.fields[0]?.choices?.[0]?.label?.de).toMatch(/^NIS-2: Ist das ein erheblicher .* Frist ab: Kenntnis/);
  });

  it('„not known yet“ is recorded and keeps the question', async () => {
    await begin();
    expect(one('recorded', await answer('nis2', 'unknown')).what).toBe('neighbour');
    expect(await neighbours()).toContain('neighbour-question:acme:nis2');
    talk.pass(24);
    expect(await remindedOf('neighbour-question:acme:nis2')).toContain('24h');
  });

  it('what is missing goes back to its field, with everything typed', async () => {
    await begin();
    expect(faults(await answer('nis2', 'applies'))).toEqual(['moment: missing']);
    expect(faults(await answer('nis2', 'applies', { moment: '24.11.2026 17:40' }))).toEqual(['moment: timeInFuture']);
    expect(faults(await answer('nis2', 'not-applicable', { reasons: 'Nein' }))).toEqual(['decidedBy: missing']);
    expect(faults(await answer('nis2', 'perhaps'))).toEqual(['neighbourAnswer: chooseOne']);
    expect(faults(await answer('dora', 'unknown'))).toEqual(['neighbour: chooseOne']);
    const form = one('form', await answer('nis2', 'not-applicable', { reasons: 'Kein Betrieb gestört' }));
    expect(form.values).toMatchObject({ reasons: 'Kein Betrieb gestört' });
  });

  it('an employee cannot answer them', async () => {
    await begin();
    const prompts = await talk.submit('ADA', 'neighbour', id, { neighbour: 'nis2', neighbourAnswer: 'unknown' });
    expect(refusal(prompts)).toBe('notAllowed');
  });
});

describe('NIS2 from the report to the end', () => {
  it('24 hours, 72 hours, a month from what was sent; and no closing before', async () => {
    await begin();
    await answer('contract.hoster', 'not-applicable', { reasons: 'Nur eigene Systeme', decidedBy: 'Leitung IT' });
    talk.pass(1);
    const applied = one('recorded', await answer('nis2', 'applies', { moment: '17:40' }));
    expect(applied.warnings).toEqual([{ warning: 'reportOpened' }]);
    expect(await neighbours()).toEqual([WARNING, NOTIFICATION]);

    talk.pass(22);
    expect(await remindedOf(WARNING)).toContain('1h-before');
    expect(one('recorded', await record(WARNING)).warnings).toEqual([]);
    expect(await remindedOf(WARNING)).toEqual([]);
    expect(await neighbours()).toEqual([NOTIFICATION]);

    await talk.restart();
    talk.pass(40);
    expect(one('recorded', await record(NOTIFICATION)).warnings).toEqual([{ warning: 'reportOpened' }]);
    expect(await neighbours()).toEqual([FINAL]);
    const final = (await talk.record(id)).duties.find((duty) => duty.id === FINAL);
    expect(final?.clocks[0]).toMatchObject({ startsAt: talk.now, dueBy: '2026-12-26T07:40:00.000Z' });

    await talk.answerAll(id, EDPB_CASE_4);
    await record('art33-1:acme:de-nw', { reference: 'AZ 1' });
    await record('art34-1:acme:persons');
    await talk.submit(DORA, 'completeRecord', id, { facts: 'Angriff', effects: 'Daten weg', remedialAction: 'Neu aufgesetzt' });
    expect(await open()).toEqual([FINAL]);
    expect(refusal(await talk.submit(DORA, 'close', id, { note: '' }))).toBe('dutiesOpen');

    talk.pass(24 * 40);
    expect(faults(await record(FINAL))).toEqual(['reasonsForDelay: reasonsForLateReport']);
    expect(one('recorded', await record(FINAL, { reasonsForDelay: 'Gutachten kam spät' })).warnings).toEqual([
      { warning: 'reportLate' },
    ]);
    expect(find('recorded', await talk.submit(DORA, 'close', id, { note: '' }))?.what).toBe('closed');
  });

  it('a final report that still lacks something counts as a progress report, and the form says so beforehand', async () => {
    await begin();
    await answer('nis2', 'applies', { moment: '17:40' });
    const hint = 'gilt eine Abschlussmeldung (etwa nach NIS-2) als Fortschrittsmeldung';
    const asked = async () => plain(one('form', await talk.press(DORA, 'openForm', { case: id, form: 'notice' })), 'de');
    await record(WARNING);
    expect(await asked()).not.toContain(hint);
    await record(NOTIFICATION);
    expect(await asked()).toContain(hint);
    talk.pass(1);
    expect(one('recorded', await record(FINAL, { missing: 'Gutachten' })).warnings).toEqual([{ warning: 'reportOpened' }]);
    expect(await neighbours()).toContain(FINAL);
  });

  it('to confirm that a report is not sent, a decider is told nothing of an assessment that says nothing', async () => {
    await begin();
    await answer('nis2', 'applies', { moment: '17:40' });
    const decided = { kind: 'not-notifying', duties: [WARNING], againstAssessment: false } as const;
    const decision: DecisionState = {
      ...{ decisionId: 'd', decision: decided, reasons: 'Nicht erheblich', decidedBy: 'Leitung', dpoAdvice: '' },
      ...{ recordedAt: talk.now, recordedBy: personId('U1'), counts: false, confirmations: [] },
    };
    const known = { caseId: id, record: await talk.record(id), organisation: talk.organisation, asOf: talk.now };
    const request = openedRequest({ ...known, decision });
    expect(request.duties.map(({ kind }) => kind)).toEqual(['neighbour']);
    expect(request).not.toHaveProperty('againstAssessment');
    const aware = { kind: 'awareness', controller: 'acme', moment: talk.now } as const;
    const timed = openedRequest({ ...known, decision: { ...decision, decision: aware } });
    expect(timed.duties.map(({ kind }) => kind)).not.toContain('neighbour');
  });

  it('reads well on the case, in both languages, and says nothing of awareness under the GDPR', async () => {
    await begin();
    await answer('nis2', 'applies', { moment: '17:40' });
    const details = one('caseDetails', await talk.press(DORA, 'openCase', { case: id }));
    expect(plain(details, 'de')).toContain('NIS-2: Frühe Erstmeldung');
    expect(plain(details, 'de')).toContain('Unverzüglich, spätestens Di., 24.11.2026, 17:40 Uhr (noch 24 Std.)');
    expect(plain(details, 'de')).toContain('Die Frist läuft ab Mo., 23.11.2026, 17:40 Uhr');
    expect(plain(details, 'de')).toContain('Ja, sie gilt');
    expect(plain(details, 'en')).toContain('NIS2: Early warning');
    expect(plain(details, 'en')).toContain('To: NIS2 reporting office');
  });
});
