import type { CaseRecord } from '../breach/breachCase.ts';
import type { FormKind } from '../prompt/action.ts';
import { choicesOf } from '../prompt/formPrompt.ts';
import { longestInput } from '../prompt/form.ts';
import { chosenIn, FORMS, isCalledFor, type FieldDefinition } from '../prompt/forms.ts';
import type { FieldFault, FormValues } from '../prompt/prompt.ts';
import type { Instant } from '../rules/instant.ts';
import { readMoment } from './readMoment.ts';
import type { Turn } from './turn.ts';

/** A form that can be used: every text within its bounds, every choice one of those offered, every moment read. */
export type Filled = {
  /** As typed; a field that is not there is an empty text. */
  readonly text: (name: string) => string;
  /** Read on the spot; an empty field means now. */
  readonly moment: (name: string) => Instant;
};
export type FormRead = { readonly filled: Filled } | { readonly faults: readonly FieldFault[] };

/** Only this lies ahead by its nature. */
const MAY_LIE_AHEAD = ['dueBy'];

/** What there is to choose from in this case; one single choice is taken without asking. */
function withOnlyChoices(form: FormKind, record: CaseRecord | undefined, turn: Turn, values: FormValues): FormValues {
  const { organisation } = turn;
  const only = FORMS[form].flatMap((field) => {
    const [choice, ...others] = field.onlyWhenSeveral ? choicesOf(field, { record, organisation }) : [];
    return choice && others.length === 0 ? [[field.name, choice.id] as const] : [];
  });
  return { ...values, ...Object.fromEntries(only) };
}

function momentFault(field: FieldDefinition, typed: string, turn: Turn): FieldFault | undefined {
  const read = readMoment(typed, turn.organisation.timeZone, turn.now);
  if ('fault' in read) return { field: field.name, ...read };
  if (read.moment > turn.now && !MAY_LIE_AHEAD.includes(field.name)) return { field: field.name, fault: 'timeInFuture' };
  return undefined;
}

function faultOf(field: FieldDefinition, typed: string, record: CaseRecord | undefined, turn: Turn): FieldFault | undefined {
  const { name, input } = field;
  if (typed.length > longestInput(input)) return { field: name, fault: 'tooLong' };
  // A field that only a fault calls for is asked for by the case, not here.
  if (typed === '')
    return field.required && !field.onlyOnFault
      ? { field: name, fault: input === 'choice' || input === 'choices' ? 'chooseOne' : 'missing' }
      : undefined;
  if (input === 'moment') return momentFault(field, typed, turn);
  const isOffered = (chosen: string) =>
    choicesOf(field, { record, organisation: turn.organisation }).some(({ id }) => id === chosen);
  if (input === 'choices') return chosenIn(typed).every(isOffered) ? undefined : { field: name, fault: 'chooseOne' };
  return input === 'choice' && !isOffered(typed) ? { field: name, fault: 'chooseOne' } : undefined;
}

/** Checks a form as it came in. Every fault is told at once, and what was typed is kept. */
export function readForm(form: FormKind, typed: FormValues, record: CaseRecord | undefined, turn: Turn): FormRead {
  const values = withOnlyChoices(form, record, turn, typed);
  const calledFor = FORMS[form].filter((field) => isCalledFor(field, values));
  const faults = calledFor.flatMap((field) => faultOf(field, values[field.name] ?? '', record, turn) ?? []);
  return faults.length > 0 ? { faults } : { filled: filledWith(values, turn) };
}

function filledWith(values: FormValues, turn: Turn): Filled {
  const text = (name: string) => values[name] ?? '';
  return {
    text,
    moment: (name) => {
      const read = readMoment(text(name), turn.organisation.timeZone, turn.now);
      if ('fault' in read) throw new RangeError('A moment is asked for that the form did not check.');
      return read.moment;
    },
  };
}
