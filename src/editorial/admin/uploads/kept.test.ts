import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { KeptBatch, KeptFile } from './kept.ts';

const loadPage = async () => {
  vi.resetModules();
  return import('./kept.ts');
};
const batch = (id: string, more: Partial<KeptBatch> = {}): KeptBatch => ({
  ...{ id, owner: 'thu', at: '2026-11-26T08:00:00Z', handles: [] },
  ...more,
});
const file = (of: string, n: number, more: Partial<KeptFile> = {}): KeptFile => ({
  ...{ batch: of, fingerprint: `${n}|x`, path: `Tết/${n}.jpg`, size: n, url: null, fates: null },
  ...more,
});

beforeEach(() => void vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => void vi.unstubAllGlobals());

test('a page that is loaded again finds the newest batch of its person with its 500 files, and no other', async () => {
  const { keepBatch, keepFile } = await loadPage();
  await keepBatch(batch('old', { at: '2026-11-25T08:00:00Z' }));
  await keepBatch(batch('new'));
  await keepBatch(batch('theirs', { owner: 'trang', at: '2026-11-26T09:00:00Z' }));
  await keepFile(file('old', 1));
  await Promise.all(Array.from({ length: 500 }, (_, n) => keepFile(file('new', n))));
  await keepFile(file('new', 7, { url: '/api/images/uploads/7' }));
  const { keptOf } = await loadPage();
  const found = await keptOf('thu');
  expect(found?.batch).toEqual(batch('new'));
  expect(found?.files).toHaveLength(500);
  expect(found?.files.find(({ size }) => size === 7)?.url).toBe('/api/images/uploads/7');
  expect((await keptOf('trang'))?.files).toEqual([]);
  expect(await keptOf('somebody else')).toBeNull();
});

test('what is forgotten is gone, alone or with its batch, and nothing besides', async () => {
  const { keepBatch, keepFile, keptOf, forgetFile, forgetBatch } = await loadPage();
  await keepBatch(batch('one'));
  await keepBatch(batch('two', { at: '2026-11-25T08:00:00Z' }));
  for (const of of ['one', 'two']) for (const n of [1, 2]) await keepFile(file(of, n));
  await forgetFile(file('one', 1));
  expect((await keptOf('thu'))?.files.map(({ path }) => path)).toEqual(['Tết/2.jpg']);
  await forgetBatch('one');
  expect(await keptOf('thu')).toMatchObject({ batch: { id: 'two' }, files: [{ size: 1 }, { size: 2 }] });
  await keepBatch(batch('one'));
  expect((await keptOf('thu'))?.files).toEqual([]);
});

test('a browser that cannot keep handles keeps the batch without them', async () => {
  const { keepBatch, keptOf } = await loadPage();
  // What holds a function cannot be cloned
  // Node has no handles of files; this one is kept and never read
  const handle = { kind: 'directory', name: 'Tết', values: () => [] } as unknown as FileSystemHandle;
  await keepBatch(batch('one', { handles: [handle] }));
  expect((await keptOf('thu'))?.batch).toEqual(batch('one'));
});

test('a browser that keeps nothing goes on without, and finds nothing', async () => {
  const refuse = () => {
    throw new DOMException('private', 'SecurityError');
  };
  vi.stubGlobal('indexedDB', { open: refuse });
  const { keepBatch, keepFile, keptOf, forgetFile, forgetBatch } = await loadPage();
  await keepBatch(batch('one'));
  await keepFile(file('one', 1));
  await forgetFile(file('one', 1));
  await forgetBatch('one');
  expect(await keptOf('thu')).toBeNull();
});
