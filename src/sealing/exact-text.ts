import { createHmac, createSecretKey, hkdfSync } from 'node:crypto';
import { Failure } from '#errors/failure.ts';
import { gcmOpen, gcmSeal, sizes } from './gcm.ts';
import { boundBytes } from './identity.ts';

const mark = '\u0001same1.';

export const isExactText = (value: unknown): value is string => typeof value === 'string' && value.startsWith(mark);

/** Seals texts by which records are looked up: the same text of the same field is always the same bytes, and tells that. */
export interface ExactTexts {
  seal(collection: string, field: string, text: string): string;
  /** @throws Failure `sealed-damaged` */
  open(collection: string, field: string, sealed: string): string;
}

/**
 * @NOTE The nonce is made from the text under a key of its own, so that two texts have the same one only where 96 bits of an HMAC meet:
 *   after some 2⁴⁸ different texts, and there are as many as documents have names.
 */
export function openExactTexts(key: Uint8Array): ExactTexts {
  const part = (what: string) => Buffer.from(hkdfSync('sha256', key, '', `benthanh-exact-${what}-1`, sizes.key));
  const secret = createSecretKey(part('text'));
  const forNonces = part('nonce');
  const boundTo = (collection: string, field: string) => boundBytes('data', [collection, field, 'exact']);
  return {
    seal: (collection, field, text) => {
      const bound = boundTo(collection, field);
      const plain = Buffer.from(text, 'utf8');
      const nonce = createHmac('sha256', forNonces).update(bound).update(plain).digest().subarray(0, sizes.nonce);
      return mark + Buffer.concat([nonce, gcmSeal({ key: secret, nonce, bound }, plain)]).toString('base64url');
    },
    open: (collection, field, sealed) => {
      const bytes = Buffer.from(sealed.slice(mark.length), 'base64url');
      const nonce = bytes.subarray(0, sizes.nonce);
      const sealing = { key: secret, nonce, bound: boundTo(collection, field) };
      const plain = nonce.length < sizes.nonce ? null : gcmOpen(sealing, bytes.subarray(sizes.nonce));
      if (plain === null) throw new Failure('sealed-damaged', { file: `${collection}.${field}` });
      return plain.toString('utf8');
    },
  };
}
