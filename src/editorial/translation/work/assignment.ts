import { z } from 'zod';
import { workEnds } from '#collections/assignments.ts';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import type { DocumentName } from '../document.ts';
import { rowId } from '../ledger/store.ts';
import { translatedCollections } from '../translated-collections.ts';

const text = z
  .string()
  .nullish()
  .transform((value) => (value ? value : null));

/** Somebody’s part that is over: given anew to others, withdrawn or finished. */
const past = z.object({
  translator: z.string().nullable(),
  reviewer: z.string().nullable(),
  due: z.string().nullable(),
  givenBy: z.string(),
  givenAt: z.string(),
  end: z.enum([...workEnds, 'given-anew']),
  endedBy: z.string(),
  endedAt: z.string(),
});
export type PastWork = z.infer<typeof past>;

const stored = z.object({
  id: z.string(),
  collection: z.enum(translatedCollections),
  documentId: z.string(),
  locale: z.enum(studioLocales),
  revision: z.number(),
  open: z
    .boolean()
    .nullish()
    .transform((value) => value === true),
  translator: text,
  reviewer: text,
  due: text,
  note: z
    .string()
    .nullish()
    .transform((value) => value ?? ''),
  givenBy: text,
  givenAt: text,
  past: z
    .array(past)
    .nullish()
    .transform((value) => value ?? []),
});

/**
 * One language of a document as somebody has been given it. `due` is a day in the city, `2026-11-30`; people are ids. Where
 * `open` is false nobody has it, and the rest tells who had it last.
 */
export type Assignment = z.infer<typeof stored>;

/** @throws ZodError for a row that no program of ours has written */
export const readAssignment = (value: unknown): Assignment => stored.parse(value);

/** Nobody has it. */
export const unassigned = (name: DocumentName, locale: StudioLocale): Assignment => ({
  ...{ id: rowId(name, locale), collection: name.collection, documentId: name.id, locale, revision: 0, open: false },
  ...{ translator: null, reviewer: null, due: null, note: '', givenBy: null, givenAt: null, past: [] },
});
