import { setImmediate as nextTurn } from 'node:timers/promises';
import { publicLocales } from '#languages/locales.ts';
import { recordTypes } from '#record/common.ts';
import { renderDirty, type Shape } from './render-dirty.ts';
import type { Store } from './store.ts';
import { renumber } from './title-order.ts';

/** Documents rendered in one transaction: short enough that requests in between hardly wait. */
const batch = 20;
/** The same while nobody is served yet: fewer commits, less work twice. */
const bulkBatch = 100;
/** Milliseconds between two looks at the feed while documents wait: a withdrawal must not wait for them. */
const moments = 100;

/** Makes waiting documents again. */
export interface Renderer {
  /** Inside a transaction: as many as one batch, so that a small change becomes visible together with its position. */
  some(): void;
  /** All that wait, batch by batch, letting requests through in between. */
  all(signal: AbortSignal): Promise<void>;
  /**
   * For some moments as many as go, so that whoever follows the feed can look at it again in between.
   * @returns whether there are more
   */
  awhile(signal: AbortSignal): Promise<boolean>;
  /** Documents that wait. */
  pending(): number;
  /** From now on titles are put in order at the end, by `settle`: for a store that serves nobody yet. */
  beginBulk(): void;
  /** Ends bulk work, also that of an earlier process. */
  settle(): void;
}

const renumberAll = (store: Store): void => {
  for (const type of recordTypes) for (const locale of publicLocales) renumber(store, type, locale);
};

/** @param changed called after every transaction that changed what is served */
export const createRenderer = (store: Store, shape: Shape, changed: () => void): Renderer => {
  let bulk = store.getMeta('titles') === 'open';
  const some = (): number => renderDirty(store, shape, new Date().toISOString(), bulk ? bulkBatch : batch, bulk);
  const render = async (signal: AbortSignal, until: number): Promise<boolean> => {
    while (!signal.aborted && performance.now() < until) {
      if (store.database.transaction(some) === 0) return false;
      changed();
      await nextTurn();
    }
    return !signal.aborted;
  };
  return {
    some: () => {
      some();
    },
    all: async (signal) => {
      await render(signal, Number.POSITIVE_INFINITY);
    },
    awhile: (signal) => render(signal, performance.now() + moments),
    pending: () => Number(store.sql('SELECT count(*) AS n FROM dirty').get()?.n),
    beginBulk: () => {
      bulk = true;
      store.setMeta('titles', 'open');
    },
    settle: () => {
      if (!bulk) return;
      store.database.transaction(() => {
        renumberAll(store);
        store.setMeta('titles', 'settled');
      });
      bulk = false;
    },
  };
};
