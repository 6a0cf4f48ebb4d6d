import type { FeedReader } from '#feed/reader.ts';
import type { FeedSource } from '#feed/source.ts';
import type { ImageStore } from './image-store.ts';
import type { Renderer } from './renderer.ts';
import type { NodeState } from './state.ts';
import type { Store } from './store.ts';
import type { Trust } from './trust.ts';

/** What a node follows its feed with. */
export interface FollowParts {
  readonly store: Store;
  readonly images: ImageStore;
  readonly renderer: Renderer;
  readonly source: FeedSource;
  readonly reader: FeedReader;
  /** Keys that the feed may be signed with. */
  readonly trust: Trust;
  readonly state: NodeState;
  /** Milliseconds after which a gate that has signed nothing is silent. */
  readonly silence: number;
  readonly signal: AbortSignal;
  /** Called after every transaction that changed what is served. */
  changed(): void;
}
