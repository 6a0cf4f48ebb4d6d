import { hkdfSync, randomBytes } from 'node:crypto';
import { gcmOpen, gcmSeal, sizes } from '#sealing/gcm.ts';

/** A key of the installation for this use alone. */
const keyOf = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'benthanh: secrets of second factors', sizes.key));

/**
 * Encrypts what the studio must know again and nobody else may, e.g. the secret of an authenticator (AES-256-GCM, a random
 * nonce of 96 bits).
 * @param boundTo what it belongs to: put anywhere else it cannot be opened
 */
export const sealSecret = (secret: string, plain: Uint8Array, boundTo: string): string => {
  const nonce = randomBytes(sizes.nonce);
  const sealed = gcmSeal({ key: keyOf(secret), nonce, bound: Buffer.from(boundTo) }, plain);
  return Buffer.concat([nonce, sealed]).toString('base64url');
};

/** @returns null where it was sealed by another installation, for something else, or was changed */
export const openSecret = (secret: string, sealed: string, boundTo: string): Buffer | null => {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.byteLength < sizes.nonce) return null;
  const nonce = bytes.subarray(0, sizes.nonce);
  return gcmOpen({ key: keyOf(secret), nonce, bound: Buffer.from(boundTo) }, bytes.subarray(sizes.nonce));
};
