import type { BreachEvent } from '../breach/events.ts';
import type { PersonId } from '../breach/identifiers.ts';
import type { Instant } from '../rules/instant.ts';
import { canonicalJson } from './canonicalJson.ts';
import { type ClearEntry, ENTRY_FORMAT, type Head } from './clearEntry.ts';
import type { Box } from './cryptography.ts';
import type { KeyRing } from './keyStore.ts';
import type { KeptEntry, KeptPart, StreamName } from './registerEngine.ts';
import { keyPlace, type Sealing } from './sealing.ts';
import { splitEvent } from './splitEvent.ts';
import { VOCABULARY } from './upcast.ts';

export type EntryBody =
  | { readonly events: readonly BreachEvent[] }
  | { readonly look: { readonly allowed: boolean; readonly what: string } }
  | { readonly heads: readonly Head[] };

/** An entry before it is sealed. */
export type EntryDraft = {
  readonly stream: StreamName;
  readonly sequence: number;
  /** The hash of the entry before; NO_ENTRY before the first. */
  readonly previous: string;
  readonly at: Instant;
  readonly by?: PersonId;
  readonly names: readonly string[];
  readonly body: EntryBody;
  /** Only where an entry of format 1 is written anew. */
  readonly earlier?: { readonly hash: string; readonly commandId: string };
};

/** The ring must be kept before the entry; without parts there is none. */
export type SealedEntry = { readonly entry: KeptEntry; readonly ring?: KeyRing };

type OpenPart = { readonly name: string; readonly value: unknown };
type SealedPart = { readonly part: KeptPart; readonly digest: string; readonly wrapped: Box };

/** Seals one entry: what is content goes into parts under keys of their own, the rest becomes the text that the chain covers. */
export function sealEntry(sealing: Sealing, draft: EntryDraft): SealedEntry {
  const { stream, sequence, previous } = draft;
  const names = [...new Set(draft.names)];
  const { clear: body, parts: open } = splitBody(draft);
  const ringId = open.length === 0 ? '' : sealing.ids.next();
  const sealed = open.map((part) => sealPart(sealing, draft, ringId, part));
  const clear = canonicalJson({ ...head(sealing, draft), names, ...body, parts: digestsOf(sealed) } satisfies ClearEntry);
  const parts = sealed.map(({ part }) => part);
  const entry = { stream, sequence, previous, hash: sealing.cryptography.sha256(clear), clear, parts, keyRing: ringId, names };
  if (open.length === 0) return { entry };
  const wrapped = Object.fromEntries(sealed.map((one) => [one.part.name, one.wrapped]));
  return { entry, ring: { id: ringId, stream, fingerprint: sealing.masterKey.fingerprint, wrapped } };
}

const head = (
  sealing: Sealing,
  { stream, sequence, previous, at, by, earlier }: EntryDraft,
): Omit<ClearEntry, 'names' | 'parts' | keyof SplitBody['clear']> => ({
  format: ENTRY_FORMAT,
  stream,
  sequence,
  at,
  previous,
  vocabulary: VOCABULARY,
  ...(by !== undefined && { actor: sealing.pseudonym('person', by) }),
  ...(earlier !== undefined && { earlierHash: earlier.hash }),
});

type SplitBody = { readonly clear: Pick<ClearEntry, 'events' | 'look' | 'heads'>; readonly parts: readonly OpenPart[] };

function splitBody({ body, by, earlier }: EntryDraft): SplitBody {
  const common: readonly OpenPart[] = [
    ...(by === undefined ? [] : [{ name: 'by', value: by }]),
    ...(earlier === undefined ? [] : [{ name: 'command', value: earlier.commandId }]),
  ];
  if ('heads' in body) return { clear: { heads: body.heads }, parts: common };
  if ('look' in body) {
    const { allowed, what } = body.look;
    return { clear: { look: { allowed } }, parts: [...common, { name: 'what', value: what }] };
  }
  const split = body.events.map((event) => splitEvent(event, by ?? ''));
  const ofEvents = split.flatMap(({ sealed }, place) => sealed.map(({ path, value }) => ({ name: `${place}/${path}`, value })));
  return { clear: { events: split.map(({ clear }) => clear as { readonly type: string }) }, parts: [...common, ...ofEvents] };
}

/** The exact text that the digest covers and that lies in the box: the salt keeps others from guessing at short values. */
const partText = (salt: string, value: unknown): string => canonicalJson({ salt, value });

/** Bound to its place, so that a box cannot be put elsewhere. */
export const partPlace = (stream: StreamName, sequence: number, name: string): string => `${stream}/${sequence}/${name}`;

function sealPart(sealing: Sealing, { stream, sequence }: EntryDraft, ringId: string, { name, value }: OpenPart): SealedPart {
  const { cryptography, masterKey } = sealing;
  const text = partText(cryptography.randomSalt(), value);
  const key = cryptography.randomKey();
  const box = cryptography.seal(key, text, partPlace(stream, sequence, name));
  return {
    part: { name, box },
    digest: cryptography.sha256(text),
    wrapped: masterKey.wrap(key, keyPlace(ringId, name)),
  };
}

const digestsOf = (sealed: readonly SealedPart[]): ClearEntry['parts'] =>
  Object.fromEntries(sealed.map(({ part, digest }) => [part.name, digest]));
