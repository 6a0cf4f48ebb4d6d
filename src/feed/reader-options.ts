import type { KeyObject } from 'node:crypto';
import type { FeedSource } from './feed-source.ts';

export interface ReaderOptions {
  readonly source: FeedSource;
  /** Keys of which one must have signed every file. */
  readonly trust: readonly KeyObject[];
  /**
   * How many of them must have signed a checkpoint; 1 where nothing is said. What it vouches for hangs on it by hashes, so
   * that one signature is enough there.
   */
  readonly signatures?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}
