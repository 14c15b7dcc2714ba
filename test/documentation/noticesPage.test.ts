import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isEntryVerb } from '../../adapters/cli/noticeEntry.ts';
import { readControllerList } from '../../src/notices/controllers/controllerList.ts';

const page = readFileSync(new URL('../../docs/notices.md', import.meta.url), 'utf8');

it('names only words of the command line that exist', () => {
  const named = [...page.matchAll(/`fristwacht notice ([a-z]+)/gu)].map(([, verb = '']) => verb);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((verb) => !isEntryVerb(verb))).toEqual([]);
});

it('names columns of the list that are read, in both languages', () => {
  const heads = [...page.matchAll(/`((?:id|kennung);[a-z;]+)`/gu)].map(([, head = '']) => head);
  expect(heads).toHaveLength(2);
  for (const head of heads) {
    expect(readControllerList(`${head}\nc1;Kunde;a@x.example;24;streng`)).toEqual({
      ...{
        faults: [],
        terms: [{ line: 2, id: 'c1', name: 'Kunde', contact: 'a@x.example', hours: 24, confidentiality: 'streng' }],
      },
    });
  }
});
