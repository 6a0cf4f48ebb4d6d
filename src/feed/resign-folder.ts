import type { KeyObject } from 'node:crypto';
import { Failure } from '#errors/failure.ts';
import { blaming } from './blame.ts';
import { resignEnvelope } from './dsse.ts';
import { type OnStep, writeDurably } from './durable.ts';
import { blamingFolder } from './folder-fault.ts';
import { folderSource } from './folder-source.ts';
import { publicHalf } from './keys.ts';
import { makeFolders } from './open-folder.ts';
import { attestPath, checkpointPath, segmentPath, snapshotPath } from './paths.ts';
import { type FeedReader, openFeedReader } from './reader.ts';
import type { Checkpoint } from './schemas.ts';
import { verifyFeed } from './verify-feed.ts';
import { lockFolder } from './writer-lock.ts';

export interface Resigning {
  /** Folder of the feed. */
  readonly root: string;
  /** Public half of the key that is to count no longer. */
  readonly from: KeyObject;
  /** Private key that takes its place. */
  readonly to: KeyObject;
  /** Keys that readers trust, besides both. */
  readonly trust: readonly KeyObject[];
  /**
   * Looks at where the feed stands before anything is signed.
   * @throws whatever speaks against it
   */
  readonly check: (checkpoint: Checkpoint) => void;
  /** Told after every durable step. A test stops the program here. */
  readonly onStep?: OnStep;
}

const places = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);

/** The checkpoints of the audit log, each held against the one before. */
const attestsOf = async (reader: FeedReader): Promise<string[]> => {
  const paths: string[] = [];
  for (let last = await reader.attest(1); last !== null; ) {
    paths.push(attestPath(last.number));
    const next = await reader.attest(last.number + 1);
    if (next !== null && next.previous !== last.hash)
      throw new Failure('feed-chain-broken', { file: attestPath(next.number), seq: next.number });
    last = next;
  }
  return paths;
};

/** All that a checkpoint vouches for by a signature, itself at the end. */
const signedPaths = async (reader: FeedReader, { base, segment, snapshot }: Checkpoint): Promise<string[]> => [
  ...places(base.segment + 1, segment).map(segmentPath),
  ...(snapshot === null ? [] : places(1, snapshot.parts).map((part) => snapshotPath(snapshot.id, part))),
  ...(await attestsOf(reader)),
  checkpointPath,
];

const resignLocked = async (options: Resigning, renew: () => Promise<void>): Promise<Resigned> => {
  const { root, from, to, check, onStep = () => undefined } = options;
  const trust = [...options.trust, from, publicHalf(to)];
  const source = folderSource(root);
  const { fault, checkpoint } = await verifyFeed({ source, trust, isHere: async () => true });
  if (fault !== null || checkpoint === null)
    throw new Failure(fault?.code ?? 'feed-missing', { feed: root, held: '', file: fault?.file ?? checkpointPath });
  check(checkpoint);
  await makeFolders(root);
  const paths = await signedPaths(openFeedReader({ source, trust }), checkpoint);
  for (const path of paths) {
    const bytes = await source.read(path);
    if (bytes === null) throw new Failure('feed-truncated', { file: path });
    await renew();
    await writeDurably(
      root,
      path,
      blaming({ file: path }, () => resignEnvelope(bytes, { from, to, trust })),
      onStep,
    );
  }
  return { checkpoint, files: paths.length };
};

export interface Resigned {
  readonly checkpoint: Checkpoint;
  /** How many files were signed anew. */
  readonly files: number;
}

/**
 * Puts the signature of a new key in the place of an old one's, all over a feed. No payload changes, so that every hash, every
 * place that readers have reached, and what other keys have signed holds as before. All of it is proved first. Stopped at any
 * moment, it goes on at the next run.
 *
 * @throws Failure `feed-locked` while a gate writes, `data-unwritable`, and of the first fault of the feed
 */
export const resignFolder = (options: Resigning): Promise<Resigned> =>
  blamingFolder(options.root, async () => {
    const lock = await lockFolder(options.root);
    try {
      return await resignLocked(options, lock.renew);
    } finally {
      await lock.release();
    }
  });
