// Every card as it goes to Teams: in the channel, in the personal chat and in a dialog, whatever it says and however long it is.
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../cards/limits.ts';
import {
  cardAnswer,
  cardMessage,
  dialogPage,
  openingMessage,
  plainMessage,
  type Dressing,
} from '../../../adapters/teams/teamsCard.ts';
import { shownInDialog } from '../../../adapters/teams/shownInDialog.ts';
import { readPress } from '../../../adapters/teams/press.ts';
import { VERBS } from '../../../src/prompt/action.ts';
import type { Prompt } from '../../../src/prompt/prompt.ts';
import { teamsWords } from '../../../src/words/teamsWords.ts';
import { findingsOn, nodesOf, type CardNode } from '../../support/adaptiveCardsLibrary.ts';
import { sampleCard, sampleDetails, samplePrompts } from '../../support/samplePrompts.ts';

const HOSTILE = `<at>Alle</at> {{DATE(2026-11-23,SHORT)}} \${x} [a](https://evil.example) "'\\ \u202e${'ü😀"'.repeat(900)}`;
const MEMBERS = Array.from({ length: 75 }, (_, at) => `29:1Vv${String(at).padStart(3, '0')}${'x'.repeat(60)}`);

/** Every text a person could have written is as long and as hostile as can be. */
function hostile<Value>(value: Value, key = ''): Value {
  if (Array.isArray(value)) return value.map((one: unknown) => hostile(one, key)) as Value;
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, hostile(inner as unknown, name)])) as Value;
  if (typeof value !== 'string') return value;
  if (LONG.includes(key)) return HOSTILE as Value;
  return LINES.includes(key) ? (HOSTILE.slice(0, 300) as Value) : value;
}
/** What takes four thousand characters, and what takes three hundred. */
const LONG = ['text', 'reasons', 'dpoAdvice', 'note'];
const LINES = ['reporterName', 'authorName', 'decidedBy', 'owner', 'informant', 'label'];

const cardsIn = (value: unknown): readonly CardNode[] => nodesOf(value).filter(({ type }) => type === 'AdaptiveCard');
const bytes = (value: unknown): number => JSON.stringify(value).length * 2;
const officers = { memberIds: MEMBERS, caseId: sampleCard.caseId };
const dressing = { drawing: '0b9a3f6e-58f0-4f2c-9d6f-0f6f4a1f7f3a', said: '1700000000000', isRepeated: true };

const wrappers: Readonly<Record<string, (prompt: Prompt, language: Dressing['language']) => unknown>> = {
  'a message in the channel': (prompt, language) =>
    cardMessage([prompt], { ...dressing, language, place: 'office', ...(prompt.kind === 'caseCard' ? { officers } : {}) }),
  'a message in the personal chat': (prompt, language) => cardMessage([prompt], { ...dressing, language, place: 'personal' }),
  'a message that stays': (prompt, language) => cardMessage([prompt], { ...dressing, language, place: 'kept' }),
  'an answer in place': (prompt, language) => cardAnswer([prompt], { ...dressing, language, place: 'personal' }),
  'a page of a dialog': (prompt, language) => dialogPage([prompt], { ...dressing, language }),
};

describe.each(['de', 'en'] as const)('every prompt in %s', (language) => {
  it.each(Object.entries(wrappers))('as %s is faultless to the library of Microsoft and within the limits', (_, wrap) => {
    for (const { name, prompt } of samplePrompts) {
      for (const given of [prompt, hostile(prompt)]) {
        const wrapped = wrap(given, language);
        expect(bytes(wrapped), name).toBeLessThanOrEqual(LIMITS.adaptiveCard.bytes);
        const [card, ...more] = cardsIn(wrapped);
        expect(more).toEqual([]);
        expect(findingsOn(card), name).toEqual([]);
      }
    }
  });

  it('as two that are said together is one faultless card', () => {
    const form = samplePrompts.find(({ prompt }) => prompt.kind === 'form')?.prompt;
    for (const { name, prompt } of samplePrompts.filter(
      ({ prompt: one }) => one.kind === 'refusal' || one.kind === 'caseDetails',
    )) {
      const page = dialogPage([prompt, form!], { ...dressing, language });
      expect(findingsOn(cardsIn(page)[0]), name).toEqual([]);
      expect(bytes(page)).toBeLessThanOrEqual(LIMITS.adaptiveCard.bytes);
    }
  });

  it('carries with each button what can be read again: a verb we know, ids, and the drawing', () => {
    for (const { prompt } of samplePrompts) {
      const actions = nodesOf(dialogPage([prompt], { ...dressing, language })).filter(({ type }) => type === 'Action.Submit');
      for (const { data } of actions) {
        const press = readPress({ ...(data as object), msteams: { type: 'task/submit' }, typed: 'text', on: true });
        expect(VERBS).toContain(press?.verb);
        expect(press).toMatchObject({ drawing: expect.stringMatching(/^[\w-]{16}$/), inputs: { typed: 'text', on: 'true' } });
      }
    }
  });

  it('in a dialog every button submits, for nothing else works there', () => {
    for (const { prompt } of samplePrompts) {
      const kinds = nodesOf(dialogPage([prompt], { ...dressing, language })).map(({ type }) => type);
      expect(kinds).not.toContain('Action.Execute');
    }
  });

  it('in the channel only „I am on it“ and the fresh card answer at once; whatever shows more opens in a dialog', () => {
    for (const { prompt } of samplePrompts) {
      const card = cardMessage([prompt], { ...dressing, language, place: 'office' });
      const atOnce = nodesOf(card).flatMap(({ type, verb }) => (type === 'Action.Execute' ? [verb] : []));
      expect(atOnce.filter((verb) => verb !== 'acknowledge')).toEqual([]);
    }
  });

  it('what opens in a dialog is named by a faultless message that holds no text of the case', () => {
    const opening = samplePrompts.flatMap(({ prompt }) => {
      const opens = shownInDialog(prompt);
      return opens === undefined ? [] : [openingMessage(hostile(prompt), opens, { ...dressing, language, place: 'personal' })];
    });
    expect(opening.length).toBeGreaterThan(5);
    for (const message of opening) {
      expect(findingsOn(cardsIn(message)[0])).toEqual([]);
      expect(JSON.stringify(message)).not.toContain('evil.example');
      const [button] = nodesOf(message).filter(({ type }) => type === 'Action.Submit');
      expect(button?.data).toMatchObject({ msteams: { type: 'task/fetch' } });
    }
  });

  it('our own sentences are faultless too', () => {
    for (const words of Object.values(teamsWords[language]).filter((one) => typeof one === 'string')) {
      expect(findingsOn(plainMessage(words, language).attachments[0]?.content)).toEqual([]);
    }
  });
});

describe('a card that is drawn again for the officers', () => {
  const base = cardMessage([sampleCard], { ...dressing, language: 'de', place: 'office', officers });
  const verbs = nodesOf(base).flatMap(({ data }) => readPress(data)?.verb ?? []);

  it('names at most sixty of them, and offers everybody no more than to open it', () => {
    const [refresh] = nodesOf(base).flatMap(({ refresh: one }) =>
      one === undefined ? [] : [one as { readonly userIds: string[] }],
    );
    expect(refresh?.userIds).toEqual(MEMBERS.slice(0, 60));
    expect(new Set(verbs)).toEqual(new Set(['openCase', 'present']));
  });

  it('keeps whatever folds out, and no button that would unfold nothing', () => {
    const card = cardsIn(base)[0]!;
    const ids = new Set(nodesOf(card).map(({ id }) => id));
    const targets = nodesOf(card).flatMap(({ targetElements = [] }) => targetElements as readonly string[]);
    expect(targets.filter((target) => !ids.has(target))).toEqual([]);
  });
});

describe('what a button brings back', () => {
  it.each([undefined, null, 5, 'text', [], {}, { fristwacht: {} }, { fristwacht: { verb: 5, data: {}, drawing: '' } }])(
    'is nothing where it is none of ours: %j',
    (value) => {
      expect(readPress(value)).toBeUndefined();
    },
  );

  it('is never more than texts: what else was sent is not looked at', () => {
    const [action] = nodesOf(dialogPage([sampleDetails], { ...dressing, language: 'de' })).filter(({ data }) => readPress(data));
    const sent = { ...(action?.data as object), deep: { a: 1 }, list: ['x'], number: 42, text: 'ok', __proto__: { verb: 'x' } };
    expect(readPress(sent)?.inputs).toEqual({ number: '42', text: 'ok' });
  });
});
