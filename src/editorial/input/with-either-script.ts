import type { CollectionBeforeOperationHook, CollectionConfig } from 'payload';
import { inEitherScript } from './in-either-script.ts';

const widen: CollectionBeforeOperationHook = ({ args, operation }) =>
  (operation === 'read' || operation === 'count') && 'where' in args && args.where
    ? { ...args, where: inEitherScript(args.where) }
    : args;

/** Lets lists and choosers of a collection find Chinese words whichever script they are typed in. */
export const withEitherScript = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: { ...collection.hooks, beforeOperation: [...(collection.hooks?.beforeOperation ?? []), widen] },
});
