import { Buffer } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Failure } from '#errors/failure.ts';
import { openMasterStore } from '#media/intake/master-store.ts';
import { type Decoders, openDecoders } from '#media/sandbox/pool.ts';
import { isLongRun } from '../support/exhaustive-files.ts';
import { bombs, circles } from './support/bombs.ts';
import { everyFormat, vector } from './support/formats.ts';
import { gridOf } from './support/heif-boxes.ts';
import { photo, photosFound, photosIn } from './support/photos.ts';

const words = { credit: 'Lan', creator: 'Lan', rights: 'http://creativecommons.org/licenses/by/4.0/' };
/** What may be said of a file that is no sound picture. Anything else is a fault of ours. */
const codes = [
  'image-damaged',
  'image-unsupported',
  'image-too-many-pixels',
  'image-too-many-pages',
  'image-too-costly',
];

let folder: string;
let decoders: Decoders;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'benthanh-broken-'));
  decoders = openDecoders(join(process.cwd(), 'media/sandbox/worker.ts'), join(folder, 'masters'), { processes: 2 });
});
afterAll(async () => {
  await decoders?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const settled = async <T>(work: Promise<T>): Promise<T | string> => {
  try {
    return await work;
  } catch (cause) {
    if (cause instanceof Failure) return cause.code;
    throw cause;
  }
};

/** What becomes of a file on its way: `taken` or the code with which it is refused. What is taken can be made for the public. */
const fateOf = async (bytes: Uint8Array): Promise<string> => {
  const path = join(folder, randomUUID());
  await writeFile(path, bytes);
  const seen = await settled(decoders.examine(path, 100_000_000));
  await rm(path);
  if (typeof seen === 'string') return seen;
  if (seen.display === 'none') return 'taken';
  const store = await openMasterStore(join(folder, 'masters'));
  const { sha256 } = await store.put(bytes);
  const made = await settled(decoders.derive(sha256, { words, widths: [320] }));
  return typeof made === 'string' ? `made: ${made}` : 'taken';
};

/** Every 1,000th byte; of a small file a dozen places, and at most so many where somebody says so. */
const placesOf = ({ length }: Uint8Array, most: number): number[] => {
  const every = Math.max(1, Math.ceil(length / most), Math.min(1000, Math.ceil(length / 12)));
  return Array.from({ length: Math.ceil(length / every) }, (_, index) => index * every);
};

const cut = (bytes: Uint8Array, at: number) => bytes.subarray(0, at);
const spoilt = (bytes: Uint8Array, at: number) => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
};
const overrun = (bytes: Uint8Array, at: number) => Buffer.from(bytes).fill(0xff, at, Math.min(at + 16, bytes.length));

const all = async (
  bytes: Uint8Array,
  harm: (bytes: Uint8Array, at: number) => Uint8Array,
  most = Number.POSITIVE_INFINITY,
): Promise<string[]> => {
  const waiting = placesOf(bytes, most);
  const fates: string[] = [];
  const work = async () => {
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) fates.push(await fateOf(harm(bytes, at)));
  };
  await Promise.all([work(), work()]);
  return fates;
};

const strange = (fates: readonly string[]): string[] =>
  fates.filter((fate) => fate !== 'taken' && !codes.includes(fate));

/** Where a bare JPEG XL breaks off nothing tells, and nothing here decodes it. */
const tellsNoEnd = new Set(['flag.jxl']);

/** So many places in `npm run test:long`, a fifth of them in the usual run. */
const places = (all: number): number => (isLongRun ? all : Math.ceil(all / 5));

/** Of which most is a profile, whose every thousandth byte would take minutes: so many places. */
const large: Readonly<Record<string, number>> = { 'profiled.jpg': places(60) };
const mostOf = (name: string): number | undefined => large[name] ?? (isLongRun ? undefined : 6);

describe('a file that breaks off or is damaged anywhere has a code or is taken in', async () => {
  const formats = await everyFormat();

  test.each(Object.keys(formats))('%s', async (name) => {
    const bytes = formats[name] ?? Buffer.alloc(0);
    const most = mostOf(name);
    const short = await all(bytes, cut, most);
    expect(strange(short)).toEqual([]);
    // However little of it is missing
    const barely = await fateOf(cut(bytes, bytes.length - 8));
    if (!tellsNoEnd.has(name)) expect([...short, barely]).not.toContain('taken');
    expect(strange(await all(bytes, spoilt, most))).toEqual([]);
    expect(strange(await all(bytes, overrun, most))).toEqual([]);
    expect(await fateOf(bytes)).toBe('taken');
  });
});

describe('what is small and would become enormous is refused before it does', async () => {
  test.each(await bombs())('%s', async (_, bytes, expected) => {
    expect(bytes.length).toBeLessThan(12_000_000);
    expect(expected).toContain(await fateOf(bytes));
    // Whoever looks at the next picture has lost nothing
    expect(await fateOf(vector('flag.heic'))).toBe('taken');
  });
});

test.each(await circles())('%s comes to an end', async (_, bytes, fate) => {
  expect(await fateOf(bytes)).toBe(fate);
  expect(await fateOf(vector('flag.heic'))).toBe('taken');
});

test('a grid of tiles that is as large as it says is taken in', async () => {
  expect(await fateOf(gridOf(vector('flag.heic'), { tiles: 3 }))).toBe('taken');
});

const small = photosIn('**/*.{jpg,tiff,HEIC}').filter((path) => photo(path).length < 200_000);

describe.skipIf(!photosFound)('so with real files', () => {
  test.each(small)('%s', async (path) => {
    const bytes = photo(path);
    expect(strange(await all(bytes, cut, places(20)))).toEqual([]);
    expect(strange(await all(bytes, spoilt, places(60)))).toEqual([]);
  });

  test('a HEIC of a telephone', async () => {
    const bytes = photo('heic/IMG_5195.HEIC');
    expect(strange(await all(bytes, cut, places(12)))).toEqual([]);
    expect(strange(await all(bytes, spoilt, places(12)))).toEqual([]);
  });
});
