import type { Lens } from '../views/lens.ts';
import { momentsOf } from './in-force.ts';
import type { Store } from './store.ts';

/** How new the answers of a document are. */
export interface Freshness {
  /** Newest entry of the feed that shows in the answers. */
  readonly sequence: number;
  /** Latest instant at which something that shows in them changed. */
  readonly modified: string;
}

/** What is in an album, and what stands below it, shows in its answers; thousands of records are not read for that. */
const throughAlbum = (store: Store, id: string, now: string): Freshness => {
  const shown = '(SELECT image FROM member WHERE album = ?1 UNION SELECT child FROM branch WHERE parent = ?1)';
  const news = store.sql(`SELECT max(seq) AS seq, max(at) AS at FROM record WHERE id IN ${shown}`).get(id);
  const past = store.sql(`SELECT max(at) AS at FROM passing WHERE at <= ?2 AND id IN ${shown}`).get(id, now);
  const [modified = ''] = [String(news?.at ?? ''), String(past?.at ?? '')].sort().reverse();
  return { sequence: Number(news?.seq ?? 0), modified };
};

/** Derived from the records alone, so that every node and every rebuild says the same. */
export const freshnessOf = (store: Store, id: string, lens: Lens): Freshness => {
  const rows = store
    .sql('SELECT id, seq, at FROM record WHERE id = ?1 OR id IN (SELECT target FROM ref WHERE source = ?1)')
    .all(id);
  let { sequence, modified } = throughAlbum(store, id, lens.now);
  for (const row of rows) {
    sequence = Math.max(sequence, Number(row.seq));
    const record = lens.record(String(row.id));
    const passed = record ? momentsOf(record).filter((moment) => moment <= lens.now) : [];
    for (const instant of [String(row.at), ...passed]) if (instant > modified) modified = instant;
  }
  return { sequence, modified };
};
