import { z } from 'zod';
import { studioLocales } from '#languages/locales.ts';
import { facetOrder, stateOrder } from './coverage-state.ts';

const locale = z.enum(studioLocales);
const state = z.enum(stateOrder);

const work = z.object({
  translator: z.string().nullable(),
  reviewer: z.string().nullable(),
  due: z.string().nullable(),
  isLate: z.boolean(),
});
const cell = z.object({
  state,
  published: z.boolean(),
  done: z.number(),
  of: z.number(),
  /** Who has been given it; null: nobody. */
  work: work.nullable(),
});
export type Cell = z.infer<typeof cell>;

const row = z.object({
  collection: z.string(),
  id: z.string(),
  title: z.string(),
  titleIn: locale.nullable(),
  source: locale,
  changed: z.string(),
  cells: z.partialRecord(locale, cell),
});
export type Row = z.infer<typeof row>;

const value = z.object({ value: z.string(), count: z.number(), label: z.string().optional() });
export type FacetValue = z.infer<typeof value>;

export const coverageAnswer = z.object({
  total: z.number(),
  page: z.number(),
  pages: z.number(),
  languages: z.array(locale),
  states: z.partialRecord(locale, z.partialRecord(state, z.number())),
  facets: z.partialRecord(z.enum(facetOrder), z.array(value)),
  rows: z.array(row),
});
export type CoverageAnswer = z.infer<typeof coverageAnswer>;
