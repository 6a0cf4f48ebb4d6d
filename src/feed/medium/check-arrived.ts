import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '#errors/failure.ts';
import type { FeedSource } from '../feed-source.ts';
import { attestPath, blobPath } from '../paths.ts';
import type { FeedReader } from '../reader.ts';
import type { ReaderOptions } from '../reader-options.ts';
import { verifyFeed } from '../verify-feed.ts';
import type { Medium } from './open-medium.ts';

/** The checkpoints of the audit log that a medium brings follow each other and those that are here. */
const checkAttests = async (reader: FeedReader, { files }: Medium): Promise<void> => {
  const numbers = [...files.keys()].flatMap((path) => {
    const number = /^audit\/(\d+)\.json$/.exec(path)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
  for (const number of numbers.sort((a, b) => a - b)) {
    const file = attestPath(number);
    const [last, own] = [number === 1 ? null : await reader.attest(number - 1), await reader.attest(number)];
    if (number > 1 && last === null) throw new Failure('feed-truncated', { file: attestPath(number - 1) });
    if (own?.previous !== (last?.hash ?? null)) throw new Failure('feed-chain-broken', { file });
  }
};

interface Arrived extends Pick<ReaderOptions, 'trust' | 'signatures'> {
  readonly medium: Medium;
  /** The feed as it would be. */
  readonly source: FeedSource;
  readonly reader: FeedReader;
  /** The folder of the feed, for pictures that are here. */
  readonly root: string;
}

/**
 * Whether the feed proves itself with what has arrived: every signature, the whole chain, the snapshot, and a picture for
 * each that a document needs. Bytes of pictures that were here before are not read again.
 *
 * @throws Failure of the first fault
 */
export const checkArrived = async (arrived: Arrived): Promise<void> => {
  const { medium, source, reader, root, trust, signatures } = arrived;
  const isHere = (blob: string): Promise<boolean> =>
    access(join(root, blobPath(blob))).then(
      () => true,
      () => false,
    );
  const { fault, checkpoint } = await verifyFeed({ source, trust, signatures, isHere });
  if (fault !== null) {
    const { code, file, seq } = fault;
    throw new Failure(code, { feed: root, held: '', ...(file !== null && { file }), ...(seq !== null && { seq }) });
  }
  const { to, feed } = medium.manifest;
  const isOne = checkpoint?.feed === feed && checkpoint.segment === to.segment && checkpoint.head === to.head;
  if (!isOne || checkpoint.seq !== to.seq) throw new Failure('medium-malformed', { file: 'medium.json' });
  await checkAttests(reader, medium);
};
