/** What is written in one language. `slug` has rules of its own. */
export const localisedContent = ['title', 'summary', 'body'] as const;

/** What all languages share, by collection. */
export const sharedContent = {
  articles: ['cover', 'topics', 'places', 'agency', 'source'],
  events: ['cover', 'kind', 'status', 'startsAt', 'endsAt', 'allDay', 'zone', 'place', 'organiser', 'topics', 'source'],
} as const;

/** What the rules of access call a document of a collection. */
export const kindOf = { articles: 'article', events: 'event' } as const;

export type TextCollection = keyof typeof sharedContent;

export const isTextCollection = (slug: string): slug is TextCollection => Object.hasOwn(sharedContent, slug);

type Doc = Readonly<Record<string, unknown>>;

const idOf = (value: object): unknown => ('id' in value && 'createdAt' in value ? value.id : undefined);

/** A value as it is compared: empty is null, a populated document its id, an instant one text. */
const plain = (value: unknown): unknown => {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return null;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return new Date(value).toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (value !== null && typeof value === 'object') return idOf(value) ?? value;
  return value;
};

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
};

export const isSame = (a: unknown, b: unknown): boolean =>
  JSON.stringify(sorted(plain(a))) === JSON.stringify(sorted(plain(b)));

/** Fields of `names` that differ. */
export const changedAmong = (names: readonly string[], before: Doc, after: Doc): string[] =>
  names.filter((name) => !isSame(before[name], after[name]));
