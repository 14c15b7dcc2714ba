// Reads the answers to the severity methods from outside, and says everything that is wrong with them.
import type { SheetFault } from '../factSheet.ts';
import { SEVERITY_ANSWERS, SEVERITY_INPUTS, SEVERITY_NAMES, type SeverityAnswers, type SeverityName } from './severityInputs.ts';

const listed = (values: readonly string[]): string => values.join(', ');

const notHere = (path: string, allowed: readonly string[]): SheetFault => ({
  path,
  allowed,
  says: {
    de: `Diese Angabe gibt es hier nicht. Möglich: ${listed(allowed)}.`,
    en: `There is no such entry here. Possible: ${listed(allowed)}.`,
  },
});
const notPossible = (path: string, allowed: readonly string[]): SheetFault => ({
  path,
  allowed,
  says: {
    de: `Dieser Wert ist hier nicht möglich. Möglich: ${listed(allowed)}.`,
    en: `This value is not possible here. Possible: ${listed(allowed)}.`,
  },
});
const NO_OBJECT: SheetFault = {
  path: 'severity',
  allowed: ['object'],
  says: { de: 'Hier wird ein Objekt mit Angaben erwartet.', en: 'An object with entries is expected here.' },
};

const isName = (name: string): name is SeverityName => Object.hasOwn(SEVERITY_ANSWERS, name);

function faultOf(name: string, answer: unknown): readonly SheetFault[] {
  if (!isName(name)) return [notHere(`severity.${name}`, SEVERITY_NAMES)];
  const allowed: readonly string[] = SEVERITY_ANSWERS[name];
  return typeof answer === 'string' && allowed.includes(answer) ? [] : [notPossible(`severity.${name}`, allowed)];
}

/** Either the answers, or every fault at once. Nothing of what was written is repeated but the names of the entries. */
export function parseSeverity(
  value: unknown,
): { readonly severity: SeverityAnswers } | { readonly faults: readonly SheetFault[] } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { faults: [NO_OBJECT] };
  const faults = Object.entries(value).flatMap(([name, answer]) => faultOf(name, answer));
  return faults.length > 0 ? { faults } : { severity: value };
}

/** The severity part as JSON Schema (draft 2020-12). It stands beside the fact sheet and is never part of it. */
export function severityJsonSchema(): object {
  const properties = SEVERITY_NAMES.map((name) => [
    name,
    {
      type: 'string',
      enum: SEVERITY_ANSWERS[name],
      title: SEVERITY_INPUTS[name].question.en,
      description: Object.entries(SEVERITY_INPUTS[name].labels)
        .map(([id, label]) => `${id}: ${label.en}`)
        .join('; '),
    },
  ]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: Object.fromEntries(properties) as object,
    additionalProperties: false,
    title: 'Fristwacht severity answers',
  };
}
