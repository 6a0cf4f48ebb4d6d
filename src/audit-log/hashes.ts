import { createHash } from 'node:crypto';

/** SHA-256 in 32 bytes. */
export type Hash = Buffer;

export const hashBytes = 32;

const sha256 = (...parts: readonly Uint8Array[]): Hash => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const leafMark = Buffer.from([0]);
const nodeMark = Buffer.from([1]);

/** Root of a tree without leaves (RFC 9162, 2.1.1): the hash of nothing. */
export const emptyRoot = (): Hash => sha256();

/** Hash of a leaf (RFC 9162, 2.1.1). The mark in front keeps a leaf from passing for an inner node. */
export const leafHash = (bytes: Uint8Array): Hash => sha256(leafMark, bytes);

/** Hash of an inner node (RFC 9162, 2.1.1). */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Hash => sha256(nodeMark, left, right);

/** Lower-case SHA-256 in hex of the bytes of an entry: what the next one names as its `previous`. */
export const linkOf = (bytes: Uint8Array): string => sha256(bytes).toString('hex');
