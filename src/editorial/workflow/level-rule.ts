import type { PayloadRequest } from 'payload';
import { covers } from '#access/decide.ts';
import { isAtLeast, joinOf, type Marking, rankOf } from '#access/level.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import { Failure } from '#errors/failure.ts';
import { markingsOf } from './marking-store.ts';
import { isMarkedCollection, type MarkedCollection, type Reference } from './references.ts';

const idsByCollection = (references: readonly Reference[]): Map<string, Set<string>> => {
  const found = new Map<string, Set<string>>();
  for (const { collection, id } of references) found.set(collection, (found.get(collection) ?? new Set()).add(id));
  return found;
};

/**
 * Sees to it that a document is marked at least as high as everything that it shows or links to, and that all of it is
 * there. What the person may not know of is answered exactly like what does not exist.
 *
 * @param marking of the document itself
 * @throws Failure `field-invalid` for a reference that leads nowhere, `level-below-content`
 */
export const checkReferences = async (
  req: PayloadRequest,
  references: readonly Reference[],
  marking: Marking,
): Promise<void> => {
  for (const [collection, ids] of idsByCollection(references)) {
    if (isMarkedCollection(collection)) await checkMarked(req, collection, [...ids], marking);
    else await checkThere(req, collection, [...ids]);
  }
};

const nowhere = (collection: string) => new Failure('field-invalid', { field: fieldOf[collection] ?? 'body' });
const fieldOf: Record<string, string> = {
  images: 'cover',
  topics: 'topics',
  places: 'places',
  agencies: 'agency',
  rights: 'rightsRecord',
  consents: 'consents',
};

const checkMarked = async (
  req: PayloadRequest,
  collection: MarkedCollection,
  ids: readonly string[],
  marking: Marking,
): Promise<void> => {
  const viewer = viewerOf(req.user);
  const found = await markingsOf(req, collection, ids);
  const shown = ids.map((id) => {
    const one = found.get(id);
    if (!one || (viewer && !covers(viewer, one))) throw nowhere(collection);
    return one;
  });
  const highest = joinOf(shown);
  if (!isAtLeast(marking, highest)) throw new Failure('level-below-content', { level: highest.level });
};

/**
 * Sees to it that nothing which a text refers to is marked higher than what may become public with it.
 * @throws Failure `publish-reference-hidden`
 */
export const checkReferencesPublic = async (req: PayloadRequest, references: readonly Reference[]): Promise<void> => {
  for (const [collection, ids] of idsByCollection(references)) {
    if (!isMarkedCollection(collection)) continue;
    for (const { level, compartments } of (await markingsOf(req, collection, [...ids])).values())
      if (rankOf(level) > rankOf('internal') || compartments.length > 0)
        throw new Failure('publish-reference-hidden', { level });
  }
};

const open = new Set(['topics', 'places', 'agencies', 'rights', 'consents']);

const checkThere = async (req: PayloadRequest, collection: string, ids: readonly string[]): Promise<void> => {
  if (!open.has(collection)) throw nowhere(collection);
  const where = { id: { in: [...ids] } };
  const { totalDocs } = await req.payload.db.count({ collection: collection as 'topics', where, req });
  if (totalDocs < ids.length) throw nowhere(collection);
};
