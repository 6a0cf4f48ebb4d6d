import { z } from 'zod';
import { imageUse, publicId, publicLocale } from './common.ts';

/** One rendition of a picture under its public address. */
export const pictureSource = z.strictObject({
  type: z.enum(['image/webp', 'image/jpeg']),
  width: z.int().positive().meta({ example: 640 }),
  height: z.int().positive().meta({ example: 427 }),
  href: z.url().meta({ description: 'Absolute address of the file' }),
});

const fraction = z.number().min(0).max(1);

/** What a page shows of a picture in one shape. */
export const pictureCrop = z
  .strictObject({
    x: fraction.meta({ description: 'Left edge, as a fraction of the width', example: 0.125 }),
    y: fraction.meta({ description: 'Upper edge, as a fraction of the height', example: 0 }),
    width: fraction.meta({ example: 0.75 }),
    height: fraction.meta({ example: 1 }),
    set: z.boolean().meta({ description: 'Whether a person has set it; otherwise it follows from `focus`' }),
    href: z.url().nullable().meta({
      description:
        'The part as a file (IIIF Image API 3.0), as large as the picture is public. For another width put `640,` in the place of `max`. Null only where nothing is cut, as in a preview',
    }),
  })
  .meta({ id: 'Crop', description: 'A part of a picture in one shape, as fractions of its width and height' });
export type PictureCrop = z.infer<typeof pictureCrop>;

/** By shape, as width to height. */
export const pictureCrops = z
  .strictObject({ '16:9': pictureCrop, '4:3': pictureCrop, '1:1': pictureCrop, '9:16': pictureCrop })
  .meta({ id: 'Crops', description: 'What to show of the picture in each shape: width to height' });
export type PictureCrops = z.infer<typeof pictureCrops>;

/** How a picture may be used, as answers tell it. */
export const pictureUsage = {
  uses: z.array(imageUse).meta({
    description:
      'What the picture may be used for; what is not named is not allowed. `web`: pages and apps, `print`: newspapers, books, posters, `social`: social media, `commercial`: advertising and whatever is sold',
    example: ['web', 'print'],
  }),
  territories: z
    .array(
      z.strictObject({
        code: z
          .string()
          .regex(/^[A-Z]{2}$/)
          .nullable()
          .meta({ description: 'ISO 3166-1 alpha-2; null: it has none, and `name` is as somebody has written it' }),
        name: z.string().meta({ description: 'In the language of the document' }),
      }),
    )
    .meta({
      description: 'Where it may be shown. This server does not know where a reader is: please see to it yourself',
      example: [{ code: 'VN', name: 'Vietnam' }],
    }),
  usageText: z.string().meta({
    description: '`uses` and `territories` as sentences, in the language of the document',
    example: 'Allowed: web and print. Not allowed: social media and commercial use. Only in: Vietnam.',
  }),
};

/** A picture as a page shows it: words in one language, renditions under their public addresses. */
export const picture = z
  .strictObject({
    id: publicId,
    language: publicLocale.meta({ description: 'Language of `alt`; that of the document where the picture has it' }),
    alt: z.string().meta({ description: 'What can be seen, for those who cannot see it' }),
    credit: z.string().meta({ description: 'Please show it: most licences ask for it' }),
    rights: z.string().meta({
      description: 'Creative Commons licence or RightsStatements.org statement',
      example: 'http://creativecommons.org/licenses/by/4.0/',
    }),
    sourceType: z.string().optional().meta({
      description:
        'How the picture came to be, where somebody has said so: a term of the IPTC’s digital source types (http://cv.iptc.org/newscodes/digitalsourcetype/), for example `digitalCapture` or `trainedAlgorithmicMedia`',
      example: 'compositeCapture',
    }),
    uses: pictureUsage.uses.optional(),
    territories: pictureUsage.territories.optional(),
    usageText: pictureUsage.usageText.optional(),
    width: z.int().positive(),
    height: z.int().positive(),
    focus: z
      .tuple([z.number(), z.number()])
      .meta({ description: 'Point of interest as fractions of width and height, for cropping', example: [0.5, 0.4] }),
    crops: pictureCrops,
    thumbhash: z.string().meta({ description: 'ThumbHash in base64: a blurred preview in about 30 bytes' }),
    sources: z.array(pictureSource),
  })
  .meta({ id: 'Picture', description: 'A picture with the words and addresses that a page needs' });
export type Picture = z.infer<typeof picture>;
