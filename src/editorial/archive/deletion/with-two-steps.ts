import type {
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  CollectionConfig,
  PayloadRequest,
} from 'payload';
import { decide } from '#access/decide.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import { Failure } from '#errors/failure.ts';
import { holdOn } from './holds.ts';

/** Name under which a confirmed deletion tells Payload's own operation that it may go on. */
const key = 'deletionConfirmed';

/** Says within a request that the deletion of this picture was confirmed. */
export const letDelete = (req: PayloadRequest, picture: string): void => {
  req.context[key] = picture;
};

const steps = ['ask-deletion', 'confirm-deletion'] as const;

/**
 * Nobody deletes a picture by Payload's own operations, programs of ours neither. Whoever has a part in a deletion is told that
 * it takes two; everybody else has no right to delete at all. Said before anything is looked up, so that it tells nothing of
 * what is there.
 */
const refuseOneStep: CollectionBeforeOperationHook = ({ args, operation, req, overrideAccess }) => {
  if (operation !== 'delete') return args;
  if ('id' in args && args.id && req.context[key] === args.id) return args;
  const viewer = viewerOf(req.user);
  const hasPart = steps.some((step) => !('refuse' in decide(viewer, step, { kind: 'image' })));
  if (overrideAccess || hasPart) throw new Failure('deletion-two-steps');
  return args;
};

/** What is held stays, whoever confirmed what. */
const refuseHeld: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (await holdOn(req, String(id))) throw new Failure('deletion-held');
};

/** Makes a collection of pictures one from which nothing goes but by two people. */
export const withTwoSteps = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeOperation: [...(collection.hooks?.beforeOperation ?? []), refuseOneStep],
    beforeDelete: [refuseHeld, ...(collection.hooks?.beforeDelete ?? [])],
  },
});
