import type { Payload } from 'payload';
import type { TranslatedCollection } from '../../translated-collections.ts';
import type { Columns } from './columns.ts';
import { type IndexedDocument, keyOf } from './coverage-document.ts';
import type { CoverageFile } from './coverage-file.ts';
import { readKnown } from './read-committed.ts';
import { type Known, toldOf } from './told-of.ts';

/** What the index rests on: the database, and what is kept of it in memory and on disk. */
export interface IndexParts {
  readonly payload: Payload;
  readonly file: CoverageFile;
  readonly columns: Columns;
}

const chunk = 100;

/** One document that cannot be understood must not keep all others from the table. */
const told = (payload: Payload, known: Known): IndexedDocument[] => {
  try {
    return [toldOf(payload, known)];
  } catch (err) {
    const { collection, id } = known.document;
    payload.logger.error({ err, collection, id }, 'the languages of a document cannot be told');
    return [];
  }
};

/** Reads documents again and puts them as they are now; those that are gone are removed. */
export const readAgain = async (
  { payload, file, columns }: IndexParts,
  collection: TranslatedCollection,
  ids: readonly string[],
): Promise<void> => {
  for (let at = 0; at < ids.length; at += chunk) {
    const some = ids.slice(at, at + chunk);
    const found = (await readKnown(payload, collection, some)).flatMap((known) => told(payload, known));
    const there = new Set(found.map(({ id }) => id));
    file.write(() => {
      for (const document of found) file.put(columns.put(document), document);
      for (const id of some) {
        const row = there.has(id) ? undefined : columns.remove(keyOf(collection, id));
        if (row !== undefined) file.remove(row);
      }
    });
  }
};
