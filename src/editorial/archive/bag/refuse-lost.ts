import { Failure } from '#errors/failure.ts';
import { isMarkedLost } from '../../at-rest/texts/lost-mark.ts';

/**
 * A bag has what was written, and nothing that stands in its place: one that lacked it, and did not say so, would pass for whole.
 * @param row as it was found in a list, where what is lost says so
 * @throws Failure `bag-text-lost`
 */
export const refuseLost = (collection: 'images' | 'albums', id: unknown, row: unknown): void => {
  if (isMarkedLost(row)) throw new Failure('bag-text-lost', { collection, id: String(id) });
};
