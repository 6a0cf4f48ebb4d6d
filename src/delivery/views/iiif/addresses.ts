/** Base address of the image service of a picture; every address of IIIF begins with it. */
export const imageService = (publicUrl: string, id: string): string => `${publicUrl}/iiif/3/${id}`;

export const manifestHref = (publicUrl: string, id: string): string => `${imageService(publicUrl, id)}/manifest.json`;
