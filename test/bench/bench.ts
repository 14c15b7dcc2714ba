/**
 * What it costs: `npm run bench`, or one part alone, `npm run bench -- rules`, `… register`, `… reminders` or
 * `… documents`. Ends with 1 where a cost
 * grows that may not grow. `--cases 100,200,400` takes other sizes of the register than 1,000, 10,000 and 100,000.
 */
import { argv, exit, stdout } from 'node:process';
import { benchDocuments } from './documentsBench.ts';
import { benchRegister } from './registerBench.ts';
import { benchReminders } from './remindersBench.ts';
import { benchRules } from './rulesBench.ts';

const PARTS: Readonly<Record<string, (sizes: readonly number[]) => Promise<boolean>>> = {
  rules: benchRules,
  register: benchRegister,
  reminders: benchReminders,
  documents: benchDocuments,
};
const USUAL_SIZES = '1000,10000,100000';

function readSizes(words: readonly string[]): readonly number[] {
  const place = words.indexOf('--cases');
  const sizes = (place === -1 ? USUAL_SIZES : (words[place + 1] ?? '')).split(',').map(Number);
  if (sizes.length < 2 || !sizes.every((size) => Number.isInteger(size) && size >= 100)) {
    throw new RangeError('--cases takes at least two whole numbers from 100 on, such as 1000,10000');
  }
  return sizes.toSorted((one, other) => one - other);
}

const words = argv.slice(2);
const named = words.filter((word) => word in PARTS);
let holds = true;
for (const name of named.length === 0 ? Object.keys(PARTS) : named) {
  stdout.write(`\n# ${name}\n\n`);
  holds = ((await PARTS[name]?.(readSizes(words))) ?? true) && holds;
}
exit(holds ? 0 : 1);
