// What a form says is wrong, at the fields of the window somebody has before them.
import { longestInput, type FormInput } from '../../src/prompt/form.ts';
import type { FieldFault, Prompt } from '../../src/prompt/prompt.ts';
import type { Lang } from '../../src/words/citations.ts';
import { wordsOf } from '../../src/words/wordsOf.ts';
import { fieldName } from './slackInput.ts';

/**
 * The sentence for each field, by the id of its block; undefined where the window must be drawn anew, because the answer is no form with
 * faults, or one of them is about a field the window does not show.
 */
export function fieldErrors(
  prompts: readonly Prompt[],
  language: Lang,
  blockIds: readonly string[],
): Readonly<Record<string, string>> | undefined {
  const [prompt, ...others] = prompts;
  if (prompt === undefined || others.length > 0 || !('faults' in prompt) || prompt.faults.length === 0) return undefined;
  const said = prompt.faults.map((fault) => {
    const block = blockIds.find((id) => fieldName(id) === fault.field);
    return block === undefined ? undefined : ([block, sentence(prompt, fault, language)] as const);
  });
  const known = said.filter((entry) => entry !== undefined);
  return known.length === said.length ? Object.fromEntries(known) : undefined;
}

type Faulty = Extract<Prompt, { readonly faults: readonly FieldFault[] }>;

function sentence(prompt: Faulty, { field, fault, candidates = [] }: FieldFault, language: Lang): string {
  const words = wordsOf(language);
  const offered = candidates.map((candidate) => words.typedMomentWithOffset(candidate, prompt.zone));
  return words.faults[fault](offered, longestInput(inputOf(prompt, field)));
}

function inputOf(prompt: Faulty, field: string): FormInput {
  if (prompt.kind === 'form' || prompt.kind === 'noticePart')
    return prompt.fields.find(({ name }) => name === field)?.input ?? 'text';
  return field === 'noticedAt' ? 'moment' : 'longText';
}
