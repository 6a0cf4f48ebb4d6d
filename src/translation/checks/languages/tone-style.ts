/** Where a final oa, oe, uy has its tone: `first` (hòa, khỏe, thủy) or `second` (hoà, khoẻ, thuỷ). */
export type ToneStyle = 'first' | 'second';

const second = /(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\p{L})/giu;
const first = /(?:[òóỏõọ][ae]|[ùúủũụ]y)(?!\p{L})/giu;

export interface ToneAt {
  readonly style: ToneStyle;
  readonly start: number;
  readonly end: number;
}

/** The word around a place, as it stands. */
const wordAround = (text: string, at: number, length: number): { start: number; end: number } => {
  let start = at;
  let end = at + length;
  while (start > 0 && /\p{L}/u.test(text[start - 1] ?? '')) start -= 1;
  while (end < text.length && /\p{L}/u.test(text[end] ?? '')) end += 1;
  return { start, end };
};

/** Words of a text (NFC) whose tone shows a style, in reading order. */
export const tonesIn = (text: string): ToneAt[] =>
  (
    [
      ['first', first],
      ['second', second],
    ] as const
  )
    .flatMap(([style, pattern]) =>
      [...text.matchAll(pattern)].map(({ 0: pair, index }) => ({ style, ...wordAround(text, index, pair.length) })),
    )
    .sort((a, b) => a.start - b.start);

/** The style that most words of a document have; undefined where as many have the one as the other. */
export const toneStyleOf = (texts: readonly string[]): ToneStyle | undefined => {
  const all = texts.flatMap((text) => tonesIn(text.normalize('NFC')));
  const firsts = all.filter(({ style }) => style === 'first').length;
  if (firsts * 2 === all.length) return undefined;
  return firsts * 2 > all.length ? 'first' : 'second';
};
