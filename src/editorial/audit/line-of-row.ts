import { z } from 'zod';
import { type AuditLine, auditLine } from '#audit-log/line.ts';
import { instant, number, text } from '../database/stored-values.ts';

const row = z.object({
  id: z.string(),
  at: instant,
  actor: text,
  who: text,
  action: z.string(),
  collection: text,
  documentId: text,
  outcome: z.string(),
  code: text,
  again: text,
  times: number,
  lastAt: instant.nullish().catch(null),
  station: text,
  count: number,
  voided: text,
  about: text,
});

/**
 * The line that a row of the database stands for; null for a row that stands for none. Its seal is no part of it, for it
 * follows the marking; nor is the tally of a refusal, which goes on for an hour and which a line of its own then repeats.
 */
export const lineOfRow = (value: unknown): AuditLine | null => {
  const read = row.safeParse(value);
  if (!read.success) return null;
  const { lastAt, times, about, ...line } = read.data;
  const counts = line.station === null || line.again !== null;
  const told = { ...line, times: (counts ? times : 1) ?? 1, lastAt: (counts ? lastAt : null) ?? null };
  return auditLine.safeParse(about === null ? told : { ...told, about }).data ?? null;
};
