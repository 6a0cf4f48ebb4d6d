import { readdir, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change } from '#feed/change.ts';
import { limits } from '#feed/limits.ts';
import { blobPath, snapshotPath } from '#feed/paths.ts';
import { needsSnapshot, origin, positionAt } from '#feed/position.ts';
import { readEntries } from '#feed/read-entries.ts';
import { openSource } from '#feed/source.ts';
import { subjectOf } from '#feed/subject-of.ts';
import { verifyFeed } from '#feed/verify-feed.ts';
import { at, codeOf, copyOf, filesOf, readerOf, temporaryFolder, trust, writerOf } from './support/feed-folder.ts';
import { article, idOf, image, put, withdraw } from './support/records.ts';

/** State of every document after all entries, by the snapshot where there is one. */
const stateOf = async (dir: string) => {
  const reader = readerOf(dir);
  const state = new Map<string, unknown>();
  for await (const entry of readEntries(reader, await reader.checkpoint())) state.set(subjectOf(entry.change), entry);
  return state;
};

const allOf = async <T>(items: Iterable<T> | AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
};

type Act = Change | 'snapshot' | 'prune';
const anAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.nat(5), fc.nat(99)).map(([id, title]) => put(article(id, `Bài ${title}`))) },
  { weight: 2, arbitrary: fc.nat(5).map((id) => withdraw('article', id)) },
  { weight: 1, arbitrary: fc.constant('snapshot' as const) },
  { weight: 1, arbitrary: fc.constant('prune' as const) },
);

test('whenever snapshots are taken and history is pruned, the state is that of the whole history', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { maxLength: 25 }), async (acts) => {
      await using dir = await temporaryFolder();
      await using writer = await writerOf(dir.path);
      const expected = new Map<string, unknown>();
      let seq = 0;
      for (const act of acts) {
        if (act === 'snapshot') await writer.writeSnapshot(at);
        else if (act === 'prune') await writer.prune(at);
        else {
          seq += 1;
          await writer.append([act], at);
          expected.set(subjectOf(act), { seq, at: at.toISOString(), change: act });
        }
      }
      expect(await stateOf(dir.path)).toEqual(expected);
      expect((await verifyFeed({ source: openSource(dir.path), trust })).fault).toBeNull();
    }),
    { numRuns: 30 },
  );
});

test('a reader behind the pruned segments is told to take the snapshot, and goes on behind it', async () => {
  await using dir = await temporaryFolder();
  await using writer = await writerOf(dir.path);
  await writer.append([put(article(1, 'Một'))], at);
  const early = writer.position;
  await writer.append([put(article(1, 'Một, sửa lại')), withdraw('article', 2)], at);
  await writer.writeSnapshot(at);
  await writer.append([put(article(3, 'Ba'))], at);
  await writer.prune(at);
  const reader = readerOf(dir.path);
  const checkpoint = await reader.checkpoint(early);
  expect([needsSnapshot(early, checkpoint), needsSnapshot(origin, checkpoint)]).toEqual([true, true]);
  const behind = async () => {
    for await (const _ of reader.segments(early, checkpoint)) throw new Error('nothing may come');
  };
  expect(await codeOf(behind)).toBe('feed-truncated');
  const parts = await allOf(reader.snapshot(checkpoint) ?? []);
  expect(parts.flatMap(({ entries }) => entries.map((entry) => entry.seq))).toEqual([2, 3]);
  const start = positionAt(checkpoint, checkpoint.snapshot ?? origin);
  expect(needsSnapshot(start, checkpoint)).toBe(false);
  const segments = await allOf(reader.segments(start, checkpoint));
  expect(segments.flatMap(({ entries }) => entries.map((entry) => entry.seq))).toEqual([4]);
  expect(await readdir(join(dir.path, 'segments'))).toEqual(['000003.json']);
});

test('an empty feed has no snapshot, and pruning without one does nothing', async () => {
  await using dir = await temporaryFolder();
  await using writer = await writerOf(dir.path);
  expect(await writer.writeSnapshot(at)).toBeNull();
  await writer.append([put(article(1, 'Một'))], at);
  await writer.prune(at);
  expect(await readdir(join(dir.path, 'segments'))).toEqual(['000001.json']);
  expect(readerOf(dir.path).snapshot(await readerOf(dir.path).checkpoint())).toBeNull();
});

test('a big snapshot comes in parts; a part that is missing, foreign or out of its place is refused', async () => {
  await using dir = await temporaryFolder();
  await using writer = await writerOf(dir.path);
  const numbers = Array.from({ length: 600 }, (_, number) => number);
  await writer.append(
    numbers.map((number) => put(article(number, `Bài ${number}`))),
    at,
  );
  const old = await writer.writeSnapshot(at);
  await writer.append([withdraw('article', 0)], at);
  const mark = await writer.writeSnapshot(at);
  expect(mark).toMatchObject({ parts: 3, entries: 600, seq: 601 });
  const [first, second] = [snapshotPath(mark?.id ?? '', 1), snapshotPath(mark?.id ?? '', 2)];
  const parts = await allOf(readerOf(dir.path).snapshot(await readerOf(dir.path).checkpoint()) ?? []);
  expect(parts.map(({ entries }) => entries.length)).toEqual([limits.entries, limits.entries, 88]);
  expect(await codeOfDamage(dir.path, second, null)).toBe('feed-truncated');
  expect(await codeOfDamage(dir.path, second, first)).toBe('feed-order-broken');
  expect(await codeOfDamage(dir.path, second, snapshotPath(old?.id ?? '', 2))).toBe('feed-other');
});

/** Code of the fault when a file of the feed is taken away or replaced by another one of it. */
const codeOfDamage = async (dir: string, file: string, by: string | null) => {
  await using copy = await copyOf(dir);
  const { copyFile } = await import('node:fs/promises');
  if (by === null) await rm(join(copy.path, file));
  else await copyFile(join(copy.path, by), join(copy.path, file));
  const { fault } = await verifyFeed({ source: openSource(copy.path), trust });
  expect(fault?.file).toBe(file);
  return fault?.code;
};

test('appends go on while a snapshot is written', async () => {
  await using dir = await temporaryFolder();
  await using writer = await writerOf(dir.path);
  await writer.append(
    Array.from({ length: 300 }, (_, number) => put(article(number, `Bài ${number}`))),
    at,
  );
  const snapshot = writer.writeSnapshot(at);
  for (let number = 0; number < 20; number += 1) await writer.append([put(article(number, 'Sửa'))], at);
  expect((await snapshot)?.seq).toBe(300);
  expect((await stateOf(dir.path)).size).toBe(300);
  expect((await verifyFeed({ source: openSource(dir.path), trust })).fault).toBeNull();
});

test('the snapshot before stays for whoever reads it, older ones and unfinished ones go', async () => {
  await using dir = await temporaryFolder();
  const ids: string[] = [];
  await using writer = await writerOf(dir.path);
  for (let number = 0; number < 3; number += 1) {
    await writer.append([put(article(number, 'Bài'))], at);
    ids.push((await writer.writeSnapshot(at))?.id ?? '');
  }
  expect((await readdir(join(dir.path, 'snapshots'))).sort()).toEqual(ids.slice(1).sort());
  await writer.prune(at);
  expect(await readdir(join(dir.path, 'snapshots'))).toEqual(ids.slice(2));
});

test('collecting blobs takes old ones that no live record needs, and only those', async () => {
  await using dir = await temporaryFolder();
  await using writer = await writerOf(dir.path);
  const put1 = async (text: string) => writer.putBlob(Buffer.from(text));
  const [needed, orphan, young, again] = [await put1('a'), await put1('b'), await put1('c'), await put1('d')];
  const old = new Date('2026-01-01T00:00:00Z');
  for (const blob of [needed, orphan, again]) await utimes(join(dir.path, blobPath(blob)), old, old);
  await put1('d');
  await writer.append([put(image(1, needed, 1))], at);
  const removed = await writer.collectBlobs([image(1, needed, 1)], new Date('2026-02-01T00:00:00Z'));
  const left = (await filesOf(dir.path)).filter((file) => file.startsWith('blobs/'));
  expect(removed).toBe(1);
  expect(left).toEqual([needed, young, again].map(blobPath).sort());
  expect(left).not.toContain(blobPath(orphan));
});

test('a blob that an entry names while orphans are being collected stays', async () => {
  await using dir = await temporaryFolder();
  await using writer = await writerOf(dir.path);
  const blob = await writer.putBlob(Buffer.from('a'));
  const old = new Date('2026-01-01T00:00:00Z');
  await utimes(join(dir.path, blobPath(blob)), old, old);
  const live = async function* () {
    await writer.append([put(image(1, blob, 1))], at);
    yield article(2, idOf(2));
  };
  expect(await writer.collectBlobs(live(), at)).toBe(0);
  expect((await verifyFeed({ source: openSource(dir.path), trust })).fault).toBeNull();
});
