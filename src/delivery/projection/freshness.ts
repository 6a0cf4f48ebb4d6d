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

/** Derived from the records alone, so that every node and every rebuild says the same. */
export const freshnessOf = (store: Store, id: string, lens: Lens): Freshness => {
  const rows = store
    .sql('SELECT id, seq, at FROM record WHERE id = ?1 OR id IN (SELECT target FROM ref WHERE source = ?1)')
    .all(id);
  let [sequence, modified] = [0, ''];
  for (const row of rows) {
    sequence = Math.max(sequence, Number(row.seq));
    const record = lens.record(String(row.id));
    const passed = record ? momentsOf(record).filter((moment) => moment <= lens.now) : [];
    for (const instant of [String(row.at), ...passed]) if (instant > modified) modified = instant;
  }
  return { sequence, modified };
};
