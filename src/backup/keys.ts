import { createHmac, hkdfSync } from 'node:crypto';
import { sizes } from '#sealing/gcm.ts';
import { stretched } from '#sealing/key-file.ts';

/** What is made of the contents of the key file, for one backup folder. */
export interface BackupKeys {
  /** Wraps the key of every object. */
  readonly wrapping: Buffer;
  /** The name under which content is kept: the same content has one name, which tells nothing to who has no key. */
  nameOf(sha256: string, bytes: number): string;
}

const derived = (root: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', root, Buffer.alloc(0), `benthanh-backup-1 ${purpose}`, sizes.key));

/**
 * Keys of a backup folder (scrypt with the folder’s salt, then HKDF of RFC 5869 for each purpose).
 * @param secret what stands in the key file: random bytes or the words of a passphrase
 */
export function deriveKeys(secret: Uint8Array, salt: Buffer): BackupKeys {
  const root = stretched(secret, salt);
  const naming = derived(root, 'name');
  return {
    wrapping: derived(root, 'wrap'),
    nameOf: (sha256, bytes) => createHmac('sha256', naming).update(`${sha256} ${bytes}`).digest('hex'),
  };
}
