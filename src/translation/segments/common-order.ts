import { diffArrays } from 'diff';

/** Beyond so many differences, which no editing makes, an order in common is not looked for. */
const most = 6000;

/** Equal entries of two lists in the longest order that both share, as pairs of indexes. */
export function commonOrder(before: readonly string[], after: readonly string[]): [number, number][] {
  const changes = diffArrays([...before], [...after], { maxEditLength: most }) ?? [];
  const pairs: [number, number][] = [];
  let [one, other] = [0, 0];
  for (const { added, removed, count } of changes) {
    if (!added && !removed) for (let step = 0; step < count; step++) pairs.push([one + step, other + step]);
    if (!added) one += count;
    if (!removed) other += count;
  }
  return pairs;
}
