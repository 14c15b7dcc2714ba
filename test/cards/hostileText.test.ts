import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adaptiveCard } from '../../cards/adaptiveCard.ts';
import { plain, plainActions } from '../../cards/plain.ts';
import { inertText, visibleText } from '../../cards/visibleText.ts';
import type { CaseDetailsPrompt } from '../../src/prompt/prompt.ts';
import { nodesOf } from '../support/adaptiveCardsLibrary.ts';
import { sampleDetails } from '../support/samplePrompts.ts';

const HOSTILE = [
  '[Hier klicken](https://boese.example/klau)',
  'https://boese.example',
  '<https://boese.example|Datenschutzstelle>',
  '<at>Geschäftsführung</at> bitte sofort antworten',
  '<!channel> <@U123> <script>alert(1)</script>',
  '{{DATE(2026-11-23T17:40:00Z, SHORT)}} {{TIME(2026-11-23T17:40:00Z)}}',
  '${$root.secret} {{{name}}}',
  '**fett** _kursiv_ ~~weg~~ `code` # Überschrift',
  '1. Punkt\n- Punkt\n> Zitat\n[1] Entscheidung bestätigen',
  'harmlos\u202Egnp.exe \u0000\u001B[31mrot',
] as const;

/** The whole case with this text wherever people write. */
const everywhere = (text: string): CaseDetailsPrompt => ({
  ...sampleDetails,
  text,
  reporterName: text,
  source: { ...sampleDetails.source, by: 'telephone', toldAt: sampleDetails.card.asOf, informant: text },
  additions: [{ text, authorName: text, at: sampleDetails.card.asOf }],
  dataSets: sampleDetails.dataSets.map((entry) => ({ ...entry, label: text })),
  times: sampleDetails.times.map((entry) => ({ ...entry, source: text, reasons: text })),
  decisions: sampleDetails.decisions.map((entry) => ({ ...entry, reasons: text, decidedBy: text, dpoAdvice: text })),
  notices: sampleDetails.notices.map((entry) => ({
    ...entry,
    to: text,
    means: text,
    reference: text,
    missing: text,
    reasonsForDelay: text,
  })),
  records: [{ controllerName: text, facts: text, effects: text, remedialAction: text }],
  measures: sampleDetails.measures.map((entry) => ({ ...entry, text, owner: text, note: text })),
  questions: [{ personName: text, text, askedAt: sampleDetails.card.asOf, answer: { text, authorName: text } }],
});

/** Everything a client might read as markup: the text of every node that shows any. */
const shownTexts = (card: unknown): readonly string[] =>
  nodesOf(card).flatMap(({ type, text, title, label, placeholder, tooltip, inlines }) => [
    ...(type === 'TextBlock' || type === 'TextRun' ? [String(text)] : []),
    ...[title, label, placeholder, tooltip].filter((value) => typeof value === 'string'),
    ...(Array.isArray(inlines) ? inlines.filter((inline) => typeof inline === 'string') : []),
  ]);

describe.each(HOSTILE)('the hostile text %j', (hostile) => {
  const shown = shownTexts(adaptiveCard(everywhere(hostile), 'de'));

  it('makes no link, no mention, no tag, no date and no template', () => {
    for (const text of shown) expect(text).not.toMatch(/\]\(|:\/\/|<[^\s\u2060]|\{\{|\$\{/);
  });

  it('stands only where no Markdown is read', () => {
    const blocks = nodesOf(adaptiveCard(everywhere(hostile), 'de')).filter(({ type }) => type === 'TextBlock');
    for (const line of hostile.split('\n'))
      expect(blocks.map(({ text }) => String(text).includes(inertText(line)))).not.toContain(true);
  });

  it('still reads as it was written, less what cannot be seen', () => {
    const readable = shown.join('\n').replaceAll('\u2060', '');
    for (const line of visibleText(hostile).split('\n')) expect(readable).toContain(line);
  });

  it('passes for no button and no line of ours in plain text', () => {
    const text = plain(everywhere(hostile), 'de');
    const buttonLines = (shown: string) => (shown.match(/^\s*\[\d+\] /gm) ?? []).length;
    expect(buttonLines(text)).toBe(buttonLines(plain(sampleDetails, 'de')));
    expect(plainActions(everywhere(hostile), 'de').map(({ label }) => label)).toEqual(
      plainActions(sampleDetails, 'de').map(({ label }) => label),
    );
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202A-\u202E]/);
  });
});

describe('pulling markup apart', () => {
  const nasty = fc.string({
    unit: fc.constantFrom('{', '$', '<', ']', '(', ':', '/', '[', 'a', ' ', '\n', '\u202E', '\u2060', '@'),
    maxLength: 40,
  });

  it('leaves no pair that a client could read, whatever the text', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(inertText(text)).not.toMatch(/\]\(|:\/\/|<[^\s\u2060]|\{\{|\$\{/);
      }),
      { seed: 33, numRuns: 2000 },
    );
  });

  it('changes nothing that can be seen', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(inertText(text).replaceAll('\u2060', '')).toBe(visibleText(text).replaceAll('\u2060', ''));
      }),
      { seed: 33, numRuns: 2000 },
    );
  });
});

it('what was typed comes back into a field exactly as it was', () => {
  const [hostile] = HOSTILE;
  const card = adaptiveCard({ kind: 'reportForm', zone: 'Europe/Berlin', values: { text: hostile }, faults: [] }, 'de');
  expect(nodesOf(card).find(({ id }) => id === 'text')?.value).toBe(hostile);
});
