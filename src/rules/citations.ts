// Everything in a rule set that makes a claim about the law, with what it cites. A rule that cites nothing is an opinion of ours that
// nobody can check; the check of sources refuses it.
import type { Citation } from '../law/sources.ts';
import { BREACH_KINDS, KIND_DESCRIPTIONS } from './art4/kindsOfBreach.ts';
import { aboutPersonalData } from './art4/personalDataBreach.ts';
import { documentIt, notifyAuthority, notifyWithin72Hours, READINGS, roleUnclear, tellController } from './art33/notify.ts';
import { orderedToInform } from './art34/authorityOrder.ts';
import { informPersons } from './art34/highRisk.ts';
import { publicCommunication } from './art34/publicCommunication.ts';
import { HINTS } from './hints.ts';
import { lawPlaces } from './lawBeside.ts';
import type { Aggravation, Area, Condition, Exception } from './rule.ts';
import type { RuleSet } from './rulesets.ts';
import { FACT_NAMES, FACTS } from './vocabulary.ts';

/** A rule, one of its conditions, or a fact it asks for. `place` is path-like: the rule's id, and behind it the fact of the condition. */
export type CitingPlace = { readonly place: string; readonly cites: readonly Citation[] };

/** The sentences every rule set shares: who owes what, and from when. */
const STATEMENTS = [
  documentIt,
  notifyAuthority,
  notifyWithin72Hours,
  READINGS.strict,
  READINGS.de,
  roleUnclear,
  tellController,
  informPersons,
  orderedToInform,
  publicCommunication,
];

const conditionPlace =
  (rule: string) =>
  ({ fact, cites }: Condition): CitingPlace => ({ place: `${rule}/${fact}`, cites });

function placesOf(rule: Exception | Aggravation): readonly CitingPlace[] {
  const unless = rule.kind === 'aggravation' ? rule.unless.flatMap(placesOf) : [];
  return [{ place: rule.id, cites: rule.cites }, ...rule.all.map(conditionPlace(rule.id)), ...unless];
}

const areaPlaces = ({ hurt, general, exceptions, aggravations }: Area): readonly CitingPlace[] => [
  { place: general.id, cites: general.cites },
  ...[hurt, ...exceptions, ...aggravations].flatMap(placesOf),
];

/** Every place of the set that claims something, each named once. */
export function citingPlaces(ruleSet: RuleSet): readonly CitingPlace[] {
  const places = [
    ...STATEMENTS.map(({ id, cites }) => ({ place: id, cites })),
    ...BREACH_KINDS.map((kind) => ({ place: `art4/kind-of-breach/${kind}`, cites: KIND_DESCRIPTIONS[kind].cites })),
    ...HINTS.map(({ id, cites }) => ({ place: id, cites })),
    conditionPlace('art4/personal-data')(aboutPersonalData),
    ...ruleSet.areas.flatMap(areaPlaces),
    ...ruleSet.noNeedToInform.flatMap(placesOf),
    ...lawPlaces(),
    ...FACT_NAMES.map((name) => ({ place: `fact/${name}`, cites: FACTS[name].cites })),
  ];
  return [...new Map(places.map((place) => [`${place.place} ${JSON.stringify(place.cites)}`, place])).values()];
}

/** The places that name no source but ourselves. An open question says why we doubt, it backs nothing. */
export const uncited = (ruleSet: RuleSet): readonly string[] =>
  citingPlaces(ruleSet)
    .filter(({ cites }) => cites.every(({ source }) => source === 'OPEN_QUESTION'))
    .map(({ place }) => place);
