import { createHash } from 'node:crypto';
import { chmod, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { openMasterReader, openMasterStore } from '#media/intake/master-store.ts';
import { emptyStore } from './support/store.ts';

const bytes = new TextEncoder().encode('chợ Bến Thành '.repeat(5000));
const sha256 = createHash('sha256').update(bytes).digest('hex');
const path = `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;

async function* inPieces(fail = false): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 7000) yield bytes.subarray(at, at + 7000);
  if (fail) throw new Error('the line broke');
}

test('bytes come back exactly as they went in, under their hash and read-only', async () => {
  const { store, dir, files } = await emptyStore();
  expect(await store.put(inPieces())).toEqual({ sha256, bytes: bytes.length, existed: false });
  expect(await files()).toEqual([path]);
  expect((await stat(join(dir, path))).mode & 0o777).toBe(0o444);
  expect(Buffer.compare(await store.read(sha256), bytes)).toBe(0);
  const streamed = await store.stream(sha256);
  expect(streamed.bytes).toBe(bytes.length);
  expect(Buffer.compare(Buffer.from(await new Response(streamed.body).arrayBuffer()), bytes)).toBe(0);
});

test('the same bytes are kept once, also when they arrive many times at once', async () => {
  const { store, files } = await emptyStore();
  const stored = await Promise.all(Array.from({ length: 8 }, () => store.put(inPieces())));
  expect(new Set(stored.map((each) => each.sha256)).size).toBe(1);
  expect((await store.put(bytes)).existed).toBe(true);
  expect(await files()).toEqual([path]);
});

test('bytes that are there cost the disk what others cost, and stay the file that they are', async () => {
  const { store, dir, files } = await emptyStore();
  await store.put(bytes);
  const before = await stat(join(dir, path));
  const longAgo = new Date(0);
  const folders = [dirname(join(dir, path)), dirname(dirname(join(dir, path)))];
  for (const folder of folders) await utimes(folder, longAgo, longAgo);
  await store.put(inPieces());
  for (const folder of folders) expect((await stat(folder)).mtime).not.toEqual(longAgo);
  const { ino, mtimeMs } = await stat(join(dir, path));
  expect({ ino, mtimeMs }).toEqual({ ino: before.ino, mtimeMs: before.mtimeMs });
  expect(await files()).toEqual([path]);
});

test('a file that is too large is refused while it arrives, and leaves nothing', async () => {
  const { store, files } = await emptyStore();
  await expect(store.put(inPieces(), { maxBytes: 10_000 })).rejects.toMatchObject({
    code: 'image-too-large',
    values: { max: 10_000 },
  });
  expect(await files()).toEqual([]);
});

test('a transfer that breaks off leaves nothing', async () => {
  const { store, files } = await emptyStore();
  await expect(store.put(inPieces(true))).rejects.toThrow('the line broke');
  expect(await files()).toEqual([]);
});

test('what a killed process left behind goes at the next start, but not what may still be arriving', async () => {
  const { dir, files } = await emptyStore();
  const old = join(dir, 'incoming/old');
  await writeFile(old, 'half a picture');
  await writeFile(join(dir, 'incoming/young'), 'half a picture');
  await utimes(old, 0, 0);
  await openMasterStore(dir);
  expect(await files()).toEqual(['incoming/young']);
});

test('R18: a master that was changed on disk is never handed out, and the same upload mends it', async () => {
  const { store, dir } = await emptyStore();
  await store.put(bytes);
  await chmod(join(dir, path), 0o644);
  await writeFile(join(dir, path), 'another picture');
  await expect(store.read(sha256)).rejects.toMatchObject({ code: 'master-damaged' });
  expect((await store.put(bytes)).existed).toBe(false);
  expect(Buffer.compare(await store.read(sha256), bytes)).toBe(0);
});

test.each(['', '..', '../../etc/passwd', sha256.toUpperCase(), `${sha256}/..`, 'a'.repeat(63), `${sha256}\0`])(
  'a name that is no hash (%j) is the name of nothing',
  async (name) => {
    const { store, dir } = await emptyStore();
    await store.put(bytes);
    const reader = openMasterReader(dir);
    expect(await reader.has(name)).toBe(false);
    await expect(reader.read(name)).rejects.toMatchObject({ code: 'not-found' });
    await expect(reader.stream(name)).rejects.toMatchObject({ code: 'not-found' });
  },
);
