import type { CollectionBeforeOperationHook, CollectionConfig, PayloadRequest } from 'payload';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { isStudioLocale, studioLocales } from '#languages/locales.ts';
import { checkFields } from './check-fields.ts';
import { checkSortPaths, checkWherePaths, groundOf } from './check-paths.ts';
import { checkPaging, checkSort, checkWhere } from './check-query.ts';
import { clean } from './clean.ts';

const withData = z.looseObject({ data: z.record(z.string(), z.unknown()) });
const anything = z.unknown().optional();
const query = z.looseObject({
  where: anything,
  sort: anything,
  limit: anything,
  page: anything,
  overrideAccess: anything,
});

const cleanData = (data: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).map(([key, value]) => [key, clean(value, key.slice(0, 60))]));

/** A read that names no language is in the studio's first; Payload would leave out every localised field. */
const settleLocale = (req: PayloadRequest): void => {
  const locale: unknown = req.locale;
  if (!locale) req.locale = studioLocales[0];
  else if (locale !== 'all' && !isStudioLocale(locale)) throw new Failure('parameter-invalid', { parameter: 'locale' });
};

const look: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  if (operation !== 'create' && operation !== 'update') settleLocale(req);
  const { where, sort, limit, page, overrideAccess } = query.parse(args);
  checkWhere(where);
  checkSort(sort);
  checkPaging(limit, page);
  // Programs of ours, which read past the rules, ask about the machinery's own fields
  if (overrideAccess !== true && (where || sort)) {
    const ground = groundOf(req, collection);
    checkWherePaths(ground, where);
    checkSortPaths(ground, sort);
  }
  if (operation !== 'create' && operation !== 'update') return args;
  const read = withData.safeParse(args);
  if (!read.success) throw new Failure('body-malformed');
  const data = cleanData(read.data.data);
  checkFields(collection.flattenedFields, data);
  return { ...args, data };
};

/** Makes a collection look at everything that comes in, whichever door it comes through, before anything is done with it. */
export const withInputRules = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: { ...collection.hooks, beforeOperation: [look, ...(collection.hooks?.beforeOperation ?? [])] },
});
