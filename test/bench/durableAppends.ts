import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { caseId, caseNumber } from '../../src/breach/identifiers.ts';
import type { BreachEvent } from '../../src/breach/events.ts';
import type { AppendRequest, Register } from '../../src/ports.ts';
import { closedHistory } from './caseHistories.ts';
import { milliseconds, quantile } from './quantile.ts';

const WARM_UP = 2;
const CASES = 40;
const SYNCS = 200;
const PAGE = Buffer.alloc(4096);

/** One writer, one entry after the other, each on the disk before the next: what the person who writes waits for. */
export async function appendLine(register: Register, what: string): Promise<string> {
  const times: number[] = [];
  for (let turn = 0; turn < WARM_UP + CASES; turn += 1) {
    const ordinal = await register.nextOrdinal('DP', 2026);
    for (const place of closedHistory.keys()) {
      const request = requestFor(ordinal, place);
      const start = performance.now();
      const { outcome } = await register.append(request);
      if (turn >= WARM_UP) times.push(performance.now() - start);
      if (outcome !== 'appended') throw new Error(`The bench and the register disagree: ${outcome}.`);
    }
  }
  const perSecond = Math.round((times.length * 1000) / times.reduce((sum, time) => sum + time, 0));
  return `${what}: ${perSecond} a second, p50 ${milliseconds(quantile(times, 0.5))}, p99 ${milliseconds(quantile(times, 0.99))} (${times.length} entries)\n`;
}

function requestFor(ordinal: number, place: number): AppendRequest {
  const step = closedHistory[place];
  if (step === undefined) throw new RangeError('The history has no such entry.');
  const number = caseNumber('DP', 2026, ordinal);
  const numbered = (event: BreachEvent): BreachEvent => (event.type === 'BreachReported' ? { ...event, number } : event);
  const [first, ...more] = step.events;
  const id = `appended-${ordinal}`;
  return {
    ...{ ...step, caseId: caseId(id), expectedVersion: place, commandId: `command ${place} of ${id}` },
    ...{ inboundIds: [`message ${place} of ${id}`], events: [numbered(first), ...more.map(numbered)] },
    ...(place === 0 && { number }),
  };
}

/** What the disk alone takes to make one page durable; an append to the embedded register takes at least two of these. */
export function syncLine(file: string): string {
  const opened = openSync(file, 'a');
  const times: number[] = [];
  for (let turn = 0; turn < SYNCS; turn += 1) {
    const start = performance.now();
    writeSync(opened, PAGE);
    fsyncSync(opened);
    times.push(performance.now() - start);
  }
  closeSync(opened);
  return `for comparison, one page written and synced on this disk: p50 ${milliseconds(quantile(times, 0.5))}, p99 ${milliseconds(quantile(times, 0.99))}\n`;
}
