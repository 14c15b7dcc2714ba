import type { Lang } from '../../src/law/sources.ts';
import type { AssessedDuty } from '../../src/rules/assess.ts';
import type { Difference, Simulation } from '../../src/rules/simulations.ts';
import { assessWords } from './assessWords.ts';

function stateOf(duty: AssessedDuty | undefined, lang: Lang): string {
  const words = assessWords[lang];
  if (duty === undefined) return words.doesNotExist;
  const dueBy = duty.dueBy?.replace('T', ' ').replace(/:\d{2}\.\d{3}Z$/, ' UTC');
  const when = dueBy === undefined ? words.withoutDelay : words.dueBy(dueBy);
  return duty.status === 'not-owed' ? words.statuses[duty.status] : `${words.statuses[duty.status]}, ${when}`;
}

const differenceLines = ({ id, today, simulated }: Difference, lang: Lang): readonly string[] => [
  `  [${id}]`,
  `      ${assessWords[lang].today}: ${stateOf(today, lang)}`,
  `      ${assessWords[lang].simulated}: ${stateOf(simulated, lang)}`,
];

/** What a proposal would change, under a heading that says it is none of the law. */
export function simulationPage({ says, differences }: Simulation, lang: Lang): string {
  const lines = differences.flatMap((difference) => differenceLines(difference, lang));
  return [says[lang], ...(lines.length === 0 ? [assessWords[lang].noDifference] : lines), ''].join('\n');
}
