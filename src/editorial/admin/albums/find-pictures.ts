import type { StudioLocale } from '#languages/locales.ts';
import { studioLocales } from '#languages/locales.ts';
import type { Answer } from '../words/studio-fetch.ts';

/** A picture that was found, by name. */
export interface Found {
  readonly id: string;
  readonly title: string;
}

/** Most pictures that are shown at once. */
const most = 48;

const titleIn = (value: unknown, language: StudioLocale): string => {
  if (typeof value === 'string') return value;
  const titles: Readonly<Record<string, unknown>> = value && typeof value === 'object' ? { ...value } : {};
  return [language, ...studioLocales].map((one) => titles[one]).find((one) => typeof one === 'string') ?? '';
};

const asFound = (doc: unknown, language: StudioLocale): Found[] => {
  if (!doc || typeof doc !== 'object' || !('id' in doc)) return [];
  const id = String(doc.id);
  return [{ id, title: ('title' in doc && titleIn(doc.title, language)) || id.slice(0, 8) }];
};

/**
 * Pictures of the archive that have a word in a title, caption or credit, in any language, the newest first; without a word
 * the newest of all.
 */
export const findPictures = async (
  ask: (path: string) => Promise<Answer>,
  word: string,
  language: StudioLocale,
): Promise<Found[]> => {
  const query = new URLSearchParams({ limit: String(most), depth: '0', sort: '-updatedAt', locale: 'all' });
  query.set('select[title]', 'true');
  const wanted = word.trim();
  if (wanted !== '') {
    const fields = [...studioLocales.flatMap((one) => [`title.${one}`, `caption.${one}`]), 'credit'];
    for (const [index, field] of fields.entries()) query.set(`where[or][${index}][${field}][like]`, wanted);
  }
  const answer = await ask(`/api/images?${query}`);
  const docs: unknown =
    answer.ok && answer.body && typeof answer.body === 'object' && 'docs' in answer.body && answer.body.docs;
  return Array.isArray(docs) ? docs.flatMap((doc) => asFound(doc, language)) : [];
};
