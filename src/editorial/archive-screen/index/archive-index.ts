import { type Followed, openFollowed } from '../../beside/followed.ts';
import type { Hint } from '../../beside/hints.ts';
import { type Columns, openColumns } from './columns.ts';
import { compareAll } from './compare-all.ts';
import { type IndexFile, openIndexFile } from './index-file.ts';
import { type Orders, openOrders } from './orders.ts';
import { type IndexParts, readAgain } from './read-again.ts';
import type { Host } from './read-committed.ts';

/** The archive as questions are asked of it: disposable, made from the database and from nothing else. */
export interface ArchiveIndex extends Followed, Disposable {
  readonly columns: Columns;
  readonly orders: Orders;
  readonly file: IndexFile;
  /** Grows when topics, places, agencies, rights records or albums have changed, whose names answers carry. */
  readonly namesVersion: number;
}

/** Collections whose names answers carry. */
const named: ReadonlySet<string> = new Set(['topics', 'places', 'agencies', 'rights', 'albums']);

/** Pictures that were saved or marked, or went into an album or out of it. */
const picturesIn = (hints: readonly Hint[]): string[] => [
  ...new Set(hints.filter(({ collection }) => collection === 'images').map(({ documentId }) => documentId)),
];

/** @param path of the file, null for an index that lives as long as the process */
export const openArchiveIndex = (payload: Host, path: string | null): ArchiveIndex => {
  const file = openIndexFile(path);
  const columns = openColumns();
  const parts: IndexParts = { payload, file, columns };
  for (const { row, picture } of file.pictures()) columns.put(picture, row);
  let namesVersion = 0;
  const followed = openFollowed({
    payload,
    file,
    compareAll: (tell) => compareAll(parts, tell),
    take: async (hints) => {
      if (hints.some(({ collection }) => named.has(collection))) namesVersion += 1;
      await readAgain(parts, picturesIn(hints));
    },
  });
  return {
    columns,
    orders: openOrders(columns),
    file,
    get progress() {
      return followed.progress;
    },
    get namesVersion() {
      return namesVersion;
    },
    ready: followed.ready,
    settle: followed.settle,
    [Symbol.dispose]: () => file[Symbol.dispose](),
  };
};
