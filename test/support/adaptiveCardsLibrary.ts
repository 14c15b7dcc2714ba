import { createRequire } from 'node:module';

/** Microsoft's own library, the build that needs no browser: it reads a card and says what is wrong with it. */
type Library = {
  readonly AdaptiveCard: new () => {
    parse(json: unknown, context: unknown): void;
    validateProperties(): { readonly validationEvents: readonly Finding[] };
  };
  readonly SerializationContext: new (version?: unknown) => { readonly eventCount: number; getEventAt(at: number): Finding };
  readonly Versions: { readonly v1_5: unknown };
};
type Finding = { readonly event: unknown; readonly message: string };

const { AdaptiveCard, SerializationContext, Versions } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as Library;

/** Everything the library finds wrong with a card: unknown elements and values, elements newer than 1.5, ids used twice. */
export function findingsOn(json: unknown): readonly string[] {
  const findings = readOnce(json);
  // The library keeps its pattern for languages between two cards and so refuses every second one; the next reading is right.
  return findings.some((message) => message.endsWith('for property "lang".')) ? readOnce(json) : findings;
}

function readOnce(json: unknown): readonly string[] {
  const card = new AdaptiveCard();
  const context = new SerializationContext(Versions.v1_5);
  card.parse(json, context);
  const parsing = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at));
  return [...parsing, ...card.validateProperties().validationEvents].map(({ message }) => message);
}

export type CardNode = { readonly [key: string]: unknown };

/** Every object of a card, at any depth. */
export function nodesOf(value: unknown): readonly CardNode[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  return [value as CardNode, ...Object.values(value).flatMap(nodesOf)];
}
