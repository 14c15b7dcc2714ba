import type { FormKind } from '../src/prompt/action.ts';
import type { FieldName } from '../src/prompt/form.ts';
import type { FormField } from '../src/prompt/prompt.ts';
import type { FieldWords, Words } from '../src/words/words.ts';

/** The label and hint of a field, in the sense this form and this case give it. */
export function formFieldWords(words: Words, form: FormKind, { name, beside }: Pick<FormField, 'name' | 'beside'>): FieldWords {
  const said = words.forms[form].fields?.[name] ?? words.fields[name];
  if (beside === undefined) return said;
  return { ...said, hint: [said.hint, words.beside[beside]].filter((hint) => hint !== undefined).join(' ') };
}

/** What a choice is called: the words know those of the form, the prompt brings the others along. */
export function choiceLabel(words: Words, field: FieldName, choice: NonNullable<FormField['choices']>[number]): string {
  if (choice.label !== undefined) return choice.label[words.language];
  return knownChoices(words, field)[choice.id] ?? words.specialChoices[choice.id] ?? choice.id;
}

function knownChoices(words: Words, field: FieldName): Readonly<Record<string, string>> {
  if (field === 'ground') return words.grounds;
  if (field === 'time') return words.times;
  if (field === 'role') return words.roles;
  if (field === 'neighbourAnswer') return words.neighbours.answers;
  if (field === 'source') return words.sources;
  if (field === 'caseStatus') return words.caseStatuses;
  if (field === 'incident') return words.incidents;
  if (field === 'openDuty') return Object.fromEntries(Object.entries(words.duties).map(([kind, { short }]) => [kind, short]));
  return words.specialChoices;
}
