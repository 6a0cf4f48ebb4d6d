import { z } from 'zod';
import { cheapSizes, scaleFactors, tileSide } from '#media/iiif/offer.ts';
import type { IiifSource } from '../../projection/iiif-source.ts';
import { imageService, manifestHref } from './addresses.ts';
import { inLanguages, languageMap } from './language-map.ts';

export const imageContext = 'http://iiif.io/api/image/3/context.json';

const size = z.strictObject({ width: z.int().positive(), height: z.int().positive() });

const extras = {
  extraQualities: ['color', 'gray', 'bitonal'],
  extraFormats: ['webp'],
  extraFeatures: ['canonicalLinkHeader', 'mirroring', 'profileLinkHeader', 'rotationArbitrary', 'sizeUpscaling'],
};

/** What a picture’s image service says of itself (IIIF Image API 3.0, 5). */
export const imageInfo = z
  .strictObject({
    '@context': z.literal(imageContext),
    id: z.url().meta({ description: 'Base address of the service' }),
    type: z.literal('ImageService3'),
    protocol: z.literal('http://iiif.io/api/image'),
    profile: z.literal('level2'),
    width: z.int().positive(),
    height: z.int().positive(),
    maxWidth: z.int().positive().meta({ description: 'No answer is wider' }),
    maxHeight: z.int().positive().meta({ description: 'No answer is higher' }),
    maxArea: z.int().positive().meta({ description: 'No answer has more pixels' }),
    sizes: z.array(size).meta({ description: 'Whole pictures that come cheaply' }),
    tiles: z.array(z.strictObject({ width: z.int().positive(), scaleFactors: z.array(z.int().positive()) })),
    rights: z.string().meta({ description: 'Creative Commons licence or RightsStatements.org statement' }),
    extraQualities: z.array(z.string()),
    extraFormats: z.array(z.string()),
    extraFeatures: z.array(z.string()),
    partOf: z
      .array(z.strictObject({ id: z.url(), type: z.literal('Manifest'), label: languageMap }))
      .meta({ description: 'The manifest that tells what the picture shows' }),
  })
  .meta({ id: 'ImageInfo', description: 'IIIF Image API 3.0: image information' });
export type ImageInfo = z.infer<typeof imageInfo>;

export const viewImageInfo = (source: IiifSource, publicUrl: string): ImageInfo => ({
  '@context': imageContext,
  id: imageService(publicUrl, source.id),
  type: 'ImageService3',
  protocol: 'http://iiif.io/api/image',
  profile: 'level2',
  ...source.size,
  ...source.limit,
  sizes: cheapSizes(source.size, source.limit),
  tiles: [{ width: tileSide, scaleFactors: scaleFactors(source.size) }],
  rights: source.words.rights,
  ...extras,
  partOf: [
    {
      id: manifestHref(publicUrl, source.id),
      type: 'Manifest',
      label: inLanguages((locale) => source.words.title[locale] ?? null) ?? {},
    },
  ],
});
