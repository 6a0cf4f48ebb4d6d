import type { PublicLocale } from '#languages/locales.ts';
import { publicLocales } from '#languages/locales.ts';
import type { AlbumRecord } from '#record/records.ts';
import { type EditionOf, serve } from '../../projection/in-force.ts';
import type { Lens } from '../lens.ts';
import { inLanguages, type LanguageMap } from './language-map.ts';

export type AlbumSeen = Readonly<Partial<Record<PublicLocale, EditionOf<AlbumRecord>>>>;

/** What can be seen of an album in each language at this moment. */
export const albumSeen = (record: AlbumRecord, now: string): AlbumSeen =>
  Object.fromEntries(
    publicLocales.flatMap((locale) => {
      const served = serve(record, [locale], now);
      return served ? [[locale, served.edition] as const] : [];
    }),
  );

export const titlesOf = (seen: AlbumSeen): LanguageMap => inLanguages((locale) => seen[locale]?.title ?? null) ?? {};

export const summariesOf = (seen: AlbumSeen): LanguageMap | null =>
  inLanguages((locale) => seen[locale]?.description ?? null);

/** The same in every edition: one is enough. */
export const sharedOf = (seen: AlbumSeen): EditionOf<AlbumRecord> | null => Object.values(seen)[0] ?? null;

/** An album that can be seen, by its id. */
export const albumIn = (lens: Lens, id: string): { record: AlbumRecord; seen: AlbumSeen } | null => {
  const record = lens.record(id);
  if (record?.type !== 'album') return null;
  const seen = albumSeen(record, lens.now);
  return Object.keys(seen).length > 0 ? { record, seen } : null;
};
