import type { DemoAlbum } from './schema/album.ts';
import type { DemoArticle } from './schema/article.ts';
import type { DemoEvent } from './schema/event.ts';
import type { DemoImage } from './schema/image.ts';
import type { DemoAgency, DemoPlace, DemoTopic } from './schema/reference.ts';
import type { DemoRights } from './schema/rights.ts';

/** All demo documents, each list in the order in which it is to be seeded. */
export interface DemoContent {
  readonly agencies: readonly DemoAgency[];
  /** Parents before their children. */
  readonly topics: readonly DemoTopic[];
  readonly places: readonly DemoPlace[];
  readonly rights: readonly DemoRights[];
  readonly images: readonly DemoImage[];
  /** Those above before those below. */
  readonly albums: readonly DemoAlbum[];
  /** Oldest first. */
  readonly articles: readonly DemoArticle[];
  readonly events: readonly DemoEvent[];
}
