import type { Payload } from 'payload';
import { type Followed, openFollowed, type Progress } from '../../../beside/followed.ts';
import type { Hint } from '../../../beside/hints.ts';
import { type NamedCollection, namedCollections, readIds, readTexts } from './read-texts.ts';
import { openTextFile, type TextFile } from './text-file.ts';

/** Which words stand in which document of the studio: disposable, made from the database and from nothing else. */
export interface TextIndex extends Followed, Disposable {
  readonly file: TextFile;
}

const chunk = 100;

const readInto = async (payload: Payload, file: TextFile, collection: NamedCollection, ids: readonly string[]) => {
  for (let at = 0; at < ids.length; at += chunk) {
    const read = await readTexts(payload, collection, ids.slice(at, at + chunk));
    file.write(() => {
      for (const { name, words } of read) {
        if (words === null) file.remove(name);
        else file.put(name, words);
      }
    });
  }
};

const readAll = async (payload: Payload, file: TextFile, tell: (progress: Progress) => void): Promise<void> => {
  const counts = await Promise.all(namedCollections.map((collection) => payload.db.count({ collection, where: {} })));
  const total = counts.reduce((sum, { totalDocs }) => sum + totalDocs, 0);
  let done = 0;
  file.write(() => file.clear());
  for (const collection of namedCollections) {
    for (let after = ''; ; ) {
      tell({ done, total });
      const ids = await readIds(payload, collection, after, chunk);
      await readInto(payload, file, collection, ids);
      done += ids.length;
      const last = ids.at(-1);
      if (ids.length < chunk || last === undefined) break;
      after = last;
    }
  }
};

const take = async (payload: Payload, file: TextFile, hints: readonly Hint[]): Promise<void> => {
  for (const collection of namedCollections) {
    const ids = hints.filter((hint) => hint.collection === collection).map(({ documentId }) => documentId);
    await readInto(payload, file, collection, [...new Set(ids)]);
  }
};

/** @param path of the file, null for an index that lives as long as the process */
export const openTextIndex = (
  payload: Payload,
  path: string | null,
  tell: (progress: Progress) => void = () => undefined,
): TextIndex => {
  const file = openTextFile(path);
  const followed = openFollowed({
    payload,
    file,
    compareAll: (note) =>
      readAll(payload, file, (now) => {
        note(now);
        tell(now);
      }),
    take: (hints) => take(payload, file, hints),
  });
  return Object.assign(followed, { file, [Symbol.dispose]: () => file[Symbol.dispose]() });
};
