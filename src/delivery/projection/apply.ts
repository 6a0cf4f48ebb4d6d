import { blobsOf } from '#feed/blobs-of.ts';
import type { Entry } from '#feed/schemas.ts';
import { publicLocales } from '#languages/locales.ts';
import type { RecordType } from '#record/common.ts';
import type { PublicRecord } from '#record/records.ts';
import { writeAlbum } from './albums.ts';
import { removeIiifSource } from './iiif-source.ts';
import { momentsOf } from './in-force.ts';
import { referencesOf } from './references.ts';
import type { Store } from './store.ts';
import { removeCard } from './write-card.ts';

/** What is made again first: the changed document itself, then what shows it. */
const urgency = { own: 0, dependent: 1 } as const;

/** What the clock or a file that has come asks for waits behind no entry. */
const soonest = Number.MAX_SAFE_INTEGER;

const again = 'DO UPDATE SET urgency = min(urgency, excluded.urgency), since = max(since, excluded.since)';

/**
 * Marks a document to be made again, together with all that show it.
 * @param since number of the entry that asks for it, where one does
 */
export const markDirty = (store: Store, id: string, since = soonest): void => {
  store.sql(`INSERT INTO dirty VALUES (?, ${urgency.own}, ?) ON CONFLICT ${again}`).run(id, since);
  store
    .sql(`INSERT INTO dirty SELECT source, ${urgency.dependent}, ? FROM ref WHERE target = ? ON CONFLICT ${again}`)
    .run(since, id);
  // What is in an album shows there, and so does what stands below it
  store
    .sql(`INSERT INTO dirty SELECT album, ${urgency.dependent}, ? FROM member WHERE image = ? ON CONFLICT ${again}`)
    .run(since, id);
};

/** Albums that show another one, or a picture that has just come or gone, wait to be made again. */
export const markShowing = (store: Store, ids: Iterable<string>, since = soonest): void => {
  const insert = store.sql(`INSERT INTO dirty VALUES (?, ${urgency.dependent}, ?) ON CONFLICT ${again}`);
  for (const id of ids) insert.run(id, since);
};

const putRecord = (store: Store, id: string, type: RecordType, entry: Entry, json: string | null): void => {
  store
    .sql(
      `INSERT INTO record VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
       type = excluded.type, seq = excluded.seq, at = excluded.at, json = excluded.json`,
    )
    .run(id, type, entry.seq, entry.at, json === null ? null : Buffer.from(json));
};

const replaceAll = (
  store: Store,
  table: 'ref' | 'due' | 'blob_use' | 'passing',
  id: string,
  values: Iterable<string>,
): void => {
  const owner = table === 'ref' ? 'source' : 'id';
  const first = { ref: 'target', due: 'at', passing: 'at', blob_use: 'sha' }[table];
  store.sql(`DELETE FROM ${table} WHERE ${owner} = ?`).run(id);
  const insert = store.sql(`INSERT OR IGNORE INTO ${table} (${first}, ${owner}) VALUES (?, ?)`);
  for (const value of values) insert.run(value, id);
};

/** What was planned but had not appeared by the time of this entry was never seen: its slugs lead nowhere. */
const forgetUnseen = (store: Store, entry: Entry, id: string): void => {
  store.sql('DELETE FROM once WHERE id = ? AND since > ?').run(id, entry.at);
};

const rememberSlugs = (store: Store, entry: Entry, record: PublicRecord): void => {
  const remember = store.sql(
    'INSERT INTO once VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET since = min(since, excluded.since)',
  );
  for (const [locale, editions] of Object.entries(record.editions))
    for (const { slug, appearsAt } of editions) {
      const since = appearsAt !== null && appearsAt > entry.at ? appearsAt : entry.at;
      remember.run(record.type, locale, slug, record.id, since);
    }
  for (const [locale, slugs] of Object.entries(record.formerSlugs))
    for (const slug of slugs) remember.run(record.type, locale, slug, record.id, entry.at);
  for (const locale of Object.keys(record.editions))
    for (const former of record.formerIds ?? []) remember.run(record.type, locale, former, record.id, entry.at);
};

/**
 * Writes what one entry says; what is served is made from it afterwards (see `render-dirty.ts`), except that a
 * withdrawn document stops being served right here.
 *
 * @param now instant: moments after it are waited for
 * @param has whether the file of a picture is in the node's own store
 * @returns names of files that this document no longer needs
 */
export const applyEntry = (store: Store, entry: Entry, now: string, has: (sha256: string) => boolean): string[] => {
  const { change } = entry;
  const [id, type] = change.op === 'put' ? [change.record.id, change.record.type] : [change.id, change.type];
  const record = change.op === 'put' ? change.record : null;
  putRecord(store, id, type, entry, record && JSON.stringify(record));
  forgetUnseen(store, entry, id);
  if (record) rememberSlugs(store, entry, record);
  replaceAll(store, 'ref', id, record ? referencesOf(record) : []);
  const moments = record ? momentsOf(record) : [];
  replaceAll(store, 'passing', id, moments);
  replaceAll(
    store,
    'due',
    id,
    moments.filter((moment) => moment > now),
  );
  const released = replaceBlobs(store, id, record ? blobsOf(record) : [], has);
  const above = type === 'album' ? writeAlbum(store, id, record) : [];
  if (!record) stopServing(store, id);
  markDirty(store, id, entry.seq);
  markShowing(store, above, entry.seq);
  return released;
};

const replaceBlobs = (store: Store, id: string, blobs: string[], has: (sha256: string) => boolean): string[] => {
  const before = store.sql('SELECT sha FROM blob_use WHERE id = ?').all(id);
  replaceAll(store, 'blob_use', id, blobs);
  const miss = store.sql('INSERT OR IGNORE INTO blob_missing VALUES (?)');
  for (const sha of blobs) if (!has(sha)) miss.run(sha);
  return before.map((row) => String(row.sha)).filter((sha) => !blobs.includes(sha));
};

const stopServing = (store: Store, id: string): void => {
  store.sql('DELETE FROM image_file WHERE id = ?').run(id);
  removeIiifSource(store, id);
  for (const locale of publicLocales) removeCard(store, locale, id);
};
