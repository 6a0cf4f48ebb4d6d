/** Most pixels (width × height × pages) that are ever decoded, unless a deployment says otherwise. */
export const defaultMaxPixels = 100_000_000;

/** Most pages of one file: each is looked at by itself, and finding it takes the longer the more there are. */
export const maxPages = 250;
