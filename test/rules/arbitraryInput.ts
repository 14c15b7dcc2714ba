import * as fc from 'fast-check';
import type { AssessmentInput, ControllerProfile } from '../../src/rules/assess.ts';
import {
  allowedAnswers,
  type DataSet,
  DATA_SET_FACTS,
  type FactName,
  type Facts,
  INCIDENT_FACTS,
  type Sides,
} from '../../src/rules/facts.ts';
import { PROFILE_NAMES, type ProfileName } from '../../src/rules/profiles/profileName.ts';
import { PROFILES } from '../../src/rules/profiles/profiles.ts';
import { instant } from '../../src/rules/instant.ts';

/** Every run draws the same sheets, unless `FRISTWACHT_SEED` asks for others. A failure prints seed and path, and comes again with them. */
export const SEED = Number(process.env.FRISTWACHT_SEED ?? 20_260_327);
/** The proof, which looks at everything. */
export const IS_LARGE_RUN = process.env.FRISTWACHT_PROOF === '1';
/** In mutation testing the examples judge: not the draws, and not the checks of the rules as data, which no mutation touches. */
export const IS_MUTATION = process.env.FRISTWACHT_MUTATION === '1';
const SHEETS = IS_LARGE_RUN ? 200_000 : 20_000;
/** 20,000 sheets in the daily tests, ten times as many as a proof. `share` splits them where one sheet costs much. */
export const runs = (share = 1) => ({ seed: SEED, numRuns: IS_MUTATION ? 1 : Math.round(SHEETS * share) });

const CONTROLLERS: readonly ControllerProfile[] = [
  { id: 'acme', country: 'DE', land: 'NW', sector: 'private', authority: 'de-nw' },
  { id: 'beta', country: 'FR', sector: 'private', authority: 'fr' },
];

function arbitraryFacts(names: readonly FactName[]): fc.Arbitrary<Facts> {
  const answers = names.map((name) => [name, fc.constantFrom(...allowedAnswers(name))] as const);
  return fc.record(Object.fromEntries(answers), { requiredKeys: [] });
}

const arbitraryDataSet = fc.record({
  // A controller nobody described yet ('gamma') belongs to the space: nothing may be lost for want of a profile.
  controller: fc.constantFrom('acme', 'beta', 'gamma'),
  role: fc.constantFrom('controller' as const, 'controller' as const, 'processor' as const, 'unknown' as const),
  facts: arbitraryFacts(DATA_SET_FACTS),
});

const arbitraryDataSets: fc.Arbitrary<readonly DataSet[]> = fc
  .array(arbitraryDataSet, { minLength: 1, maxLength: 3 })
  .map((dataSets) => dataSets.map((dataSet, at) => ({ id: `data-${at}`, ...dataSet })));

/** Others who have a part in the data, in every mixture; also what makes no sense for the role, which must not matter. */
const arbitrarySides: fc.Arbitrary<Sides> = fc.record(
  {
    jointWith: fc.subarray(['acme', 'beta', 'gamma']),
    notifier: fc.constantFrom('acme', 'beta'),
    worksFor: fc.constantFrom('hoster', 'beta'),
    residence: fc.subarray(['FR', 'DE-NW', 'ES']),
    profile: fc.constantFrom(...PROFILE_NAMES),
  },
  { requiredKeys: [] },
);

/** Incidents of controllers under one profile, at home where its law holds; the second of them is to notify several authorities. */
export function arbitraryInputUnder(profile: ProfileName): fc.Arbitrary<AssessmentInput> {
  const country = PROFILES[profile].countries?.[0] ?? 'DE';
  const authorities = ['FR', 'DE-NW'].map((persons) => ({ persons, authority: `authority-of-${persons}` }));
  const controllers: readonly ControllerProfile[] = [
    { id: 'acme', country, sector: 'public', authority: 'acme-authority', profile, supervisoryBody: 'ministry' },
    { id: 'beta', country, sector: 'private', authority: 'beta-authority', profile, competence: 'every-state', authorities },
  ];
  return fc
    .record({ input: arbitraryInput, sides: fc.array(arbitrarySides, { minLength: 3, maxLength: 3 }) })
    .map(({ input, sides }) => ({
      ...input,
      controllers,
      sheet: {
        ...input.sheet,
        dataSets: input.sheet.dataSets.map((dataSet, at) => ({ ...dataSet, ...sides[at] })),
      },
    }));
}

export const arbitraryInput: fc.Arbitrary<AssessmentInput> = fc
  .record({
    // Half of all sheets know that personal data are involved; else the rest of the sheet would often not matter.
    incident: fc.oneof(fc.constant<Facts>({ personalData: 'yes' }), arbitraryFacts(INCIDENT_FACTS)),
    dataSets: arbitraryDataSets,
    reading: fc.constantFrom('strict' as const, 'de' as const, undefined),
    isStarted: fc.boolean(),
  })
  .map(({ incident, dataSets, reading, isStarted }) => ({
    sheet: { incident, dataSets },
    controllers: CONTROLLERS,
    self: 'acme',
    startsAt: isStarted ? { acme: instant('2026-03-27T17:40:00+01:00'), beta: instant('2026-03-28T09:00:00+01:00') } : {},
    ...(reading === undefined ? {} : { reading }),
  }));

/** One fact of the sheet: of the incident, or of one of its data sets. */
export type Place = { readonly fact: FactName; readonly at: number };
export const arbitraryPlace: fc.Arbitrary<Place> = fc.record({
  fact: fc.constantFrom(...INCIDENT_FACTS, ...DATA_SET_FACTS),
  at: fc.nat(2),
});

function put(facts: Facts, fact: FactName, answer: string | undefined): Facts {
  const others = Object.fromEntries(Object.entries(facts).filter(([name]) => name !== fact));
  return answer === undefined ? others : { ...others, [fact]: answer };
}

/** The input with another answer at one place; `undefined` makes it as if nobody had asked. */
export function withAnswer(input: AssessmentInput, { fact, at }: Place, answer: string | undefined): AssessmentInput {
  const { incident, dataSets } = input.sheet;
  if (INCIDENT_FACTS.includes(fact)) return { ...input, sheet: { incident: put(incident, fact, answer), dataSets } };
  const changed = dataSets.map((dataSet, place) =>
    place === at % dataSets.length ? { ...dataSet, facts: put(dataSet.facts, fact, answer) } : dataSet,
  );
  return { ...input, sheet: { incident, dataSets: changed } };
}
