import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change } from '#feed/change.ts';
import { limits } from '#feed/limits.ts';
import { origin } from '#feed/position.ts';
import { at, codeOf, feedWith, filesOf, readAll, readerOf, temporaryFolder, writerOf } from './support/feed-folder.ts';
import { article, image, put, withdraw } from './support/records.ts';

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
const aChange: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(fc.nat(20), words, words).map(([number, title, summary]) => put(article(number, title, summary))),
  fc.nat(20).map((number) => withdraw('article', number)),
);

test('whatever is appended, in whatever portions, reads back the same and in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(aChange, { maxLength: 6 }), { maxLength: 6 }), async (lists) => {
      await using dir = await temporaryFolder();
      const position = await feedWith(dir.path, ...lists);
      const { entries, checkpoint } = await readAll(dir.path);
      expect(entries.map(({ change }) => change)).toEqual(lists.flat());
      expect(entries.map(({ seq }) => seq)).toEqual(lists.flat().map((_, index) => index + 1));
      expect(checkpoint).toMatchObject({ seq: position.seq, segment: position.segment, head: position.head });
    }),
    { numRuns: 40 },
  );
});

test('a reader goes on where it stopped', async () => {
  await using dir = await temporaryFolder();
  await using writer = await writerOf(dir.path);
  await writer.append([put(article(1, 'Chợ Bến Thành'))], at);
  const held = writer.position;
  await writer.append([put(article(2, 'Bến Bạch Đằng')), withdraw('article', 1)], at);
  const reader = readerOf(dir.path);
  const seen = [];
  for await (const { entries } of reader.segments(held, await reader.checkpoint(held))) seen.push(...entries);
  expect(seen.map(({ seq }) => seq)).toEqual([2, 3]);
});

test('a long append is split into segments within both bounds', async () => {
  await using dir = await temporaryFolder();
  const big = 'x'.repeat(1_900);
  const changes = Array.from({ length: 700 }, (_, number) => put(article(number, 't', big)));
  const heavy = Array.from({ length: 12 }, (_, number) => {
    const record = article(number, 't');
    const edition = record.editions.vi?.[0];
    edition?.body.push({ type: 'paragraph', children: [{ type: 'text', text: 'ợ'.repeat(300_000) }] });
    return put(record);
  });
  await feedWith(dir.path, changes, heavy);
  const reader = readerOf(dir.path);
  const sizes: number[] = [];
  for await (const { segment, entries } of reader.segments(origin, await reader.checkpoint())) {
    sizes.push(entries.length);
    const { size } = await stat(join(dir.path, `segments/${String(segment).padStart(6, '0')}.json`));
    expect(size).toBeLessThanOrEqual(limits.envelope);
  }
  expect(sizes).toEqual([256, 256, 188, 4, 4, 4]);
});

test('what readers would refuse does not enter, and the feed goes on', async () => {
  await using dir = await temporaryFolder();
  await using writer = await writerOf(dir.path);
  const huge = article(1, 't');
  huge.editions.vi?.[0]?.body.push({
    type: 'paragraph',
    children: [{ type: 'text', text: 'x'.repeat(limits.payload) }],
  });
  const lone = put(article(1, 'broken \ud800 title'));
  const odd = { ...put(article(1, 't')), secret: 1 };
  expect(await codeOf(() => writer.append([put(huge)], at))).toBe('feed-too-large');
  expect(await codeOf(() => writer.append([lone], at))).toBe('feed-malformed');
  expect(await codeOf(() => writer.append([odd], at))).toBe('feed-malformed');
  expect(await codeOf(() => writer.append([put(image(1, 'a'.repeat(64), 3))], at))).toBe('feed-blob-missing');
  expect(writer.position.seq).toBe(0);
  expect(await writer.append([put(article(1, 'sound'))], at)).toEqual({ firstSeq: 1, lastSeq: 1 });
  expect((await readAll(dir.path)).entries).toHaveLength(1);
});

test('parallel writes queue up and lose nothing', async () => {
  await using dir = await temporaryFolder();
  await using writer = await writerOf(dir.path);
  const numbers = Array.from({ length: 30 }, (_, number) => number);
  await Promise.all(numbers.flatMap((n) => [writer.append([put(article(n, `Bài ${n}`))], at), writer.touch(at)]));
  expect((await readAll(dir.path)).entries.map(({ change }) => change)).toEqual(
    numbers.map((n) => put(article(n, `Bài ${n}`))),
  );
});

test('a touched checkpoint says the new time and nothing else new', async () => {
  await using dir = await temporaryFolder();
  await using writer = await writerOf(dir.path);
  await writer.append([put(article(1, 'Một'))], at);
  const before = await readerOf(dir.path).checkpoint();
  const later = new Date('2026-03-01T12:00:30.000Z');
  await writer.touch(later);
  expect(await readerOf(dir.path).checkpoint()).toEqual({ ...before, issuedAt: later.toISOString() });
});

test('blobs are named by their hash, stored once, healed when they have rotted', async () => {
  await using dir = await temporaryFolder();
  await using writer = await writerOf(dir.path);
  const bytes = Buffer.from('picture');
  const name = await writer.putBlob(bytes);
  expect(await writer.putBlob(bytes)).toBe(name);
  expect(Buffer.from(await readerOf(dir.path).blob(name))).toEqual(bytes);
  const { writeFile } = await import('node:fs/promises');
  const file = (await filesOf(dir.path)).find((path) => path.endsWith(name));
  await writeFile(join(dir.path, file ?? ''), 'rotten');
  expect(await codeOf(() => readerOf(dir.path).blob(name))).toBe('feed-blob-bad');
  await writer.putBlob(bytes);
  expect(Buffer.from(await readerOf(dir.path).blob(name))).toEqual(bytes);
  await writer.removeBlob(name);
  expect(await codeOf(() => readerOf(dir.path).blob(name))).toBe('feed-blob-missing');
});
