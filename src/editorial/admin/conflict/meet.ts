import type { StudioLocale } from '#languages/locales.ts';
import { loadLanguages } from '../languages/languages-store.ts';
import { studioFetch } from '../words/studio-fetch.ts';
import { threeWay } from './three-way.ts';

export type Fields = Record<string, unknown>;

/** Two saves that met: what this person typed and what somebody else stored meanwhile. */
export interface Clash {
  fields: string[];
  mine: Fields;
  theirs: Fields;
  /** What only the other person changed: kept without a question. */
  taken: Fields;
  revision: number;
  by: string | null;
  at: string | null;
}

/** What a save has to send besides what is typed; or the clash that a person has to settle first. */
export type Meeting = { overrides: Fields; merged: boolean } | { clash: Clash };

export interface Question {
  collection: string;
  id: string;
  locale: StudioLocale;
  language: StudioLocale;
  /** Fields as they were when the form was opened or saved last, and as they stand in it now. */
  base: Fields;
  mine: Fields;
}

const revisionOf = (fields: Fields): number => (typeof fields.revision === 'number' ? fields.revision : 0);

const pick = (from: Fields, fields: readonly string[]): Fields =>
  Object.fromEntries(fields.map((field) => [field, from[field]]));

const writerOf = async ({ collection, id, locale, language }: Question): Promise<string | null> => {
  const languages = await loadLanguages(collection, id, language);
  return languages?.writers[locale]?.others.at(-1) ?? null;
};

/** Looks, right before a save, whether somebody saved since the form was opened, and joins what does not clash. */
export const meet = async (question: Question): Promise<Meeting> => {
  const { collection, id, locale, language, base, mine } = question;
  const query = `?locale=${locale}&depth=0&fallback-locale=none&draft=true`;
  const answer = await studioFetch(`/api/${collection}/${id}${query}`, language);
  const theirs = answer.ok ? (answer.body as Fields) : base;
  const revision = revisionOf(theirs);
  if (revision === revisionOf(base)) return { overrides: { revision }, merged: false };
  const merge = threeWay(base, mine, theirs);
  const taken = pick(theirs, merge.taken);
  if (merge.clashing.length === 0) return { overrides: { ...taken, revision }, merged: merge.taken.length > 0 };
  const at = typeof theirs.updatedAt === 'string' ? theirs.updatedAt : null;
  return { clash: { fields: merge.clashing, mine, theirs, taken, revision, by: await writerOf(question), at } };
};
