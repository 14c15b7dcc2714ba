import { expect, it } from 'vitest';
import { gdpr } from '../../../src/law/sources.ts';
import { citedUnder } from '../../../src/rules/profiles/counterparts.ts';
import { PROFILES } from '../../../src/rules/profiles/profiles.ts';

const cites = [gdpr(34, 3, 'b'), gdpr(5, 2)];

it.each(['police-justice', 'catholic', 'protestant', 'switzerland', 'uk', 'eu-body'] as const)(
  'under the law of %s Art. 5(2) GDPR is not cited, and something else still is',
  (name) => {
    const cited = citedUnder(cites, PROFILES[name].counterparts);
    expect(cited.length).toBeGreaterThan(0);
    expect(JSON.stringify(cited)).not.toContain('"source":"GDPR","article":5');
  },
);

it.each(['private-body', 'public-body', 'telecom'] as const)('under the law of %s it is', (name) => {
  expect(citedUnder(cites, PROFILES[name].counterparts)).toContainEqual(gdpr(5, 2));
});
