import { randomUUID } from 'node:crypto';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { bodyOf } from '../../support/lexical.ts';
import type { Studio } from '../../support/studio.ts';

/** A language in which each of many articles has words: what is public, and whether it appears later. */
export interface Standing {
  readonly status: 'draft' | 'published';
  readonly appearsAt?: string;
}

export interface Many {
  readonly count: number;
  readonly by: string;
  /** Languages with words. What is not published has them in the newest draft alone. */
  readonly languages: Partial<Record<StudioLocale, Standing>>;
  /** Text of each body; longer ones only where size matters. */
  readonly text?: string;
}

type Doc = Record<string, unknown>;

const inLanguages = (locales: readonly StudioLocale[], value: (locale: StudioLocale) => unknown): Doc =>
  Object.fromEntries(locales.map((locale) => [locale, value(locale)]));

const statusIn = (languages: Many['languages']) =>
  inLanguages(studioLocales, (locale) => languages[locale]?.status ?? 'draft');

const documentOf = (index: number, locales: readonly StudioLocale[], { by, languages, text = 'B' }: Many): Doc => ({
  title: inLanguages(locales, (locale) => `Bài ${index} (${locale})`),
  body: inLanguages(locales, () => bodyOf([text])),
  appearsAt: inLanguages(locales, (locale) => languages[locale]?.appearsAt ?? null),
  _status: statusIn(languages),
  source: 'vi',
  createdBy: by,
  revision: 1,
});

/** Puts articles straight into the database, as the studio would have left them there: many in little time. */
export const plantArticles = async ({ payload: { db } }: Studio, many: Many): Promise<string[]> => {
  const ids: string[] = [];
  const written = studioLocales.filter((locale) => many.languages[locale]);
  const published = written.filter((locale) => many.languages[locale]?.status === 'published');
  for (let index = 0; index < many.count; index += 1) {
    const [id, marking] = [randomUUID(), randomUUID()];
    const seal = { level: 'internal', compartments: [], seal: 'internal|', subjectType: 'articles', subjectId: id };
    const at = new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString();
    const times = { createdAt: at, updatedAt: at };
    await db.create({ collection: 'markings', customID: marking, data: { id: marking, ...seal }, returning: false });
    const data = { id, ...documentOf(index, published, many), ...times, marking };
    await db.create({ collection: 'articles', customID: id, data, locale: 'all', returning: false } as never);
    const versionData = { ...documentOf(index, written, many), ...times, marking };
    const version = { collectionSlug: 'articles', parent: id, versionData, autosave: false, locale: 'all', ...times };
    await db.createVersion({ ...version, returning: false } as never);
    ids.push(id);
  }
  return ids;
};
