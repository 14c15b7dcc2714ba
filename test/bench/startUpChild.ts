/** A process of its own that opens a register as the bot does and says what that took: `node startUpChild.ts FILE`. */
import { performance } from 'node:perf_hooks';
import { argv, memoryUsage, stdout } from 'node:process';
import { NOW } from './population.ts';
import { openAsUsual } from './sqliteRegister.ts';

const [, , file = ''] = argv;
const rss = (): number => Math.round(memoryUsage.rss() / 2 ** 20);
const before = rss();
const start = performance.now();
const register = await openAsUsual(file);
await register.earliestDue();
const opened = performance.now();
const afterOpening = rss();
await register.wakeAll(NOW);
const woken = performance.now();
stdout.write(JSON.stringify({ openMs: opened - start, wakeMs: woken - opened, before, afterOpening, afterWaking: rss() }));
await register.close();
