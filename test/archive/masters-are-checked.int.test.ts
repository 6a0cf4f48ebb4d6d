import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { readFile, rename, rm, stat } from 'node:fs/promises';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Failure } from '#errors/failure.ts';
import { checkDue, type Looked } from '#media/fixity/check-due.ts';
import { openPace } from '#media/fixity/pace.ts';
import { openFixityRecord, readFixityRecord } from '#media/fixity/record.ts';
import { takeStock } from '#media/fixity/take-stock.ts';
import { type Archive, type Harm, harms, newArchive } from './support/archive.ts';

interface Round {
  /** What images name; every master unless told otherwise. */
  readonly expected?: readonly string[];
  readonly mirror?: string | undefined;
  readonly bytesPerSecond?: number;
  readonly stop?: AbortController;
  readonly onLooked?: (looked: Looked) => void;
}

/** Checks everything that was not looked at yet today, as command and studio do. */
async function check({ dir, names }: Archive, round: Round = {}, before = new Date()): Promise<Looked[]> {
  const { expected = names, mirror, bytesPerSecond = 1e9, stop = new AbortController() } = round;
  const { signal } = stop;
  const all: Looked[] = [];
  const onLooked = (looked: Looked) => {
    all.push(looked);
    round.onLooked?.(looked);
  };
  using record = openFixityRecord(dir);
  await takeStock({ dir, record, expected: portionOf(expected), signal });
  const pace = openPace(bytesPerSecond);
  const onPassed = (_: string, away: Failure) => expect.unreachable(away.code);
  await checkDue({ dir, mirror, record, pace, signal, onLooked, onPassed }, before).catch((cause) => {
    if (!signal.aborted) throw cause;
  });
  await nextMillisecond();
  return all;
}

/** What was looked at in the very millisecond in which the next round begins is not due in it. */
const nextMillisecond = async (): Promise<void> => {
  for (const now = Date.now(); Date.now() === now; ) await turn();
};

async function* portionOf(names: readonly string[]) {
  yield names.map((sha256) => ({ sha256, bytes: 5000 }));
}

const outcomes = (all: readonly Looked[]) => Object.fromEntries(all.map(({ sha256, outcome }) => [sha256, outcome]));
const alarmsIn = ({ dir }: Archive) => readFixityRecord(dir, (record) => record.alarms());
const isSound = async (path: string, sha256: string) =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex') === sha256;

test('sound masters are found sound, each once, and nothing is changed', async () => {
  const archive = await newArchive(12);
  const all = await check(archive, { mirror: archive.mirror });
  expect(all.map(({ sha256 }) => sha256).sort()).toEqual([...archive.names].sort());
  expect(new Set(all.map(({ outcome }) => outcome))).toEqual(new Set(['sound']));
  expect(alarmsIn(archive)).toEqual({ damaged: 0, missing: 0 });
  expect(await archive.aside()).toEqual({});
});

describe.each(Object.keys(harms) as Harm[])('a master that is %s', (harm) => {
  const state = harm === 'deleted' ? 'missing' : 'damaged';

  test('is mended from the mirror, its damaged bytes kept aside', async () => {
    const archive = await newArchive(4);
    const [victim = ''] = archive.names;
    await harms[harm](archive.path(victim));
    const bytes = await readFile(archive.path(victim)).catch(() => null);
    expect(outcomes(await check(archive, { mirror: archive.mirror }))).toMatchObject({ [victim]: 'mended' });
    expect(await isSound(archive.path(victim), victim)).toBe(true);
    expect((await stat(archive.path(victim))).mode & 0o777).toBe(0o444);
    expect(Object.values(await archive.aside())).toEqual(bytes === null ? [] : [bytes]);
    expect(await archive.arriving()).toEqual([]);
    expect(alarmsIn(archive)).toEqual({ damaged: 0, missing: 0 });
  });

  test.each([
    ['no mirror is there', 'no-mirror', async () => undefined],
    [
      'the mirror lacks it',
      'not-in-mirror',
      async (archive: Archive, name: string) => {
        await rm(archive.inMirror(name));
        return archive.mirror;
      },
    ],
    [
      'the mirror is wrong too',
      'mirror-wrong',
      async (archive: Archive, name: string) => {
        await harms.flipped(archive.inMirror(name));
        return archive.mirror;
      },
    ],
  ] as const)('stays as it is and raises an alarm while %s', async (_, why, prepare) => {
    const archive = await newArchive(4);
    const [victim = ''] = archive.names;
    await harms[harm](archive.path(victim));
    const bytes = await readFile(archive.path(victim)).catch(() => null);
    const mirror = await prepare(archive, victim);
    const found = (await check(archive, { mirror })).find(({ sha256 }) => sha256 === victim);
    expect(found).toMatchObject({ outcome: state, why });
    expect(await readFile(archive.path(victim)).catch(() => null)).toEqual(bytes);
    expect([await archive.aside(), await archive.arriving()]).toEqual([{}, []]);
    expect(alarmsIn(archive)).toEqual({ damaged: 0, missing: 0, [state]: 1 });
  });
});

test('what is wrong is looked at again at every check, and the alarm ends when it is put back', async () => {
  const archive = await newArchive(3);
  const [lost = '', kept = ''] = archive.names;
  await rename(archive.path(lost), `${archive.dir}/elsewhere`);
  const began = new Date();
  await check(archive);
  expect(outcomes(await check(archive, {}, began))).toEqual({ [lost]: 'missing' });
  await rename(`${archive.dir}/elsewhere`, archive.path(lost));
  expect(outcomes(await check(archive, {}, began))).toEqual({ [lost]: 'sound' });
  expect(outcomes(await check(archive, {}, began))).toEqual({});
  expect(alarmsIn(archive)).toEqual({ damaged: 0, missing: 0 });
  expect(readFixityRecord(archive.dir, (record) => record.counts(new Date()).sound)).toBe(3);
  expect(await isSound(archive.path(kept), kept)).toBe(true);
});

test('a master that is damaged twice leaves both kinds of bytes aside', async () => {
  const archive = await newArchive(1);
  const [victim = ''] = archive.names;
  for (const harm of [harms.flipped, harms.truncated, harms.flipped]) {
    await harm(archive.path(victim));
    expect(outcomes(await check(archive, { mirror: archive.mirror }))).toEqual({ [victim]: 'mended' });
  }
  const aside = await archive.aside();
  expect(Object.values(aside).map(({ length }) => length)).toEqual(expect.arrayContaining([5000, 100]));
  expect(Object.keys(aside)).toHaveLength(2);
  for (const [name, bytes] of Object.entries(aside)) {
    expect(name).toBe(`${victim}-${createHash('sha256').update(bytes).digest('hex')}`);
  }
});

test('a master that no image names is checked too, and nobody misses it when it goes', async () => {
  const archive = await newArchive(2);
  const [named = '', unnamed = ''] = archive.names;
  await harms.flipped(archive.path(unnamed));
  const first = outcomes(await check(archive, { expected: [named] }));
  expect(first).toEqual({ [named]: 'sound', [unnamed]: 'damaged' });
  await rm(archive.path(unnamed));
  await check(archive, { expected: [named] });
  expect(alarmsIn(archive)).toEqual({ damaged: 0, missing: 0 });
});

test.each([
  ['named by an image is missing', true, 2],
  ['named by none is nobody’s loss', false, 0],
])('a master that goes after the listing and is %s', async (_, isNamed, missing) => {
  const archive = await newArchive(3);
  const removeOthers = ({ sha256 }: Looked) => {
    for (const name of archive.names) if (name !== sha256) rmSync(archive.path(name), { force: true });
  };
  let isFirst = true;
  const onLooked = (looked: Looked) => {
    if (isFirst) removeOthers(looked);
    isFirst = false;
  };
  await check(archive, { expected: isNamed ? archive.names : [], onLooked });
  expect(alarmsIn(archive)).toEqual({ damaged: 0, missing });
});

test('a store in which nothing is at all is refused, and not filled from the mirror', async () => {
  const archive = await newArchive(3);
  for (const name of archive.names) await rm(`${archive.dir}/${name.slice(0, 2)}`, { recursive: true, force: true });
  const failure = { code: 'masters-absent', values: { folder: archive.dir } };
  await expect(check(archive, { mirror: archive.mirror })).rejects.toMatchObject(failure);
  await expect(stat(archive.path(archive.names[0] ?? ''))).rejects.toThrow();
});

test('a check that is stopped within a master goes on from there, and looks at the others once', async () => {
  const archive = await newArchive(6);
  const began = new Date();
  const stop = new AbortController();
  const first = await check(archive, {
    stop,
    // The second master would be read eight minutes later.
    bytesPerSecond: 10,
    onLooked: () => setImmediate(() => stop.abort()),
  });
  expect(first).toHaveLength(1);
  const second = await check(archive, {}, began);
  expect(second.map(({ sha256 }) => sha256).sort()).toEqual(
    archive.names.filter((name) => name !== first[0]?.sha256).sort(),
  );
});
