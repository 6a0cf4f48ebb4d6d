import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextNumber } from './next-number.ts';

const begin = Date.UTC(2026, 10, 28);

test('R52: no number is given twice, whatever older database is put back', () => {
  /** Seconds until something happens: a copy is made, or the database is put back to what it was after so many copies. */
  const after = fc.integer({ min: 1, max: 1_000_000 });
  const copy = fc.record({ after, back: fc.constant(null) });
  const event = fc.oneof({ arbitrary: copy, weight: 3 }, fc.record({ after, back: fc.nat({ max: 8 }) }));
  fc.assert(
    fc.property(fc.array(event, { minLength: 10, maxLength: 60, size: 'max' }), (events) => {
      const all = new Set<number>();
      let [rows, now, given]: [number[], number, number] = [[], begin, 0];
      for (const { after, back } of events) {
        now += after * 1000;
        if (back !== null) {
          rows = rows.slice(0, back);
          // Whoever puts a database back starts the studio anew
          given = 0;
          continue;
        }
        const number = nextNumber({ stored: rows.at(-1) ?? 0, given }, new Date(now));
        expect(all.has(number)).toBe(false);
        expect(number).toBeGreaterThan(rows.at(-1) ?? 0);
        all.add(number);
        rows.push(number);
        given = number;
      }
    }),
  );
});

test('many at one moment follow each other, and a number that has no row is not given again', () => {
  const now = new Date(begin);
  const first = nextNumber({ stored: 0, given: 0 }, now);
  expect(nextNumber({ stored: first, given: first }, now)).toBe(first + 1);
  expect(nextNumber({ stored: 0, given: first }, now)).toBe(first + 1);
  expect(nextNumber({ stored: first + 100, given: first }, now)).toBe(first + 101);
});
