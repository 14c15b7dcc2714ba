// How dangerous a breach is by the rules, for facts that leave nothing open. A worse answer never lowers the level: `rule.ts` says why.
import { aboutPersonalData } from './art4/personalDataBreach.ts';
import { RISKS, type Risk } from './assessment.ts';
import { applies, isProven, meets, type Area, type Exception, type Release, type Ranks } from './rule.ts';
import type { RuleSet } from './rulesets.ts';

/** 0: no personal data breach at all. 1 to 4: a breach whose risk is `RISKS[level - 1]`. */
export type RiskLevel = 0 | 1 | 2 | 3 | 4;
export const NO_BREACH: RiskLevel = 0;
export const HIGHEST: RiskLevel = 4;

const LEVELS = Object.fromEntries(RISKS.map((risk, at) => [risk, at + 1])) as Readonly<Record<Risk, RiskLevel>>;
export const levelOf = (risk: Risk): RiskLevel => LEVELS[risk];
/** Where there is no breach there is, by Art. 33(1), no risk to speak of. */
export const riskAt = (level: RiskLevel): Risk => RISKS[Math.max(0, level - 1)] ?? 'unlikely';

/** Should an exception and an aggravation hold at once, the heavier result counts; a test sees to it that none do. */
export function areaLevel(area: Area, ranks: Ranks): RiskLevel {
  if (!applies(area.hurt, ranks)) return NO_BREACH;
  let level = levelOf(area.general.gives);
  for (const exception of area.exceptions) {
    if (levelOf(exception.gives) < level && isProven(exception, ranks)) level = levelOf(exception.gives);
  }
  for (const aggravation of area.aggravations) {
    if (levelOf(aggravation.gives) > level && applies(aggravation, ranks)) level = levelOf(aggravation.gives);
  }
  return level;
}

export const isAboutPersonalData = (ranks: Ranks): boolean => meets(aboutPersonalData, ranks);

/** Confidentiality, availability and integrity are looked at apart; the gravest of the three is the risk of the data set. */
export function riskLevel(ruleSet: RuleSet, ranks: Ranks): RiskLevel {
  if (!isAboutPersonalData(ranks)) return NO_BREACH;
  return ruleSet.areas.reduce<RiskLevel>((gravest, area) => {
    const level = areaLevel(area, ranks);
    return level > gravest ? level : gravest;
  }, NO_BREACH);
}

/** The exceptions these controllers can rely on; one that not every law knows only if that of each does. */
export const releasesUnder = (ruleSet: RuleSet, laws: readonly (readonly Release[])[]): readonly Exception[] =>
  ruleSet.noNeedToInform.filter(({ onlyUnder }) => onlyUnder === undefined || laws.every((known) => known.includes(onlyUnder)));

/** Art. 34(3)(b) and § 29 BDSG: whether people need not be informed although the risk was high. */
export const needNotInform = (ruleSet: RuleSet, ranks: Ranks, laws: readonly (readonly Release[])[]): boolean =>
  releasesUnder(ruleSet, laws).some((exception) => isProven(exception, ranks));
