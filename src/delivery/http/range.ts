/** First and last byte of a part, both counted from 0. */
export interface Part {
  readonly first: number;
  readonly last: number;
}

/**
 * The part that `Range` asks for (RFC 9110, 14.1.2).
 * @param size bytes of the whole
 * @returns `unsatisfiable` beyond the end; null where the whole is to be sent: several parts, other units, nonsense
 */
export const partOf = (header: string, size: number): Part | 'unsatisfiable' | null => {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim());
  const [from = '', to = ''] = match?.slice(1) ?? [];
  if (!match || (from === '' && to === '')) return null;
  const first = from === '' ? Math.max(size - Number(to), 0) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== '' && to !== '' && Number(to) < Number(from)) return null;
  return first >= size || (from === '' && Number(to) === 0) ? 'unsatisfiable' : { first, last };
};

/** Whether the client's part still belongs to these bytes: strong tag or exact date (RFC 9110, 13.1.5). */
export const isSameWhole = (ifRange: string | readonly string[] | undefined, etag: string, modified: number): boolean =>
  ifRange === undefined || ifRange === etag || ifRange === new Date(modified).toUTCString();
