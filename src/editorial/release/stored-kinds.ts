import { z } from 'zod';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { idOf } from './lexical-node.ts';

/** What is unset in a database comes as null or not at all; both read as null. */
const orNull = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);

/** A text, without halves of characters (canonical JSON has no form for those). */
const words = z.string().transform((text) => text.toWellFormed());

export const text = orNull(words);
export const number = orNull(z.number());
export const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

/** An instant in whichever form a database hands out, as RFC 3339 with milliseconds. */
export const storedInstant = z.union([z.string(), z.date()]).transform((value, context) => {
  const date = new Date(value);
  if (!Number.isNaN(date.getTime())) return date.toISOString();
  context.addIssue({ code: 'custom', message: 'no instant' });
  return z.NEVER;
});
export const instantOrNull = orNull(storedInstant);

/** Id of a related document. */
export const relation = z.unknown().optional().transform(idOf);
export const relations = z
  .unknown()
  .optional()
  .transform((value) => (Array.isArray(value) ? value.map(idOf).filter((id): id is string => id !== null) : []));

export type ByLocale<T> = Readonly<Partial<Record<StudioLocale, T>>>;

/** A localised field as the database keeps it: a value per language, those without one left out. */
export function byLocale<T>(schema: z.ZodType<T>) {
  return z
    .unknown()
    .optional()
    .transform((value, context): ByLocale<NonNullable<T>> => {
      const read: Partial<Record<StudioLocale, NonNullable<T>>> = {};
      const values: Readonly<Record<string, unknown>> = typeof value === 'object' && value !== null ? { ...value } : {};
      for (const locale of studioLocales) {
        if (values[locale] === undefined || values[locale] === null) continue;
        const parsed = schema.safeParse(values[locale]);
        if (!parsed.success) context.addIssue({ code: 'custom', path: [locale], message: 'wrong kind' });
        else if (parsed.data !== undefined && parsed.data !== null) read[locale] = parsed.data;
      }
      return read;
    });
}

export const localText = byLocale(words);
export const localInstant = byLocale(storedInstant);
export const localUnknown = byLocale(z.unknown());
export const localList = byLocale(z.array(z.string()));
