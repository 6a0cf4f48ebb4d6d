import type { Place } from '../http/cursor.ts';
import type { Clause, Scope } from './list-query.ts';
import type { Store } from './store.ts';
import { compareTitles, neighbours } from './title-order.ts';

export const sorts = ['newest', 'oldest', 'updated', 'title', 'starts', 'album'] as const;
export type Sort = (typeof sorts)[number];

interface Order {
  /** Column whose value the cursor carries. */
  readonly column: 'published' | 'updated' | 'title' | 'starts' | 'pos';
  /** What is joined to the cards, if they are not read by themselves. */
  readonly from?: string;
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

/**
 * The order of the album that is asked for: what is joined is the album, to which the filter of the same name holds it. Who
 * has moved since is followed to the new place; who has left, at the old one.
 */
const byAlbum: Order = {
  column: 'pos',
  from: 'member CROSS JOIN card ON card.id = member.image',
  text: 'pos ASC',
  after: (store, scope, { value, id }) => {
    const album = scope.album ?? '';
    const now = store.sql('SELECT pos FROM member WHERE album = ? AND image = ?').get(album, id)?.pos;
    return { text: 'pos > ?', values: [typeof now === 'number' ? now : Number(value)] };
  },
};

export const orders: Readonly<Record<Sort, Order>> = {
  newest: byColumn('published', 'DESC'),
  oldest: byColumn('published', 'ASC'),
  updated: byColumn('updated', 'DESC'),
  title: byTitle,
  starts: byColumn('starts', 'ASC'),
  album: byAlbum,
};
