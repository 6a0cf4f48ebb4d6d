/** Fields that machines keep: no person's text is in them, so they never clash. */
const machinery = new Set([
  'id',
  'createdAt',
  'updatedAt',
  '_status',
  'revision',
  'authors',
  'formerSlugs',
  'firstPublished',
  'lastPublished',
  'publishedBy',
  'createdBy',
  'marking',
]);

type Fields = Readonly<Record<string, unknown>>;

const plain = (value: unknown): unknown => {
  if (value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(plain);
  if (value && typeof value === 'object') {
    const entries = Object.entries(value).map(([key, part]) => [key, plain(part)] as const);
    return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
  }
  return value;
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(plain(one)) === JSON.stringify(plain(other));

export interface Merge {
  /** Fields that only the other person changed: theirs can be taken without a question. */
  taken: string[];
  /** Fields that both changed, and not alike: a person has to choose. */
  clashing: string[];
}

/**
 * Compares what a form began with, what it holds now and what somebody else saved in between.
 * @param base fields as they were when the form was opened
 * @param mine fields as they stand in the form
 * @param theirs fields as they are stored now, in the same language
 */
export const threeWay = (base: Fields, mine: Fields, theirs: Fields): Merge => {
  const merge: Merge = { taken: [], clashing: [] };
  for (const field of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    if (machinery.has(field) || !(field in theirs)) continue;
    const theyChanged = !same(base[field], theirs[field]);
    if (!theyChanged || same(mine[field], theirs[field])) continue;
    if (same(base[field], mine[field])) merge.taken.push(field);
    else merge.clashing.push(field);
  }
  return merge;
};
