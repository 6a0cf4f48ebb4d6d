import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { Failure } from '#errors/failure.ts';
import type { Ranged } from '#media/intake/at-rest.ts';
import { wholeOf } from '#media/intake/kept.ts';
import type { ZipEntry } from '#zip/headers.ts';
import { localHeader } from '#zip/headers.ts';
import { directoryOf, layoutOf } from '#zip/layout.ts';
import { openZip } from './open-zip.ts';

const modified = new Date('2026-11-28T03:00:00Z');
const small = Buffer.from('a small picture');
const gibibyte = 1024 ** 3;
const entries: readonly ZipEntry[] = [
  { name: 'large.tif', size: 6 * gibibyte, modified },
  { name: 'small.jpg', size: small.length, modified },
];
const crcs = [0, crc32(small)];
const layout = layoutOf(entries);

/** What stands where, as far as it is more than zeros. */
const written: readonly (readonly [offset: number, bytes: Buffer])[] = layout.pieces.flatMap(
  ({ kind, entry, offset }) => {
    const of = entries[entry];
    if (kind === 'end') return [[offset, directoryOf(entries, crcs, layout)] as const];
    if (kind === 'header' && of) return [[offset, localHeader(of, crcs[entry] ?? 0)] as const];
    return entry === 1 ? [[offset, small] as const] : [];
  },
);

const bytesAt = (at: number, length: number): Buffer => {
  const bytes = Buffer.alloc(length);
  for (const [offset, part] of written) {
    const from = Math.max(at, offset);
    const to = Math.min(at + length, offset + part.length);
    if (from < to) part.copy(bytes, from - at, from - offset, to - offset);
  }
  return bytes;
};

/** A ZIP of six gibibytes that lies nowhere. */
const contentOf = (onRead: (bytes: number) => void): Ranged => {
  const from = async function* (start: number) {
    for (let at = start; at < layout.size; at += 65_536) {
      const length = Math.min(65_536, layout.size - at);
      onRead(length);
      yield bytesAt(at, length);
    }
  };
  return { bytes: layout.size, body: from(0), from };
};

test('a ZIP larger than what a machine may spare is listed and read without being held', async () => {
  let read = 0;
  await using zip = await openZip(
    'large.zip',
    contentOf((bytes) => (read += bytes)),
  );
  expect(zip.pieces.map(({ name, bytes }) => [name, bytes])).toEqual([
    ['large.tif', 6 * gibibyte],
    ['small.jpg', small.length],
  ]);
  const body = (await zip.pieces[1]?.open()) ?? [];
  expect(Buffer.from(await wholeOf({ body: body as AsyncIterable<Uint8Array> })).equals(small)).toBe(true);
  expect(read).toBeLessThan(4 * 1024 * 1024);
});

test('a key that is away is no fault of the ZIP, while it is listed or read', async () => {
  const away = async function* (): AsyncGenerator<Uint8Array> {
    yield Buffer.alloc(0);
    throw new Failure('seal-key-missing');
  };
  const code = expect.objectContaining({ code: 'seal-key-missing' });
  await expect(openZip('a.zip', { bytes: layout.size, body: away(), from: away })).rejects.toEqual(code);
  const good = contentOf(() => undefined);
  let isAway = false;
  await using zip = await openZip('a.zip', { ...good, from: (at) => (isAway ? away() : good.from(at)) });
  isAway = true;
  await expect(wholeOf({ body: (await zip.pieces[1]?.open()) as AsyncIterable<Uint8Array> })).rejects.toEqual(code);
});

test('one that is shorter than it was is damaged', async () => {
  const good = contentOf(() => undefined);
  const short = { ...good, bytes: layout.size + 10 };
  await expect(openZip('a.zip', short)).rejects.toEqual(expect.objectContaining({ code: 'zip-damaged' }));
});
