import { type KeyObject, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '#errors/failure.ts';
import { type OnStep, syncFolder, writeDurably } from '../durable.ts';
import type { FeedSource } from '../feed-source.ts';
import { blamingFolder } from '../folder-fault.ts';
import { sealPayload } from '../payload.ts';
import { openFeedReader } from '../reader.ts';
import { type Checkpoint, feedVersion } from '../schemas.ts';
import { carryFile, dropOthers, stillSource } from './carry-files.ts';
import { countFiles } from './counts.ts';
import { marksOf, writeLists } from './file-lists.ts';
import { feedFolder, listFolder, listName, manifestName, unfinishedName } from './paths.ts';
import { type MediumPlan, planMedium, type Since } from './plan.ts';
import type { ListedFile, MediumManifest } from './schemas.ts';

export interface MediumOptions {
  readonly source: FeedSource;
  /** Keys whose feed this is: nothing goes along that none of them has signed. */
  readonly trust: readonly KeyObject[];
  /** Signs the manifest. */
  readonly key: KeyObject;
  readonly since: Since;
  /** Folder on the medium; made where it is missing. */
  readonly to: string;
  readonly now?: () => Date;
  readonly onProgress?: (done: number, of: number) => void;
  /** Told after every durable step. A test stops the program here. */
  readonly onStep?: OnStep;
}

export interface WrittenMedium {
  readonly manifest: MediumManifest;
  /** SHA-256 of the payload of the manifest. */
  readonly hash: string;
  /** When the checkpoint that goes along was signed. */
  readonly statementAt: string;
  /** Documents that are withdrawn and whose words still stand in segments that go along. */
  readonly withdrawn: number;
}

const nothing = (): void => undefined;

/** Takes a folder that is empty, or that a stopped export has left. */
const takeFolder = async (to: string): Promise<void> => {
  await mkdir(to, { recursive: true });
  const names = await readdir(to);
  const ours = new Set([unfinishedName, listFolder, feedFolder, 'tmp']);
  const isOurs = names.every((name) => ours.has(name)) && (names.includes(unfinishedName) || names.join() === 'tmp');
  if (names.length > 0 && !isOurs) throw new Failure('medium-occupied', { folder: to });
  await mkdir(join(to, 'tmp'), { recursive: true });
  await writeDurably(to, unfinishedName, Buffer.alloc(0), nothing);
  await rm(join(to, listFolder), { recursive: true, force: true });
};

interface Carried {
  readonly plan: MediumPlan;
  readonly checkpoint: Checkpoint;
  readonly files: readonly ListedFile[];
}

const carryAll = async (options: MediumOptions): Promise<Carried> => {
  const source = await stillSource(options.source);
  const reader = openFeedReader({ source, trust: options.trust });
  const checkpoint = await reader.checkpoint();
  const plan = await planMedium(reader, checkpoint, options.since);
  const carrying = { source, to: options.to, onStep: options.onStep ?? nothing };
  const files: ListedFile[] = [];
  for (const path of plan.paths) {
    files.push(await carryFile(carrying, path));
    options.onProgress?.(files.length, plan.paths.length);
  }
  await dropOthers(options.to, files);
  return { plan, checkpoint, files };
};

/** The gate goes on meanwhile: where it pruned or withdrew what was to be copied, it is planned again. */
const carrySteadily = async (options: MediumOptions): Promise<Carried> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await carryAll(options);
    } catch (cause) {
      const isMoved = cause instanceof Failure && ['feed-truncated', 'feed-blob-missing'].includes(cause.code);
      if (!isMoved || attempt === 3) throw cause;
    }
  }
};

/** The manifest comes last and by one renaming: a medium that is pulled out before is unfinished for everybody. */
const finish = async (to: string, file: Uint8Array, onStep: OnStep): Promise<void> => {
  const handle = await open(join(to, unfinishedName), 'w');
  try {
    await handle.writeFile(file);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await onStep(`${manifestName}: written`);
  await rm(join(to, 'tmp'), { recursive: true, force: true });
  await rename(join(to, unfinishedName), join(to, manifestName));
  await onStep(`${manifestName}: renamed`);
  await syncFolder(to);
};

/**
 * Carries out of a feed what a side lacks that has come so far. Stopped at any moment, it leaves a medium that everybody
 * takes for unfinished, and goes on at the next run.
 *
 * @throws Failure `medium-occupied`, `medium-since`, `data-unwritable`, and what the reader of the feed throws
 */
export const writeMedium = (options: MediumOptions): Promise<WrittenMedium> =>
  blamingFolder(options.to, async () => {
    const { to, key, onStep = nothing, now = () => new Date() } = options;
    await takeFolder(to);
    const { plan, checkpoint, files } = await carrySteadily(options);
    const lists = writeLists(files);
    for (const [index, list] of lists.entries()) await writeDurably(to, listName(index + 1), list, onStep);
    const manifest: MediumManifest = {
      version: feedVersion,
      feed: checkpoint.feed,
      medium: randomBytes(16).toString('hex'),
      from: plan.from,
      to: plan.to,
      exportedAt: now().toISOString(),
      counts: countFiles(files, plan.entries),
      lists: marksOf(lists),
    };
    const { file, hash } = sealPayload('medium', manifest, key);
    await finish(to, file, onStep);
    return { manifest, hash, statementAt: checkpoint.issuedAt, withdrawn: plan.withdrawn };
  });
