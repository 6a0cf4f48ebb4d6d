import { randomUUID } from 'node:crypto';
import type { Payload } from 'payload';

type Row = Record<string, unknown> & { id: string };
type ByLanguage = Record<string, string>;

const languages = 4;

const isComplete = ({ title }: Row): boolean =>
  Object.values((title ?? {}) as ByLanguage).filter(Boolean).length === languages;

const withTail = (words: unknown, tail: string): ByLanguage =>
  Object.fromEntries(Object.entries((words ?? {}) as ByLanguage).map(([locale, word]) => [locale, `${word}${tail}`]));

const copyOf = (row: Row, n: number, marking: string): Row => ({
  ...row,
  id: randomUUID(),
  marking,
  title: withTail(row.title, ` ${n}`),
  slug: withTail(row.slug, `-${n}`),
});

/** Every column of a row as the adapter stores it: all languages, relations as ids. */
const rowsOf = async (payload: Payload, collection: 'articles' | 'markings'): Promise<Row[]> =>
  (await payload.db.find<Row>({ collection, limit: 0, pagination: false })).docs;

/**
 * Copies published articles that stand in all four languages until there are `wanted` articles. Goes below the studio's
 * rules on purpose: a bench wants rows, and the rules have been met by the originals.
 * @returns how many were added
 */
export const multiplyArticles = async (
  payload: Payload,
  wanted: number,
  progress: (n: number) => void,
): Promise<number> => {
  const markings = new Map((await rowsOf(payload, 'markings')).map((row) => [row.id, row]));
  const rows = await rowsOf(payload, 'articles');
  const originals = rows.filter((row) => isComplete(row) && markings.get(String(row.marking))?.level === 'public');
  if (originals.length === 0) throw new Error('There is no public article in four languages to copy');
  const missing = Math.max(0, wanted - rows.length);
  for (let n = 0; n < missing; n += 1) {
    const original = originals[n % originals.length];
    const sealed = original && markings.get(String(original.marking));
    if (!original || !sealed) continue;
    const marking = randomUUID();
    const copy = copyOf(original, n + 1, marking);
    await payload.db.create({
      collection: 'markings',
      data: { ...sealed, history: [], id: marking, subjectId: copy.id },
    });
    await payload.db.create({ collection: 'articles', data: copy });
    if (n % 100 === 0) progress(n);
  }
  return missing;
};
