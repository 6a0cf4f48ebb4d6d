/** Names and values in turn, as `writeHead` takes them without copying. */
export type HeaderList = readonly string[];

/** On every answer: anyone may read it from a page, and nobody may guess its type. */
export const openHeaders: HeaderList = [
  'Access-Control-Allow-Origin',
  '*',
  'Access-Control-Expose-Headers',
  'ETag, Link, Content-Language, Last-Modified, X-Content-Sequence, Retry-After',
  'X-Content-Type-Options',
  'nosniff',
];

/**
 * How long caches may keep an answer. Short, because a withdrawal has to take effect everywhere; cheap all the same,
 * because an unchanged answer costs a 304.
 */
export const cacheFor = {
  /** Documents and lists. */
  content: 'public, max-age=1, stale-while-revalidate=10',
  /** Files of pictures: their names change with their bytes, but they can be withdrawn. */
  pictures: 'public, max-age=30, stale-while-revalidate=30',
  refusals: 'public, max-age=1',
  never: 'no-store',
} as const;
