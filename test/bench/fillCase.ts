import { caseId, caseNumber, partsOfCaseNumber } from '../../src/breach/identifiers.ts';
import type { BreachEvent } from '../../src/breach/events.ts';
import { NO_ENTRY } from '../../src/register/entryHash.ts';
import { keepRing } from '../../src/register/keepRing.ts';
import type { RegisterEngine } from '../../src/register/registerEngine.ts';
import { sealEntry } from '../../src/register/sealEntry.ts';
import type { Sealing } from '../../src/register/sealing.ts';
import { caseStream } from '../../src/register/streams.ts';
import type { Instant } from '../../src/rules/instant.ts';
import type { CaseHistory } from './caseHistories.ts';
import { NOW } from './population.ts';

const REPORTERS = 997;
export const nameOf = (ordinal: number) => caseId(`case-${String(ordinal).padStart(7, '0')}`);

/**
 * One case, entry by entry through sealing and engine as always: chained, each part under its own key, each key wrapped. Only the questions
 * that the register asks before each write are left out, the index comes with the last entry, and whether a write is durable is a matter of
 * the engine that is handed in.
 */
export async function fillCase(
  engine: RegisterEngine,
  sealing: Sealing,
  ordinal: number,
  history: CaseHistory,
  nextDueAt: Instant | undefined,
): Promise<void> {
  const id = nameOf(ordinal);
  const number = caseNumber('DP', 2026, ordinal);
  const openedAt = history[0]?.at ?? NOW;
  const reporter = sealing.pseudonym('person', `reporter ${ordinal % REPORTERS}`);
  const opened = { caseId: id, number, ...partsOfCaseNumber(number), reporter, openedAt };
  let previous = NO_ENTRY;
  for (const [place, { at, by, events, summary }] of history.entries()) {
    const names = [`command ${place} of ${id}`, `message ${place} of ${id}`].map((name) => sealing.pseudonym('message', name));
    const draft = {
      ...{ stream: caseStream(id), sequence: place + 1, previous, at, by },
      names: place === 0 ? [...names, `number:${number}`] : names,
      body: { events: events.map((event): BreachEvent => (event.type === 'BreachReported' ? { ...event, number } : event)) },
    };
    const entry = await keepRing(sealing, () => sealEntry(sealing, draft));
    const isLast = place === history.length - 1;
    const { outcome } = await engine.append({ entry, at, ...(isLast && { index: { ...opened, ...summary } }) });
    if (outcome !== 'appended') throw new Error(`The filler and the engine disagree: ${outcome}.`);
    previous = entry.hash;
  }
  await settleCase(engine, ordinal, history, nextDueAt);
}

async function settleCase(
  engine: RegisterEngine,
  ordinal: number,
  history: CaseHistory,
  nextDueAt: Instant | undefined,
): Promise<void> {
  const at = history.at(-1)?.at;
  const claim = at && (await engine.claimCase(nameOf(ordinal), at, 60));
  if (claim === undefined) throw new Error('A case that was just written is not leased to anybody.');
  await engine.settle(claim, history.length, nextDueAt);
}
