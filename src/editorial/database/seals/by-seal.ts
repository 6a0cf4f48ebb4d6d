import type { Where } from 'payload';
import { noSeal } from '#collections/access-filter.ts';

/** The same question with seals of the documents themselves in it. */
export interface BySeal {
  readonly where: Where;
  /** Seals that a document must bear, each list by itself: whatever is found by them is held against its marking. */
  readonly lists: readonly (readonly string[])[];
}

/** The seals of a condition of the access rules; null where it is anything else. */
const coveredIn = (condition: unknown): readonly string[] | null => {
  if (typeof condition !== 'object' || condition === null || Object.keys(condition).join() !== 'in') return null;
  const seals: unknown = (condition as { in?: unknown }).in;
  const isOurs = Array.isArray(seals) && seals.includes(noSeal) && seals.every((one) => typeof one === 'string');
  return isOurs ? (seals as string[]) : null;
};

const rewritten = (where: Where, of: '' | 'version.', lists: (readonly string[])[]): Where =>
  Object.fromEntries(
    Object.entries(where).map(([path, condition]) => {
      if (path === 'and' && Array.isArray(condition)) return [path, condition.map((one) => rewritten(one, of, lists))];
      const seals = path === `${of}marking.seal` ? coveredIn(condition) : null;
      if (seals === null) return [path, condition];
      lists.push(seals);
      return [`${of}seal`, condition];
    }),
  );

/**
 * Says by the seals of documents what the access rules say by the seals of their markings. Only where a condition holds for
 * all that is found: what stands below `or` stays as it is.
 * @param of what leads to the document in the question
 * @returns null where the rules say nothing of seals
 */
export const bySeal = (where: Where, of: '' | 'version.'): BySeal | null => {
  const lists: (readonly string[])[] = [];
  const quick = rewritten(where, of, lists);
  return lists.length > 0 ? { where: quick, lists } : null;
};
