import type { DemoArticle } from './schema/article.ts';
import type { DemoEvent } from './schema/event.ts';
import type { DemoImage } from './schema/image.ts';
import type { DemoAgency, DemoPlace, DemoTopic } from './schema/reference.ts';

/** All demo documents, each list in the order in which it is to be seeded. */
export interface DemoContent {
  readonly agencies: readonly DemoAgency[];
  /** Parents before their children. */
  readonly topics: readonly DemoTopic[];
  readonly places: readonly DemoPlace[];
  readonly images: readonly DemoImage[];
  /** Oldest first. */
  readonly articles: readonly DemoArticle[];
  readonly events: readonly DemoEvent[];
}
