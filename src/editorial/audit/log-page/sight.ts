import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import type { AuditEntry } from '#audit-log/entry.ts';

const named = z.array(z.looseObject({ id: z.string() }));

/**
 * Those of some entries that a person may see. A line about a document is read under the marking of the document, which the
 * database knows; one that it does not have is seen by nobody who is not cleared for everything.
 */
export const seenBy = async (req: PayloadRequest, entries: readonly AuditEntry[]): Promise<AuditEntry[]> => {
  const ids = entries.flatMap((entry) => ('line' in entry ? [entry.line.id] : []));
  const { docs } = await req.payload.find({
    ...{ collection: 'audit', where: { id: { in: ids } }, select: {}, depth: 0, limit: 0, pagination: false },
    ...{ overrideAccess: false, user: req.user },
  });
  const seen = new Set(named.parse(docs).map(({ id }) => id));
  return entries.filter((entry) => !('line' in entry) || seen.has(entry.line.id));
};
