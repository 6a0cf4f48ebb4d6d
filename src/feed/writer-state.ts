import type { KeyObject } from 'node:crypto';
import { type OnStep, writeDurably } from './durable.ts';
import type { FeedSource } from './feed-source.ts';
import { checkpointPath } from './paths.ts';
import { sealPayload } from './payload.ts';
import type { FeedReader } from './reader.ts';
import type { Checkpoint } from './schemas.ts';

/** What the parts of a writer share while it is open. */
export interface WriterState {
  readonly root: string;
  readonly key: KeyObject;
  /** Keys whose signatures this feed may carry: the writer's own and its predecessors. */
  readonly trust: readonly KeyObject[];
  readonly source: FeedSource;
  readonly reader: FeedReader;
  readonly onStep: OnStep;
  /** The checkpoint as it stands on the disk. */
  checkpoint: Checkpoint;
  /** Blobs that entries have named since a collection of orphans began; null while none is going on. */
  namedBlobs: Set<string> | null;
}

/** Signs a checkpoint and puts it in the place of the last one. From here on readers see what it vouches for. */
export const commitCheckpoint = async (
  state: Pick<WriterState, 'root' | 'key' | 'onStep'> & { checkpoint?: Checkpoint },
  next: Checkpoint,
): Promise<void> => {
  await writeDurably(state.root, checkpointPath, sealPayload('checkpoint', next, state.key).file, state.onStep);
  state.checkpoint = next;
};
