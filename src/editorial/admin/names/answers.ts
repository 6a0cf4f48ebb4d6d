import { z } from 'zod';
import { studioLocales } from '#languages/locales.ts';

/** What is wrong with one name, as the studio answers it. */
const finding = z.object({
  fault: z.enum(['missing', 'forbidden', 'obsolete', 'early']),
  field: z.string().optional(),
  found: z.string(),
  instead: z.array(z.string()),
  reason: z.string().optional(),
  since: z.string().optional(),
  stops: z.boolean(),
});
export type Finding = z.infer<typeof finding>;

export const findingsAnswer = z.object({ findings: z.array(finding) });

const use = z.object({
  collection: z.string(),
  id: z.string(),
  title: z.string(),
  locale: z.enum(studioLocales),
  field: z.string(),
  found: z.string(),
  times: z.number(),
  in: z.array(z.enum(['draft', 'published'])),
  instead: z.array(z.string()),
});
export type Use = z.infer<typeof use>;

export const usesAnswer = z.object({ uses: z.array(use), more: z.boolean() });

const changed = z.object({
  act: z.enum(['new', 'changed']),
  id: z.string(),
  name: z.string(),
  forms: z.array(
    z.object({ act: z.enum(['new', 'changed']), locale: z.enum(studioLocales), term: z.string(), status: z.string() }),
  ),
});
export type Changed = z.infer<typeof changed>;

export const planAnswer = z.object({
  new: z.number(),
  changed: z.number(),
  same: z.number(),
  seen: z.string(),
  entries: z.array(changed),
});
export type Plan = z.infer<typeof planAnswer>;
