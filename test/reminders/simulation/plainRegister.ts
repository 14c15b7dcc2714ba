import { type CaseId, partsOfCaseNumber } from '../../../src/breach/identifiers.ts';
import type { Delivery, NoteName, Register, StoredEntry } from '../../../src/ports.ts';
import { caseStream } from '../../../src/register/streams.ts';
import type { KeptDelivery, KeptEntry } from '../../../src/register/registerEngine.ts';
import { type Memory, memoryEngine, newMemory } from '../../support/memoryEngine.ts';

/** What reminders and commands need of a register. */
export type PartOfRegister = Pick<
  Register,
  | 'append'
  | 'read'
  | 'head'
  | 'claimDue'
  | 'claimCase'
  | 'deliveries'
  | 'recordDeliveries'
  | 'forgetDeliveries'
  | 'settle'
  | 'earliestDue'
  | 'wakeAll'
  | 'wake'
  | 'list'
  | 'note'
  | 'changeNote'
  | 'close'
>;

/** A register over the memory engine that neither seals nor chains, for thousands of cases; claims and places are the engine's. */
export function plainRegister(memory: Memory = newMemory()): PartOfRegister {
  const engine = memoryEngine(memory);
  const entries = new Map<CaseId, StoredEntry[]>();
  const notes = new Map<NoteName, string>();
  return {
    append: async ({ caseId, expectedVersion, commandId, inboundIds, at, by, events, summary, number }) => {
      const before = entries.get(caseId) ?? [];
      const named = number ?? (await engine.find(caseId))?.number;
      if (named === undefined) throw new Error('The first write names the case.');
      const hash = `${caseId}/${expectedVersion + 1}`;
      const entry: KeptEntry = {
        ...{ stream: caseStream(caseId), sequence: expectedVersion + 1, previous: '', hash, clear: '', parts: [], keyRing: '' },
        names: [commandId, ...inboundIds, ...(number === undefined ? [] : [`number ${number}`])],
      };
      const openedAt = before[0]?.at ?? at;
      const index = { caseId, number: named, ...partsOfCaseNumber(named), reporter: '', openedAt, ...summary };
      const { outcome } = await engine.append({ entry, at, index });
      if (outcome === 'name-taken') return { outcome: 'repeated', caseId, version: before.length };
      if (outcome === 'conflict') return { outcome };
      entries.set(caseId, [...before, { caseId, sequence: expectedVersion + 1, at, by, events: [...events], hash }]);
      return { outcome, version: expectedVersion + 1 };
    },
    read: async (caseId) => {
      const kept = entries.get(caseId);
      return kept && { caseId, version: kept.length, entries: kept };
    },
    head: (caseId) => engine.find(caseId),
    claimDue: engine.claimDue,
    claimCase: engine.claimCase,
    settle: engine.settle,
    earliestDue: engine.earliestDue,
    wakeAll: engine.wakeAll,
    wake: engine.wake,
    list: engine.list,
    note: async (name) => notes.get(name),
    changeNote: async (name, change) => {
      const after = change(notes.get(name));
      if (after === undefined) notes.delete(name);
      else notes.set(name, after);
    },
    deliveries: async (caseId) => (await engine.deliveries(caseId)).map(({ box }) => box as unknown as Delivery),
    recordDeliveries: (claim, made) =>
      engine.recordDeliveries(
        claim,
        made.map((delivery) => ({ name: delivery.slot, box: delivery as unknown as KeptDelivery['box'] })),
      ),
    forgetDeliveries: engine.forgetDeliveries,
    close: async () => undefined,
  };
}
