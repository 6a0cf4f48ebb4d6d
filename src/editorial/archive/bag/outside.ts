import {
  type StudioLocale,
  studioLocales,
  toPublicLocale,
  toStudioLocale,
  type WrittenLocale,
} from '#languages/locales.ts';

/** Values by language as the world outside the studio names languages, in the studio's order. */
export const outside = <T>(values: Readonly<Partial<Record<StudioLocale, T>>>): Partial<Record<WrittenLocale, T>> =>
  Object.fromEntries(
    studioLocales.flatMap((locale) => (values[locale] === undefined ? [] : [[toPublicLocale(locale), values[locale]]])),
  );

/** The same the other way round. */
export const inside = <T>(values: Readonly<Partial<Record<WrittenLocale, T>>>): Partial<Record<StudioLocale, T>> =>
  Object.fromEntries(Object.entries(values).map(([locale, value]) => [toStudioLocale(locale as WrittenLocale), value]));
