import { randomUUID } from 'node:crypto';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '#errors/failure.ts';
import { blaming } from './blame.ts';
import { follow } from './check-order.ts';
import { listSegments } from './list-segments.ts';
import { segmentPath } from './paths.ts';
import { openPayload } from './payload.ts';
import { type Position, positionAt } from './position.ts';
import type { Checkpoint } from './schemas.ts';
import { commitCheckpoint, type WriterState } from './writer-state.ts';

type Folder = Pick<WriterState, 'root' | 'key' | 'trust' | 'source' | 'reader' | 'onStep'>;

/** The segment that the checkpoint ends with must stand there unharmed: nothing may be appended to a broken feed. */
const checkHead = async ({ source, trust }: Folder, checkpoint: Checkpoint): Promise<void> => {
  if (checkpoint.segment === checkpoint.base.segment) return;
  const file = segmentPath(checkpoint.segment);
  const bytes = await source.read(file);
  if (bytes === null) throw new Failure('feed-truncated', { file, seq: checkpoint.seq });
  blaming({ file, seq: checkpoint.seq }, () => {
    if (openPayload('segment', bytes, trust).hash !== checkpoint.head) throw new Failure('feed-chain-broken');
  });
};

/** The position after the orphan that follows, null when there is none or it does not verify and chain. */
const adopt = async ({ source, trust }: Folder, held: Position): Promise<Position | null> => {
  try {
    const bytes = await source.read(segmentPath(held.segment + 1));
    if (bytes === null) return null;
    const { value, hash } = openPayload('segment', bytes, trust);
    return follow(held, value, hash);
  } catch (cause) {
    // A disk that cannot be read says nothing about the file.
    if (cause instanceof Failure && cause.code !== 'feed-unreachable') return null;
    throw cause;
  }
};

const setAside = async (root: string, after: number): Promise<void> => {
  const numbers = await listSegments(root);
  for (const number of numbers.filter((each) => each > after)) {
    await rename(join(root, segmentPath(number)), join(root, 'aside', `${number}-${randomUUID()}.json`));
  }
};

/**
 * Brings checkpoint and segments into agreement after a crash or a failed write. Segments past the checkpoint that verify
 * and chain were written before the stop and are taken in; anything else past it is moved to `aside`, never deleted.
 *
 * @throws Failure `feed-missing`, `feed-truncated`, `feed-signature-bad`, … when what the checkpoint vouches for is damaged.
 */
export const mend = async (folder: Folder, now: () => Date): Promise<Checkpoint> => {
  const checkpoint = await folder.reader.checkpoint();
  await checkHead(folder, checkpoint);
  let position = positionAt(checkpoint, checkpoint);
  for (let next = await adopt(folder, position); next !== null; next = await adopt(folder, position)) position = next;
  await setAside(folder.root, position.segment);
  if (position.segment === checkpoint.segment) return checkpoint;
  const { segment, seq, head } = position;
  const mended = { ...checkpoint, segment, seq, head, issuedAt: now().toISOString() };
  await commitCheckpoint(folder, mended);
  return mended;
};
