import { z } from 'zod';
import type { ImageRecord } from '#record/records.ts';
import type { ViewerWords } from '../../http/viewer-words.ts';
import type { IiifSource } from '../../projection/iiif-source.ts';
import { documentHref } from '../hrefs.ts';
import type { Lens } from '../lens.ts';
import { imageService, manifestHref } from './addresses.ts';
import { canvas, servedImage, viewCanvas, viewThumbnail } from './canvas.ts';
import { inLanguages, languageMap } from './language-map.ts';
import { type EditionsSeen, editionsSeen, linesOf, sharedText, usageLines } from './metadata.ts';

export const presentationContext = 'http://iiif.io/api/presentation/3/context.json';

/** A line that viewers show: before the colon, and behind it. */
export const line = z.strictObject({ label: languageMap, value: languageMap });

const seeAlso = z.strictObject({
  id: z.url(),
  type: z.literal('Dataset'),
  format: z.literal('application/json'),
  label: languageMap,
});

/** A manifest (IIIF Presentation API 3.0, 5.2): what viewers open. */
export const manifest = z
  .strictObject({
    '@context': z.literal(presentationContext),
    id: z.url(),
    type: z.literal('Manifest'),
    label: languageMap,
    summary: languageMap.optional(),
    metadata: z.array(line).meta({ description: 'Lines to show beside the picture' }),
    requiredStatement: line.optional().meta({ description: 'Viewers must show it' }),
    rights: z.string().meta({ description: 'Creative Commons licence or RightsStatements.org statement' }),
    thumbnail: z.array(servedImage),
    seeAlso: z.array(seeAlso).meta({ description: 'The same picture in `/v1`, language by language' }),
    items: z.array(canvas),
  })
  .meta({ id: 'Manifest', description: 'IIIF Presentation API 3.0: manifest' });
export type Manifest = z.infer<typeof manifest>;

const dataOf = (record: ImageRecord, editions: EditionsSeen, { publicUrl }: Lens): Manifest['seeAlso'] => {
  const locales = Object.keys(editions) as (keyof typeof editions)[];
  return locales.flatMap((locale) => {
    const edition = editions[locale];
    if (!edition) return [];
    const id = documentHref(publicUrl, locale, record.type, edition.slug);
    return [{ id, type: 'Dataset', format: 'application/json', label: { [locale]: [edition.title] } } as const];
  });
};

/** The manifest of one picture, in all languages in which it can be seen at this moment. */
export const viewManifest = (record: ImageRecord, source: IiifSource, words: ViewerWords, lens: Lens): Manifest => {
  const editions = editionsSeen(record, lens.now);
  const summary = inLanguages((locale) => editions[locale]?.caption ?? null);
  const credit = sharedText(editions, 'credit');
  const { rights } = source.words;
  return {
    '@context': presentationContext,
    id: manifestHref(lens.publicUrl, record.id),
    type: 'Manifest',
    label: inLanguages((locale) => editions[locale]?.title ?? null) ?? {},
    ...(summary && { summary }),
    metadata: [...linesOf(editions, rights, words, lens), ...usageLines(source.usage, words)],
    ...(credit && { requiredStatement: { label: words.label('credit'), value: credit } }),
    rights,
    thumbnail: [viewThumbnail(source, lens.publicUrl)],
    seeAlso: dataOf(record, editions, lens),
    items: [viewCanvas(`${imageService(lens.publicUrl, record.id)}/canvas/1`, source, lens.publicUrl)],
  };
};
