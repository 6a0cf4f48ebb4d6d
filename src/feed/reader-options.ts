import type { KeyObject } from 'node:crypto';
import type { FeedSource } from './feed-source.ts';

export interface ReaderOptions {
  readonly source: FeedSource;
  /** Keys of which one must have signed every file. */
  readonly trust: readonly KeyObject[];
  readonly signal?: AbortSignal | undefined;
}
