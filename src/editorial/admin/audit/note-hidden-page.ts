import { handleEndpoints, type SanitizedConfig } from 'payload';
import { isMarkedCollection } from '../../workflow/references.ts';

/** Words that stand in the place of an id. */
const noIds = new Set(['create', 'trash']);

/** What somebody asks the studio's pages for. */
interface Asked {
  /** Words of the address behind `/admin`. */
  readonly segments: readonly string[] | undefined;
  readonly headers: Headers;
}

/**
 * Leaves an audit line when a page is opened whose document is missing or hidden: Payload answers by leading to the list
 * and tells nobody. Asks `GET /api/{collection}/{id}` the same question in the person's name, so that the line is the
 * same too. To be called before the page is drawn.
 */
export const noteHiddenPage = async (config: Promise<SanitizedConfig>, { segments, headers }: Asked): Promise<void> => {
  const [place, collection, id] = segments ?? [];
  if (place !== 'collections' || !isMarkedCollection(collection) || !id || noIds.has(id)) return;
  const path = `/api/${collection}/${encodeURIComponent(id)}?draft=true&depth=0&select[updatedAt]=true`;
  const request = new Request(new URL(path, 'http://studio.internal'), { headers: new Headers(headers) });
  await handleEndpoints({ config, request });
};
