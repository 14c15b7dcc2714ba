/** A list that somebody saved from a spreadsheet, with its heading; `line` is where a row begins, for whoever has to mend it. */
export type ReadRow = { readonly line: number; readonly cells: Readonly<Record<string, string>> };

const BETWEEN = [';', ',', '\t'] as const;

/** Comma, semicolon or tab, whichever the heading has most of; quoted cells may hold all of them, and line breaks. Headings are compared in small letters. */
export function readRows(text: string): readonly ReadRow[] {
  const source = text.replace(/^\ufeff/u, '').replace(/\r\n?/g, '\n');
  const head = source.slice(0, source.indexOf('\n') === -1 ? undefined : source.indexOf('\n'));
  const between = BETWEEN.toSorted((one, other) => head.split(other).length - head.split(one).length)[0] ?? ';';
  const [names, ...rows] = cellsOf(source, between);
  const columns = names?.cells.map((name) => name.trim().toLowerCase()) ?? [];
  return rows
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(columns.map((column, at) => [column, clean(cells[at] ?? '')])),
    }));
}

/** The apostrophe that keeps a spreadsheet from running a cell is none of its text. */
const clean = (cell: string): string => cell.trim().replace(/^'(?=[=+\-@|%])/u, '');

type RawRow = { readonly line: number; readonly cells: string[] };

function cellsOf(source: string, between: string): readonly RawRow[] {
  const rows: RawRow[] = [{ line: 1, cells: [''] }];
  let line = 1;
  let isQuoted = false;
  for (let at = 0; at < source.length; at += 1) {
    const character = source.charAt(at);
    const cells = rows.at(-1)?.cells ?? [];
    const last = cells.length - 1;
    if (character === '\n') line += 1;
    if (isQuoted && character === '"' && source.charAt(at + 1) === '"') {
      cells[last] = `${cells[last] ?? ''}"`;
      at += 1;
    } else if (character === '"' && (isQuoted || cells[last] === '')) isQuoted = !isQuoted;
    else if (!isQuoted && character === between) cells.push('');
    else if (!isQuoted && character === '\n') rows.push({ line, cells: [''] });
    else cells[last] = (cells[last] ?? '') + character;
  }
  return rows;
}
