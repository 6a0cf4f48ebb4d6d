import type { Logger } from 'pino';
import type { PublicLocale } from '#languages/locales.ts';
import type { Answer } from './http/answer.ts';
import type { BoundedCache } from './http/bounded-cache.ts';
import type { Words } from './http/words.ts';
import type { Kits } from './kits/kits.ts';
import type { ImageStore } from './projection/image-store.ts';
import type { Projection } from './projection/projection.ts';
import type { Store } from './projection/store.ts';
import type { Tiles } from './tiles/tiles.ts';

/** What routes work with. */
export interface Context {
  readonly store: Store;
  readonly images: ImageStore;
  readonly projection: Projection;
  /** Finished answers by request target; emptied with every change of content. */
  readonly cache: BoundedCache<Answer>;
  /** Cuts of pictures, for viewers. */
  readonly tiles: Tiles;
  /** Press kits as files. */
  readonly kits: Kits;
  readonly words: Words;
  /** Address of this API as the world sees it, without a slash at the end. */
  readonly publicUrl: string;
  readonly fallback: readonly PublicLocale[];
  readonly log: Logger;
  /** Counts an answer by its status. */
  count(status: number): void;
}
