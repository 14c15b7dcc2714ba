/** Letters that stand in a line across the page, on average and in either format. */
const LINE = 78;
/** No column is narrower than a mark with air around it, nor made wider for the sake of a word without end. */
const WORD = { least: 4, most: 24 } as const;
/** None asks for more than a long sentence. */
const MOST = 60;

/** How the columns of a table share the page, together 1: each has room for its longest word, and the rest goes by what stands in them. */
export function columnShares(rows: readonly (readonly string[])[]): readonly number[] {
  const columns = (rows[0] ?? []).map((_, at) => rows.map((cells) => cells[at] ?? ''));
  const words = columns.map((cells) => {
    const longest = Math.max(...cells.flatMap((cell) => cell.split(/\s+/u)).map(({ length }) => length));
    return Math.min(WORD.most, Math.max(WORD.least, longest + 2));
  });
  const wanted = columns.map((cells, at) => {
    const longest = Math.max(...cells.flatMap((cell) => cell.split('\n')).map(({ length }) => length));
    return Math.max(0, Math.min(MOST, longest) - (words[at] ?? 0));
  });
  const [taken, asked] = [sum(words), sum(wanted)];
  const free = Math.max(0, LINE - taken);
  const shares = words.map((word, at) => word + (asked === 0 ? free / words.length : (free * (wanted[at] ?? 0)) / asked));
  return shares.map((share) => share / sum(shares));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
