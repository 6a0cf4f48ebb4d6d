import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { digestOf, newFolder, put } from '../../test/archive/support/bags.ts';
import { openBagWriter, stagingOf } from './bag-writer.ts';
import { listBag } from './list-bag.ts';
import { validateBag } from './validate.ts';

const text = (content: string) => Buffer.from(content);
const quiet = () => undefined;
const check = (dir: string) => validateBag(dir, { signal: new AbortController().signal, onProgress: quiet });
const placeOf = async () => {
  const folder = await newFolder();
  await put(folder, 'master', 'bytes of a master');
  return { out: join(folder, 'out'), master: join(folder, 'master'), sha256: digestOf('sha256', 'bytes of a master') };
};

test('writes a bag that is valid, with both checksums, Oxum and tag manifests', async () => {
  const { out, master, sha256 } = await placeOf();
  const writer = await openBagWriter(out);
  const told: number[] = [];
  await writer.put('data/Chợ 100%\n.json', text('{}'));
  expect(await writer.copy('data/m/master.jpg', master, sha256, (bytes) => told.push(bytes))).toBe(true);
  await writer.finish([['Source-Organization', 'Kho\nảnh']]);
  const found = await check(out);
  expect(found).toMatchObject({
    isValid: true,
    faults: [],
    version: '1.0',
    encoding: 'UTF-8',
    algorithms: ['sha256', 'sha512'],
  });
  expect(found.info).toEqual([
    ['Source-Organization', 'Kho ảnh'],
    ['Payload-Oxum', '19.2'],
  ]);
  expect(told).toEqual([17]);
  expect(await readFile(join(out, 'manifest-sha512.txt'), 'utf8')).toBe(
    `${digestOf('sha512', '{}')}  data/Chợ 100%25%0A.json\n${digestOf('sha512', 'bytes of a master')}  data/m/master.jpg\n`,
  );
  expect((await readdir(out)).sort()).toEqual([
    'bag-info.txt',
    'bagit.txt',
    'data',
    'manifest-sha256.txt',
    'manifest-sha512.txt',
    'tagmanifest-sha256.txt',
    'tagmanifest-sha512.txt',
  ]);
  expect(await readdir(join(out, '..'))).not.toContain('out.part');
});

test('goes on with what an earlier run has written, if it is still right, and leaves nothing of another choice', async () => {
  const { out, master, sha256 } = await placeOf();
  const first = await openBagWriter(out);
  await first.put('data/a.json', text('a'));
  await first.put('data/other/b.json', text('b'));
  await first.copy('data/one.jpg', master, sha256, quiet);
  await first.copy('data/two.jpg', master, sha256, quiet);
  const part = stagingOf(out);
  await writeFile(join(part, 'data/two.jpg'), 'torn');
  await writeFile(join(part, 'data/three.jpg.writing'), 'torn');
  const before = await stat(join(part, 'data/one.jpg'));

  const second = await openBagWriter(out);
  await second.put('data/a.json', text('a, changed'));
  await second.copy('data/one.jpg', master, sha256, quiet);
  await second.copy('data/two.jpg', master, sha256, quiet);
  await second.finish([]);
  expect((await stat(join(out, 'data/one.jpg'))).ino).toBe(before.ino);
  expect([...(await listBag(join(out, 'data'))).files.keys()]).toEqual(['a.json', 'one.jpg', 'two.jpg']);
  expect(await readFile(join(out, 'data/two.jpg'), 'utf8')).toBe('bytes of a master');
  expect(await readFile(join(out, 'data/a.json'), 'utf8')).toBe('a, changed');
  expect(await check(out)).toMatchObject({ isValid: true, faults: [] });
  expect(await readdir(join(out, 'data'))).not.toContain('other');
});

test('takes only the bytes that were asked for', async () => {
  const { out, master } = await placeOf();
  const writer = await openBagWriter(out);
  expect(await writer.copy('data/one.jpg', master, digestOf('sha256', 'others'), quiet)).toBe(false);
  expect(await writer.copy('data/two.jpg', '/nowhere/at/all', digestOf('sha256', ''), quiet)).toBe(false);
  await writer.put('data/a/b.json', text('b'));
  writer.drop('data/a');
  await writer.finish([]);
  expect((await check(out)).payload.size).toBe(0);
  expect((await check(out)).faults).toEqual([]);
});

test('writes over nothing', async () => {
  const { out, master } = await placeOf();
  await put(out, 'mine.txt', 'mine');
  await expect(openBagWriter(out)).rejects.toMatchObject({ code: 'bag-exists' });
  await expect(openBagWriter(master)).rejects.toMatchObject({ code: 'bag-exists' });
});
