import type { CollectionBeforeChangeHook, CollectionConfig, Field } from 'payload';
import { writtenByMachinery } from '#collections/access-filter.ts';
import { isStudioLocale } from '#languages/locales.ts';
import { standingBehind } from '../release/standing.ts';

/** The field in which a document keeps what stays in force behind a scheduled replacement. Nobody reads or writes it. */
const standingField: Field = {
  name: 'standing',
  type: 'json',
  hidden: true,
  access: writtenByMachinery,
};

/**
 * Lets a collection with drafts remember, at each publication, what was in force: a replacement that is to appear later
 * must not take down what is being read. The copy travels with the document, so no version that was pruned is missed.
 */
export function withStanding(collection: CollectionConfig): CollectionConfig {
  const { versions, hooks, fields } = collection;
  if (typeof versions !== 'object' || !versions.drafts) return collection;
  const beforeChange = [...(hooks?.beforeChange ?? []), rememberStanding];
  return { ...collection, fields: [...fields, standingField], hooks: { ...hooks, beforeChange } };
}

const rememberStanding: CollectionBeforeChangeHook = async ({ collection, data, operation, originalDoc, req }) => {
  if (operation !== 'update' || data._status !== 'published' || !isStudioLocale(req.locale)) return data;
  const committed: unknown = await req.payload.db.findOne({
    collection: collection.slug,
    where: { id: { equals: originalDoc.id } },
    req,
  });
  const appearsAt: unknown = 'appearsAt' in data ? data.appearsAt : originalDoc.appearsAt;
  const next = appearsAt ? new Date(String(appearsAt)).toISOString() : null;
  return { ...data, standing: standingBehind(committed, req.locale, next, new Date()) };
};
