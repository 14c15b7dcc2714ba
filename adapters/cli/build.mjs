/**
 * Builds plain JavaScript into `dist`, for the packed package: Node runs no TypeScript inside `node_modules`.
 * `npm pack` calls it by itself (`prepack`); in a clone nobody needs it.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const outFolder = join(root, 'dist');

/** What an adapter reads or serves beside its TypeScript. `.js` is what a browser gets. */
const assets = new Set(['.html', '.css', '.js', '.svg', '.yaml', '.json', '.ttf']);
/** Plain JavaScript as it is, because it is copied next to every export. */
const checker = join('adapters', 'documents', 'checkExport.mjs');

function compile() {
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [compiler, '--project', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

function copyAssets() {
  for (const entry of readdirSync(join(root, 'adapters'), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !(assets.has(extname(entry.name)) || path.endsWith(checker))) continue;
    cpSync(path, join(outFolder, path.slice(root.length)));
  }
}

rmSync(outFolder, { recursive: true, force: true });
compile();
copyAssets();
