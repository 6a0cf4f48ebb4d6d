import { z } from 'zod';

const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const word = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);
const name = z.string().regex(/^[\w-]{1,64}$/);
const ordinal = z.int().positive();

/**
 * What the document does not say: of acts at the log itself which part of it, as `form=csv since=2026-01-01T00:00:00.000Z`, of copies
 * under which permission, or which one it is. Words of programs, ids, instants and
 * numbers alone. Left out where there is nothing to say, as in all lines that were written before it could be said.
 */
const about = z
  .string()
  .max(500)
  .regex(/^[a-z]+=[\w.:,-]+(?: [a-z]+=[\w.:,-]+)*$/)
  .optional();

/**
 * One line: who did what to which document, or what was refused to whom. The shape is closed, so that no word of a
 * document can come in: all but the person’s name is an id, a number, an instant or a word of a program.
 */
export const auditLine = z.strictObject({
  id: name,
  at: instant,
  actor: name.nullable(),
  who: z
    .string()
    .max(300)
    .refine((text) => text.isWellFormed())
    .nullable(),
  action: word,
  collection: word.nullable(),
  documentId: name.nullable(),
  outcome: z.enum(['done', 'refused']),
  code: word.nullable(),
  /** The line of a refusal that this one counts the repetitions of; null: it stands for itself. */
  again: name.nullable(),
  /** How often: 1, or how often again. */
  times: ordinal,
  /** When it happened last, where it happened more than once. */
  lastAt: instant.nullable(),
  /** The process that wrote it, by a random name; null for lines from before there was a log. */
  station: name.nullable(),
  /** Its number among the lines of that process, from 1. */
  count: ordinal.nullable(),
  /** Numbers of that process that were given to acts that did not come about: `7` or `7-9`, several with commas. */
  voided: z
    .string()
    .regex(/^\d{1,15}(?:-\d{1,15})?(?:,\d{1,15}(?:-\d{1,15})?)*$/)
    .max(2_000)
    .nullable(),
  about,
});
export type AuditLine = z.infer<typeof auditLine>;

/** Lines that a process numbered and that never came: removed, or never written, before the log could take them in. */
export const auditGap = z.strictObject({ station: name, from: ordinal, to: ordinal, noticedAt: instant });
export type AuditGap = z.infer<typeof auditGap>;

/** Lines of which only the hashes stay: the signed record that tells of it, by its number and the SHA-256 of what is signed in it. */
export const auditRemoval = z.strictObject({
  number: ordinal,
  record: z.string().regex(/^[0-9a-f]{64}$/),
  lines: ordinal,
  at: instant,
});
export type AuditRemoval = z.infer<typeof auditRemoval>;
