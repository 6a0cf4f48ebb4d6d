import { z } from 'zod';
import type { PublicLocale } from '#languages/locales.ts';
import { publicId, publicLocale, recordType, slug } from '#record/common.ts';
import { chainFrom, serve } from '../projection/in-force.ts';
import { documentHref } from './hrefs.ts';
import type { Lens } from './lens.ts';

/** Another document, named. */
export const reference = z
  .strictObject({
    id: publicId,
    type: recordType,
    slug,
    title: z.string(),
    language: publicLocale.meta({
      description: 'Language of `title` and `slug`: that of the document around it, else the next that exists',
    }),
    href: z.url(),
  })
  .meta({ id: 'Reference', description: 'Another document, by name and address' });
export type Reference = z.infer<typeof reference>;

/**
 * Names a document that another one shows.
 * @param around language in which the document around it is served
 * @returns null when it cannot be seen in any language of the chain
 */
export const referTo = (id: string | null, around: PublicLocale, lens: Lens): Reference | null => {
  const record = id === null ? null : lens.record(id);
  const served = record && serve(record, chainFrom(around, lens.fallback), lens.now);
  if (!record || !served) return null;
  const { slug, title } = served.edition;
  return {
    id: record.id,
    type: record.type,
    slug,
    title,
    language: served.locale,
    href: documentHref(lens.publicUrl, served.locale, record.type, slug),
  };
};

/** Names all of several documents that can be seen. */
export const referToAll = (ids: readonly string[], around: PublicLocale, lens: Lens): Reference[] =>
  ids.map((id) => referTo(id, around, lens)).filter((each) => each !== null);
