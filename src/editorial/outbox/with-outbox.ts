import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionConfig,
} from 'payload';
import { hasTransaction, leaveHint, subjectOf } from './hint.ts';
import { withStanding } from './with-standing.ts';

/**
 * Makes a collection speak to the gate: every write of one of its documents leaves an outbox row in the same
 * transaction. Where a database cannot be trusted to have transactions, one row goes before the write and one after it,
 * so that a crash between the two leaves at least one. With drafts, the collection also keeps what stands in force
 * behind a scheduled replacement.
 */
export function withOutbox(collection: CollectionConfig): CollectionConfig {
  const { hooks, ...rest } = withStanding(collection);
  return {
    ...rest,
    hooks: {
      ...hooks,
      beforeChange: [...(hooks?.beforeChange ?? []), beforeChange],
      afterChange: [...(hooks?.afterChange ?? []), afterChange],
      beforeDelete: [...(hooks?.beforeDelete ?? []), beforeDelete],
      afterDelete: [...(hooks?.afterDelete ?? []), afterDelete],
    },
  };
}

const beforeChange: CollectionBeforeChangeHook = async ({ collection, data, operation, originalDoc, req }) => {
  if (operation === 'update' && !hasTransaction(req))
    await leaveHint(req, subjectOf(collection.slug, originalDoc), null);
  return data;
};

const afterChange: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  await leaveHint(req, subjectOf(collection.slug, doc), req);
};

const beforeDelete: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  if (!hasTransaction(req)) await leaveHint(req, subjectOf(collection.slug, { id }), null);
};

const afterDelete: CollectionAfterDeleteHook = async ({ collection, doc, req }) => {
  await leaveHint(req, subjectOf(collection.slug, doc), req);
};
