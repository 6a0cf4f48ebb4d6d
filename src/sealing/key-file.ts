import { randomBytes, scryptSync } from 'node:crypto';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { gcmOpen, gcmSeal, sizes } from './gcm.ts';
import { boundBytes, type SealedLevel, sealedLevels } from './identity.ts';

const base64 = (bytes: number) =>
  z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes, { error: 'length' });

/** What stands in the file of one key: the key itself only encrypted, under a key that scrypt makes of the unlocking words. */
const keyFile = z.strictObject({
  version: z.literal(1),
  level: z.enum(sealedLevels),
  generation: z.int().min(1).max(0xffff_ffff),
  made: z.iso.datetime(),
  scrypt: z.strictObject({ n: z.literal(131_072), r: z.literal(8), p: z.literal(1), salt: base64(16) }),
  nonce: base64(sizes.nonce),
  wrapped: base64(sizes.key + sizes.tag),
});
export type KeyFile = z.infer<typeof keyFile>;

/** A new key of a level, locked. */
export function newKeyFile(level: SealedLevel, generation: number, unlock: Uint8Array): KeyFile {
  const salt = randomBytes(16);
  const nonce = randomBytes(sizes.nonce);
  const made = new Date().toISOString();
  const parts = [level, String(generation), made];
  const bound = boundBytes('level-key', parts);
  const wrapped = gcmSeal({ key: stretched(unlock, salt), nonce, bound }, randomBytes(sizes.key));
  return {
    version: 1,
    level,
    generation,
    made,
    scrypt: { n: 131_072, r: 8, p: 1, salt: salt.toString('base64') },
    nonce: nonce.toString('base64'),
    wrapped: wrapped.toString('base64'),
  };
}

/** @throws Failure `seal-key-damaged` for anything that is no key */
export function readKeyFile(text: string, file: string): KeyFile {
  try {
    return keyFile.parse(JSON.parse(text));
  } catch (cause) {
    throw new Failure('seal-key-damaged', { file }, { cause });
  }
}

/** @throws Failure `seal-unlock-wrong` where the words do not fit, or the file was changed */
export function unlockKey(key: KeyFile, unlock: Uint8Array, file: string): Buffer {
  const bytes = (text: string) => Buffer.from(text, 'base64');
  const bound = boundBytes('level-key', [key.level, String(key.generation), key.made]);
  const opened = gcmOpen(
    { key: stretched(unlock, bytes(key.scrypt.salt)), nonce: bytes(key.nonce), bound },
    bytes(key.wrapped),
  );
  if (opened === null) throw new Failure('seal-unlock-wrong', { file });
  return opened;
}

/** RFC 7914 with 128 MiB of memory for each try. */
export const stretched = (unlock: Uint8Array, salt: Uint8Array): Buffer =>
  scryptSync(unlock, salt, sizes.key, { N: 131_072, r: 8, p: 1, maxmem: 256 * 1024 * 1024 });
