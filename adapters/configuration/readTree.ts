import { parseDocument } from 'yaml';
import { type ConfigurationFault, fault, type Tree } from './fault.ts';
import { looksSecret } from './secrets.ts';

export type ReadTree = { readonly tree: Tree } | { readonly faults: readonly ConfigurationFault[] };

/** Reads the YAML. Every scalar stays the text it is; keys without a value are left out, as if they were not there. */
export function readTree(source: string): ReadTree {
  const document = parseDocument(source, { schema: 'failsafe', prettyErrors: true });
  if (document.errors.length === 0) return { tree: withoutEmpty((document.toJS() ?? {}) as Tree) };
  const lines = source.split('\n');
  return {
    faults: document.errors.map((error) => {
      const line = error.linePos?.[0].line ?? 1;
      const written = (lines[line - 1] ?? '').trim();
      const value = looksSecret(written) ? '***' : written;
      return fault(`fristwacht.yaml:${line}`, value, error.code === 'DUPLICATE_KEY' ? 'twice' : 'syntax');
    }),
  };
}

function withoutEmpty(tree: Tree): Tree {
  if (typeof tree === 'string') return tree.trim();
  if (Array.isArray(tree)) return (tree as readonly Tree[]).map(withoutEmpty);
  const members = Object.entries(tree).map(([key, value]) => [key, withoutEmpty(value)] as const);
  return Object.fromEntries(members.filter(([, value]) => value !== ''));
}
