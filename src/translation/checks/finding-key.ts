import { createHash } from 'node:crypto';
import type { Finding } from './check.ts';

/** Fingerprints of the two texts that a finding was made in (`fingerprintOf`). */
export interface FoundIn {
  readonly source: string;
  readonly target: string;
}

/**
 * Names a finding so that “right as it is” can be remembered: the same as long as neither text says something else, whatever happens to
 * formatting and to the places of words. Two findings of one sentence about the same words are one.
 * @returns the code of the check, a colon and 32 hexadecimal digits
 */
export const findingKey = ({ check, says, side, values }: Finding, { source, target }: FoundIn): string => {
  const named = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  const told = JSON.stringify([says, side, named, source, target]);
  return `${check}:${createHash('sha256').update(told).digest('hex').slice(0, 32)}`;
};
