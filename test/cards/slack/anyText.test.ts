import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMessage, checkView } from '../../../cards/slack/checkBlockKit.ts';
import { plainFromSlack, escapeText } from '../../../cards/slack/escapeText.ts';
import { readCarried } from '../../../cards/slack/slackActions.ts';
import { readInputs, secondsOf } from '../../../cards/slack/slackInput.ts';
import { slackMessage, slackMessages } from '../../../cards/slack/slackMessage.ts';
import { slackHome, slackWindow } from '../../../cards/slack/slackView.ts';
import { visibleText } from '../../../cards/visibleText.ts';
import type { Prompt } from '../../../src/prompt/prompt.ts';
import { anyText, wholeCaseWith } from '../../support/hostileText.ts';
import { sampleCard, sampleForm } from '../../support/samplePrompts.ts';
import { buttonsIn, nodesIn, textShown, valuesShown } from './shownBySlack.ts';

const at = sampleCard.asOf;

const { number } = sampleCard;
const contact = { name: 'Datenschutzstelle', email: 'ds@acme.example', phone: '0211 1' };

/** Each prompt with the text in it, and how often at least a person reads it there. */
const carrying = (text: string): readonly Prompt[] => [
  { kind: 'reportForm', zone: 'Europe/Berlin', values: { text, noticedAt: text }, faults: [] },
  { kind: 'whichCase', text, reports: [{ caseId: sampleCard.caseId, number }] },
  {
    kind: 'personQuestion',
    caseId: sampleCard.caseId,
    number,
    zone: 'Europe/Berlin',
    questionId: 'q1',
    text,
    askedAt: at,
    reminder: false,
    answered: false,
  },
  {
    kind: 'refusal',
    reason: 'storeDown',
    given: [text, text, text, text],
    duties: [],
    zone: 'Europe/Berlin',
    contact: { ...contact, name: text },
    actions: [],
  },
  sampleForm('completeRecord', { values: { facts: text, effects: text, remedialAction: text } }),
  sampleForm('finishMeasure', {
    fields: [
      {
        name: 'measure',
        input: 'choice',
        required: true,
        choices: [
          { id: 'm1', label: { de: text, en: text } },
          { id: 'm2', label: { de: 'a', en: 'a' } },
        ],
      },
    ],
  }),
  { kind: 'looks', zone: 'Europe/Berlin', looks: [{ name: text, at, what: 'openCase', allowed: true }], page: 1, pages: 1 },
];

const runs = { seed: 26, numRuns: 60 };
const dates = (payload: unknown): number => nodesIn(payload).filter(({ type }) => type === 'date').length;

/** The window with its parts and pages, as somebody would open them one after the other. */
function wholeWindow(prompt: Prompt): readonly unknown[] {
  const first = slackWindow([prompt], 'de');
  const opened = new Map([[JSON.stringify(first.blocks), first]]);
  const toOpen = [first];
  for (let view = toOpen.pop(); view !== undefined; view = toOpen.pop()) {
    for (const { value } of buttonsIn(view)) {
      const carried = readCarried(String(value));
      if (carried?.page === undefined && carried?.part === undefined) continue;
      const next = slackWindow([prompt], 'de', carried);
      const key = JSON.stringify(next.blocks);
      if (!opened.has(key)) toOpen.push(next);
      opened.set(key, next);
    }
  }
  return [...opened.values()];
}

describe('any text, wherever a person may have written it', () => {
  it('fits every window, is live in none, and stands there whole', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = visibleText(text).replace(/[\uFDD0-\uFDD2]/gu, '\uFFFD');
        for (const prompt of carrying(text)) {
          const windows = wholeWindow(prompt);
          for (const view of windows) expect(checkView(view as never)).toEqual([]);
          expect(JSON.stringify(windows)).not.toContain('"mrkdwn"');
          const read = textShown(windows) + Object.values(valuesShown(windows)).join('\n');
          expect(read).toContain(shown);
          expect(dates(windows)).toBe(
            dates(wholeWindow(carrying('harmlos')[carrying(text).findIndex(({ kind }) => kind === prompt.kind)]!)),
          );
        }
      }),
      runs,
    );
  });

  it('fits the window of the whole case, page by page, and nothing of it is lost', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = visibleText(text).replace(/[\uFDD0-\uFDD2]/gu, '\uFFFD');
        const windows = wholeWindow(wholeCaseWith(text));
        for (const view of windows) expect(checkView(view as never)).toEqual([]);
        expect(textShown(windows).split(shown).length - 1).toBeGreaterThan(25);
        expect(dates(windows)).toBe(dates(wholeWindow(wholeCaseWith('harmlos'))));
      }),
      { ...runs, numRuns: 25 },
    );
  });

  it('fits every message, is live in none, and stands there whole where a message may show it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = visibleText(text).replace(/[\uFDD0-\uFDD2]/gu, '\uFFFD');
        for (const prompt of [...carrying(text), wholeCaseWith(text)]) {
          for (const message of [slackMessage(prompt, 'de'), ...slackMessages([prompt], 'en')]) {
            expect(checkMessage(message)).toEqual([]);
            expect(message.text).not.toMatch(/[<>]/u);
            expect(JSON.stringify(message)).not.toContain('"mrkdwn"');
          }
          const messages = slackMessages([prompt], 'de');
          expect(textShown(messages) + Object.values(valuesShown(messages)).join('\n')).toContain(shown);
        }
      }),
      runs,
    );
  });

  it('stands in no notification', () => {
    for (const prompt of [...carrying('GEHEIM'), wholeCaseWith('GEHEIM')])
      expect(slackMessage(prompt, 'de').text).not.toContain('GEHEIM');
  });

  it('fits the home of the app', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(checkView(slackHome([...carrying(text), wholeCaseWith(text)], 'de'))).toEqual([]);
      }),
      { ...runs, numRuns: 20 },
    );
  });

  it('comes back from the fields as it was put into them', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 9 }), (text, times) => {
        const long = text.repeat(times);
        const view = slackWindow(
          [{ kind: 'reportForm', zone: 'Europe/Berlin', values: { text: long, noticedAt: '' }, faults: [] }],
          'de',
        );
        const state = Object.fromEntries(
          view.blocks
            .filter(({ type }) => type === 'input')
            .map(({ block_id: id, element }) => {
              const { type, initial_value: value = null } = element as { type: string; initial_value?: string };
              return [String(id), { value: { type, value } }];
            }),
        );
        expect(readInputs(state)).toEqual({ text: visibleText(long).replace(/[\uFDD0-\uFDD2]/gu, '\uFFFD'), noticedAt: '' });
      }),
      { ...runs, numRuns: 30 },
    );
  });
});

describe('a message that somebody wrote in Slack', () => {
  it.each([
    ['a &lt;!channel&gt; b &amp;amp;', 'a <!channel> b &amp;'],
    ['<https://a.example/x?a=1&amp;b=2>', 'https://a.example/x?a=1&b=2'],
    ['<https://a.example|hier>', 'hier (https://a.example)'],
    ['<http://a.example|a.example>', 'http://a.example'],
    ['<mailto:a@b.example|a@b.example>', 'a@b.example'],
    ['<@U123> <@U123|ada> <#C1|allgemein>', '@U123 @ada #allgemein'],
    ['<!here> <!subteam^S1|@alle>', '@here @alle'],
    ['1 &lt; 2 und 3 &gt; 2', '1 < 2 und 3 > 2'],
  ])('%s was written as %s', (sent, written) => {
    expect(plainFromSlack(sent)).toBe(written);
  });

  it('is read as it was typed, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(plainFromSlack(escapeText(text))).toBe(text);
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});

describe('a moment in a field', () => {
  it.each([
    ['2026-11-23T17:40', 'Europe/Berlin', '2026-11-23T16:40:00Z'],
    ['2026-07-01T00:00', 'Europe/Berlin', '2026-06-30T22:00:00Z'],
    ['2026-07-01T00:00', 'Asia/Kathmandu', '2026-06-30T18:15:00Z'],
    ['2026-10-25T02:30+02:00', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
  ])('%s in %s is %s', (typed, zone, moment) => {
    expect(secondsOf(typed, zone)).toBe(Date.parse(moment) / 1000);
  });

  it.each(['', 'gestern', '23.11.2026 17:40', '2026-03-29T02:30'])('„%s“ is none in Berlin', (typed) => {
    expect(secondsOf(typed, 'Europe/Berlin')).toBeUndefined();
  });

  it('comes back as an instant', () => {
    expect(readInputs({ 'f|moment': { value: { type: 'datetimepicker', selected_date_time: 1764000000 } } })).toEqual({
      moment: '2025-11-24T16:00:00.000Z',
    });
    expect(readInputs({ 'f|moment': { value: { type: 'datetimepicker', selected_date_time: null } } })).toEqual({ moment: '' });
  });
});
