import { z } from 'zod';
import type { ViewerWords } from '../../http/viewer-words.ts';
import type { IiifSource } from '../../projection/iiif-source.ts';
import type { Lens } from '../lens.ts';
import { albumCollectionHref, albumManifestHref, topCollectionHref } from './addresses.ts';
import { type AlbumSeen, albumIn, sharedOf, summariesOf, titlesOf } from './album-metadata.ts';
import { servedImage, viewThumbnail } from './canvas.ts';
import { languageMap } from './language-map.ts';
import { presentationContext } from './manifest.ts';

const item = z.strictObject({
  id: z.url(),
  type: z.enum(['Collection', 'Manifest']),
  label: languageMap,
  thumbnail: z.array(servedImage).optional(),
});
type Item = z.infer<typeof item>;

/** A collection (IIIF Presentation API 3.0, 5.1): albums by the tree, each with its own pictures as a manifest. */
export const albumCollection = z
  .strictObject({
    '@context': z.literal(presentationContext),
    id: z.url(),
    type: z.literal('Collection'),
    label: languageMap,
    summary: languageMap.optional(),
    thumbnail: z.array(servedImage).optional(),
    partOf: z.array(z.strictObject({ id: z.url(), type: z.literal('Collection'), label: languageMap })).optional(),
    items: z.array(item).meta({ description: 'Manifests of pictures, and collections of what stands below' }),
  })
  .meta({ id: 'AlbumCollection', description: 'IIIF Presentation API 3.0: collection of albums' });
export type AlbumCollection = z.infer<typeof albumCollection>;

/** What is known of albums beside their records. */
export interface AlbumsShown {
  /** Whether a picture of it can be seen. */
  hasPictures(id: string): boolean;
  /** The picture that stands for it. */
  cover(id: string): IiifSource | null;
}

const thumbnailOf = (cover: IiifSource | null, { publicUrl }: Lens) =>
  cover ? { thumbnail: [viewThumbnail(cover, publicUrl)] } : {};

const childrenOf = (id: string, lens: Lens): string[] =>
  lens.album.children(id).filter((child) => albumIn(lens, child) !== null);

const first = (label: z.infer<typeof languageMap>): string => Object.values(label)[0]?.[0] ?? '';

const byLabel = (one: Item, other: Item): number =>
  first(one.label).localeCompare(first(other.label), 'vi', { numeric: true });

/** An album in a list: with what stands below it as a collection, without as the manifest of its pictures. */
const itemOf = (id: string, shown: AlbumsShown, lens: Lens): Item[] => {
  const album = albumIn(lens, id);
  if (!album) return [];
  // A manifest has a canvas at least: what is empty is a collection of nothing
  const isLeaf = childrenOf(id, lens).length === 0 && shown.hasPictures(id);
  return [
    {
      id: isLeaf ? albumManifestHref(lens.publicUrl, id) : albumCollectionHref(lens.publicUrl, id),
      type: isLeaf ? 'Manifest' : 'Collection',
      label: titlesOf(album.seen),
      ...thumbnailOf(shown.cover(id), lens),
    },
  ];
};

const itemsOf = (ids: readonly string[], shown: AlbumsShown, lens: Lens): Item[] =>
  ids.flatMap((id) => itemOf(id, shown, lens)).sort(byLabel);

const above = (seen: AlbumSeen, words: ViewerWords, lens: Lens): NonNullable<AlbumCollection['partOf']> => {
  const parent = sharedOf(seen)?.parent ?? null;
  const album = parent === null ? null : albumIn(lens, parent);
  const top = { id: topCollectionHref(lens.publicUrl), label: words.label('albums') };
  const one =
    parent !== null && album ? { id: albumCollectionHref(lens.publicUrl, parent), label: titlesOf(album.seen) } : top;
  return [{ ...one, type: 'Collection' }];
};

/** An album with its own pictures and what stands below it. @returns null where it cannot be seen */
export const viewAlbumCollection = (
  id: string,
  shown: AlbumsShown,
  words: ViewerWords,
  lens: Lens,
): AlbumCollection | null => {
  const album = albumIn(lens, id);
  if (!album) return null;
  const { seen } = album;
  const summary = summariesOf(seen);
  const cover = thumbnailOf(shown.cover(id), lens);
  const own: Item = {
    ...{ id: albumManifestHref(lens.publicUrl, id), type: 'Manifest', label: titlesOf(seen), ...cover },
  };
  return {
    '@context': presentationContext,
    id: albumCollectionHref(lens.publicUrl, id),
    type: 'Collection',
    label: titlesOf(seen),
    ...(summary && { summary }),
    ...cover,
    partOf: above(seen, words, lens),
    items: [...(shown.hasPictures(id) ? [own] : []), ...itemsOf(childrenOf(id, lens), shown, lens)],
  };
};

/** All albums above which there is none, as one collection. */
export const viewTopCollection = (
  roots: readonly string[],
  shown: AlbumsShown,
  words: ViewerWords,
  lens: Lens,
): AlbumCollection => ({
  '@context': presentationContext,
  id: topCollectionHref(lens.publicUrl),
  type: 'Collection',
  label: words.label('albums'),
  items: itemsOf(roots, shown, lens),
});
