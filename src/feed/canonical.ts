import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { Failure } from '#errors/failure.ts';

/**
 * Canonical JSON (RFC 8785) as UTF-8 bytes: the same value gives the same bytes in every program that follows the RFC.
 *
 * @throws Failure `feed-malformed` for a value that JSON cannot carry (lone surrogate, NaN, cycle, undefined).
 */
export const canonicalBytes = (value: unknown): Buffer => {
  let text: string | undefined;
  try {
    text = canonicalize(value);
  } catch (cause) {
    throw new Failure('feed-malformed', { what: 'json' }, { cause });
  }
  if (text === undefined) throw new Failure('feed-malformed', { what: 'json' });
  return Buffer.from(text, 'utf8');
};

/** Lower-case SHA-256 in hex: the name of a blob, and the link of every chain in the feed. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
