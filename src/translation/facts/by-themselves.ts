import type { Fact } from './fact.ts';

/** UTF-16 units between the numbers of a score: `2-2`, `2 - 2`; two would be those of a list. */
const gaps: readonly number[] = [1, 3];

const isScore = (first: Fact, second: Fact): boolean =>
  first.value === second.value && !first.inWords && !second.inWords && gaps.includes(second.start - first.end);

const inScores = (facts: readonly Fact[]): Fact[] =>
  facts.flatMap((one, at) => {
    const next = facts[at + 1];
    return next && isScore(one, next) ? [one, next] : [];
  });

const ofUnits = (facts: readonly Fact[], units: ReadonlySet<string>): Fact[] =>
  facts.filter(({ kind, value }) => kind === 'quantity' && units.has(value.replace(/^\S+ /, '')));

/**
 * Facts that nothing else says, though the other side has their value or a conversion of it: each number of a score, and a quantity whose
 * unit stands on the other side without its number.
 *
 * @param bare units of the other side that stand without a number
 */
export const saidByThemselves = (facts: readonly Fact[], bare: ReadonlySet<string>): Fact[] => [
  ...inScores(facts),
  ...ofUnits(facts, bare),
];
