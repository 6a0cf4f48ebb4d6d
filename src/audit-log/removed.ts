import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { type AuditEntry, readEntry } from './entry.ts';
import { leafHash, linkOf } from './hashes.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const name = z.string().regex(/^[\w-]{1,64}$/);

/**
 * What stays of a line whose content was removed: the hashes by which chain and tree hold without it, and what was never
 * content, by which numbers of processes are counted. `by`: number of the signed record that tells of the removal. The id of
 * the line is not in it: it is random, and as long as nobody has it nobody finds out by guessing what was hashed. `key` knows it again.
 */
const removed = z.strictObject({
  n: z.int().positive(),
  removed: z.strictObject({
    by: z.int().positive(),
    count: z.int().positive().nullable(),
    key: hash,
    leaf: hash,
    link: hash,
    station: name.nullable(),
    voided: z.string().max(2_000).nullable(),
  }),
  v: z.literal(1),
});
export type RemovedLine = z.infer<typeof removed>;

/** As it stands in the file, in place of the line: canonical JSON, without a line end. */
const bytesOf = ({ n, removed: { by, count, key, leaf, link, station, voided } }: RemovedLine): Buffer =>
  Buffer.from(JSON.stringify({ n, removed: { by, count, key, leaf, link, station, voided }, v: 1 }), 'utf8');

/** By which it is told from an entry before it is read. */
const mark = /^\{"n":\d{1,16},"removed":/;

export const isRemoved = (bytes: Buffer): boolean => mark.test(bytes.toString('latin1', 0, 40));

/** @throws Failure `audit-entry-malformed` for another shape, and for the same written in another way */
export const readRemoved = (bytes: Buffer): RemovedLine => {
  try {
    const value = removed.parse(JSON.parse(bytes.toString('utf8')));
    if (bytesOf(value).compare(bytes) === 0) return value;
  } catch (cause) {
    throw new Failure('audit-entry-malformed', {}, { cause });
  }
  throw new Failure('audit-entry-malformed');
};

/** By what a row of the database is known to be that of a removed line. @param id of the line */
export const removedKey = (id: string): string => createHash('sha256').update(`removed ${id}`).digest('hex');

/** What is to stand in the place of a line. @throws Failure `audit-entry-malformed` for what is no line of somebody’s act */
export const removedBytes = (bytes: Buffer, by: number): Buffer => {
  const entry = readEntry(bytes);
  if (!('line' in entry)) throw new Failure('audit-entry-malformed');
  const { count, id, station, voided } = entry.line;
  const [leaf, link] = [leafHash(bytes).toString('hex'), linkOf(bytes)];
  return bytesOf({ n: entry.n, removed: { by, count, key: removedKey(id), leaf, link, station, voided }, v: 1 });
};

/** An entry, or what stays of one, with the hashes by which tree and chain know it. */
export interface Stored {
  readonly stored: AuditEntry | RemovedLine;
  readonly leaf: Buffer;
  readonly link: string;
}

/** @throws Failure `audit-entry-malformed` */
export const readStored = (bytes: Buffer): Stored => {
  if (!isRemoved(bytes)) return { stored: readEntry(bytes), leaf: leafHash(bytes), link: linkOf(bytes) };
  const stored = readRemoved(bytes);
  return { stored, leaf: Buffer.from(stored.removed.leaf, 'hex'), link: stored.removed.link };
};
