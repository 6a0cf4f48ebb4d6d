import { publicLimit } from '#media/rights/public-limit.ts';
import type { AlbumRecord, ImageRecord } from '#record/records.ts';
import type { ViewerWords } from '../http/viewer-words.ts';
import type { IiifSource } from '../projection/iiif-source.ts';
import { viewAlbumCollection, viewTopCollection } from '../views/iiif/album-collection.ts';
import { viewAlbumManifest } from '../views/iiif/album-manifest.ts';
import { albumSeen } from '../views/iiif/album-metadata.ts';
import { viewImageInfo } from '../views/iiif/info.ts';
import { viewManifest } from '../views/iiif/manifest.ts';
import { usageIn } from '../views/usage.ts';
import { exampleRecords } from './example-records.ts';
import { exampleLens as lens } from './examples.ts';

const record = exampleRecords.find((each): each is ImageRecord => each.type === 'image');

const sourceOf = ({ id, editions }: ImageRecord): IiifSource | null => {
  const [edition] = editions.en ?? [];
  if (!edition) return null;
  const { width, height, credit, creator, rights, title, alt } = edition;
  const size = { width, height };
  return {
    ...{ id, version: '', modified: edition.updatedAt, blob: '', pyramid: true, size, limit: publicLimit(size) },
    words: { credit, creator, rights, title: { en: title }, alt: { en: alt } },
    usage: usageIn(edition),
  };
};

const source = record && sourceOf(record);

/** The image information of the picture that the reference shows. */
export const exampleInfo = (): object => (source ? viewImageInfo(source, lens.publicUrl) : {});

/** Its manifest. */
export const exampleManifest = (words: ViewerWords): object =>
  record && source ? viewManifest(record, source, words, lens) : {};

const album = exampleRecords.find((each): each is AlbumRecord => each.type === 'album');
const shown = { cover: () => source ?? null, hasPictures: () => true };

/** The manifest of the album that the reference shows. */
export const exampleAlbumManifest = (words: ViewerWords): object =>
  album && source
    ? viewAlbumManifest(
        { record: album, seen: albumSeen(album, lens.now), sources: [source], cover: source },
        words,
        lens,
      )
    : {};

/** Its collection. */
export const exampleAlbumCollection = (words: ViewerWords): object =>
  (album && viewAlbumCollection(album.id, shown, words, lens)) ?? {};

/** The collection of all albums. */
export const exampleTopCollection = (words: ViewerWords): object =>
  viewTopCollection(album ? [album.id] : [], shown, words, lens);
