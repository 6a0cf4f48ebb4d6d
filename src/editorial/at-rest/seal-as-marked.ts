import type { Payload } from 'payload';
import type { Level } from '#access/level.ts';

/** A document that has been marked otherwise. */
export interface Remarked {
  readonly collection: string;
  readonly id: string;
  readonly level: Level;
}

/** Whoever seals in a process, and what of it is under way. */
interface Following {
  readonly follow: (remarked: Remarked) => Promise<void>;
  underWay: Promise<void>;
}

/**
 * Pages and addresses of one studio are bundled apart, and what seals is not bundled at all: they share the one that is kept beside
 * their Payload, which they share as well.
 */
const place = Symbol.for('benthanh.seals');
const followings = (): WeakMap<Payload, Following> => {
  const holder = globalThis as { [place]?: WeakMap<Payload, Following> };
  holder[place] ??= new WeakMap();
  return holder[place];
};

/** Whoever seals in this process is told of it here. */
export const followMarkings = (payload: Payload, follow: Following['follow']): void => {
  followings().set(payload, { follow, underWay: Promise.resolve() });
};

/**
 * Files and texts of a document follow its marking, behind the act and without holding it up. Where that fails, or the act is taken back, the
 * next round sets it right.
 */
export const sealAsMarked = (payload: Payload, remarked: Remarked): void => {
  const following = followings().get(payload);
  if (!following) return;
  following.underWay = following.underWay
    .then(() => following.follow(remarked))
    .catch((err: unknown) => payload.logger.error({ err }, 'a document is not sealed as it is marked'));
};

/** Resolves when what was marked otherwise so far is sealed so. */
export const sealsSettled = (payload: Payload): Promise<void> =>
  followings().get(payload)?.underWay ?? Promise.resolve();
