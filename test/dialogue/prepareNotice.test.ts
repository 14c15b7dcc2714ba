import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plain } from '../../cards/plain.ts';
import type { CaseId } from '../../src/breach/identifiers.ts';
import { RegisterUnavailable } from '../../src/ports.ts';
import { acmeForKita, ADA, AUTHORITY, BEN, Conversation, DORA, one, refusal } from './conversation.ts';

let talk: Conversation;
let id: CaseId;
beforeEach(async () => {
  talk = await Conversation.open();
  id = await talk.report('Ein Laptop mit Kundendaten ist weg.');
});
afterEach(() => talk.end());

const plan = async () => one('noticePlan', await talk.press(DORA, 'prepareNotice', { case: id }));
const page = async (part: string) =>
  one('noticePart', await talk.press(DORA, 'prepareNotice', { case: id, duty: AUTHORITY, part }));
const answer = (part: string, inputs: Readonly<Record<string, string>>, inbound?: string) =>
  talk.press(DORA, 'answerNotice', { case: id, duty: AUTHORITY, part }, inputs, inbound === undefined ? {} : { id: inbound });
const names = ({ fields }: { readonly fields: readonly { readonly name: string }[] }) => fields.map(({ name }) => name);
const said = async () => (await talk.record(id)).noticeFields;

describe('„Meldung vorbereiten“', () => {
  it('names the authority with the reason, says what is missing for the first notice, and that it may go out with gaps', async () => {
    const shown = await plan();
    expect(shown).toMatchObject({ notice: 'first', duty: { id: AUTHORITY }, next: 'happened' });
    expect(shown.authority).toContain('Nordrhein-Westfalen');
    const text = plain(shown, 'de');
    expect(text).toContain('Nicht öffentliche Stelle: zuständig ist die Behörde des Landes');
    expect(text).toContain('Sie dürfen unvollständig melden und nachreichen (Art. 33 Abs. 4 DSGVO).');
    expect(text).toContain('Hier wird nichts versandt.');
    expect(plain(shown, 'en')).toContain('Nothing is sent from here.');
    expect(shown.lacking.filter(({ isNeededNow }) => isNeededNow).length).toBeGreaterThan(5);
  });

  it('stands on the case, and a word with the number leads there, too', async () => {
    const details = one('caseDetails', await talk.press(DORA, 'openCase', { case: id }));
    expect(details.actions).toContainEqual({ verb: 'prepareNotice', data: { case: id } });
    const { number } = await talk.record(id);
    for (const words of [`Meldung ${number}`, `/meldung vorbereiten ${number}`, `prepare notice ${number}`]) {
      expect(one('noticePlan', await talk.say(DORA, words)).number).toBe(number);
    }
  });

  it('answers „Behörde“ with a number: who is competent and why, the page, and the day last checked', async () => {
    const { number } = await talk.record(id);
    for (const words of [`Behörde ${number}`, `zuständige Behörde ${number}`, `authority ${number}`]) {
      const shown = one('noticePlan', await talk.say(DORA, words));
      expect(shown.why).not.toEqual([]);
      expect(plain(shown, 'de')).toMatch(/Formular der Behörde: https:[^\n]+\n[^\n]*Zuletzt geprüft: \d\d\.\d\d\.2026/u);
    }
    expect((await talk.say(ADA, `Behörde ${number}`)).map(({ kind }) => kind)).not.toContain('noticePlan');
  });

  it('is for the office alone; from an employee the same words are what they want to report', async () => {
    const { number } = await talk.record(id);
    expect(refusal(await talk.press(BEN, 'prepareNotice', { case: id }))).toBe('notAllowed');
    expect((await talk.say(ADA, `Meldung ${number}`)).map(({ kind }) => kind)).not.toContain('noticePlan');
    expect(refusal(await talk.press(BEN, 'answerNotice', { case: id, duty: AUTHORITY, part: 'persons' }, {}))).toBe('notAllowed');
  });

  it('asks in small pages: none has more than eight fields, and each field stands on one page', async () => {
    const { parts } = await plan();
    const all = (await Promise.all(parts.map(({ part }) => page(part)))).map(names);
    expect(Math.max(...all.map(({ length }) => length))).toBeLessThanOrEqual(8);
    expect(new Set(all.flat()).size).toBe(all.flat().length);
  });

  it('shows what the record knows with its source, to be read and changed', async () => {
    const shown = await page('officer');
    expect(shown.values).toMatchObject({ dpoDesignated: 'yes' });
    expect(shown.fields[0]?.hint?.de).toContain('aus der Konfiguration');
  });

  it('leads from one authority to the other where two are to be notified', async () => {
    await talk.end();
    talk = await Conversation.open(acmeForKita);
    id = await talk.report('Die Elterndatenbank ist offen.');
    await talk.submit(DORA, 'dataSet', id, { dataSet: 'new', label: 'Eltern', controller: 'kita', role: 'controller' });
    const shown = await plan();
    expect(shown.others.length).toBeGreaterThan(0);
    const other = one('noticePlan', await talk.press(DORA, 'prepareNotice', { case: id, duty: shown.others[0]!.duty.id }));
    expect(other.duty.id).toBe(shown.others[0]!.duty.id);
  });

  it('says so kindly where no notice is owed or the duty is not one of this case', async () => {
    expect(refusal(await talk.press(DORA, 'prepareNotice', { case: id, duty: 'art33-1:acme:nowhere' }))).toBe('nothingToNotify');
  });
});

describe('a page of the notice', () => {
  it('records what was typed, and goes on to the next page on which something is missing', async () => {
    const next = one(
      'noticePart',
      await answer('persons', { subjectsNumberKind: 'not-determinable', subjectsDetail: 'Kundschaft' }),
    );
    expect(next.part).toBe('data');
    expect(await said()).toMatchObject({
      subjectsNumberKind: { answer: 'said', value: 'not-determinable', by: 'dora' },
      subjectsDetail: { answer: 'said', value: 'Kundschaft' },
    });
    expect((await page('persons')).values).toMatchObject({
      subjectsNumberKind: 'not-determinable',
      subjectsDetail: 'Kundschaft',
    });
  });

  it('asks on the same page for what only the answer called for', async () => {
    expect(names(await page('persons'))).not.toContain('subjectsNumber');
    const again = one('noticePart', await answer('persons', { subjectsNumberKind: 'approximate' }));
    expect(again.part).toBe('persons');
    expect(names(again)).toContain('subjectsNumber');
    one('noticePart', await answer('persons', { subjectsNumberKind: 'approximate', subjectsNumber: '1.200' }));
    expect((await said()).subjectsNumber).toMatchObject({ value: '1200' });
  });

  it('records nothing for an empty page, and for the same page again', async () => {
    const before = (await talk.record(id)).noticeFields;
    await answer('happened', {});
    expect(await said()).toEqual(before);
    await answer('data', { dataDetail: 'Name und Anschrift' });
    const entries = (await talk.register.read(id))!.version;
    await answer('data', { dataDetail: 'Name und Anschrift' });
    expect((await talk.register.read(id))!.version).toBe(entries);
  });

  it('records once what is delivered twice', async () => {
    await answer('data', { dataDetail: 'Name und Anschrift' }, 'twice');
    const { version } = (await talk.register.read(id))!;
    await answer('data', { dataDetail: 'Name und Anschrift' }, 'twice');
    expect((await talk.register.read(id))!.version).toBe(version);
  });

  it('„steht noch nicht fest“ takes who finds it out until when, and becomes a task that is reminded of', async () => {
    const missing = one('noticePart', await answer('data', { stillOpen: 'recordsNumberKind', dataDetail: 'Name' }));
    expect(missing.faults).toEqual([
      { field: 'owner', fault: 'missing' },
      { field: 'dueBy', fault: 'missing' },
    ]);
    expect(missing.values).toMatchObject({ dataDetail: 'Name', stillOpen: 'recordsNumberKind' });
    expect((await said()).dataDetail).toBeUndefined();

    await answer('data', { stillOpen: 'recordsNumberKind', dataDetail: 'Name', owner: 'IT', dueBy: '2026-11-25T12:00' });
    expect((await said()).recordsNumberKind).toMatchObject({ answer: 'to-be-determined' });
    expect((await talk.record(id)).measures).toMatchObject([{ measureId: 'notice:field/recordsNumberKind', owner: 'IT' }]);
    const shown = await plan();
    expect(shown.lacking.find(({ isBeingClarified }) => isBeingClarified)).toMatchObject({ task: { owner: 'IT' } });
    expect((await page('data')).values).toMatchObject({ stillOpen: 'recordsNumberKind' });

    await answer('data', { recordsNumberKind: 'not-determinable', stillOpen: 'recordsNumberKind' });
    expect((await said()).recordsNumberKind).toMatchObject({ answer: 'said', value: 'not-determinable' });
    expect((await talk.record(id)).measures[0]?.finishedAt).toBeDefined();
  });

  it('says each thing that is wrong at its field, and loses nothing that was typed', async () => {
    await answer('persons', { subjectsNumberKind: 'exact' });
    const values = { subjectsNumber: 'etwa 1,5', subjectsNumberKind: 'sicher', subjectsDetail: 'Kundschaft' };
    const again = one('noticePart', await answer('persons', values));
    expect(again.faults).toEqual([
      { field: 'subjectsNumberKind', fault: 'chooseOne' },
      { field: 'subjectsNumber', fault: 'wholeNumber' },
    ]);
    expect(again.values).toMatchObject(values);
    expect(plain(again, 'de')).toContain('Hier passt nur eine ganze Zahl');

    const late = one('noticePart', await answer('happened', { incidentDescription: 'x'.repeat(4001) }));
    expect(late.faults).toEqual([{ field: 'incidentDescription', fault: 'tooLong' }]);
  });

  it('takes no moment that has not come, and none in the past until which somebody finds something out', async () => {
    await answer('time', { timeKind: 'day' });
    const ahead = one('noticePart', await answer('time', { timeKind: 'day', timeStart: '2027-01-01T10:00' }));
    expect(ahead.faults).toEqual([{ field: 'timeStart', fault: 'timeInFuture' }]);
    const past = { stillOpen: 'dataCategories', owner: 'IT', dueBy: '2026-11-01T10:00' };
    expect(one('noticePart', await answer('data', past)).faults).toEqual([{ field: 'dueBy', fault: 'untilPast' }]);
  });

  it('keeps a proposal a proposal until somebody sends it', async () => {
    const shown = await page('happened');
    const proposal = shown.values.incidentDescription;
    expect(proposal).toBe('Ein Laptop mit Kundendaten ist weg.');
    await answer('happened', { incidentDescription: proposal! });
    expect((await said()).incidentDescription).toMatchObject({ answer: 'said', value: proposal });
  });

  it('goes on with the next notice once the first is sent', async () => {
    await talk.submit(DORA, 'notice', id, {
      ...{ duty: AUTHORITY, sentAt: '2026-11-23T17:40', to: 'LDI NRW', means: 'Formular', reference: 'A-1' },
      ...{ missing: 'Zahl der Personen', reasonsForDelay: '' },
    });
    expect((await plan()).notice).toBe('follow-up');
  });

  it('gives back what was typed where the register cannot be reached', async () => {
    const { register } = talk;
    talk.register = { ...register, read: () => Promise.reject(new RegisterUnavailable('The register is away.')) };
    const shown = one('refusal', await answer('persons', { subjectsNumberKind: 'exact', subjectsDetail: 'Kundschaft' }));
    expect(shown).toMatchObject({ reason: 'storeDown', given: ['Kundschaft'] });
    talk.register = register;
  });
});
