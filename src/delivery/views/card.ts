import type { PublicLocale } from '#languages/locales.ts';
import type { PublicRecord } from '#record/records.ts';
import { type Served, serve } from '../projection/in-force.ts';
import { type AgencyDocument, viewAgency } from './agency.ts';
import { type AlbumDocument, viewAlbum } from './album.ts';
import { type ArticleCard, viewArticle } from './article.ts';
import { type EventCard, viewEvent } from './event.ts';
import { type ImageDocument, viewImage } from './image.ts';
import type { Lens } from './lens.ts';
import { type PlaceDocument, viewPlace } from './place.ts';
import { type TopicDocument, viewTopic } from './topic.ts';

export type Card =
  | ArticleCard
  | EventCard
  | ImageDocument
  | PlaceDocument
  | TopicDocument
  | AgencyDocument
  | AlbumDocument;

/**
 * A document as lists show it. For images, places, topics, agencies and albums that is the whole document.
 * @param chain languages in which it may be served, best first
 * @returns null when it cannot be seen in any of them
 */
export const viewCard = (
  record: PublicRecord,
  chain: readonly PublicLocale[],
  requested: PublicLocale,
  lens: Lens,
): Card | null => {
  const seen = <R extends PublicRecord>(
    of: R,
    view: (of: R, served: Served<R>, requested: PublicLocale, lens: Lens) => Card,
  ): Card | null => {
    const served = serve(of, chain, lens.now);
    return served && view(of, served, requested, lens);
  };
  switch (record.type) {
    case 'article':
      return seen(record, viewArticle);
    case 'event':
      return seen(record, viewEvent);
    case 'image':
      return seen(record, viewImage);
    case 'place':
      return seen(record, viewPlace);
    case 'topic':
      return seen(record, viewTopic);
    case 'agency':
      return seen(record, viewAgency);
    case 'album':
      return seen(record, viewAlbum);
  }
};
