import type { CollectionBeforeChangeHook, CollectionConfig, Field } from 'payload';
import { z } from 'zod';
import { writtenByMachinery } from '#collections/access-filter.ts';
import { isStudioLocale } from '#languages/locales.ts';
import { standingAfter } from '../release/standing.ts';

/** The field in which a document keeps how each language came to be public. Nobody reads or writes it by a door. */
const standingField: Field = { name: 'standing', type: 'json', hidden: true, access: writtenByMachinery };

/**
 * Lets a collection with drafts remember, at each publication, who published what whose text, and what was in force: a
 * replacement that is to appear later must not take down what is being read. The gate judges by this memory. It travels
 * with the document, so no version that was pruned is missed, and it is not the draft's: what writers do after a
 * publication does not change how the published text came to be.
 */
export function withStanding(collection: CollectionConfig): CollectionConfig {
  const { versions, hooks, fields } = collection;
  if (typeof versions !== 'object' || !versions.drafts) return collection;
  const beforeChange = [...(hooks?.beforeChange ?? []), rememberStanding];
  return { ...collection, fields: [...fields, standingField], hooks: { ...hooks, beforeChange } };
}

const published = z.object({
  publishedBy: z.record(z.string(), z.string()).nullish().catch(null),
  authors: z.record(z.string(), z.array(z.string())).nullish().catch(null),
  lastPublished: z.record(z.string(), z.string()).nullish().catch(null),
  appearsAt: z.union([z.string(), z.date()]).nullish(),
});

const rememberStanding: CollectionBeforeChangeHook = async ({ collection, data, operation, originalDoc, req }) => {
  const { locale } = req;
  if (operation !== 'update' || data._status !== 'published' || !isStudioLocale(locale)) return data;
  const where = { id: { equals: originalDoc.id } };
  const committed: unknown = await req.payload.db.findOne({ collection: collection.slug, where, req });
  const { publishedBy, authors, lastPublished, appearsAt } = published.parse({ ...originalDoc, ...data });
  const standing = standingAfter(committed, {
    locale,
    by: publishedBy?.[locale] ?? null,
    authors: authors?.[locale] ?? [],
    appearsAt: appearsAt ? new Date(appearsAt).toISOString() : null,
    publishedAt: lastPublished?.[locale] ?? null,
    now: new Date(),
  });
  return { ...data, standing };
};
