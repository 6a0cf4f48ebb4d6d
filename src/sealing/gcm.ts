import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';

/** Bytes of a key, a nonce and a tag of AES-256-GCM as used here (NIST SP 800-38D, 96-bit nonces, whole tags). */
export const sizes = { key: 32, nonce: 12, tag: 16 } as const;

export interface GcmInput {
  readonly key: Uint8Array | KeyObject;
  /** Never twice with one key. */
  readonly nonce: Uint8Array;
  /** What is bound in without being encrypted. */
  readonly bound: Uint8Array;
}

/** @returns the encrypted bytes with the tag behind them */
export const gcmSeal = (input: GcmInput, plain: Uint8Array): Buffer => Buffer.concat(gcmSealParts(input, plain));

/** @returns the encrypted bytes and the tag that goes behind them, for whoever puts them in their place without copying them before */
export function gcmSealParts({ key, nonce, bound }: GcmInput, plain: Uint8Array): readonly [Buffer, Buffer] {
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: sizes.tag }).setAAD(bound);
  const sealed = cipher.update(plain);
  // In this mode it has no bytes of its own, and makes the tag
  cipher.final();
  return [sealed, cipher.getAuthTag()];
}

/** @returns the plain bytes; null where key, nonce, bound bytes or sealed bytes are not those of the sealing */
export function gcmOpen({ key, nonce, bound }: GcmInput, sealed: Uint8Array): Buffer | null {
  const end = sealed.length - sizes.tag;
  if (end < 0) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: sizes.tag })
    .setAAD(bound)
    .setAuthTag(sealed.subarray(end));
  try {
    const plain = decipher.update(sealed.subarray(0, end));
    // In this mode it proves the tag and has no bytes of its own
    decipher.final();
    return plain;
  } catch {
    return null;
  }
}
