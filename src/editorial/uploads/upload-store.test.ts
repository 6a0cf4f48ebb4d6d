import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Upload } from '@tus/server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { uploadRecords } from './upload-records.ts';
import { UploadStore } from './upload-store.ts';

const id = '0d4f4d33-8a0c-4c3e-9c3c-5a3f0a6f2b11';
const upload = () => new Upload({ id, size: 5, offset: 0, metadata: { owner: 'a', batch: 'b', filename: 'cho.jpg' } });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'benthanh-upload-store-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const storeAt = (path: string) => new UploadStore(path, uploadRecords(path), 1000);

it('makes nothing before somebody brings something', async () => {
  storeAt(join(folder, 'masters/uploads'));
  await setTimeout(50);
  expect(await readdir(folder)).toEqual([]);
});

it('stays up where its folder cannot be made, and says so to whoever brings something', async () => {
  await writeFile(join(folder, 'masters'), '');
  const store = storeAt(join(folder, 'masters/uploads'));
  await setTimeout(50);
  await expect(store.create(upload())).rejects.toMatchObject({ code: 'masters-unreachable' });
});

it('tells what never was from what is gone', async () => {
  const store = storeAt(folder);
  await expect(store.getUpload(id)).rejects.toMatchObject({ status_code: 404 });
  await store.create(upload());
  expect(await store.getUpload(id)).toMatchObject({ id, size: 5, offset: 0 });
  await rm(join(folder, id));
  await expect(store.getUpload(id)).rejects.toMatchObject({ status_code: 410 });
});
