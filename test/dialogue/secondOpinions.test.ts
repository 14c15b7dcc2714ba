import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plain } from '../../cards/plain.ts';
import type { CaseId } from '../../src/breach/identifiers.ts';
import { acmeForKita, ADA, Conversation, DORA, EDPB_CASE_1, EDPB_CASE_4, faults, one, refusal } from './conversation.ts';

let talk: Conversation;
let id: CaseId;
beforeEach(async () => {
  talk = new Conversation();
  id = await talk.report('Ein Laptop ist weg.');
});
afterEach(() => talk.end());

const assessment = async () => one('assessment', await talk.press(DORA, 'assessment', { case: id }));
const open = async (form: 'enisaOpinion' | 'dskOpinion') => one('form', await talk.press(DORA, 'openForm', { case: id, form }));
const mild = { simple: '1', identification: 'limited', confidentiality: 'exposed', integrity: 'unaffected' };
const all = { ...mild, availability: 'unaffected', intent: 'none-known', over100: 'yes' };
const statuses = async () => (await talk.record(id)).duties.map(({ id: duty, status }) => `${duty} ${status}`);

describe('hints in the assessment', () => {
  const answer = (fact: string, said: string) => talk.press(DORA, 'answerFact', { case: id, fact, answer: said });

  it('no data about people: not a breach, yet perhaps another duty to report', async () => {
    await answer('personalData', 'no');
    expect(plain(await assessment(), 'de')).toContain('NIS-2');
    expect(plain(await assessment(), 'en')).toContain('NIS 2');
  });

  it('a public communication in place of single letters, said at the duty and beside it', async () => {
    await talk.answerAll(id, { ...EDPB_CASE_4, exceptionToInforming: 'disproportionate' });
    expect((await assessment()).duties.find(({ kind }) => kind === 'art34-1')?.publicly).toBe(true);
    expect(plain(await assessment(), 'de')).toContain('Durch öffentliche Bekanntmachung (Art. 34 Abs. 3 Buchst. c DSGVO).');
    expect(plain(await assessment(), 'en')).toContain('inform as effectively');
  });

  it('the request of law enforcement explains a delay and ends no duty', async () => {
    await talk.answerAll(id, EDPB_CASE_4);
    const before = await statuses();
    await answer('delayRequested', 'yes');
    expect(plain(await assessment(), 'de')).toContain('Eine Strafverfolgungsbehörde bittet');
    expect(await statuses()).toEqual(before);
  });

  it('are not there where nothing calls for them', async () => {
    await talk.answerAll(id, EDPB_CASE_1);
    expect((await assessment()).hints).toEqual([]);
  });
});

describe('second opinions in the assessment', () => {
  it('say what they lack, and lead to a small form with what the facts do not settle', async () => {
    expect(plain(await assessment(), 'de')).toContain('Zweitmeinungen (sie entscheiden nichts)');
    expect((await open('dskOpinion')).fields.map(({ name }) => name)).toEqual(['dskSeverity', 'dskLikelihood']);
    expect((await open('enisaOpinion')).fields).toHaveLength(11);
    for (const [fact, answer] of [
      ['alteration', 'none'],
      ['availability', 'unaffected'],
    ] as const) {
      await talk.press(DORA, 'answerFact', { case: id, fact, answer });
    }
    const asked = (await open('enisaOpinion')).fields.map(({ name }) => name);
    expect(asked).not.toContain('integrity');
    expect(asked).not.toContain('availability');
    expect(asked).toContain('identification');
  });

  it('show score, parts, flags and the sentence of a disagreement, and no duty moves', async () => {
    await talk.answerAll(id, EDPB_CASE_4);
    const before = await statuses();
    const shown = one('assessment', await talk.submit(DORA, 'enisaOpinion', id, all));
    expect(await statuses()).toEqual(before);
    expect(shown.opinions[0]?.verdict.kind).toBe('milder');
    expect(plain(shown, 'de')).toMatch(/SE = DPC × EI \+ CB = 1 × 0,5 \+ \d/);
    expect(plain(shown, 'de')).toContain('mehr als 100 Betroffene');
    expect(plain(shown, 'de')).toContain('CB: Vertraulichkeit 0 + Integrität 0');
    expect(plain(shown, 'de')).toContain('Es bleibt bei den Regeln; eine Zweitmeinung nimmt keine Pflicht weg.');
    expect(plain(shown, 'en')).toContain('a second opinion takes no duty away');
  });

  it('the cell of the matrix, kept for the next time the form is opened', async () => {
    const said = { dskSeverity: 'great', dskLikelihood: 'great' };
    const shown = one('assessment', await talk.submit(DORA, 'dskOpinion', id, said));
    expect(plain(shown, 'de')).toContain('Schwere groß, Wahrscheinlichkeit groß: hohes Risiko');
    expect(shown.opinions[1]?.verdict.kind).toBe('agrees');
    expect((await open('dskOpinion')).values).toMatchObject(said);
  });

  it('refuses an answer that is not offered, and keeps the others', async () => {
    const typed = { dskSeverity: 'enormous', dskLikelihood: 'great' };
    const prompts = await talk.submit(DORA, 'dskOpinion', id, typed);
    expect(faults(prompts)).toEqual(['dskSeverity: chooseOne']);
    expect(one('form', prompts).values).toMatchObject(typed);
    expect(refusal(await talk.submit(ADA, 'dskOpinion', id, typed))).toBe('notAllowed');
  });

  it('stays quiet when the same is said again', async () => {
    await talk.submit(DORA, 'enisaOpinion', id, all);
    const before = await talk.entries(id);
    expect(one('recorded', await talk.submit(DORA, 'enisaOpinion', id, all)).what).toBe('nothingNew');
    expect(await talk.entries(id)).toBe(before);
  });

  it('asks a processor for none: it tells of every breach', async () => {
    await talk.end();
    talk = new Conversation(acmeForKita);
    id = await talk.report('Ein Laptop ist weg.');
    const kunden = { dataSet: 'main', label: 'Kunden', controller: 'kita', role: 'processor', reasons: 'Nur Auftrag.' };
    expect(one('recorded', await talk.submit(DORA, 'dataSet', id, kunden)).what).toBe('dataSetChanged');
    const shown = plain(await assessment(), 'de');
    expect(shown).not.toContain('Zweitmeinung nach ENISA');
  });
});
