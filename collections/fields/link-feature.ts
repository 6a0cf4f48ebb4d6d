import { LinkFeature } from '@payloadcms/richtext-lexical';
import type { CollectionSlug, PayloadRequest, RelationshipField, Where } from 'payload';
import { relationship } from 'payload/shared';
import { z } from 'zod';

type Validate = NonNullable<RelationshipField['validate']>;
type Options = Parameters<Validate>[1];

const linkable = ['articles', 'events', 'places', 'topics', 'agencies', 'images'] as const;

const target = z.object({ relationTo: z.enum(linkable), value: z.string() });

/** Whether a document is there for the person who links to it; programs of ours see all. */
const isThere = async (
  req: PayloadRequest,
  { relationTo, value }: z.infer<typeof target>,
  overrideAccess: boolean,
): Promise<boolean> => {
  const collection: CollectionSlug = relationTo;
  const visible = overrideAccess || (await req.payload.collections[collection]?.config.access.read({ req }));
  if (!visible) return false;
  const named: Where = { id: { equals: value } };
  const where: Where = visible === true ? named : { and: [named, visible] };
  return (await req.payload.db.count({ collection, where, req })).totalDocs > 0;
};

/**
 * Looks for what a link leads to where the link says that it is, and only whether it is there. The stock check reads the
 * whole document, with all that hangs on it, and looks for its id in every collection, for each link of a text.
 */
const leadsSomewhere: Validate = async (value: unknown, options: Options) => {
  // The stock check is typed for fields that hold one and fields that hold many at once, which no single value is
  const sound = await relationship(value as never, { ...options, filterOptions: undefined } as never);
  if (sound !== true || options.event === 'onChange' || !value) return sound;
  const read = target.safeParse(value);
  if (read.success && (await isThere(options.req, read.data, options.overrideAccess ?? false))) return true;
  return `${options.req.t('validation:invalidSelections')} ${JSON.stringify(value)}`;
};

const withOurCheck = <F extends object>(field: F): F =>
  'name' in field && field.name === 'doc' ? { ...field, validate: leadsSomewhere } : field;

/** Links to addresses, and to documents of ours. */
export const linkFeature = () =>
  LinkFeature({
    enabledCollections: [...linkable],
    fields: ({ defaultFields }) => defaultFields.map(withOurCheck),
  });
