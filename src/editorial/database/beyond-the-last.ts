import type { PaginatedDocs, TypeWithVersion } from 'payload';
import type { SqliteAdapter } from './one-writer-at-a-time.ts';

type Args = Parameters<SqliteAdapter['findVersions']>[0];

const nothing = { docs: [], totalDocs: 0, totalPages: 1, page: 1, limit: 0, pagingCounter: 1 };
const nowhere = { hasNextPage: false, hasPrevPage: false, nextPage: null, prevPage: null };

/**
 * Counts before it looks for a page of versions that may lie behind the last. Every save asks for such a page, to see
 * whether a document has too many versions, and the stock adapter reads all that lie before it with every word of them:
 * each save of a document would take longer than the one before.
 */
export const countingFirst = (adapter: SqliteAdapter): SqliteAdapter => {
  const find = adapter.findVersions.bind(adapter);
  adapter.findVersions = async <T>(args: Args): Promise<PaginatedDocs<TypeWithVersion<T>>> => {
    const { collection, where, req, locale, limit = 0, page = 1 } = args;
    if (limit > 0 && page > 1 && args.pagination === false) {
      const { totalDocs } = await adapter.countVersions({
        collection,
        ...(where && { where }),
        ...(req && { req }),
        ...(locale && { locale }),
      });
      if (totalDocs <= (page - 1) * limit) return { ...nothing, ...nowhere };
    }
    return find<T>(args);
  };
  return adapter;
};
