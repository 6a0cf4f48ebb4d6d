import { randomInt } from 'node:crypto';

/** Letters and digits that nobody mistakes for each other. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to be typed once: four groups of seven, about 138 bits (OWASP ASVS 5.0, 11.5.1, asks for 128). */
export function oneTimePassword(): string {
  const group = () => Array.from({ length: 7 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}
