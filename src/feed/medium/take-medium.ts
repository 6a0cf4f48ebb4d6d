import type { KeyObject } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '#errors/failure.ts';
import { blaming } from '../blame.ts';
import { checkFollows } from '../check-order.ts';
import type { OnStep } from '../durable.ts';
import type { FeedSource } from '../feed-source.ts';
import { blamingFolder } from '../folder-fault.ts';
import { folderSource } from '../folder-source.ts';
import { makeFolders } from '../open-folder.ts';
import { checkpointPath } from '../paths.ts';
import { peekPayload } from '../payload.ts';
import { origin, type Position, positionAt } from '../position.ts';
import { openFeedReader } from '../reader.ts';
import type { Checkpoint } from '../schemas.ts';
import { lockFolder } from '../writer-lock.ts';
import { checkArrived } from './check-arrived.ts';
import { type Medium, openMedium } from './open-medium.ts';
import { overlaySource } from './overlay-source.ts';
import { beginMoving, dropStages, stageAll, stagingOf, undoMoving } from './stage.ts';
import { promote, tidyAfter } from './take-in.ts';

export interface TakeOptions {
  /** Folder on the medium. */
  readonly from: string;
  /** Folder of the feed at this side; made where it is missing. */
  readonly into: string;
  readonly trust: readonly KeyObject[];
  /** How many of them must have signed the statement that arrives; 1 where nothing is said. */
  readonly signatures?: number | undefined;
  readonly onProgress?: (done: number, of: number) => void;
  /** Told after every durable step. A test stops the program here. */
  readonly onStep?: OnStep;
}

export interface TakenMedium {
  readonly medium: Medium;
  readonly checkpoint: Checkpoint;
  /** Number of the last entry that was here before. */
  readonly before: number;
  /** False where all of it was here before. */
  readonly isNew: boolean;
  /** Number of the newest checkpoint of the audit log that is here. */
  readonly attest: number;
}

/** What is here already; null for nothing. */
const heldIn = async (root: string, own: FeedSource): Promise<Checkpoint | null> => {
  const bytes = await own.read(checkpointPath);
  // What counted when it came goes on counting as a place, although the keys that signed it may be revoked since.
  const held = bytes === null ? null : blaming({ file: checkpointPath }, () => peekPayload('checkpoint', bytes).value);
  await undoMoving(root, held?.segment ?? 0);
  // Segments without a checkpoint are a damaged feed and not the place for a new one.
  if (held === null && (await readdir(join(root, 'segments'))).length > 0)
    throw new Failure('feed-missing', { feed: root });
  return held;
};

/** A medium of before, one of another feed, and one that leaves a gap are refused before anything is copied. */
const checkPlace = ({ manifest }: Medium, held: Checkpoint | null): void => {
  const position: Position = held === null ? origin : positionAt(held, held);
  if (position.feed !== null && position.feed !== manifest.feed)
    throw new Failure('feed-other', { file: 'medium.json' });
  if (manifest.to.seq < position.seq)
    throw new Failure('medium-replayed', { seq: manifest.to.seq, held: position.seq });
  if (manifest.from.segment > position.segment)
    throw new Failure('medium-gap', { from: manifest.from.seq, held: position.seq });
};

/** A signed statement of before may not make a silent gate look alive, nor hide what it has said since. */
const checkStatement = (held: Checkpoint | null, arrived: Checkpoint): void => {
  if (held === null) return;
  checkFollows(positionAt(held, held), arrived);
  if (arrived.seq === held.seq && arrived.issuedAt < held.issuedAt)
    throw new Failure('medium-replayed', { seq: arrived.seq, held: held.seq });
};

const lastAttest = async (root: string): Promise<number> => {
  const names = await readdir(join(root, 'audit')).catch(() => []);
  return Math.max(0, ...names.map((name) => Number.parseInt(name, 10) || 0));
};

/** A disk that fails says nothing about the medium: what is laid out stays for the next run. */
const isRefusal = (cause: unknown): boolean =>
  cause instanceof Failure && !['feed-unreachable', 'feed-locked', 'data-unwritable'].includes(cause.code);

/** The lease of a lock is 90 seconds; in milliseconds. */
const renewEvery = 20_000;

const takeLocked = async (options: TakeOptions): Promise<TakenMedium> => {
  const { from, into: root, trust, signatures, onStep = () => undefined, onProgress = () => undefined } = options;
  const own = folderSource(root);
  const held = await heldIn(root, own);
  const medium = await openMedium(from, trust);
  checkPlace(medium, held);
  const staging = stagingOf(medium);
  await dropStages(root, staging);
  const staged = await stageAll({ medium, root, onStep, onProgress });
  const source = overlaySource(own, folderSource(join(root, staging)));
  const reader = openFeedReader({ source, trust, signatures });
  const checkpoint = await reader.checkpoint();
  checkStatement(held, checkpoint);
  await checkArrived({ medium, source, reader, root, trust, signatures });
  const isNew = held === null || held.seq < checkpoint.seq || held.issuedAt < checkpoint.issuedAt || staged.length > 1;
  await beginMoving(root, onStep);
  await promote(root, staging, staged, onStep);
  await tidyAfter(root, openFeedReader({ source: own, trust }), checkpoint);
  await dropStages(root, null);
  return { medium, checkpoint, before: held?.seq ?? 0, isNew, attest: await lastAttest(root) };
};

/**
 * Takes a medium into the feed at this side. All of it is checked, in copies on this side, before anything counts; what is
 * refused changes nothing. Stopped at any moment, it goes on at the next run.
 *
 * @throws Failure `medium-*` for what lies on the medium, `feed-*` for what it says, `feed-locked` while somebody else writes
 * this feed, `data-unwritable`
 */
export const takeMedium = (options: TakeOptions): Promise<TakenMedium> =>
  blamingFolder(options.into, async () => {
    await makeFolders(options.into);
    const lock = await lockFolder(options.into);
    let renewedAt = Date.now();
    const onStep: OnStep = async (step) => {
      if (Date.now() - renewedAt > renewEvery) {
        await lock.renew();
        renewedAt = Date.now();
      }
      await options.onStep?.(step);
    };
    try {
      return await takeLocked({ ...options, onStep });
    } catch (cause) {
      if (isRefusal(cause)) await dropStages(options.into, null);
      throw cause;
    } finally {
      await lock.release();
    }
  });
