import { z } from 'zod';
import { sizeOf } from '#media/iiif/plan.ts';
import type { Size } from '#media/sizes/renditions.ts';
import type { IiifSource } from '../../projection/iiif-source.ts';
import { imageService } from './addresses.ts';
import { inLanguages, languageMap } from './language-map.ts';

const service = z.strictObject({ id: z.url(), type: z.literal('ImageService3'), profile: z.literal('level2') });

/** A picture as it can be fetched whole, with the service that gives parts and other sizes. */
export const servedImage = z
  .strictObject({
    id: z.url(),
    type: z.literal('Image'),
    format: z.literal('image/jpeg'),
    width: z.int().positive(),
    height: z.int().positive(),
    service: z.array(service),
  })
  .meta({ id: 'ServedImage' });
export type ServedImage = z.infer<typeof servedImage>;

const annotation = z.strictObject({
  id: z.url(),
  type: z.literal('Annotation'),
  motivation: z.literal('painting'),
  body: servedImage,
  target: z.url(),
});

/** One picture in its place: what every manifest is made of (IIIF Presentation API 3.0, 5.3). */
export const canvas = z
  .strictObject({
    id: z.url(),
    type: z.literal('Canvas'),
    label: languageMap,
    summary: languageMap.optional().meta({ description: 'What can be seen, for those who cannot see it' }),
    width: z.int().positive(),
    height: z.int().positive(),
    items: z.array(z.strictObject({ id: z.url(), type: z.literal('AnnotationPage'), items: z.array(annotation) })),
  })
  .meta({ id: 'Canvas' });
export type Canvas = z.infer<typeof canvas>;

const served = (source: IiifSource, { width, height }: Size, publicUrl: string): ServedImage => {
  const id = imageService(publicUrl, source.id);
  const isWhole = width === source.size.width && height === source.size.height;
  return {
    id: `${id}/full/${isWhole ? 'max' : `${width},${height}`}/0/default.jpg`,
    type: 'Image',
    format: 'image/jpeg',
    ...{ width, height },
    service: [{ id, type: 'ImageService3', profile: 'level2' }],
  };
};

/** Pixels at the most on each side. */
const thumbnailSide = 400;

/** A small copy for lists of manifests. */
export const viewThumbnail = (source: IiifSource, publicUrl: string): ServedImage => {
  const inside = { kind: 'inside', width: thumbnailSide, height: thumbnailSide, larger: false } as const;
  return served(source, sizeOf(source.size, inside, source.limit) ?? source.size, publicUrl);
};

/** @param id of the canvas: each manifest that shows the picture has one of its own */
export const viewCanvas = (id: string, source: IiifSource, publicUrl: string): Canvas => {
  const alt = inLanguages((locale) => source.words.alt[locale] ?? null);
  return {
    id,
    type: 'Canvas',
    label: inLanguages((locale) => source.words.title[locale] ?? null) ?? {},
    ...(alt && { summary: alt }),
    ...source.size,
    items: [
      {
        id: `${id}/page`,
        type: 'AnnotationPage',
        items: [
          {
            id: `${id}/page/image`,
            type: 'Annotation',
            motivation: 'painting',
            body: served(source, source.size, publicUrl),
            target: id,
          },
        ],
      },
    ],
  };
};
