import { fold } from '../../../src/breach/evolve.ts';
import { caseSummary } from '../../../src/register/caseSummary.ts';
import { reconcileCase, reconcileDue } from '../../../src/reminders/reconcile.ts';
import type { RemindersWorld } from '../../../src/reminders/remindersWorld.ts';
import { wakeWhenSetBack } from '../../../src/reminders/wakeWhenSetBack.ts';
import { type Absence, caseSetting, type Organisation } from '../../../src/organisation.ts';
import type { OutgoingMessage } from '../../../src/ports.ts';
import { ORGANISATION } from '../../../src/register/organisationStream.ts';
import { caseNumber, personId } from '../../../src/breach/identifiers.ts';
import type { Instant } from '../../../src/rules/instant.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { courses, type Inbound } from './course.ts';
import { houseFor, newPresence, type PlannedAbsence } from './house.ts';
import { type Hazards, type Host, type Life, type Ports, portsOf, type Surroundings } from './instance.ts';
import { type Figures, judgeOf } from './judge.ts';
import { listenerOf } from './listener.ts';
import type { PartOfRegister } from './plainRegister.ts';
import { type Span, troubledPlatform } from './troubledPlatform.ts';
import { virtualTime } from './virtualTime.ts';

export type Run = {
  readonly seed: number;
  readonly cases: number;
  readonly days: number;
  readonly register: PartOfRegister;
  readonly planted?: Planted;
  /** How many times as often as usual processes stop and machines sleep. */
  readonly roughness?: number;
  /** The same of sleeping machines alone. */
  readonly sleepiness?: number;
};
/** Faults planted on purpose beside those of the register. */
export type Planted = {
  /** What people say is marked as seen before it is recorded. */
  readonly seenFirst?: boolean;
  /** „I am on it“ lasts as long as somebody wishes. */
  readonly endlessPauses?: boolean;
  /** The bot goes by another house than the one it works for. */
  readonly mistaken?: (organisation: Organisation) => Organisation;
  /** The bot does not know that some are away. */
  readonly overlooked?: (absence: Absence) => boolean;
  /** What the platform says that it took, and nobody ever sees. */
  readonly swallowed?: (message: OutgoingMessage) => boolean;
};
export type Result = Omit<Figures, 'faults'> & {
  readonly faults: Figures['faults'] & {
    /** What the listener misses, which knows the words of the promise and nothing of the code that reminds. */
    readonly unheard: readonly string[];
  };
  readonly instances: number;
  readonly start: string;
  readonly stops: number;
  readonly sleeps: number;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LEASE_SECONDS = 60;
/** In the end nothing goes wrong any more, so that what is owed can arrive. */
const CALM = 5 * HOUR;
const JUMP = 2 * HOUR;
const ANSWERED_WITHIN = 20_000;

/** Before the clocks go forward and back, before Christmas, before Easter, the First of May and a bridge day, and in an ordinary week. */
const STARTS = [
  '2026-03-25T06:00Z',
  '2026-10-21T06:00Z',
  '2026-12-18T06:00Z',
  '2026-04-01T06:00Z',
  '2027-03-24T06:00Z',
  '2026-09-07T06:00Z',
  '2026-05-11T06:00Z',
];

export async function simulate({
  seed,
  cases,
  days,
  register,
  planted = {},
  roughness = 1,
  sleepiness = roughness,
}: Run): Promise<Result> {
  const { seenFirst = false, mistaken = (organisation) => organisation, overlooked = () => false } = planted;
  const chance = chanceFrom(seed);
  const start = Date.parse(STARTS[seed % STARTS.length]!);
  const end = start + days * DAY;
  const calmFrom = end - CALM;
  const time = virtualTime(start);
  const instances = 1 + (seed % 3);
  const platforms = (['desk', 'slack'] as const).map((platform) =>
    troubledPlatform(platform, troublesOf(platform, chance, start, calmFrom), chance),
  );
  const { organisation, plannedAbsences } = houseFor(seed, start, end);
  const presence = newPresence();
  const known = { ...presence, list: () => presence.list().filter((absence) => !overlooked(absence)) };
  const employer = mistaken(organisation);
  const listener = listenerOf({ organisation, platforms, now: time.now });
  const judge = judgeOf({ organisation: employer, platforms, now: time.now, presence: known, listener });
  const troubled: Span[] = [];
  const wrongClocks: Span[] = [];
  const count = { stops: 0, sleeps: 0 };
  const meanLife = chance.between(1, 24) * HOUR;
  const lives = new Map<Host, Life>();
  const isCalm = (): boolean => time.now() >= calmFrom;
  const calm: Hazards = { stop: 0, sleep: 0 };
  const rough: Hazards = { stop: roughness / 1500, sleep: sleepiness / 6000 };
  const hosts = Array.from({ length: instances }, (_, number): Host => ({ number, clockOffMs: 0, sleepsUntil: 0 }));
  /** One machine of several may be lost for good. */
  const lostHost = instances > 1 && chance.isLikely(0.3) ? hosts[0] : undefined;
  const lostFrom = start + chance.between(0.2, 0.8) * (end - start);

  const around: Surroundings = {
    ...{ time, chance, register, platforms, judge, presence: known },
    isSwallowed: planted.swallowed ?? (() => false),
    hazards: () => (isCalm() ? calm : rough),
    stopped: stop,
    slept: () => void (count.sleeps += 1),
  };

  const downSince: { at?: number } = {};
  function stop(life: Life): void {
    if (!life.isAlive) return;
    life.isAlive = false;
    count.stops += 1;
    lives.delete(life.host);
    if (lives.size === 0) downSince.at = time.now();
    const rest = isCalm() ? 1000 : chance.isLikely(0.7) ? chance.between(1_000, 60_000) : chance.between(MINUTE, 30 * MINUTE);
    time.at(time.now() + Math.floor(rest), () => begin(life.host));
  }

  function begin(host: Host): void {
    if (host === lostHost && time.now() > lostFrom) return;
    if (downSince.at !== undefined) troubled.push({ from: downSince.at, until: time.now() });
    delete downSince.at;
    const life: Life = { host, isAlive: true, name: `${host.number}/${count.stops}` };
    lives.set(host, life);
    void lifeOf(life, portsOf(around, life));
    const age = -Math.log(1 - chance.next()) * meanLife;
    time.at(time.now() + Math.floor(age), () => {
      if (!isCalm()) stop(life);
    });
  }

  /** As the bot runs: at its start every open case is looked at again, then every minute what is due. */
  async function lifeOf(life: Life, ports: Ports): Promise<void> {
    const { clock, timer, channels, absences } = ports;
    const world: RemindersWorld = {
      ...{ register: ports.register, clock, timer, channels, absences, organisation: employer, leaseSeconds: LEASE_SECONDS },
      resting: new Map(),
      alarm: () => undefined,
    };
    inboxes.set(life, (inbound) => handle(ports, world, inbound));
    wakers.set(life, () => ports.register.wakeAll(clock.now()));
    await ports.register.wakeAll(clock.now());
    await ports.register.wake(ORGANISATION, clock.now());
    const wakeIfSetBack = wakeWhenSetBack(world);
    let busySince: number | undefined;
    const tick = async (): Promise<void> => {
      if (!life.isAlive) return;
      time.at(time.now() + MINUTE, tick);
      if (life.host.sleepsUntil > time.now()) return;
      if (busySince !== undefined && time.now() - busySince < 120_000) return;
      const due = await register.earliestDue();
      const isSetBack = life.host.clockOffMs !== lastOff.get(life);
      if (!isSetBack && (due === undefined || due > clock.now())) return;
      lastOff.set(life, life.host.clockOffMs);
      busySince = time.now();
      void wakeIfSetBack()
        .then(() => reconcileDue(world))
        .finally(() => (busySince = undefined));
    };
    time.at(time.now(), tick);
  }
  const lastOff = new Map<Life, number>();
  const inboxes = new Map<Life, (inbound: Inbound) => Promise<void>>();
  const wakers = new Map<Life, () => Promise<void>>();
  const awake = (): readonly Life[] => [...lives.values()].filter(({ host }) => host.sleepsUntil <= time.now());

  // ------------------------------------------------------------ who is away

  /** Told to any instance that listens; whoever finds none tries again. Every case is looked at anew then. */
  function tell(change: () => void): void {
    const [there] = awake();
    if (there === undefined) {
      time.at(time.now() + MINUTE, () => tell(change));
      return;
    }
    change();
    void wakers.get(there)?.();
  }

  function planAbsence({ person, from, until, endsAt }: PlannedAbsence): void {
    time.at(from, () => tell(() => presence.leave(person, time.now(), until)));
    if (endsAt < until) time.at(endsAt, () => tell(() => presence.comeBack(person, time.now())));
  }

  // ------------------------------------------------------------ what people say

  const seenAlready = new Set<string>();
  async function handle(ports: Ports, world: RemindersWorld, inbound: Inbound): Promise<void> {
    const { id, caseId, events, ordinal } = inbound;
    if (seenFirst) {
      if (seenAlready.has(id)) return void answered.add(id);
      await ports.step(async () => seenAlready.add(id));
    }
    for (;;) {
      const stored = await ports.register.read(caseId);
      const before = stored?.entries.flatMap((entry) => entry.events) ?? [];
      // Only a planted fault can lose the report; what is said of it then finds nothing.
      if (before.length === 0 && events[0].type !== 'BreachReported') return void answered.add(id);
      // Handed over twice at once: the other instance was quicker.
      if (before.length > 0 && events[0].type === 'BreachReported') return void answered.add(id);
      const state = fold([...before, ...events]);
      if (state.status === 'none') throw new Error('A report opens a case.');
      const at = new Date(time.now()).toISOString() as Instant;
      const { outcome } = await ports.append({
        ...{
          caseId,
          expectedVersion: stored?.version ?? 0,
          commandId: `command ${id}`,
          inboundIds: [id],
          at,
          by: personId('desk:rita'),
        },
        ...{ events, summary: caseSummary(state) },
        ...(stored === undefined && { number: caseNumber('DP', 2026, ordinal) }),
      });
      // The number before it is still on its way; it comes again.
      if (outcome === 'number-taken') return;
      if (outcome !== 'conflict') break;
    }
    answered.add(id);
    await reconcileCase(world, caseId);
  }

  const answered = new Set<string>();
  /** The chat platform hands it over again until somebody says that it was taken; what follows of the same case waits for it. */
  function handOver(inbounds: readonly Inbound[], place: number): void {
    const inbound = inbounds[place];
    if (inbound === undefined) return;
    if (answered.has(inbound.id)) {
      handOver(inbounds, place + 1);
      return;
    }
    if (time.now() < inbound.at) {
      time.at(inbound.at, () => handOver(inbounds, place));
      return;
    }
    const there = awake();
    const inbox = there.length === 0 ? undefined : inboxes.get(chance.oneOf(there));
    void inbox?.(inbound);
    time.at(time.now() + (inbox === undefined ? 5_000 : ANSWERED_WITHIN), () => handOver(inbounds, place));
  }

  // ------------------------------------------------------------ the course of the run

  const wanted = { seed, cases, start, chance, withinHours: (days * 24 * 2) / 3, setting: caseSetting(organisation) };
  const said = courses({ ...wanted, endlessPauses: planted.endlessPauses ?? false }).filter(({ at }) => at < calmFrom);
  for (const host of hosts) time.at(start + host.number * 7_000, () => begin(host));
  for (const inbounds of Map.groupBy(said, ({ caseId }) => caseId).values()) handOver(inbounds, 0);
  for (const absence of plannedAbsences) if (absence.from < calmFrom) planAbsence(absence);
  for (let jump = 0; jump < days / 4; jump += 1) planJump();

  function planJump(): void {
    const from = start + chance.between(0, 0.9) * (calmFrom - start);
    const until = Math.min(calmFrom, from + chance.between(0.5, 5) * HOUR);
    const by = chance.oneOf([-JUMP, JUMP]);
    const moved = chance.isLikely(0.5) ? hosts : [chance.oneOf(hosts)];
    const move = (ms: number) => () => moved.forEach((host) => (host.clockOffMs = ms));
    time.at(from, move(by));
    time.at(until, move(0));
    troubled.push({ from, until: until + 2 * MINUTE });
    wrongClocks.push({ from, until: until + 2 * MINUTE });
  }

  await time.runUntil(end);
  const figures = await judge.accounts((id) => register.deliveries(id), said, troubled);
  const unheard = listener.unheard({ troubled, wrongClocks, absences: presence.list(), start });
  return { ...figures, faults: { ...figures.faults, unheard }, instances, start: STARTS[seed % STARTS.length]!, ...count };
}

function troublesOf(platform: 'desk' | 'slack', chance: Chance, start: number, calmFrom: number) {
  const span = (hours: number): Span => {
    const from = start + chance.between(0, 0.95) * (calmFrom - start);
    return { from, until: Math.min(calmFrom, from + hours * HOUR) };
  };
  const short = chance.between(0.1, 0.7);
  return {
    outages: platform === 'slack' ? [span(3), span(short)] : [span(short)],
    gone: platform === 'slack' ? [span(chance.between(3, 40))] : [],
    rate: chance.between(0.02, 0.15),
  };
}
