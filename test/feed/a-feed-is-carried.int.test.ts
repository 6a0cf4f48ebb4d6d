import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change } from '#feed/change.ts';
import { manifestName } from '#feed/medium/paths.ts';
import { readEntries } from '#feed/read-entries.ts';
import { openSource } from '#feed/source.ts';
import { subjectOf } from '#feed/subject-of.ts';
import { verifyFeed } from '#feed/verify-feed.ts';
import { exported, imported, twoSides } from './support/carried.ts';
import { at, codeOf, feedWith, filesOf, readerOf, trust, writerOf } from './support/feed-folder.ts';
import { article, image, put, withdraw } from './support/records.ts';

const stateOf = async (dir: string) => {
  const reader = readerOf(dir);
  const state: Record<string, unknown> = {};
  for await (const entry of readEntries(reader, await reader.checkpoint())) state[subjectOf(entry.change)] = entry;
  return state;
};

/** Both sides say the same, and the outer one proves itself. */
const expectSame = async (inner: string, outer: string): Promise<void> => {
  expect(await stateOf(outer)).toEqual(await stateOf(inner));
  expect((await verifyFeed({ source: openSource(outer), trust })).fault).toBeNull();
};

type Act = Change | 'snapshot' | 'prune' | 'attest' | 'carry';
const anAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.nat(4), fc.nat(99)).map(([id, title]) => put(article(id, `Bài ${title}`))) },
  { weight: 2, arbitrary: fc.nat(4).map((id) => withdraw('article', id)) },
  { weight: 3, arbitrary: fc.constant('carry' as const) },
  ...(['snapshot', 'prune', 'attest'] as const).map((act) => ({ weight: 1, arbitrary: fc.constant(act) })),
);

test('whatever happens between two media, the other side says what this one says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { maxLength: 25 }), async (acts) => {
      await using sides = await twoSides();
      await using writer = await writerOf(sides.inner);
      let since = { seq: 0, snapshot: null as string | null, attest: 0 };
      for (const [index, act] of [...acts, 'carry' as const].entries()) {
        if (act === 'snapshot') await writer.writeSnapshot(at);
        else if (act === 'prune') await writer.prune(at);
        else if (act === 'attest') await writer.attest({ size: index, root: '0'.repeat(64), proof: [] }, at);
        else if (act !== 'carry') await writer.append([act], at);
        else {
          const medium = sides.place(`medium-${index}`);
          await exported(sides.inner, medium, 0, { since });
          const { checkpoint, attest } = await imported(medium, sides.outer);
          since = { seq: checkpoint.seq, snapshot: checkpoint.snapshot?.id ?? null, attest };
          await expectSame(sides.inner, sides.outer);
        }
      }
      // The gate keeps a snapshot of before for a while.
      const kept = (files: string[]) => files.filter((file) => !/^(tmp|aside|snapshots)/.test(file));
      expect(kept(await filesOf(sides.outer))).toEqual(kept(await filesOf(sides.inner)));
    }),
    { numRuns: 20 },
  );
}, 240_000);

test('a medium carries what the feed holds and nothing else: no file, no name, no state of this side', async () => {
  await using sides = await twoSides();
  await using writer = await writerOf(sides.inner);
  const blob = await writer.putBlob(Buffer.from('pixels'));
  await writer.putBlob(Buffer.from('pixels of nobody'));
  await writer.append([put(image(1, blob, 6)), put(article(2, 'Hai'))], at);
  const { manifest } = await exported(sides.inner, sides.place('medium'));
  expect(manifest.counts).toMatchObject({ files: 3, segments: 1, entries: 2, blobs: 1, snapshotParts: 0, attests: 0 });
  const onMedium = await filesOf(sides.place('medium'));
  expect(onMedium.map((file) => file.replace(/[0-9a-f]{64}/, '…'))).toEqual([
    `feed/blobs/sha256/${blob.slice(0, 2)}/…`,
    'feed/checkpoint.json',
    'feed/segments/000001.json',
    'lists/0001.json',
    manifestName,
  ]);
  for (const file of onMedium.filter((name) => name.startsWith('feed/')))
    expect(await readFile(sides.place(`medium/${file}`))).toEqual(await readFile(join(sides.inner, file.slice(5))));
  expect(JSON.stringify(manifest)).not.toContain(sides.inner);
});

test('a picture of what is withdrawn goes away at the other side too, and the withdrawn are told of at the export', async () => {
  await using sides = await twoSides();
  await using writer = await writerOf(sides.inner);
  const blob = await writer.putBlob(Buffer.from('pixels'));
  await writer.append([put(image(1, blob, 6))], at);
  await exported(sides.inner, sides.place('one'));
  await imported(sides.place('one'), sides.outer);
  expect(await filesOf(sides.outer)).toContain(`blobs/sha256/${blob.slice(0, 2)}/${blob}`);
  await writer.append([withdraw('image', 1), put(article(2, 'Hai')), withdraw('article', 2)], at);
  await writer.collectBlobs([], new Date(Date.now() + 60_000));
  expect(await exported(sides.inner, sides.place('two'), 1)).toMatchObject({ withdrawn: 1 });
  await imported(sides.place('two'), sides.outer);
  expect(await filesOf(sides.outer)).not.toContain(`blobs/sha256/${blob.slice(0, 2)}/${blob}`);
});

class Pulled extends Error {}

/** Runs a piece of work again and again, each time pulled out one step later, until it comes to its end. */
const pulledEverywhere = async (work: (step: () => void) => Promise<unknown>, after: () => Promise<void>) => {
  for (let most = 0; ; most += 1) {
    let steps = 0;
    const step = () => {
      steps += 1;
      if (steps > most) throw new Pulled();
    };
    const isDone = await work(step).then(
      () => true,
      (cause: unknown) => {
        if (cause instanceof Pulled) return false;
        throw cause;
      },
    );
    if (isDone) return most;
    await after();
  }
};

test('a medium pulled out at any moment of the writing is told apart, and the writing goes on', async () => {
  await using sides = await twoSides();
  await using writer = await writerOf(sides.inner);
  const blob = await writer.putBlob(Buffer.from('pixels'));
  await writer.append([put(image(1, blob, 6))], at);
  const medium = sides.place('medium');
  const whole = async () => (await filesOf(medium).catch((): string[] => [])).includes(manifestName);
  const seen = new Set<string>();
  const steps = await pulledEverywhere(
    async (step) => {
      if (!(await whole())) await exported(sides.inner, medium, 0, { onStep: step });
    },
    async () => {
      const code = await codeOf(() => imported(medium, sides.outer));
      seen.add(code);
      expect(code).toBe((await whole()) ? 'none' : 'medium-unfinished');
    },
  );
  expect(steps).toBeGreaterThan(4);
  expect([...seen].sort()).toEqual(['medium-unfinished', 'none']);
  await expectSame(sides.inner, sides.outer);
});

test('an import stopped at any moment leaves a feed that proves itself, and goes on', async () => {
  await using sides = await twoSides();
  await using writer = await writerOf(sides.inner);
  for (const number of [1, 2, 3]) {
    const blob = await writer.putBlob(Buffer.from(`pixels ${number}`));
    await writer.append([put(image(number, blob, 8)), put(article(number, 'Bài'))], at);
    if (number === 2) await writer.writeSnapshot(at);
    if (number === 1) await exported(sides.inner, sides.place('one'));
  }
  await exported(sides.inner, sides.place('two'), 2);
  for (const medium of ['one', 'two']) {
    const steps = await pulledEverywhere(
      (step) => imported(sides.place(medium), sides.outer, { onStep: step }),
      async () => {
        const { fault } = await verifyFeed({ source: openSource(sides.outer), trust });
        expect(fault?.code ?? 'none').toBe(medium === 'one' && fault !== null ? 'feed-missing' : 'none');
      },
    );
    expect(steps).toBeGreaterThan(4);
  }
  await expectSame(sides.inner, sides.outer);
});

test('what a stopped import had moved makes way for the medium of a gate that was restored meanwhile', async () => {
  await using sides = await twoSides();
  await feedWith(sides.inner, [put(article(1, 'Một'))]);
  await exported(sides.inner, sides.place('one'));
  await imported(sides.place('one'), sides.outer);
  await cp(sides.inner, sides.place('restored'), { recursive: true });
  await feedWith(sides.inner, [put(article(2, 'Hai'))]);
  await exported(sides.inner, sides.place('two'), 1);
  const stop = (step: string) => {
    if (step === 'segments/000002.json: taken in') throw new Pulled();
  };
  await expect(imported(sides.place('two'), sides.outer, { onStep: stop })).rejects.toThrow(Pulled);
  await feedWith(sides.place('restored'), [put(article(2, 'Hai, nhưng khác'))]);
  await exported(sides.place('restored'), sides.place('other'), 1);
  await imported(sides.place('other'), sides.outer);
  await expectSame(sides.place('restored'), sides.outer);
});

test('a folder that holds anything else is not taken for a medium to write', async () => {
  await using sides = await twoSides();
  await feedWith(sides.inner, [put(article(1, 'Một'))]);
  await exported(sides.inner, sides.place('medium'));
  expect(await codeOf(() => exported(sides.inner, sides.place('medium')))).toBe('medium-occupied');
  await rm(sides.place('medium/medium.json'));
  expect(await codeOf(() => exported(sides.inner, sides.place('medium')))).toBe('medium-occupied');
  expect(await codeOf(() => exported(sides.inner, sides.place('new'), 2))).toBe('medium-since');
});
