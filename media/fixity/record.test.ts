import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { recordFile } from './places.ts';
import { openFixityRecord, readFixityRecord } from './record.ts';

const newFolder = (): string => {
  const dir = mkdtempSync(join(tmpdir(), 'fixity-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
};
const newRecord = (dir = newFolder()) => {
  const record = openFixityRecord(dir);
  onTestFinished(() => record[Symbol.dispose]());
  return record;
};

const at = (day: number) => new Date(Date.UTC(2026, 0, 1 + day));
const named = (digit: string) => ({ sha256: digit.repeat(64), bytes: 100 });
const [a, b, c] = [named('a'), named('b'), named('c')];
const later = at(1000);

test('what was never looked at comes first, then the oldest', () => {
  const record = newRecord();
  record.seen([a, b, c], at(0));
  record.note(a.sha256, 'sound', at(2));
  record.note(b.sha256, 'sound', at(1));
  const order: (string | undefined)[] = [];
  for (let turn = 0; turn < 4; turn += 1) {
    const sha256 = record.next(at(10), at(5))?.sha256;
    order.push(sha256);
    if (sha256) record.note(sha256, 'sound', at(10));
  }
  expect(order).toEqual([c.sha256, b.sha256, a.sha256, undefined]);
});

test('what is sound is due when its time has come, what is wrong at every check, before all else and once', () => {
  const record = newRecord();
  record.seen([a, b], at(0));
  record.note(a.sha256, 'sound', at(1));
  record.note(b.sha256, 'damaged', at(8));
  expect(record.waiting(at(9), at(2))).toEqual({ masters: 2, bytes: 200 });
  expect(record.next(at(9), at(2))).toMatchObject({ sha256: b.sha256, state: 'damaged' });
  record.note(b.sha256, 'damaged', at(9));
  expect(record.next(at(9), at(2))?.sha256).toBe(a.sha256);
  expect(record.next(at(9), at(1))).toBeNull();
});

test('what is passed over is not given again, and the others are', () => {
  const record = newRecord();
  record.seen([a, b, c], at(0));
  record.note(a.sha256, 'damaged', at(1));
  const next = (passed: Parameters<typeof record.next>[2]) => record.next(at(10), at(5), passed);
  const [first, second] = [next({}), next({ wrong: { checked: at(1).getTime(), sha256: a.sha256 } })];
  expect([first?.sha256, second?.sha256]).toEqual([a.sha256, b.sha256]);
  if (!first || !second) throw new Error('none');
  const third = next({ wrong: first, old: second });
  expect(third?.sha256).toBe(c.sha256);
  expect(next({ wrong: first, ...(third && { old: third }) })).toBeNull();
  expect(next({})?.sha256).toBe(a.sha256);
});

test('a master that is expected and was not seen is due at once; what is neither is forgotten', () => {
  const record = newRecord();
  record.seen([a, b, c], at(0));
  record.expected([a, b], at(0));
  for (const { sha256 } of [a, b, c]) record.note(sha256, 'sound', at(0));
  record.seen([a], at(1));
  record.expected([a, b], at(1));
  record.listed(at(1));
  expect(record.next(later, at(-1))?.sha256).toBe(b.sha256);
  expect(record.counts(later).masters).toBe(2);
});

test('a master of another size than it came with is due at once; 0 tells no size', () => {
  const record = newRecord();
  record.seen([a, b, c], at(0));
  for (const { sha256 } of [a, b, c]) record.note(sha256, 'sound', at(0));
  record.expected([a, { ...b, bytes: 101 }, { ...c, bytes: 0 }], at(1));
  expect(record.waiting(at(1), at(-1))).toEqual({ masters: 1, bytes: 100 });
  expect(record.next(at(1), at(-1))?.sha256).toBe(b.sha256);
});

test('two listings at once do not make each other forget', () => {
  const record = newRecord();
  record.seen([a], at(2));
  record.seen([a], at(1));
  record.expected([b], at(2));
  record.expected([b], at(1));
  record.listed(at(2));
  expect(record.counts(later).masters).toBe(2);
});

test('a check that a wrong clock dates into the future is none', () => {
  const record = newRecord();
  record.seen([a], at(0));
  record.note(a.sha256, 'sound', at(500));
  record.listed(at(0));
  expect(record.next(at(0), at(0))?.sha256).toBe(a.sha256);
});

test('it remembers since when a master is wrong, when it was last sound, and how the whole archive is', () => {
  const dir = newFolder();
  {
    using record = openFixityRecord(dir);
    record.seen([a, b, c], at(0));
    record.note(a.sha256, 'sound', at(1));
    for (const day of [4, 5]) record.note(a.sha256, 'damaged', at(day));
    record.note(b.sha256, 'missing', at(5));
    record.note(c.sha256, 'sound', at(3));
  }
  const told = readFixityRecord(dir, (record) => [record.wrong(), record.alarms(), record.counts(at(94))]);
  expect(told).toEqual([
    [
      { sha256: a.sha256, state: 'damaged', since: at(4), soundAt: at(1) },
      { sha256: b.sha256, state: 'missing', since: at(5), soundAt: null },
    ],
    { damaged: 1, missing: 1 },
    { masters: 3, bytes: 300, sound: 1, damaged: 1, missing: 1, overdue: 1 },
  ]);
});

test('a check of everything that was broken off goes on from its own beginning', () => {
  const record = newRecord();
  expect(record.beginWhole(at(1))).toEqual(at(1));
  expect(record.beginWhole(at(2))).toEqual(at(1));
  record.endWhole();
  expect(record.beginWhole(at(3))).toEqual(at(3));
});

test('whoever only asks makes no record', () => {
  const dir = newFolder();
  expect(readFixityRecord(dir, () => 'asked')).toBeUndefined();
});

test('a damaged record is named', () => {
  const dir = newFolder();
  openFixityRecord(dir)[Symbol.dispose]();
  writeFileSync(recordFile(dir), 'no database at all, but long enough to be looked at'.repeat(100));
  expect(() => openFixityRecord(dir)).toThrow(
    expect.objectContaining({ code: 'fixity-record-damaged', values: { file: recordFile(dir) } }),
  );
});
