import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chunkSize, openChunks, openInPlace, sealChunks } from './chunks.ts';
import { sizes } from './gcm.ts';

const of = { key: Buffer.alloc(sizes.key, 7), bound: Buffer.from('identity') };
const damaged = () => new Error('damaged');

const sealed = (plain: Buffer): Promise<Buffer[]> => Readable.from(sealChunks(of, Readable.from([plain]))).toArray();
const opened = async (parts: readonly Buffer[], key = of): Promise<Buffer> =>
  Buffer.concat(await Readable.from(openChunks(key, Readable.from(parts), damaged)).toArray());

/** Content around the borders of chunks. */
const content = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: -2, max: 2 }))
  .map(([chunks, more]) => Buffer.alloc(Math.max(0, chunks * chunkSize + more), 'Bến Thành'));

test('gives back what was sealed, however the bytes come', async () => {
  await fc.assert(
    fc.asyncProperty(content, fc.integer({ min: 1, max: 200_000 }), async (plain, step) => {
      const whole = Buffer.concat(await sealed(plain));
      const pieces = Array.from({ length: Math.ceil(whole.length / step) }, (_, n) =>
        whole.subarray(n * step, (n + 1) * step),
      );
      expect(whole.length).toBe(plain.length + sizes.tag * Math.max(1, Math.ceil(plain.length / chunkSize)));
      expect((await opened(step < 2000 ? [whole] : pieces)).equals(plain)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('opens in its own place what is in memory whole, and refuses there what it refuses on the way', async () => {
  await fc.assert(
    fc.asyncProperty(content, fc.nat(), async (plain, at) => {
      const whole = Buffer.concat(await sealed(plain));
      expect(openInPlace(of, Buffer.from(whole), damaged).equals(plain)).toBe(true);
      const place = at % (whole.length * 8);
      const flipped = Buffer.from(whole);
      flipped[place >> 3] = (flipped[place >> 3] ?? 0) ^ (1 << (place & 7));
      for (const wrong of [flipped, whole.subarray(0, -1), Buffer.concat([whole, whole]), Buffer.alloc(0)])
        expect(() => openInPlace(of, Buffer.from(wrong), damaged)).toThrow('damaged');
    }),
    { numRuns: 40 },
  );
});

test('refuses a flipped bit wherever it stands', async () => {
  await fc.assert(
    fc.asyncProperty(content, fc.nat(), async (plain, at) => {
      const whole = Buffer.concat(await sealed(plain));
      const place = at % (whole.length * 8);
      whole[place >> 3] = (whole[place >> 3] ?? 0) ^ (1 << (place & 7));
      await expect(opened([whole])).rejects.toThrow('damaged');
    }),
    { numRuns: 60 },
  );
});

test('refuses chunks that are swapped, doubled, left out or put behind the end, a cut end and another identity', async () => {
  const [first, second, third] = (await sealed(Buffer.alloc(3 * chunkSize - 9, 5))) as [Buffer, Buffer, Buffer];
  expect(await opened([first, second, third])).toHaveLength(3 * chunkSize - 9);
  const others = [
    [second, first, third],
    [first, third],
    [first, first, second, third],
    [first, second],
    [first, second, third, third],
    [first, second, third.subarray(0, -1)],
    [],
  ];
  for (const parts of others) await expect(opened(parts)).rejects.toThrow('damaged');
  const foreign = { ...of, bound: Buffer.from('identitz') };
  await expect(opened([first, second, third], foreign)).rejects.toThrow('damaged');
});
