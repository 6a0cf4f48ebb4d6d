import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { openIndexFile } from './index-file.ts';
import type { ReadPicture } from './picture.ts';

const folder = async (): Promise<string> => {
  const dir = await mkdtemp(join(tmpdir(), 'index-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
};
const read = { picture: { id: 'a' }, exact: 'chợ', folded: 'cho' } as unknown as ReadPicture;
const match = 'folded : ("cho" *)';

test('what was written is there again, and nobody else can read the file', async () => {
  const path = join(await folder(), 'archive', 'index.db');
  const file = openIndexFile(path);
  file.write(() => file.put(4, read));
  file[Symbol.dispose]();
  using again = openIndexFile(path);
  expect([...again.pictures()]).toEqual([{ row: 4, picture: { id: 'a' } }]);
  expect(again.find(match)).toEqual([4]);
  expect((await stat(path)).mode & 0o077).toBe(0);
});

test('a file that is none, or of another version, begins anew', async () => {
  const dir = await folder();
  await writeFile(join(dir, 'broken.db'), 'no database at all'.repeat(100));
  using broken = openIndexFile(join(dir, 'broken.db'));
  expect([...broken.pictures()]).toEqual([]);
  const old = new DatabaseSync(join(dir, 'old.db'));
  old.exec('CREATE TABLE picture (a); PRAGMA user_version = 77');
  old.close();
  using anew = openIndexFile(join(dir, 'old.db'));
  expect([...anew.pictures()]).toEqual([]);
});

test('a second process, and one that cannot write there, keep their own in memory', async () => {
  const dir = await folder();
  const path = join(dir, 'index.db');
  using first = openIndexFile(path);
  first.write(() => first.put(1, read));
  using second = openIndexFile(path);
  second.write(() => second.put(7, read));
  expect([first.find(match), second.find(match)]).toEqual([[1], [7]]);
  await writeFile(join(dir, 'file'), '');
  using nowhere = openIndexFile(join(dir, 'file', 'index.db'));
  nowhere.write(() => nowhere.put(2, read));
  expect(nowhere.find(match)).toEqual([2]);
});
