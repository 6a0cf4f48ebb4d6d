import { z } from 'zod';
import type { AlbumRecord } from '#record/records.ts';
import type { ViewerWords } from '../../http/viewer-words.ts';
import type { IiifSource } from '../../projection/iiif-source.ts';
import { documentHref } from '../hrefs.ts';
import type { Lens } from '../lens.ts';
import { albumCollectionHref, albumManifestHref } from './addresses.ts';
import { type AlbumSeen, sharedOf, summariesOf, titlesOf } from './album-metadata.ts';
import { canvas, viewCanvas, viewThumbnail } from './canvas.ts';
import { languageMap } from './language-map.ts';
import { line, manifest, presentationContext } from './manifest.ts';
import { usageLines } from './metadata.ts';

/** A picture in its place, with what is owed when it is shown: pictures of one album may come from many hands. */
export const albumCanvas = canvas
  .extend({
    requiredStatement: line.meta({ description: 'Viewers must show it with this picture' }),
    rights: manifest.shape.rights,
    metadata: z.array(line).optional().meta({ description: 'What it may be used for and where, if that is limited' }),
    thumbnail: manifest.shape.thumbnail,
  })
  .meta({ id: 'AlbumCanvas' });

/** The manifest of an album (IIIF Presentation API 3.0, 5.2). */
export const albumManifest = manifest
  .omit({ metadata: true, rights: true })
  .extend({
    metadata: z.array(line),
    rights: manifest.shape.rights.optional().meta({ description: 'Where all pictures have the same' }),
    partOf: z.array(z.strictObject({ id: z.url(), type: z.literal('Collection'), label: languageMap })),
    items: z.array(albumCanvas),
  })
  .meta({ id: 'AlbumManifest', description: 'IIIF Presentation API 3.0: manifest of an album' });
export type AlbumManifest = z.infer<typeof albumManifest>;

const dataOf = (record: AlbumRecord, seen: AlbumSeen, { publicUrl }: Lens): AlbumManifest['seeAlso'] => {
  const locales = Object.keys(seen) as (keyof typeof seen)[];
  return locales.flatMap((locale) => {
    const edition = seen[locale];
    if (!edition) return [];
    const id = documentHref(publicUrl, locale, record.type, edition.slug);
    return [{ id, type: 'Dataset', format: 'application/json', label: { [locale]: [edition.title] } } as const];
  });
};

/** Each credit once, in the order in which they come. */
const creditsOf = (sources: readonly IiifSource[]): string[] => [
  ...new Set(sources.map(({ words }) => words.credit).filter((credit) => credit !== '')),
];

const agencyOf = (seen: AlbumSeen, words: ViewerWords, lens: Lens): AlbumManifest['metadata'] => {
  const agency = sharedOf(seen)?.agency ?? null;
  const record = agency === null ? null : lens.record(agency);
  if (record?.type !== 'agency') return [];
  const names = Object.entries(record.editions).map(([locale, editions]) => [locale, [editions.at(-1)?.title ?? '']]);
  return [{ label: words.label('agency'), value: Object.fromEntries(names) }];
};

/** What a manifest is made of. */
export interface AlbumShown {
  readonly record: AlbumRecord;
  readonly seen: AlbumSeen;
  /** Its pictures in order, as many as a manifest holds. */
  readonly sources: readonly IiifSource[];
  /** The picture that stands for it. */
  readonly cover: IiifSource | null;
}

/** The collection in which a manifest stands: that of the album itself, which has what is below it as well. */
const partOf = ({ record, seen }: AlbumShown, { publicUrl }: Lens): AlbumManifest['partOf'] => [
  { id: albumCollectionHref(publicUrl, record.id), type: 'Collection', label: titlesOf(seen) },
];

const placedIn = (id: string, source: IiifSource, words: ViewerWords, { publicUrl }: Lens) => {
  const usage = usageLines(source.usage, words);
  return {
    ...viewCanvas(`${id}/canvas/${source.id}`, source, publicUrl),
    requiredStatement: { label: words.label('credit'), value: { none: [source.words.credit] } },
    rights: source.words.rights,
    ...(usage.length > 0 && { metadata: usage }),
    thumbnail: [viewThumbnail(source, publicUrl)],
  };
};

/** The manifest of an album, in all languages in which it can be seen at this moment. */
export const viewAlbumManifest = (shown: AlbumShown, words: ViewerWords, lens: Lens): AlbumManifest => {
  const { record, seen, sources, cover } = shown;
  const id = albumManifestHref(lens.publicUrl, record.id);
  const summary = summariesOf(seen);
  const [credits, rights] = [creditsOf(sources), new Set(sources.map(({ words: { rights: one } }) => one))];
  const [only] = rights;
  return {
    '@context': presentationContext,
    id,
    type: 'Manifest',
    label: titlesOf(seen),
    ...(summary && { summary }),
    metadata: agencyOf(seen, words, lens),
    ...(credits.length > 0 && { requiredStatement: { label: words.label('credit'), value: { none: credits } } }),
    ...(only !== undefined && rights.size === 1 && { rights: only }),
    thumbnail: cover ? [viewThumbnail(cover, lens.publicUrl)] : [],
    seeAlso: dataOf(record, seen, lens),
    partOf: partOf(shown, lens),
    items: sources.map((source) => placedIn(id, source, words, lens)),
  };
};
