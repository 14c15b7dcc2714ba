/** The candidate that was probably meant: a few letters wrong, missing, doubled or swapped; undefined where none is near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const tolerated = Math.max(1, Math.floor(word.length / 3));
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: distanceBetween(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= tolerated)
    .sort((one, other) => one.distance - other.distance);
  return ranked[0]?.candidate;
}

/** Letters to insert, delete, replace or swap with their neighbour to make one word of the other. */
function distanceBetween(one: string, other: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const ways = [at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1)];
      current.push(Math.min(...ways, ...(swapped ? [at(beforeLast, column - 2) + 1] : [])));
    }
    [beforeLast, last] = [last, current];
  }
  return at(last, other.length);
}

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY;
