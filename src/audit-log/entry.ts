import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { type AuditGap, type AuditLine, type AuditRemoval, auditGap, auditLine, auditRemoval } from './line.ts';

const link = z.string().regex(/^[0-9a-f]{64}$/);
const place = { n: z.int().positive(), previous: link.nullable(), v: z.literal(1) };
const entry = z.union([
  z.strictObject({ line: auditLine, ...place }),
  z.strictObject({ gap: auditGap, ...place }),
  z.strictObject({ removal: auditRemoval, ...place }),
]);

/** What an entry says. */
export type EntryContent =
  | { readonly line: AuditLine }
  | { readonly gap: AuditGap }
  | { readonly removal: AuditRemoval };
/** What it says, at its place: the number from 1, and the SHA-256 of the entry before it. */
export type AuditEntry = EntryContent & { readonly n: number; readonly previous: string | null; readonly v: 1 };

/** Members in the order of their names: for this shape that is RFC 8785, and several times faster than doing it for any. */
const lineJson = (line: AuditLine): string =>
  JSON.stringify({
    about: line.about,
    action: line.action,
    actor: line.actor,
    again: line.again,
    at: line.at,
    code: line.code,
    collection: line.collection,
    count: line.count,
    documentId: line.documentId,
    id: line.id,
    lastAt: line.lastAt,
    outcome: line.outcome,
    station: line.station,
    times: line.times,
    voided: line.voided,
    who: line.who,
  });

const gapJson = ({ from, noticedAt, station, to }: AuditGap): string =>
  JSON.stringify({ from, noticedAt, station, to });

const removalJson = ({ at, lines, number, record }: AuditRemoval): string =>
  JSON.stringify({ at, lines, number, record });

/** Members in the order of their names, here too. */
const bytesText = (content: EntryContent, n: number, previous: string | null): string => {
  const link = JSON.stringify(previous);
  if ('removal' in content) return `{"n":${n},"previous":${link},"removal":${removalJson(content.removal)},"v":1}`;
  const said = 'line' in content ? `"line":${lineJson(content.line)}` : `"gap":${gapJson(content.gap)}`;
  return `{${said},"n":${n},"previous":${link},"v":1}`;
};

/** An entry as canonical JSON (RFC 8785) in UTF-8: the bytes that are chained and that are a leaf of the tree. No line end. */
export const entryBytes = (content: EntryContent, n: number, previous: string | null): Buffer =>
  Buffer.from(bytesText(content, n, previous), 'utf8');

const parsed = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (cause) {
    throw new Failure('audit-entry-malformed', {}, { cause });
  }
};

/**
 * Reads an entry.
 * @throws Failure `audit-entry-malformed` for another shape, and for the same written in another way
 */
export const readEntry = (bytes: Buffer): AuditEntry => {
  const read = entry.safeParse(parsed(bytes));
  if (!read.success) throw new Failure('audit-entry-malformed', {}, { cause: read.error });
  if (entryBytes(read.data, read.data.n, read.data.previous).compare(bytes) !== 0)
    throw new Failure('audit-entry-malformed');
  return read.data;
};
