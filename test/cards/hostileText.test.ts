import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adaptiveCard } from '../../cards/adaptiveCard.ts';
import { plain, plainActions } from '../../cards/plain.ts';
import { inertText, visibleText } from '../../cards/visibleText.ts';
import { nodesOf } from '../support/adaptiveCardsLibrary.ts';
import { HOSTILE_TEXTS, wholeCaseWith } from '../support/hostileText.ts';
import { sampleDetails } from '../support/samplePrompts.ts';

/** Everything a client might read as markup: the text of every node that shows any. */
const shownTexts = (card: unknown): readonly string[] =>
  nodesOf(card).flatMap(({ type, text, title, label, placeholder, tooltip, inlines }) => [
    ...(type === 'TextBlock' || type === 'TextRun' ? [String(text)] : []),
    ...[title, label, placeholder, tooltip].filter((value) => typeof value === 'string'),
    ...(Array.isArray(inlines) ? inlines.filter((inline) => typeof inline === 'string') : []),
  ]);

describe.each(HOSTILE_TEXTS)('the hostile text %j', (hostile) => {
  const shown = shownTexts(adaptiveCard(wholeCaseWith(hostile), 'de'));

  it('makes no link, no mention, no tag, no date and no template', () => {
    for (const text of shown) expect(text).not.toMatch(/\]\(|:\/\/|<[^\s\u2060]|\{\{|\$\{/);
  });

  it('stands only where no Markdown is read', () => {
    const blocks = nodesOf(adaptiveCard(wholeCaseWith(hostile), 'de')).filter(({ type }) => type === 'TextBlock');
    for (const line of hostile.split('\n'))
      expect(blocks.map(({ text }) => String(text).includes(inertText(line)))).not.toContain(true);
  });

  it('still reads as it was written, less what cannot be seen', () => {
    const readable = shown.join('\n').replaceAll('\u2060', '');
    for (const line of visibleText(hostile).split('\n')) expect(readable).toContain(line);
  });

  it('passes for no button and no line of ours in plain text', () => {
    const text = plain(wholeCaseWith(hostile), 'de');
    const buttonLines = (shown: string) => (shown.match(/^\s*\[\d+\] /gm) ?? []).length;
    expect(buttonLines(text)).toBe(buttonLines(plain(sampleDetails, 'de')));
    expect(plainActions(wholeCaseWith(hostile), 'de').map(({ label }) => label)).toEqual(
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
  const [hostile] = HOSTILE_TEXTS;
  const card = adaptiveCard({ kind: 'reportForm', zone: 'Europe/Berlin', values: { text: hostile }, faults: [] }, 'de');
  expect(nodesOf(card).find(({ id }) => id === 'text')?.value).toBe(hostile);
});
