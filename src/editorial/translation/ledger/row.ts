import { z } from 'zod';
import { studioLocales } from '#languages/locales.ts';
import { translatedCollections } from '../translated-collections.ts';
import { unitSchema } from './unit.ts';

/** A correction of the source: fingerprints of what it changed into, and of what it took away. */
const correction = z.object({
  at: z.string(),
  by: z.string().nullable(),
  note: z.string(),
  changed: z.array(z.string()),
  removed: z.array(z.string()),
});
export type Correction = z.infer<typeof correction>;

const stored = z.object({
  id: z.string(),
  collection: z.enum(translatedCollections),
  documentId: z.string(),
  locale: z.enum(studioLocales),
  marking: z
    .union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)])
    .nullish()
    .transform((value) => value ?? null),
  revision: z.number(),
  units: z.array(unitSchema),
  corrections: z
    .array(correction)
    .nullish()
    .transform((value) => value ?? []),
});

/** What is remembered of one language of a document. */
export type LedgerRow = z.infer<typeof stored>;

/** @throws ZodError for a row that no program of ours has written */
export const readLedgerRow = (value: unknown): LedgerRow => stored.parse(value);
