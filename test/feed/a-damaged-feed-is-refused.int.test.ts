import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealEnvelope } from '#feed/dsse.ts';
import { payloadKinds, sealPayload } from '#feed/payload.ts';
import type { origin } from '#feed/position.ts';
import type { Checkpoint } from '#feed/schemas.ts';
import { openSource } from '#feed/source.ts';
import { verifyFeed } from '#feed/verify-feed.ts';
import {
  at,
  codeOf,
  copyOf,
  feedWith,
  filesOf,
  key,
  keyOf,
  readAll,
  readerOf,
  temporaryFolder,
  trust,
  writerOf,
} from './support/feed-folder.ts';
import { article, image, put, withdraw } from './support/records.ts';

/** Two segments, a snapshot of them, a third segment, two blobs of which one is needed. */
const build = async (dir: string) => {
  await using writer = await writerOf(dir);
  const needed = await writer.putBlob(Buffer.from('needed'));
  const gone = await writer.putBlob(Buffer.from('gone'));
  await writer.append([put(article(1, 'Một')), put(image(2, needed, 6))], at);
  await writer.append([put(image(3, gone, 4)), put(article(4, 'Bốn'))], at);
  await writer.writeSnapshot(at);
  await writer.append([withdraw('image', 3), put(article(1, 'Một lần nữa'))], at);
  return { needed, gone };
};

const dir = await temporaryFolder();
let blobs = { needed: '', gone: '' };
beforeAll(async () => {
  blobs = await build(dir.path);
});
afterAll(() => dir[Symbol.asyncDispose]());

const verify = (path: string) => verifyFeed({ source: openSource(path), trust });
const checkpointOf = (path: string) => readerOf(path).checkpoint();
const resign = async (path: string, change: Partial<Checkpoint>) => {
  const value = { ...(await checkpointOf(path)), ...change };
  await writeFile(join(path, 'checkpoint.json'), sealPayload('checkpoint', value, key).file);
};
const segment = (number: number) => `segments/00000${number}.json`;

test('a sound feed has no fault, and a blob that only a withdrawn record needed may be gone', async () => {
  await using copy = await copyOf(dir.path);
  await rm(join(copy.path, `blobs/sha256/${blobs.gone.slice(0, 2)}/${blobs.gone}`));
  expect(await verify(copy.path)).toMatchObject({ fault: null, segments: 3, entries: 6, documents: 3, blobs: 1 });
});

test('whichever byte of whichever file is changed, it is refused with a code or makes no difference', async () => {
  const files = (await filesOf(dir.path)).filter((file) => !file.endsWith(blobs.gone));
  const sound = await readAll(dir.path);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), fc.nat(), fc.integer({ min: 1, max: 255 }), async (file, where, by) => {
      await using copy = await copyOf(dir.path);
      const bytes = await readFile(join(copy.path, file));
      const index = where % bytes.length;
      bytes[index] = (bytes[index] ?? 0) ^ by;
      await writeFile(join(copy.path, file), bytes);
      const { fault } = await verify(copy.path);
      // The hint of a key, and bits that base64 throws away, may change without harm.
      if (fault === null) expect(await readAll(copy.path)).toEqual(sound);
      else expect(fault.file).toBe(file);
    }),
    { numRuns: 300 },
  );
});

test('whichever file is cut short or emptied, it is refused', async () => {
  const files = (await filesOf(dir.path)).filter((file) => !file.endsWith(blobs.gone));
  for (const file of files) {
    const bytes = await readFile(join(dir.path, file));
    for (const length of [0, 1, Math.floor(bytes.length / 2), bytes.length - 1]) {
      await using copy = await copyOf(dir.path);
      await writeFile(join(copy.path, file), bytes.subarray(0, length));
      expect((await verify(copy.path)).fault).toMatchObject({ file });
    }
  }
});

describe('the fault is named with code, file and entry', () => {
  const cases: [string, (path: string) => Promise<unknown>, object][] = [
    ['no checkpoint', (p) => rm(join(p, 'checkpoint.json')), { code: 'feed-missing' }],
    ['a missing segment', (p) => rm(join(p, segment(2))), { code: 'feed-truncated', file: segment(2), seq: 3 }],
    [
      'segments changed about',
      async (p) => {
        await rename(join(p, segment(1)), join(p, 'x'));
        await rename(join(p, segment(2)), join(p, segment(1)));
        await rename(join(p, 'x'), join(p, segment(2)));
      },
      { code: 'feed-order-broken', file: segment(1) },
    ],
    [
      'a missing blob',
      (p) => rm(join(p, `blobs/sha256/${blobs.needed.slice(0, 2)}/${blobs.needed}`)),
      { code: 'feed-blob-missing', seq: 2 },
    ],
    [
      'a blob with other bytes',
      (p) => writeFile(join(p, `blobs/sha256/${blobs.needed.slice(0, 2)}/${blobs.needed}`), 'other'),
      { code: 'feed-blob-bad', seq: 2 },
    ],
    [
      'a checkpoint of an unknown version',
      async (p) => {
        const payload = Buffer.from(JSON.stringify({ ...(await checkpointOf(p)), version: 2 }));
        await writeFile(join(p, 'checkpoint.json'), sealEnvelope(payloadKinds.checkpoint.type, payload, key));
      },
      { code: 'feed-version-unknown', file: 'checkpoint.json' },
    ],
    [
      'a segment signed by a stranger',
      async (p) => {
        const frame = JSON.parse(await readFile(join(p, segment(2)), 'utf8'));
        const bytes = sealEnvelope(frame.payloadType, Buffer.from(frame.payload, 'base64'), keyOf(9));
        await writeFile(join(p, segment(2)), bytes);
      },
      { code: 'feed-signature-bad', file: segment(2), seq: 3 },
    ],
    [
      'a checkpoint in the place of a segment',
      async (p) => writeFile(join(p, segment(2)), await readFile(join(p, 'checkpoint.json'))),
      { code: 'feed-malformed', file: segment(2) },
    ],
    [
      'a segment of another feed by the same key',
      async (p) => {
        await using other = await temporaryFolder();
        await feedWith(other.path, [put(article(7, 'Bảy')), put(article(8, 'Tám'))]);
        await writeFile(join(p, segment(1)), await readFile(join(other.path, segment(1))));
      },
      { code: 'feed-other', file: segment(1) },
    ],
    [
      'a head that no segment has',
      (p) => resign(p, { head: 'a'.repeat(64) }),
      { code: 'feed-chain-broken', file: segment(3) },
    ],
    ['a checkpoint that counts too few', (p) => resign(p, { seq: 5 }), { code: 'feed-order-broken', file: segment(3) }],
    [
      'a checkpoint that contradicts itself',
      (p) => resign(p, { segment: 0 }),
      { code: 'feed-order-broken', file: 'checkpoint.json' },
    ],
  ];
  test.each(cases)('%s', async (_, damage, fault) => {
    await using copy = await copyOf(dir.path);
    await damage(copy.path);
    expect((await verify(copy.path)).fault).toMatchObject(fault);
  });
});

test('a segment whose entry numbers have a gap is refused, although it is signed', async () => {
  await using copy = await copyOf(dir.path);
  const { feed } = await checkpointOf(copy.path);
  const entries = [{ seq: 2, at: at.toISOString(), change: withdraw('article', 1) }];
  const value = { version: 1, feed, segment: 1, previous: null, issuedAt: at.toISOString(), entries } as const;
  await writeFile(join(copy.path, segment(1)), sealPayload('segment', value, key).file);
  expect((await verify(copy.path)).fault).toMatchObject({ code: 'feed-order-broken', file: segment(1), seq: 1 });
});

test('R61: a reader who holds more than the checkpoint offers takes it for a replay', async () => {
  await using copy = await copyOf(dir.path);
  const old = await readFile(join(copy.path, 'checkpoint.json'));
  const held = await (async () => {
    await using writer = await writerOf(copy.path);
    await writer.append([put(article(5, 'Năm'))], at);
    return writer.position;
  })();
  await writeFile(join(copy.path, 'checkpoint.json'), old);
  expect(await codeOf(() => readerOf(copy.path).checkpoint(held))).toBe('feed-replayed');
  const checkpoint = await checkpointOf(copy.path);
  const reading = async () => {
    for await (const _ of readerOf(copy.path).segments(held, checkpoint)) throw new Error('nothing may come');
  };
  expect(await codeOf(reading)).toBe('feed-replayed');
});

test('a reader of one feed refuses another, and another history of the same one', async () => {
  await using copy = await copyOf(dir.path);
  const checkpoint = await checkpointOf(copy.path);
  const { feed, segment: number, seq, head } = checkpoint;
  const follow = (position: typeof origin) => codeOf(() => readerOf(copy.path).checkpoint(position));
  expect(await follow({ feed, segment: number, seq, head })).toBe('none');
  expect(await follow({ feed: 'f'.repeat(32), segment: 0, seq: 0, head: null })).toBe('feed-other');
  expect(await follow({ feed, segment: number, seq, head: 'a'.repeat(64) })).toBe('feed-chain-broken');
  const forked = async () => {
    const after = { feed, segment: 2, seq: 4, head: 'a'.repeat(64) };
    for await (const _ of readerOf(copy.path).segments(after, checkpoint)) throw new Error('nothing may come');
  };
  expect(await codeOf(forked)).toBe('feed-chain-broken');
});

test('a check tells how far it is, and stops when asked', async () => {
  const phases: string[] = [];
  await verifyFeed({
    source: openSource(dir.path),
    trust,
    onProgress: ({ phase, done, of }) => phases.push(`${phase} ${done}/${of}`),
  });
  expect(phases).toEqual(['snapshot 1/1', 'segments 1/3', 'segments 2/3', 'segments 3/3', 'blobs 1/1']);
  const stop = new AbortController();
  const run = verifyFeed({ source: openSource(dir.path), trust, signal: stop.signal, onProgress: () => stop.abort() });
  await expect(run).rejects.toThrow(/abort/i);
});
