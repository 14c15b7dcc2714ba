import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, posix, relative, sep } from 'node:path';
import ts from 'typescript';

/** What one layer may import: other layers of this house, and packages from outside. Its own files it may always import. */
export interface Reach {
  readonly layers: readonly string[];
  readonly packages: readonly string[];
}

/** Every layer of the house, by its path. A file belongs to the longest path that holds it. */
export type HouseMap = Readonly<Record<string, Reach>>;

export interface ArrowReport {
  /** One line per forbidden import: "file -> what it imports". */
  readonly strangers: readonly string[];
  /** How many source files were read in each layer. */
  readonly filesRead: ReadonlyMap<string, number>;
}

const SOURCE_FILE = new Set(['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs']);
const COMPUTED = '(computed)';

/** Reads every source file of the house under `root` and names the imports that its map does not allow. */
export function checkArrows(root: string, house: HouseMap): ArrowReport {
  const filesRead = new Map<string, number>();
  const strangers: string[] = [];
  for (const file of sourceFilesOf(root, house)) {
    const layer = layerOf(file, house);
    filesRead.set(layer ?? file, (filesRead.get(layer ?? file) ?? 0) + 1);
    if (layer === undefined) strangers.push(`${file} -> stands in no layer`);
    else strangers.push(...strangersIn(root, file, layer, house));
  }
  return { strangers, filesRead };
}

function strangersIn(root: string, file: string, layer: string, house: HouseMap): string[] {
  const imports = importsOf(file, readFileSync(join(root, file), 'utf8'));
  return imports.filter((target) => !mayImport(target, file, layer, house)).map((target) => `${file} -> ${target}`);
}

function mayImport(target: string, file: string, layer: string, house: HouseMap): boolean {
  const reach = house[layer] ?? { layers: [], packages: [] };
  if (!target.startsWith('.')) return reach.packages.some((allowed) => target === allowed || target.startsWith(`${allowed}/`));
  const path = posix.join(posix.dirname(file), target);
  if (path === 'package.json') return reach.packages.includes('package.json');
  const targetLayer = layerOf(path, house);
  return targetLayer !== undefined && (targetLayer === layer || reach.layers.includes(targetLayer));
}

function layerOf(path: string, house: HouseMap): string | undefined {
  return Object.keys(house)
    .filter((layer) => path === layer || path.startsWith(`${layer}/`))
    .sort((one, other) => other.length - one.length)[0];
}

/** The source files under the first folders of the map (`src`, `cards` …), also those that no layer claims. */
function sourceFilesOf(root: string, house: HouseMap): string[] {
  const tops = new Set(Object.keys(house).map((layer) => layer.split('/')[0] ?? layer));
  return [...tops].filter((top) => existsSync(join(root, top))).flatMap((top) => sourceFilesUnder(root, top));
}

/** Paths of all source files under one folder, relative to `root`, with forward slashes on every system. */
export function sourceFilesUnder(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => SOURCE_FILE.has(extname(name)) && statSync(join(root, folder, name)).isFile())
    .map((name) =>
      relative(root, join(root, folder, name))
        .split(sep)
        .join('/'),
    );
}

/** The folders at the top of the house that hold source files, at any depth. */
export function sourceFoldersOf(root: string, passedOver: readonly string[]): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !passedOver.includes(entry.name))
    .map((entry) => entry.name)
    .filter((folder) => sourceFilesUnder(root, folder).length > 0);
}

/**
 * Everything a file imports, in whatever way: `import`, `import type`, `export … from`, `import()`, `require()`, `import('…').Type`
 * and `/// <reference>`. Text in comments and strings does not count, because the compiler's own parser reads the file.
 */
export function importsOf(file: string, source: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found = tree.referencedFiles.map(({ fileName }) => (fileName.startsWith('.') ? fileName : `./${fileName}`));
  found.push(...tree.typeReferenceDirectives.map(({ fileName }) => fileName));
  const visit = (node: ts.Node): void => {
    const target = importedBy(node);
    if (target !== undefined) found.push(target);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function importedBy(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node)) return literal(node.moduleSpecifier);
  if (ts.isExportDeclaration(node)) return node.moduleSpecifier && literal(node.moduleSpecifier);
  if (ts.isExternalModuleReference(node)) return literal(node.expression);
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? literal(node.argument.literal) : COMPUTED;
  if (ts.isCallExpression(node) && isLoading(node.expression)) return literal(node.arguments[0]);
  return undefined;
}

function isLoading(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require');
}

function literal(node: ts.Node | undefined): string {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : COMPUTED;
}

/** The folder of the project, whatever folder the tests were started in. */
export const projectRoot = dirname(dirname(import.meta.dirname));
