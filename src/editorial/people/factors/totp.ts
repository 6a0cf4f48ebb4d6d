import { createHmac } from 'node:crypto';
import { toBase32 } from './base32.ts';

/** What every app of authenticators understands: SHA-1, six digits, thirty seconds. */
const digits = 6;
const period = 30;

/** Steps before and after the present one whose code is taken, for clocks that differ by half a minute. */
const drift = 1;

/**
 * One-time password of a counter (RFC 4226, section 5.3).
 * @param hash SHA-1 as RFC 4226 has it; RFC 6238 allows others
 */
export const hotp = (secret: Uint8Array, counter: number, length = digits, hash = 'sha1'): string => {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac(hash, secret).update(message).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  const number = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** length;
  return String(number).padStart(length, '0');
};

/** The step of a moment (RFC 6238, section 4.2). */
export const stepAt = (now: Date): number => Math.floor(now.getTime() / 1000 / period);

/**
 * The step whose code this is, around the present one.
 * @param after the step whose code was taken last: a code is good once, and none before it is good any more (section 5.2)
 * @returns null where it is none of them
 */
export const stepOf = (secret: Uint8Array, code: string, now: Date, after: number): number | null => {
  const present = stepAt(now);
  for (let step = present - drift; step <= present + drift; step++)
    if (step > after && hotp(secret, step) === code) return step;
  return null;
};

/** The address that an app of authenticators takes, from a QR code or a link. */
export const totpAddress = (secret: Uint8Array, issuer: string, account: string): string => {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const query = `secret=${toBase32(secret)}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1`;
  return `otpauth://totp/${label}?${query}&digits=${digits}&period=${period}`;
};
