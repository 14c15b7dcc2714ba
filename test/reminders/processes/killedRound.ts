import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { caseNumber, personId } from '../../../src/breach/identifiers.ts';
import { fold } from '../../../src/breach/evolve.ts';
import { type AppendRequest, type OutgoingMessage, type Register, RegisterUnavailable } from '../../../src/ports.ts';
import { caseSummary } from '../../../src/register/caseSummary.ts';
import { addresseeName } from '../../../src/reminders/slot.ts';
import type { Instant } from '../../../src/rules/instant.ts';
import { caseSetting } from '../../../src/organisation.ts';
import { organisation } from '../sampleCase.ts';
import { type Chance, chanceFrom } from '../simulation/chance.ts';
import { courses, type Inbound } from '../simulation/course.ts';
import { type Figures, judgeOf } from '../simulation/judge.ts';
import { openChatServer } from './chatServer.ts';
import { openPlace, type Place, type Setting } from './reminderProcess.ts';
import { momentIn, type SharedTime } from './sharedTime.ts';

export type Round = {
  readonly place: Place;
  readonly seed: number;
  readonly cases: number;
  /** Of real time: while everything goes wrong, and afterwards. */
  readonly roughSeconds: number;
  readonly calmSeconds: number;
  /** Hours on the clock of the test while it is rough. */
  readonly hours: number;
};
export type RoundResult = Figures & { readonly kills: number; readonly answersLost: number; readonly latestRealSeconds: number };

const INSTANCES = 3;
const BASE = Date.parse('2026-03-27T16:40:00Z');
const HOUR = 3_600_000;
/** What fell due so shortly before the end is not yet late. */
const GRACE_MS = 3_000;
/** Between the last look of an instance at a case and the arrival of its message. */
const ON_THE_WIRE_MS = 2_000;
const child = fileURLToPath(new URL('reminderProcess.ts', import.meta.url));

/** Three processes on one register remind of cases that people bring about meanwhile, and are killed at random. */
export async function killedRound(round: Round): Promise<RoundResult> {
  const { place, seed, cases, roughSeconds, calmSeconds, hours } = round;
  const chance = chanceFrom(seed);
  const register = await openPlace(place);
  const time: SharedTime = { base: BASE, startedAt: Date.now(), speed: (hours * HOUR) / (roughSeconds * 1000) };
  const frozen: { at?: number } = {};
  const now = (): number => frozen.at ?? momentIn(time);
  const platform = { platform: 'slack' as const, outages: [], gone: [], count: { answersLost: 0 } };
  const platforms = [{ ...platform, receive: never, find: never }];
  const judge = judgeOf({ organisation, now, platforms, presence: { list: () => [] } });
  const order = orderOf();
  const ends = endsOf();
  const chat = await openChatServer(chance, ({ message, clockAt }, post) => {
    const caseId = 'caseId' in message.prompt ? message.prompt.caseId : undefined;
    judge.arrived({ caseId, slots: [], clockAt }, message, post);
    order.note(message);
    ends.note(message);
  });
  const wanted = {
    seed,
    cases,
    start: BASE,
    withinHours: hours / 3,
    chance,
    setting: caseSetting(organisation),
    endlessPauses: false,
  };
  const said = courses(wanted).filter(({ at }) => at < BASE + hours * HOUR);
  const people = Promise.all(
    [...Map.groupBy(said, ({ caseId }) => caseId).values()].map((inbounds) =>
      sayAll(register, inbounds, time, (request) => {
        judge.appended(request);
        ends.appended(request);
      }),
    ),
  );
  const { kills, stop } = await killAtRandom(
    { place, chat: chat.url, time },
    chance,
    roughSeconds * 1000,
    (mood) => (chat.mood = mood),
  );
  await people;
  chat.mood = 'calm';
  await pause(calmSeconds * 1000);
  frozen.at = momentIn(time) - GRACE_MS * time.speed;
  await stop();
  for (const caseId of new Set(said.map((inbound) => inbound.caseId))) {
    judge.recorded(
      { host: { number: 0, clockOffMs: 0, sleepsUntil: 0 }, isAlive: true, name: 'the end' },
      caseId,
      await register.deliveries(caseId),
    );
  }
  const figures = await judge.accounts((caseId) => register.deliveries(caseId), said, []);
  await chat.close();
  await register.close();
  const faults = { ...figures.faults, other: [...figures.faults.other, ...order.faults, ...ends.faults] };
  const latestRealSeconds = figures.latestMs / time.speed / 1000;
  return { ...figures, faults, kills, answersLost: chat.answersLost(), latestRealSeconds };
}

const never = (): never => {
  throw new Error('This platform is asked over HTTP.');
};

/** What one person after the other says of one case, each when its time has come; what is unclear is said again. */
async function sayAll(
  register: Register,
  inbounds: readonly Inbound[],
  time: SharedTime,
  done: (request: AppendRequest) => void,
) {
  let version = 0;
  for (const { at, caseId, events, id, ordinal } of inbounds) {
    await pause(Math.max(0, (at - momentIn(time)) / time.speed));
    for (let isDone = false; !isDone; ) {
      const before = version === 0 ? [] : ((await register.read(caseId).catch(() => undefined))?.entries ?? []);
      if (version > 0 && before.length === 0) continue;
      const state = fold([...before.flatMap((entry) => entry.events), ...events]);
      if (state.status === 'none') throw new Error('A report opens a case.');
      const request: AppendRequest = {
        ...{ caseId, expectedVersion: version, commandId: `command ${id}`, inboundIds: [id], by: personId('desk:rita'), events },
        ...{ at: new Date(momentIn(time)).toISOString() as Instant, summary: caseSummary(state) },
        ...(version === 0 && { number: caseNumber('DP', 2026, ordinal) }),
      };
      const outcome = await register.append(request).catch(unavailable);
      isDone = outcome?.outcome === 'appended' || outcome?.outcome === 'repeated';
      if (isDone) done(request);
      else await pause(20);
    }
    version += 1;
  }
}

function unavailable(error: unknown): undefined {
  if (!(error instanceof RegisterUnavailable)) throw error;
}

async function killAtRandom(setting: Setting, chance: Chance, roughMs: number, feel: (mood: 'rough' | 'silent') => void) {
  const alive = new Map<number, ChildProcess>();
  const begin = (place: number): void => {
    const env = { ...process.env, FRISTWACHT_TEST_SETTING: JSON.stringify(setting) };
    alive.set(place, spawn(process.execPath, [child], { env, stdio: ['pipe', 'inherit', 'inherit'] }));
  };
  for (let place = 0; place < INSTANCES; place += 1) begin(place);
  const end = Date.now() + roughMs;
  const silentFrom = Date.now() + chance.between(0.3, 0.6) * roughMs;
  let kills = 0;
  while (Date.now() < end) {
    await pause(chance.between(300, 3_500));
    const isSilent = Date.now() > silentFrom && Date.now() < silentFrom + roughMs / 12;
    feel(isSilent ? 'silent' : 'rough');
    const place = chance.whole(0, INSTANCES - 1);
    await kill(alive.get(place));
    kills += 1;
    await pause(chance.between(0, 600));
    begin(place);
  }
  return { kills, stop: () => Promise.all([...alive.values()].map(kill)) };
}

async function kill(process: ChildProcess | undefined): Promise<void> {
  if (process === undefined || process.exitCode !== null || process.signalCode !== null) return;
  const ended = once(process, 'exit');
  process.kill('SIGKILL');
  await ended;
}

/** A reader never gets an older state of a case after a newer one. */
function orderOf() {
  const latest = new Map<string, Instant>();
  const faults: string[] = [];
  const note = ({ prompt, to }: OutgoingMessage): void => {
    if (prompt.kind !== 'reminder') return;
    const place = `${prompt.caseId} ${addresseeName(to)}`;
    const before = latest.get(place);
    if (before !== undefined && prompt.asOf < before) faults.push(`out of order: ${place}, ${prompt.asOf} after ${before}`);
    latest.set(place, prompt.asOf);
  };
  return { note, faults };
}

/** No reminder of a duty sets out after its end was recorded. */
function endsOf() {
  const ended = new Map<string, number>();
  const events = new Map<string, AppendRequest['events'][number][]>();
  const faults: string[] = [];
  return {
    faults,
    appended: (request: AppendRequest): void => {
      const all = [...(events.get(request.caseId) ?? []), ...request.events];
      events.set(request.caseId, all);
      const state = fold(all);
      if (state.status === 'none') return;
      for (const { id, end } of state.duties) {
        const key = `${request.caseId} ${id}`;
        if (end === undefined) ended.delete(key);
        else if (!ended.has(key)) ended.set(key, Date.now());
      }
    },
    note: ({ prompt }: OutgoingMessage): void => {
      if (prompt.kind !== 'reminder') return;
      for (const { id } of prompt.duties) {
        const end = ended.get(`${prompt.caseId} ${id}`);
        if (end !== undefined && Date.now() > end + ON_THE_WIRE_MS) faults.push(`after its end: ${prompt.caseId} ${id}`);
      }
    },
  };
}
