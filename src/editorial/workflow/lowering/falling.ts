import type { PayloadRequest } from 'payload';
import { isAtLeast, type Marking, sealOf } from '#access/level.ts';
import { Failure } from '#errors/failure.ts';
import { markingsOf, type StoredMarking } from '../marking-store.ts';
import { isMarkedCollection, type Reference } from '../references.ts';
import { isLower, takesTwo } from './lowering-law.ts';
import type { Opening } from './what-opens.ts';

/** @throws Failure `lowering-not-lower` unless everybody who covers `from` also covers `to`, and others with them */
export const checkFall = (from: Marking, to: Marking): void => {
  if (!takesTwo(from) || !isLower(from, to) || !isAtLeast(from, to)) throw new Failure('lowering-not-lower');
};

/** An album names pictures and another album without being as confidential as they are: what is hidden is left out of it. */
const bindsTo = ({ markings }: Opening): boolean => markings.every(({ subjectType }) => subjectType !== 'albums');

const referred = async (req: PayloadRequest, references: readonly Reference[]): Promise<StoredMarking[]> => {
  const found: StoredMarking[] = [];
  for (const collection of new Set(references.map((one) => one.collection))) {
    if (!isMarkedCollection(collection)) continue;
    const ids = references.filter((one) => one.collection === collection).map(({ id }) => id);
    found.push(...(await markingsOf(req, collection, [...new Set(ids)])).values());
  }
  return found;
};

/**
 * The markings that fall when what somebody has open is marked lower: its own, and those of other records of the same picture.
 *
 * @returns that which was asked about first
 * @throws Failure `lowering-content-higher` where something in it, or another record of the same picture, stays higher
 */
export const fallingTo = async (req: PayloadRequest, opening: Opening, to: Marking): Promise<StoredMarking[]> => {
  const falling = opening.markings.filter((marking) => !isAtLeast(to, marking));
  const [first] = opening.markings;
  const isAlone = falling.some((one) => !first || sealOf(one) !== sealOf(first));
  const within = bindsTo(opening) ? await referred(req, opening.references) : [];
  if (isAlone || within.some((one) => !isAtLeast(to, one))) throw new Failure('lowering-content-higher');
  return falling;
};
