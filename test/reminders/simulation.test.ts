import { describe, expect, it } from 'vitest';
import type { Absence } from '../../src/organisation.ts';
import type { OutgoingMessage } from '../../src/ports.ts';
import {
  channelGoneForgotten,
  digestOnce,
  nextStepOvertaken,
  recordedBeforeSent,
  withoutClockNumber,
  withoutFencing,
  withoutManagementStage,
  worksLater,
} from './simulation/plantedFaults.ts';
import { type PartOfRegister, plainRegister } from './simulation/plainRegister.ts';
import type { RegisterKind } from './simulation/registers.ts';
import { faultsOf, figuresLine, replayCommand, runNamed } from './simulation/report.ts';
import { type Result, type Run, simulate } from './simulation/simulate.ts';

const PROOF = process.env.FRISTWACHT_PROOF === '1';
const SEED = Number(process.env.FRISTWACHT_SEED ?? 20_260_327);
/** Up to twelve runs until the fault shows; on a busy machine that takes its time. */
const LONGEST_SEARCH_MS = 90_000;
const LONGEST_PROOF_MS = 4 * 60 * 60_000;
/** While the platform is up, the clocks are right and an instance runs, nothing waits for longer; a machine that sleeps is among it. */
const LATEST_MS = 2 * 60 * 60_000;

const isStage = ({ prompt }: OutgoingMessage): boolean => prompt.kind === 'reminder' && prompt.purpose === 'escalation';
const isOfPersons = ({ prompt }: OutgoingMessage): boolean =>
  prompt.kind === 'reminder' && prompt.duties.some(({ kind }) => kind === 'art34-1');
const isInstead = ({ to, prompt }: OutgoingMessage): boolean =>
  to.kind === 'person' && prompt.kind === 'reminder' && (prompt.channelsGone ?? []).length > 0;
const isOfDeputy = ({ person }: Absence): boolean => person === 'udo' || person === 'ulla';

type Plan = { readonly kind: RegisterKind; readonly runs: number; readonly cases: number; readonly days: number };
const PLANS: readonly Plan[] = PROOF
  ? [
      { kind: 'plain', runs: 48, cases: 40, days: 30 },
      { kind: 'sealed', runs: 6, cases: 12, days: 30 },
      { kind: 'embedded', runs: 6, cases: 8, days: 30 },
    ]
  : [
      { kind: 'plain', runs: 6, cases: 8, days: 6 },
      { kind: 'sealed', runs: 1, cases: 4, days: 4 },
      { kind: 'embedded', runs: 1, cases: 3, days: 4 },
    ];

describe('cases over the days, while processes stop, machines sleep, clocks jump and platforms fail', () => {
  for (const { kind, runs, cases, days } of PLANS) {
    it(`lose no reminder, double none, and keep the order: ${runs} runs of ${cases} cases over ${days} days, ${kind} (seed ${SEED})`, {
      timeout: LONGEST_PROOF_MS,
    }, async () => {
      const results: Result[] = [];
      const found: string[] = [];
      for (let run = 0; run < runs; run += 1) {
        const named = { kind, seed: SEED + run, cases, days };
        const result = await runNamed(named);
        results.push(result);
        const tooLate = result.latestMs < LATEST_MS ? [] : [`${result.latest} came too late`];
        const faults = [...faultsOf(result), ...tooLate];
        if (faults.length > 0) found.push(`to run it again: ${replayCommand(named)}`, ...faults);
      }
      expect(found).toEqual([]);
      console.log(`${kind}, ${days} days: ${figuresLine(results)}`);
      expect(results.reduce((sum, { owed }) => sum + owed, 0)).toBeGreaterThan(runs * cases * 5);
      if (runs > 2) {
        expect(results.reduce((sum, { stops }) => sum + stops, 0)).toBeGreaterThan(runs * days);
        expect(results.reduce((sum, { repetitions }) => sum + repetitions, 0)).toBeGreaterThan(runs);
      }
    });
  }

  it('comes again exactly with the same seed', async () => {
    const once = { kind: 'plain', seed: SEED, cases: 3, days: 3 } as const;
    expect(await runNamed(once)).toEqual(await runNamed(once));
  });
});

describe('a fault planted on purpose is found', () => {
  const RUNS = 12;
  type Plant = Pick<Run, 'planted' | 'roughness' | 'sleepiness'> & { readonly register?: () => PartOfRegister };
  /** The first faults of this kind that any of the runs shows. */
  const found = async (kind: RegExp, { register = plainRegister, ...plant }: Plant): Promise<readonly string[]> => {
    for (let run = 0; run < RUNS; run += 1) {
      const result = await simulate({ seed: SEED + run, cases: 6, days: 4, roughness: 4, ...plant, register: register() });
      const faults = faultsOf(result).filter((fault) => kind.test(fault));
      if (faults.length > 0) return faults;
    }
    return [];
  };

  it.each<Pick<Run, 'roughness' | 'sleepiness'>>(
    PROOF ? [{ roughness: 1 }, { roughness: 4 }, { roughness: 30 }, { roughness: 1, sleepiness: 30 }] : [{ roughness: 4 }],
  )('nowhere without a plant, however rough it is: %j', async (rough) => {
    for (let run = 0; run < (PROOF ? RUNS : 2); run += 1) {
      const result = await simulate({ seed: SEED + run, cases: 6, days: 4, ...rough, register: plainRegister() });
      expect(faultsOf(result), `seed ${SEED + run}`).toEqual([]);
    }
  });

  it.each<[string, RegExp, Plant]>([
    ['a claim without fencing', /^doubled: /, { register: withoutFencing, roughness: 1, sleepiness: 30 }],
    ['slots without the number of their clock', /lost: .*clock-[2-9]/, { register: withoutClockNumber }],
    ['a message recorded as sent before it is', /lost|never arrived/, { register: recordedBeforeSent }],
    [
      'what somebody said marked as seen before it is recorded',
      /lost: what somebody said/,
      { planted: { seenFirst: true }, roughness: 30 },
    ],
    ['a step overtaken by nothing', /unheard: .*\/owed, due/, { register: nextStepOvertaken, roughness: 1 }],
    [
      'what waits for longer than until work begins',
      /unheard: .*\/owed, due/,
      { planted: { mistaken: worksLater }, roughness: 1 },
    ],
    [
      'a stage of the management that never comes',
      /unheard: .*management of/,
      { planted: { mistaken: withoutManagementStage }, roughness: 1 },
    ],
    ['a deputy who is away and told all the same', /unheard: .*deputy of/, { planted: { overlooked: isOfDeputy }, roughness: 1 }],
    [
      'a stage that the platform swallows',
      /unheard: .*(deputy|management) of/,
      { planted: { swallowed: isStage }, roughness: 1 },
    ],
    ['a duty that falls silent', /unheard: .*art34-1.*\/owed, due/, { planted: { swallowed: isOfPersons }, roughness: 1 }],
    ['a digest that is told once and never again', /unheard: digest/, { register: digestOnce, roughness: 1 }],
    [
      'a channel that is gone and forgotten',
      /unheard: .*for the channel that is gone/,
      { register: channelGoneForgotten, roughness: 1 },
    ],
    [
      'what is told in the place of a channel and never arrives',
      /unheard: .*for the channel/,
      { planted: { swallowed: isInstead }, roughness: 1 },
    ],
    ['„I am on it“ beyond half of the time left', /unheard: .*\/owed, due/, { planted: { endlessPauses: true }, roughness: 1 }],
  ])('%s', { timeout: LONGEST_SEARCH_MS }, async (_, kind, plant) => {
    expect(await found(kind, plant)).not.toEqual([]);
  });
});
