// The search behind the next question: is there a completion of the open facts in which one fact alone decides?
import { worstRank } from './ranks.ts';
import type { Ranks } from './rule.ts';
import type { FactName } from './vocabulary.ts';

/** One branch of the search: both ends of what is open, with the asked fact at its best in `best` and at its worst in `worst`. */
export type Branch = { readonly best: Ranks; readonly worst: Ranks; readonly open: readonly FactName[] };

/** True from some facts on; a worse answer never makes it false again. */
export type Reaches = (ranks: Ranks) => boolean;

/**
 * Worsens one open fact after the other, answer by answer, until the asked fact at its worst reaches. If it does not reach at its best
 * then, it decides. Most facts that can decide are found so, in one of the orders; what is not found is searched through.
 */
function isFoundOnTheWay(
  reaches: Reaches,
  fact: FactName,
  start: Ranks,
  steps: readonly (readonly [FactName, number])[],
): boolean {
  const ranks: Record<FactName, number> = { ...start, [fact]: worstRank(fact) };
  let at = 0;
  while (!reaches(ranks)) {
    const step = steps[at];
    if (step === undefined) return false;
    const [next, rank] = step;
    ranks[next] = Math.max(ranks[next], rank);
    at += 1;
  }
  ranks[fact] = 0;
  return !reaches(ranks);
}

/** Every order that begins with another fact. */
const orders = (open: readonly FactName[]): readonly (readonly FactName[])[] =>
  open.length === 0 ? [[]] : open.map((_, at) => [...open.slice(at), ...open.slice(0, at)]);

/**
 * Is there a completion in which the fact alone decides whether `reaches` is true? A branch is left as soon as its two ends agree, or as
 * soon as one end shows such a completion. `telling`: for each fact one answer of each kind the rules tell apart. `starts`: where it is
 * promising to begin, such as the border of a rule; they never change the answer.
 */
export function canDecide(
  reaches: Reaches,
  fact: FactName,
  branch: Branch,
  telling: Readonly<Record<FactName, readonly number[]>>,
  starts: readonly Partial<Ranks>[] = [],
): boolean {
  if (reaches(branch.best) || !reaches(branch.worst)) return false;
  const ways = orders(branch.open).map((order) => order.flatMap((next) => telling[next].map((rank) => [next, rank] as const)));
  const from = [{}, ...starts].map((start) => ({
    ...branch.best,
    ...Object.fromEntries(branch.open.flatMap((open) => (start[open] === undefined ? [] : [[open, start[open]]]))),
  }));
  if (ways.some((steps) => from.some((start) => isFoundOnTheWay(reaches, fact, start, steps)))) return true;
  // Changed in place and put back, since there may be many branches.
  const low: Record<FactName, number> = { ...branch.best };
  const high: Record<FactName, number> = { ...branch.worst };
  const decides = (depth: number): boolean => {
    if (reaches(low) || !reaches(high)) return false;
    if (reachesWith(low, worstRank(fact)) || !reachesWith(high, 0)) return true;
    const next = branch.open[depth];
    if (next === undefined) return false;
    const ends = [low[next], high[next]] as const;
    const found = telling[next].some((rank) => {
      low[next] = rank;
      high[next] = rank;
      return decides(depth + 1);
    });
    [low[next], high[next]] = ends;
    return found;
  };
  function reachesWith(ranks: Record<FactName, number>, rank: number): boolean {
    const before = ranks[fact];
    ranks[fact] = rank;
    const reached = reaches(ranks);
    ranks[fact] = before;
    return reached;
  }
  return decides(0);
}
