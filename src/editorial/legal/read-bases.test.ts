import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { usualBases } from './legal-bases.ts';
import { readBases } from './read-bases.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'benthanh-bases-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = async (content: string): Promise<string> => {
  const path = join(folder, 'bases.json');
  await writeFile(path, content);
  return path;
};

it('a deployment has its own table in place of the usual one', async () => {
  expect(readBases(undefined)).toEqual(usualBases);
  const [first] = usualBases.bases;
  const bases = [{ ...first, key: 'rule-2027', from: '2027-01-01' }];
  expect(readBases(await file(JSON.stringify({ bases })))).toEqual({ bases });
});

it('a table that is not there, or in no form of ours, stops the start and says where', async () => {
  const refused = (path: string) => {
    try {
      return readBases(path);
    } catch (error) {
      return error;
    }
  };
  const code = 'legal-bases-malformed';
  expect(refused(join(folder, 'none.json'))).toMatchObject({ code, values: { file: join(folder, 'none.json') } });
  expect(refused(await file('{'))).toMatchObject({ code, values: { field: 'bases' } });
  const bases = [{ ...usualBases.bases[0], from: '2026-13-01' }];
  expect(refused(await file(JSON.stringify({ bases })))).toMatchObject({ code, values: { field: 'bases.0.from' } });
});
