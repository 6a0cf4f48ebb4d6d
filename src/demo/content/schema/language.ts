import { z } from 'zod';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';

/** Name of a demo document among its kind; it is also the name of its file. */
export const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** One of the studio's language codes. */
export const locale = z.enum(studioLocales);

/** Words that must be there in every language. */
export const inEvery = <T extends z.ZodType>(words: T) =>
  z.strictObject({ vi: words, en: words, fr: words, zh: words } satisfies Record<StudioLocale, T>);

/** Words that need not be there in every language. */
export const inSome = <T extends z.ZodType>(words: T) => z.partialRecord(locale, words);

/** A short text on one line. */
export const line = z.string().min(1).max(4000);
