import { type CaseId, partsOfCaseNumber } from '../../src/breach/identifiers.ts';
import { type Claim, RegisterUnavailable } from '../../src/ports.ts';
import type { Box } from '../../src/register/cryptography.ts';
import type { KeyRing, KeyStore } from '../../src/register/keyStore.ts';
import { ORGANISATION } from '../../src/register/organisationStream.ts';
import type {
  CaseIndex,
  EngineAppend,
  EngineAppendOutcome,
  EngineFilter,
  IndexedCase,
  KeptDelivery,
  KeptEntry,
  RegisterEngine,
  StreamEnd,
  StreamName,
} from '../../src/register/registerEngine.ts';
import type { Instant } from '../../src/rules/instant.ts';

/** What lies under an engine and outlives it: opening a memory twice is opening one file from two processes. */
export type Memory = {
  readonly streams: Map<StreamName, KeptEntry[]>;
  readonly names: Map<string, { readonly stream: StreamName; readonly sequence: number }>;
  readonly cases: Map<CaseId, WorkingCase>;
  readonly deliveries: Map<CaseId, Map<string, KeptDelivery>>;
  /** Up to which sequence a stream stands in the register's own stream. */
  readonly anchored: Map<StreamName, number>;
  readonly rings: Map<string, KeyRing>;
  /** The organisation's stream: claimed and settled like a case, but none. */
  readonly organisation: WorkingCase;
  readonly notes: Map<string, Box>;
};

type WorkingCase = {
  readonly caseId: CaseId;
  /** Absent for the organisation's stream. */
  index?: CaseIndex;
  version: number;
  hash: string;
  nextDueAt: Instant | undefined;
  fence: number;
  /** Absent while nobody holds the case. */
  leaseUntil: Instant | undefined;
  /** Woken since it was claimed: a settlement then leaves it due. */
  woken: boolean;
};

const unclaimed = { fence: 0, leaseUntil: undefined, woken: false };

export const newMemory = (): Memory => ({
  streams: new Map(),
  names: new Map(),
  cases: new Map(),
  deliveries: new Map(),
  anchored: new Map(),
  rings: new Map(),
  organisation: { caseId: ORGANISATION, version: 0, hash: '', nextDueAt: undefined, ...unclaimed },
  notes: new Map(),
});

/** The engine of the tests and simulations: the exact meaning of `RegisterEngine`, without a disk. */
export function memoryEngine(memory: Memory = newMemory()): RegisterEngine {
  const engine: RegisterEngine = {
    ...entriesOf(memory),
    ...indexOf(memory),
    ...claimsOn(memory),
    ...deliveriesOf(memory),
    ...notesOf(memory),
    ...anchorsOf(memory),
    close: async () => undefined,
  };
  return closable(engine);
}

/** The key store that belongs to it. */
export function memoryKeyStore(memory: Memory = newMemory()): KeyStore {
  const { rings } = memory;
  const ringsOf = (stream: string): readonly KeyRing[] => inOrder([...rings.values()].filter((ring) => ring.stream === stream));
  const destroy = (id: string, parts?: readonly string[]): void => {
    const ring = rings.get(id);
    if (ring === undefined) return;
    if (parts === undefined) rings.delete(id);
    else rings.set(id, { ...ring, wrapped: without(ring.wrapped, parts) });
  };
  return closable<KeyStore>({
    put: async (ring) => {
      const kept = rings.get(ring.id) ?? ring;
      rings.set(ring.id, kept);
      return kept;
    },
    ring: async (id) => rings.get(id),
    ringsOf: async (stream) => ringsOf(stream),
    destroy: async (id, parts) => destroy(id, parts),
    destroyStream: async (stream) => {
      for (const ring of ringsOf(stream)) rings.delete(ring.id);
    },
    after: async (id, limit) => inOrder([...rings.values()].filter((ring) => ring.id > id)).slice(0, limit),
    rewrap: async (before, after) => {
      const kept = rings.get(before.id);
      if (kept === undefined || !isSameRing(kept, before)) return false;
      rings.set(before.id, after);
      return true;
    },
    close: async () => undefined,
  });
}

const inOrder = (rings: readonly KeyRing[]): readonly KeyRing[] => rings.toSorted((one, other) => (one.id < other.id ? -1 : 1));

const without = (wrapped: KeyRing['wrapped'], parts: readonly string[]): KeyRing['wrapped'] =>
  Object.fromEntries(Object.entries(wrapped).filter(([name]) => !parts.includes(name)));

const isSameRing = (one: KeyRing, other: KeyRing): boolean =>
  one.fingerprint === other.fingerprint &&
  Object.keys(one.wrapped).length === Object.keys(other.wrapped).length &&
  Object.entries(one.wrapped).every(([name, box]) => other.wrapped[name] === box);

type Entries = Pick<RegisterEngine, 'append' | 'entries' | 'end' | 'findName'>;
function entriesOf(memory: Memory): Entries {
  const { streams, names } = memory;
  return {
    append: async (append) => write(memory, append),
    entries: async (stream, from = 1) => (streams.get(stream) ?? []).slice(Math.max(0, from - 1)),
    end: async (stream) => endOf(streams.get(stream)),
    findName: async (name) => names.get(name),
  };
}

function endOf(entries: readonly KeptEntry[] | undefined): StreamEnd | undefined {
  const last = entries?.at(-1);
  return last && { stream: last.stream, sequence: last.sequence, hash: last.hash };
}

/** Names first: a command that comes again is told so, whatever place it asks for. Of several taken names the first is answered. */
function write(memory: Memory, { entry, at, index }: EngineAppend): EngineAppendOutcome {
  for (const name of entry.names) {
    const taken = memory.names.get(name);
    if (taken !== undefined) return { outcome: 'name-taken', name, ...taken };
  }
  const entries = memory.streams.get(entry.stream) ?? [];
  if (entry.sequence !== entries.length + 1) return { outcome: 'conflict' };
  memory.streams.set(entry.stream, [...entries, entry]);
  for (const name of entry.names) memory.names.set(name, { stream: entry.stream, sequence: entry.sequence });
  if (index !== undefined) writeIndex(memory, entry, at, index);
  return { outcome: 'appended' };
}

function writeIndex({ cases }: Memory, { sequence, hash }: KeptEntry, at: Instant, index: CaseIndex): void {
  const before = cases.get(index.caseId);
  if (before === undefined) {
    cases.set(index.caseId, { caseId: index.caseId, index, version: sequence, hash, nextDueAt: at, ...unclaimed });
    return;
  }
  Object.assign(before, { index, version: sequence, hash, nextDueAt: earlier(before.nextDueAt, at) });
}

const earlier = (one: Instant | undefined, other: Instant): Instant => (one !== undefined && one < other ? one : other);

type Index = Pick<RegisterEngine, 'highestOrdinal' | 'list' | 'find'>;
function indexOf({ cases }: Memory): Index {
  const all = (): readonly IndexedCase[] => [...cases.values()].flatMap((found) => indexed(found) ?? []);
  return {
    highestOrdinal: async (series, year) =>
      Math.max(0, ...all().flatMap((found) => (found.series === series && found.year === year ? found.ordinal : []))),
    list: async (filter) =>
      all()
        .filter((found) => passes(found, filter))
        .toSorted(newestFirst)
        .slice(0, Math.max(0, Math.trunc(filter.limit))),
    find: async (caseId) => {
      const found = cases.get(caseId);
      return found && indexed(found);
    },
  };
}

const indexed = ({ index, version, hash, nextDueAt }: WorkingCase): IndexedCase | undefined =>
  index && { ...index, version, hash, ...(nextDueAt !== undefined && { nextDueAt }) };

function passes(found: IndexedCase, filter: EngineFilter): boolean {
  const { status, reporter, openDuty, kind, openedFrom, openedBefore, before } = filter;
  return (
    (status === undefined || status.includes(found.status)) &&
    (reporter === undefined || found.reporter === reporter) &&
    (openDuty === undefined || found.openDuties.some((duty) => openDuty.includes(duty))) &&
    (kind === undefined || (found.kind !== undefined && kind.includes(found.kind))) &&
    (openedFrom === undefined || found.openedAt >= openedFrom) &&
    (openedBefore === undefined || found.openedAt < openedBefore) &&
    (before === undefined || newestFirst(partsOfCaseNumber(before), found) < 0)
  );
}

type Numbered = Pick<CaseIndex, 'year' | 'ordinal' | 'series'>;
function newestFirst(one: Numbered, other: Numbered): number {
  if (one.year !== other.year) return other.year - one.year;
  if (one.ordinal !== other.ordinal) return other.ordinal - one.ordinal;
  if (one.series === other.series) return 0;
  return one.series < other.series ? 1 : -1;
}

/** The case of this name, or the organisation's stream. */
const working = ({ cases, organisation }: Memory, id: CaseId): WorkingCase | undefined =>
  id === ORGANISATION ? organisation : cases.get(id);

type Claims = Pick<RegisterEngine, 'claimDue' | 'claimCase' | 'settle' | 'earliestDue' | 'wakeAll' | 'wake' | 'neglected'>;
function claimsOn(memory: Memory): Claims {
  const { cases, organisation } = memory;
  const due = (): readonly WorkingCase[] =>
    [organisation, ...cases.values()].filter((held) => held.nextDueAt !== undefined).toSorted(longestDue);
  return {
    claimDue: async (now, leaseSeconds) => {
      const found = due().find((candidate) => candidate.nextDueAt! <= now && isFree(candidate, now));
      return found && take(found, now, leaseSeconds);
    },
    claimCase: async (caseId, now, leaseSeconds) => {
      const found = working(memory, caseId);
      return found !== undefined && isFree(found, now) ? take(found, now, leaseSeconds) : undefined;
    },
    settle: async (claim, version, nextDueAt) => {
      const held = heldBy(memory, claim);
      if (held === undefined) return false;
      if (held.version === version && !held.woken) held.nextDueAt = nextDueAt;
      held.leaseUntil = undefined;
      return true;
    },
    earliestDue: async () => due()[0]?.nextDueAt,
    wakeAll: async (now) => {
      for (const found of cases.values()) {
        if (found.index?.status === 'open') Object.assign(found, { woken: true, nextDueAt: earlier(found.nextDueAt, now) });
      }
    },
    wake: async (caseId, now) => {
      const found = working(memory, caseId);
      if (found) Object.assign(found, { woken: true, nextDueAt: earlier(found.nextDueAt, now) });
    },
    neglected: async (before, limit) =>
      [...cases.values()]
        .filter(({ index, nextDueAt }) => index?.status === 'open' && (nextDueAt === undefined || nextDueAt < before))
        .toSorted((one, other) => ((one.nextDueAt ?? '') < (other.nextDueAt ?? '') ? -1 : 1))
        .slice(0, Math.max(0, limit))
        .map(({ caseId, nextDueAt }) => (nextDueAt === undefined ? { caseId } : { caseId, nextDueAt })),
  };
}

const longestDue = (one: WorkingCase, other: WorkingCase): number => (orderOf(one) < orderOf(other) ? -1 : 1);
const orderOf = ({ nextDueAt, caseId }: WorkingCase): string => `${nextDueAt} ${caseId}`;
const isFree = ({ leaseUntil }: WorkingCase, now: Instant): boolean => leaseUntil === undefined || leaseUntil <= now;

const MS_PER_SECOND = 1000;
function take(found: WorkingCase, now: Instant, leaseSeconds: number): Claim {
  const leaseUntil = new Date(Date.parse(now) + leaseSeconds * MS_PER_SECOND).toISOString() as Instant;
  Object.assign(found, { leaseUntil, fence: found.fence + 1, woken: false });
  return { caseId: found.caseId, fence: found.fence, leaseUntil };
}

/** A claim holds until it is settled or another worker took the case, also past the end of its time. */
function heldBy(memory: Memory, { caseId, fence }: Claim): WorkingCase | undefined {
  const found = working(memory, caseId);
  return found?.fence === fence && found.leaseUntil !== undefined ? found : undefined;
}

type Deliveries = Pick<RegisterEngine, 'deliveries' | 'recordDeliveries' | 'forgetDeliveries'>;
function deliveriesOf(memory: Memory): Deliveries {
  const { deliveries } = memory;
  return {
    deliveries: async (caseId) => [...(deliveries.get(caseId)?.values() ?? [])],
    recordDeliveries: async (claim, made) => {
      if (heldBy(memory, claim) === undefined) return false;
      const kept = deliveries.get(claim.caseId) ?? new Map<string, KeptDelivery>();
      for (const delivery of made) kept.set(delivery.name, delivery);
      deliveries.set(claim.caseId, kept);
      return true;
    },
    forgetDeliveries: async (caseId, names) => {
      if (names === undefined) deliveries.delete(caseId);
      for (const name of names ?? []) deliveries.get(caseId)?.delete(name);
    },
  };
}

const notesOf = ({ notes }: Memory): Pick<RegisterEngine, 'note' | 'changeNote'> => ({
  note: async (name) => notes.get(name),
  changeNote: async (name, before, after) => {
    if (notes.get(name) !== before) return false;
    if (after === undefined) notes.delete(name);
    else notes.set(name, after);
    return true;
  },
});

type Anchors = Pick<RegisterEngine, 'unanchored' | 'markAnchored'>;
function anchorsOf({ streams, anchored }: Memory): Anchors {
  const isOpen = (end: StreamEnd): boolean => end.stream !== 'register' && end.sequence > (anchored.get(end.stream) ?? 0);
  return {
    unanchored: async (limit) =>
      [...streams.values()]
        .flatMap((entries) => endOf(entries) ?? [])
        .filter(isOpen)
        .toSorted((one, other) => (one.stream < other.stream ? -1 : 1))
        .slice(0, limit),
    markAnchored: async (ends) => {
      for (const { stream, sequence } of ends) anchored.set(stream, Math.max(sequence, anchored.get(stream) ?? 0));
    },
  };
}

/** Once closed, every further call is unavailable. Closing twice is no fault. */
function closable<T extends { readonly close: () => Promise<void> }>(opened: T): T {
  let isClosed = false;
  const guard =
    (action: (...given: never[]) => Promise<unknown>) =>
    async (...given: never[]): Promise<unknown> => {
      if (isClosed) throw new RegisterUnavailable('The register is closed.');
      return action(...given);
    };
  const guarded = Object.fromEntries(
    Object.entries(opened).map(([name, action]) => [name, guard(action as (...given: never[]) => Promise<unknown>)]),
  );
  const close = async (): Promise<void> => {
    isClosed = true;
  };
  return { ...guarded, close } as unknown as T;
}
