import crypto from 'node:crypto';
import { promisify } from 'node:util';
import type { Account } from './account.ts';

/** How Payload stores passwords (`auth/strategies/local/generatePasswordSaltHash`): PBKDF2 with SHA-256. */
const prefix = 'pbkdf2-sha256-v1:';
const rounds = 600_000;
const bytes = 32;

/**
 * Whether this is the password of that account. The work is the same for one that is not there: how long an answer takes
 * would tell one from the other.
 */
export const isPasswordOf = async (account: Account | null, password: string): Promise<boolean> => {
  const { hash, salt } = account ?? {};
  const isKnown = typeof salt === 'string' && typeof hash === 'string' && hash.startsWith(prefix);
  const derived = await promisify(crypto.pbkdf2)(password, isKnown ? salt : 'nobody', rounds, bytes, 'sha256');
  const stored = isKnown ? Buffer.from(hash.slice(prefix.length), 'hex') : Buffer.alloc(bytes);
  return crypto.timingSafeEqual(derived, stored.byteLength === bytes ? stored : Buffer.alloc(bytes)) && isKnown;
};
