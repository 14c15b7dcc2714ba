// How fast is `assess`? Beside `json-rules-engine` with the same rules on the same 18 cases, in one run on one machine, so that the
// ratio means something anywhere: `npm run bench -- rules`. The times themselves mean something only on the machine that measured them.
import { performance } from 'node:perf_hooks';
import { stdout } from 'node:process';
import { NOTIFIED_FROM } from '../../src/rules/art33/notify.ts';
import { assess } from '../../src/rules/assess.ts';
import { outcomeOf } from '../../src/rules/outcome.ts';
import { GDPR } from '../../src/rules/rulesets.ts';
import { EDPB_01_2021 } from '../cases/edpb-01-2021.ts';
import { inputOf } from '../cases/publishedCase.ts';
import { decideWith, engineFor } from './jsonRules.ts';

const ROUNDS = 60;
const WARM_UP = 20;
const CASES = EDPB_01_2021.map(({ facts }) => ({ facts, input: inputOf(facts, 'strict') }));
/** The costliest sheet: every fact is open, and for each the rules look whether it can still change a duty. */
const UNANSWERED = inputOf({}, 'strict');
const engine = engineFor(GDPR);

/** One contender decides all 18 cases, once. Each must give back something, so that nothing can be optimised away. */
type Contender = { readonly name: string; readonly decideAll: () => Promise<number> };

const CONTENDERS: readonly Contender[] = [
  {
    name: 'assess(): duties, deadlines, reasons, open questions',
    decideAll: async () => CASES.reduce((sum, { input }) => sum + assess(input).duties.length, 0),
  },
  {
    name: 'assess() where nothing is answered yet',
    decideAll: async () => CASES.reduce((sum) => sum + assess(UNANSWERED).ask.length, 0),
  },
  {
    name: 'our rules, the decision alone',
    decideAll: async () =>
      CASES.reduce((sum, { input }) => {
        const [dataSet] = input.sheet.dataSets;
        return dataSet === undefined ? sum : sum + outcomeOf(input, dataSet, GDPR, 'worst').level;
      }, 0),
  },
  {
    name: 'json-rules-engine, the decision alone',
    decideAll: async () => {
      let sum = 0;
      for (const { facts } of CASES) sum += Number((await decideWith(engine, facts, NOTIFIED_FROM.strict)).notify);
      return sum;
    },
  },
];

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The contenders take turns, so that a machine that slows down slows all of them. Microseconds per case, the median round. */
async function measure(): Promise<readonly number[]> {
  const times: number[][] = CONTENDERS.map(() => []);
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    for (const [at, { decideAll }] of CONTENDERS.entries()) {
      const start = performance.now();
      const sum = await decideAll();
      const micros = ((performance.now() - start) * 1000) / CASES.length;
      if (sum <= 0) throw new Error('Nothing was decided.');
      if (round >= WARM_UP) times[at]?.push(micros);
    }
  }
  return times.map(median);
}

/** Measures and prints; there is nothing here that must not grow, so it always holds. */
export async function benchRules(): Promise<boolean> {
  const measured = await measure();
  const other = measured.at(-1) ?? Number.NaN;
  const width = Math.max(...CONTENDERS.map(({ name }) => name.length));
  const lines = CONTENDERS.map(({ name }, at) => {
    const micros = measured[at] ?? Number.NaN;
    return `${name.padEnd(width)}  ${micros.toFixed(1).padStart(9)} µs per case  ${(other / micros).toFixed(1).padStart(7)} × as fast`;
  });
  stdout.write(
    `${CASES.length} cases, ${ROUNDS} rounds in turn, median round, Node ${process.versions.node}\n${lines.join('\n')}\n`,
  );
  return true;
}
