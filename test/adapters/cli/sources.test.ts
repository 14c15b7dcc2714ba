import { describe, expect, it } from 'vitest';
import type { CommandWorld } from '../../../adapters/cli/commandWorld.ts';
import { run } from '../../../adapters/cli/sources.ts';
import { openQuestion, type SourceName, SOURCES } from '../../../src/law/sources.ts';
import { citingPlaces } from '../../../src/rules/citations.ts';
import { REGIMES } from '../../../src/rules/neighbours/neighbour.ts';
import { NEIGHBOUR_SOURCES, type NeighbourSourceName } from '../../../src/rules/neighbours/neighbourSources.ts';
import type { Regime } from '../../../src/rules/neighbours/regime.ts';
import { GDPR, RULE_SETS, type RuleSet } from '../../../src/rules/rulesets.ts';
import { projectRoot } from '../../support/arrows.ts';
import { runAsUser } from '../../support/userTerminal.ts';

async function asked(
  args: readonly string[],
  ruleSets?: readonly RuleSet[],
  env: CommandWorld['env'] = {},
  regimes?: readonly Regime[],
) {
  const said = { out: '', error: '' };
  const world: CommandWorld = {
    env,
    readStdin: () => Promise.resolve(''),
    write: (words) => void (said.out += words),
    writeError: (words) => void (said.error += words),
    now: () => '2026-12-01T08:00:00.000Z',
    randomId: () => 'id-1',
  };
  return { code: await run(args, world, ruleSets, regimes), ...said };
}

const [confidentiality, ...others] = GDPR.areas;
const [first] = confidentiality?.exceptions ?? [];
if (confidentiality === undefined || first === undefined) throw new Error('The set has areas with exceptions.');

/** The set with one more exception, of which a rule or a condition cites nothing but our own doubt. */
const withException = (planted: Partial<typeof first>): RuleSet => ({
  ...GDPR,
  id: 'planted',
  areas: [
    { ...confidentiality, exceptions: [...confidentiality.exceptions, { ...first, id: 'planted/rule', ...planted }] },
    ...others,
  ],
});

describe('fristwacht sources', () => {
  it('lists every source with the day of its text, the day of the last comparison and its evidence', async () => {
    const { code, out, error } = await asked(['--as-of', '2026-11-23', '--lang', 'en']);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    for (const name of Object.keys(SOURCES) as SourceName[]) expect(out).toContain(`\n${SOURCES[name].title.en}\n`);
    expect(out).toContain('  text of: 1971-06-08 · last compared: 2026-11-23 · secondary source');
    expect(out).toContain('  § 33 KDG (2026) [not compared with the original]');
    expect(out).toContain('? 3 sources were never compared:\n    DSK short paper no. 18, the matrix');
    expect(out).toContain('\n    Broadcasting law of the Länder');
    expect(out).toContain('✓ Rule set gdpr-2018.1: all ');
  });

  it('counts whatever rests on a source: rules, the laws controllers stand under, and what is only shown; none is there for nothing', async () => {
    const { out } = await asked(['--json', '--as-of', '2026-11-23', '--lang', 'en']);
    const { ruleSets, shownOnly, neighbours } = JSON.parse(out) as {
      ruleSets: { citedBy: Record<SourceName, number> }[];
      shownOnly: Record<SourceName, number>;
      neighbours: { sources: { name: string; citedBy: number }[] };
    };
    const count = (name: SourceName) => (ruleSets[0]?.citedBy[name] ?? 0) + shownOnly[name];
    expect((Object.keys(SOURCES) as SourceName[]).filter((name) => count(name) === 0)).toEqual([]);
    expect(neighbours.sources.filter(({ citedBy }) => citedBy === 0)).toEqual([]);
    // The proposal and the severity methods decide nothing, so no rule rests on them.
    for (const name of ['OMNIBUS', 'ENISA_2013', 'DSK_KP_18_MATRIX'] as const) expect(ruleSets[0]?.citedBy[name]).toBe(0);
  });

  it('warns of what was not compared for a year, and does not fail for it', async () => {
    const thisYear = await asked(['--as-of', '2027-11-23', '--lang', 'en']);
    expect(thisYear.out).not.toContain('more than a year');
    const later = await asked(['--as-of', '2027-11-24', '--lang', 'en']);
    expect(later.code).toBe(0);
    expect(later.out).toContain('sources were not compared for more than a year:\n    General Data Protection Regulation');
    expect(later.out.split('more than a year:')[1]?.split('\n\n')[0]).not.toContain('Our own derivation');
  });

  it('lists the sources of the neighbouring regimes apart, each with its evidence', async () => {
    const { out } = await asked(['--as-of', '2026-11-23', '--lang', 'en']);
    const apart = out.split('Beside them, the sources of the neighbouring regimes.')[1] ?? '';
    for (const name of Object.keys(NEIGHBOUR_SOURCES) as NeighbourSourceName[])
      expect(apart).toContain(`\n${NEIGHBOUR_SOURCES[name].title.en}\n`);
    expect(apart).toContain('\n  section 18 German KRITIS act, Art. 15 Dir. (EU) 2022/2557 [not compared with the original]\n');
    expect(apart).toContain(`✓ Neighbouring regimes: all ${REGIMES.length} versions name a source.`);
    const later = await asked(['--as-of', '2027-11-24', '--lang', 'en']);
    expect(later.out.split('more than a year:')[1]).toContain('Directive (EU) 2022/2555 (NIS2)');
    expect(later.out.split('more than a year:')[1]).not.toContain('terms of the insurance');
    const json = JSON.parse((await asked(['--json', '--lang', 'de'])).out) as { neighbours: { sources: { name: string }[] } };
    expect(json.neighbours.sources.map(({ name }) => name)).toEqual(Object.keys(NEIGHBOUR_SOURCES));
  });

  it('fails for a neighbouring regime that names no source', async () => {
    const planted = REGIMES.map((regime) => (regime.id === 'dora' ? { ...regime, cites: [] } : regime));
    const { code, out } = await asked(['--lang', 'de'], undefined, {}, planted);
    expect(code).toBe(1);
    expect(out).toContain('✗ Nachbarvorschriften: Eine Fassung nennt keine Quelle:\n    dora/2025-01-17\n');
  });

  it('looks back from today where no day is given', async () => {
    const { out } = await asked([], undefined, { LANG: 'de_DE.UTF-8' });
    expect(out).toContain('Quellen der Regeln, gesehen am 2026-12-01\n');
    expect(out).toContain('zuletzt verglichen: 2026-11-23 · Sekundärquelle');
  });

  it('says the same to programs', async () => {
    const { out } = await asked(['--json', '--as-of', '2026-11-23', '--lang', 'en']);
    const shown = JSON.parse(out) as {
      sound: boolean;
      asOf: string;
      sources: { name: string; textAsOf: string | null; comparedOn: string | null; comparison: string }[];
      ruleSets: { id: string; uncited: string[] }[];
    };
    expect(shown).toMatchObject({ sound: true, asOf: '2026-11-23' });
    expect(shown.sources.map(({ name }) => name)).toEqual(Object.keys(SOURCES));
    expect(shown.sources.find(({ name }) => name === 'UODO_ENEA')).toMatchObject({ textAsOf: null });
    expect(shown.sources.find(({ name }) => name === 'DSK_KP_18_MATRIX')).toMatchObject({
      comparedOn: null,
      comparison: 'never',
    });
    expect(shown.ruleSets).toMatchObject([{ id: 'gdpr-2018.1', uncited: [] }]);
  });

  it('run again for the same day says the same to the letter', async () => {
    expect(await asked(['--as-of', '2031-02-28'])).toEqual(await asked(['--as-of', '2031-02-28']));
  });
});

describe('fristwacht sources, with a rule set that cites too little', () => {
  it.each([
    ['a rule that cites nothing', withException({ cites: [] }), 'planted/rule'],
    ['a rule that cites only our own doubt', withException({ cites: [openQuestion('Q-01')] }), 'planted/rule'],
    [
      'a condition that cites nothing',
      withException({ all: first.all.map((condition) => ({ ...condition, cites: [] })) }),
      'planted/rule/encryption',
    ],
  ])('fails for %s, and names it', async (_what, planted, place) => {
    const { code, out } = await asked(['--as-of', '2026-11-23', '--lang', 'de'], [GDPR, planted]);
    expect(code).toBe(1);
    expect(out).toMatch(/✗ Regelwerk planted: (?:Eine Stelle nennt|\d Stellen nennen) keine Quelle:/);
    expect(out).toContain(`\n    ${place}\n`);
    expect(out).toContain('✓ Regelwerk gdpr-2018.1: alle ');
  });

  it('finds a condition below the exception of an aggravation too', async () => {
    const [grave] = confidentiality.aggravations;
    if (grave === undefined) throw new Error('The area has aggravations.');
    const unless = grave.unless.map((exception) => ({ ...exception, id: 'planted/unless', cites: [] }));
    const planted = { ...GDPR, id: 'planted', areas: [{ ...confidentiality, aggravations: [{ ...grave, unless }] }, ...others] };
    const { code, out } = await asked(['--as-of', '2026-11-23'], [planted]);
    expect({ code, isNamed: out.includes('planted/unless') }).toEqual({ code: 1, isNamed: true });
  });
});

describe('fristwacht sources, asked wrongly', () => {
  it.each([
    [['--as-of', 'yesterday'], 'The value of “--as-of” is no day.'],
    [['--as-of', '2027-02-29'], 'The value of “--as-of” is no day.'],
    [['--as-of'], '“--as-of” does not exist here, or lacks its value.'],
    [['--since', '2026-01-01'], '“--since” does not exist here'],
    [['--lang', 'fr'], '“--lang” does not exist here'],
    [['everything'], '“everything” does not exist here'],
  ])('%j is refused with the usage', async (args, sentence) => {
    const { code, out, error } = await asked(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toContain(sentence);
    expect(error).toContain('Usage: fristwacht sources');
  });
});

it('every place of every rule set was looked at: as many as rules, conditions and facts', () => {
  for (const ruleSet of RULE_SETS) {
    const places = citingPlaces(ruleSet).map(({ place }) => place);
    expect(places).toContain('art34/high-risk/nothing-taken/outflow');
    expect(places).toContain('art33/availability-risk');
    expect(places).toContain('art4/personal-data/personalData');
    expect(places).toContain('fact/outflow');
  }
});

it('as a user runs it, `npm run check:sources` does the same', async () => {
  const { code, stdout } = await runAsUser(projectRoot, 'npm', 'run', '-s', 'check:sources', '--', '--as-of', '2026-11-23');
  expect(code).toBe(0);
  expect(stdout).toContain('Sources of the rules, seen on 2026-11-23');
});
