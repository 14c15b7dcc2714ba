import { parseArgs } from 'node:util';
import { REGIMES } from '../../src/rules/neighbours/neighbour.ts';
import type { Regime } from '../../src/rules/neighbours/regime.ts';
import { RULE_SETS, type RuleSet } from '../../src/rules/rulesets.ts';
import { parseInstant } from '../../src/rules/instant.ts';
import { checkSources, isSound, sourcesJson, sourcesPage } from './checkSources.ts';
import type { CommandWorld } from './commandWorld.ts';
import { preferredLanguage } from './preferredLanguage.ts';
import { sourcesWords } from './sourcesWords.ts';

const OPTIONS = { 'as-of': { type: 'string' }, lang: { type: 'string' }, json: { type: 'boolean' } } as const;

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && parseInstant(`${text}T00:00:00Z`) !== undefined;

/**
 * `fristwacht sources`: what the rules rest on, how well each source is backed and when it was last compared, as a page or as JSON.
 * `--as-of` says from which day to look back, so that a run can be repeated; without it, today.
 *
 * @returns 0 when every rule, condition and neighbouring regime names a source, however old; 1 when one names none; 2 when asked wrongly
 */
export async function run(
  args: readonly string[],
  world: CommandWorld,
  ruleSets: readonly RuleSet[] = RULE_SETS,
  regimes: readonly Regime[] = REGIMES,
): Promise<number> {
  const { values, tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = (name: 'as-of' | 'lang') => (typeof values[name] === 'string' ? values[name] : undefined);
  const lang = given('lang') === 'de' || given('lang') === 'en' ? (given('lang') as 'de' | 'en') : preferredLanguage(world.env);
  const words = sourcesWords[lang];
  const strangers = tokens.flatMap((token) => {
    if (token.kind === 'positional') return [token.value];
    if (token.kind !== 'option') return [];
    const isKnown = Object.hasOwn(OPTIONS, token.name) && (token.name === 'json' || typeof token.value === 'string');
    return isKnown && (token.name !== 'lang' || token.value === lang) ? [] : [token.rawName];
  });
  const asOf = given('as-of') ?? world.now().slice(0, 'YYYY-MM-DD'.length);
  const problems = [...strangers.map(words.unknownOption), ...(isDay(asOf) ? [] : [words.badDay])];
  if (problems.length > 0) {
    world.writeError(`${problems.join('\n')}\n${words.usage}`);
    return 2;
  }
  const checked = checkSources(ruleSets, asOf, regimes);
  world.write(values.json === true ? sourcesJson(checked, lang) : sourcesPage(checked, lang));
  return isSound(checked) ? 0 : 1;
}
