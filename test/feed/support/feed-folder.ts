import { createPrivateKey } from 'node:crypto';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Failure } from '#errors/failure.ts';
import type { FailureCode } from '#errors/failures.ts';
import type { Change } from '#feed/change.ts';
import { publicHalf } from '#feed/keys.ts';
import { origin } from '#feed/position.ts';
import { openFeedReader } from '#feed/reader.ts';
import { openSource } from '#feed/source.ts';
import { openFeedWriter, type WriterOptions } from '#feed/writer.ts';

const ed25519Pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A key that is the same for the same seed byte, so that failing runs can be repeated. */
export const keyOf = (seed: number) =>
  createPrivateKey({
    key: Buffer.concat([ed25519Pkcs8, Buffer.alloc(32, seed)]),
    format: 'der',
    type: 'pkcs8',
  });

export const key = keyOf(1);
export const trust = [publicHalf(key)];
export const at = new Date('2026-03-01T12:00:00.000Z');

/** An empty folder that removes itself. */
export const temporaryFolder = async () => {
  const path = await mkdtemp(join(tmpdir(), 'benthanh-feed-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
};

export const writerOf = (dir: string, options: Partial<WriterOptions> = {}) =>
  openFeedWriter({ dir, key, now: () => at, ...options });

export const readerOf = (dir: string) => openFeedReader({ source: openSource(dir), trust });

/** Everything that a reader gets from the first segment on. */
export const readAll = async (dir: string) => {
  const reader = readerOf(dir);
  const checkpoint = await reader.checkpoint();
  const entries = [];
  for await (const segment of reader.segments(origin, checkpoint)) entries.push(...segment.entries);
  return { checkpoint, entries };
};

/** A folder with a feed of these changes, a segment for each list. */
export const feedWith = async (dir: string, ...lists: Change[][]) => {
  await using writer = await writerOf(dir);
  for (const list of lists) await writer.append(list, at);
  return writer.position;
};

export const copyOf = async (dir: string) => {
  const copy = await temporaryFolder();
  await cp(dir, copy.path, { recursive: true });
  return copy;
};

/** Files of a feed below a folder, by their paths in the feed. */
export const filesOf = async (dir: string): Promise<string[]> =>
  (await readdir(dir, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name !== 'lock')
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1))
    .sort();

/** The code of the failure that a piece of work ends with; `none` when it ends well. Anything but a Failure is thrown on. */
export const codeOf = async (work: () => Promise<unknown>): Promise<FailureCode | 'none'> => {
  try {
    await work();
    return 'none';
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'Failure') return (cause as Failure).code;
    throw cause;
  }
};
