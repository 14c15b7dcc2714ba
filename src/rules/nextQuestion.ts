// Which question comes next: of those that can still change a duty, the one that settles most.
import type { AssessmentInput, OpenFact } from './assessment.ts';
import { outcomeOf, strengthsAt } from './outcome.ts';
import { GDPR, type RuleSet } from './rulesets.ts';
import { stillOpen } from './stillOpen.ts';
import { ANSWERS, FACT_NAMES, FACTS } from './vocabulary.ts';

/** The input as it would be with one more answer. */
function answered(input: AssessmentInput, { fact, dataSet: id }: OpenFact, answer: string): AssessmentInput {
  const { incident, dataSets } = input.sheet;
  if (FACTS[fact].scope === 'incident') return { ...input, sheet: { incident: { ...incident, [fact]: answer }, dataSets } };
  const changed = dataSets.map((dataSet) =>
    dataSet.id === id ? { ...dataSet, facts: { ...dataSet.facts, [fact]: answer } } : dataSet,
  );
  return { ...input, sheet: { incident, dataSets: changed } };
}

/** How far the two ends of what is open lie apart: in the duties first, in the risk where those agree. */
function unsettled(input: AssessmentInput, ruleSet: RuleSet): number {
  const { dataSets } = input.sheet;
  const least = strengthsAt(input, dataSets, ruleSet, 'best');
  const most = strengthsAt(input, dataSets, ruleSet, 'worst');
  const duties = [...most].filter(([id, strength]) => strength > (least.get(id) ?? 0)).length;
  const levels = dataSets.reduce(
    (sum, dataSet) => sum + outcomeOf(input, dataSet, ruleSet, 'worst').level - outcomeOf(input, dataSet, ruleSet, 'best').level,
    0,
  );
  return duties + levels / 100;
}

function leftAfter(input: AssessmentInput, asked: OpenFact, ruleSet: RuleSet): number {
  const answers = ANSWERS[asked.fact];
  return answers.reduce((sum, answer) => sum + unsettled(answered(input, asked, answer), ruleSet), 0) / answers.length;
}

/**
 * The facts that can still change a duty's status, in the order to ask: what leaves least open on average comes first; where two
 * leave equally much, the order of the vocabulary decides. Empty when nothing that is still unknown could change a duty.
 */
export function openFacts(input: AssessmentInput, ruleSet: RuleSet = GDPR): readonly OpenFact[] {
  const left = stillOpen(input, ruleSet).map((open) => ({ open, left: leftAfter(input, open, ruleSet) }));
  const place = ({ fact }: OpenFact) => FACT_NAMES.indexOf(fact);
  return left.toSorted((a, b) => a.left - b.left || place(a.open) - place(b.open)).map(({ open }) => open);
}

/** The one question to ask now, or `undefined` when every duty is settled. */
export function nextQuestion(input: AssessmentInput, ruleSet: RuleSet = GDPR): OpenFact | undefined {
  return openFacts(input, ruleSet)[0];
}
