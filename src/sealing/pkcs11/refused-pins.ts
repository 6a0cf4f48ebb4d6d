import { createHmac, randomBytes } from 'node:crypto';

/** PINs that tokens have refused. */
export interface RefusedPins {
  has(token: string, pin: Uint8Array): boolean;
  add(token: string, pin: Uint8Array): void;
}

/**
 * Remembers which PIN a token refused last. Tokens count wrong PINs and lock themselves, after three of them often, and a service
 * that opens files asks again and again: it may offer the same PIN once only, until somebody has mended the file.
 * What is remembered tells the PIN to nobody who has not the memory of this process.
 */
export const refusedPins = (): RefusedPins => {
  const key = randomBytes(32);
  const last = new Map<string, string>();
  const traceOf = (pin: Uint8Array): string => createHmac('sha256', key).update(pin).digest('base64');
  return {
    has: (token, pin) => last.get(token) === traceOf(pin),
    add: (token, pin) => void last.set(token, traceOf(pin)),
  };
};
