// A fact sheet is all the rules know of an incident. This file reads one from outside and says everything that is wrong with it.
import { z } from 'zod';
import type { Text } from '../law/sources.ts';
import { ANSWERS, DATA_SET_FACTS, FACTS, INCIDENT_FACTS, UNKNOWN, type FactName, type Facts } from './vocabulary.ts';

/** Our role for one data set. `unknown` presumes both: a controller's duties and a processor's. */
export type Role = 'controller' | 'processor' | 'unknown';
export const ROLES = ['controller', 'processor', 'unknown'] as const satisfies readonly Role[];

export type DataSet = {
  readonly id: string;
  /** Id of the organisation that decides on this data; for a processor the one it works for. */
  readonly controller: string;
  readonly role: Role;
  readonly facts: Facts;
};
export type FactSheet = { readonly incident: Facts; readonly dataSets: readonly DataSet[] };

/** One thing wrong with a sheet. `path` is the place (`dataSets[0].facts.access`), `allowed` what may stand there. */
export type SheetFault = { readonly path: string; readonly allowed: readonly string[]; readonly says: Text };

/** What a fact may be answered with, `unknown` included where a person may not know. */
export const allowedAnswers = (name: FactName): readonly string[] =>
  FACTS[name].mayBeUnknown ? [...ANSWERS[name], UNKNOWN] : [...ANSWERS[name]];

const factSchema = (name: FactName) => {
  const { question, help, why } = FACTS[name];
  return z
    .enum(allowedAnswers(name) as [string, ...string[]])
    .meta({ title: question.en, description: `${help.en} ${why.en}` })
    .optional();
};
const factsSchema = (names: readonly FactName[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, factSchema(name)])));

/** The one data set of a simple sheet that names none: our own data. */
export const IMPLICIT = { id: 'data', controller: 'own', role: 'controller' } as const;

const dataSetSchema = z.strictObject({
  id: z.string().min(1).default(IMPLICIT.id).meta({ description: 'A short name of this body of data, unique in the sheet.' }),
  controller: z
    .string()
    .min(1)
    .default(IMPLICIT.controller)
    .meta({ description: 'Id of the organisation that decides on this data.' }),
  role: z
    .enum(ROLES)
    .default(IMPLICIT.role)
    .meta({ description: 'Our role for this data. "unknown" presumes the duties of both roles.' }),
  facts: factsSchema(DATA_SET_FACTS).default({}),
});
const sheetSchema = z.strictObject({
  incident: factsSchema(INCIDENT_FACTS).default({}),
  dataSets: z
    .array(dataSetSchema)
    .min(1)
    .default(() => [{ ...IMPLICIT, facts: {} }]),
});

/** The vocabulary as JSON Schema (draft 2020-12), for whoever writes a fact sheet by program. */
export function factsJsonSchema(): object {
  return { ...z.toJSONSchema(sheetSchema, { io: 'input' }), title: 'Fristwacht fact sheet' };
}

const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');

/** The names that may stand in the object at this place. */
function keysAt(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 0) return ['incident', 'dataSets'];
  if (path[0] === 'incident') return INCIDENT_FACTS;
  return path.length === 2 ? ['id', 'controller', 'role', 'facts'] : DATA_SET_FACTS;
}

const listed = (values: readonly string[]): string => values.join(', ');

function faultsOf(issue: z.core.$ZodIssue): readonly SheetFault[] {
  const path = pathText(issue.path);
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String);
    return [
      {
        path,
        allowed,
        says: {
          de: `Dieser Wert ist hier nicht möglich. Möglich: ${listed(allowed)}.`,
          en: `This value is not possible here. Possible: ${listed(allowed)}.`,
        },
      },
    ];
  }
  if (issue.code === 'unrecognized_keys') {
    const allowed = keysAt(issue.path);
    return issue.keys.map((key) => ({
      path: pathText([...issue.path, key]),
      allowed,
      says: {
        de: `Diese Angabe gibt es hier nicht. Möglich: ${listed(allowed)}.`,
        en: `There is no such entry here. Possible: ${listed(allowed)}.`,
      },
    }));
  }
  if (issue.code === 'invalid_type') {
    return [
      {
        path,
        allowed: [issue.expected],
        says: {
          de: `Hier fehlt etwas, oder es hat die falsche Form (erwartet: ${issue.expected}).`,
          en: `Something is missing here, or has the wrong form (expected: ${issue.expected}).`,
        },
      },
    ];
  }
  return [{ path, allowed: [], says: { de: 'Hier darf nichts Leeres stehen.', en: 'This must not be empty.' } }];
}

function doubleIds(sheet: { readonly dataSets: readonly { readonly id: string }[] }): readonly SheetFault[] {
  return sheet.dataSets.flatMap(({ id }, at) =>
    sheet.dataSets.findIndex((other) => other.id === id) === at
      ? []
      : [
          {
            path: `dataSets[${at}].id`,
            allowed: [],
            says: {
              de: 'Dieser Name kommt zweimal vor. Jeder Datenbestand braucht einen eigenen.',
              en: 'This name occurs twice. Every data set needs its own.',
            },
          },
        ],
  );
}

/** Reads a sheet from outside. Either the sheet, or every fault at once, so that nobody has to mend them one by one. */
export function parseFactSheet(value: unknown): { readonly sheet: FactSheet } | { readonly faults: readonly SheetFault[] } {
  const read = sheetSchema.safeParse(value);
  if (!read.success) return { faults: read.error.issues.flatMap(faultsOf) };
  const faults = doubleIds(read.data);
  return faults.length > 0 ? { faults } : { sheet: read.data };
}
