/** Base address of the image service of a picture; every address of IIIF begins with it. */
export const imageService = (publicUrl: string, id: string): string => `${publicUrl}/iiif/3/${id}`;

export const manifestHref = (publicUrl: string, id: string): string => `${imageService(publicUrl, id)}/manifest.json`;

/** The pictures of an album, in order. */
export const albumManifestHref = (publicUrl: string, id: string): string =>
  `${publicUrl}/iiif/3/albums/${id}/manifest.json`;

/** An album with all that stands below it. */
export const albumCollectionHref = (publicUrl: string, id: string): string =>
  `${publicUrl}/iiif/3/albums/${id}/collection.json`;

/** The albums above which there is none. */
export const topCollectionHref = (publicUrl: string): string => `${publicUrl}/iiif/3/albums/collection.json`;
