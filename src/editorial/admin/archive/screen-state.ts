/** Facets at the side, in their order. */
export const facetOrder = [
  'topic',
  'place',
  'agency',
  'album',
  'year',
  'rights',
  'record',
  'missing',
  'marking',
  'orientation',
  'source',
] as const;
export type Facet = (typeof facetOrder)[number];

export const sortOrder = ['best', 'added', 'added-first', 'changed', 'taken', 'taken-first'] as const;
export type SortName = (typeof sortOrder)[number];

export const sizes = { small: 120, medium: 190, large: 290 } as const;
export type Size = keyof typeof sizes;

/** All that the address says of the screen, so that it can be sent and gone back to. */
export interface ScreenState {
  readonly words: string;
  readonly chosen: Readonly<Partial<Record<Facet, readonly string[]>>>;
  readonly sort: SortName;
  readonly size: Size;
}

const isIn = <T extends string>(list: readonly T[], value: string | null): value is T => list.includes(value as T);

export const readState = (query: URLSearchParams): ScreenState => {
  const chosen: Partial<Record<Facet, readonly string[]>> = {};
  for (const name of facetOrder) {
    const values = (query.get(name) ?? '').split(',').filter(Boolean);
    if (values.length > 0) chosen[name] = values;
  }
  const [sort, size] = [query.get('sort'), query.get('size')];
  return {
    words: query.get('q') ?? '',
    chosen,
    sort: isIn(sortOrder, sort) ? sort : 'best',
    size: isIn(Object.keys(sizes) as Size[], size) ? size : 'medium',
  };
};

/** The question as the studio's addresses take it; always the same text for the same question. */
export const questionOf = ({ words, chosen, sort }: ScreenState): string => {
  const query = new URLSearchParams();
  if (words.trim() !== '') query.set('q', words.trim());
  for (const name of facetOrder) if (chosen[name]?.length) query.set(name, chosen[name].join(','));
  if (sort !== 'best') query.set('sort', sort);
  return query.toString();
};

export const addressOf = (state: ScreenState): string => {
  const query = new URLSearchParams(questionOf(state));
  if (state.size !== 'medium') query.set('size', state.size);
  return query.size > 0 ? `?${query.toString()}` : '';
};

export const withChoice = (state: ScreenState, facet: Facet, value: string): ScreenState => {
  const before = state.chosen[facet] ?? [];
  const next = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  return { ...state, chosen: { ...state.chosen, [facet]: next } };
};
