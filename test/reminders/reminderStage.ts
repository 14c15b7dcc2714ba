import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedRegister } from '../../adapters/stores/openEmbeddedRegister.ts';
import { realTimer } from '../../adapters/timer/realTimer.ts';
import type { BreachEvent } from '../../src/breach/events.ts';
import { fold } from '../../src/breach/evolve.ts';
import { type CaseId, caseId, caseNumber } from '../../src/breach/identifiers.ts';
import type { Organisation } from '../../src/organisation.ts';
import type { Clock, Register } from '../../src/ports.ts';
import { type CaseSummary, caseSummary } from '../../src/register/caseSummary.ts';
import { reconcileDue } from '../../src/reminders/reconcile.ts';
import type { Alarm, RemindersWorld } from '../../src/reminders/remindersWorld.ts';
import { addHours, type Instant } from '../../src/rules/instant.ts';
import { type FakePlatform, fakePlatform, type Shown } from '../support/fakePlatform.ts';
import { assessed, organisation, reported, reportedAt } from './sampleCase.ts';

/** The real register in a file, a platform that fails as told, and a clock that stands still until it is set. */
export type Stage = {
  readonly register: Register;
  readonly desk: FakePlatform;
  readonly slack: FakePlatform;
  readonly alarms: readonly Alarm[];
  readonly clock: Clock & { set: (now: Instant) => void };
  /** A worker; all of them share register, platforms and clock unless told otherwise. */
  readonly worker: (wanted?: Partial<RemindersWorld>) => RemindersWorld;
  readonly open: (name: string, ordinal: number, ...events: readonly BreachEvent[]) => Promise<CaseId>;
  readonly append: (id: CaseId, ...events: readonly [BreachEvent, ...BreachEvent[]]) => Promise<void>;
  /** Ticks every minute of the clock's course, both ends included. */
  readonly tickUntil: (until: Instant, stepMinutes?: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** The simulation writes tens of thousands of times; where Linux keeps files in memory, no disk has to follow. */
const MEMORY = '/dev/shm';
const quickFolder = (): string => (existsSync(MEMORY) ? MEMORY : tmpdir());

export async function reminderStage(wanted: Partial<Organisation> = {}): Promise<Stage> {
  const folder = mkdtempSync(join(quickFolder(), 'fristwacht-reminders-'));
  const register = await openEmbeddedRegister(join(folder, 'register.db'), { ids: { next: () => randomUUID() } });
  let now = reportedAt;
  const clock = { now: () => now, set: (to: Instant) => void (now = to) };
  const alarms: Alarm[] = [];
  const [desk, slack] = [fakePlatform('desk', clock), fakePlatform('slack', clock)];
  const worker: Stage['worker'] = (other = {}) => ({
    ...{ register, clock, organisation: { ...organisation, ...wanted }, channels: [desk], leaseSeconds: 60, timer: realTimer },
    alarm: (alarm) => void alarms.push(alarm),
    ...other,
  });
  let commands = 0;
  return {
    ...{ register, desk, slack, alarms, clock, worker },
    open: async (name, ordinal, ...events) => {
      const first = { ...reported, number: caseNumber('DP', 2026, ordinal), at: now } as BreachEvent;
      const all: readonly [BreachEvent, ...BreachEvent[]] = [
        first,
        ...(events.length > 0 ? events : [assessed(now, { kind: 'art33-1' })]),
      ];
      const about = {
        caseId: caseId(name),
        expectedVersion: 0,
        commandId: `open ${name}`,
        inboundIds: [],
        at: now,
        by: first.by,
      };
      await register.append({ ...about, events: all, summary: summaryOf(all), number: caseNumber('DP', 2026, ordinal) });
      return caseId(name);
    },
    append: async (id, ...events) => {
      const stored = await register.read(id);
      const about = {
        caseId: id,
        expectedVersion: stored?.version ?? 0,
        commandId: `command ${(commands += 1)}`,
        inboundIds: [],
      };
      const before = stored?.entries.flatMap((entry) => entry.events) ?? [];
      await register.append({ ...about, at: now, by: events[0].by, events, summary: summaryOf([...before, ...events]) });
    },
    tickUntil: async (until, stepMinutes = 1) => {
      for (; now <= until; now = addHours(now, stepMinutes / 60)) await reconcileDue(worker());
      now = until;
    },
    close: async () => {
      await register.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The case as it stands with these events. */
export function summaryOf(events: readonly BreachEvent[]): CaseSummary {
  const record = fold(events);
  if (record.status === 'none') throw new Error('There is no case in these events.');
  return caseSummary(record);
}

/** The announcements among what arrived, without the surfaces. */
export const announced = (shown: readonly Shown[]): readonly Shown[] =>
  shown.filter(({ prompt }) => prompt.kind !== 'receipt' && prompt.kind !== 'caseCard');
export const remindersTo = (shown: readonly Shown[], id: string): readonly Shown[] =>
  shown.filter(({ prompt, to }) => prompt.kind === 'reminder' && to.id === id);
