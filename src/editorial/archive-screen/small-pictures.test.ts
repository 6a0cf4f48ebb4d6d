import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSmallPictures, prune } from './small-pictures.ts';

const folder = async (): Promise<string> => {
  const dir = await mkdtemp(join(tmpdir(), 'small-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
};

test('a picture is made once, however many ask at the same time or later', async () => {
  const small = openSmallPictures(await folder());
  let made = 0;
  const make = async () => {
    made += 1;
    return new Uint8Array([1, 2, made]);
  };
  const three = await Promise.all([1, 2, 3].map(() => small.get('ab'.repeat(32), 320, make)));
  expect(three.map((bytes) => [...bytes])).toEqual([1, 2, 3].map(() => [1, 2, 1]));
  expect([...(await small.get('ab'.repeat(32), 320, make))]).toEqual([1, 2, 1]);
  await small.get('ab'.repeat(32), 640, make);
  expect(made).toBe(2);
});

test('a picture that cannot be made leaves nothing and is tried again', async () => {
  const dir = await folder();
  const small = openSmallPictures(dir);
  await expect(small.get('cd'.repeat(32), 320, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await readdir(dir)).toEqual([]);
  expect([...(await small.get('cd'.repeat(32), 320, async () => new Uint8Array([7])))]).toEqual([7]);
});

test('what was not looked at for longest goes first', async () => {
  const dir = await folder();
  for (const [at, name] of ['c', 'a', 'b', 'd'].entries()) {
    await writeFile(join(dir, name), new Uint8Array(100));
    await utimes(join(dir, name), 1000 + at, 1000 + at);
  }
  await prune(dir, 400);
  expect((await readdir(dir)).sort()).toEqual(['a', 'b', 'c', 'd']);
  await prune(dir, 300);
  expect((await readdir(dir)).sort()).toEqual(['b', 'd']);
});
