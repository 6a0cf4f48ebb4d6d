import { endianness } from 'node:os';
import { attributes, objects } from './standard.ts';

/** An attribute as a module wants it: its number, its bytes, their length. */
export interface Attribute {
  readonly type: number;
  readonly pValue: Buffer;
  readonly ulValueLen: number;
}

const attribute = (type: number, pValue: Buffer): Attribute => ({ type, pValue, ulValueLen: pValue.length });
const flag = (value: boolean): Buffer => Buffer.from([value ? 1 : 0]);

/** A number of the machine’s own kind `unsigned long`. */
export function longBytes(value: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  if (endianness() === 'LE') bytes.writeUIntLE(value, 0, Math.min(size, 6));
  else bytes.writeUIntBE(value, Math.max(0, size - 6), Math.min(size, 6));
  return bytes;
}

/** What finds every secret key of a token. */
export const anySecretKey = (size: number): Attribute[] => [
  attribute(attributes.class, longBytes(objects.secretKey, size)),
];

/** What finds the key with this label. */
export const labelled = (label: string, size: number): Attribute[] => [
  ...anySecretKey(size),
  attribute(attributes.label, Buffer.from(label, 'utf8')),
];

/** What tokens allow a key of their own accord, some of them. */
const noneOf = [
  attributes.extractable,
  attributes.wrap,
  attributes.unwrap,
  attributes.sign,
  attributes.verify,
] as const;

/**
 * A key of a level: AES-256, kept by the token, seen by nobody who has not given the PIN, and never given out, wrapped under
 * another key neither.
 */
export const levelKey = (label: string, size: number): Attribute[] => [
  ...labelled(label, size),
  attribute(attributes.keyType, longBytes(objects.aes, size)),
  attribute(attributes.valueLength, longBytes(32, size)),
  ...([attributes.token, attributes.private, attributes.sensitive] as const).map((one) => attribute(one, flag(true))),
  ...([attributes.encrypt, attributes.decrypt] as const).map((one) => attribute(one, flag(true))),
  ...noneOf.map((one) => attribute(one, flag(false))),
];

/** Room for a label that is to be read. */
export const roomForLabel = (): Attribute => attribute(attributes.label, Buffer.alloc(256));

/** The name of a token as `C_GetTokenInfo` gives it: the first 32 bytes, filled up with blanks. */
export const tokenLabel = (info: Uint8Array): string =>
  Buffer.from(info.subarray(0, 32))
    .toString('utf8')
    .replace(/[ \0]+$/, '');
