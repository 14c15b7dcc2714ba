import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseId } from '../../src/breach/identifiers.ts';
import type { ActionData } from '../../src/prompt/action.ts';
import type { Prompt } from '../../src/prompt/prompt.ts';
import { understandSearch } from '../../src/dialogue/understandSearch.ts';
import { acmeForKita, ADA, BEN, CHRIS, Conversation, DORA, EMIL, faults, find, MARA, one, refusal } from './conversation.ts';

let talk: Conversation;
let laptop: CaseId;
let letter: CaseId;
beforeEach(async () => {
  talk = await Conversation.open();
  laptop = await talk.report('Ein Laptop der Buchhaltung ist weg.');
  await talk.press(ADA, 'giveHint', { case: laptop, hint: 'incident', answer: 'lost-or-stolen' });
  talk.pass(48);
  letter = await talk.report('Ein Brief ging an den falschen Empfänger.', '', BEN);
  await talk.press(BEN, 'giveHint', { case: letter, hint: 'incident', answer: 'wrong-recipient' });
});
afterEach(() => talk.end());

const search = (inputs: ActionData, account = DORA, data: ActionData = {}): Promise<readonly Prompt[]> =>
  talk.press(account, 'submitForm', { form: 'search', ...data }, inputs);
const numbers = (prompts: readonly Prompt[]): readonly string[] =>
  one('searchResult', prompts).cases.map(({ number }) => number.slice(-1));
const found = async (inputs: ActionData, account = DORA): Promise<readonly string[]> => numbers(await search(inputs, account));

describe('a search', () => {
  it.each<readonly [string, ActionData, readonly string[]]>([
    ['nothing said finds everything, newest first', {}, ['2', '1']],
    ['whatever state, duty and kind', { caseStatus: 'any', openDuty: 'any', incident: 'any' }, ['2', '1']],
    ['the number', { number: 'DP-2026-0001' }, ['1']],
    ['a number nobody has', { number: 'DP-2026-0009' }, []],
    ['the kind of incident', { incident: 'wrong-recipient' }, ['2']],
    ['the state', { caseStatus: 'closed' }, []],
    ['an open duty', { openDuty: 'art33-1' }, ['2', '1']],
    ['a duty that is open nowhere', { openDuty: 'art33-4' }, []],
    ['days, the last one included', { openedFrom: '23.11.2026', openedUntil: '23.11.2026' }, ['1']],
    ['from a day on', { openedFrom: '2026-11-24' }, ['2']],
    ['a word of the report, however it is written', { text: 'LAPTOP' }, ['1']],
    ['several words, all of which must occur', { text: 'brief laptop' }, []],
    ['clear fields and words together', { incident: 'lost-or-stolen', text: 'buchhaltung' }, ['1']],
  ])('by %s', async (_, inputs, expected) => {
    expect(await found(inputs)).toEqual(expected);
  });

  it('by a word of an addition, and not by one that was erased', async () => {
    await talk.press(ADA, 'addToReport', { case: laptop }, { text: 'Er lag in der Straßenbahn.' });
    expect(await found({ text: 'straßenbahn' })).toEqual(['1']);
    const offered = one('form', await talk.press(DORA, 'openForm', { case: laptop, form: 'eraseText' }));
    const choice = offered.fields[0]?.choices?.find(({ label }) => label?.de.includes('Straßenbahn'));
    await talk.submit(DORA, 'eraseText', laptop, { erasable: choice?.id ?? '', reasons: 'Nicht nötig' });
    expect(await found({ text: 'straßenbahn' })).toEqual([]);
  });

  it('by the name of a body of data', async () => {
    await talk.submit(DORA, 'dataSet', letter, { dataSet: 'new', label: 'Kundendatei Nord', role: 'controller' });
    expect(await found({ system: 'kundendatei' })).toEqual(['2']);
  });

  it('by who is responsible for the data or processes them, in the form and in words', async () => {
    await talk.end();
    talk = await Conversation.open(acmeForKita);
    laptop = await talk.report('Ein Laptop ist weg.');
    letter = await talk.report('Ein Brief ging fehl.', '', BEN);
    const side = { label: 'Anmeldungen', controller: 'kita', role: 'processor' };
    await talk.submit(DORA, 'dataSet', letter, { dataSet: 'new', ...side });
    expect(await found({ system: 'kita sonne' })).toEqual(['2']);
    expect(await found({ system: 'ANMELD' })).toEqual(['2']);
    expect(await found({ system: 'unbekannt' })).toEqual([]);
    expect(numbers(await talk.say(DORA, 'suche verantwortlicher:"Kita Sonne"'))).toEqual(['2']);
    expect(numbers(await talk.say(DORA, 'search system:anmeldungen'))).toEqual(['2']);
    expect(await found({ system: acmeForKita.controllers.find(({ id }) => id === acmeForKita.self)!.name })).toContain('2');
  });

  it('says at its field what cannot be read, and keeps what was typed', async () => {
    const prompts = await search({
      number: 'quatsch',
      openedFrom: 'neulich',
      openedUntil: '31.02.2026',
      text: 'Brief',
      caseStatus: 'halb offen',
    });
    expect(faults(prompts)).toEqual([
      'caseStatus: chooseOne',
      'openedFrom: dayUnreadable',
      'openedUntil: dayUnreadable',
      'number: numberInvalid',
    ]);
    expect(one('form', prompts).values['text']).toBe('Brief');
  });

  it('comes back with the form as it was filled in, and no button carries what was typed', async () => {
    const result = one('searchResult', await search({ text: 'laptop' }));
    expect(result.form.values['text']).toBe('laptop');
    expect(JSON.stringify(result.cases.map(({ actions }) => actions))).not.toContain('laptop');
  });

  it('shows of a case what its card shows, never its text', async () => {
    expect(JSON.stringify(one('searchResult', await search({ text: 'laptop' })).cases)).not.toMatch(/Buchhaltung|Name of/);
  });
});

describe('who may search', () => {
  it.each([ADA, CHRIS, MARA])('not %s; the attempt is recorded', async (account) => {
    expect(refusal(await search({ text: 'laptop' }, account))).toBe('notAllowed');
    expect((await talk.register.looksAt(undefined)).at(-1)).toMatchObject({ what: 'searchCases', allowed: false });
  });

  it('whoever is kept away from a case does not find it, and cannot tell that there is one', async () => {
    await talk.submit(DORA, 'exclude', laptop, { person: 'emil', reasons: 'Betroffen' });
    expect(await found({ text: 'laptop' }, EMIL)).toEqual([]);
    expect(await found({ number: 'DP-2026-0001' }, EMIL)).toEqual([]);
    expect(await found({}, EMIL)).toEqual(['2']);
    expect(await found({}, DORA)).toEqual(['2', '1']);
    const [hidden, none] = [await search({ number: 'DP-2026-0001' }, EMIL), await search({ number: 'DP-2026-0009' }, EMIL)];
    expect({ ...one('searchResult', hidden), form: 'form' }).toEqual({ ...one('searchResult', none), form: 'form' });
  });

  it('is recorded: the search in the register, and a look at each case it showed', async () => {
    await search({ text: 'laptop' });
    expect((await talk.register.looksAt(undefined)).at(-1)).toMatchObject({ by: 'dora', what: 'searchCases', allowed: true });
    expect(await talk.looked(laptop)).toContain('dora searchCases yes');
    expect(await talk.looked(letter)).not.toContain('dora searchCases yes');
  });
});

describe('many cases', () => {
  beforeEach(async () => {
    for (let count = 0; count < 24; count += 1) await talk.report(`Meldung Nummer ${count}`, '', `PERSON${count}`);
  });

  it('come in pages that do not overlap and leave none out', async () => {
    const seen: string[] = [];
    let before: string | undefined;
    for (let page = 0; page < 4; page += 1) {
      const result = one('searchResult', await search({}, DORA, before === undefined ? {} : { before }));
      seen.push(...result.cases.map(({ number }) => number));
      expect(result.cases.length).toBeLessThanOrEqual(10);
      before = result.before;
      if (before === undefined) break;
    }
    expect(seen).toHaveLength(26);
    expect(new Set(seen).size).toBe(26);
  });

  it('are opened in slices, and others have their turn in between', async () => {
    talk.pauses = 0;
    await search({ text: 'laptop' });
    expect(talk.pauses).toBeGreaterThan(0);
  });
});

describe('a search by word', () => {
  it('is understood in German and English', () => {
    expect(understandSearch('stand:offen pflicht:Meldung Laptop weg').values).toEqual({
      caseStatus: 'open',
      openDuty: 'art33-1',
      text: 'Laptop weg',
    });
    expect(understandSearch('kind:attack from:2026-11-01 system:“customer file” server').values).toEqual({
      incident: 'attack',
      openedFrom: '2026-11-01',
      system: 'customer file',
      text: 'server',
    });
    expect(understandSearch('DP-2026-0007').values).toEqual({ number: 'DP-2026-0007' });
    expect(understandSearch('um 17:40').values).toEqual({ text: 'um 17:40' });
  });

  it('answers like the form', async () => {
    expect(numbers(await talk.say(DORA, 'Suche Laptop'))).toEqual(['1']);
    expect(numbers(await talk.say(DORA, '/search kind:misdirected'))).toEqual(['2']);
  });

  it('without a word opens the form', async () => {
    expect(one('form', await talk.say(DORA, 'suche')).form).toBe('search');
  });

  it('from somebody who may not search is what they want to report', async () => {
    const prompts = await talk.say('CARL', 'Suche seit gestern meinen Laptop, er ist weg.');
    expect(find('refusal', prompts)).toBeUndefined();
    expect(one('reportForm', prompts).values['text']).toBe('Suche seit gestern meinen Laptop, er ist weg.');
  });
});
