import { randomUUID } from 'node:crypto';
import type { Payload } from 'payload';
import { z } from 'zod';
import { openSeal } from '#collections/seals.ts';
import { writeLine } from './audit-line.ts';
import type { RefusalBook, Tally } from './refusal-book.ts';

const kept = z.object({ who: z.string().nullish(), seal: z.string() });

/**
 * The line that says how often a refusal was repeated. It is read by whoever may read the first one; where that is gone, it
 * names no document.
 */
const closeOne = async (payload: Payload, { id, line, more, lastAt }: Tally, now: Date): Promise<void> => {
  const found: unknown = await payload.db.findOne({ collection: 'audit', where: { id: { equals: id } } });
  const first = kept.safeParse(found).data;
  if (!first) payload.logger.error({ line: id }, 'an audit line is gone');
  const { actor, action, collection, code } = line;
  const told = { actor, action, collection, code, documentId: first ? line.documentId : null };
  const made = { id: randomUUID(), at: now.toISOString(), lastAt: lastAt.toISOString(), times: more, again: id };
  const seen = { who: first?.who ?? null, seal: first?.seal ?? openSeal, outcome: 'refused' as const };
  await writeLine(payload, { ...made, ...told, ...seen }, null);
};

/** The tallies of hours that are over become lines, which nothing changes any more. */
export const closeTallies = async (payload: Payload, book: RefusalBook, now: Date): Promise<void> => {
  for (const tally of book.closed(now)) await closeOne(payload, tally, now);
};
