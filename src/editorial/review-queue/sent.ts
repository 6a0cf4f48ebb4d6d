import { z } from 'zod';
import { longest } from '#collections/fields/texts.ts';
import { decisionSent } from '../legal/legal-bases.ts';

/** Most pictures of one act. */
export const mostAtOnce = 200;

const marking = z.string().regex(/^[\w-]{1,64}$/);
const fingerprint = z.string().regex(/^[0-9a-f]{64}$/);
const request = z.string().min(1).max(64);
const reason = z.string().trim().min(1).max(longest.note);

/** Pictures of one act, each once. */
const items = <T extends z.ZodType<{ readonly marking: string }>>(item: T) =>
  z
    .array(item)
    .min(1)
    .max(mostAtOnce)
    .refine((all) => new Set(all.map((one) => one.marking)).size === all.length);

/** One person says of pictures that they are `restricted` or above. */
export const raising = z.strictObject({
  items: items(z.strictObject({ marking })),
  level: z.enum(['restricted', 'mat', 'toi_mat', 'tuyet_mat']),
  compartments: z.array(z.string().max(60)).max(50).default([]),
  decision: decisionSent.nullish(),
  reason,
});
export type Raising = z.infer<typeof raising>;

/** One person proposes that pictures be marked lower; below `internal` there is only what a release makes of it. */
export const proposing = z.strictObject({
  items: items(z.strictObject({ marking, fingerprint })),
  level: z.literal('internal'),
  reason,
});
export type Proposing = z.infer<typeof proposing>;

/** A second person agrees, having been shown what each fingerprint stands for. */
export const agreeing = z.strictObject({
  items: items(z.strictObject({ marking, request, fingerprint })),
  reason: z.string().trim().max(longest.note).default(''),
});
export type Agreeing = z.infer<typeof agreeing>;

/** A second person says no. */
export const refusing = z.strictObject({ items: items(z.strictObject({ marking, request })), reason });
export type Refusing = z.infer<typeof refusing>;
