import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Installation, newInstallation } from '../support/installation.ts';

let folder: string;
let installation: Installation;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'benthanh-sealing-'));
  installation = await newInstallation({ SEALING_UNLOCK_FILE: join(folder, 'unlock') });
});
afterAll(async () => {
  await installation?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const keys = async (...words: string[]) => {
  const { status, stdout } = await installation.commandReady('keys', ...words, '--json');
  return { status, ...JSON.parse(stdout) };
};

test('an operator seals a file, changes the key, and destroys a key with what is sealed under it alone', async () => {
  const [plan, memo] = [join(folder, 'plan.txt'), join(folder, 'memo.txt')];
  for (const file of [plan, memo]) await writeFile(file, `${file}: kín`);
  expect(await keys('rotate', 'mat')).toMatchObject({ status: 1, error: { code: 'seal-unlock-missing' } });
  await writeFile(join(folder, 'unlock'), 'too short\n', { mode: 0o600 });
  expect(await keys('rotate', 'mat')).toMatchObject({ status: 1, error: { code: 'seal-unlock-short' } });
  await writeFile(join(folder, 'unlock'), 'a passphrase that nobody guesses\n');
  expect(await keys('rotate', 'public')).toMatchObject({ status: 2, error: { code: 'usage' } });
  expect(await keys('rotate', 'mat')).toMatchObject({ status: 0, level: 'mat', generation: 1 });
  for (const file of [plan, memo]) expect(await keys('seal', file, '--level', 'mat')).toMatchObject({ status: 0 });

  await keys('rotate', 'mat');
  await writeFile(join(folder, 'later.txt'), 'later');
  await keys('seal', join(folder, 'later.txt'), '--level', 'mat');
  expect(await keys('rewrap', folder)).toMatchObject({ rewrapped: 2, current: 1 });
  await keys('rotate', 'mat');
  expect(await keys('destroy', 'mat', '2', '--sealed', folder)).toMatchObject({ files: 3, destroyed: false });
  expect(await keys('open', `${plan}.sealed`, '--out', join(folder, 'out'))).toMatchObject({ status: 0 });
  expect(await readFile(join(folder, 'out'), 'utf8')).toBe(`${plan}: kín`);

  await installation.commandReady('key', 'create');
  expect(await keys('destroy', 'mat', '2', '--sealed', folder, '--forever')).toMatchObject({ destroyed: true });
  expect(await keys('open', `${plan}.sealed`, '--out', join(folder, 'gone'))).toMatchObject({
    status: 1,
    error: { code: 'seal-key-destroyed' },
  });
  const { keys: listed } = await keys('list');
  expect(listed).toMatchObject([{ destroyed: null }, { generation: 2, files: 3 }, { destroyed: null }]);
}, 60_000);
