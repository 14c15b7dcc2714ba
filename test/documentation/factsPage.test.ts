import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../adapters/cli/assess.ts';
import { FACT_NAMES, FACTS } from '../../src/rules/facts.ts';
import { SEVERITY_NAMES } from '../../src/rules/severity/severityInputs.ts';
import { projectRoot } from '../support/arrows.ts';
import { exampleOnThePage, factsPage } from './factsPage.ts';

const page = readFileSync(join(projectRoot, 'docs', 'facts.md'), 'utf8');

describe('docs/facts.md', () => {
  it('is current; if not, `npm run docs:facts` writes it anew', () => {
    expect(page).toBe(factsPage());
  });

  it('explains every fact and every input of the second opinions once, in both languages', () => {
    const headings = [...page.matchAll(/^### `(\w+)`$/gm)].map(([, name]) => name);
    expect(headings).toEqual([...FACT_NAMES, ...SEVERITY_NAMES]);
    for (const name of FACT_NAMES) {
      expect(page).toContain(`- **Hilfe:** ${FACTS[name].help.de}`);
      expect(page).toContain(`- **Why:** ${FACTS[name].why.en}`);
    }
  });

  it('shows an example that the command reads', async () => {
    const said = { out: '', error: '' };
    const code = await run(['--facts', '-', '--lang', 'en'], {
      env: {},
      readStdin: () => Promise.resolve(JSON.stringify(exampleOnThePage)),
      write: (words) => void (said.out += words),
      writeError: (words) => void (said.error += words),
      now: () => '2026-03-02T08:00:00.000Z',
      randomId: () => 'id-1',
    });
    expect({ code, error: said.error }).toEqual({ code: 0, error: '' });
    expect(page).toContain(JSON.stringify(exampleOnThePage, null, 2));
  });
});
