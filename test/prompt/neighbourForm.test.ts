import { expect, it } from 'vitest';
import { formPrompt } from '../../src/prompt/formPrompt.ts';
import type { RegimeId } from '../../src/rules/neighbours/regime.ts';
import { instant } from '../../src/rules/instant.ts';
import { givenDoneUnder, report, setting } from '../support/given.ts';

/** The choices of „how grave?“ in the form on other duties, for a case of 2028 that is asked about this regime. */
function variantsOffered(regime: RegimeId): readonly string[] | undefined {
  const at = instant('2028-01-10T09:00:00Z');
  const under = { ...setting, timeZone: 'Europe/Berlin', neighbours: [{ id: regime, regime }] };
  const reported = { ...report, at, noticedAt: at };
  const { record } = givenDoneUnder(under, reported);
  const organisation = { timeZone: 'Europe/Berlin', controllers: [], persons: [], neighbours: under.neighbours };
  const { fields } = formPrompt({ form: 'neighbour', record, organisation, values: {} });
  return fields.find(({ name }) => name === 'neighbourVariant')?.choices?.map(({ id, label }) => `${id}: ${label?.de}`);
}

it('asks how grave it is only where the regime has several periods, and may be left empty', () => {
  expect(variantsOffered('nis2')).toBeUndefined();
  expect(variantsOffered('ai-act')).toEqual([
    'widespread: KI-Verordnung: 2 Tage: weitverbreiteter Verstoß, oder kritische Infrastruktur schwer und unumkehrbar gestört',
    'death: KI-Verordnung: 10 Tage: ein Mensch ist gestorben',
    'other: KI-Verordnung: 15 Tage: keines von beiden',
  ]);
});
