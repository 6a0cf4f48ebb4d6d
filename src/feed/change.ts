import { z } from 'zod';
import { publicId, recordType } from '#record/common.ts';
import { publicRecord } from '#record/records.ts';

/** One change of what the public may see: the whole new state of a document, or its tombstone (which tells nothing but the id). */
export const change = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('put'), record: publicRecord }),
  z.strictObject({ op: z.literal('withdraw'), type: recordType, id: publicId }),
]);
export type Change = z.infer<typeof change>;
