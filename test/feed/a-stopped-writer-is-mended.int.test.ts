import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSource } from '#feed/source.ts';
import { verifyFeed } from '#feed/verify-feed.ts';
import type { FeedWriter } from '#feed/writer.ts';
import { at, codeOf, filesOf, keyOf, readAll, temporaryFolder, trust, writerOf } from './support/feed-folder.ts';
import { article, image, put, withdraw } from './support/records.ts';

class Stopped extends Error {}

/** A hook that stops the writer after its n-th step, once. */
const stopAfter = (count: number) => {
  let left = count;
  return () => {
    left -= 1;
    if (left === 0) throw new Stopped();
  };
};

const many = Array.from({ length: 300 }, (_, number) => put(article(number, `Bài ${number}`)));

/** A writer's day: blobs, short and long appends, snapshot, pruning. Each act can be done again. */
const day: ((writer: FeedWriter) => Promise<unknown>)[] = [
  (writer) => writer.append([put(article(1, 'Một'))], at),
  async (writer) => {
    const blob = await writer.putBlob(Buffer.from('picture'));
    await writer.append([put(image(900, blob, 7))], at);
  },
  (writer) => writer.append(many, at),
  (writer) => writer.writeSnapshot(at),
  (writer) => writer.append([withdraw('article', 1)], at),
  (writer) => writer.prune(at),
  (writer) => writer.touch(at),
];

const live = async (dir: string) => {
  const report = await verifyFeed({ source: openSource(dir), trust });
  expect(report.fault).toBeNull();
  return { documents: report.documents, blobs: report.blobs, seq: report.checkpoint?.seq };
};

const wholeDay = async (dir: string, steps: () => void) => {
  let writer = await writerOf(dir, { steps });
  for (const act of day) {
    try {
      await act(writer);
    } catch (cause) {
      if (!(cause instanceof Stopped)) throw cause;
      // The process is gone: its lock lies there without a holder, nothing was cleaned.
      await rm(join(dir, 'lock'));
      await live(dir);
      const before = writer.position.seq;
      writer = await writerOf(dir);
      expect(writer.position.seq).toBeGreaterThanOrEqual(before);
      // Part of the act may have entered. Doing all of it again ends in the same state, as it does for the gate.
      await act(writer);
    }
  }
  await writer[Symbol.asyncDispose]();
};

test('stopped between any two of its steps, a writer goes on where it was and loses nothing', {
  timeout: 300_000,
}, async () => {
  let steps = 0;
  await using undisturbed = await temporaryFolder();
  await wholeDay(undisturbed.path, () => {
    steps += 1;
  });
  expect(steps).toBeGreaterThan(30);
  for (let stop = 4; stop <= steps; stop += 1) {
    await using dir = await temporaryFolder();
    await wholeDay(dir.path, stopAfter(stop));
    const end = await live(dir.path);
    expect(end).toMatchObject({ documents: 300, blobs: 1 });
    expect((await readdir(join(dir.path, 'tmp'))).length).toBe(0);
  }
});

test('stopped while it begins a new feed, a writer begins it again', async () => {
  for (let stop = 1; stop <= 3; stop += 1) {
    await using dir = await temporaryFolder();
    await expect(writerOf(dir.path, { steps: stopAfter(stop) })).rejects.toThrow(Stopped);
    await using writer = await writerOf(dir.path);
    await writer.append([put(article(1, 'Một'))], at);
    expect((await readAll(dir.path)).entries).toHaveLength(1);
  }
});

test('a write that fails leaves a writer that mends itself before the next one', async () => {
  await using dir = await temporaryFolder();
  let fail = false;
  const steps = (step: string) => {
    if (fail && step.startsWith('segments/') && step.endsWith('durable')) throw new Stopped();
  };
  await using writer = await writerOf(dir.path, { steps });
  await writer.append([put(article(1, 'Một'))], at);
  fail = true;
  await expect(writer.append([put(article(2, 'Hai'))], at)).rejects.toThrow(Stopped);
  expect(writer.position.seq).toBe(1);
  fail = false;
  expect(await writer.append([put(article(3, 'Ba'))], at)).toEqual({ firstSeq: 3, lastSeq: 3 });
  expect((await readAll(dir.path)).entries.map(({ change }) => change)).toEqual([
    put(article(1, 'Một')),
    put(article(2, 'Hai')),
    put(article(3, 'Ba')),
  ]);
});

test.each(['ENOSPC', 'EACCES'])('a folder that cannot be written (%s) is named as such', async (code) => {
  await using dir = await temporaryFolder();
  let isFull = false;
  const steps = () => {
    if (isFull) throw Object.assign(new Error(code), { code });
  };
  await using writer = await writerOf(dir.path, { steps });
  isFull = true;
  await expect(writer.append([put(article(1, 'Một'))], at)).rejects.toMatchObject({
    code: 'data-unwritable',
    values: { folder: dir.path, reason: code },
  });
  isFull = false;
  expect((await writer.append([put(article(1, 'Một'))], at)).lastSeq).toBe(writer.position.seq);
});

test.each([
  ['another key', async () => (await import('#feed/dsse.ts')).sealEnvelope('x', Buffer.from('{}'), keyOf(5))],
  ['half a file', async () => Buffer.from('{"payload":"e3')],
])('a segment past the checkpoint of %s is set aside, never followed and never deleted', async (_, bytes) => {
  await using dir = await temporaryFolder();
  await (await writerOf(dir.path))[Symbol.asyncDispose]();
  const foreign = await bytes();
  await writeFile(join(dir.path, 'segments/000001.json'), foreign);
  await writeFile(join(dir.path, 'segments/000003.json'), foreign);
  await using writer = await writerOf(dir.path);
  expect(await writer.append([put(article(1, 'Một'))], at)).toEqual({ firstSeq: 1, lastSeq: 1 });
  const aside = (await filesOf(dir.path)).filter((file) => file.startsWith('aside/'));
  expect(aside).toHaveLength(2);
  expect(await readFile(join(dir.path, aside[0] ?? ''))).toEqual(foreign);
  expect((await readAll(dir.path)).entries).toHaveLength(1);
});

test('a feed whose signed part is damaged is not written on', async () => {
  await using dir = await temporaryFolder();
  await using writer = await writerOf(dir.path);
  await writer.append([put(article(1, 'Một'))], at);
  await writer[Symbol.asyncDispose]();
  const file = join(dir.path, 'segments/000001.json');
  const sound = await readFile(file);
  await rm(file);
  expect(await codeOf(() => writerOf(dir.path))).toBe('feed-truncated');
  await writeFile(file, sound.subarray(0, 100));
  expect(await codeOf(() => writerOf(dir.path))).toBe('feed-malformed');
  await writeFile(file, sound);
  expect(await codeOf(() => writerOf(dir.path, { key: keyOf(7) }))).toBe('feed-signature-bad');
  await rm(join(dir.path, 'checkpoint.json'));
  expect(await codeOf(() => writerOf(dir.path))).toBe('feed-missing');
});

test('after a change of keys the old segments stay good, for writer and readers that trust both', async () => {
  await using dir = await temporaryFolder();
  await using first = await writerOf(dir.path);
  await first.append([put(article(1, 'Một'))], at);
  await first[Symbol.asyncDispose]();
  await using second = await writerOf(dir.path, { key: keyOf(2), trust });
  await second.append([put(article(2, 'Hai'))], at);
  const both = [...trust, (await import('#feed/keys.ts')).publicHalf(keyOf(2))];
  const source = openSource(dir.path);
  expect((await verifyFeed({ source, trust: both })).fault).toBeNull();
  expect((await verifyFeed({ source, trust })).fault).toMatchObject({ code: 'feed-signature-bad' });
});

const lockOf = (pid: number, host: string) => JSON.stringify({ token: 'x', pid, host, started: null });

test('two writers cannot hold one folder; the second may once the first has let go', async () => {
  await using dir = await temporaryFolder();
  const first = await writerOf(dir.path);
  expect(await codeOf(() => writerOf(dir.path))).toBe('feed-locked');
  await first[Symbol.asyncDispose]();
  await using second = await writerOf(dir.path);
  await second.touch(at);
  expect(await codeOf(() => first.touch(at))).toBe('feed-locked');
});

test('of many who open at once, one gets the folder', async () => {
  await using dir = await temporaryFolder();
  const codes = await Promise.all(Array.from({ length: 8 }, () => codeOf(() => writerOf(dir.path))));
  expect(codes.filter((code) => code === 'none')).toHaveLength(1);
  expect(codes.filter((code) => code === 'feed-locked')).toHaveLength(7);
});

test('the lock of a process that was killed is healed, the writer that lost its lock writes no more', async () => {
  await using dir = await temporaryFolder();
  const script = `
    import { createPrivateKey } from 'node:crypto';
    import { openFeedWriter } from '#feed/writer.ts';
    const key = createPrivateKey(process.env.KEY);
    const writer = await openFeedWriter({ dir: process.env.DIR, key });
    await writer.touch(new Date());
    console.log('open');
    setInterval(() => {}, 1000);`;
  const child = spawn('node', ['--input-type=module', '-e', script], {
    env: { ...process.env, DIR: dir.path, KEY: keyOf(1).export({ format: 'pem', type: 'pkcs8' }).toString() },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  expect(await codeOf(() => writerOf(dir.path))).toBe('feed-locked');
  child.kill('SIGKILL');
  await once(child, 'exit');
  await using writer = await writerOf(dir.path);
  await writer.append([put(article(1, 'Một'))], at);
  await writeFile(join(dir.path, 'lock'), lockOf(1, hostname()));
  expect(await codeOf(() => writer.append([put(article(2, 'Hai'))], at))).toBe('feed-locked');
  expect((await readAll(dir.path)).entries).toHaveLength(1);
});

test('the lock of another machine holds as long as it is renewed, and a torn lock likewise', async () => {
  for (const words of [lockOf(1, 'another-machine'), '{"tok']) {
    await using dir = await temporaryFolder();
    await writeFile(join(dir.path, 'lock'), words);
    expect(await codeOf(() => writerOf(dir.path))).toBe('feed-locked');
    const longAgo = new Date(Date.now() - 10 * 60_000);
    await utimes(join(dir.path, 'lock'), longAgo, longAgo);
    await using writer = await writerOf(dir.path);
    expect(writer.position.seq).toBe(0);
  }
});
