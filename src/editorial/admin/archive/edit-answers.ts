import { z } from 'zod';

export const previewAnswer = z.object({
  total: z.number(),
  changes: z.number(),
  same: z.number(),
  left: z.record(z.string(), z.number()),
  overwritten: z.array(z.object({ field: z.string(), value: z.string(), count: z.number() })),
});
export type EditPreview = z.infer<typeof previewAnswer>;

const edit = z.object({
  id: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'cancelled', 'failed']),
  change: z.record(z.string(), z.unknown()).nullable(),
  total: z.number(),
  position: z.number(),
  changed: z.number(),
  left: z.number(),
  undoes: z.string().nullable(),
  undone: z.boolean(),
  canUndo: z.boolean(),
  at: z.string().nullish(),
});
export type EditJob = z.infer<typeof edit>;
export const editsAnswer = z.object({ edits: z.array(edit) });

const leftOut = z.object({ leftOut: z.array(z.object({ picture: z.string(), code: z.string().nullable() })) });
export const leftOutAnswer = leftOut;

export const isGoing = ({ state }: EditJob): boolean => state === 'waiting' || state === 'running';
