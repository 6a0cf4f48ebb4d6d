import { z } from 'zod';
import { legacyForms } from '#media/metadata/legacy-tables.ts';

const legacy = z.object({ form: z.enum(legacyForms), text: z.string(), certainty: z.number() });
const said = z.object({
  source: z.enum(['xmp', 'iim', 'exif']),
  lang: z.string(),
  text: z.string(),
  legacy: legacy.optional(),
});
const found = z.object({ said: z.array(said), differing: z.array(said) });
export const embeddedAnswer = z.object({
  embedded: z.object({ values: z.record(z.string(), found), unreadable: z.array(z.string()) }),
});

export type SaidWords = z.infer<typeof said>;
export type FileWords = z.infer<typeof embeddedAnswer>['embedded'];

/** What the studio answers when it is asked what a file says of itself; null where it is something else. */
export const readFileWords = (body: unknown): FileWords | null => embeddedAnswer.safeParse(body).data?.embedded ?? null;
