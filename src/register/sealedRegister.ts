import type { CaseId } from '../breach/identifiers.ts';
import type { CaseHead, ListFilter, Register, StoredCase } from '../ports.ts';
import { anchorHeads } from './anchorHeads.ts';
import { appendToCase, nameOfNumber } from './appendToCase.ts';
import { CaseUnreadable } from './caseUnreadable.ts';
import { openedEntry } from './openedEntry.ts';
import { openStream } from './openStream.ts';
import { storedEntries } from './readEntry.ts';
import type { EngineFilter, IndexedCase, RegisterEngine } from './registerEngine.ts';
import { sealedDeliveries } from './sealedDeliveries.ts';
import { sealedLooks } from './sealedLooks.ts';
import { sealedNotes } from './sealedNotes.ts';
import { type Keys, openSealing, type Sealing } from './sealing.ts';
import { caseOf, caseStream } from './streams.ts';
import type { Vault } from './vault.ts';

/**
 * The register on any engine: chained, sealed, under pseudonyms. Throws KeysRefused where the keys do not belong to what the engine
 * keeps; then nothing was changed. May throw RegisterUnavailable.
 */
export async function sealedRegister({ engine, ...keys }: Keys & { readonly engine: RegisterEngine }): Promise<Register> {
  const sealing = await openSealing(keys, async () => isEmpty(engine));
  const vault = { engine, sealing };
  return {
    append: (request) => appendToCase(vault, request),
    ...reading(vault),
    ...finding(vault),
    ...sealedLooks(vault),
    ...sealedDeliveries(vault),
    ...sealedNotes(vault),
    claimDue: engine.claimDue,
    claimCase: engine.claimCase,
    settle: engine.settle,
    earliestDue: engine.earliestDue,
    wakeAll: engine.wakeAll,
    wake: engine.wake,
    neglected: engine.neglected,
    anchorHeads: (at) => anchorHeads(vault, at),
    close: async () => {
      await Promise.all([engine.close(), keys.keyStore.close()]);
    },
  };
}

/** Whatever has been written by now has a stream, and every stream is either not yet entered in the register's own or was. */
async function isEmpty(engine: RegisterEngine): Promise<boolean> {
  return (await engine.end('register')) === undefined && (await engine.unanchored(1)).length === 0;
}

type Reading = Pick<Register, 'read' | 'openedEntries'>;
function reading(vault: Vault): Reading {
  const readOnce = async (caseId: CaseId): Promise<StoredCase | undefined | 'unreadable'> => {
    const opened = await openStream(vault, caseStream(caseId));
    if (opened.length === 0) return undefined;
    const entries = storedEntries(caseId, opened, vault.sealing.cryptography.sha256);
    return entries === undefined ? 'unreadable' : { caseId, version: entries.length, entries };
  };
  return {
    read: async (caseId) => {
      const first = await readOnce(caseId);
      // Something may have been erased between the two readings; then the second one knows of it.
      const stored = first === 'unreadable' ? await readOnce(caseId) : first;
      if (stored === 'unreadable') throw new CaseUnreadable(caseId);
      return stored;
    },
    openedEntries: async (stream) => {
      const first = await openStream(vault, stream);
      const isShut = first.some(({ parts }) => parts.some(({ state }) => state === 'shut'));
      return (isShut ? await openStream(vault, stream) : first).map(openedEntry);
    },
  };
}

type Finding = Pick<Register, 'head' | 'findByNumber' | 'findByCommand' | 'nextOrdinal' | 'list'>;
function finding({ engine, sealing }: Vault): Finding {
  const caseNamed = async (name: string) => {
    const found = await engine.findName(name);
    const caseId = found && caseOf(found.stream);
    return found && caseId && { caseId, sequence: found.sequence };
  };
  return {
    head: async (caseId) => {
      const found = await engine.find(caseId);
      return found && caseHead(found);
    },
    findByNumber: async (number) => (await caseNamed(nameOfNumber(number)))?.caseId,
    findByCommand: (commandId) => caseNamed(sealing.pseudonym('message', commandId)),
    nextOrdinal: async (series, year) => 1 + (await engine.highestOrdinal(series, year)),
    list: async (filter) => (await engine.list(engineFilter(sealing, filter))).map(caseHead),
  };
}

function engineFilter(sealing: Sealing, { reporter, ...filter }: ListFilter): EngineFilter {
  return reporter === undefined ? filter : { ...filter, reporter: sealing.pseudonym('person', reporter) };
}

function caseHead({ series: _, year: __, ordinal: ___, reporter: ____, ...head }: IndexedCase): CaseHead {
  return head;
}
