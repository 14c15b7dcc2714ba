import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { IANAZone } from 'luxon';
import { assess, type AssessmentInput, type ControllerProfile } from '../../src/rules/assess.ts';
import {
  type Contradiction,
  contradictions,
  contradictoryTimes,
  controllersOf,
  type FactSheet,
  IMPLICIT,
  parseFactSheet,
  type SheetFault,
} from '../../src/rules/facts.ts';
import { type Instant, parseInstant } from '../../src/rules/instant.ts';
import { contradictionsIn } from '../../src/rules/contradictions.ts';
import { questionsInOrder } from '../../src/rules/nextQuestion.ts';
import { GDPR, RULE_SETS, type RuleSetInForce, ruleSetOn } from '../../src/rules/rulesets.ts';
import { PROFILES } from '../../src/rules/profiles/profiles.ts';
import { parseSeverity } from '../../src/rules/severity/parseSeverity.ts';
import { secondOpinions } from '../../src/rules/severity/secondOpinion.ts';
import type { SeverityAnswers } from '../../src/rules/severity/severityInputs.ts';
import { type ComparedRuleSet, compareRuleSets } from '../../src/rules/comparison.ts';
import { SIMULATION_NAMES, SIMULATIONS } from '../../src/rules/simulations.ts';
import { assessWords } from './assessWords.ts';
import type { CommandWorld } from './commandWorld.ts';
import { type CommandLineLanguage, preferredLanguage } from './preferredLanguage.ts';
import { assessmentJson, assessmentPage } from './showAssessment.ts';
import { comparisonPage } from './showComparison.ts';

const OPTIONS = {
  facts: { type: 'string' },
  country: { type: 'string' },
  'aware-at': { type: 'string' },
  'occurred-at': { type: 'string' },
  zone: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  ruleset: { type: 'string' },
} as const;
const WITH_VALUE = ['facts', 'country', 'aware-at', 'occurred-at', 'zone', 'lang', 'ruleset'] as const;
/** Where moments are shown, if nobody names another place. */
const DEFAULT_ZONE = 'Europe/Berlin';
const KNOWN = Object.keys(OPTIONS).map((name) => `--${name}`);

type Asked = {
  readonly facts: string;
  readonly country: string | undefined;
  readonly awareAt: Instant | undefined;
  readonly occurredAt: Instant | undefined;
  readonly zone: string;
  readonly lang: CommandLineLanguage;
  readonly json: boolean;
  /** One: beside the law of the day. Two: beside each other. */
  readonly compared: readonly ComparedRuleSet[];
};

/**
 * `fristwacht assess`: the duties that follow from a sheet of facts, with reasons, as a page or as JSON. A part `severity`
 * in the same file brings second opinions; they decide nothing. Should two
 * rules contradict each other, the graver result stands and standard error carries an alarm; answers that contradict each other are not
 * assessed. Keeps nothing.
 *
 * @returns 0 when assessed or when the usage was asked for, 2 when the options or the facts cannot be read or contradict each other; then every fault is named on standard error
 */
export async function run(
  args: readonly string[],
  world: CommandWorld,
  ruleSets: readonly RuleSetInForce[] = RULE_SETS,
): Promise<number> {
  if (args.includes('--help')) return help(world);
  const asked = readOptions(args, preferredLanguage(world.env), ruleSets);
  if ('problems' in asked) return refuse(world, asked.problems, assessWords[asked.lang].usage);
  const words = assessWords[asked.lang];
  const value = await readJson(asked.facts, world);
  if ('unreadable' in value) return refuse(world, [words[value.unreadable]]);
  const read = readCase(value.json);
  if ('faults' in read) return refuse(world, [words.faults(read.faults.length), ...read.faults.map(faultLine(asked.lang))]);
  const impossible = [...contradictions(read.sheet), ...contradictoryTimes(asked)];
  if (impossible.length > 0) {
    return refuse(world, [words.contradictingAnswers(impossible.length), ...impossible.map(contradictionLine(asked.lang))]);
  }
  const stateless = asked.country === undefined ? read.sheet.dataSets.flatMap(({ profile }) => profile ?? []) : [];
  const [unplaced] = stateless.filter((profile) => PROFILES[profile].countries !== undefined);
  if (unplaced !== undefined) return refuse(world, [words.countryForProfile(unplaced)]);
  const input = inputOf(read.sheet, asked);
  const law = asked.awareAt === undefined ? (ruleSets.at(-1) ?? GDPR) : ruleSetOn(asked.awareAt.slice(0, 10), ruleSets);
  if ('noRuleSet' in law) return refuse(world, [words.noRules(law.firstDay)]);
  const assessment = { ...assess(input, law), ask: questionsInOrder(input, law) };
  for (const { first, second } of contradictionsIn(input, law)) world.writeError(`${words.contradictingRules(first, second)}\n`);
  const opinions = read.severity === undefined ? [] : secondOpinions(read.sheet, read.severity, assessment);
  const [first = law, second] = asked.compared.length === 1 ? [law, ...asked.compared] : asked.compared;
  const comparison = second === undefined ? undefined : compareRuleSets(input, first, second);
  if (asked.json) world.write(assessmentJson(assessment, asked.lang, { opinions, comparison }));
  else {
    const beside = comparison === undefined ? '' : `\n${comparisonPage(comparison, asked.lang, asked.zone)}`;
    world.write(`${assessmentPage(assessment, input, { ...asked, opinions })}${beside}`);
  }
  return 0;
}

function help(world: CommandWorld): number {
  const { usage, options } = assessWords[preferredLanguage(world.env)];
  world.write(`${usage}${options}`);
  return 0;
}

type Case = { readonly sheet: FactSheet; readonly severity: SeverityAnswers | undefined };

/** The fact sheet, and beside it the answers for second opinions if there are any. The faults of both are named at once. */
function readCase(json: unknown): Case | { readonly faults: readonly SheetFault[] } {
  const hasSeverity = typeof json === 'object' && json !== null && Object.hasOwn(json, 'severity');
  const { severity: said, ...sheet } = hasSeverity ? (json as { readonly severity: unknown }) : { severity: undefined };
  const facts = parseFactSheet(hasSeverity ? sheet : json);
  const severity = hasSeverity ? parseSeverity(said) : { severity: undefined };
  const faults = [facts, severity].flatMap((read) => ('faults' in read ? read.faults : []));
  if ('faults' in facts || 'faults' in severity) return { faults };
  return { sheet: facts.sheet, severity: severity.severity };
}

function refuse(world: CommandWorld, lines: readonly string[], usage = ''): number {
  world.writeError(`${lines.join('\n')}\n${usage}`);
  return 2;
}

const faultLine =
  (lang: CommandLineLanguage) =>
  ({ path, says }: SheetFault): string =>
    `  ${path === '' ? '(JSON)' : path}: ${says[lang]}`;

const OPTION_OF: Readonly<Record<string, string>> = { awareAt: '--aware-at', occurredAt: '--occurred-at' };

const contradictionLine =
  (lang: CommandLineLanguage) =>
  ({ paths, says }: Contradiction): string =>
    `  ${paths.map((path) => OPTION_OF[path] ?? path).join(', ')}: ${says[lang]}`;

const namesOf = (ruleSets: readonly RuleSetInForce[]): readonly string[] => [
  ...ruleSets.map(({ id }) => id),
  ...SIMULATION_NAMES,
];

/** A set of law by its id, a proposal by its name. */
function ruleSetNamed(name: string, ruleSets: readonly RuleSetInForce[]): ComparedRuleSet | undefined {
  const proposal = SIMULATION_NAMES.find((candidate) => candidate === name);
  return ruleSets.find(({ id }) => id === name) ?? (proposal === undefined ? undefined : SIMULATIONS[proposal]);
}

/** Reads all options before complaining, so that every fault is named at once and in the language asked for. */
function readOptions(
  args: readonly string[],
  spoken: CommandLineLanguage,
  ruleSets: readonly RuleSetInForce[],
): Asked | { readonly problems: readonly string[]; readonly lang: CommandLineLanguage } {
  const { values, tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = (name: (typeof WITH_VALUE)[number]) => (typeof values[name] === 'string' ? values[name] : undefined);
  const lang = given('lang') === 'de' || given('lang') === 'en' ? (given('lang') as CommandLineLanguage) : spoken;
  const words = assessWords[lang];
  const awareAt = given('aware-at') === undefined ? undefined : parseInstant(given('aware-at') ?? '');
  const occurredAt = given('occurred-at') === undefined ? undefined : parseInstant(given('occurred-at') ?? '');
  const country = given('country')?.toUpperCase();
  const zone = given('zone') ?? DEFAULT_ZONE;
  const problems = [
    ...tokens.flatMap((token) => (token.kind === 'option' && !Object.hasOwn(OPTIONS, token.name) ? [token.rawName] : [])),
    ...tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : [])),
  ].map((name) => words.unknownOption(name, KNOWN));
  problems.push(
    ...WITH_VALUE.filter((name) => Object.hasOwn(values, name) && given(name) === undefined).map((name) =>
      words.needsValue(`--${name}`),
    ),
  );
  if (values.facts === undefined) problems.push(words.factsMissing);
  if (given('aware-at') !== undefined && awareAt === undefined) problems.push(words.badTime('--aware-at'));
  if (given('occurred-at') !== undefined && occurredAt === undefined) problems.push(words.badTime('--occurred-at'));
  if (country !== undefined && !isCountry(country)) problems.push(words.badCountry);
  if (!IANAZone.isValidZone(zone)) problems.push(words.badZone);
  if (given('lang') !== undefined && given('lang') !== lang) problems.push(words.badLanguage);
  const named = given('ruleset')?.split(',') ?? [];
  const compared = named.flatMap((name) => ruleSetNamed(name.trim(), ruleSets) ?? []);
  if (compared.length !== named.length || named.length > 2) problems.push(words.badRuleSet(namesOf(ruleSets)));
  if (problems.length > 0) return { problems, lang };
  return {
    ...{ facts: given('facts') ?? '', country, awareAt, occurredAt, zone, lang },
    json: values.json === true,
    compared,
  };
}

/** Two letters that ISO 3166-1 assigned to a country. */
function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code)) return false;
  const name = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(code);
  return name !== undefined && name !== 'Unknown Region';
}

async function readJson(
  from: string,
  world: CommandWorld,
): Promise<{ readonly json: unknown } | { readonly unreadable: 'fileUnreadable' | 'notJson' }> {
  let text: string;
  try {
    text = from === '-' ? await world.readStdin() : await readFile(from, 'utf8');
  } catch {
    return { unreadable: 'fileUnreadable' };
  }
  try {
    return { json: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown };
  } catch {
    // The parser's own message would quote the text, and the text is somebody's case.
    return { unreadable: 'notJson' };
  }
}

/** Every controller of the sheet sits in the country asked for; without one nobody is described, and the strict reading holds. */
function inputOf(sheet: FactSheet, { country, awareAt }: Asked): AssessmentInput {
  const ids = [...new Set(sheet.dataSets.flatMap(controllersOf))];
  const profile = (id: string): readonly ControllerProfile[] =>
    country === undefined ? [] : [{ id, country, sector: 'private', authority: country.toLowerCase() }];
  const startsAt = awareAt === undefined ? {} : Object.fromEntries([...ids, IMPLICIT.controller].map((id) => [id, awareAt]));
  return { sheet, controllers: ids.flatMap(profile), self: IMPLICIT.controller, startsAt };
}
