import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AtRest } from '#media/intake/at-rest.ts';
import { wholeOf } from '#media/intake/kept.ts';
import { addGeneration, openKeyFolder } from '#sealing/key-folder.ts';
import { sealedAtRest } from '../at-rest/sealed-at-rest.ts';
import { openSealedPieces } from './sealed-pieces.ts';

const unlock = Buffer.from('a passphrase of some length');
const ids = ['0d4f4d33-8a0c-4c3e-9c3c-5a3f0a6f2b11', '1d4f4d33-8a0c-4c3e-9c3c-5a3f0a6f2b11'] as const;
const [id, other] = ids;
let root: string;
let atRest: AtRest;
/** Files that were looked into since somebody last asked. */
let looked = 0;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'benthanh-pieces-'));
  await addGeneration(join(root, 'keys'), 'restricted', unlock);
  const keys = openKeyFolder(join(root, 'keys'), unlock);
  const sealed = sealedAtRest(async () => keys);
  const sizeOf: AtRest['sizeOf'] = (path) => {
    looked += 1;
    return sealed.sizeOf(path);
  };
  atRest = { ...sealed, sizeOf };
}, 60_000);
afterAll(() => rm(root, { recursive: true }));

const folderOf = (): Promise<string> => mkdtemp(join(root, 'uploads-'));

async function* line(...chunks: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

test('however small the pieces are, the next one costs no more for all that came before', async () => {
  const folder = await folderOf();
  const pieces = openSealedPieces(folder, atRest);
  const sent = Buffer.from(Array.from({ length: 40 }, (_, at) => at));
  // Another upload lies there as well
  await pieces.append(other, line(Buffer.from('x')), 0);
  let most = 0;
  for (let at = 0; at < sent.length; at += 1) {
    looked = 0;
    expect(await pieces.append(id, line(sent.subarray(at, at + 1)), at)).toBe(at + 1);
    most = Math.max(most, looked);
  }
  expect(most).toBeLessThan(10);
  const names = (await readdir(folder)).filter((name) => name.startsWith(id));
  expect(names.length).toBeLessThan(10);
  expect(Buffer.from(await wholeOf({ body: pieces.content(id) })).equals(sent)).toBe(true);
  expect([await pieces.size(id), await pieces.size(other)]).toEqual([sent.length, 1]);
  await pieces.remove(id);
  expect(await readdir(folder)).toEqual([`${other}.0`]);
}, 60_000);

test('pieces that shrink or differ are joined too, and large ones are written once', async () => {
  const [mixed, large] = [await folderOf(), await folderOf()];
  const lengths = Array.from({ length: 20 }, (_, at) => 200 - 9 * at);
  const append = async (folder: string, sizes: readonly number[]) => {
    const pieces = openSealedPieces(folder, atRest);
    let at = 0;
    for (const size of sizes) at = await pieces.append(id, line(Buffer.alloc(size, size)), at);
    expect((await wholeOf({ body: pieces.content(id) })).byteLength).toBe(at);
    return (await readdir(folder)).length;
  };
  expect(await append(mixed, lengths)).toBeLessThan(8);
  expect(
    await append(
      large,
      Array.from({ length: 4 }, () => 3 * 1024 * 1024),
    ),
  ).toBe(4);
});

test('a piece that stayed behind when two were joined is counted once', async () => {
  const folder = await folderOf();
  const pieces = openSealedPieces(folder, atRest);
  for (let at = 0; at < 2; at += 1) await pieces.append(id, line(Buffer.from([at])), at);
  const behind = join(folder, `${id}.1`);
  await copyFile(behind, join(root, 'kept'));
  await pieces.append(id, line(Buffer.from([2])), 2);
  expect((await readdir(folder)).sort()).toEqual([`${id}.0`, `${id}.2`]);
  await copyFile(join(root, 'kept'), behind);
  expect([await pieces.size(id), [...(await wholeOf({ body: pieces.content(id) }))]]).toEqual([3, [0, 1, 2]]);
  expect(await pieces.append(id, line(Buffer.from([3])), 3)).toBe(4);
  expect([...(await wholeOf({ body: pieces.content(id) }))]).toEqual([0, 1, 2, 3]);
});

test('a piece that breaks off is kept as far as it came, and what the line says is said', async () => {
  const pieces = openSealedPieces(await folderOf(), atRest);
  const breaking = async function* () {
    yield Buffer.from('ab');
    throw new Error('the line is gone');
  };
  await expect(pieces.append(id, breaking(), 0)).rejects.toThrow('the line is gone');
  expect(await pieces.size(id)).toBe(2);
});

test('what has changed where it lies is told as that, and not where it lies', async () => {
  const folder = await folderOf();
  const pieces = openSealedPieces(folder, atRest);
  await pieces.append(id, line(Buffer.from('a')), 0);
  const path = join(folder, `${id}.0`);
  const bytes = await readFile(path);
  bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
  await writeFile(path, bytes);
  const told = expect.objectContaining({ code: 'upload-damaged', values: {} });
  await expect(wholeOf({ body: pieces.content(id) })).rejects.toEqual(told);
  await pieces.append(id, line(Buffer.from('b')), 1);
  await expect(pieces.append(id, line(Buffer.from('c')), 2)).rejects.toEqual(told);
});

test('what is whole can be read from any of its bytes on, and no piece but those that are asked for is opened', async () => {
  const folder = await folderOf();
  let opened = 0;
  const counting: AtRest['open'] = (path) => {
    opened += 1;
    return atRest.open(path);
  };
  const pieces = openSealedPieces(folder, { ...atRest, open: counting });
  const sizes = [70_000, 5_000_000, 131_072, 5_000_000, 1];
  const sent = Buffer.alloc(sizes.reduce((sum, size) => sum + size, 0));
  for (let at = 0; at < sent.length; at += 4) sent.writeUInt32LE(at % 0xffff_fffb, Math.min(at, sent.length - 4));
  let at = 0;
  for (const size of sizes) at = await pieces.append(id, line(sent.subarray(at, at + size)), at);
  const whole = await pieces.whole(id);
  expect(whole.bytes).toBe(sent.length);
  opened = 0;
  for (const from of [sent.length - 1, sent.length - 2, sent.length - 1]) {
    const bytes = await wholeOf({ body: whole.from(from) });
    expect(Buffer.from(bytes).equals(sent.subarray(from))).toBe(true);
  }
  expect(opened).toBeLessThanOrEqual(2);
  for (const from of [0, 1, 65_535, 65_536, 69_999, 70_000, 5_069_999, 5_070_000, 5_070_001, 5_201_072])
    expect(Buffer.from(await wholeOf({ body: whole.from(from) })).equals(sent.subarray(from))).toBe(true);
});
