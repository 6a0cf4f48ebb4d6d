import type { PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { approvedText } from '../workflow/approved-text.ts';
import type { TextName } from './launch-store.ts';

const relation = z.union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)]);

const stored = z.object({
  id: z.string(),
  locale: z.enum(studioLocales),
  reviewer: relation,
  at: z.union([z.string(), z.date()]).transform((value) => new Date(value).toISOString()),
  revision: z.number(),
  approved: approvedText,
});

/** A text of one language that somebody has approved of, as it stood then. */
export type Approval = z.infer<typeof stored>;

/**
 * What was approved last in each language. Reviews that were settled by a publication hold no text, and are none.
 */
export const approvalsOf = async (
  req: Pick<PayloadRequest, 'payload'>,
  { collection, id }: TextName,
): Promise<Map<StudioLocale, Approval>> => {
  const where: Where = {
    and: [{ documentId: { equals: id } }, { collection: { equals: collection } }, { state: { equals: 'approved' } }],
  };
  const { docs } = await req.payload.db.find({ collection: 'reviews', where, limit: 0, pagination: false, sort: 'at' });
  const found = new Map<StudioLocale, Approval>();
  for (const doc of docs) {
    const read = stored.safeParse(doc);
    if (read.success) found.set(read.data.locale, read.data);
  }
  return found;
};
