/**
 * The value that so large a share of all values does not exceed (nearest rank: always one that was measured).
 * @param share above 0, at most 1
 */
export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN;
