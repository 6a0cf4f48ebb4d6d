import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openDistance } from './distance.ts';

/** The table itself, cell by cell. */
const slowly = (one: readonly number[], other: readonly number[]): number => {
  let row = Array.from({ length: one.length + 1 }, (_, at) => at);
  for (const [at, word] of other.entries()) {
    const next = [at + 1];
    for (const [place, mine] of one.entries()) {
      const exchanged = (row[place] ?? 0) + (mine === word ? 0 : 1);
      next.push(Math.min(exchanged, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};

const words = fc.array(fc.nat(6), { maxLength: 150 });

test('the distance is that of the table, also of texts longer than a number has bits', () => {
  fc.assert(
    fc.property(words, words, (one, other) => {
      expect(openDistance(one)(other, 0, other.length)).toBe(slowly(one, other));
    }),
    {
      numRuns: 500,
      examples: [
        [Array(32).fill(1), Array(33).fill(1)],
        [Array(64).fill(1), []],
        [[], [1, 2]],
      ],
    },
  );
});

test('one distance measures many texts, each a part of a long list', () => {
  const distance = openDistance([1, 2, 3]);
  const list = [9, 1, 2, 3, 9, 1, 3];
  expect([distance(list, 1, 4), distance(list, 5, 7), distance(list, 0, 0), distance(list, 1, 4)]).toEqual([
    0, 1, 3, 0,
  ]);
});
