import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { stdout } from 'node:process';
import { keyFileOf } from '../../adapters/stores/sqlite/sqliteKeyStore.ts';
import { appendLine, syncLine } from './durableAppends.ts';
import { fillSqlite } from './fillSqlite.ts';
import { growthLines, growthOf, measureGrowth, type Sized } from './growth.ts';
import { benchMongo } from './mongoBench.ts';
import { openAsUsual, openCounted } from './sqliteRegister.ts';
import { startUpLines } from './startUp.ts';

const say = (text: string): void => void stdout.write(text);

/** What the register costs, on both engines. False where reading or a tick becomes dearer with the number of cases. */
export async function benchRegister(sizes: readonly number[]): Promise<boolean> {
  const load = loadavg().map((value) => value.toFixed(1));
  say(`Node ${process.versions.node}, ${cpus().length} cores, load of the machine ${load.join(' / ')}\n\n`);
  const folder = mkdtempSync(join(tmpdir(), 'fristwacht-bench-'));
  try {
    const embedded = await benchEmbedded(folder, sizes);
    const mongo = await benchMongo(sizes, say);
    return embedded && mongo;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchEmbedded(folder: string, sizes: readonly number[]): Promise<boolean> {
  say('Embedded engine (SQLite)\n\n');
  say(syncLine(join(folder, 'page')));
  const empty = await openAsUsual(join(folder, 'empty', 'register.sqlite'));
  say(await appendLine(empty, 'durable appends, new register'));
  await empty.close();
  const files = await registersOf(folder, sizes);
  const opened = await Promise.all(files.map(async ({ cases, file }) => ({ cases, ...(await openCounted(file)) })));
  const holds = await sayGrowth(opened);
  const scans = [...new Set(opened.flatMap((register) => register.scans()))];
  say(`statements that walk through a whole table: ${scans.length === 0 ? 'none' : `\n  ${scans.join('\n  ')}`}\n\n`);
  for (const { register } of opened) await register.close();
  await sayLargest(files);
  return holds && scans.length === 0;
}

async function sayGrowth(registers: readonly Sized[]): Promise<boolean> {
  const growths = await measureGrowth(registers);
  for (const growth of growths) say(`${growthLines(growth)}\n`);
  return growths.every((growth) => growthOf(growth).holds);
}

async function sayLargest(files: Files): Promise<void> {
  const largest = files.at(-1);
  if (largest === undefined) return;
  const register = await openAsUsual(largest.file);
  say(await appendLine(register, `durable appends beside ${largest.cases} cases`));
  await register.close();
  say(`\n${startUpLines(largest.file, largest.cases)}\n`);
}

type Files = readonly { readonly cases: number; readonly file: string }[];

/** One register that grows; a copy of it is kept at each size. */
async function registersOf(folder: string, sizes: readonly number[]): Promise<Files> {
  const growing = join(folder, 'growing', 'register.sqlite');
  const start = performance.now();
  let filled = 0;
  const files = [];
  for (const cases of sizes) {
    await fillSqlite(growing, filled, cases);
    filled = cases;
    files.push({ cases, file: copied(growing, join(folder, String(cases), 'register.sqlite')) });
  }
  const megabytes = (file: string): string => `${(statSync(file).size / 1e6).toFixed(0)} MB`;
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  say(`filled with sealed entries in large transactions: ${filled} cases in ${seconds} s, `);
  say(`${megabytes(growing)} of entries and ${megabytes(keyFileOf(growing))} of keys\n\n`);
  rmSync(dirname(growing), { recursive: true, force: true });
  return files;
}

function copied(from: string, to: string): string {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
  copyFileSync(keyFileOf(from), keyFileOf(to));
  return to;
}
