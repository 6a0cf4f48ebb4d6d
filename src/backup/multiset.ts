import { createHash } from 'node:crypto';

/** Number and digest of rows that come in whatever order. */
export interface Multiset {
  add(row: Uint8Array | string): void;
  /** @returns `rows`, and 64 hex digits that are the same for the same rows */
  result(): { rows: number; digest: string };
}

const modulus = 1n << 256n;

/**
 * Adds up the SHA-256 of every row. It tells accidents and omissions apart, and rows that come twice; against somebody who
 * forges rows the seal of the backup stands, not this sum.
 */
export const multiset = (): Multiset => {
  let [rows, sum] = [0, 0n];
  return {
    add: (row) => {
      rows += 1;
      sum = (sum + BigInt(`0x${createHash('sha256').update(row).digest('hex')}`)) % modulus;
    },
    result: () => ({ rows, digest: sum.toString(16).padStart(64, '0') }),
  };
};
