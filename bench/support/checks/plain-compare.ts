/** What a simple check does: the figures of both texts, separators aside, have to be the same. */
const figuresOf = (text: string): string =>
  (text.match(/\d+(?:[.,\s]\d{3})*(?:[.,]\d+)?/g) ?? [])
    .map((number) => number.replace(/\D/g, ''))
    .sort()
    .join(' ');

export const plainlyDiffer = (source: string, target: string): boolean => figuresOf(source) !== figuresOf(target);
