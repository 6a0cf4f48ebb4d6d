import type { DemoContent } from '#demo/content/content.ts';
import { studioLocales } from '#languages/locales.ts';

/** How many editions (documents × languages) of each type the public is to see. */
export function releasedEditions(content: DemoContent): Record<string, number> {
  const each = studioLocales.length;
  return {
    agency: content.agencies.length * each,
    topic: content.topics.length * each,
    place: content.places.length * each,
    image: content.images.filter(({ level }) => level === 'public').length * each,
    album: content.albums.length * each,
    article: editions(content.articles),
    event: editions(content.events),
  };
}

type Written = DemoContent['articles'][number] | DemoContent['events'][number];

const editions = (documents: readonly Written[]): number =>
  documents
    .filter(({ level }) => level === 'public')
    .flatMap(({ words }) => Object.values(words))
    .filter(({ state }) => state === 'published').length;
