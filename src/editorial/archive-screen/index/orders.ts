import { openOrder } from '../../beside/kept-order.ts';
import { type Columns, type MomentName, momentNames } from './columns.ts';

/** Every row that holds a picture, the newest first by one of the moments. */
export interface Orders {
  by(name: MomentName): Uint32Array;
}

export const openOrders = (columns: Columns): Orders => {
  const newestFirst = (name: MomentName) =>
    openOrder(columns, (one, other) => {
      const moments = columns.moments[name];
      return (moments[other] ?? 0) - (moments[one] ?? 0) || other - one;
    });
  const orders = new Map(momentNames.map((name) => [name, newestFirst(name)]));
  return { by: (name) => orders.get(name)?.() ?? new Uint32Array() };
};
