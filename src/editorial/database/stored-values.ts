import { z } from 'zod';

/** A text as a database gives it; null where there is none. */
export const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);

export const number = z
  .number()
  .nullish()
  .transform((value) => value ?? null);

/** An instant, in UTC as ISO 8601. */
export const instant = z.union([z.string(), z.date()]).transform((value) => new Date(value).toISOString());

export const maybeInstant = instant.nullish().transform((value) => value ?? null);
