import type { Payload } from 'payload';
import type { Columns } from './columns.ts';
import type { IndexFile } from './index-file.ts';
import { readPictures } from './read-committed.ts';

/** What an index rests on: the database, and what is kept of it in memory and on disk. */
export interface IndexParts {
  readonly payload: Pick<Payload, 'db'>;
  readonly file: IndexFile;
  readonly columns: Columns;
}

const chunk = 200;

/** Reads pictures again and puts them as they are now; those that are gone are removed. */
export const readAgain = async ({ payload, file, columns }: IndexParts, ids: readonly string[]): Promise<void> => {
  for (let at = 0; at < ids.length; at += chunk) {
    const some = ids.slice(at, at + chunk);
    const found = await readPictures(payload, some);
    const there = new Set(found.map(({ picture }) => picture.id));
    file.write(() => {
      for (const read of found) file.put(columns.put(read.picture), read);
      for (const id of some) {
        const row = there.has(id) ? undefined : columns.remove(id);
        if (row !== undefined) file.remove(row);
      }
    });
  }
};
