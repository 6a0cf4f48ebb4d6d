import { type PublicLocale, publicLocales } from '#languages/locales.ts';
import { type PublicRecord, publicRecord } from '#record/records.ts';
import { compress, etagOf } from '../http/bytes.ts';
import { editionsSeen } from '../views/base.ts';
import { viewBody } from '../views/body.ts';
import { type Card, viewCard } from '../views/card.ts';
import { imageFileName } from '../views/hrefs.ts';
import type { Lens } from '../views/lens.ts';
import { albumsOf, childrenOf, contentsOf, isSeenIn, seenIn } from './albums.ts';
import { markShowing } from './apply.ts';
import { type Freshness, freshnessOf } from './freshness.ts';
import { writeIiifSource } from './iiif-source.ts';
import { chainFor, inForce, serve } from './in-force.ts';
import type { Store } from './store.ts';
import { removeCard, writeCard } from './write-card.ts';

/** What shapes answers beside the feed. */
export interface Shape {
  readonly publicUrl: string;
  readonly fallback: readonly PublicLocale[];
}

const readRecord = (store: Store, id: string): PublicRecord | null => {
  const json = store.sql('SELECT json FROM record WHERE id = ?').get(id)?.json;
  return json instanceof Uint8Array ? publicRecord.parse(JSON.parse(Buffer.from(json).toString())) : null;
};

/** A picture is not there before all its files are. */
const isComplete = (store: Store, id: string): boolean =>
  store.sql('SELECT 1 FROM blob_use JOIN blob_missing USING (sha) WHERE id = ? LIMIT 1').get(id) === undefined;

/** A record of the store as its schema reads it, with a cache for the time of one batch. */
export const recordReader = (store: Store): ((id: string) => PublicRecord | null) => {
  const known = new Map<string, PublicRecord | null>();
  return (id) => {
    const cached = known.get(id);
    if (cached !== undefined) return cached;
    const record = isComplete(store, id) ? readRecord(store, id) : null;
    known.set(id, record);
    return record;
  };
};

const touchKind = (store: Store, type: string, { sequence, modified }: Freshness): void => {
  store
    .sql(
      `INSERT INTO kind VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET
       sequence = max(sequence, excluded.sequence), modified = max(modified, excluded.modified)`,
    )
    .run(type, sequence, modified);
};

/** The bodies of a record by language served: the same for every language asked for. */
const bodiesOf = (record: PublicRecord, lens: Lens): ((card: Card) => string) => {
  const made = new Map<PublicLocale, string>();
  return ({ language: { served } }) => {
    const known = made.get(served);
    if (known !== undefined) return known;
    const { edition } = serve(record, [served], lens.now) ?? {};
    const json = edition && 'body' in edition ? JSON.stringify(viewBody(edition.body, served, lens)) : '';
    made.set(served, json);
    return json;
  };
};

const linkOf = (record: PublicRecord, card: Card, lens: Lens): string =>
  [
    `<${card.href}>; rel="canonical"`,
    ...editionsSeen(record, lens).map(({ locale, href }) => `<${href}>; rel="alternate"; hreflang="${locale}"`),
  ].join(', ');

const writeAnswer = (store: Store, key: number, json: string, link: string, freshness: Freshness): void => {
  const bytes = Buffer.from(`{"data":${json},"meta":{"sequence":${freshness.sequence}}}`);
  const br = compress(bytes);
  store
    .sql('INSERT INTO answer VALUES (?, ?, ?, ?, ?, ?, ?)')
    .run(key, freshness.modified, link, etagOf(bytes), bytes, etagOf(br), br);
};

const renderFiles = (store: Store, record: PublicRecord, lens: Lens): void => {
  store.sql('DELETE FROM image_file WHERE id = ?').run(record.id);
  if (record.type !== 'image') return;
  const insert = store.sql('INSERT OR REPLACE INTO image_file VALUES (?, ?, ?, ?)');
  for (const editions of Object.values(record.editions))
    for (const source of inForce(editions, lens.now)?.sources ?? [])
      insert.run(record.id, imageFileName(source), source.blob, source.type);
};

/** Makes all answers of one document again, in every language in which it can be asked for. */
export const renderRecord = (store: Store, id: string, lens: Lens, bulk: boolean): void => {
  const type = store.sql('SELECT type FROM record WHERE id = ?').get(id)?.type;
  if (typeof type !== 'string') return;
  const record = lens.record(id);
  const freshness = freshnessOf(store, id, lens);
  touchKind(store, type, freshness);
  const before = type === 'image' ? seenIn(store, id) : '';
  const bodyOf = record && bodiesOf(record, lens);
  for (const requested of publicLocales) {
    const card = record && viewCard(record, chainFor(record, requested, lens.fallback), requested, lens);
    if (!record || !card || !bodyOf) {
      removeCard(store, requested, id);
      continue;
    }
    const json = JSON.stringify(card);
    const key = writeCard(store, card, json, bulk);
    const body = bodyOf(card);
    const whole = body ? `${json.slice(0, -1)},"body":${body}}` : json;
    writeAnswer(store, key, whole, linkOf(record, card, lens), freshness);
  }
  if (record) renderFiles(store, record, lens);
  if (type !== 'image') return;
  writeIiifSource(store, id, record, { now: lens.now, modified: freshness.modified });
  if (before !== seenIn(store, id)) markShowing(store, albumsOf(store, id));
};

/** What views see of a store at a moment. */
export const lensOn = (store: Store, { publicUrl, fallback }: Shape, now: string): Lens => ({
  ...{ publicUrl, fallback, now, record: recordReader(store) },
  album: {
    contents: (id, locale, few) => contentsOf(store, id, locale, few),
    shows: (id, image, locale) => isSeenIn(store, id, image, locale),
    children: (id) => childrenOf(store, id),
  },
});

/** Makes a number of waiting documents again: the urgent ones first and of those the newest, so that a click overtakes a backlog. @returns how many it made; 0: nothing waits */
export const renderDirty = (store: Store, shape: Shape, now: string, limit: number, bulk = false): number => {
  const rows = store.sql('SELECT id FROM dirty ORDER BY urgency, since DESC LIMIT ?').all(limit);
  const lens = lensOn(store, shape, now);
  const done = store.sql('DELETE FROM dirty WHERE id = ?');
  for (const { id } of rows) {
    renderRecord(store, String(id), lens, bulk);
    done.run(String(id));
  }
  return rows.length;
};
