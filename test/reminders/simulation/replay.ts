/** Runs one simulation again: `npx node test/reminders/simulation/replay.ts plain|sealed|embedded SEED CASES DAYS`. */
import { argv, exit } from 'node:process';
import { figuresLine, faultsOf, runNamed } from './report.ts';
import { REGISTERS, type RegisterKind } from './registers.ts';

const [, , kind = 'plain', seed = '1', cases = '40', days = '30'] = argv;
if (!Object.hasOwn(REGISTERS, kind)) throw new RangeError(`No such register: ${kind}.`);
const result = await runNamed({ kind: kind as RegisterKind, seed: Number(seed), cases: Number(cases), days: Number(days) });
console.log(figuresLine([result]));
console.log(`from ${result.start}, ${result.instances} instances, the latest: ${result.latest}`);
for (const fault of faultsOf(result)) console.log(fault);
exit(faultsOf(result).length === 0 ? 0 : 1);
