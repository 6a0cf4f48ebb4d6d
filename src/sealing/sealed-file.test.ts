import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newSigningKey, publicHalf } from '#feed/keys.ts';
import { destroyKey, readDestruction, resignDestructions } from './destroy-key.ts';
import { headerSize, placeAt } from './header.ts';
import { addGeneration, generationsIn, keyPath, openKeyFolder } from './key-folder.ts';
import { folderStore } from './key-store.ts';
import type { LevelKeys } from './level-keys.ts';
import { identityOfFile } from './name-of-file.ts';
import { headerOf, openSeal, openSealedFile, rewrapFile, sealFile } from './sealed-file.ts';
import { sealedFilesIn } from './sealed-folder.ts';

const unlock = Buffer.from('a passphrase of some length');
const plain = Buffer.alloc(150_000, 'mật');
const failing = (code: string) => expect.objectContaining({ code });

let root: string;
let dir: string;
let file: string;
let keys: LevelKeys;
const opened = async (path = file, by = keys, name = 'plan.txt.sealed') => {
  await openSealedFile(path, identityOfFile(name), join(root, 'out'), by);
  return readFile(join(root, 'out'));
};
/** Made once: to lock and unlock a key costs what it is meant to cost. */
const second = () => copyFile(join(root, 'made', 'mat-2.key'), keyPath(dir, 'mat', 2, 'key'));

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'sealing-'));
  [dir, file] = [join(root, 'keys'), join(root, 'plan.txt.sealed')];
  for (const _ of [1, 2]) await addGeneration(join(root, 'made'), 'mat', unlock);
  keys = openKeyFolder(dir, unlock);
}, 60_000);
afterAll(() => rm(root, { recursive: true }));
beforeEach(async () => {
  for (const old of ['keys', 'out']) await rm(join(root, old), { recursive: true, force: true });
  await mkdir(dir);
  await copyFile(join(root, 'made', 'mat-1.key'), keyPath(dir, 'mat', 1, 'key'));
  await sealFile(file, { ...identityOfFile(file), level: 'mat' }, Readable.from([plain]), keys);
}, 60_000);

describe('a sealed file', () => {
  test('opens to the same bytes, holds none of them, and is never sealed twice alike', async () => {
    const stored = await readFile(file);
    expect((await opened()).equals(plain)).toBe(true);
    expect(stored.includes('mậtmật')).toBe(false);
    await sealFile(file, { ...identityOfFile(file), level: 'mat' }, Readable.from([plain]), keys);
    expect((await readFile(file)).subarray(headerSize).equals(stored.subarray(headerSize))).toBe(false);
  });

  test('is refused under another name, another level and another passphrase, and leaves nothing behind', async () => {
    await expect(opened(file, keys, 'other.sealed')).rejects.toEqual(failing('sealed-foreign'));
    const wrong = openKeyFolder(dir, Buffer.from('another passphrase, as long'));
    await expect(opened(file, wrong)).rejects.toEqual(failing('seal-unlock-wrong'));
    const bytes = await readFile(file);
    bytes[8] = 0;
    await writeFile(file, bytes);
    await expect(opened()).rejects.toEqual(failing('seal-key-missing'));
    expect((await readdir(root)).sort()).toEqual(['keys', 'made', 'plan.txt.sealed']);
  });

  test('is refused with a code, or is the same, whichever bit of its header is flipped', async () => {
    const bytes = await readFile(file);
    const codes = new Set<string>();
    for (let at = 0; at < headerSize; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      await writeFile(file, changed);
      const result = await opened(file, keys).catch((cause: { code: string }) => cause.code);
      if (typeof result === 'string') codes.add(result);
      else expect(at >= placeAt(1) && result.equals(plain)).toBe(true);
    }
    expect([...codes].sort()).toEqual(['seal-key-missing', 'sealed-foreign', 'sealed-malformed']);
  });

  test('is refused when it is cut, and nothing of it is kept', async () => {
    const bytes = await readFile(file);
    await writeFile(file, bytes.subarray(0, -100));
    await expect(opened()).rejects.toEqual(failing('sealed-damaged'));
    await writeFile(file, bytes.subarray(0, headerSize - 1));
    await expect(opened()).rejects.toEqual(failing('sealed-malformed'));
    expect((await readdir(root)).sort()).toEqual(['keys', 'made', 'plan.txt.sealed']);
  });
});

describe('a part of a sealed file', () => {
  const readFrom = async (at: number) => {
    const { from } = await openSeal(file, identityOfFile(file), keys);
    return Buffer.concat(await Readable.from(from(at)).toArray());
  };

  test('opens from any byte on', async () => {
    for (const at of [0, 1, 65_535, 65_536, 65_537, 131_072, plain.length - 1])
      expect((await readFrom(at)).equals(plain.subarray(at)), String(at)).toBe(true);
  });

  test('is refused where its chunk was changed or stands elsewhere, and the others open', async () => {
    const bytes = await readFile(file);
    const chunk = 65_536 + 16;
    const [first, second] = [headerSize, headerSize + chunk];
    const swapped = Buffer.from(bytes);
    bytes.copy(swapped, first, second, second + chunk);
    bytes.copy(swapped, second, first, second);
    await writeFile(file, swapped);
    await expect(readFrom(65_536)).rejects.toEqual(failing('sealed-damaged'));
    expect((await readFrom(131_072)).equals(plain.subarray(131_072))).toBe(true);
    // Without its end the last that is left does not pass for the end
    await writeFile(file, bytes.subarray(0, second + chunk));
    await expect(readFrom(65_536)).rejects.toEqual(failing('sealed-damaged'));
  });
});

describe('the keys of a level', () => {
  test('are refused where others may read them', async () => {
    await chmod(keyPath(dir, 'mat', 1, 'key'), 0o640);
    await expect(opened()).rejects.toEqual(failing('seal-key-open'));
  });

  test('change without a byte of content: a file goes under the next one, and once only', async () => {
    const before = await readFile(file);
    await second();
    expect((await opened(file, keys)).equals(plain)).toBe(true);
    expect(await rewrapFile(file, identityOfFile(file), keys)).toBe(true);
    expect(await rewrapFile(file, identityOfFile(file), keys)).toBe(false);
    expect((await readFile(file)).subarray(headerSize).equals(before.subarray(headerSize))).toBe(true);
    expect(await Readable.from(sealedFilesIn(root)).toArray()).toEqual([
      { path: file, level: 'mat', generations: [2], bytes: before.length },
    ]);
  });

  test('change though the power was cut between the two places, or within one', async () => {
    const before = await readFile(file);
    await second();
    await rewrapFile(file, identityOfFile(file), keys);
    const after = await readFile(file);
    const place = after.subarray(placeAt(1), headerSize);
    for (const written of [place.length, 40, 8, 3]) {
      const between = Buffer.from(before);
      place.copy(between, placeAt(1), 0, written);
      await writeFile(file, between);
      expect((await opened(file, keys)).equals(plain)).toBe(true);
      expect(await rewrapFile(file, identityOfFile(file), keys)).toBe(true);
      expect((await headerOf(file)).keys.map((key) => key?.generation)).toEqual([undefined, 2]);
      expect((await opened(file, keys)).equals(plain)).toBe(true);
    }
  });

  test('are destroyed with a signed record, and what is sealed under them is never opened again', async () => {
    const signingKey = newSigningKey();
    const store = folderStore(dir, async () => unlock);
    const lost = { files: 1, records: 2, versions: 3 };
    const of = { dir, level: 'mat', generation: 1, ...lost, signingKey, store } as const;
    await expect(destroyKey(of)).rejects.toEqual(failing('seal-key-current'));
    await second();
    expect((await opened()).equals(plain)).toBe(true);
    await destroyKey(of);
    await expect(opened()).rejects.toEqual(failing('seal-key-destroyed'));
    await expect(destroyKey(of)).rejects.toEqual(failing('seal-key-destroyed'));
    await expect(destroyKey({ ...of, generation: 7 })).rejects.toEqual(failing('seal-key-missing'));
    expect(await generationsIn(dir)).toEqual([
      { level: 'mat', generation: 1, isDestroyed: true },
      { level: 'mat', generation: 2, isDestroyed: false },
    ]);
    const trust = [publicHalf(signingKey)];
    expect(await readDestruction(of, trust)).toMatchObject({ level: 'mat', generation: 1, ...lost });
    await expect(readDestruction(of, [publicHalf(newSigningKey())])).rejects.toEqual(failing('seal-record-invalid'));
    const next = newSigningKey();
    expect(await resignDestructions(dir, next, [publicHalf(next)])).toBe(0);
    expect(await resignDestructions(dir, next, [...trust, publicHalf(next)])).toBe(1);
    await expect(readDestruction(of, trust)).rejects.toEqual(failing('seal-record-invalid'));
    expect(await readDestruction(of, [publicHalf(next)])).toMatchObject({ generation: 1, files: 1 });
    await resignDestructions(dir, signingKey, [publicHalf(next)]);
    await rename(keyPath(dir, 'mat', 1, 'destroyed'), keyPath(dir, 'mat', 3, 'destroyed'));
    await expect(readDestruction({ ...of, generation: 3 }, trust)).rejects.toEqual(failing('seal-record-invalid'));
    expect(await addGeneration(dir, 'mat', unlock)).toBe(4);
  });
});
