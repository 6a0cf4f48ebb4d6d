import type { Payload, TypedUser } from 'payload';
import { z } from 'zod';
import type { PreviewSource } from '../release/preview-source.ts';

const identified = z.looseObject({ id: z.union([z.string(), z.number()]).transform(String) });

/** Finds what a previewed document refers to as the person who looks: what they may not read is not in the preview. */
export const previewSource = (payload: Payload, user: TypedUser): PreviewSource => ({
  read: async (collection, ids) => {
    const found = await payload.find({
      collection,
      where: { id: { in: [...ids] } },
      limit: ids.length,
      depth: 0,
      locale: 'all',
      fallbackLocale: false,
      draft: false,
      overrideAccess: false,
      user,
    });
    return new Map(found.docs.map((doc: unknown) => [identified.parse(doc).id, doc]));
  },
  documentHref: ({ collection, id }) => `/admin/collections/${collection}/${encodeURIComponent(id)}`,
  imageHref: (id, width) => `/api/images/${encodeURIComponent(id)}/file?width=${width}`,
});
