// Which unanswered fact can still change a duty? A fact is asked only if some completion of all other open facts exists in which two
// answers to it end in different duties. The search is exact, and cheap for three reasons:
//   1. A worse answer never lightens a duty, so the two extreme answers decide, and the two ends bound every branch of the search.
//   2. A data set's risk is the gravest of its areas, and areas that share no fact can be searched apart.
//   3. Other data sets, and other areas, hide the least when they are at their best; so only that completion has to be looked at.
import type { AssessmentInput, OpenFact } from './assessment.ts';
import { claimsOf, type Outcome } from './claims.ts';
import type { DataSet } from './factSheet.ts';
import { strengthsAt } from './outcome.ts';
import { nationalLawsOf } from './profiles/nationalLaw.ts';
import { openFactsOf, rankOfAnswer, ranksOf, worstRank } from './ranks.ts';
import {
  areaLevel,
  HIGHEST,
  isAboutPersonalData,
  needNotInform,
  NO_BREACH,
  releasesUnder,
  riskLevel,
  type RiskLevel,
} from './riskLevel.ts';
import type { Area, Condition, NationalLaw, Ranks } from './rule.ts';
import { GDPR, type RuleSet } from './rulesets.ts';
import { ANSWERS, FACTS, type FactName } from './vocabulary.ts';

type Strengths = ReadonlyMap<string, number>;

/** Areas that share a fact, directly or by a third, with all facts they look at. */
type Group = { readonly areas: readonly Area[]; readonly facts: ReadonlySet<FactName> };

const conditionsOf = (area: Area): readonly Condition[] => [
  ...area.hurt.all,
  ...area.exceptions.flatMap(({ all }) => all),
  ...area.aggravations.flatMap(({ all, unless }) => [...all, ...unless.flatMap((exception) => exception.all)]),
];

const groupsByRuleSet = new WeakMap<RuleSet, readonly Group[]>();

/** The areas of a rule set, put together where they share a fact. Worked out once for each rule set. */
function groupsOf(ruleSet: RuleSet): readonly Group[] {
  const known = groupsByRuleSet.get(ruleSet);
  if (known !== undefined) return known;
  const groups = ruleSet.areas.reduce<readonly Group[]>((found, area) => {
    const facts = new Set(conditionsOf(area).map(({ fact }) => fact));
    const touching = found.filter((group) => !group.facts.isDisjointFrom(facts));
    const apart = found.filter((group) => !touching.includes(group));
    const joined = touching.reduce((all, group) => all.union(group.facts), facts);
    return [...apart, { areas: [...touching.flatMap(({ areas }) => areas), area], facts: joined }];
  }, []);
  groupsByRuleSet.set(ruleSet, groups);
  return groups;
}

const gravest = (areas: readonly Area[], ranks: Ranks): number =>
  Math.max(NO_BREACH, ...areas.map((area) => areaLevel(area, ranks)));

/** One branch of the search: both ends of what is open, with the asked fact at its best in `low` and at its worst in `high`. */
type Branch = { readonly best: Ranks; readonly worst: Ranks; readonly open: readonly FactName[] };

/**
 * Is there a completion in which the fact alone decides whether `reaches` is true? `reaches` must never become false by a worse answer.
 * A branch is left as soon as its two ends agree, or as soon as one end shows such a completion.
 */
function canDecide(reaches: (ranks: Ranks) => boolean, fact: FactName, branch: Branch): boolean {
  if (reaches(branch.best) || !reaches(branch.worst)) return false;
  if (reaches({ ...branch.best, [fact]: worstRank(fact) }) || !reaches({ ...branch.worst, [fact]: 0 })) return true;
  const [next, ...open] = branch.open;
  if (next === undefined) return false;
  return ANSWERS[next].some((_, rank) =>
    canDecide(reaches, fact, { best: { ...branch.best, [next]: rank }, worst: { ...branch.worst, [next]: rank }, open }),
  );
}

/** All that is needed to ask about one data set. */
type Scene = {
  readonly input: AssessmentInput;
  readonly ruleSet: RuleSet;
  readonly dataSet: DataSet;
  /** Of the data set's controllers; some exceptions exist under one law only. */
  readonly laws: readonly (NationalLaw | undefined)[];
  readonly best: Ranks;
  readonly worst: Ranks;
  readonly open: readonly FactName[];
  /** The least that the other data sets bring, if personal data are involved. */
  readonly others: Strengths;
};

/** Does it show in the duties whether this data set comes to the one outcome or to the other, graver one? */
function isSeen(scene: Scene, milder: Outcome, graver: Outcome): boolean {
  const before = new Map(claimsOf(scene.dataSet, milder, scene.input, scene.ruleSet).map(({ id, strength }) => [id, strength]));
  return claimsOf(scene.dataSet, graver, scene.input, scene.ruleSet).some(
    ({ id, strength }) => strength > (before.get(id) ?? 0) && strength > (scene.others.get(id) ?? 0),
  );
}

/** Levels at which a further step up shows in the duties. */
function visibleThresholds(scene: Scene): readonly RiskLevel[] {
  const excused = needNotInform(scene.ruleSet, scene.worst, scene.laws);
  const outcome = (level: number): Outcome => ({ level: level as RiskLevel, needNotInform: excused });
  return ([1, 2, 3, 4] as const).filter((level) => isSeen(scene, outcome(level - 1), outcome(level)));
}

/** The branch that holds every completion: the asked fact stays open in it too, at its best in `best` and at its worst in `worst`. */
const wholeBranch = (scene: Scene, fact: FactName, facts: ReadonlySet<FactName>): Branch => ({
  best: scene.best,
  worst: scene.worst,
  open: scene.open.filter((other) => other !== fact && facts.has(other)),
});

function canRiskFactMatter(scene: Scene, fact: FactName, group: Group, thresholds: readonly RiskLevel[]): boolean {
  const elsewhere = scene.ruleSet.areas.filter((area) => !group.areas.includes(area));
  const hidden = gravest(elsewhere, scene.best);
  const branch = wholeBranch(scene, fact, group.facts);
  return thresholds
    .filter((threshold) => threshold > hidden)
    .some((threshold) => canDecide((ranks) => gravest(group.areas, ranks) >= threshold, fact, branch));
}

/** A fact of an exception to Art. 34(1) matters only where the risk can be high and informing people would show in the duties. */
function canReleaseMatter(scene: Scene, fact: FactName): boolean {
  if (riskLevel(scene.ruleSet, scene.worst) < HIGHEST) return false;
  if (!isSeen(scene, { level: HIGHEST, needNotInform: true }, { level: HIGHEST, needNotInform: false })) return false;
  const facts = new Set(releasesUnder(scene.ruleSet, scene.laws).flatMap(({ all }) => all.map((condition) => condition.fact)));
  return canDecide((ranks) => !needNotInform(scene.ruleSet, ranks, scene.laws), fact, wholeBranch(scene, fact, facts));
}

function openFactsOfScene(scene: Scene): readonly FactName[] {
  const thresholds = visibleThresholds(scene);
  const groups = groupsOf(scene.ruleSet);
  return scene.open.filter((fact) => {
    if (FACTS[fact].scope === 'incident') return false;
    const group = groups.find(({ facts }) => facts.has(fact));
    return group === undefined ? canReleaseMatter(scene, fact) : canRiskFactMatter(scene, fact, group, thresholds);
  });
}

function sceneOf(input: AssessmentInput, dataSet: DataSet, ruleSet: RuleSet): Scene {
  const { incident, dataSets } = input.sheet;
  // Where personal data are not settled, only completions in which they are involved can show anything.
  const involved = { ...input, sheet: { incident: { ...incident, personalData: 'yes' }, dataSets } };
  const others = dataSets.filter((other) => other !== dataSet);
  return {
    input,
    ruleSet,
    dataSet,
    laws: nationalLawsOf(input, dataSet),
    best: ranksOf(involved.sheet.incident, dataSet.facts, 'best'),
    worst: ranksOf(involved.sheet.incident, dataSet.facts, 'worst'),
    open: openFactsOf(incident, dataSet.facts),
    others: strengthsAt(involved, others, ruleSet, 'best'),
  };
}

/** Whether personal data are involved matters if the rest, at its worst, would bring any duty that does not stand without them. */
function canPersonalDataMatter(input: AssessmentInput, ruleSet: RuleSet): boolean {
  if (rankOfAnswer('personalData', input.sheet.incident.personalData) !== undefined) return false;
  const { incident, dataSets } = input.sheet;
  const without = { ...input, sheet: { incident: { ...incident, personalData: 'no' }, dataSets } };
  const standing = strengthsAt(without, dataSets, ruleSet, 'worst');
  return [...strengthsAt(input, dataSets, ruleSet, 'worst')].some(([id, strength]) => strength > (standing.get(id) ?? 0));
}

/**
 * The facts that can still change a duty's status, in the order to ask: the incident, then one data set after the other, each in the
 * order of the vocabulary. Empty when nothing that is still unknown could change a duty.
 */
export function openFacts(input: AssessmentInput, ruleSet: RuleSet = GDPR): readonly OpenFact[] {
  const { incident, dataSets } = input.sheet;
  if (!isAboutPersonalData(ranksOf(incident, {}, 'worst'))) return [];
  const ofIncident: readonly OpenFact[] = canPersonalDataMatter(input, ruleSet) ? [{ fact: 'personalData' }] : [];
  const ofDataSets = dataSets.flatMap((dataSet) =>
    openFactsOfScene(sceneOf(input, dataSet, ruleSet)).map((fact): OpenFact => ({ fact, dataSet: dataSet.id })),
  );
  return [...ofIncident, ...ofDataSets];
}

/** The one question to ask now, or `undefined` when every duty is settled. */
export function nextQuestion(input: AssessmentInput, ruleSet: RuleSet = GDPR): OpenFact | undefined {
  return openFacts(input, ruleSet)[0];
}
