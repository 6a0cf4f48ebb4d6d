import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { type StreamedFile, streamZip } from './stream.ts';

const modified = new Date('2026-03-01T08:30:42.000Z');
const file = (name: string, content: StreamedFile['content']): StreamedFile => ({ name, modified, content });

const bytesOf = async (files: Iterable<StreamedFile>): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of streamZip(files)) parts.push(part);
  return Buffer.concat(parts);
};

const read = async (zip: ZipFile): Promise<[string, Buffer][]> => {
  const found: [string, Buffer][] = [];
  for await (const entry of zip.eachEntry() as AsyncIterable<Entry>) {
    found.push([entry.fileName, await buffer(await zip.openReadStreamPromise(entry))]);
  }
  return found;
};

describe('a ZIP that is written while its files are made', () => {
  test('gives back any file', async () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-zđ滨]{1,9}$/), { maxLength: 5 });
    const parts = fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(names, fc.array(parts, { minLength: 5, maxLength: 5 }), async (all, contents) => {
        const whole = await bytesOf(all.map((name, index) => file(name, contents[index] ?? [])));
        const expected = all.map((name, index) => [name, Buffer.concat(contents[index] ?? [])]);
        expect(await read(await fromBufferPromise(whole))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('says what each file is in its directory and after its content, for who reads the one or the other', async () => {
    const texts = ['chợ Bến Thành'.repeat(400), '', 'x'];
    const whole = await bytesOf(texts.map((text, index) => file(`f${index}`, [text.slice(0, 7), text.slice(7)])));
    const zip = await fromBufferPromise(whole);
    const told: number[][] = [];
    for await (const entry of zip.eachEntry() as AsyncIterable<Entry>) {
      const after = entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameLength + entry.compressedSize;
      expect(whole.readUInt32LE(after)).toBe(0x0807_4b50);
      told.push([entry.crc32, entry.compressedSize, entry.uncompressedSize]);
      expect([4, 8, 12].map((offset) => whole.readUInt32LE(after + offset))).toEqual(told.at(-1));
    }
    expect(told.map(([crc, , size]) => [crc, size])).toEqual(
      texts.map((text) => [crc32(text), Buffer.byteLength(text)]),
    );
  });

  test('packs text, says when it was made, and is the same each time', async () => {
    const make = () =>
      bytesOf([
        file(
          'vi.txt',
          Array.from({ length: 5000 }, () => 'chợ Bến Thành\n'),
        ),
      ]);
    const whole = await make();
    const zip = await fromBufferPromise(whole);
    expect(whole.length).toBeLessThan(3000);
    for await (const entry of zip.eachEntry() as AsyncIterable<Entry>) {
      expect(entry.getLastModDate({ timezone: 'UTC' })).toEqual(modified);
      expect(entry.uncompressedSize).toBe(5000 * Buffer.byteLength('chợ Bến Thành\n'));
    }
    expect((await make()).equals(whole)).toBe(true);
  });

  test('ends with the error of a file that cannot be made', async () => {
    const broken = async function* () {
      yield 'half';
      throw new Error('no more');
    };
    await expect(bytesOf([file('a', ['whole']), file('b', broken())])).rejects.toThrow('no more');
  });

  test('makes no more of a file than is read', async () => {
    const made = { parts: 0, closed: false };
    const endless = async function* () {
      try {
        for (;;) {
          made.parts += 1;
          yield randomBytes(50_000);
        }
      } finally {
        made.closed = true;
      }
    };
    let taken = 0;
    for await (const part of streamZip([file('a', endless())])) {
      taken += part.length;
      if (taken > 100_000) break;
    }
    await new Promise((resolve) => setImmediate(resolve));
    expect(made.closed).toBe(true);
    expect(made.parts).toBeLessThan(10);
  });
});
