/** Fields that exist once for all languages and that the public sees. */
const sharedFields = [
  'cover',
  'topics',
  'places',
  'agency',
  'kind',
  'status',
  'startsAt',
  'endsAt',
  'allDay',
  'zone',
  'place',
  'organiser',
  'source',
] as const;

const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain);
  if (value && typeof value === 'object' && 'id' in value) return value.id;
  return value === undefined || value === '' ? null : value;
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(plain(one)) === JSON.stringify(plain(other));

/**
 * Names of the shared fields in which a draft differs from what is public: they go live in every public language
 * with whichever language is published next, so a publisher is told before the click.
 */
export const sharedChanges = (
  published: Readonly<Record<string, unknown>>,
  draft: Readonly<Record<string, unknown>>,
): string[] => sharedFields.filter((field) => !same(published[field], draft[field]));
