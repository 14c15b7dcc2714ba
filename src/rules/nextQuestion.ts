// Which unanswered fact can still change a duty? A fact is asked only if some completion of all other open facts exists in which two
// answers to it end in different duties. The search is exact, and cheap for three reasons:
//   1. A worse answer never lightens a duty, so the two extreme answers decide, and the two ends bound every branch of the search.
//   2. A data set's risk is the gravest of its areas, so an answer lifts it in one of them. Only the facts of that area are searched.
//   3. Other data sets, and other areas, hide the least when they are at their best; so only that completion has to be looked at.
//   4. Answers that no rule tells apart are looked at once.
import { DUTY_KINDS, type AssessmentInput, type DutyKind, type OpenFact } from './assessment.ts';
import { claimsOf, type Outcome } from './claims.ts';
import { canDecide, type Branch } from './canDecide.ts';
import type { DataSet } from './factSheet.ts';
import { strengthsAt } from './outcome.ts';
import { bordersOf, mayCount } from './mayCount.ts';
import { releasesFor } from './profiles/nationalLaw.ts';
import { openFactsOf, rankOfAnswer, ranksOf, worstRank } from './ranks.ts';
import { HIGHEST, isAboutPersonalData, needNotInform, releasesUnder, riskLevel, type RiskLevel } from './riskLevel.ts';
import type { Area, Condition, Release, Ranks } from './rule.ts';
import { GDPR, type RuleSet } from './rulesets.ts';
import { ANSWERS, FACT_NAMES, FACTS, type FactName } from './vocabulary.ts';

type Strengths = ReadonlyMap<string, number>;

const conditionsOf = (area: Area): readonly Condition[] => [
  ...area.hurt.all,
  ...area.exceptions.flatMap(({ all }) => all),
  ...area.aggravations.flatMap(({ all, unless }) => [...all, ...unless.flatMap((exception) => exception.all)]),
];

/** What the search needs to know of a rule set; worked out once for each. */
type Searched = {
  readonly areas: readonly { readonly area: Area; readonly facts: ReadonlySet<FactName> }[];
  /** Per fact one answer of each kind the rules tell apart, the mildest; answers that no condition separates need one look only. */
  readonly telling: Readonly<Record<FactName, readonly number[]>>;
};
const searchedRuleSets = new WeakMap<RuleSet, Searched>();

/** The first answer, and each that some condition separates from the one before it. */
function tellingRanks(fact: FactName, conditions: readonly Condition[]): readonly number[] {
  const about = conditions.filter((condition) => condition.fact === fact);
  const borders = new Set(about.map(({ bound, limit }) => (bound === 'atMost' ? limit + 1 : limit)));
  return ANSWERS[fact].map((_, rank) => rank).filter((rank) => rank === 0 || borders.has(rank));
}

function searched(ruleSet: RuleSet): Searched {
  const known = searchedRuleSets.get(ruleSet);
  if (known !== undefined) return known;
  const conditions = [...ruleSet.areas.flatMap(conditionsOf), ...ruleSet.noNeedToInform.flatMap(({ all }) => all)];
  const found: Searched = {
    areas: ruleSet.areas.map((area) => ({ area, facts: new Set(conditionsOf(area).map(({ fact }) => fact)) })),
    telling: Object.fromEntries(FACT_NAMES.map((fact) => [fact, tellingRanks(fact, conditions)])) as Searched['telling'],
  };
  searchedRuleSets.set(ruleSet, found);
  return found;
}

/** All that is needed to ask about one data set. */
type Scene = {
  readonly input: AssessmentInput;
  readonly ruleSet: RuleSet;
  readonly dataSet: DataSet;
  /** Of the data set's controllers; some exceptions exist under one law only. */
  readonly laws: readonly (readonly Release[])[];
  readonly best: Ranks;
  readonly worst: Ranks;
  readonly open: readonly FactName[];
  /** The least that the other data sets bring, if personal data are involved. */
  readonly others: Strengths;
  /** Only what shows in duties of this kind counts; absent where every duty does. */
  readonly kind: DutyKind | undefined;
};

/** What holds for every fact of a scene alike. */
type Ask = {
  readonly scene: Scene;
  readonly releasing: ReadonlySet<FactName>;
  /** The steps up to these levels show whatever is excused. */
  readonly plain: readonly RiskLevel[];
  /** Does the step to a high risk show only as long as nothing excuses? */
  readonly isHighSeen: boolean;
  /** Does it show at a high risk whether informing people is excused? */
  readonly isExcuseSeen: boolean;
};

/** Does it show in the duties whether this data set comes to the one outcome or to the other, graver one? */
function isSeen(scene: Scene, milder: Outcome, graver: Outcome): boolean {
  const before = new Map(claimsOf(scene.dataSet, milder, scene.input, scene.ruleSet).map(({ id, strength }) => [id, strength]));
  return claimsOf(scene.dataSet, graver, scene.input, scene.ruleSet).some(
    ({ id, duty, strength }) =>
      (scene.kind ?? duty) === duty && strength > (before.get(id) ?? 0) && strength > (scene.others.get(id) ?? 0),
  );
}

/** Does the step up to this level show in the duties, given whether an exception takes back informing people? */
const isStepSeen = (scene: Scene, level: RiskLevel, excused: boolean): boolean =>
  isSeen(scene, { level: (level - 1) as RiskLevel, needNotInform: excused }, { level, needNotInform: excused });

const releaseFactsOf = ({ ruleSet, laws }: Scene): ReadonlySet<FactName> =>
  new Set(releasesUnder(ruleSet, laws).flatMap(({ all }) => all.map(({ fact }) => fact)));

const isReleased = ({ ruleSet, laws }: Scene, ranks: Ranks): boolean => needNotInform(ruleSet, ranks, laws);

/**
 * Only these facts stay open, and the asked one at its best in `best` and at its worst in `worst`. The others are held at the end that
 * leaves most to the asked fact.
 */
function branchOf(
  scene: Scene,
  fact: FactName,
  searched: ReadonlySet<FactName>,
  heldAtWorst: (other: FactName) => boolean,
): Branch {
  const others = scene.open.filter((other) => other !== fact);
  const held = Object.fromEntries(
    others.filter((other) => !searched.has(other)).map((other) => [other, heldAtWorst(other) ? worstRank(other) : 0]),
  );
  return {
    best: { ...scene.best, ...held },
    worst: { ...scene.worst, ...held },
    open: others.filter((other) => searched.has(other)),
  };
}

/**
 * Can the fact lift the risk over a step that shows? It lifts it in one of the areas; whatever that area does not look at is held at its
 * best, so that the other areas hide the least. A step to a high risk may show only as long as nothing excuses: what excuses is then held
 * at its worst, or searched where an area looks at it too.
 */
function canRiskFactMatter({ scene, releasing, plain, isHighSeen }: Ask, fact: FactName): boolean {
  const { areas, telling } = searched(scene.ruleSet);
  const touched = areas.filter(({ facts }) => facts.has(fact));
  if (touched.length === 0) return false;
  const isShared = (other: FactName): boolean => releasing.has(other) && areas.some(({ facts }) => facts.has(other));
  return touched.some(({ area, facts }) => {
    const starts = bordersOf(area, fact);
    const branch = branchOf(scene, fact, facts, () => false);
    if (
      plain.some(
        (step) =>
          mayCount(area, fact, step, branch) &&
          canDecide((ranks) => riskLevel(scene.ruleSet, ranks) >= step, fact, branch, telling, starts),
      )
    )
      return true;
    if (!isHighSeen || !mayCount(area, fact, HIGHEST, branch)) return false;
    const informs = (ranks: Ranks): boolean => riskLevel(scene.ruleSet, ranks) >= HIGHEST && !isReleased(scene, ranks);
    const withShared = new Set([...facts, ...[...releasing].filter(isShared)]);
    return canDecide(
      informs,
      fact,
      branchOf(scene, fact, withShared, (other) => releasing.has(other)),
      telling,
      starts,
    );
  });
}

/** A fact of an exception to Art. 34(1) matters only where the risk can be high and informing people would show in the duties. */
function canReleaseMatter({ scene, releasing, isExcuseSeen }: Ask, fact: FactName): boolean {
  if (!releasing.has(fact) || !isExcuseSeen || riskLevel(scene.ruleSet, scene.worst) < HIGHEST) return false;
  const informs = (ranks: Ranks): boolean => riskLevel(scene.ruleSet, ranks) >= HIGHEST && !isReleased(scene, ranks);
  return canDecide(
    informs,
    fact,
    branchOf(scene, fact, releasing, () => true),
    searched(scene.ruleSet).telling,
  );
}

function openFactsOfScene(scene: Scene): readonly FactName[] {
  if (scene.open.length === 0) return [];
  const plain: readonly RiskLevel[] = ([1, 2, 3, 4] as const).filter((level) => isStepSeen(scene, level, true));
  const ask: Ask = {
    scene,
    releasing: releaseFactsOf(scene),
    plain,
    isHighSeen: !plain.includes(HIGHEST) && isStepSeen(scene, HIGHEST, false),
    isExcuseSeen: isSeen(scene, { level: HIGHEST, needNotInform: true }, { level: HIGHEST, needNotInform: false }),
  };
  return scene.open.filter((fact) => canRiskFactMatter(ask, fact) || canReleaseMatter(ask, fact));
}

function sceneOf(input: AssessmentInput, dataSet: DataSet, ruleSet: RuleSet, kind?: DutyKind): Scene {
  const { incident, dataSets } = input.sheet;
  // Where personal data are not settled, only completions in which they are involved can show anything.
  const involved = { ...input, sheet: { incident: { ...incident, personalData: 'yes' }, dataSets } };
  const others = dataSets.filter((other) => other !== dataSet);
  return {
    input,
    ruleSet,
    dataSet,
    kind,
    laws: releasesFor(input, dataSet),
    best: ranksOf(involved.sheet.incident, dataSet.facts, 'best'),
    worst: ranksOf(involved.sheet.incident, dataSet.facts, 'worst'),
    open: openFactsOf(incident, dataSet.facts).filter((fact) => FACTS[fact].scope === 'dataSet'),
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
 * The facts that can still change a duty's status: the incident, then one data set after the other, each in the order of the vocabulary.
 * Empty when nothing that is still unknown could change a duty.
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

/**
 * The same facts in the order to ask. First what can still settle most: an answer that bears on the notice and on informing people before
 * one that bears on a single kind of duty. Then by how easily people know it, which is the order of the vocabulary. One data set after
 * the other, so that nobody has to jump between them.
 */
export function questionsInOrder(input: AssessmentInput, ruleSet: RuleSet = GDPR): readonly OpenFact[] {
  const open = openFacts(input, ruleSet);
  const ofDataSet = (dataSet: DataSet) => open.filter((one) => one.dataSet === dataSet.id);
  return [
    ...open.filter(({ dataSet }) => dataSet === undefined),
    ...input.sheet.dataSets.flatMap((dataSet) => inOrder(ofDataSet(dataSet), dataSet, input, ruleSet)),
  ];
}

function inOrder(facts: readonly OpenFact[], dataSet: DataSet, input: AssessmentInput, ruleSet: RuleSet): readonly OpenFact[] {
  if (facts.length < 2) return facts;
  const ofKinds = DUTY_KINDS.map((kind) => new Set(openFactsOfScene(sceneOf(input, dataSet, ruleSet, kind))));
  const settles = ({ fact }: OpenFact): number => ofKinds.filter((ofKind) => ofKind.has(fact)).length;
  return facts.toSorted((one, other) => settles(other) - settles(one));
}

/** The one question to ask now, or `undefined` when every duty is settled. */
export function nextQuestion(input: AssessmentInput, ruleSet: RuleSet = GDPR): OpenFact | undefined {
  const open = openFacts(input, ruleSet);
  const [first] = open;
  const dataSet = input.sheet.dataSets.find(({ id }) => id === first?.dataSet);
  const together = open.filter((one) => one.dataSet === dataSet?.id);
  return dataSet === undefined ? first : inOrder(together, dataSet, input, ruleSet)[0];
}
