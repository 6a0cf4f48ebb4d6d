/** Most pixels (width × height × pages) that are ever decoded, unless a deployment says otherwise. */
export const defaultMaxPixels = 100_000_000;

/** Most pages of one file: each is looked at by itself, and finding it takes the longer the more there are. */
export const maxPages = 250;

/** Most bytes of one piece of an upload: so much of it may lie in memory while it is written. */
export const maxPieceBytes = 16 * 1024 * 1024;

/** Most uploads that one person may have begun and not ended. */
export const maxUnfinished = 100;

/** Bytes that an upload must leave free on the disk. */
export const diskReserve = 256 * 1024 * 1024;
