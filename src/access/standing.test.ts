import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clearances, isAtLeast } from './level.ts';
import { everyday, isMore, type Standing, standingAt, standingKey } from './standing.ts';

const day = (number: number): Date => new Date(Date.UTC(2026, 10, number));
const anyStanding: fc.Arbitrary<Standing> = fc.record({
  clearance: fc.constantFrom(...clearances),
  compartments: fc.subarray(['harbour', 'metro']),
  until: fc.option(fc.integer({ min: 1, max: 9 }).map(day)),
});
const anyMoment = fc.integer({ min: 0, max: 10 }).map(day);

const markingOf = ({ clearance, compartments }: Standing) => ({ level: clearance, compartments });

it('holds to its last instant and not a moment longer', () => {
  const granted: Standing = { clearance: 'mat', compartments: ['metro'], until: day(3) };
  expect(standingAt(granted, day(3))).toEqual(granted);
  expect(standingAt(granted, new Date(day(3).getTime() + 1))).toEqual(everyday);
  expect(standingAt({ ...granted, until: null }, day(9))).toEqual({ ...granted, until: null });
});

it('ends where its day cannot be read, and an end gives nobody more than they had', () => {
  expect(standingAt({ clearance: 'mat', compartments: [], until: new Date('none') }, day(1))).toEqual(everyday);
  for (const compartments of [[], ['metro']])
    expect(standingAt({ clearance: 'public', compartments, until: day(1) }, day(9)).clearance).toBe('public');
});

it('says more only where somebody could know more at some moment, and always then', () => {
  fc.assert(
    fc.property(anyStanding, anyStanding, anyMoment, (before, after, now) => {
      const [then, next] = [standingAt(before, now), standingAt(after, now)];
      const knows = !isAtLeast(markingOf(then), markingOf(next));
      const wasOver = standingKey(then) !== standingKey(before);
      if (!isMore(before, after) && !wasOver) expect(knows).toBe(false);
      expect(isMore(before, before)).toBe(false);
    }),
  );
});

it('sees a longer term, a term that is taken away, a level and a compartment', () => {
  const held: Standing = { clearance: 'restricted', compartments: ['metro'], until: day(3) };
  for (const more of [
    { until: day(4) },
    { until: null },
    { until: new Date('none') },
    { clearance: 'mat' as const },
    { compartments: ['harbour', 'metro'] },
  ])
    expect(isMore(held, { ...held, ...more })).toBe(true);
  for (const less of [{ until: day(2) }, { clearance: 'internal' as const }, { compartments: [] }])
    expect(isMore(held, { ...held, ...less })).toBe(false);
  expect(isMore(held, everyday)).toBe(false);
});

it('is one text whatever the order of its compartments', () => {
  const one: Standing = { clearance: 'mat', compartments: ['metro', 'harbour'], until: day(1) };
  expect(standingKey(one)).toBe(standingKey({ ...one, compartments: ['harbour', 'metro'] }));
  expect(standingKey(one)).not.toBe(standingKey({ ...one, until: null }));
});
