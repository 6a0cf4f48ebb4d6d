import type { PublicRecord } from '#record/records.ts';

const fromBody = (value: unknown, into: Set<string>): void => {
  if (Array.isArray(value)) {
    for (const item of value) fromBody(item, into);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if ('image' in value && typeof value.image === 'string') into.add(value.image);
  if ('document' in value && typeof value.document === 'object' && value.document && 'id' in value.document)
    into.add(String(value.document.id));
  for (const inner of Object.values(value)) fromBody(inner, into);
};

const single = ['cover', 'agency', 'organiser', 'place', 'parent'] as const;
const several = ['topics', 'places'] as const;

/** Ids of all documents whose words, slug, pictures or very existence show in this one's answers. */
export const referencesOf = (record: PublicRecord): Set<string> => {
  const ids = new Set<string>();
  for (const edition of Object.values(record.editions).flat()) {
    const fields: Readonly<Record<string, unknown>> = edition;
    for (const name of single) if (typeof fields[name] === 'string') ids.add(fields[name]);
    for (const name of several) for (const id of (fields[name] ?? []) as string[]) ids.add(id);
    if ('body' in edition) fromBody(edition.body, ids);
  }
  ids.delete(record.id);
  return ids;
};
