// A fact sheet is all the rules know of an incident. This file reads one from outside and says everything that is wrong with it.
import { z } from 'zod';
import type { Text } from '../law/sources.ts';
import { PROFILE_NAMES, type ProfileName } from './profiles/profileName.ts';
import { ANSWERS, DATA_SET_FACTS, FACTS, INCIDENT_FACTS, UNKNOWN, type FactName, type Facts } from './vocabulary.ts';

/**
 * Our role for one data set. `unknown` presumes both: a controller's duties and a processor's. A joint controller is a `controller` whose
 * data set names the others (`jointWith`); a sub-processor is a `processor` whose data set names the one it works for (`worksFor`).
 */
export type Role = 'controller' | 'processor' | 'unknown';
export const ROLES = ['controller', 'processor', 'unknown'] as const satisfies readonly Role[];

export type DataSet = {
  readonly id: string;
  /** Id of the organisation that decides on this data; for a processor the one it works for. */
  readonly controller: string;
  readonly role: Role;
  readonly facts: Facts;
} & Sides;

/** Who else has a part in a data set, and under which law it falls. All of it may be left out, as in every record written before. */
export type Sides = {
  /** Ids of the other joint controllers (Art. 26 GDPR). Each of them owes for itself. */
  readonly jointWith?: readonly string[];
  /** Which of the joint controllers notifies by their arrangement. It is shown, and releases nobody. */
  readonly notifier?: string;
  /** Where we are sub-processor: the processor we work for, whom we tell. */
  readonly worksFor?: string;
  /** Where the people concerned live (`FR`, in Germany by Land: `DE-NW`). Counts only for a controller without a main establishment in the EEA. */
  readonly residence?: readonly string[];
  /** Where these data fall under another law than the rest of what the controller does. */
  readonly profile?: ProfileName;
};
export const sidesOf = ({ jointWith, notifier, worksFor, residence, profile }: Sides): Sides => ({
  ...(jointWith !== undefined && { jointWith }),
  ...(notifier !== undefined && { notifier }),
  ...(worksFor !== undefined && { worksFor }),
  ...(residence !== undefined && { residence }),
  ...(profile !== undefined && { profile }),
});

/** Every controller of a data set, the one that was named first in front. */
export const controllersOf = ({ controller, jointWith = [] }: Pick<DataSet, 'controller' | 'jointWith'>): readonly string[] => [
  ...new Set([controller, ...jointWith]),
];

/** Whom we tell as a processor (Art. 33(2)): every controller, or as a sub-processor the one we work for. In doubt, all of them. */
export function toldBy(dataSet: Pick<DataSet, 'controller' | 'jointWith' | 'worksFor' | 'role'>): readonly string[] {
  const { worksFor, role } = dataSet;
  if (worksFor === undefined) return controllersOf(dataSet);
  return role === 'unknown' ? [...new Set([worksFor, ...controllersOf(dataSet)])] : [worksFor];
}

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

/** A country, in Germany with the Land. */
const PLACE = /^[A-Z]{2}(-[A-Z]{2})?$/;

/** One name however it is typed: without blanks around it. */
const nameSchema = z.string().trim().min(1);

const dataSetSchema = z.strictObject({
  id: nameSchema.default(IMPLICIT.id).meta({ description: 'A short name of this body of data, unique in the sheet.' }),
  controller: nameSchema.default(IMPLICIT.controller).meta({ description: 'Id of the organisation that decides on this data.' }),
  role: z
    .enum(ROLES)
    .default(IMPLICIT.role)
    .meta({ description: 'Our role for this data. "unknown" presumes the duties of both roles.' }),
  facts: factsSchema(DATA_SET_FACTS).default({}),
  jointWith: z
    .array(nameSchema)
    .exactOptional()
    .meta({ description: 'Ids of the other joint controllers (Art. 26 GDPR). Each of them owes for itself.' }),
  notifier: nameSchema
    .exactOptional()
    .meta({ description: 'Id of the joint controller that notifies by the arrangement of Art. 26. Releases nobody.' }),
  worksFor: nameSchema.exactOptional().meta({ description: 'Where we are sub-processor: id of the processor we work for.' }),
  residence: z
    .array(z.string().regex(PLACE))
    .exactOptional()
    .meta({ description: 'Where the people concerned live: FR, or by Land in Germany: DE-NW.' }),
  profile: z
    .enum(PROFILE_NAMES)
    .exactOptional()
    .meta({ description: 'Where these data fall under another law than the rest of what the controller does.' }),
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
  return path.length === 2 ? Object.keys(dataSetSchema.shape) : DATA_SET_FACTS;
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
  if (issue.code === 'invalid_format') {
    return [
      {
        path,
        allowed: [],
        says: {
          de: 'Hier gehört ein Staat mit zwei Großbuchstaben hin, in Deutschland mit dem Land: FR, DE-NW.',
          en: 'A country belongs here as two capital letters, in Germany with the Land: FR, DE-NW.',
        },
      },
    ];
  }
  return [{ path, allowed: [], says: { de: 'Hier darf nichts Leeres stehen.', en: 'This must not be empty.' } }];
}

/** Names that differ in nothing but capital letters could not be told apart when spoken of. */
const folded = (name: string): string => name.normalize('NFC').toLowerCase();

function doubleIds(sheet: { readonly dataSets: readonly { readonly id: string }[] }): readonly SheetFault[] {
  return sheet.dataSets.flatMap(({ id }, at) =>
    sheet.dataSets.findIndex((other) => folded(other.id) === folded(id)) === at
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

type ReadSheet = z.output<typeof sheetSchema>;

/** Everybody is written as where they are first named, so that one organisation does not owe twice for one spelling. */
function withOneSpelling(sheet: ReadSheet): ReadSheet {
  const spellings = new Map<string, string>([[IMPLICIT.controller, IMPLICIT.controller]]);
  const spelled = (name: string): string => {
    const known = spellings.get(folded(name)) ?? name;
    spellings.set(folded(name), known);
    return known;
  };
  const dataSets = sheet.dataSets.map((dataSet) => ({
    ...dataSet,
    controller: spelled(dataSet.controller),
    ...(dataSet.jointWith === undefined ? {} : { jointWith: dataSet.jointWith.map(spelled) }),
    ...(dataSet.notifier === undefined ? {} : { notifier: spelled(dataSet.notifier) }),
    ...(dataSet.worksFor === undefined ? {} : { worksFor: spelled(dataSet.worksFor) }),
  }));
  return { ...sheet, dataSets };
}

/** What each entry allows by itself and yet makes no sense together. */
function sideFaults({ dataSets }: ReadSheet): readonly SheetFault[] {
  return dataSets.flatMap((dataSet, at) => {
    const { notifier, worksFor, role } = dataSet;
    const joint = controllersOf(dataSet);
    const faults: SheetFault[] = [];
    if (notifier !== undefined && !joint.includes(notifier)) {
      const says = {
        de: `Melden kann nur einer der gemeinsam Verantwortlichen. Möglich: ${listed(joint)}.`,
        en: `Only one of the joint controllers can notify. Possible: ${listed(joint)}.`,
      };
      faults.push({ path: `dataSets[${at}].notifier`, allowed: joint, says });
    }
    if (role === 'processor' && joint.includes(IMPLICIT.controller)) {
      const says = {
        de: 'Für wen verarbeiten Sie? Wählen Sie den Verantwortlichen. Tragen Sie unter „controller“ ein, für wen Sie diese Daten verarbeiten; „own“ sind Sie selbst.',
        en: 'For whom do you process? Choose the controller. Enter under “controller” for whom you process these data; “own” is yourselves.',
      };
      faults.push({ path: `dataSets[${at}].controller`, allowed: [], says });
    }
    if (worksFor === IMPLICIT.controller) {
      const says = {
        de: 'Für sich selbst arbeitet niemand als Auftragsverarbeiter. Tragen Sie ein, wer Sie beauftragt hat; „own“ sind Sie selbst.',
        en: 'Nobody is processor for themselves. Enter who engaged you; “own” is yourselves.',
      };
      faults.push({ path: `dataSets[${at}].worksFor`, allowed: [], says });
    }
    if (worksFor !== undefined && role === 'controller') {
      const says = {
        de: 'Ein Verantwortlicher arbeitet für keinen Auftragsverarbeiter. Prüfen Sie die Rolle, oder lassen Sie die Angabe weg.',
        en: 'A controller works for no processor. Check the role, or leave this entry out.',
      };
      faults.push({ path: `dataSets[${at}].worksFor`, allowed: [], says });
    }
    if (worksFor !== undefined && role !== 'controller' && joint.includes(worksFor)) {
      const says = {
        de: 'Das ist ein Verantwortlicher dieser Daten. Hier steht nur ein Auftragsverarbeiter, für den Sie als weiterer Auftragsverarbeiter arbeiten.',
        en: 'This is a controller of these data. Only a processor for which you work as a sub-processor stands here.',
      };
      faults.push({ path: `dataSets[${at}].worksFor`, allowed: [], says });
    }
    return faults;
  });
}

/** Reads a sheet from outside. Either the sheet, or every fault at once, so that nobody has to mend them one by one. */
export function parseFactSheet(value: unknown): { readonly sheet: FactSheet } | { readonly faults: readonly SheetFault[] } {
  const read = sheetSchema.safeParse(value);
  if (!read.success) return { faults: read.error.issues.flatMap(faultsOf) };
  const sheet = withOneSpelling(read.data);
  const faults = [...doubleIds(sheet), ...sideFaults(sheet)];
  return faults.length > 0 ? { faults } : { sheet };
}
