import { expect, test } from 'vitest';
import { image } from '../../../test/support/records.ts';
import { type Allowed, tightened } from './tighten.ts';

const source = (width: number, height: number) => ({
  ...{ type: 'image/jpeg' as const, width, height, bytes: 1 },
  blob: 'a'.repeat(64),
});
const before = image('cho', [], {
  over: {
    sources: [source(320, 480), source(640, 960), source(1600, 2400)],
    accessCopy: { width: 1600, height: 2400, blob: 'b'.repeat(64), bytes: 1 },
    vanishesAt: '2030-01-01T00:00:00.000Z',
    download: true,
    people: [
      { slug: 'an', name: 'An' },
      { slug: 'binh', name: 'Bình' },
    ],
  },
});
const open: Allowed = {
  ...{ appearsAt: null, vanishesAt: null, maxSide: null, download: true },
  usage: { uses: null, territories: null },
  names: new Set(['An', 'Bình']),
};

test('what rights do not forbid stays as it was', () => {
  expect(tightened(before, open)).toEqual(before.editions);
});

test('files that are too large go, the access copy among them', () => {
  const edition = tightened(before, { ...open, maxSide: 960 }).vi?.[0];
  expect(edition?.sources.map(({ width }) => width)).toEqual([320, 640]);
  expect(edition).toMatchObject({ maxSide: 960 });
  expect(edition?.accessCopy).toBeUndefined();
});

test('whoever may not be named any more is not', () => {
  const of = (names: string[]) => tightened(before, { ...open, names: new Set(names) }).vi?.[0]?.people;
  expect(of(['Bình'])).toEqual([{ slug: 'binh', name: 'Bình' }]);
  expect(of([])).toBeUndefined();
});

test('a use that is taken back is taken back at once, and one that is given waits for its files', () => {
  const of = (record: typeof before, uses: Allowed['usage']['uses'], territories: string[] | null = null) =>
    tightened(record, { ...open, usage: { uses, territories } }).vi?.[0];
  expect(of(before, ['web', 'print'])?.uses).toEqual(['web', 'print']);
  const narrow = image('cho', ['c'.repeat(64)], { over: { uses: ['web', 'print'], territories: ['VN'] } });
  expect(of(narrow, null)).toMatchObject({ uses: ['web', 'print'], territories: ['VN'] });
  expect(of(narrow, ['web', 'social'], ['LA'])).toMatchObject({ uses: ['web'], territories: ['LA'] });
});

test('without a use on the web nothing is shown, whichever of the two took it back', () => {
  const printed = image('cho', ['c'.repeat(64)], { over: { uses: ['print'] } });
  const usage = { uses: ['print', 'social'] as const, territories: null };
  expect(tightened(before, { ...open, usage })).toEqual({});
  expect(tightened(printed, { ...open, usage: { uses: ['web'], territories: null } })).toEqual({});
});

test('where nothing small enough is there, nothing is shown', () => {
  expect(tightened(before, { ...open, maxSide: 400 })).toEqual({});
});

test('it may be seen no longer than before and than now allowed', () => {
  const [soon, late] = ['2027-01-01T00:00:00.000Z', '2040-01-01T00:00:00.000Z'];
  const of = (over: object) => tightened(before, { ...open, ...over }).vi?.[0];
  expect(of({ appearsAt: soon, vanishesAt: soon })).toMatchObject({ appearsAt: soon, vanishesAt: soon });
  expect(of({ vanishesAt: late })?.vanishesAt).toBe('2030-01-01T00:00:00.000Z');
  expect(of({ download: false })?.download).toBeUndefined();
});
