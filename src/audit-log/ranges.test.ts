import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joined, type Range, rangesOf, rangesText, without } from './ranges.ts';

const range: fc.Arbitrary<Range> = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.nat({ max: 9 }))
  .map(([from, more]) => [from, from + more] as const);
const numbers = (ranges: readonly Range[]): Set<number> =>
  new Set(ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index)));

test('joined ranges hold the same numbers, apart from each other and in order, and are read back from their text', () => {
  fc.assert(
    fc.property(fc.array(range, { minLength: 1, maxLength: 12 }), (ranges) => {
      const all = joined(ranges);
      expect(numbers(all)).toEqual(new Set([...numbers(ranges)].sort((a, b) => a - b)));
      for (const [index, [from]] of all.entries()) expect(from).toBeGreaterThan((all[index - 1]?.[1] ?? -1) + 1);
      expect(rangesOf(rangesText(all))).toEqual(all);
    }),
  );
});

test('what is left of a range is what the other does not have', () => {
  fc.assert(
    fc.property(range, range, (one, other) => {
      expect(numbers(without(one, other))).toEqual(
        new Set([...numbers([one])].filter((each) => !numbers([other]).has(each))),
      );
    }),
  );
});
