const tag = /^[\s,]*(?:W\/)?("[\x21\x23-\x7e\x80-\xff]*")\s*(?:,|$)/;

/**
 * Whether `If-None-Match` names this entity tag: a list, compared weakly, or `*` (RFC 9110, 13.1.2).
 * A malformed rest of a list is ignored.
 */
export const namesTag = (header: string, etag: string): boolean => {
  if (header === etag || header.trim() === '*') return true;
  let rest = header;
  for (let match = tag.exec(rest); match; match = tag.exec(rest)) {
    if (match[1] === etag) return true;
    rest = rest.slice(match[0].length);
    if (rest === '') break;
  }
  return false;
};

const time = String.raw`\d\d:\d\d:\d\d`;
/** The form that we write, and the two that old programs still do (RFC 9110, 5.6.7). */
const dated = new RegExp(
  [
    `\\w{3}, \\d\\d \\w{3} \\d{4} ${time} GMT`,
    `\\w+, \\d\\d-\\w{3}-\\d\\d ${time} GMT`,
    `\\w{3} \\w{3} [ \\d]\\d ${time} \\d{4}`,
  ]
    .map((form) => `^${form}$`)
    .join('|'),
);

/** Milliseconds since 1970 of a date of HTTP; NaN for anything else, however like a date it looks. */
const httpDate = (header: string): number => {
  if (!dated.test(header)) return Number.NaN;
  return Date.parse(header.endsWith('GMT') ? header : `${header} GMT`);
};

/** Whether nothing changed since the instant of `If-Modified-Since`; a date that cannot be read never matches. */
const unchangedSince = (header: string, modified: number): boolean =>
  Math.floor(modified / 1000) * 1000 <= httpDate(header);

/** The two conditions of a request that a reader can make; the tag, where there is one, decides alone. */
export interface Conditions {
  readonly 'if-none-match'?: string | undefined;
  readonly 'if-modified-since'?: string | undefined;
}

/** @param modified milliseconds since 1970 */
export const isUnchanged = (headers: Conditions, etag: string, modified: number): boolean => {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return namesTag(tags, etag);
  const since = headers['if-modified-since'];
  return since !== undefined && unchangedSince(since, modified);
};
