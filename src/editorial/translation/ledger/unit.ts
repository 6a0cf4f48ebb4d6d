import { z } from 'zod';
import { segmentRoles } from '#translation/segments/segment.ts';
import { contentSchema } from '../content-schema.ts';

const fingerprint = z.string().max(64);
const person = z.string().max(64);
const instant = z.string().max(40);
const reason = z.string().max(2000);

export const origins = ['human', 'machine', 'memory'] as const;
export type Origin = (typeof origins)[number];

export const apartKinds = ['left-out', 'only-here', 'adapted'] as const;
export type ApartKind = (typeof apartKinds)[number];

/**
 * Acts upon one segment, the chain of custody. `published`: vouched for by whoever published the language, since nobody had
 * accepted it before.
 */
export const actKinds = ['translated', 'kept', 'reviewed', 'apart', 'machine', 'imported', 'published'] as const;
export type ActKind = (typeof actKinds)[number];

const act = z.object({
  act: z.enum(actKinds),
  by: person.nullable(),
  at: instant,
  sourceRevision: z.number(),
  /** Of the source that the act is about; empty where there is none. */
  fingerprint,
  /** Of the text that stood against it; empty where there was none. */
  target: fingerprint,
});
export type Act = z.infer<typeof act>;

/** The ledger's memory of one pair of segments: what stood on both sides when somebody said that they belong together. */
export const unitSchema = z.object({
  id: z.string().min(1).max(64),
  /** Field and role, as `#translation/segments/segment.ts` has them. */
  field: z.string().max(200),
  role: z.enum(segmentRoles),
  /** Source as it was when accepted; null: there is only the text. */
  source: contentSchema.nullable(),
  /** Source as it was last seen, where that is another: so that a source which changes step by step is known again. */
  seen: contentSchema.nullable(),
  accepted: z.object({ fingerprint, sourceRevision: z.number(), by: person.nullable(), at: instant }).nullable(),
  target: contentSchema.nullable(),
  origin: z.enum(origins),
  review: z.object({ by: person, at: instant, fingerprint, targetFingerprint: fingerprint }).nullable(),
  apart: z.object({ kind: z.enum(apartKinds), reason, by: person, at: instant }).nullable(),
  /** Findings of checks that a person has called right as they are. */
  fine: z.array(
    z.object({ check: z.string().max(300), fingerprint: z.string().max(140), reason, by: person, at: instant }),
  ),
  acts: z.array(act),
});
export type Unit = z.infer<typeof unitSchema>;
