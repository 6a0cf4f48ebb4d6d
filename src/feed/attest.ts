import type { KeyObject } from 'node:crypto';
import { Failure } from '#errors/failure.ts';
import { openPayload, peekPayload } from './payload.ts';
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

/**
 * One that was proved when it came and is kept since, whichever key is trusted by now. Whoever asks compares its hash with what
 * trusted keys sign today.
 * @throws Failure `feed-malformed`, `feed-version-unknown`
 */
export const heldAttest = (file: Uint8Array): Attested => {
  const { value, hash } = peekPayload('audit', file);
  return { ...value, hash, file };
};
