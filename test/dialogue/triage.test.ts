import { plain } from '../../cards/plain.ts';
import { CONTRADICTING, FEW_STOLEN } from '../support/plantedContradiction.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseId } from '../../src/breach/identifiers.ts';
import { citeText } from '../../src/words/citations.ts';
import { FACT_NAMES, FACTS } from '../../src/rules/facts.ts';
import { ADA, Conversation, DORA, EDPB_CASE_1, EDPB_CASE_4, EMIL, faults, one, refusal, unknownCase } from './conversation.ts';

let talk: Conversation;
let id: CaseId;
beforeEach(async () => {
  talk = new Conversation();
  id = await talk.report();
});
afterEach(() => talk.end());

describe('the triage', () => {
  it('asks one question at a time, with choices, until the assessment stands', async () => {
    const first = one('question', await talk.press(DORA, 'triage', { case: id }));
    expect(first).toMatchObject({ fact: 'personalData', faults: [] });
    expect(first).not.toHaveProperty('before');
    expect(first.choices.map(({ answer }) => answer)).toEqual(['no', 'yes']);
    const second = one('question', await talk.press(DORA, 'answerFact', { case: id, fact: 'personalData', answer: 'yes' }));
    expect(second.fact).not.toBe('personalData');
    expect(second.open).toBeLessThan(first.open);
  });

  it.each([
    ['4', EDPB_CASE_4, { 'art33-5': 'owed', 'art33-1': 'owed', 'art34-1': 'owed' }],
    ['1', EDPB_CASE_1, { 'art33-5': 'owed', 'art33-1': 'not-owed', 'art34-1': 'not-owed' }],
    ['nobody knows anything of', {}, { 'art33-5': 'owed', 'art33-1': 'owed', 'art34-1': 'owed' }],
  ])('of EDPB case %s ends in the duties that the guidelines name, with reasons', async (_, facts, expected) => {
    const assessed = one('assessment', await talk.answerAll(id, facts));
    expect(assessed.openFacts).toBe(0);
    expect(Object.fromEntries(assessed.duties.map(({ kind, status }) => [kind, status]))).toEqual(expected);
    expect(assessed.duties.every(({ because }) => because.length > 0)).toBe(true);
  });

  it('shows the present assessment at any time', async () => {
    const early = one('assessment', await talk.press(DORA, 'assessment', { case: id }));
    expect(early.openFacts).toBeGreaterThan(0);
    expect(early.duties.every(({ status }) => status === 'presumed')).toBe(true);
    expect(early.duties.flatMap(({ because }) => because).some(({ mark }) => mark === 'open')).toBe(true);
  });

  it('goes on where another officer stopped, also after a restart', async () => {
    const asked = one('question', await talk.press(DORA, 'answerFact', { case: id, fact: 'personalData', answer: 'yes' }));
    await talk.restart();
    expect(one('question', await talk.press(EMIL, 'triage', { case: id }))).toEqual(asked);
  });

  it('refuses an answer that was not offered, and a fact of a data set that is not there', async () => {
    expect(faults(await talk.press(DORA, 'answerFact', { case: id, fact: 'access', answer: 'perhaps' }))).toEqual([
      'answer: chooseOne',
    ]);
    const nowhere = { case: id, fact: 'access', dataSet: 'nowhere', answer: 'none' };
    expect(refusal(await talk.press(DORA, 'answerFact', nowhere))).toBe('unknownDataSet');
    expect(refusal(await talk.press(DORA, 'answerFact', { ...nowhere, case: unknownCase }))).toBe('noSuchCase');
    expect(await talk.entries(id)).toBe(1);
  });

  it('stays quiet when an answer comes twice', async () => {
    const answer = [DORA, 'answerFact', { case: id, fact: 'personalData', answer: 'yes' }] as const;
    const first = await talk.press(...answer, {}, { id: 'same' });
    expect(await talk.press(...answer, {}, { id: 'same' })).toEqual(first);
    expect(await talk.press(...answer)).toEqual(first);
    expect(await talk.entries(id)).toBe(2);
  });

  it('names the data set where there is more than one', async () => {
    await talk.submit(DORA, 'dataSet', id, { dataSet: 'new', label: 'Personalakten', role: 'controller' });
    await talk.press(DORA, 'answerFact', { case: id, fact: 'personalData', answer: 'yes' });
    const [first, second] = (await talk.record(id)).dataSets;
    expect(second?.label).toBe('Personalakten');
    const asked = one('question', await talk.press(DORA, 'openFact', { case: id, fact: 'access', dataSet: second!.id }));
    expect(asked).toMatchObject({ dataSet: second!.id, dataSetLabel: 'Personalakten' });
    const next = one('question', await talk.press(DORA, 'triage', { case: id }));
    expect([first!.id, second!.id]).toContain(next.dataSet);
  });
});

describe('what an authority demands', () => {
  it('is never asked, and offered beside the answers that can be corrected', async () => {
    await talk.answerAll(id, EDPB_CASE_1);
    const list = one('factList', await talk.press(DORA, 'chooseFact', { case: id }));
    const [only] = (await talk.record(id)).dataSets;
    expect(list.unasked.map(({ fact, dataSet }) => [fact, dataSet])).toEqual([
      ['delayRequested', undefined],
      ['authorityOrder', only!.id],
    ]);
    expect(list.answers.map(({ fact }) => fact)).not.toContain('authorityOrder');
  });

  it('can be recorded: an order of the authority makes informing people owed', async () => {
    await talk.answerAll(id, EDPB_CASE_1);
    const asked = one('question', await talk.press(DORA, 'openFact', { case: id, fact: 'authorityOrder' }));
    expect(asked).toMatchObject({ fact: 'authorityOrder', unasked: true, mayBeUnknown: false });
    expect(asked).not.toHaveProperty('before');
    const order = { case: id, fact: 'authorityOrder', answer: 'inform' };
    const assessed = one('assessment', await talk.press(DORA, 'answerFact', order));
    expect(assessed.duties.find(({ kind }) => kind === 'art34-1')?.status).toBe('owed');
    const list = one('factList', await talk.press(DORA, 'chooseFact', { case: id }));
    expect(list.unasked.map(({ fact }) => fact)).toEqual(['delayRequested']);
    expect(list.answers.map(({ fact }) => fact)).toContain('authorityOrder');
  });

  it('and a wish of law enforcement is kept and changes no duty', async () => {
    const before = one('assessment', await talk.answerAll(id, EDPB_CASE_4)).duties.map(({ kind, status }) => [kind, status]);
    const wish = { case: id, fact: 'delayRequested', answer: 'yes' };
    const after = one('assessment', await talk.press(DORA, 'answerFact', wish)).duties.map(({ kind, status }) => [kind, status]);
    expect(after).toEqual(before);
    expect((await talk.record(id)).incident.delayRequested).toBe('yes');
  });

  it('is named with each of several data sets', async () => {
    await talk.submit(DORA, 'dataSet', id, { dataSet: 'new', label: 'Personalakten', role: 'controller' });
    const list = one('factList', await talk.press(DORA, 'chooseFact', { case: id }));
    expect(list.unasked.map(({ fact, dataSetLabel }) => [fact, dataSetLabel])).toEqual([
      ['delayRequested', undefined],
      ['authorityOrder', ''],
      ['authorityOrder', 'Personalakten'],
    ]);
  });

  it('every fact of the vocabulary can be answered', async () => {
    for (const fact of FACT_NAMES) {
      const asked = one('question', await talk.press(DORA, 'openFact', { case: id, fact }));
      await talk.press(DORA, 'answerFact', { case: id, fact, answer: asked.choices.at(-1)!.answer });
    }
    const { incident, dataSets } = await talk.record(id);
    expect(Object.keys({ ...incident, ...dataSets[0]!.facts }).toSorted()).toEqual([...FACT_NAMES].toSorted());
  });
});

describe('answers that contradict each other', () => {
  const answer = (fact: string, said: string, dataSet?: string) =>
    talk.press(DORA, 'answerFact', { case: id, fact, answer: said, ...(dataSet === undefined ? {} : { dataSet }) });

  it('are warned of in the assessment, which stands all the same', async () => {
    await answer('access', 'none');
    await answer('outflow', 'misused');
    const assessed = one('assessment', await talk.press(DORA, 'assessment', { case: id }));
    expect(assessed.contradictions.map(({ says }) => says.de)).toEqual([
      'Niemand soll an die Daten gelangt sein, und doch wurden sie gelesen, mitgenommen oder missbraucht.',
    ]);
    expect(assessed.duties.length).toBeGreaterThan(0);
  });

  it('are warned of no more once one of them is corrected', async () => {
    await answer('access', 'none');
    await answer('outflow', 'misused');
    await talk.press(DORA, 'correctFact', { case: id, fact: 'access' }, { answer: 'happened', reasons: 'Doch gelesen.' });
    expect(one('assessment', await talk.press(DORA, 'assessment', { case: id })).contradictions).toEqual([]);
  });

  it('name the data set where there is more than one', async () => {
    await talk.submit(DORA, 'dataSet', id, { dataSet: 'new', label: 'Personalakten', role: 'controller' });
    const second = (await talk.record(id)).dataSets[1]!.id;
    await answer('encryption', 'none', second);
    await answer('keySecret', 'yes', second);
    const { contradictions } = one('assessment', await talk.press(DORA, 'assessment', { case: id }));
    expect(contradictions.map(({ dataSetLabel }) => dataSetLabel)).toEqual(['Personalakten']);
  });
});

describe('a correction', () => {
  beforeEach(() => talk.press(DORA, 'answerFact', { case: id, fact: 'personalData', answer: 'no' }));

  it('is chosen from the answers given', async () => {
    const list = one('factList', await talk.press(DORA, 'chooseFact', { case: id }));
    expect(list.answers.map(({ fact }) => fact)).toEqual(['personalData']);
    const shown = one('question', await talk.press(DORA, 'openFact', { case: id, fact: 'personalData' }));
    expect(shown.before).toBe('no');
  });

  it('needs reasons: another answer from an old card comes back and asks for them', async () => {
    const prompts = await talk.press(DORA, 'answerFact', { case: id, fact: 'personalData', answer: 'yes' });
    expect(faults(prompts)).toEqual(['reasons: missing']);
    expect(one('question', prompts)).toMatchObject({ before: 'no', values: { answer: 'yes' } });
    expect((await talk.record(id)).incident.personalData).toBe('no');
  });

  it('is recorded with what stood there before', async () => {
    const inputs = { answer: 'yes', reasons: 'In der Liste stehen Namen.' };
    one('question', await talk.press(DORA, 'correctFact', { case: id, fact: 'personalData' }, inputs));
    const { entries } = (await talk.register.read(id))!;
    expect(entries.flatMap(({ events }) => events).find(({ type }) => type === 'FactCorrected')).toMatchObject({
      before: 'no',
      answer: 'yes',
      reasons: 'In der Liste stehen Namen.',
    });
  });

  it('without reasons or without an answer is asked back', async () => {
    const data = { case: id, fact: 'personalData' };
    expect(faults(await talk.press(DORA, 'correctFact', data, { answer: 'yes', reasons: '' }))).toEqual(['reasons: missing']);
    expect(faults(await talk.press(DORA, 'correctFact', data, { answer: '', reasons: 'Weil.' }))).toEqual(['answer: chooseOne']);
  });

  it('with reasons beyond measure comes back', async () => {
    const reasons = 'x'.repeat(4001);
    const prompts = await talk.press(DORA, 'correctFact', { case: id, fact: 'personalData' }, { answer: 'yes', reasons });
    expect(faults(prompts)).toEqual(['reasons: tooLong']);
    expect(one('question', prompts).values).toEqual({ answer: 'yes', reasons });
  });

  it('stays quiet when repeated', async () => {
    const inputs = { answer: 'yes', reasons: 'In der Liste stehen Namen.' };
    await talk.press(DORA, 'correctFact', { case: id, fact: 'personalData' }, inputs, { id: 'same' });
    await talk.press(DORA, 'correctFact', { case: id, fact: 'personalData' }, inputs, { id: 'same' });
    await talk.press(DORA, 'correctFact', { case: id, fact: 'personalData' }, inputs);
    expect(await talk.entries(id)).toBe(3);
  });
});

it('an employee who gets hold of an office button is refused politely, and it is recorded', async () => {
  for (const verb of ['triage', 'assessment', 'chooseFact', 'looks', 'openCase'] as const) {
    const prompts = await talk.press('MALLORY', verb, { case: id });
    expect(prompts).toHaveLength(1);
    expect(refusal(prompts)).toBe('notAllowed');
  }
  expect(refusal(await talk.press(ADA, 'answerFact', { case: id, fact: 'personalData', answer: 'no' }))).toBe('notAllowed');
  expect(await talk.entries(id)).toBe(1);
  expect(await talk.looked(id)).toEqual([
    'slack:MALLORY triage no',
    'slack:MALLORY assessment no',
    'slack:MALLORY factList no',
    'slack:MALLORY looks no',
    'slack:MALLORY openCase no',
    'slack:ADA answerFact no',
  ]);
});

describe('rules that contradict each other', () => {
  it('are shown on the case and named in the assessment; the duties of both stand', async () => {
    talk.organisation = { ...talk.organisation, ruleSets: CONTRADICTING };
    await talk.answerAll(id, FEW_STOLEN);
    const details = one('caseDetails', await talk.press(DORA, 'openCase', { case: id }));
    const shown = one('assessment', await talk.press(DORA, 'assessment', { case: id }));
    expect(details.card.duties.filter(({ status }) => status === 'owed')).toHaveLength(3);
    expect(plain(details, 'de')).toContain('Zwei Regeln von Fristwacht widersprechen sich');
    expect(plain(shown, 'de')).toContain('„planted/few“ und „art34/high-risk/criminal-hands“');
    expect(plain(shown, 'en')).toContain('“planted/few” and “art34/high-risk/criminal-hands”');
  });

  it('are not there under the rules of this version', async () => {
    await talk.answerAll(id, FEW_STOLEN);
    const shown = one('assessment', await talk.press(DORA, 'assessment', { case: id }));
    expect(shown.contradictingRules).toEqual([]);
  });
});

describe('every question', () => {
  it.each(FACT_NAMES)('%s says why it is asked, with the provision, and gives an example', async (fact) => {
    const asked = one('question', await talk.press(DORA, 'openFact', { case: id, fact }));
    for (const language of ['de', 'en'] as const) {
      const shown = plain(asked, language);
      expect(shown).toContain(`${language === 'de' ? 'Warum das zählt' : 'Why it matters'}: ${FACTS[fact].why[language]} (`);
      expect(shown).toContain(citeText(FACTS[fact].cites[0]!, language));
      expect(shown).toMatch(language === 'de' ? /zum Beispiel/i : /for example/i);
    }
  });
});
