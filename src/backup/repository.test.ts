import { createHash } from 'node:crypto';
import { appendFile, copyFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Manifest } from './manifest.ts';
import { manifest as schema } from './manifest.ts';
import { openRepository, type Repository } from './repository.ts';

const secret = Buffer.from('a passphrase that nobody guesses');
const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const content = Buffer.from('chợ Bến Thành '.repeat(10_000));
const other = Buffer.from('another content');

let root: string;
let repository: Repository;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'benthanh-repository-'));
  repository = await openRepository(root, secret, 'write');
});
afterAll(() => rm(root, { recursive: true }));

async function* plain(bytes: Buffer) {
  yield bytes;
}
const keep = (bytes: Buffer) => repository.keep(sha256Of(bytes), bytes.length, () => plain(bytes));
const read = async (bytes: Buffer) => {
  const pieces: Buffer[] = [];
  for await (const piece of repository.read(sha256Of(bytes), bytes.length)) pieces.push(piece);
  return Buffer.concat(pieces);
};
const objects = async (): Promise<string[]> =>
  (await readdir(join(root, 'objects'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

test('content is kept once, comes back as it was, and tells nothing of itself', async () => {
  expect([await keep(content), await keep(content), await keep(other)]).toEqual([true, false, true]);
  expect(await read(content)).toEqual(content);
  const files = await objects();
  expect(files).toHaveLength(2);
  for (const file of files) {
    expect((await readFile(file)).includes('Bến Thành')).toBe(false);
    expect([sha256Of(content), sha256Of(other)].some((hash) => file.endsWith(hash))).toBe(false);
  }
});

describe('content is refused that was', () => {
  test.each([
    ['cut off', (file: string) => truncate(file, 70_000)],
    ['cut off between two chunks', (file: string) => truncate(file, 68 + 65_552)],
    ['made longer', (file: string) => appendFile(file, '0')],
    ['removed', (file: string) => rm(file)],
    ['emptied', (file: string) => truncate(file, 0)],
    [
      'changed by a bit, wherever',
      async (file: string) => {
        const bytes = await readFile(file);
        const at = Math.floor(bytes.length / 3);
        await writeFile(
          file,
          Buffer.concat([bytes.subarray(0, at), Buffer.from([(bytes[at] ?? 0) ^ 1]), bytes.subarray(at + 1)]),
        );
      },
    ],
    [
      'put in the place of another',
      async (file: string) => copyFile((await objects()).find((each) => each !== file) ?? '', file),
    ],
  ])('%s', async (_, change) => {
    const sizes = await Promise.all(
      (await objects()).map(async (file) => [file, (await readFile(file)).length] as const),
    );
    const [file] = sizes.find(([, size]) => size > 10_000) ?? [''];
    const before = await readFile(file);
    await change(file);
    await expect(read(content)).rejects.toMatchObject({ code: 'backup-damaged' });
    await writeFile(file, before);
    expect(await read(content)).toEqual(content);
  });
});

const small: Manifest = {
  ...{
    version: 1,
    id: '20260301T120000000Z-0001',
    startedAt: '2026-03-01T12:00:00.000Z',
    endedAt: '2026-03-01T12:00:00.000Z',
  },
  ...{ database: 'none', unsteady: [], tables: [], files: [] },
};

test('a backup is in the list when it is whole, and only under its own name', async () => {
  expect(await repository.list()).toEqual([]);
  await repository.finish(small);
  expect(await (await openRepository(root, secret, 'read')).list()).toEqual([small.id]);
  expect(await repository.manifest(small.id)).toEqual(small);
  const later = '20270301T120000000Z-0001';
  await copyFile(join(root, 'backups', small.id), join(root, 'backups', later));
  await expect(repository.manifest(later)).rejects.toMatchObject({ code: 'backup-damaged' });
  await rm(join(root, 'backups', later));
  await expect(repository.manifest(later)).rejects.toMatchObject({ code: 'backup-missing' });
});

test('another key, another folder and no folder are told apart', async () => {
  const open = (folder: string, key: Buffer, mode: 'read' | 'write') => openRepository(folder, key, mode);
  await expect(open(root, Buffer.from('another passphrase, as long'), 'read')).rejects.toMatchObject({
    code: 'backup-key-wrong',
  });
  await expect(open(join(root, 'objects'), secret, 'write')).rejects.toMatchObject({ code: 'backup-occupied' });
  await expect(open(join(root, 'none'), secret, 'read')).rejects.toMatchObject({ code: 'backup-missing' });
  const header = join(root, 'repository.json');
  const text = await readFile(header, 'utf8');
  await writeFile(header, text.replace('"version":1', '"version":2'));
  await expect(open(root, secret, 'read')).rejects.toMatchObject({ code: 'backup-damaged' });
  await writeFile(header, text);
});

test.each(['../out', '/etc/passwd', 'a/../../b', 'a//b', './a', 'a\\b', 'a\u0000b', ''])(
  'a path that leads elsewhere is no path of a backup: %j',
  (path) => {
    const file = { store: 'feed', path, bytes: 1, sha256: '0'.repeat(64), mode: 0o600 };
    expect(schema.safeParse({ ...small, files: [file] }).success).toBe(false);
    expect(schema.safeParse({ ...small, files: [{ ...file, path: 'a/b.json' }] }).success).toBe(true);
  },
);
