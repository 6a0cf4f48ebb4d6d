import { z } from 'zod';
import { instant, sha256 } from '#record/common.ts';
import { limits } from '../limits.ts';
import { feedId, feedVersion, place, snapshotId } from '../schemas.ts';

const count = z.int().nonnegative();
const ordinal = z.int().positive();

/** Random name of a medium: 128 bits in hex. */
const mediumId = z.string().regex(/^[0-9a-f]{32}$/);

/** One file of the feed that a medium carries, by its path in the feed, with the SHA-256 of its bytes. */
const listedFile = z.strictObject({ path: z.string().max(120), bytes: ordinal, sha256 });
export type ListedFile = z.infer<typeof listedFile>;

/** A part of the list of all files, in the order of their paths. */
export const fileList = z.array(listedFile).min(1).max(limits.listed);

const counts = z.strictObject({
  files: ordinal,
  bytes: ordinal,
  segments: count,
  entries: count,
  snapshotParts: count,
  blobs: count,
  attests: count,
});
export type MediumCounts = z.infer<typeof counts>;

export const mediumPayload = z.strictObject({
  version: z.literal(feedVersion),
  feed: feedId,
  medium: mediumId,
  /** The place after which the medium goes on: whoever has come less far lacks something. */
  from: z.strictObject(place),
  /** The place at which it ends, which is that of its checkpoint. */
  to: z.strictObject(place),
  exportedAt: instant,
  counts,
  /** The lists of files, in order; the hash of each is over its bytes as they stand. */
  lists: z
    .array(z.strictObject({ bytes: ordinal.max(limits.list), sha256 }))
    .min(1)
    .max(8192),
});
/** What a medium carries, signed. It is written last: without it a medium is unfinished. */
export type MediumManifest = z.infer<typeof mediumPayload>;

export const receiptPayload = z.strictObject({
  version: z.literal(feedVersion),
  feed: feedId,
  medium: mediumId,
  /** SHA-256 of the payload of the manifest that was taken in. */
  manifest: sha256,
  /** Where the feed stands at the other side since then. */
  to: z.strictObject(place),
  /** The newest snapshot and the newest checkpoint of the audit log that are there. */
  snapshot: snapshotId.nullable(),
  attest: count,
  arrivedAt: instant,
});
/** What the other side says of a medium that it has taken in, signed with a key of that side. */
export type Receipt = z.infer<typeof receiptPayload>;
