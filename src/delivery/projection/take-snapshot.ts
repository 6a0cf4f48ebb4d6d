import { type Position, positionAt } from '#feed/position.ts';
import type { SnapshotPart } from '#feed/read-snapshot.ts';
import { type Checkpoint, type Entry, entry as entrySchema } from '#feed/schemas.ts';
import { publicLocales } from '#languages/locales.ts';
import { applyAll } from './apply-all.ts';
import type { FollowParts } from './follow-parts.ts';
import { writePosition } from './state.ts';
import type { Store } from './store.ts';

/**
 * Takes over the snapshot that the checkpoint names. It is believed only when its last part has been verified, so until
 * then a node serves what it had, and a node that has nothing serves nothing.
 *
 * @throws Failure `feed-*`; the node then stands where it stood before
 */
export const takeSnapshot = async (parts: FollowParts, checkpoint: Checkpoint): Promise<void> => {
  const snapshot = parts.reader.snapshot(checkpoint);
  if (!snapshot || !checkpoint.snapshot) return;
  const position = positionAt(checkpoint, checkpoint.snapshot);
  if (parts.state.position.seq === 0) await begin(parts, snapshot, position);
  else await catchUp(parts, snapshot, position);
  parts.state.position = position;
};

/** A node that holds nothing fills its store part by part. Whatever a broken snapshot left there is cleared before. */
const begin = async (parts: FollowParts, snapshot: AsyncIterable<SnapshotPart>, position: Position): Promise<void> => {
  const { store, renderer } = parts;
  parts.state.ready = false;
  store.setMeta('ready', 'no');
  clear(store);
  renderer.beginBulk();
  for await (const { entries } of snapshot) applyAll(parts, entries, () => rememberTombstones(store, entries));
  store.database.transaction(() => writePosition(store, position));
};

const clear = (store: Store): void =>
  store.database.transaction(() => {
    for (const table of [
      'record',
      'once',
      'ref',
      'due',
      'dirty',
      'blob_use',
      'blob_missing',
      'kind',
      'passing',
      'member',
      'branch',
    ])
      store.database.exec(`DELETE FROM ${table}`);
    store.database.exec('INSERT OR IGNORE INTO iiif_stale SELECT id FROM iiif_source');
    for (const table of ['card', 'tag', 'answer', 'image_file', 'iiif_source'])
      store.database.exec(`DELETE FROM ${table}`);
  });

/**
 * A snapshot holds the last entry of every document, so what is newer than the node's own place is all that has changed
 * for it. That is laid aside while the parts are verified, and applied in one transaction when all of them are.
 */
const catchUp = async (
  parts: FollowParts,
  snapshot: AsyncIterable<SnapshotPart>,
  position: Position,
): Promise<void> => {
  const { store, state } = parts;
  store.database.exec('DELETE FROM incoming');
  const insert = store.sql('INSERT INTO incoming VALUES (?, ?)');
  for await (const { entries } of snapshot) {
    const news = entries.filter(({ seq }) => seq > state.position.seq);
    store.database.transaction(() => {
      for (const entry of news) insert.run(entry.seq, Buffer.from(JSON.stringify(entry)));
    });
  }
  applyAll(parts, laidAside(store), () => {
    rememberTombstones(store, laidAside(store));
    store.database.exec('DELETE FROM incoming');
    writePosition(store, position);
  });
};

function* laidAside(store: Store): Generator<Entry, void, undefined> {
  for (const { json } of store.sql('SELECT json FROM incoming ORDER BY seq').iterate()) {
    if (json instanceof Uint8Array) yield entrySchema.parse(JSON.parse(Buffer.from(json).toString()));
  }
}

/**
 * A tombstone in a snapshot tells that something was public under this id, but no longer in which languages and at which
 * addresses. Its id answers 410 in all languages; the row has no slug, and so leads nowhere else.
 */
const rememberTombstones = (store: Store, entries: Iterable<Entry>): void => {
  const known = store.sql('SELECT 1 FROM once WHERE id = ? LIMIT 1');
  const remember = store.sql(`INSERT INTO once VALUES (?, ?, '', ?, ?)`);
  for (const { at, change } of entries) {
    if (change.op !== 'withdraw' || known.get(change.id)) continue;
    for (const locale of publicLocales) remember.run(change.type, locale, change.id, at);
  }
};
