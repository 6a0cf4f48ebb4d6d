import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { someLine } from '../../test/support/arbitrary-audit-content.ts';
import type { KnownRemoval } from './known-removal.ts';
import { openLogWriter } from './log-writer.ts';
import { linesPath } from './paths.ts';
import type { Range } from './ranges.ts';
import { foreseeRemoval, sweepLines } from './sweep.ts';
import { verifyLog } from './verify-log.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'benthanh-removed-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const record = 'a'.repeat(64);
const places: readonly Range[] = [
  [2, 4],
  [6, 6],
];

/** Eight lines, and the roots that the log had on its way. */
const written = async () => {
  using log = await openLogWriter(dir);
  return Array.from({ length: 8 }, (_, index) => {
    log.append([{ line: { ...someLine, id: `line-${index}`, who: `person ${index}`, count: index + 1 } }]);
    return { size: log.size, root: log.root().toString('hex') };
  });
};
const entered = async (lines = 4) => {
  using log = await openLogWriter(dir);
  log.append([{ removal: { number: 1, record, lines, at: '2026-11-27T10:00:00.000Z' } }]);
};
const foreseen = async (): Promise<KnownRemoval> => ({
  ...{ number: 1, record, places },
  ...(await foreseeRemoval(dir, 1, places)),
});
const text = () => readFile(linesPath(dir, 1), 'utf8');
const edit = async (change: (text: string) => string) => writeFile(linesPath(dir, 1), change(await text()));

describe('lines whose content was removed', () => {
  test('the log holds every root that it had, goes on, and says by which record how many are gone', async () => {
    const known = await written();
    const removal = await foreseen();
    expect(removal.lines).toBe(4);
    await entered();
    // Interrupted before the lines were swept, it is sound as well
    expect(await verifyLog({ dir, known, removals: [removal] })).toMatchObject({ fault: null, removed: [] });
    expect(await sweepLines(dir, 1, places)).toBe(4);
    expect(await sweepLines(dir, 1, places)).toBe(0);
    expect(await text()).not.toMatch(/person [1235]|line-[1235]/);
    expect(await text()).toMatch(/person 0.*person 4.*person 7/s);
    const seen: number[] = [];
    const report = await verifyLog({ dir, known, removals: [removal], each: ({ n }) => Boolean(seen.push(n)) });
    expect(report).toMatchObject({ size: 9, fault: null, contradicted: null, agreed: 8 });
    expect(report.removed).toEqual([{ number: 1, lines: 4 }]);
    expect(seen).toEqual([1, 5, 7, 8, 9]);
    const later = await written();
    expect((await verifyLog({ dir, known: later, removals: [removal] })).fault).toBeNull();
  });

  test('without a record, or past what it names, they are missed, the first by its number', async () => {
    await written();
    const removal = await foreseen();
    await sweepLines(dir, 1, places);
    const fault = async (...removals: KnownRemoval[]) => (await verifyLog({ dir, known: [], removals })).fault;
    expect(await fault()).toEqual({ kind: 'unrecorded', line: 2 });
    expect(await fault({ ...removal, number: 2 })).toEqual({ kind: 'unrecorded', line: 2 });
    expect(await fault({ ...removal, places: [[2, 4]] })).toEqual({ kind: 'unrecorded', line: 6 });
    // The record is not in the log itself
    expect(await fault(removal)).toEqual({ kind: 'unrecorded', line: 2 });
    await entered();
    expect(await fault(removal)).toBeNull();
    expect(await fault({ ...removal, record: 'b'.repeat(64) })).toEqual({ kind: 'unrecorded', line: 2 });
  });

  test('a record that is gone is missed by what the log tells of it', async () => {
    await written();
    await entered();
    expect((await verifyLog({ dir, known: [], removals: [] })).fault).toEqual({ kind: 'unrecorded', line: 9 });
  });

  test.each<[string, (text: string) => string, object]>([
    ['another line is swept under the same record', (all) => all, { kind: 'unrecorded', line: 7 }],
    ['the leaf is another one', (all) => all.replace(/"leaf":"./, '"leaf":"g'), { kind: 'changed', line: 2 }],
    ['the leaf is well formed and another one', flipped('leaf'), { kind: 'changed', line: 2 }],
    ['the link is another one', (all) => flipped('link')(all), { kind: 'changed', line: 2 }],
    ['the key of a row is another one', flipped('key'), { kind: 'changed', line: 2 }],
    ['what stays of a line is gone', (all) => all.replace(/^\{"n":2.*\n/m, ''), { kind: 'removed', line: 2 }],
  ])('%s: it is named', async (what, change, fault) => {
    await written();
    const removal = await foreseen();
    await entered();
    await sweepLines(dir, 1, places);
    if (what.startsWith('another')) await sweepLines(dir, 1, [[7, 7]]);
    await edit(change);
    expect((await verifyLog({ dir, known: [], removals: [removal] })).fault).toEqual(fault);
  });
});

/** Changes the first of these hashes, which stays one. */
function flipped(name: string) {
  return (all: string): string =>
    all.replace(new RegExp(`"${name}":"(.)`), (_, first) => `"${name}":"${first === '0' ? '1' : '0'}`);
}
