import type { PublicLocale } from '#languages/locales.ts';
import type { RecordType } from '#record/common.ts';

const collections: Record<RecordType, string> = {
  article: 'articles',
  event: 'events',
  image: 'images',
  place: 'places',
  topic: 'topics',
  agency: 'agencies',
  album: 'albums',
};

/** Name of a type's collection in paths. */
export const collectionOf = (type: RecordType): string => collections[type];

/** Absolute address of a document. `key` is its slug in that language, or its id. */
export const documentHref = (publicUrl: string, locale: PublicLocale, type: RecordType, key: string): string =>
  `${publicUrl}/v1/${locale}/${collections[type]}/${key}`;

/** Absolute address of the list of an album's pictures in its order. */
export const albumImagesHref = (publicUrl: string, locale: PublicLocale, album: string): string =>
  `${publicUrl}/v1/${locale}/images?album=${album}&sort=album`;

const endings = { 'image/webp': 'webp', 'image/jpeg': 'jpg' } as const;

/** File name of a rendition: changes with its bytes. */
export const imageFileName = (source: { type: keyof typeof endings; width: number; blob: string }): string =>
  `${source.width}w-${source.blob.slice(0, 16)}.${endings[source.type]}`;

export const imageHref = (publicUrl: string, id: string, name: string): string => `${publicUrl}/images/${id}/${name}`;

/** Where a picture is offered as a file to keep. Its name is the picture’s address in the language served. */
export const downloadHref = (publicUrl: string, id: string, slug: string): string =>
  `${publicUrl}/images/${id}/download/${slug}.jpg`;

/** A press kit as a page, and as a file. */
export const pressKitHref = (publicUrl: string, locale: PublicLocale, slug: string): string =>
  `${publicUrl}/v1/${locale}/press-kits/${slug}`;
export const pressKitFileHref = (publicUrl: string, id: string, slug: string): string =>
  `${publicUrl}/press-kits/${id}/${slug}.zip`;
