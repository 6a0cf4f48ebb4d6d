import { z } from 'zod';
import { type StudioLocale, studioLocales, toPublicLocale } from '#languages/locales.ts';
import { cropsOf } from '#media/crops/crops.ts';
import { readCrops } from '#media/crops/set-crops.ts';
import { viewCrops } from '#media/crops/view-crops.ts';
import type { Picture } from '#record/picture.ts';
import type { PreviewSource } from './preview-source.ts';
import { localText, number, text } from './stored-kinds.ts';

const shown = z.object({
  alt: localText,
  credit: text,
  rights: text,
  thumbhash: text,
  focusX: number,
  focusY: number,
  crops: z.unknown().optional().transform(readCrops),
  master: z.object({ width: number, height: number }),
});

const widths = [640, 1280];

/**
 * A picture of the library as the renderer wants it, with addresses inside the studio.
 *
 * @param id the stand-in for its public id
 * @param imageId its id in the studio
 */
export function previewPicture(
  id: string,
  imageId: string,
  document: unknown,
  locale: StudioLocale,
  source: Pick<PreviewSource, 'imageHref'>,
): Picture | null {
  const read = shown.safeParse(document);
  if (!read.success) return null;
  const { alt, credit, rights, thumbhash, focusX, focusY, crops, master } = read.data;
  const focus: Picture['focus'] = [focusX ?? 0.5, focusY ?? 0.5];
  const width = master.width ?? 1;
  const height = master.height ?? 1;
  const language = [locale, ...studioLocales].find((one) => alt[one]) ?? locale;
  const sizes = [...new Set(widths.map((one) => Math.min(one, width)))];
  return {
    id,
    language: toPublicLocale(language),
    alt: alt[language] ?? '',
    credit: credit ?? '',
    rights: rights ?? '',
    width,
    height,
    focus,
    crops: viewCrops({ width, height }, cropsOf({ width, height }, focus, crops), () => null),
    thumbhash: thumbhash ?? '',
    sources: sizes.map((size) => ({
      type: 'image/jpeg',
      width: size,
      height: Math.max(1, Math.round((size * height) / width)),
      href: source.imageHref(imageId, size),
    })),
  };
}
