import type { PublicLocale } from '#languages/locales.ts';
import { type StudioLocale, studioLocales, toPublicLocale, toStudioLocale } from '#languages/locales.ts';

/** Values by language as the world outside the studio names languages, in the studio's order. */
export const outside = <T>(values: Readonly<Partial<Record<StudioLocale, T>>>): Partial<Record<PublicLocale, T>> =>
  Object.fromEntries(
    studioLocales.flatMap((locale) => (values[locale] === undefined ? [] : [[toPublicLocale(locale), values[locale]]])),
  );

/** The same the other way round. */
export const inside = <T>(values: Readonly<Partial<Record<PublicLocale, T>>>): Partial<Record<StudioLocale, T>> =>
  Object.fromEntries(Object.entries(values).map(([locale, value]) => [toStudioLocale(locale as PublicLocale), value]));
