import { afterEach, describe, expect, it } from 'vitest';
import { adaptiveCard } from '../../cards/adaptiveCard.ts';
import { plain } from '../../cards/plain.ts';
import type { CaseId } from '../../src/breach/identifiers.ts';
import type { Organisation } from '../../src/organisation.ts';
import { acme, ADA, AUTHORITY, Conversation, DORA, faults, one, refusal } from './conversation.ts';

const first = acme.controllers[0]!;
const kita = { ...first, id: 'kita', name: 'Kita Sonne', land: 'BE', sector: 'public', authority: 'de-be' } as const;
const hoster = { ...first, id: 'hoster', name: 'Hoster GmbH' } as const;
const three: Organisation = { ...acme, processesForOthers: true, controllers: [first, kita, hoster] };

let talk: Conversation;
let id: CaseId;
const begin = async (organisation: Organisation): Promise<void> => {
  talk = new Conversation(organisation);
  id = await talk.report('Die Elterndatenbank ist offen.');
};
afterEach(() => talk.end());

const open = (dataSet?: string) =>
  talk.press(DORA, 'openForm', { case: id, form: 'dataSet', ...(dataSet === undefined ? {} : { dataSet }) });
const submit = (inputs: Readonly<Record<string, string>>) => talk.submit(DORA, 'dataSet', id, inputs);
const fieldsOf = (prompts: Awaited<ReturnType<typeof open>>) => one('form', prompts).fields.map(({ name }) => name);
const portal = { dataSet: 'new', label: 'Elternportal', controller: 'acme', role: 'controller' };
const duties = async () => (await talk.record(id)).duties.filter(({ end }) => !end).map((duty) => duty.id);
const list = async () => one('dataSetList', await talk.press(DORA, 'dataSets', { case: id }));

describe('the list of data sets', () => {
  it('is one press away from the card, and leads to each data set and to a new one', async () => {
    await begin(three);
    await submit({ ...portal, role: 'joint', jointWith: 'kita', notifier: 'kita' });
    const card = one('caseDetails', await talk.press(DORA, 'openCase', { case: id })).card;
    expect(card.actions).toContainEqual({ verb: 'dataSets', data: { case: id } });
    expect((await list()).dataSets).toMatchObject([
      { dataSet: 'main', label: '', part: 'unknown', jointWith: [] },
      { label: 'Elternportal', part: 'joint', jointWith: ['Kita Sonne'], notifier: 'Kita Sonne' },
    ]);
    expect(plain(await list(), 'de')).toContain('Gemeinsam mit: Kita Sonne');
    expect(plain(await list(), 'en')).toContain('Our role: Joint controller');
  });

  it('is offered on the card itself only where there is more to say than our own data', async () => {
    await begin(acme);
    const details = one('caseDetails', await talk.press(DORA, 'openCase', { case: id }));
    expect(details.card.actions.map(({ verb }) => verb)).not.toContain('dataSets');
    expect(details.actions).toContainEqual({ verb: 'dataSets', data: { case: id } });
  });

  it('is not for everybody, and the attempt is recorded', async () => {
    await begin(three);
    expect(refusal(await talk.press(ADA, 'dataSets', { case: id }))).toBe('notAllowed');
    expect(await talk.looked(id)).toContain('slack:ADA dataSets no');
  });

  it('says the same a second time, and offers nothing to change once the case is closed', async () => {
    await begin(acme);
    expect(await list()).toEqual(await list());
    await talk.submit(DORA, 'noBreach', id, { reasons: 'Fehlalarm.', decidedBy: 'Leitung', dpoAdvice: '' });
    await talk.submit(DORA, 'close', id, { note: '' });
    expect((await list()).mayChange).toBe(false);
    expect(plain(await list(), 'de')).not.toContain('Ändern');
  });
});

describe('the form of a data set', () => {
  it('stays short where the organisation is alone', async () => {
    await begin(acme);
    const fields = one('form', await open()).fields;
    expect(fields.map(({ name }) => name)).toEqual(['dataSet', 'label', 'role', 'profile']);
    expect(fields.find(({ name }) => name === 'role')?.choices?.map((choice) => choice.id)).toEqual([
      'controller',
      'processor',
      'unknown',
    ]);
  });

  it('opened to change one, holds what is known of it', async () => {
    await begin(three);
    await submit({ ...portal, role: 'joint', jointWith: 'kita,hoster', notifier: 'kita', profile: 'social-data' });
    const { dataSet } = (await list()).dataSets[1]!;
    const form = one('form', await open(dataSet));
    expect(form.values).toMatchObject({ dataSet, label: 'Elternportal', role: 'joint', jointWith: 'kita,hoster' });
    expect(form.values).toMatchObject({ notifier: 'kita', profile: 'social-data' });
    const again = await submit(form.values);
    expect(one('recorded', again).what).toBe('nothingNew');
  });

  it('asks who decides jointly once that is the role, and keeps what was typed', async () => {
    await begin(three);
    expect(fieldsOf(await open('new'))).not.toContain('jointWith');
    const asked = await submit({ ...portal, role: 'joint' });
    expect(faults(asked)).toEqual(['jointWith: chooseOne']);
    expect(fieldsOf(asked)).toEqual(['dataSet', 'label', 'controller', 'role', 'jointWith', 'notifier', 'profile']);
    expect(one('form', asked).values).toMatchObject({ ...portal, role: 'joint' });
    expect(JSON.stringify(adaptiveCard(one('form', asked), 'de'))).toContain('"isMultiSelect":true');
    await submit({ ...portal, role: 'joint', jointWith: 'kita' });
    expect(await duties()).toEqual(expect.arrayContaining(['art33-1:kita:de-be', 'art34-1:kita:persons', AUTHORITY]));
  });

  it('a sub-processor names the processor it works for, and tells that one alone', async () => {
    await begin(three);
    const sub = { ...portal, controller: 'kita', role: 'subProcessor' };
    expect(faults(await submit(sub))).toEqual(['worksFor: chooseOne']);
    expect(one('recorded', await submit({ ...sub, worksFor: 'hoster' })).what).toBe('dataSet');
    expect(await duties()).toContain('art33-2:acme:hoster');
    expect(await duties()).not.toContain('art33-2:acme:kita');
  });

  it('a processor of joint controllers tells each of them', async () => {
    await begin(three);
    await submit({ ...portal, controller: 'kita', role: 'processorForJoint', jointWith: 'hoster' });
    expect(await duties()).toEqual(expect.arrayContaining(['art33-2:acme:kita', 'art33-2:acme:hoster']));
  });

  it('a sub-processor that turns out to work for the controller says why, and then tells the controller', async () => {
    await begin(three);
    await submit({ ...portal, controller: 'kita', role: 'subProcessor', worksFor: 'hoster' });
    const { dataSet } = (await list()).dataSets[1]!;
    const direct = { ...portal, dataSet, controller: 'kita', role: 'processor' };
    expect(faults(await submit(direct))).toEqual(['reasons: reasonsForRole']);
    await submit({ ...direct, reasons: 'Der Vertrag ist mit der Kita geschlossen.' });
    expect(await duties()).toContain('art33-2:acme:kita');
  });

  it.each([
    ['a name that is taken', { label: 'elternportal' }, 'label: nameTaken'],
    [
      'a notifier who is no controller here',
      { label: 'A', role: 'joint', jointWith: 'kita', notifier: 'hoster' },
      'notifier: notJoint',
    ],
    ['itself as controller for a processor', { label: 'A', role: 'processor' }, 'controller: otherController'],
    [
      'the controller as the processor it works for',
      { label: 'A', controller: 'kita', role: 'subProcessor', worksFor: 'kita' },
      'worksFor: worksForController',
    ],
    ['somebody who is not configured', { label: 'A', role: 'joint', jointWith: 'kita,nobody' }, 'jointWith: chooseOne'],
    ['a law there is not', { label: 'A', profile: 'roman-law' }, 'profile: chooseOne'],
  ])('%s is refused at its field, in words, and nothing typed is lost', async (_, wrong, expected) => {
    await begin(three);
    await submit(portal);
    const before = await talk.entries(id);
    const typed = { ...portal, ...wrong };
    const prompts = await submit(typed);
    expect(faults(prompts)).toEqual([expected]);
    expect(one('form', prompts).values).toMatchObject(typed);
    for (const language of ['de', 'en'] as const) expect(plain(one('form', prompts), language)).toContain('✗');
    expect(await talk.entries(id)).toBe(before);
  });

  it('asks where the persons live only without a main establishment in the EEA', async () => {
    const abroad = {
      ...first,
      country: 'US',
      authorities: [
        { persons: 'FR', authority: 'fr-cnil' },
        { persons: 'DE-NW', authority: 'de-nw' },
      ],
    } as const;
    await begin({ ...acme, controllers: [abroad] });
    expect(fieldsOf(await open('main'))).toContain('residence');
    await submit({ dataSet: 'main', label: 'Kunden', role: 'controller', residence: 'FR' });
    expect((await talk.record(id)).dataSets[0]).toMatchObject({ residence: ['FR'] });
    expect(plain(await list(), 'de')).toContain('Betroffene leben in: Frankreich');
    expect(plain(await open('main').then((prompts) => one('form', prompts)), 'de')).toContain('[ ] Nordrhein-Westfalen');
    // The authority of the other place had been told of nothing else, so its duty stands until somebody decides.
    expect(await duties()).toEqual(expect.arrayContaining(['art33-1:acme:fr-cnil', 'art33-1:acme:de-nw']));
  });

  it('asks for no special law where the configuration names one for every controller', async () => {
    await begin({ ...acme, controllers: [{ ...first, profile: 'private-body' }] });
    expect(fieldsOf(await open('new'))).toEqual(['dataSet', 'label', 'role']);
  });
});
