// What the facts come to, at either end of what is still open.
import type { AssessmentInput } from './assessment.ts';
import { claimsOf, type Claim, type Outcome } from './claims.ts';
import type { DataSet } from './factSheet.ts';
import { releasesFor } from './profiles/nationalLaw.ts';
import { ranksOf, type Assume } from './ranks.ts';
import { needNotInform, riskLevel } from './riskLevel.ts';
import type { RuleSet } from './rulesets.ts';

export function outcomeOf(input: AssessmentInput, dataSet: DataSet, ruleSet: RuleSet, assume: Assume): Outcome {
  const ranks = ranksOf(input.sheet.incident, dataSet.facts, assume);
  return { level: riskLevel(ruleSet, ranks), needNotInform: needNotInform(ruleSet, ranks, releasesFor(input, dataSet)) };
}

export function claimsAt(input: AssessmentInput, dataSet: DataSet, ruleSet: RuleSet, assume: Assume): readonly Claim[] {
  return claimsOf(dataSet, outcomeOf(input, dataSet, ruleSet, assume), input, ruleSet);
}

/** The strength of every duty these data sets can bring: where several bring the same one, the strongest counts. */
export function strengthsAt(
  input: AssessmentInput,
  dataSets: readonly DataSet[],
  ruleSet: RuleSet,
  assume: Assume,
): ReadonlyMap<string, number> {
  const strengths = new Map<string, number>();
  for (const { id, strength } of dataSets.flatMap((dataSet) => claimsAt(input, dataSet, ruleSet, assume))) {
    strengths.set(id, Math.max(strength, strengths.get(id) ?? 0));
  }
  return strengths;
}
