import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FailureCode } from '#errors/failures.ts';
import { countersign } from '#feed/countersign.ts';
import { publicHalf } from '#feed/keys.ts';
import { underCheckpoint } from '#feed/medium/carry-files.ts';
import { origin, type Position } from '#feed/position.ts';
import { openFeedReader } from '#feed/reader.ts';
import { openSource } from '#feed/source.ts';
import { exported, imported, twoSides } from './support/carried.ts';
import { at, codeOf, filesOf, key, keyOf, trust, writerOf } from './support/feed-folder.ts';
import { article, put } from './support/records.ts';

const [officer, deputy] = [keyOf(21), keyOf(22)];
const both = [...trust, publicHalf(officer)];
const three = [...both, publicHalf(deputy)];
const needed = { trust: three, signatures: 2 };

let sides: Awaited<ReturnType<typeof twoSides>>;
beforeAll(async () => {
  sides = await twoSides();
  await released(1, 'Một');
});
afterAll(() => sides?.[Symbol.asyncDispose]());

const released = async (number: number, title: string): Promise<void> => {
  await using writer = await writerOf(sides.inner);
  await writer.append([put(article(number, title))], at);
};

const signedBy = (by = officer, after: Position = origin) =>
  countersign({ source: openSource(sides.inner), trust: three, key: by, after });

/** Carries what this officer signs, or where nobody does, what the gate has signed alone. */
const carried = async (name: string, by: typeof officer | null): Promise<string> => {
  const source = openSource(sides.inner);
  const signed = by === null ? source : underCheckpoint(source, (await signedBy(by)).file);
  await exported(sides.inner, sides.place(name), 0, { source: signed, trust: three });
  return sides.place(name);
};

test('R61: what the gate has signed alone is carried out for nothing: it is refused, and nothing is touched', async () => {
  const medium = await carried('alone', null);
  expect(await codeOf(() => imported(medium, sides.outer, needed))).toBe('feed-signatures-few' satisfies FailureCode);
  expect((await filesOf(sides.outer)).filter((file) => file.endsWith('.json'))).toEqual([]);
});

test('R61: what both have signed counts at the medium and at a node, and nodes that know one key go on as before', async () => {
  await imported(await carried('both', officer), sides.outer, needed);
  const source = openSource(sides.outer);
  const reader = openFeedReader({ source, ...needed });
  const checkpoint = await reader.checkpoint();
  expect(checkpoint.seq).toBe(1);
  expect(await openFeedReader({ source, trust }).checkpoint()).toEqual(checkpoint);
  expect((await openFeedReader({ source: openSource(sides.inner), trust }).checkpoint()).seq).toBe(1);
});

test('R61: one key that signs twice is one key', async () => {
  const file = join(sides.outer, 'checkpoint.json');
  const good = await readFile(file, 'utf8');
  const envelope = JSON.parse(good);
  const [first] = envelope.signatures;
  await writeFile(file, JSON.stringify({ ...envelope, signatures: [first, first, { ...first, keyid: 'another' }] }));
  const again = openFeedReader({ source: openSource(sides.outer), trust: [...three, ...trust], signatures: 2 });
  expect(await codeOf(() => again.checkpoint())).toBe('feed-signatures-few');
  await writeFile(file, good);
  expect(await codeOf(() => signedBy(key))).toBe('key-adds-nothing');
  expect(await codeOf(() => signedBy(keyOf(23)))).toBe('key-adds-nothing');
});

test('R61: a revoked officer’s signature stops counting, and another officer’s goes on', async () => {
  await released(2, 'Hai');
  const left = { trust: [...trust, publicHalf(deputy)], signatures: 2 };
  const node = openFeedReader({ source: openSource(sides.outer), ...left });
  expect(await codeOf(() => node.checkpoint())).toBe('feed-signatures-few');
  const revoked = await carried('revoked', officer);
  expect(await codeOf(() => imported(revoked, sides.outer, left))).toBe('feed-signatures-few');
  await imported(await carried('deputy', deputy), sides.outer, left);
  expect((await node.checkpoint()).seq).toBe(2);
});

test('R61: a stolen gate’s key puts nothing before what the officer has signed', async () => {
  const stolen = sides.place('stolen');
  await cp(sides.inner, stolen, { recursive: true });
  const { file: signed } = await signedBy();
  await released(3, 'Ba');
  const { file: later } = await signedBy();
  await rm(join(stolen, 'lock'), { force: true });
  await using writer = await writerOf(stolen);
  await writer.append([put(article(3, 'Chèn vào'))], at);
  const forged = openFeedReader({ source: underCheckpoint(openSource(stolen), later), ...needed });
  const seen: number[] = [];
  const walk = async () => {
    for await (const { segment } of forged.segments(origin, await forged.checkpoint())) seen.push(segment);
  };
  expect(await codeOf(walk)).toBe('feed-chain-broken');
  expect(seen).toEqual([]);
  const held = openFeedReader({ source: underCheckpoint(openSource(stolen), signed), ...needed });
  expect((await held.checkpoint()).seq).toBe(2);
});

test('the officer is told what goes out behind the place that was signed before', async () => {
  const before = await signedBy();
  await released(4, 'Bốn');
  const { seq, segment, head, feed } = before.checkpoint;
  const { entries } = await signedBy(officer, { feed, segment, seq, head });
  expect(entries.map((entry) => entry.seq)).toEqual([4]);
});
