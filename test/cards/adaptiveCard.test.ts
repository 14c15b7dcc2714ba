import { describe, expect, it } from 'vitest';
import { adaptiveCard, cardBytes } from '../../cards/adaptiveCard.ts';
import { LIMITS } from '../../cards/limits.ts';
import { DUTY_KINDS } from '../../src/rules/assess.ts';
import type { CaseDetailsPrompt, DutyRow, Prompt, PromptKind } from '../../src/prompt/prompt.ts';
import { findingsOn, nodesOf, type CardNode } from '../support/adaptiveCardsLibrary.ts';
import { sampleAssessment, sampleCard, sampleDetails, sampleForm, samplePrompts } from '../support/samplePrompts.ts';

const LANGUAGES = ['de', 'en'] as const;

/** As a record, so that a kind that is not here does not compile. */
const KINDS: Readonly<Record<PromptKind, true>> = {
  home: true,
  reportForm: true,
  recorded: true,
  receipt: true,
  ownReports: true,
  whichCase: true,
  personQuestion: true,
  outcome: true,
  caseCard: true,
  caseDetails: true,
  caseList: true,
  question: true,
  factList: true,
  dataSetList: true,
  noticePlan: true,
  noticePart: true,
  assessment: true,
  form: true,
  reminder: true,
  escalation: true,
  absence: true,
  confirmationRequest: true,
  dutyList: true,
  looks: true,
  searchResult: true,
  digest: true,
  health: true,
  status: true,
  exportOffer: true,
  exportPosted: true,
  refusal: true,
};

it('there is a sample of every kind of prompt', () => {
  const sampled = new Set(samplePrompts.map(({ prompt }) => prompt.kind));
  expect(Object.keys(KINDS).filter((kind) => !sampled.has(kind as PromptKind))).toEqual([]);
});

const isA =
  (beginning: string) =>
  (node: CardNode): boolean =>
    typeof node.type === 'string' && node.type.startsWith(beginning);

describe.each(LANGUAGES)('every sample card in %s', (language) => {
  const cards = samplePrompts.map(({ name, prompt }) => ({ name, card: adaptiveCard(prompt, language) }));
  const named = new Map(cards.map(({ name, card }) => [name, card]));

  it.each([...named.keys()])(
    '%s is faultless to the library of Microsoft, as version 1.5, and fits every place in Teams',
    (name) => {
      const card = named.get(name)!;
      expect(findingsOn(card)).toEqual([]);
      expect(card.version).toBe('1.5');
      expect(card.lang).toBe(language);
      expect(cardBytes(card)).toBeLessThanOrEqual(LIMITS.adaptiveCard.bytes);
    },
  );

  it('begins with a heading and says in words what a client that cannot draw it should say', () => {
    for (const { name, card } of cards) {
      expect(card.body[0], name).toMatchObject({ type: 'TextBlock', style: 'heading' });
      expect(card.fallbackText, name).toEqual(expect.stringMatching(/\S/));
    }
  });

  it('wraps every text block, and shows no picture, no column and no number field', () => {
    const nodes = cards.flatMap(({ card }) => nodesOf(card));
    expect(nodes.filter((node) => node.type === 'TextBlock' && node.wrap !== true)).toEqual([]);
    expect(
      nodes.filter((node) => ['Image', 'ImageSet', 'ColumnSet', 'Table', 'Input.Number'].includes(String(node.type))),
    ).toEqual([]);
  });

  it('labels every field, and says what is missing in every field that must be filled', () => {
    const fields = cards.flatMap(({ card }) => nodesOf(card)).filter(isA('Input.'));
    expect(fields.length).toBeGreaterThan(50);
    expect(fields.filter(({ label }) => typeof label !== 'string' || label === '')).toEqual([]);
    expect(fields.filter((field) => field.isRequired === true && typeof field.errorMessage !== 'string')).toEqual([]);
  });

  it('shows at most six buttons of a row of steps, the others behind one that unfolds them', () => {
    for (const { name, card } of cards) {
      const inSight = card.body.filter(isA('ActionSet')).map((set) => (set.actions as readonly CardNode[]).length);
      expect(Math.max(0, ...inSight), name).toBeLessThanOrEqual(LIMITS.adaptiveCard.actions);
    }
  });

  it('keeps „I am on it“ for two and for four hours together, in sight or folded away', () => {
    let both = 0;
    for (const { name, card } of cards) {
      const inSight = card.body.filter(isA('ActionSet')).flatMap((set) => set.actions as readonly CardNode[]);
      const shown = inSight.filter(({ verb }) => verb === 'acknowledge').length;
      const all = nodesOf(card).filter(({ type, verb }) => type === 'Action.Execute' && verb === 'acknowledge').length;
      expect([0, all], name).toContain(shown);
      both += all;
    }
    expect(both).toBeGreaterThan(10);
  });

  it('gives every button a title, a verb and data of plain strings', () => {
    const presses = cards.flatMap(({ card }) => nodesOf(card)).filter(isA('Action.Execute'));
    expect(presses.length).toBeGreaterThan(200);
    for (const { title, verb, data } of presses) {
      expect(title).toEqual(expect.stringMatching(/\S/));
      expect(verb).toEqual(expect.any(String));
      expect(Object.values(data as object).every((value) => typeof value === 'string')).toBe(true);
    }
  });

  it('unfolds only what is on the same card', () => {
    for (const { name, card } of cards) {
      const nodes = nodesOf(card);
      const ids = new Set(nodes.map(({ id }) => id));
      const targets = nodes
        .filter(isA('Action.ToggleVisibility'))
        .flatMap(({ targetElements }) => targetElements as readonly string[]);
      expect(
        targets.filter((target) => !ids.has(target)),
        name,
      ).toEqual([]);
    }
  });
});

describe('a card that would be too large', () => {
  const long = 'Ein langer Absatz mit „Anführungen“ und "geraden" Zeichen.\n'.repeat(300);
  const many = <E>(entries: readonly E[], times: number): readonly E[] => Array.from({ length: times }, () => entries).flat();
  const uuid = '0b9a3f6e-58f0-4f2c-9d6f-0f6f4a1f7f3a';
  const duties: readonly DutyRow[] = Array.from({ length: 20 }, (_, at) => ({
    ...sampleCard.duties[1]!,
    id: `duty-${at}`,
    kind: DUTY_KINDS[at % DUTY_KINDS.length]!,
    owedBy: `Beteiligungsgesellschaft Nummer ${at} mit langem Namen GmbH & Co. KG`,
  }));
  const everywhere: CaseDetailsPrompt = {
    ...sampleDetails,
    card: { ...sampleCard, duties },
    text: long,
    reporterName: 'N'.repeat(300),
    additions: many(
      sampleDetails.additions.map((entry) => ({ ...entry, text: long, authorName: 'A'.repeat(300) })),
      40,
    ),
    answers: many(sampleDetails.answers, 12),
    dataSets: many(sampleDetails.dataSets, 20),
    times: many(
      sampleDetails.times.map((time) => ({ ...time, source: 'S'.repeat(300), reasons: long })),
      20,
    ),
    decisions: many(
      sampleDetails.decisions.map((decision) => ({ ...decision, reasons: long, dpoAdvice: long, decidedBy: 'D'.repeat(300) })),
      20,
    ),
    notices: many(
      sampleDetails.notices.map((notice) => ({ ...notice, to: 'T'.repeat(300), missing: long, reasonsForDelay: long })),
      20,
    ),
    records: [{ facts: long, effects: long, remedialAction: long }],
    measures: many(
      sampleDetails.measures.map((measure) => ({ ...measure, text: long, note: long })),
      20,
    ),
    questions: many(
      sampleDetails.questions.map((question) => ({ ...question, text: long })),
      20,
    ),
    actions: sampleDetails.actions.map((action) => ({ ...action, data: { ...action.data, case: uuid } })),
  };

  it.each(LANGUAGES)('is cut until it fits, and says so (%s)', (language) => {
    const card = adaptiveCard(everywhere, language);
    expect(cardBytes(card)).toBeLessThanOrEqual(LIMITS.adaptiveCard.bytes);
    expect(findingsOn(card)).toEqual([]);
    expect(JSON.stringify(card)).toContain(language === 'de' ? '… gekürzt' : '… shortened');
    expect(JSON.stringify(card)).toContain(language === 'de' ? 'weitere Einträge, hier gekürzt' : 'more entries, shortened here');
  });

  it('still names every duty and keeps every button', () => {
    const shown = JSON.stringify(adaptiveCard(everywhere, 'de'));
    for (const duty of duties) expect(shown).toContain(duty.owedBy);
    const presses = nodesOf(adaptiveCard(everywhere, 'de')).filter(isA('Action.Execute'));
    expect(presses).toHaveLength(sampleDetails.actions.length);
  });

  it.each<[string, Prompt]>([
    ['a list of 200 cases', { kind: 'caseList', zone: 'Europe/Berlin', cases: many([{ ...sampleCard, duties }], 200) }],
    [
      'an assessment with 400 reasons',
      { ...sampleAssessment, duties: sampleAssessment.duties.map((duty) => ({ ...duty, because: many(duty.because, 200) })) },
    ],
    [
      'a form with every field full',
      sampleForm('completeRecord', {
        values: { facts: long.slice(0, 2000), effects: long.slice(0, 2000), remedialAction: long.slice(0, 2000) },
      }),
    ],
    [
      'a question to a person',
      {
        kind: 'personQuestion',
        caseId: sampleCard.caseId,
        number: sampleCard.number,
        zone: 'Europe/Berlin',
        questionId: 'q',
        text: long,
        askedAt: sampleCard.asOf,
        reminder: false,
        answered: false,
      },
    ],
  ])('%s fits too', (_, prompt) => {
    for (const language of LANGUAGES) {
      const card = adaptiveCard(prompt, language);
      expect(cardBytes(card)).toBeLessThanOrEqual(LIMITS.adaptiveCard.bytes);
      expect(findingsOn(card)).toEqual([]);
    }
  });

  it('what fits is left whole', () => {
    expect(JSON.stringify(adaptiveCard({ ...sampleDetails, measures: [], questions: [] }, 'de'))).not.toContain('gekürzt');
  });
});
