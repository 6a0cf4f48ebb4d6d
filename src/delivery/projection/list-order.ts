import type { Place } from '../http/cursor.ts';
import type { Clause, Scope } from './list-query.ts';
import type { Store } from './store.ts';
import { compareTitles, neighbours } from './title-order.ts';

export const sorts = ['newest', 'oldest', 'updated', 'title', 'starts'] as const;
export type Sort = (typeof sorts)[number];

interface Order {
  /** Column whose value the cursor carries. */
  readonly column: 'published' | 'updated' | 'title' | 'starts';
  readonly text: string;
  after(store: Store, scope: Scope, place: Place): Clause;
}

const byColumn = (column: 'published' | 'updated' | 'starts', direction: 'ASC' | 'DESC'): Order => ({
  column,
  text: `${column} ${direction}, id ${direction}`,
  after: (_store, _scope, { value, id }) => ({
    text: `(${column}, id) ${direction === 'ASC' ? '>' : '<'} (?, ?)`,
    values: [value, id],
  }),
});

/** Titles are ordered by a number of the store; the cursor carries the title, so that it outlives the numbering. */
const byTitle: Order = {
  column: 'title',
  text: 'rank ASC',
  after: (store, { type, locale }, { value, id }) => {
    const titled = { title: value, id };
    const { above } = neighbours(store, type, locale, titled);
    if (!above) return { text: 'FALSE', values: [] };
    const same = compareTitles(locale, above, titled) === 0;
    return { text: `rank ${same ? '>' : '>='} ?`, values: [above.rank] };
  },
};

export const orders: Readonly<Record<Sort, Order>> = {
  newest: byColumn('published', 'DESC'),
  oldest: byColumn('published', 'ASC'),
  updated: byColumn('updated', 'DESC'),
  title: byTitle,
  starts: byColumn('starts', 'ASC'),
};
