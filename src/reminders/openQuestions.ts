import { assessCase } from '../breach/assessCase.ts';
import type { CaseRecord } from '../breach/breachCase.ts';
import type { Text } from '../law/sources.ts';
import { caseSetting, type Organisation } from '../organisation.ts';
import { FACTS } from '../rules/facts.ts';

/** One case is told to several readers for several duties; its rules are asked once. */
const known = new WeakMap<CaseRecord, readonly Text[]>();

/** The questions whose answer can still change a duty, in the order of the vocabulary. Their answers, and whatever people wrote, are not among it. */
export function openQuestions(of: { readonly record: CaseRecord; readonly organisation: Organisation }): readonly Text[] {
  const { record, organisation } = of;
  const before = known.get(record);
  if (before !== undefined) return before;
  const facts = record.openFacts === 0 ? [] : assessCase(record, caseSetting(organisation)).ask.map(({ fact }) => fact);
  const questions = [...new Set(facts)].map((fact) => FACTS[fact].question);
  known.set(record, questions);
  return questions;
}
