import type { KeyObject } from 'node:crypto';
import { Failure } from '#errors/failure.ts';
import { openPayload } from './payload.ts';
import type { Attest } from './schemas.ts';

/** A checkpoint of the audit log whose signature holds. */
export interface Attested extends Attest {
  /** SHA-256 of its payload: what the next one names. */
  readonly hash: string;
  /** The signed file, byte for byte: whoever keeps it can show it to others. */
  readonly file: Uint8Array;
}

/**
 * Reads a signed checkpoint of the audit log.
 * @param number the one that it should have; none where nobody knows
 * @throws Failure `feed-malformed`, `feed-signature-bad`, `feed-version-unknown`, `feed-order-broken`
 */
export const openAttest = (file: Uint8Array, trust: readonly KeyObject[], number?: number): Attested => {
  const { value, hash } = openPayload('audit', file, trust);
  if (number !== undefined && value.number !== number) throw new Failure('feed-order-broken', { seq: value.number });
  if ((value.number === 1) !== (value.previous === null)) throw new Failure('feed-chain-broken', { seq: value.number });
  return { ...value, hash, file };
};
