import type { CollectionBeforeOperationHook, CollectionConfig } from 'payload';
import { z } from 'zod';
import { checkFields } from './check-fields.ts';
import { checkSort, checkWhere } from './check-query.ts';
import { clean } from './clean.ts';

const withData = z.looseObject({ data: z.record(z.string(), z.unknown()) });
const query = z.looseObject({ where: z.unknown().optional(), sort: z.unknown().optional() });

const cleanData = (data: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).map(([key, value]) => [key, clean(value, key.slice(0, 60))]));

const look: CollectionBeforeOperationHook = ({ args, collection, operation }) => {
  const { where, sort } = query.parse(args);
  checkWhere(where);
  checkSort(sort);
  if (operation !== 'create' && operation !== 'update') return args;
  const read = withData.safeParse(args);
  if (!read.success) return args;
  const data = cleanData(read.data.data);
  checkFields(collection.flattenedFields, data);
  return { ...args, data };
};

/** Makes a collection look at everything that comes in, whichever door it comes through, before anything is done with it. */
export const withInputRules = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: { ...collection.hooks, beforeOperation: [look, ...(collection.hooks?.beforeOperation ?? [])] },
});
