import { decide } from '#access/decide.ts';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { type Covers, coverOf } from '../../beside/covers.ts';
import { translatedCollections, translatedKinds } from '../translated-collections.ts';
import { isMarked } from './index/stamps.ts';

/** Whether somebody may know of what stands in a row, told from its collection and seal. */
export type Sees = (sight: string) => boolean;

/** @throws Failure `sign-in-required`, `password-must-change`; a kind that is closed to somebody is seen by them in no row */
export const sightOf = (viewer: Viewer): Sees => {
  const covers = new Map<string, Covers>();
  for (const collection of translatedCollections) {
    const kind = translatedKinds[collection];
    const decision = decide(viewer, 'read', { kind });
    if ('refuse' in decision && decision.refuse !== 'forbidden') throw new Failure(decision.refuse);
    if ('allow' in decision) covers.set(collection, () => true);
    else if (!('refuse' in decision) && isMarked(collection)) covers.set(collection, coverOf(viewer, kind));
  }
  return (sight) => {
    const space = sight.indexOf(' ');
    return covers.get(sight.slice(0, space))?.(sight.slice(space + 1)) ?? false;
  };
};
