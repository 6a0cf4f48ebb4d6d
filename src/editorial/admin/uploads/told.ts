import { z } from 'zod';

const fate = z.object({
  file: z.string(),
  outcome: z.enum(['stored', 'attention', 'known', 'refused']),
  code: z.string().nullable(),
  reason: z.string().nullable(),
  lacks: z.array(z.string()),
  image: z.string().nullable(),
  bytes: z.number(),
});

/** What the studio tells of a file. */
export type ToldFate = z.infer<typeof fate>;

export const outcomes = ['stored', 'attention', 'known', 'refused'] as const;

export const toldState = z.object({
  state: z.enum(['receiving', 'settling', 'done']),
  fates: z.array(fate),
});

export const toldBatch = z.object({ fates: z.array(fate), isWhole: z.boolean() });

export const toldBatches = z.object({
  batches: z.array(z.object({ id: z.string(), at: z.string(), files: z.number() })),
});
