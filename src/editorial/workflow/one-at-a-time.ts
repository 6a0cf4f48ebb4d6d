import type { CollectionBeforeOperationHook } from 'payload';
import { Failure } from '#errors/failure.ts';

/**
 * Documents are changed and deleted one at a time: Payload's bulk operations begin from the published text instead of
 * the draft, and go on when one of many is refused.
 */
export const oneAtATime: CollectionBeforeOperationHook = ({ args, operation }) => {
  const isChange = operation === 'update' || operation === 'delete';
  if (isChange && !('id' in args && args.id)) throw new Failure('forbidden');
  return args;
};
