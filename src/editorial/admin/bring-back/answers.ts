import { z } from 'zod';
import { studioLocales } from '#languages/locales.ts';
import { segmentKinds } from '../../translation/pack/segment-kinds.ts';
import { content, drift } from '../workbench/answers.ts';

const problem = z.object({
  line: z.number().nullable(),
  column: z.number().nullable(),
  file: z.string().nullable(),
  unit: z.string().nullable(),
  detail: z.string(),
});
export type Problem = z.infer<typeof problem>;

const words = drift.shape.words;

const segment = z.looseObject({
  segment: z.string(),
  kind: z.enum(segmentKinds),
  role: z.string().nullable(),
  file: z.string().nullable(),
  line: z.number(),
  column: z.number(),
  isLeftOut: z.boolean(),
  source: content.nullable(),
  was: content.nullable(),
  ours: content.nullable(),
  theirs: content.nullable(),
  base: content.nullable(),
  oursWords: words.nullable(),
  theirsWords: words.nullable(),
  drift: drift.nullable(),
  problems: z.array(problem),
  findings: z.array(z.looseObject({ says: z.string(), values: z.record(z.string(), z.string()) })),
});
export type Segment = z.infer<typeof segment>;

const document = z.looseObject({
  collection: z.string(),
  id: z.string(),
  locale: z.enum(studioLocales),
  source: z.enum(studioLocales),
  title: z.string(),
  seen: z.string(),
  missing: z.number(),
  counts: z.record(z.enum(segmentKinds), z.number()),
  clean: z.number(),
  problems: z.array(problem),
  segments: z.array(segment),
});
export type Document = z.infer<typeof document>;

const refusal = z.object({ code: z.string(), detail: z.string() }).nullable();

const refused = z.looseObject({
  title: z.string().nullable(),
  file: z.string().nullable(),
  problems: z.array(problem),
  refusal,
});

export const lookedAt = z.object({
  applied: z.literal(false),
  documents: z.array(document),
  refused: z.array(refused),
  unread: z.array(z.object({ file: z.string(), code: z.string(), detail: z.string() })),
});
export type LookedAt = z.infer<typeof lookedAt>;

const outcome = z.object({
  collection: z.string(),
  id: z.string(),
  locale: z.enum(studioLocales),
  taken: z.number(),
  refusal,
});
export type Outcome = z.infer<typeof outcome>;

export const applied = z.object({ applied: z.literal(true), outcomes: z.array(outcome) });
