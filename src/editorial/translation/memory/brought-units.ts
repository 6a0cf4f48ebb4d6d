import { z } from 'zod';
import { studioLocales } from '#languages/locales.ts';
import type { MemoryUnit } from '#translation/memory/unit.ts';
import { contentSchema } from '../content-schema.ts';
import { broughtSeal } from './seals.ts';

/** A unit of a file: the same words in two languages or more. */
export const broughtUnit = z.object({
  texts: z.partialRecord(z.enum(studioLocales), contentSchema),
  at: z.string().max(40),
});
export type BroughtUnit = z.infer<typeof broughtUnit>;

const part = z.looseObject({ id: z.string(), units: z.array(broughtUnit) });

/** Units of memory that a part of a file gives. @throws ZodError for a row that no program of ours has written */
export const unitsOfPart = (row: unknown): MemoryUnit[] => {
  const { id, units } = part.parse(row);
  return units.map(({ texts, at }, number) => ({
    ...{ id: `${id}/${number}`, seal: broughtSeal, at },
    texts: Object.fromEntries(Object.entries(texts).map(([locale, content]) => [locale, { content }])),
  }));
};
