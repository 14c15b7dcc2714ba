import { longestInput } from '../src/prompt/form.ts';
import type { FieldFault, FormField } from '../src/prompt/prompt.ts';
import { readLocalIso } from '../src/words/moments.ts';
import type { FieldWords, Words } from '../src/words/words.ts';
import { type Block, type InputBlock, warning } from './blocks.ts';
import type { Drawing } from './drawing.ts';

type Field = {
  readonly name: string;
  readonly input: FormField['input'];
  readonly required: boolean;
  readonly words: FieldWords;
  readonly value: string;
  readonly choices?: InputBlock['choices'];
};

export function inputBlock({ words }: Drawing, field: Field): InputBlock {
  const { name, input, required, value, choices } = field;
  return {
    block: 'input',
    input,
    name,
    label: field.words.label,
    ...(field.words.hint === undefined ? {} : { hint: field.words.hint }),
    ...(input === 'moment' ? { placeholder: words.momentPlaceholder } : {}),
    ...(input === 'choice' || input === 'choices' ? { placeholder: words.choose } : {}),
    value: input === 'moment' ? typedMoment(words, value) : value,
    required,
    missing: words.missingInput,
    choices: choices ?? [],
  };
}

/** A time the dialogue filled in reads as people here write it; what a person typed stays as it was. */
function typedMoment(words: Words, value: string): string {
  const parts = readLocalIso(value);
  return parts === undefined ? value : words.typedMoment(parts);
}

/** Said over the field it is about. */
export function faultNotes(
  { words }: Drawing,
  faults: readonly FieldFault[],
  { name, input }: { readonly name: string; readonly input: FormField['input'] },
  zone: string,
): readonly Block[] {
  return faults
    .filter((fault) => fault.field === name)
    .map(({ fault, candidates = [] }) => {
      const offered = candidates.map((candidate) => words.typedMomentWithOffset(candidate, zone));
      return warning(`✗ ${words.faults[fault](offered, longestInput(input))}`);
    });
}

/** Said on top, so that it is read first, also aloud. */
export const faultSummary = ({ words }: Drawing, faults: readonly FieldFault[]): readonly Block[] =>
  faults.length === 0 ? [] : [warning(`✗ ${words.lookAgain(faults.length)}`)];

/** Faults that belong to none of the fields shown; without them a form could come back and say nothing. */
export const otherFaults = (
  drawing: Drawing,
  faults: readonly FieldFault[],
  shown: readonly string[],
  zone: string,
): readonly Block[] =>
  faults
    .filter(({ field }) => !shown.includes(field))
    .flatMap((fault) => faultNotes(drawing, [fault], { name: fault.field, input: 'text' }, zone));
