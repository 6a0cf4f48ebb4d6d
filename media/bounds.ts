/** Most pixels (width × height × pages) that are ever decoded, unless a deployment says otherwise. */
export const defaultMaxPixels = 100_000_000;
