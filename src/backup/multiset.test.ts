import fc from 'fast-check';
import { expect, test } from 'vitest';
import { multiset } from './multiset.ts';

const sumOf = (rows: readonly string[]) => {
  const all = multiset();
  for (const row of rows) all.add(row);
  return all.result();
};

test('the same rows in another order have the same sum, other rows another one', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 20 }), fc.string(), (rows, more) => {
      expect(sumOf([...rows].reverse())).toEqual(sumOf(rows));
      expect(sumOf([...rows, more]).digest).not.toBe(sumOf(rows).digest);
    }),
  );
});

test('a row that comes twice is not one that never came', () => {
  expect(sumOf(['a', 'a'])).not.toEqual(sumOf([]));
  expect(sumOf(['a', 'a']).rows).toBe(2);
  expect(sumOf([]).digest).toMatch(/^0{64}$/);
});
