import type { Text } from '../../src/law/sources.ts';
import { REMEDIES, type Remedy } from './remedies.ts';

/** One thing to put right in `fristwacht.yaml`. The value is what stands there, empty where nothing does; never a secret. */
export type ConfigurationFault = { readonly key: string; readonly value: string; readonly remedy: Text };

export const fault = (key: string, value: string, remedy: Remedy): ConfigurationFault => ({
  key,
  value,
  remedy: REMEDIES[remedy],
});

/** What the file says, before anybody knows whether it makes sense. Scalars are text. */
export type Tree = string | readonly Tree[] | { readonly [key: string]: Tree };

type Branch = { readonly [key: string]: Tree };
export const isBranch = (tree: Tree | undefined): tree is Branch => typeof tree === 'object' && !Array.isArray(tree);
export const isList = (tree: Tree | undefined): tree is readonly Tree[] => Array.isArray(tree);

export type Path = readonly (string | number)[];

/** The path as a person would say it: `persons[anna-berger].accounts.slack`, by the id of an entry or else by its place. */
export function pathText(tree: Tree, path: Path): string {
  let here: Tree | undefined = tree;
  let said = '';
  for (const step of path) {
    here = stepInto(here, step);
    said += typeof step === 'number' ? `[${placeName(here, step)}]` : `${said === '' ? '' : '.'}${step}`;
  }
  return said;
}

function placeName(entry: Tree | undefined, index: number): string {
  const id = isBranch(entry) ? entry.id : undefined;
  return typeof id === 'string' ? id : String(index + 1);
}

export const stepInto = (tree: Tree | undefined, step: string | number): Tree | undefined =>
  typeof step === 'number' ? (isList(tree) ? tree[step] : undefined) : isBranch(tree) ? tree[step] : undefined;

const LONGEST_VALUE = 80;
/** What stands at the path, as far as it is one word or sentence. */
export function valueAt(tree: Tree, path: Path): string {
  const value = path.reduce<Tree | undefined>(stepInto, tree);
  return typeof value === 'string' ? value.slice(0, LONGEST_VALUE) : '';
}
