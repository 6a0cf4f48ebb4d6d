import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';

/**
 * A change says which revision it began from. Without that nobody can tell whether it overwrites what somebody else has
 * saved since, so it is refused; programs of ours, which act in nobody's name, are trusted. Asked last: what is refused
 * anyway is refused for its own reason.
 *
 * @param expected revision that the caller saw, null where they do not say
 * @param changed names of the fields that would differ: what changes nothing overwrites nothing
 * @throws Failure `revision-required`
 */
export const refuseBlindChange = (viewer: Viewer | null, expected: number | null, changed: readonly string[]): void => {
  if (viewer && expected === null && changed.length > 0) throw new Failure('revision-required');
};
