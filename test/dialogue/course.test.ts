import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseId } from '../../src/breach/identifiers.ts';
import { plain, plainActions } from '../../cards/plain.ts';
import type { FormKind } from '../../src/prompt/action.ts';
import { instant } from '../../src/rules/instant.ts';
import {
  acmeForKita,
  ADA,
  AUTHORITY,
  BEN,
  Conversation,
  DORA,
  EDPB_CASE_1,
  EDPB_CASE_4,
  EMIL,
  faults,
  find,
  MARA,
  one,
  PERSONS,
  RECORD,
  refusal,
} from './conversation.ts';

let talk: Conversation;
let id: CaseId;
beforeEach(async () => {
  talk = await Conversation.open();
  id = await talk.report('Der Server ist verschlüsselt.');
});
afterEach(() => talk.end());
/** Begins anew where we also process data for somebody else. */
async function forKita(): Promise<void> {
  await talk.end();
  talk = await Conversation.open(acmeForKita);
  id = await talk.report('Der Server ist verschlüsselt.');
}
const OF_KITA = { controller: 'kita', role: 'processor' } as const;
const OF_OURS = { controller: 'acme', role: 'controller' } as const;

const decided = { reasons: 'Gründe', decidedBy: 'Geschäftsführung', dpoAdvice: '' };
const FOLLOW_UP = AUTHORITY.replace('art33-1', 'art33-4');
const notice = { duty: AUTHORITY, to: 'LDI NRW', means: 'Online-Formular', reference: 'AZ 1', missing: '' };
const texts = { facts: 'Was war', effects: 'Was folgt', remedialAction: 'Was hilft' };

describe('a notice', () => {
  beforeEach(() => talk.answerAll(id, EDPB_CASE_4));

  it('is recorded with to whom, when and by what means, and ends its duty', async () => {
    talk.pass(2);
    const prompts = await talk.submit(DORA, 'notice', id, { ...notice, sentAt: '19:30' });
    expect(one('recorded', prompts)).toMatchObject({ what: 'notice', warnings: [] });
    const record = await talk.record(id);
    expect(record.notices).toMatchObject([{ to: 'LDI NRW', means: 'Online-Formular', reference: 'AZ 1', late: false }]);
    expect(record.duties.find((duty) => duty.id === AUTHORITY)?.end?.how).toBe('notice');
  });

  it('that is late first comes back for the reasons, with everything that was typed', async () => {
    talk.pass(73);
    const given = { ...notice, sentAt: 'heute 18:00' };
    const asked = await talk.submit(DORA, 'notice', id, given);
    expect(faults(asked)).toEqual(['reasonsForDelay: reasonsForDelay']);
    expect(one('form', asked).values).toMatchObject(given);
    expect(one('form', asked).fields.at(-1)).toMatchObject({ name: 'reasonsForDelay', input: 'longText', required: true });
    const taken = await talk.submit(DORA, 'notice', id, { ...given, reasonsForDelay: 'Erst am Donnerstag bemerkt.' });
    expect(one('recorded', taken).warnings).toEqual([{ warning: 'noticeLate' }]);
  });

  it('that lacks something opens the follow-up', async () => {
    const prompts = await talk.submit(DORA, 'notice', id, { ...notice, sentAt: '17:40', missing: 'Zahl der Personen' });
    expect(one('recorded', prompts).warnings).toEqual([{ warning: 'followUpOpened' }]);
    expect((await talk.record(id)).duties.map(({ kind }) => kind)).toContain('art33-4');
  });

  it.each([
    [{ sentAt: '' }, ['sentAt: missing']],
    [{ sentAt: '18:00' }, ['sentAt: timeInFuture']],
    [{ sentAt: 'gestern 10:00' }, ['sentAt: beforeKnown']],
    [{ sentAt: '17:40', to: '' }, ['to: missing']],
    [{ sentAt: '17:40', duty: RECORD }, ['duty: chooseOne']],
    [{ sentAt: '17:40', means: 'x'.repeat(301) }, ['means: tooLong']],
  ])('with %j is asked back by field', async (given, expected) => {
    expect(faults(await talk.submit(DORA, 'notice', id, { ...notice, ...given }))).toEqual(expected);
    expect((await talk.record(id)).notices).toEqual([]);
  });

  it('delivered twice is one notice and the same answer', async () => {
    const given = [DORA, 'notice', id, { ...notice, sentAt: '17:40' }, { id: 'same' }] as const;
    const first = await talk.submit(...given);
    expect(await talk.submit(...given)).toEqual(first);
    expect((await talk.record(id)).notices).toHaveLength(1);
  });
});

describe('a notice to the authority counts as sent only with what proves it', () => {
  beforeEach(() => talk.answerAll(id, EDPB_CASE_4));
  const { reference: _, ...unproven } = { ...notice, sentAt: '17:40' };

  it.each([
    ['no proof at all', {}, 'proof: proofMissing'],
    ['a file number that is not there', { proof: 'file-number' }, 'reference: proofWithoutNumber'],
    ['a receipt that is nowhere', { proof: 'pdf-receipt' }, 'proofText: proofWithoutPlace'],
    ['a proof there is not', { proof: 'hearsay', proofText: 'gehört' }, 'proof: chooseOne'],
  ])('with %s it is asked back at its field, and nothing typed is lost', async (_what, more, expected) => {
    const asked = await talk.submit(DORA, 'notice', id, { ...unproven, ...more });
    expect(faults(asked)).toEqual([expected]);
    expect(one('form', asked).values).toMatchObject({ ...unproven, ...more });
    expect((await talk.record(id)).notices).toEqual([]);
  });

  it('with an own copy it is recorded, and whoever recorded it is asked for the reference until it is there', async () => {
    const sent = await talk.submit(DORA, 'notice', id, { ...unproven, proof: 'own-copy', proofText: 'PDF in der Akte' });
    expect(one('recorded', sent).what).toBe('notice');
    const { notices, measures } = await talk.record(id);
    expect(notices).toMatchObject([{ notice: 'first', proof: 'own-copy', proofText: 'PDF in der Akte', reference: '' }]);
    expect(measures).toMatchObject([{ text: 'Aktenzeichen der Behörde erfragen und nachtragen', owner: 'Dora Datenschutz' }]);
    expect(measures[0]?.finishedAt).toBeUndefined();
  });

  it('the proofs that this authority gives stand first', async () => {
    const { fields } = one('form', await talk.press(DORA, 'openForm', { case: id, form: 'notice' }));
    const [first] = fields.find(({ name }) => name === 'proof')?.choices ?? [];
    expect(first).toMatchObject({ id: 'file-number', label: { de: 'Aktenzeichen der Behörde (gibt diese Behörde)' } });
  });

  it('is not the final one while something is missing, and can be taken back', async () => {
    await talk.submit(DORA, 'notice', id, { ...notice, sentAt: '17:40', missing: 'Zahl der Personen' });
    const more = { ...notice, duty: FOLLOW_UP, sentAt: '17:40', missing: 'Noch etwas', noticeKind: 'final' };
    expect(faults(await talk.submit(DORA, 'notice', id, more))).toEqual(['noticeKind: noticeKindUnfit']);
    const withdrawn = { ...more, missing: '', noticeKind: 'withdrawal' };
    expect(one('recorded', await talk.submit(DORA, 'notice', id, withdrawn)).what).toBe('notice');
    expect((await talk.record(id)).notices.map(({ notice: kind }) => kind)).toEqual(['first', 'withdrawal']);
  });
});

describe('the end of a case', () => {
  it('comes when record, notice and communication are there, and not before', async () => {
    await talk.answerAll(id, EDPB_CASE_4);
    expect(refusal(await talk.submit(DORA, 'close', id, {}))).toBe('dutiesOpen');
    expect(faults(await talk.submit(DORA, 'completeRecord', id, { ...texts, effects: '' }))).toEqual(['effects: missing']);
    expect(one('recorded', await talk.submit(DORA, 'completeRecord', id, texts)).what).toBe('record');
    await talk.submit(DORA, 'notice', id, { ...notice, sentAt: '17:40' });
    await talk.submit(DORA, 'notice', id, { ...notice, duty: PERSONS, to: 'Betroffene', sentAt: '17:40' });
    expect(one('recorded', await talk.submit(DORA, 'close', id, { note: 'Erledigt' })).what).toBe('closed');
    expect((await talk.record(id)).status).toBe('closed');
    expect(one('recorded', await talk.submit(DORA, 'close', id, {})).what).toBe('nothingNew');
  });

  it('waits for a measure', async () => {
    await talk.submit(DORA, 'noBreach', id, decided);
    const measure = { text: 'Sicherung trennen', dueBy: '30.11. 12:00', owner: 'IT' };
    expect(faults(await talk.submit(DORA, 'measure', id, { ...measure, text: '' }))).toEqual(['text: missing']);
    expect(one('recorded', await talk.submit(DORA, 'measure', id, measure)).what).toBe('measure');
    expect(one('recorded', await talk.submit(DORA, 'measure', id, measure)).what).toBe('nothingNew');
    expect(refusal(await talk.submit(DORA, 'close', id, {}))).toBe('measuresOpen');
    const { measureId, dueBy } = (await talk.record(id)).measures[0]!;
    expect(dueBy).toBe(instant('2026-11-30T12:00:00+01:00'));
    expect(faults(await talk.submit(DORA, 'finishMeasure', id, { measure: 'other' }))).toEqual(['measure: chooseOne']);
    expect(one('recorded', await talk.submit(DORA, 'finishMeasure', id, { measure: measureId })).what).toBe('measureFinished');
    expect(one('recorded', await talk.submit(DORA, 'close', id, {})).what).toBe('closed');
  });

  it('can be taken back with reasons', async () => {
    await talk.answerAll(id, EDPB_CASE_1);
    await talk.submit(DORA, 'notNotifying', id, { duty: 'all', ...decided });
    await talk.submit(DORA, 'completeRecord', id, texts);
    await talk.submit(DORA, 'close', id, {});
    expect(refusal(await talk.submit(DORA, 'noBreach', id, decided))).toBe('caseClosed');
    expect(faults(await talk.submit(DORA, 'reopen', id, {}))).toEqual(['reasons: missing']);
    expect(one('recorded', await talk.submit(DORA, 'reopen', id, { reasons: 'Daten aufgetaucht' })).what).toBe('reopened');
    expect((await talk.record(id)).duties.filter(({ end }) => !end).map((duty) => duty.id)).toEqual([AUTHORITY, PERSONS]);
    expect(one('recorded', await talk.submit(DORA, 'reopen', id, { reasons: 'Noch einmal' })).what).toBe('nothingNew');
  });
});

describe('a form with nothing to choose from', () => {
  const opened = (form: FormKind) => talk.press(DORA, 'openForm', { form, case: id });

  it.each([
    ['finishMeasure', 'nothingToFinish'],
    ['readmit', 'nobodyToReadmit'],
    ['withdrawDecision', 'nothingToWithdraw'],
    ['neighbour', 'nothingBesideGdpr'],
  ] as const)('%s says so from the beginning, with steps that lead on', async (form, reason) => {
    const refused = one('refusal', await opened(form));
    expect(refused).toMatchObject({ reason, number: 'DP-2026-0001' });
    expect(refused.actions).toContainEqual({ verb: 'openCase', data: { case: id } });
    expect(refused.actions.length).toBeGreaterThan(1);
  });

  it('decisions and exceptions say so once every duty is done; what was sent can still be put right or taken back', async () => {
    await talk.answerAll(id, EDPB_CASE_4);
    for (const duty of [AUTHORITY, PERSONS]) await talk.submit(DORA, 'notice', id, { ...notice, duty, sentAt: '' });
    await talk.submit(DORA, 'notice', id, { ...notice, sentAt: '17:40' });
    await talk.submit(DORA, 'notice', id, { ...notice, duty: PERSONS, sentAt: '17:40' });
    expect((await Promise.all((['notNotifying', 'exception'] as const).map(opened))).map(refusal)).toEqual([
      'nothingToDecline',
      'nothingToExcept',
    ]);
    const { fields } = one('form', await opened('notice'));
    expect(fields.find(({ name }) => name === 'duty')?.choices?.map(({ id: duty }) => duty)).toEqual([AUTHORITY]);
    expect(fields.find(({ name }) => name === 'noticeKind')?.choices?.map(({ id: kind }) => kind)).toEqual([
      'correction',
      'withdrawal',
    ]);
  });

  it('the documentation says so where the case has no such duty any more', async () => {
    await forKita();
    const processor = { dataSet: 'main', label: 'Fahrgäste', ...OF_KITA, reasons: 'Nur Auftrag.' };
    await talk.submit(DORA, 'dataSet', id, processor);
    expect((await talk.record(id)).duties.find((duty) => duty.id === RECORD)?.end?.how).toBe('never-applied');
    expect(refusal(await opened('completeRecord'))).toBe('nothingToRecord');
  });

  it('sent from an older card gives back what was written', async () => {
    const refused = one('refusal', await talk.submit(DORA, 'finishMeasure', id, { measure: 'gone', note: 'Erledigt.' }));
    expect(refused).toMatchObject({ reason: 'nothingToFinish', given: ['Erledigt.'] });
    expect(await talk.entries(id)).toBe(1);
  });
});

describe('on the way', () => {
  it('a named time moves the precautionary clock earlier, and only with reasons later', async () => {
    const time = { time: 'toldByProcessor', moment: '22.11. 08:00', source: 'E-Mail des Dienstleisters', reasons: '' };
    expect(one('recorded', await talk.submit(DORA, 'time', id, time)).what).toBe('time');
    expect((await talk.record(id)).earliestNamed).toBe(instant('2026-11-22T08:00:00+01:00'));
    expect(faults(await talk.submit(DORA, 'time', id, { ...time, moment: '22.11. 09:00' }))).toEqual([
      'reasons: reasonsForLater',
    ]);
    expect(faults(await talk.submit(DORA, 'time', id, { ...time, time: 'aware' }))).toEqual(['time: chooseOne']);
    expect(one('recorded', await talk.submit(DORA, 'time', id, time)).what).toBe('nothingNew');
  });

  it('a data set is added, or its role settled, and not added twice', async () => {
    await forKita();
    const added = { dataSet: 'new', label: 'Personalakten', ...OF_KITA };
    expect(one('recorded', await talk.submit(DORA, 'dataSet', id, added)).what).toBe('dataSet');
    expect(one('recorded', await talk.submit(DORA, 'dataSet', id, added)).what).toBe('nothingNew');
    expect(faults(await talk.submit(DORA, 'dataSet', id, { ...added, role: 'owner' }))).toEqual(['role: chooseOne']);
    const main = { dataSet: 'main', label: 'Fahrgäste', ...OF_OURS };
    expect(one('recorded', await talk.submit(DORA, 'dataSet', id, main)).what).toBe('dataSetChanged');
    expect((await talk.record(id)).dataSets.map(({ label, role }) => `${label} ${role}`)).toEqual([
      'Fahrgäste controller',
      'Personalakten processor',
    ]);
  });

  it('another role for a data set needs reasons, and the person is told that duties ended with it', async () => {
    await forKita();
    const processor = { dataSet: 'main', label: 'Fahrgäste', ...OF_KITA };
    expect(faults(await talk.submit(DORA, 'dataSet', id, processor))).toEqual(['reasons: reasonsForRole']);
    const answered = one('recorded', await talk.submit(DORA, 'dataSet', id, { ...processor, reasons: 'Nur Auftrag.' }));
    expect(answered.warnings).toEqual([{ warning: 'dutiesNeverApplied' }]);
  });

  it('a data set that is added says the same when its form is delivered twice', async () => {
    await forKita();
    const added = [DORA, 'dataSet', id, { dataSet: 'new', label: 'Personalakten', ...OF_KITA }, { id: 'same' }] as const;
    const first = await talk.submit(...added);
    expect(await talk.submit(...added)).toEqual(first);
    expect(one('recorded', first).what).toBe('dataSet');
  });

  it('a processor for nobody is asked for whom, where only we are configured too; nothing typed is lost', async () => {
    const typed = { dataSet: 'new', label: 'Personalakten', role: 'processor' };
    const refused = await talk.submit(DORA, 'dataSet', id, typed);
    expect(faults(refused)).toEqual(['role: otherController']);
    expect(one('form', refused).values).toMatchObject(typed);
    expect(plain(one('form', refused), 'de')).toContain('Für wen verarbeiten Sie? Wählen Sie den Verantwortlichen.');
    expect(await talk.entries(id)).toBe(1);
  });

  it('the first data set has a name of its own in the form and in the questions', async () => {
    const offered = one('form', await talk.press(DORA, 'openForm', { form: 'dataSet', case: id })).fields[0]!.choices;
    expect(offered?.[0]).toEqual({ id: 'main', label: { de: 'Erster Datenbestand', en: 'First data set' } });
    await talk.submit(DORA, 'dataSet', id, { dataSet: 'new', label: 'Personalakten', role: 'controller' });
    const asked = await talk.answerAll(id, { personalData: 'yes' });
    const details = await talk.press(DORA, 'openCase', { case: id });
    const facts = await talk.press(DORA, 'chooseFact', { case: id });
    for (const language of ['de', 'en'] as const) {
      const shown = [...asked, ...details, ...facts].map((prompt) => plain(prompt, language)).join('\n');
      expect(shown).toContain(language === 'de' ? '(Erster Datenbestand)' : '(First data set)');
      expect(shown).not.toMatch(/\(main\)|: main/);
    }
  });

  it('„I am on it“ buys hours, within bounds', async () => {
    expect(one('recorded', await talk.press(DORA, 'acknowledge', { case: id, hours: '4' })).what).toBe('acknowledgement');
    expect((await talk.record(id)).acknowledged).toMatchObject({ by: 'dora', until: instant('2026-11-23T21:40:00+01:00') });
    expect(refusal(await talk.press(DORA, 'acknowledge', { case: id, hours: '999' }))).toBe('hoursOutOfRange');
  });

  it('the reporter is told the outcome, once', async () => {
    const tell = [DORA, 'tellReporter', { case: id, outcome: 'being-handled' }] as const;
    expect(one('recorded', await talk.press(...tell)).what).toBe('reporterTold');
    expect(one('recorded', await talk.press(...tell)).what).toBe('nothingNew');
  });

  it('one person is asked one question; who is excluded or unknown cannot be chosen', async () => {
    expect(one('recorded', await talk.submit(DORA, 'askPerson', id, { person: 'slack:ADA', text: 'Wann?' })).what).toBe(
      'questionAsked',
    );
    expect(one('recorded', await talk.submit(DORA, 'askPerson', id, { person: 'slack:ADA', text: 'Wann?' })).what).toBe(
      'nothingNew',
    );
    expect(faults(await talk.submit(DORA, 'askPerson', id, { person: 'slack:BEN', text: 'Wann?' }))).toEqual([
      'person: chooseOne',
    ]);
  });

  it('a case is opened for somebody who called', async () => {
    talk.pass(1);
    const called = { text: 'Eine Akte lag im Zug.', source: 'telephone', informant: 'Pforte', toldAt: '18:30', noticedAt: '' };
    const prompts = await talk.press(DORA, 'submitForm', { form: 'onBehalf' }, called, { id: 'call' });
    expect(await talk.press(DORA, 'submitForm', { form: 'onBehalf' }, called, { id: 'call' })).toEqual(prompts);
    const found = await talk.register.findByNumber(one('recorded', prompts).number);
    const toldAt = instant('2026-11-23T18:30:00+01:00');
    expect(await talk.record(found!)).toMatchObject({
      reporter: 'dora',
      source: { by: 'telephone', informant: 'Pforte', toldAt },
      earliestNamed: toldAt,
    });
    expect(
      faults(await talk.press(DORA, 'submitForm', { form: 'onBehalf' }, { ...called, source: 'gossip', informant: '' })),
    ).toEqual(['source: chooseOne', 'informant: missing']);
    expect(refusal(await talk.press(ADA, 'openForm', { form: 'onBehalf' }))).toBe('notAllowed');
  });
});

describe('exclusion', () => {
  it('hides the case as if it were not there, until the person is readmitted', async () => {
    expect(one('recorded', await talk.submit(EMIL, 'exclude', id, { person: 'dora', reasons: 'Selbst betroffen' })).what).toBe(
      'exclusion',
    );
    const none = await talk.press(DORA, 'openCase', { case: 'no-such-case' });
    expect(await talk.press(DORA, 'openCase', { case: id })).toEqual(none);
    expect(refusal(none)).toBe('noSuchCase');
    expect(refusal(await talk.say(DORA, 'DP-2026-0001'))).toBe('numberUnknown');
    expect(one('caseList', await talk.say(DORA, 'offen')).cases).toEqual([]);
    expect(one('home', await talk.say(DORA, 'hilfe')).openCases).toBe(0);
    expect(refusal(await talk.submit(DORA, 'close', id, {}))).toBe('noSuchCase');
    expect(one('recorded', await talk.submit(EMIL, 'readmit', id, { person: 'dora', reasons: 'Irrtum' })).what).toBe(
      'readmission',
    );
    expect(find('caseDetails', await talk.press(DORA, 'openCase', { case: id }))).toBeDefined();
  });

  it('never leaves a case without an officer', async () => {
    await talk.submit(EMIL, 'exclude', id, { person: 'dora', reasons: 'Selbst betroffen' });
    expect(refusal(await talk.submit(EMIL, 'exclude', id, { person: 'emil', reasons: 'Auch betroffen' }))).toBe(
      'cannotExcludeLastOfficer',
    );
    expect((await talk.record(id)).excluded).toEqual(['dora']);
  });

  it('needs reasons and a person, and stays quiet when repeated', async () => {
    expect(faults(await talk.submit(EMIL, 'exclude', id, { person: '', reasons: '' }))).toEqual([
      'person: chooseOne',
      'reasons: missing',
    ]);
    const given = [EMIL, 'exclude', id, { person: 'mara', reasons: 'Betroffen' }] as const;
    await talk.submit(...given, { id: 'same' });
    await talk.submit(...given, { id: 'same' });
    expect(await talk.entries(id)).toBe(2);
    expect(one('dutyList', await talk.say(MARA, 'offen')).cases).toEqual([]);
  });

  it('leaves the reporter the own report, and nothing to add to it', async () => {
    await talk.submit(DORA, 'exclude', id, { person: 'slack:ADA', reasons: 'Selbst betroffen' });
    expect(one('ownReports', await talk.press(ADA, 'openCase', { case: id })).reports).toHaveLength(1);
    expect(refusal(await talk.press(ADA, 'addToReport', { case: id }, { text: 'Noch was' }))).toBe('excluded');
  });
});

describe('joining', () => {
  let duplicate: CaseId;
  beforeEach(async () => {
    duplicate = await talk.report('Server geht nicht.', 'gestern 10:00', BEN);
  });

  it('lets the duplicate go on in the other case; the earliest time counts and both numbers stay', async () => {
    expect(one('recorded', await talk.submit(DORA, 'join', duplicate, { number: 'dp-2026-1' })).what).toBe('joined');
    expect(await talk.record(id)).toMatchObject({
      joinedNumbers: ['DP-2026-0002'],
      earliestNamed: instant('2026-11-22T10:00:00+01:00'),
    });
    expect(await talk.record(duplicate)).toMatchObject({ status: 'joined', joinedInto: { main: id, number: 'DP-2026-0001' } });
  });

  it.each([
    ['', ['number: missing']],
    ['eins', ['number: numberInvalid']],
    ['DP-2026-0999', ['number: unknownNumber']],
    ['DP-2026-0002', ['number: unknownNumber']],
  ])('with %j as number is asked back', async (number, expected) => {
    expect(faults(await talk.submit(DORA, 'join', duplicate, { number }))).toEqual(expected);
    expect(await talk.entries(id)).toBe(1);
  });

  it('with a case from which the officer is excluded: that number is unknown', async () => {
    await talk.submit(EMIL, 'exclude', id, { person: 'dora', reasons: 'Selbst betroffen' });
    expect(faults(await talk.submit(DORA, 'join', duplicate, { number: 'DP-2026-0001' }))).toEqual(['number: unknownNumber']);
  });

  it('keeps away from the main case who is kept away from the duplicate', async () => {
    await talk.submit(EMIL, 'exclude', duplicate, { person: 'dora', reasons: 'Selbst betroffen' });
    await talk.submit(EMIL, 'join', duplicate, { number: 'DP-2026-0001' });
    expect((await talk.record(id)).excluded).toEqual(['dora']);
    expect((await talk.record(duplicate)).status).toBe('joined');
  });

  it('that broke off half-way is finished by the repetition', async () => {
    const whole = talk.register;
    let appended = 0;
    talk.register = {
      ...whole,
      append: async (request) => {
        appended += 1;
        if (appended === 2) throw new TypeError('The process ended here.');
        return whole.append(request);
      },
    };
    const join = [DORA, 'join', duplicate, { number: 'DP-2026-0001' }, { id: 'same' }] as const;
    await expect(talk.submit(...join)).rejects.toThrow('The process ended here.');
    expect((await talk.record(duplicate)).status).toBe('open');
    talk.register = whole;
    expect(one('recorded', await talk.submit(...join)).what).toBe('joined');
    expect((await talk.record(duplicate)).status).toBe('joined');
    expect(await talk.entries(id)).toBe(2);
  });
});

describe('what each role sees', () => {
  it('the office: the list by urgency, and the whole case with its text', async () => {
    const older = await talk.report('Älter.', 'gestern 10:00', BEN);
    const list = one('caseList', await talk.say(DORA, 'offen'));
    expect(list.cases.map((card) => card.caseId)).toEqual([older, id]);
    expect(JSON.stringify(list)).not.toContain('verschlüsselt');
    const details = one('caseDetails', await talk.say(EMIL, 'DP-2026-0001'));
    expect(details).toMatchObject({ text: 'Der Server ist verschlüsselt.', reporterName: 'Name of ADA' });
  });

  it('management finds the open duties on the start page; nobody else is offered what they may not see', async () => {
    const home = one('home', await talk.say(MARA, 'hilfe'));
    const offered = plainActions(home, 'de').map(({ label, verb }) => `${verb}: ${label}`);
    expect(offered).toContain('openCases: Offene Pflichten');
    expect(one('dutyList', await talk.press(MARA, 'openCases')).cases).toHaveLength(1);
    expect(plainActions(one('home', await talk.say(ADA, 'hilfe')), 'de').map(({ verb }) => verb)).not.toContain('openCases');
    expect(plain(one('home', await talk.say(DORA, 'hilfe')), 'de')).not.toContain('Offene Pflichten');
  });

  it('management: number, duty and time; never reporter, text or a reason', async () => {
    await talk.submit(DORA, 'awareness', id, { moment: '17:40', ...decided });
    for (const prompts of [
      await talk.say(MARA, 'offen'),
      await talk.say(MARA, 'DP-2026-0001'),
      await talk.press(MARA, 'openCase', { case: id }),
    ]) {
      const shown = one('dutyList', prompts);
      expect(shown.cases.map(({ number }) => number)).toEqual(['DP-2026-0001']);
      expect(JSON.stringify(shown)).not.toMatch(/verschlüsselt|ADA|Gründe|Geschäftsführung/);
    }
  });

  it('who looked: everybody, also those who were refused', async () => {
    await talk.press(DORA, 'openCase', { case: id });
    await talk.press(BEN, 'openCase', { case: id });
    const shown = one('looks', await talk.press(EMIL, 'looks', { case: id }));
    expect(shown.looks.map(({ name, what, allowed }) => [name, what, allowed])).toEqual([
      ['Emil Ersatz', 'looks', true],
      ['slack:BEN', 'openCase', false],
      ['Dora Datenschutz', 'openCase', true],
    ]);
  });
});

describe('every look is recorded before it is given', () => {
  it.each([
    [DORA, 'openCase', {}, 'dora openCase yes'],
    [DORA, 'triage', {}, 'dora triage yes'],
    [DORA, 'assessment', {}, 'dora assessment yes'],
    [DORA, 'chooseFact', {}, 'dora factList yes'],
    [DORA, 'openFact', { fact: 'access' }, 'dora triage yes'],
    [DORA, 'looks', {}, 'dora looks yes'],
    [DORA, 'openForm', { form: 'notice' }, 'dora recordNotice yes'],
    [ADA, 'openCase', {}, 'slack:ADA seeOwnReports yes'],
    [ADA, 'openAddition', {}, 'slack:ADA addToReport yes'],
    [MARA, 'openCase', {}, 'mara seeDuties yes'],
    [BEN, 'openCase', {}, 'slack:BEN openCase no'],
    [BEN, 'giveHint', { hint: 'contained', answer: 'no' }, 'slack:BEN giveHint no'],
    [MARA, 'triage', {}, 'mara triage no'],
  ] as const)('%s %s', async (account, verb, data, look) => {
    await talk.press(account, verb, { case: id, ...data });
    expect(await talk.looked(id)).toEqual([look]);
  });
});
