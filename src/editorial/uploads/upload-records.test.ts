import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addGeneration, openKeyFolder } from '#sealing/key-folder.ts';
import { sealedAtRest } from '../at-rest/sealed-at-rest.ts';
import { uploadRecords } from './upload-records.ts';

const unlock = Buffer.from('a passphrase of some length');
const ids = ['0d4f4d33-8a0c-4c3e-9c3c-5a3f0a6f2b11', '1d4f4d33-8a0c-4c3e-9c3c-5a3f0a6f2b11'] as const;
const [id, other] = ids;
const metadata = { owner: 'a', batch: 'b', filename: 'cho.jpg' };
let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'benthanh-records-'));
  await addGeneration(join(root, 'keys'), 'restricted', unlock);
}, 60_000);
afterAll(() => rm(root, { recursive: true }));

const begin = async (how: 'sealed' | 'open') => {
  const folder = await mkdtemp(join(root, 'uploads-'));
  const keys = openKeyFolder(join(root, 'keys'), unlock);
  const records = uploadRecords(folder, how === 'sealed' ? sealedAtRest(async () => keys) : undefined);
  for (const one of ids) {
    await records.set(one, { id: one, size: 9, creation_date: new Date().toISOString(), metadata });
    await writeFile(records.path(one), '');
  }
  return { folder, records };
};

test.each(['sealed', 'open'] as const)('a damaged record, %s, is as good as none, and hides no other', async (how) => {
  const { folder, records } = await begin(how);
  const file = join(folder, `${id}.json`);
  await writeFile(file, (await readFile(file)).subarray(0, -3));
  expect(await records.get(id)).toBeUndefined();
  const { begun, ...rest } = await records.survey();
  expect([begun.map((one) => one.id), rest]).toEqual([[other], { damaged: [id], unread: [] }]);
  await records.remove(id);
  expect((await readdir(folder)).sort()).toEqual([other, `${other}.json`]);
});

test('a record that cannot be read at the moment is not damaged, and hides no other', async () => {
  const { folder, records } = await begin('open');
  // The disk refuses to read it
  await rm(join(folder, `${id}.json`));
  await mkdir(join(folder, `${id}.json`));
  const { begun, damaged, unread } = await records.survey();
  expect([begun.map((one) => one.id), damaged]).toEqual([[other], []]);
  expect(unread).toEqual([expect.objectContaining({ code: 'EISDIR' })]);
  await expect(records.get(id)).rejects.toMatchObject({ code: 'EISDIR' });
});

test('a record that was never there is neither', async () => {
  const records = uploadRecords(join(root, 'nowhere'));
  expect([await records.get(id), await records.survey()]).toEqual([undefined, { begun: [], damaged: [], unread: [] }]);
});
