import type { Payload } from 'payload';
import { Failure } from '#errors/failure.ts';

/** Exports of the audit log that go out at once, one a person: each reads the whole log, twice. */
export const mostTakes = 4;

/** Who takes lines out at this moment. */
export type Going = Set<string>;

/**
 * Lets somebody take lines out, if there is room.
 * @returns what ends it; calling it again does nothing
 * @throws Failure `audit-export-busy` while an export of theirs, or as many as the house allows, are going out
 */
export const enter = (going: Going, person: string): (() => void) => {
  if (going.has(person) || going.size >= mostTakes) throw new Failure('audit-export-busy', { most: mostTakes });
  going.add(person);
  let isOver = false;
  return () => {
    if (!isOver) going.delete(person);
    isOver = true;
  };
};

const rooms = new WeakMap<Payload, Going>();

/** The same for the studio of this process. */
export const enterTake = (payload: Payload, person: string): (() => void) => {
  const going = rooms.get(payload) ?? new Set();
  rooms.set(payload, going);
  return enter(going, person);
};
