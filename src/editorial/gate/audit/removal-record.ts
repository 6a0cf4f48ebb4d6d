import { createHash, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { KnownRemoval } from '#audit-log/known-removal.ts';
import { rangesOf } from '#audit-log/ranges.ts';
import { Failure } from '#errors/failure.ts';
import { canonicalBytes } from '#feed/canonical.ts';
import { openEnvelope, sealEnvelope } from '#feed/dsse.ts';
import { removedKind } from '../../audit/removal/removals.ts';

const type = 'application/vnd.benthanh.audit.removal+json';

const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const person = z.strictObject({ id: z.string(), name: z.string().nullable(), at: instant });
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const record = z.strictObject({
  version: z.literal(1),
  number: z.int().positive(),
  /** Id of the request, which the lines of both people name. */
  request: z.string(),
  kinds: z.array(removedKind).min(1),
  reason: z.string(),
  asked: person,
  agreed: person,
  lines: z.int().positive(),
  /** Numbers of the lines, as few ranges in order. */
  places: z.string().regex(/^\d{1,15}(?:-\d{1,15})?(?:,\d{1,15}(?:-\d{1,15})?)*$/),
  /** SHA-256 over what stays of them. */
  digest: hash,
  removedAt: instant,
  /** The log as it was then: its length, and the root of its tree, which stays. */
  size: z.int().positive(),
  root: hash,
});
/** What tells of a removal: which lines, on what ground, and by whose word. Holds nothing of what was in them. */
export type RemovalRecord = z.infer<typeof record>;

const hashOf = (payload: Uint8Array): string => createHash('sha256').update(payload).digest('hex');

/** Signs a record; gives the file. */
export const sealRemoval = (value: RemovalRecord, key: KeyObject): Buffer =>
  sealEnvelope(type, canonicalBytes(value), key);

const envelope = z.looseObject({ payloadType: z.literal(type), payload: z.base64() });

/** What is in the file, whoever signed it. */
const unproved = (file: Uint8Array): Buffer =>
  Buffer.from(envelope.parse(JSON.parse(Buffer.from(file).toString('utf8'))).payload, 'base64');

const proved = (file: Uint8Array, trust: readonly KeyObject[]): Buffer => {
  const { payloadType, payload } = openEnvelope(file, trust);
  if (payloadType !== type) throw new Failure('feed-malformed', { what: 'payload-type' });
  return payload;
};

const isProved = (file: Uint8Array, trust: readonly KeyObject[]): boolean => {
  try {
    return proved(file, trust).length > 0;
  } catch {
    return false;
  }
};

/** A record, the hash by which the log knows it, and whose signature it bears. */
export interface ReadRemoval {
  readonly value: RemovalRecord;
  readonly hash: string;
  isSignedBy(trust: readonly KeyObject[]): boolean;
}

/**
 * Reads a record.
 * @param trust keys of which one has to have signed it; null: whoever reads has none, and rests on the hash that the log has of it
 * @throws Failure `audit-removal-unsound`
 */
export const openRemovalRecord = (file: Uint8Array, trust: readonly KeyObject[] | null, name: string): ReadRemoval => {
  try {
    const payload = trust === null ? unproved(file) : proved(file, trust);
    const value = record.parse(JSON.parse(payload.toString('utf8')));
    return { value, hash: hashOf(payload), isSignedBy: (keys) => isProved(file, keys) };
  } catch (cause) {
    throw new Failure('audit-removal-unsound', { file: name }, { cause });
  }
};

/** As the check of a log takes it. */
export const knownRemoval = ({ value, hash: ofIt }: Pick<ReadRemoval, 'value' | 'hash'>): KnownRemoval => ({
  ...{ number: value.number, record: ofIt, lines: value.lines, digest: value.digest },
  places: rangesOf(value.places),
});
