import type { Payload, Where } from 'payload';
import { z } from 'zod';
import { actsOf, overTermBefore, type RetentionKind, type RetentionRule } from '../../legal/retention.ts';

const listed = Object.values(actsOf).flat();

/** Rows of a kind: `kindOfLine` as a query. */
export const rowsOfKind = (kind: RetentionKind): Where => {
  if (kind === 'refusals') return { outcome: { equals: 'refused' } };
  const done: Where = { outcome: { equals: 'done' } };
  const acts = actsOf[kind];
  return { and: [done, { action: acts ? { in: [...acts] } : { not_in: listed } }] };
};

/** Lines of a kind that are over their term at a moment. */
export interface OverTerm {
  /** They are from before this instant; null: such lines never are. */
  readonly before: string | null;
  readonly lines: number;
  readonly oldest: string | null;
}

const first = z.array(z.looseObject({ at: z.union([z.string(), z.date()]) }));

/** How many lines of a kind are over their term, as the database counts them. No clock does anything about it. */
export const overTerm = async (payload: Payload, rule: RetentionRule, now: Date): Promise<OverTerm> => {
  const limit = overTermBefore(rule, now);
  if (limit === null) return { before: null, lines: 0, oldest: null };
  const before = limit.toISOString();
  const where: Where = { and: [rowsOfKind(rule.kind), { at: { less_than: before } }] };
  const { totalDocs } = await payload.db.count({ collection: 'audit', where });
  if (totalDocs === 0) return { before, lines: 0, oldest: null };
  const { docs } = await payload.db.find({ collection: 'audit', where, sort: 'at', limit: 1, pagination: false });
  const [oldest] = first.parse(docs);
  return { before, lines: totalDocs, oldest: oldest ? new Date(oldest.at).toISOString() : null };
};
