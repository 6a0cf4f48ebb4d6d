import { type KeyObject, sign, verify } from 'node:crypto';
import { readFile, rename } from 'node:fs/promises';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { syncFolder, writeDurably } from './erase-key-file.ts';
import { type SealedLevel, sealedLevels } from './identity.ts';
import { generationsIn, keyPath } from './key-folder.ts';
import type { KeyStore } from './key-store.ts';

const statement = z.strictObject({
  version: z.literal(1),
  level: z.enum(sealedLevels),
  generation: z.int().min(1),
  destroyed: z.iso.datetime(),
  /** How many files were known to be sealed under it and under no other. */
  files: z.int().min(0),
  /** How many records of the database had texts under it, and how many versions. Absent from what was signed before texts were sealed there. */
  records: z.int().min(0).optional(),
  versions: z.int().min(0).optional(),
});
const record = z.strictObject({ statement, signature: z.base64() });
type Statement = z.infer<typeof statement>;

export interface Destruction {
  readonly dir: string;
  readonly level: SealedLevel;
  readonly generation: number;
  /** Files that are lost with it. */
  readonly files: number;
  /** Records and versions in the database that are lost with it, whole or in part. */
  readonly records: number;
  readonly versions: number;
  readonly signingKey: KeyObject;
  /** What holds the key. */
  readonly store: Pick<KeyStore, 'generations' | 'erase'>;
}

/**
 * Destroys the key of an earlier generation: a signed record is written first, then the key is taken away where it is.
 * Interrupted, it is done again by the same call.
 * @throws Failure `seal-key-missing`, `seal-key-destroyed`, `seal-key-current`, and what the store throws
 */
export async function destroyKey({ dir, level, generation, signingKey, store, ...lost }: Destruction): Promise<void> {
  const known = (await store.generations()).filter((one) => one.level === level);
  const asked = known.find((one) => one.generation === generation);
  if (!asked || asked.isDestroyed)
    throw new Failure(asked ? 'seal-key-destroyed' : 'seal-key-missing', { level, generation });
  const ofLevel = known.filter((one) => !one.isDestroyed);
  if (ofLevel.at(-1)?.generation === generation) throw new Failure('seal-key-current', { level, generation });
  const { files, records, versions } = lost;
  const destroyed = new Date().toISOString();
  const said: Statement = { version: 1, level, generation, destroyed, files, records, versions };
  await writeDurably(keyPath(dir, level, generation, 'destroyed'), 'w', signedRecord(said, signingKey));
  await syncFolder(dir);
  await store.erase(level, generation);
}

/** @throws Failure `seal-record-invalid` where the record of a destruction is not what the key signed */
export async function readDestruction(
  of: Pick<Destruction, 'dir' | 'level' | 'generation'>,
  trust: readonly KeyObject[],
): Promise<Statement> {
  const file = keyPath(of.dir, of.level, of.generation, 'destroyed');
  try {
    const read = record.parse(JSON.parse(await readFile(file, 'utf8')));
    const signature = Buffer.from(read.signature, 'base64');
    const isOf = read.statement.level === of.level && read.statement.generation === of.generation;
    if (isOf && trust.some((key) => verify(null, signedBytes(read.statement), key, signature))) return read.statement;
  } catch (cause) {
    throw new Failure('seal-record-invalid', { file }, { cause });
  }
  throw new Failure('seal-record-invalid', { file });
}

const signedRecord = (said: Statement, key: KeyObject): Buffer => {
  const signature = sign(null, signedBytes(said), key).toString('base64');
  return Buffer.from(`${JSON.stringify({ statement: said, signature }, null, 2)}\n`);
};

/**
 * Signs the records of destroyed keys with another key, those that a trusted one has signed; what was no record before stays
 * as it is. Stopped, it goes on at the next run.
 * @returns how many
 */
export async function resignDestructions(dir: string, to: KeyObject, trust: readonly KeyObject[]): Promise<number> {
  const destroyed = (await generationsIn(dir)).filter(({ isDestroyed }) => isDestroyed);
  let signed = 0;
  for (const { level, generation } of destroyed) {
    const said = await readDestruction({ dir, level, generation }, trust).catch(onlyRecords);
    if (said === null) continue;
    const path = keyPath(dir, level, generation, 'destroyed');
    await writeDurably(`${path}.new`, 'w', signedRecord(said, to));
    await rename(`${path}.new`, path);
    await syncFolder(dir);
    signed += 1;
  }
  return signed;
}

const onlyRecords = (cause: unknown): null => {
  if (cause instanceof Failure && cause.code === 'seal-record-invalid') return null;
  throw cause;
};

const signedBytes = (said: Statement): Buffer => Buffer.from(`benthanh-key-destroyed-1\n${canonicalize(said)}`, 'utf8');
