import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rangesOf } from '#audit-log/ranges.ts';
import { type Mark, openStation } from './station.ts';

test('lines are numbered, and the next one tells of what was rolled back', () => {
  const station = openStation();
  expect(station.next(null)).toMatchObject({ count: 1, voided: null });
  for (let turn = 0; turn < 3; turn += 1) station.next('t');
  station.ended('t', 'rolled-back');
  expect(station.next('u')).toMatchObject({ count: 5, voided: '2-4' });
  station.ended('u', 'committed');
  expect(station.next(null)).toMatchObject({ count: 6, voided: null });
});

test('what a line told that was rolled back itself is told again', () => {
  const station = openStation();
  station.failed(station.next(null));
  expect(station.next('t').voided).toBe('1');
  station.ended('t', 'rolled-back');
  const mark = station.next(null);
  expect(mark.voided).toBe('1-2');
  station.failed(mark);
  expect(station.next(null).voided).toBe('1-3');
});

interface Act {
  readonly transaction: string | null;
  readonly lines: number;
  readonly ends: 'committed' | 'rolled-back';
}

test('whatever is rolled back, no number is missing that no line excuses, and none that stands is excused', () => {
  const act: fc.Arbitrary<Act> = fc.record({
    transaction: fc.option(fc.constant('t')),
    lines: fc.integer({ min: 1, max: 4 }),
    ends: fc.constantFrom('committed', 'rolled-back'),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const station = openStation();
      const standing: Mark[] = [];
      for (const { transaction, lines, ends } of acts) {
        const marks = Array.from({ length: lines }, () => station.next(transaction));
        if (transaction !== null) station.ended(transaction, ends);
        else if (ends === 'rolled-back') for (const mark of marks) station.failed(mark);
        if (ends === 'committed') standing.push(...marks);
      }
      standing.push(station.next(null));
      const counts = new Set(standing.map(({ count }) => count));
      const excused = new Set(
        standing.flatMap(({ voided }) =>
          voided === null
            ? []
            : rangesOf(voided).flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i)),
        ),
      );
      const last = standing.at(-1)?.count ?? 0;
      for (let count = 1; count <= last; count += 1) expect(counts.has(count)).toBe(!excused.has(count));
    }),
  );
});

test('what waits for a transaction happens when it stands, and not at all when it is rolled back', () => {
  const station = openStation();
  const done: string[] = [];
  for (const transaction of ['t', 'u']) station.whenCommitted(transaction, () => void done.push(transaction));
  station.ended('t', 'rolled-back');
  station.ended('u', 'committed');
  station.ended('t', 'committed');
  expect(done).toEqual(['u']);
});
