import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { Failure } from '#errors/failure.ts';
import { gcmOpen, gcmSeal, sizes } from './gcm.ts';
import { boundBytes, type Identity, partsOf, type SealedLevel, sealedLevels } from './identity.ts';
import type { LevelKeys, WrappedKey } from './level-keys.ts';

/** Stands before a sealed text; nobody types the first character of it. */
const mark = '\u0001seal1.';

/** Bytes before what is encrypted: number of the level, generation, nonce of the wrapping, wrapped data key, nonce of the text. */
const at = { generation: 1, wrapNonce: 5, wrapped: 17, nonce: 65, body: 77 } as const;

export const isSealedText = (value: unknown): value is string => typeof value === 'string' && value.startsWith(mark);

/** A record whose texts are sealed; its level is that of the key. */
export type SealedRecord = Pick<Identity, 'collection' | 'id' | 'level'>;

const identityOf = (record: SealedRecord, field: string): Identity => ({ ...record, field, version: '1' });

/** Seals texts of one record as it is written now: all of them under one data key, each bound to its field. */
export type SealText = (field: string, text: string) => string;

/** A data key for one writing of a record. @throws what the keys throw */
export async function openTextSeal(record: SealedRecord, keys: LevelKeys): Promise<SealText> {
  const dataKey = randomBytes(sizes.key);
  const wrapped = await keys.wrap(record.level, dataKey, partsOf(identityOf(record, 'texts')));
  const key = createSecretKey(dataKey);
  const head = Buffer.alloc(at.wrapNonce);
  head.writeUInt8(sealedLevels.indexOf(record.level));
  head.writeUInt32BE(wrapped.generation, at.generation);
  return (field, text) => {
    const nonce = randomBytes(sizes.nonce);
    const bound = boundBytes('data', partsOf(identityOf(record, field)));
    const body = gcmSeal({ key, nonce, bound }, Buffer.from(text, 'utf8'));
    return mark + Buffer.concat([head, wrapped.nonce, wrapped.wrapped, nonce, body]).toString('base64url');
  };
}

/** Opens texts; the data key of one writing is unwrapped once. */
export type OpenText = (record: Omit<SealedRecord, 'level'>, field: string, sealed: string) => Promise<string>;

/**
 * For one reading of the database.
 * @returns what opens texts, and throws Failure `sealed-malformed`, `sealed-foreign`, `sealed-damaged`, or what the keys throw
 */
export function openTextReader(keys: () => Promise<LevelKeys>): OpenText {
  const unwrapped = new Map<string, Promise<KeyObject>>();
  const unwrap = async (record: SealedRecord, key: WrappedKey): Promise<KeyObject> =>
    createSecretKey(await (await keys()).unwrap(record.level, key, partsOf(identityOf(record, 'texts'))));
  return async (of, field, sealed) => {
    const place = `${of.collection}/${of.id}.${field}`;
    const bytes = Buffer.from(sealed.slice(mark.length), 'base64url');
    const level = sealedLevels[bytes[0] ?? -1];
    if (level === undefined || bytes.length < at.body + sizes.tag)
      throw new Failure('sealed-malformed', { file: place });
    const record = { ...of, level };
    const known = JSON.stringify([of.collection, of.id, bytes.toString('latin1', 0, at.nonce)]);
    const key =
      unwrapped.get(known) ??
      unwrap(record, {
        generation: bytes.readUInt32BE(at.generation),
        nonce: bytes.subarray(at.wrapNonce, at.wrapped),
        wrapped: bytes.subarray(at.wrapped, at.nonce),
      });
    unwrapped.set(known, key);
    const bound = boundBytes('data', partsOf(identityOf(record, field)));
    const nonce = bytes.subarray(at.nonce, at.body);
    const plain = gcmOpen({ key: await key, nonce, bound }, bytes.subarray(at.body));
    if (plain === null) throw new Failure('sealed-damaged', { file: place });
    return plain.toString('utf8');
  };
}

/** Under which key a text lies. */
export interface KeyOfText {
  readonly level: SealedLevel;
  readonly generation: number;
}

/** The key of a text, as it says itself; null where it is none of ours any more. */
export const keyOfText = (sealed: string): KeyOfText | null => {
  const bytes = Buffer.from(sealed.slice(mark.length, mark.length + 8), 'base64url');
  const level = sealedLevels[bytes[0] ?? -1];
  return level === undefined || bytes.length < at.wrapNonce
    ? null
    : { level, generation: bytes.readUInt32BE(at.generation) };
};
