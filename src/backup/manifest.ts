import { z } from 'zod';

const count = z.int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const instant = z.iso.datetime();

/** What of an installation is kept, in the order in which it is read: see decision 0047. */
export const stores = ['feed', 'audit', 'ledger', 'database', 'fixity', 'masters'] as const;
export type StoreName = (typeof stores)[number];
const store = z.enum(stores);

/** Relative, with slashes, and without a step up or to the root: a path leads nowhere else, whoever wrote it. */
const path = z
  .string()
  .max(1000)
  .regex(/^[^/\\]+(?:\/[^/\\]+)*$/)
  .refine((text) => text.split('/').every((part) => part !== '..' && part !== '.' && !part.includes('\0')));

const file = z.strictObject({ store, path, bytes: count, sha256, mode: z.int().min(0).max(0o777) });
export type KeptFile = z.infer<typeof file>;

/** A table of an embedded database, or a collection of MongoDB: number and digest of its rows, in whatever order. */
const table = z.strictObject({ store, name: z.string().max(200), rows: count, digest: sha256 });
export type KeptTable = z.infer<typeof table>;

export const backupId = z.string().regex(/^\d{8}T\d{9}Z-[0-9a-f]{4}$/);

export const manifest = z.strictObject({
  version: z.literal(1),
  id: backupId,
  startedAt: instant,
  endedAt: instant,
  database: z.enum(['sqlite', 'mongodb', 'none']),
  /** Collections that changed while they were read, so that they may be of different moments; none: all are of one. */
  unsteady: z.array(z.string()),
  tables: z.array(table),
  files: z.array(file),
});
/** All that one backup holds. It is sealed like everything else, and written last. */
export type Manifest = z.infer<typeof manifest>;
