import { type DocumentRef, isReleasedCollection } from '../release/released-collections.ts';
import type { LedgerFile } from './ledger-file.ts';

/** How documents stood when they were last looked at, so that whatever refers to them is looked at when that changes. */
export interface Stances {
  /** Notes how a document stands and what it refers to. True when it stands otherwise than before. */
  note(ref: DocumentRef, stance: string, refs: readonly DocumentRef[]): boolean;
  /** The record that a picture stood behind when it was last looked at. */
  keptFor(ref: DocumentRef): DocumentRef | null;
  /** Documents that referred to it when they were last looked at. */
  referrers(ref: DocumentRef): DocumentRef[];
}

export function openStances(file: LedgerFile): Stances {
  return {
    note: (ref, stance, refs) => {
      const before = file.get('SELECT stance FROM stances WHERE collection = ? AND id = ?', ref.collection, ref.id);
      noteRefs(file, ref, refs);
      if (before?.stance === stance) return false;
      file.run('INSERT OR REPLACE INTO stances VALUES (?, ?, ?)', ref.collection, ref.id, stance);
      return true;
    },
    keptFor: ({ collection, id }) => {
      if (collection !== 'images') return null;
      const row = file.get(
        `SELECT to_id FROM refs WHERE collection = ? AND id = ? AND to_collection = ?`,
        collection,
        id,
        collection,
      );
      return row ? { collection, id: String(row.to_id) } : null;
    },
    referrers: ({ collection, id }) =>
      file
        .all('SELECT collection, id FROM refs WHERE to_collection = ? AND to_id = ?', collection, id)
        .flatMap((row) =>
          isReleasedCollection(row.collection) ? [{ collection: row.collection, id: String(row.id) }] : [],
        ),
  };
}

function noteRefs(file: LedgerFile, from: DocumentRef, refs: readonly DocumentRef[]): void {
  const old = file.all(
    'SELECT to_collection, to_id FROM refs WHERE collection = ? AND id = ?',
    from.collection,
    from.id,
  );
  const wanted = new Set(refs.map(({ collection, id }) => `${collection}/${id}`));
  const kept = new Set(old.map(({ to_collection, to_id }) => `${to_collection}/${to_id}`));
  if (wanted.size === kept.size && [...wanted].every((key) => kept.has(key))) return;
  // An album of thousands loses or gets a few: the others are left alone
  for (const { to_collection, to_id } of old) {
    if (wanted.has(`${to_collection}/${to_id}`)) continue;
    const gone = [from.collection, from.id, String(to_collection), String(to_id)] as const;
    file.run('DELETE FROM refs WHERE collection = ? AND id = ? AND to_collection = ? AND to_id = ?', ...gone);
  }
  for (const { collection, id } of refs) {
    if (kept.has(`${collection}/${id}`)) continue;
    file.run('INSERT OR IGNORE INTO refs VALUES (?, ?, ?, ?)', from.collection, from.id, collection, id);
  }
}
