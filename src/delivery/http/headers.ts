/** Names and values in turn, as `writeHead` takes them without copying. */
export type HeaderList = readonly string[];

/** Of pages, which say by themselves what may run in them: which headers may be read, and that nobody may guess a type. */
export const pageHeaders: HeaderList = [
  'Access-Control-Expose-Headers',
  'ETag, Link, Content-Language, Content-Range, Last-Modified, X-Content-Sequence, Retry-After',
  'X-Content-Type-Options',
  'nosniff',
];

/** Of everything else, which is data: opened by itself in a browser it runs nothing and stands in no frame. */
export const lastingHeaders: HeaderList = [
  ...pageHeaders,
  ...['Content-Security-Policy', "default-src 'none'; base-uri 'none'; frame-ancestors 'none'"],
  ...['Referrer-Policy', 'no-referrer'],
];

/** On every answer: anyone may read it from a page. */
export const openHeaders: HeaderList = ['Access-Control-Allow-Origin', '*', ...lastingHeaders];

/**
 * How long caches may keep an answer. Short, because a withdrawal has to take effect everywhere; cheap all the same,
 * because an unchanged answer costs a 304.
 */
export const cacheFor = {
  /** Documents and lists. */
  content: 'public, max-age=1, stale-while-revalidate=10',
  /** Files of pictures: their names change with their bytes, but they can be withdrawn. */
  pictures: 'public, max-age=30, stale-while-revalidate=30',
  /** The reference and what belongs to it. */
  pages: 'public, max-age=60, stale-while-revalidate=3600',
  refusals: 'public, max-age=1',
  never: 'no-store',
} as const;
