import type { Payload } from 'payload';
import type { Level } from '#access/level.ts';

/** A picture that has been marked otherwise. */
export interface Remarked {
  readonly id: string;
  readonly level: Level;
}

const followers = new WeakMap<Payload, (remarked: Remarked) => Promise<void>>();
const underWay = new WeakMap<Payload, Promise<void>>();

/** Whoever seals in this process is told of it here. */
export const followMarkings = (payload: Payload, follow: (remarked: Remarked) => Promise<void>): void => {
  followers.set(payload, follow);
};

/**
 * The files of a picture follow its marking, behind the act and without holding it up. Where that fails, or the act is taken back, the
 * next round sets it right.
 */
export const sealAsMarked = (payload: Payload, remarked: Remarked): void => {
  const follow = followers.get(payload);
  if (!follow) return;
  const work = sealsSettled(payload)
    .then(() => follow(remarked))
    .catch((err: unknown) => payload.logger.error({ err }, 'a picture is not sealed as it is marked'));
  underWay.set(payload, work);
};

/** Resolves when what was marked otherwise so far is sealed so. */
export const sealsSettled = (payload: Payload): Promise<void> => underWay.get(payload) ?? Promise.resolve();
