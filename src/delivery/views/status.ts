import { z } from 'zod';
import { instant, publicLocale, recordTypes } from '#record/common.ts';

const counts = z.record(publicLocale, z.int());

export const status = z
  .strictObject({
    ready: z.boolean().meta({ description: 'Whether content is served' }),
    sequence: z.int().meta({ description: 'Number of the newest entry of the feed that this node has applied' }),
    lagSeconds: z
      .number()
      .nullable()
      .meta({ description: 'Since when this node has not been at the head of its feed; null: it never was' }),
    fresh: z.boolean().meta({
      description:
        'At the head of a feed that proves itself and whose writer signed lately (within two minutes, or the time that this deployment has set)',
    }),
    feed: z
      .strictObject({
        ok: z.boolean(),
        code: z.string().nullable().meta({ description: 'Why the feed is refused', example: 'feed-signature-bad' }),
        since: instant.nullable().meta({ description: 'Since when it is refused' }),
        signedAt: instant.nullable().meta({ description: 'When the newest checkpoint known was signed' }),
      })
      .meta({ description: 'A node that refuses its feed keeps serving what it has' }),
    alarm: z.enum(['feed-silent']).nullable().meta({
      description: 'Whether the writer of the feed has signed nothing for longer than this deployment has set',
    }),
    pending: z.int().meta({
      description: 'Entries of the feed that are still to be applied, and documents that wait to be rendered again',
    }),
    counts: z.record(z.enum(recordTypes), counts).meta({
      description: 'Documents by type and language, without fallback',
    }),
  })
  .meta({ id: 'Status' });
export type Status = z.infer<typeof status>;
