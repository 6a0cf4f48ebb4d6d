import { z } from 'zod';
import { instant, sha256 } from '#record/common.ts';
import { change } from './change.ts';
import { limits } from './limits.ts';

/** The version of the format that this program writes and the only one that it reads. */
export const feedVersion = 1;

const count = z.int().nonnegative();
const ordinal = z.int().positive();

/** Random name of a feed, given once at its creation: 128 bits in hex. */
export const feedId = z.string().regex(/^[0-9a-f]{32}$/);

export const entry = z.strictObject({ seq: ordinal, at: instant, change });
export type Entry = z.infer<typeof entry>;

const entries = z.array(entry).min(1).max(limits.entries);

export const segmentPayload = z.strictObject({
  version: z.literal(feedVersion),
  feed: feedId,
  segment: ordinal,
  /** SHA-256 of the previous segment's payload bytes; null in the first one. */
  previous: sha256.nullable(),
  issuedAt: instant,
  entries,
});
export type SegmentPayload = z.infer<typeof segmentPayload>;

export const snapshotId = z.string().regex(/^\d{6,10}-[0-9a-f]{8}$/);

export const snapshotPartPayload = z.strictObject({
  version: z.literal(feedVersion),
  feed: feedId,
  snapshot: snapshotId,
  part: ordinal,
  /** SHA-256 of the previous part's payload bytes; null in the first one. */
  previous: sha256.nullable(),
  entries,
});
export type SnapshotPartPayload = z.infer<typeof snapshotPartPayload>;

/** A place in the feed: after this segment and entry; `head` is the hash of that segment's payload. */
export const place = { segment: count, seq: count, head: sha256.nullable() };

export const snapshotMark = z.strictObject({
  id: snapshotId,
  ...place,
  parts: ordinal,
  /** Entries in all parts together. */
  entries: ordinal,
  /** SHA-256 of the last part's payload bytes. */
  last: sha256,
  issuedAt: instant,
});
export type SnapshotMark = z.infer<typeof snapshotMark>;

export const checkpointPayload = z.strictObject({
  version: z.literal(feedVersion),
  feed: feedId,
  ...place,
  /** The place before the first segment that the feed still holds: zero until old segments are pruned. */
  base: z.strictObject(place),
  issuedAt: instant,
  snapshot: snapshotMark.nullable(),
});
/** What the feed holds at a moment, signed anew every half minute: an old `issuedAt` means that the gate is silent. */
export type Checkpoint = z.infer<typeof checkpointPayload>;

/** Hashes in a proof: some forty for a log of any length. */
const mostHashes = 128;

export const attestPayload = z.strictObject({
  version: z.literal(feedVersion),
  feed: feedId,
  /** Number of this checkpoint of the audit log, from 1. */
  number: ordinal,
  /** SHA-256 of the payload bytes of the one before it; null in the first one. */
  previous: sha256.nullable(),
  /** Lines in the log, and the root of the tree over them (RFC 9162). */
  size: count,
  root: sha256,
  /** That the tree begins with the one before it (RFC 9162, 2.1.4). */
  proof: z.array(sha256).max(mostHashes),
  issuedAt: instant,
});
/** A checkpoint of the studio’s audit log: what its lines were at a moment. None of them is in it. */
export type Attest = z.infer<typeof attestPayload>;
