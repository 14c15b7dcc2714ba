// The decision of our rule set carried by `json-rules-engine`: the same rules translated one by one into its JSON, nothing left out. Only
// for comparison; the product does not use it.
import { Engine, type RuleProperties, type TopLevelCondition } from 'json-rules-engine';
import { type Risk, RISKS } from '../../src/rules/assess.ts';
import { ANSWERS, type Facts } from '../../src/rules/facts.ts';
import { orderedToInform } from '../../src/rules/art34/authorityOrder.ts';
import { aboutPersonalData } from '../../src/rules/art4/personalDataBreach.ts';
import type { Aggravation, Area, Condition, Exception } from '../../src/rules/rule.ts';
import type { RuleSet } from '../../src/rules/rulesets.ts';

export type Decision = { readonly document: boolean; readonly notify: boolean; readonly inform: boolean };
type Finding = {
  readonly area: string;
  readonly kind: 'general' | 'exception' | 'aggravation' | 'release' | 'order';
  readonly gives: Risk;
};

/** What is not answered, or `unknown`, counts as the worst answer: it is in no list of mild answers. */
function translated({ fact, bound, limit }: Condition) {
  const answers: readonly string[] = ANSWERS[fact];
  return bound === 'atMost'
    ? { fact, operator: 'in', value: answers.slice(0, limit + 1) }
    : { fact, operator: 'notIn', value: answers.slice(0, limit) };
}
const all = (conditions: readonly Condition[]): TopLevelCondition => ({ all: conditions.map(translated) });

function aggravationConditions(area: Area, { all: conditions, unless }: Aggravation): TopLevelCondition {
  const against = unless.map((exception) => ({ not: all(exception.all) }));
  return { all: [all([aboutPersonalData, ...area.hurt.all, ...conditions]), ...against] };
}

const rule = (name: string, conditions: TopLevelCondition, finding: Finding): RuleProperties => ({
  name,
  conditions,
  event: { type: finding.kind, params: finding },
});

function areaRules(area: Area): readonly RuleProperties[] {
  const given = [aboutPersonalData, ...area.hurt.all];
  const finding = (kind: Finding['kind'], gives: Risk): Finding => ({ area: area.id, kind, gives });
  return [
    rule(area.general.id, all(given), finding('general', area.general.gives)),
    ...area.exceptions.map(({ id, all: own, gives }: Exception) =>
      rule(id, all([...given, ...own]), finding('exception', gives)),
    ),
    ...area.aggravations.map((one) => rule(one.id, aggravationConditions(area, one), finding('aggravation', one.gives))),
  ];
}

/** National law exists only for controllers that stand under it. */
const underItsLaw = ({ all: own, onlyUnder }: Exception): TopLevelCondition =>
  onlyUnder === undefined ? all(own) : { all: [all(own), { fact: 'releases', operator: 'contains', value: onlyUnder }] };

/** Art. 34(4): the one sentence beside the rules of a set that decides. */
const ordered: TopLevelCondition = { all: [{ fact: 'authorityOrder', operator: 'equal', value: 'inform' }] };

/** Every rule of the set in the other engine's form. */
export const jsonRules = ({ areas, noNeedToInform }: RuleSet): readonly RuleProperties[] => [
  ...areas.flatMap(areaRules),
  ...noNeedToInform.map((one) => rule(one.id, underItsLaw(one), { area: 'persons', kind: 'release', gives: one.gives })),
  rule(orderedToInform.id, ordered, { area: 'persons', kind: 'order', gives: 'high' }),
];

export const engineFor = (ruleSet: RuleSet): Engine => new Engine([...jsonRules(ruleSet)], { allowUndefinedFacts: true });

const level = (risk: Risk): number => RISKS.indexOf(risk);

/** The exceptions lower what is presumed, the aggravations raise it, and the gravest area counts: as in `riskLevel.ts`. */
function areaRisk(findings: readonly Finding[]): number {
  const of = (kind: Finding['kind']) => findings.filter((finding) => finding.kind === kind).map(({ gives }) => level(gives));
  const presumed = Math.min(...of('general'), ...of('exception'));
  return Math.max(presumed, ...of('aggravation'));
}

/** What the other engine decides on one sheet of facts of a German company. `from` is the mildest risk that has to be notified. */
export async function decideWith(engine: Engine, facts: Facts, from: Risk): Promise<Decision> {
  const { events } = await engine.run({ ...(facts as Record<string, string>), releases: ['averted', 'bdsg'] });
  const findings = events.map(({ params }) => params as Finding);
  const areas = [...new Set(findings.filter(({ kind }) => kind === 'general').map(({ area }) => area))];
  const risk = Math.max(-1, ...areas.map((area) => areaRisk(findings.filter((finding) => finding.area === area))));
  const isReleased = findings.some(({ kind }) => kind === 'release');
  const isOrdered = findings.some(({ kind }) => kind === 'order');
  return { document: areas.length > 0, notify: risk >= level(from), inform: isOrdered || (risk >= level('high') && !isReleased) };
}
