import type { PublicLocale } from '#languages/locales.ts';
import type { Picture } from '#record/picture.ts';
import type { ImageEdition } from '#record/records.ts';
import { chainFrom, serve } from '../projection/in-force.ts';
import { viewCropsOf } from './crops.ts';
import { imageFileName, imageHref } from './hrefs.ts';
import type { Lens } from './lens.ts';
import { viewUsage } from './usage.ts';

/** The renditions of an image under their public addresses. */
export const viewSources = (id: string, edition: ImageEdition, lens: Lens): Picture['sources'] =>
  edition.sources.map((source) => ({
    type: source.type,
    width: source.width,
    height: source.height,
    href: imageHref(lens.publicUrl, id, imageFileName(source)),
  }));

/** A picture inside another document, its words in that document's language where it has them; null when it cannot be seen. */
export const viewPicture = (id: string | null, around: PublicLocale, lens: Lens): Picture | null => {
  const record = id === null ? null : lens.record(id);
  if (record?.type !== 'image') return null;
  const served = serve(record, chainFrom(around, lens.fallback), lens.now);
  if (!served) return null;
  const { alt, credit, rights, sourceType, width, height, focus, thumbhash } = served.edition;
  return {
    id: record.id,
    language: served.locale,
    alt,
    credit,
    rights,
    ...(sourceType && { sourceType }),
    ...viewUsage(served.edition, around),
    width,
    height,
    focus,
    crops: viewCropsOf(record.id, served.edition, lens),
    thumbhash,
    sources: viewSources(record.id, served.edition, lens),
  };
};
