import { z } from 'zod';

const hint = z.looseObject({
  in: z.enum(['text', 'filename', 'metadata']),
  field: z.string(),
  locale: z.string().nullable(),
  words: z.string(),
  before: z.string(),
  after: z.string(),
  certainty: z.enum(['sure', 'likely', 'hint']),
});
export type Hint = z.infer<typeof hint>;

const picture = z.looseObject({
  id: z.string(),
  marking: z.string(),
  title: z.string(),
  filename: z.string(),
  thumbhash: z.string(),
  hints: z.array(hint),
  request: z
    .looseObject({
      id: z.string(),
      level: z.string(),
      reason: z.string(),
      askedName: z.string().nullable(),
      lapsesAt: z.string(),
    })
    .nullable(),
});
export type QueuePicture = z.infer<typeof picture>;

export const queueAnswer = z.looseObject({
  pictures: z.array(picture),
  next: z.string().nullable(),
  counts: z.looseObject({ pictures: z.number(), proposals: z.number() }).nullable(),
  levels: z.array(z.string()),
  days: z.number(),
});
export type QueueAnswer = z.infer<typeof queueAnswer>;

export const hintsAnswer = z.looseObject({ hints: z.record(z.string(), z.array(hint).nullable()) });

/** One line of what the studio answers while it decides. */
export const decidedLine = z.looseObject({
  marking: z.string(),
  code: z.string().nullable(),
  detail: z.string().nullable(),
});
export type Decided = z.infer<typeof decidedLine>;
