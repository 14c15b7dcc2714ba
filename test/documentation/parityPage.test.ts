import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FEATURES, SUITES } from '../contracts/features.ts';
import { projectRoot } from '../support/arrows.ts';
import { everythingPassed, parityPage } from './parityPage.ts';

const rowsOf = (page: string): readonly string[] =>
  page.split('\n').filter((line) => line.startsWith('| ') && line.includes(' · '));

describe('docs/parity.md', () => {
  it('is current: all that the conformance suite proves today stands there as passed; if not, `npm run docs:parity` writes it anew', () => {
    // Whether a test passes is said by that test, in this very run; here it is compared which there are, and what is lacking.
    expect(readFileSync(join(projectRoot, 'docs', 'parity.md'), 'utf8')).toBe(parityPage(everythingPassed()));
  });

  it('has a row for each feature and a cell for each platform', () => {
    const rows = rowsOf(parityPage(everythingPassed()));
    expect(rows).toHaveLength(Object.keys(FEATURES).length + 3);
    for (const row of rows) expect(row.split(' | ')).toHaveLength(Object.keys(SUITES).length + 1);
  });

  it('shows what failed and what was never played as not passed', () => {
    const all = everythingPassed();
    const failed = all.map((one, at) => (at === 0 ? { ...one, passed: false } : one));
    expect(rowsOf(parityPage(failed)).join('').split('✗')).toHaveLength(2);
    expect(
      rowsOf(parityPage(all.slice(1)))
        .join('')
        .split('✗'),
    ).toHaveLength(2);
  });
});
