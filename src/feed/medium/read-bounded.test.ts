import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBounded } from './read-bounded.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'benthanh-bounded-'));
  await writeFile(join(folder, 'plain'), 'chợ');
  await symlink(join(folder, 'plain'), join(folder, 'link'));
  execFileSync('mkfifo', [join(folder, 'pipe')]);
});
afterAll(() => rm(folder, { recursive: true }));

const read = (name: string, max = 100) => readBounded(join(folder, name), name, max);

test('a plain file within its bound is read whole', async () => {
  expect((await read('plain'))?.toString()).toBe('chợ');
  expect((await read('plain', 5))?.length).toBe(5);
  expect(await read('none')).toBeNull();
});

test.each(['link', 'pipe', '.'])('what is no plain file is not opened, nor waited for: %s', async (name) => {
  await expect(read(name)).rejects.toMatchObject({ code: 'medium-foreign', values: { file: name } });
});

test('a file beyond its bound is not read', async () => {
  await expect(read('plain', 4)).rejects.toMatchObject({ code: 'feed-too-large' });
});
