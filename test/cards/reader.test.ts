import { describe, expect, it } from 'vitest';
import { fittingCard } from '../../cards/adaptiveCard.ts';
import { nodesOf } from '../support/adaptiveCardsLibrary.ts';
import { samplePrompts } from '../support/samplePrompts.ts';

const NOTE = /^Was Sie eintragen, gilt in der Zeitzone Europe\/Berlin/;

/** The elements of a card in their order, folded or not: what each field for a moment is, and what each note is. */
function drawn(name: string, zone: string | undefined): readonly string[] {
  const { prompt } = samplePrompts.find((sample) => sample.name === name) ?? expect.unreachable(name);
  const card = fittingCard([prompt], { language: 'de', ...(zone === undefined ? {} : { zone }) }, (whole) => whole);
  return nodesOf(card.body).flatMap(({ type, inlines, placeholder }) => {
    if (type === 'Input.Text' && placeholder === '23.11.2026 17:40') return ['moment'];
    const [first] = Array.isArray(inlines) ? (inlines as readonly (string | { readonly text: string })[]) : [];
    const text = typeof first === 'string' ? first : (first?.text ?? '');
    return NOTE.test(text) ? ['note'] : [];
  });
}

describe('whoever types a moment in another zone than the organisation’s', () => {
  it.each([
    ['form-notice', ['note', 'moment']],
    ['form-onBehalf', ['note', 'moment', 'note', 'moment']],
    ['report-form', ['note', 'moment']],
    ['form-close', []],
  ])('is told over each field of %s in which zone it counts', (name, order) => {
    expect(drawn(name, 'Europe/Lisbon')).toEqual(order);
  });

  it('and nobody else is', () => {
    for (const zone of ['Europe/Berlin', undefined]) expect(drawn('form-onBehalf', zone)).toEqual(['moment', 'moment']);
  });
});
