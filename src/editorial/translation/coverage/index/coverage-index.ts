import type { Payload } from 'payload';
import { type Followed, openFollowed } from '../../../beside/followed.ts';
import type { Hint } from '../../../beside/hints.ts';
import { translatedCollections } from '../../translated-collections.ts';
import { type Columns, openColumns } from './columns.ts';
import { compareAll } from './compare-all.ts';
import { type CoverageFile, openCoverageFile } from './coverage-file.ts';
import { type IndexParts, readAgain } from './read-again.ts';

/** Every language of every document as questions are asked of it: disposable, made from the database and from nothing else. */
export interface CoverageIndex extends Followed, Disposable {
  readonly columns: Columns;
  readonly file: CoverageFile;
  /** Grows when topics or agencies have changed, whose names answers carry. */
  readonly namesVersion: number;
}

const named: ReadonlySet<string> = new Set(['topics', 'agencies']);

/** @param path of the file, null for an index that lives as long as the process */
export const openCoverageIndex = (payload: Payload, path: string | null): CoverageIndex => {
  const file = openCoverageFile(path);
  const columns = openColumns();
  const parts: IndexParts = { payload, file, columns };
  for (const { row, document } of file.documents()) columns.put(document, row);
  let namesVersion = 0;
  const take = async (hints: readonly Hint[]): Promise<void> => {
    if (hints.some(({ collection }) => named.has(collection))) namesVersion += 1;
    for (const collection of translatedCollections) {
      const ids = hints.filter((hint) => hint.collection === collection).map(({ documentId }) => documentId);
      await readAgain(parts, collection, [...new Set(ids)]);
    }
  };
  const followed = openFollowed({ payload, file, compareAll: (tell) => compareAll(parts, tell), take });
  return {
    columns,
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
