// What a payload shows, read as Slack would.
import type { Json } from '../../../cards/adaptiveElements.ts';

export const nodesIn = (value: unknown): readonly Json[] => {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Json, ...Object.values(value).flatMap(nodesIn)];
};

/** All text that is read on it, in order, without anything between; what stands in fields is not among it. */
export const textShown = (payload: unknown): string =>
  nodesIn(payload)
    .flatMap(({ type, text, fallback, url }) =>
      type === 'link'
        ? [`${String(text)}: ${String(url)}`]
        : type === 'date'
          ? [String(fallback)]
          : typeof text === 'string'
            ? [text]
            : [],
    )
    .join('');

/** What stands in the fields already, by name. */
export function valuesShown(payload: unknown): Readonly<Record<string, string>> {
  const values = new Map<string, string>();
  for (const { block_id: id, element } of nodesIn(payload)) {
    if (typeof id !== 'string' || typeof element !== 'object') continue;
    const [name = ''] = id.slice(id.lastIndexOf('|') + 1).split('~');
    const { initial_value: value } = element as { readonly initial_value?: string };
    values.set(name, (values.get(name) ?? '') + (value ?? ''));
  }
  return Object.fromEntries(values);
}

export const buttonsIn = (payload: unknown): readonly Json[] => nodesIn(payload).filter(({ type }) => type === 'button');

export const linksIn = (payload: unknown): readonly string[] =>
  nodesIn(payload).flatMap(({ type, url }) => (type === 'link' ? [String(url)] : []));
