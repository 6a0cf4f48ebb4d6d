import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wholeOf } from '#media/intake/kept.ts';
import { addGeneration, openKeyFolder } from '#sealing/key-folder.ts';
import { sealedAtRest } from './sealed-at-rest.ts';

const plain = Buffer.alloc(150_000, 'một bức ảnh');
const unlock = Buffer.from('a passphrase of some length');
let root: string;
let atRest: ReturnType<typeof sealedAtRest>;
const read = async (body: AsyncIterable<Uint8Array>) => Buffer.from(await wholeOf({ body }));

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'at-rest-'));
  for (const level of ['restricted', 'mat'] as const) await addGeneration(join(root, 'keys'), level, unlock);
  const keys = openKeyFolder(join(root, 'keys'), unlock);
  atRest = sealedAtRest(async () => keys);
}, 60_000);
afterAll(() => rm(root, { recursive: true }));

test('a file that is raised between being opened and being read is read whole', async () => {
  const path = join(root, 'raised');
  await atRest.seal(path, Readable.from([plain]), 'restricted');
  const { bytes, body } = await atRest.open(path);
  await atRest.seal(path, Readable.from([plain]), 'mat');
  expect([bytes, (await read(body)).equals(plain)]).toEqual([plain.length, true]);
  expect(await atRest.levelOf(path)).toBe('mat');
}, 60_000);

test('a file that is raised while it is being read is read to its end', async () => {
  const path = join(root, 'read');
  await atRest.seal(path, Readable.from([plain]), 'restricted');
  const pieces: Buffer[] = [];
  for await (const piece of (await atRest.open(path)).body) {
    if (pieces.push(Buffer.from(piece)) === 1) await atRest.seal(path, Readable.from([plain]), 'mat');
  }
  expect(Buffer.concat(pieces).equals(plain)).toBe(true);
}, 60_000);

test('a file that lay as it was and is sealed before it is read gives its content and not its seal', async () => {
  const path = join(root, 'plain');
  await writeFile(path, plain);
  const { bytes, body } = await atRest.open(path);
  await atRest.seal(path, Readable.from([plain]), 'restricted');
  expect([bytes, (await read(body)).equals(plain)]).toEqual([plain.length, true]);
}, 60_000);
