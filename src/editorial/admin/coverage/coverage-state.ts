import { isStudioLocale, type StudioLocale, studioLocales } from '#languages/locales.ts';

/** States in the order in which they are shown: what is there first, then what asks for work. */
export const stateOrder = [
  'source',
  'reviewed',
  'translated',
  'machine',
  'in-translation',
  'missing',
  'outdated',
  'under-correction',
] as const;
export type CellState = (typeof stateOrder)[number];

export const facetOrder = ['collection', 'topic', 'agency', 'person'] as const;
export type Facet = (typeof facetOrder)[number];

export const sortColumns = ['title', ...studioLocales, 'due', 'changed'] as const;
export type SortColumn = (typeof sortColumns)[number];

export interface Sort {
  readonly column: SortColumn;
  readonly isDown: boolean;
}

/** All that the address says of the screen. */
export interface CoverageState {
  readonly words: string;
  readonly chosen: Readonly<Partial<Record<Facet, string>>>;
  readonly languages: readonly StudioLocale[];
  readonly states: readonly CellState[];
  /** Day until which work is due at the latest; empty: whatever is due when. */
  readonly due: string;
  readonly sort: Sort;
  /** From 1. */
  readonly page: number;
}

const usual: Sort = { column: 'changed', isDown: true };

const readSort = (text: string): Sort => {
  const isDown = text.startsWith('-');
  const column = sortColumns.find((name) => name === text.slice(isDown ? 1 : 0));
  return column ? { column, isDown } : usual;
};

const valuesIn = (query: URLSearchParams, name: string): string[] => (query.get(name) ?? '').split(',').filter(Boolean);

export const readState = (query: URLSearchParams): CoverageState => {
  const chosen: Partial<Record<Facet, string>> = {};
  for (const name of facetOrder) {
    const value = query.get(name);
    if (value) chosen[name] = value;
  }
  const states = valuesIn(query, 'state');
  return {
    words: query.get('q') ?? '',
    chosen,
    languages: valuesIn(query, 'language').filter(isStudioLocale),
    states: stateOrder.filter((state) => states.includes(state)),
    due: /^\d{4}-\d\d-\d\d$/.test(query.get('due') ?? '') ? (query.get('due') ?? '') : '',
    sort: readSort(query.get('sort') ?? ''),
    page: Math.max(1, Number.parseInt(query.get('page') ?? '1', 10) || 1),
  };
};

/** The question as the studio's addresses take it, whatever page of the answer is shown; always the same text for the same question. */
export const questionOf = ({ words, chosen, languages, states, due, sort }: CoverageState): string => {
  const query = new URLSearchParams();
  if (words.trim() !== '') query.set('q', words.trim());
  for (const name of facetOrder) if (chosen[name]) query.set(name, chosen[name]);
  if (languages.length > 0) query.set('language', languages.join(','));
  if (states.length > 0) query.set('state', states.join(','));
  if (due !== '') query.set('due', due);
  if (sort.column !== usual.column || sort.isDown !== usual.isDown)
    query.set('sort', `${sort.isDown ? '-' : ''}${sort.column}`);
  return query.toString();
};

export const addressOf = (state: CoverageState): string => {
  const query = new URLSearchParams(questionOf(state));
  if (state.page > 1) query.set('page', String(state.page));
  return query.size > 0 ? `?${query.toString()}` : '';
};

const toggled = <T extends string>(order: readonly T[], before: readonly T[], value: T): T[] =>
  order.filter((one) => (one === value ? !before.includes(one) : before.includes(one)));

/** Another question begins on its first page. */
export const withFacet = (state: CoverageState, facet: Facet, value: string): CoverageState => {
  const { [facet]: _, ...others } = state.chosen;
  return { ...state, chosen: value === '' ? others : { ...others, [facet]: value }, page: 1 };
};

export const withLanguage = (state: CoverageState, locale: StudioLocale): CoverageState => ({
  ...state,
  languages: toggled(studioLocales, state.languages, locale),
  page: 1,
});

export const withState = (state: CoverageState, one: CellState): CoverageState => ({
  ...state,
  states: toggled(stateOrder, state.states, one),
  page: 1,
});

export const withDue = (state: CoverageState, due: string): CoverageState => ({ ...state, due, page: 1 });

/** One cell of the counts alone; the same one again takes it away. */
export const withCount = (state: CoverageState, locale: StudioLocale, one: CellState): CoverageState => {
  const isIt = state.languages.join() === locale && state.states.join() === one;
  return { ...state, languages: isIt ? [] : [locale], states: isIt ? [] : [one], page: 1 };
};

/** A column is first put in order as one expects of it, then the other way round. */
export const withSort = (state: CoverageState, column: SortColumn): CoverageState => {
  const isDown = state.sort.column === column ? !state.sort.isDown : column === 'changed';
  return { ...state, sort: { column, isDown }, page: 1 };
};

export const hasFilters = ({ words, chosen, languages, states, due }: CoverageState): boolean =>
  words.trim() !== '' || Object.keys(chosen).length > 0 || languages.length > 0 || states.length > 0 || due !== '';

export const withoutFilters = ({ sort }: CoverageState): CoverageState => ({
  ...readState(new URLSearchParams()),
  sort,
});
