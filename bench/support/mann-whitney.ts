/** Ranks from 1; equal values share the mean of theirs. */
const ranksOf = (values: readonly number[]): { ranks: number[]; ties: number } => {
  const order = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value);
  const ranks = new Array<number>(values.length).fill(0);
  let ties = 0;
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && order[to]?.value === order[from]?.value) to += 1;
    const equal = to - from;
    ties += equal ** 3 - equal;
    for (const one of order.slice(from, to)) ranks[one.at] = (from + to + 1) / 2;
    from = to;
  }
  return { ranks, ties };
};

/**
 * How far two samples are from coming from one distribution, by the ranks of their values (Mann and Whitney, 1947; normal
 * approximation with a correction for ties).
 *
 * @returns z: beyond ±3.29 one pair in a thousand that do not differ would show as much
 */
export const mannWhitney = (one: readonly number[], other: readonly number[]): number => {
  const { ranks, ties } = ranksOf([...one, ...other]);
  const [m, n] = [one.length, other.length];
  const all = m + n;
  const sum = ranks.slice(0, m).reduce((total, rank) => total + rank, 0);
  const u = sum - (m * (m + 1)) / 2;
  const spread = Math.sqrt(((m * n) / 12) * (all + 1 - ties / (all * (all - 1))));
  return spread === 0 ? 0 : (u - (m * n) / 2) / spread;
};
