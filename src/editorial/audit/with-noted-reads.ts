import type { CollectionAfterOperationHook, CollectionConfig } from 'payload';
import { z } from 'zod';
import { isMarkedCollection } from '../workflow/references.ts';
import { type Look, noteReads } from './note-reads.ts';
import { isUnshown } from './unshown.ts';

const id = z.union([z.string(), z.looseObject({ id: z.string() }).transform((document) => document.id)]);
const one = z.looseObject({ id: z.string() }).transform((document) => [document.id]);
const many = z
  .object({ docs: z.array(z.looseObject({ id: z.string() })) })
  .transform(({ docs }) => docs.map((document) => document.id));
const version = z.looseObject({ parent: id }).transform(({ parent }) => [parent]);
const versions = z
  .object({ docs: z.array(z.looseObject({ parent: id })) })
  .transform(({ docs }) => docs.map(({ parent }) => parent));

/** Operations that show documents, how, and of which documents their result speaks. */
const shows: Readonly<Record<string, { readonly look: Look; readonly ids: z.ZodType<string[]> }>> = {
  findByID: { look: 'open', ids: one },
  // A save answers with the document
  updateByID: { look: 'open', ids: one },
  find: { look: 'glance', ids: many },
  findVersionByID: { look: 'open', ids: version },
  findVersions: { look: 'glance', ids: versions },
};

/** Key of a request's context by which a small picture is asked for, not the record. */
export const atAGlance = 'atAGlance';

const afterOperation: CollectionAfterOperationHook = async ({ collection, operation, overrideAccess, req, result }) => {
  const shown = shows[operation];
  if (!shown || overrideAccess || !req.user || isUnshown(req) || !isMarkedCollection(collection.slug)) return result;
  const read = shown.ids.safeParse(result);
  const look = req.context[atAGlance] === true ? 'glance' : shown.look;
  if (read.success) await noteReads(req, collection.slug, read.data, look);
  return result;
};

/** Lets whatever shows a document of this collection to somebody, through whichever door, leave a line. */
export const withNotedReads = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    afterOperation: [...(collection.hooks?.afterOperation ?? []), afterOperation],
  },
});
