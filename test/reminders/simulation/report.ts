import { REGISTERS, type RegisterKind } from './registers.ts';
import { type Result, simulate } from './simulate.ts';

/** One run, by what is needed to run it again. */
export type Named = { readonly kind: RegisterKind; readonly seed: number; readonly cases: number; readonly days: number };

export async function runNamed({ kind, seed, cases, days }: Named): Promise<Result> {
  const register = await REGISTERS[kind]();
  try {
    return await simulate({ seed, cases, days, register });
  } finally {
    await register.close();
  }
}

export const replayCommand = ({ kind, seed, cases, days }: Named): string =>
  `npx node test/reminders/simulation/replay.ts ${kind} ${seed} ${cases} ${days}`;

type Faults = Omit<Result['faults'], 'unheard'> & Partial<Pick<Result['faults'], 'unheard'>>;

export const faultsOf = ({ faults }: { readonly faults: Faults }): readonly string[] => [
  ...faults.lost.map((fault) => `lost: ${fault}`),
  ...faults.doubled.map((fault) => `doubled: ${fault}`),
  ...faults.late.map((fault) => `late: ${fault}`),
  ...faults.other,
  ...(faults.unheard ?? []).map((fault) => `unheard: ${fault}`),
];

/** The figures of one run or several together. */
export function figuresLine(results: readonly Result[]): string {
  const sum = (of: (result: Result) => number): number => results.reduce((total, result) => total + of(result), 0);
  const latest = Math.max(...results.map(({ latestMs }) => latestMs));
  return [
    `cases ${sum(({ cases }) => cases)}`,
    `reminders owed ${sum(({ owed }) => owed)}`,
    `delivered ${sum(({ delivered }) => delivered)}`,
    `ended before they could be ${sum(({ endedFirst }) => endedFirst)}`,
    `lost ${sum(({ faults }) => faults.lost.length)}`,
    `doubled ${sum(({ faults }) => faults.doubled.length)}`,
    `owed by the words of the promise and never heard in time ${sum(({ faults }) => faults.unheard.length)}`,
    `out of order or begun after the end ${sum(({ faults }) => faults.other.length)}`,
    `repetitions ${sum(({ repetitions }) => repetitions)}`,
    `latest delivery after due while the platform was up: ${(latest / 60_000).toFixed(1)} min`,
    `(messages ${sum(({ messages }) => messages)}, processes stopped ${sum(({ stops }) => stops)} times, machines slept ${sum(({ sleeps }) => sleeps)} times)`,
  ].join(', ');
}
