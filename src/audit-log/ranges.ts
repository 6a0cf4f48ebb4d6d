/** Whole numbers from the first to the second, both included. */
export type Range = readonly [from: number, to: number];

/** The same numbers as few ranges in order. */
export const joined = (ranges: readonly Range[]): Range[] => {
  const all: Range[] = [];
  for (const [from, to] of ranges.toSorted(([a], [b]) => a - b)) {
    const last = all.at(-1);
    if (last && from <= last[1] + 1) all[all.length - 1] = [last[0], Math.max(last[1], to)];
    else all.push([from, to]);
  }
  return all;
};

/** What of a range is left without the numbers of another. */
export const without = (range: Range, [first, last]: Range): Range[] => {
  const [from, to] = range;
  if (last < from || first > to) return [range];
  const around: Range[] = [
    [from, first - 1],
    [last + 1, to],
  ];
  return around.filter(([begin, end]) => begin <= end);
};

/** As a line of the log carries them: `7,9-12`. */
export const rangesText = (ranges: readonly Range[]): string =>
  ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(',');

/** The ranges of such a text; whoever calls knows that it is one. */
export const rangesOf = (text: string): Range[] =>
  text.split(',').map((part) => {
    const [from = 0, to = from] = part.split('-').map(Number);
    return [from, to];
  });
