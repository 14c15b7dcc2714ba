import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FACT_NAMES, FACTS } from '../../src/rules/facts.ts';
import { projectRoot } from '../support/arrows.ts';
import { FIGURES, figuresOf, questionsPage } from './questionsPage.ts';

describe('docs/questions.md', () => {
  it('is current; if not, `npm run docs:facts` writes it anew', () => {
    expect(readFileSync(join(projectRoot, 'docs', 'questions.md'), 'utf8')).toBe(questionsPage());
  });

  it('prints the figures, and they are good: at most 7 questions at the median, 11 at worst, over 18 cases and ten examples', () => {
    const { median, worst, all, cases } = FIGURES;
    console.log(`Questions asked over ${cases} published cases: median ${median}, worst ${worst}, of ${all}`);
    expect(cases).toBe(28);
    expect(median).toBeLessThanOrEqual(7);
    // Case 9: that nothing follows rests on every one of its circumstances, so each has to be asked.
    expect(worst).toBeLessThanOrEqual(11);
    expect(all).toBe(FACT_NAMES.filter((fact) => !FACTS[fact].comesUnasked).length);
  });

  it.each([
    [[3], 3, 3],
    [[9, 3, 5], 5, 9],
    [[9, 3, 5, 6], 5.5, 9],
  ])('of %j the median is %d and the worst %d', (counts, median, worst) => {
    const rows = counts.map((count) => ({ no: '', title: '', asked: Array.from({ length: count }, () => 'access' as const) }));
    expect(figuresOf(rows)).toMatchObject({ median, worst });
  });
});
