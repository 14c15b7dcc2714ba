import type { z } from 'zod';
import type { Text } from '../../src/law/sources.ts';
import { KNOWN_KEYS, KNOWN_WORDS } from './configurationFile.ts';
import { type ConfigurationFault, isBranch, type Path, pathText, stepInto, type Tree, valueAt } from './fault.ts';
import { nearest } from './nearest.ts';
import { belongsTo, belongsToTop, isRemedy, meant, REMEDIES } from './remedies.ts';

/** What is wrong with the shape of the file, one fault for each key, with the word that was probably meant. */
export function shapeFaults(tree: Tree, issues: readonly z.core.$ZodIssue[]): readonly ConfigurationFault[] {
  return issues.flatMap((issue) => {
    const path = issue.path.filter((step) => typeof step !== 'symbol');
    if (issue.code === 'invalid_union' && isSection(tree, path)) return shapeFaults(tree, issuesOfSection(issue));
    if (issue.code !== 'unrecognized_keys') return [shapeFault(tree, path, issue.message)];
    return issue.keys.map((key) => unknownKey(tree, path, key));
  });
}

/** What may be a word or a section, and is one: then the fault lies inside. */
const isSection = (tree: Tree, path: Path): boolean => isBranch(path.reduce<Tree | undefined>(stepInto, tree));

const issuesOfSection = ({ errors, path }: z.core.$ZodIssueInvalidUnion): readonly z.core.$ZodIssue[] =>
  (errors.at(-1) ?? []).map((inner) => ({ ...inner, path: [...path, ...inner.path] }));

function shapeFault(tree: Tree, path: Path, message: string): ConfigurationFault {
  const remedy = isRemedy(message) ? message : 'text';
  const value = valueAt(tree, path);
  const word = nearest(value, KNOWN_WORDS[remedy] ?? []);
  return { key: pathText(tree, path), value, remedy: word === undefined ? REMEDIES[remedy] : meant(REMEDIES[remedy], word) };
}

/** A mistyped key may hold a secret; a long string without a blank is not repeated. */
const withoutKeys = (value: string): string => (/^\S{20,}$/.test(value) ? '***' : value);

function unknownKey(tree: Tree, section: Path, key: string): ConfigurationFault {
  const path = [...section, key];
  return { key: pathText(tree, path), value: withoutKeys(valueAt(tree, path)), remedy: keyRemedy(sectionName(section), key) };
}

const sectionName = (path: Path): string => path.filter((step) => typeof step === 'string').join('.');

function keyRemedy(section: string, key: string): Text {
  const near = nearest(key, KNOWN_KEYS[section] ?? []);
  if (near !== undefined) return meant(REMEDIES.unknownKey, near);
  const home = Object.keys(KNOWN_KEYS).find((name) => KNOWN_KEYS[name]?.includes(key));
  if (home === undefined) return REMEDIES.unknownKey;
  return home === '' ? belongsToTop : belongsTo(home);
}
