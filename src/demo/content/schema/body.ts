import { z } from 'zod';
import { key, line } from './language.ts';

const table = z
  .strictObject({ head: z.array(line).min(2), rows: z.array(z.array(line)).min(1) })
  .refine(({ head, rows }) => rows.every((row) => row.length === head.length), 'every row is as long as the head');

/**
 * The compact notation of a body: a plain string is a paragraph, everything else an object whose first key names the
 * block. Texts may hold `**bold**`, `*italic*` and `[words](target)`, where a target is `article:<key>` (or event,
 * place, topic, agency, image) or an http address.
 */
export const demoBlock = z.union([
  line,
  z.strictObject({ h2: line }),
  z.strictObject({ h3: line }),
  z.strictObject({ ul: z.array(line).min(1) }),
  z.strictObject({ ol: z.array(line).min(1) }),
  z.strictObject({ quote: line }),
  z.strictObject({ image: key, caption: line }),
  z.strictObject({ table }),
  z.strictObject({ facts: line, items: z.array(line).min(1) }),
]);
export type DemoBlock = z.infer<typeof demoBlock>;

export const demoBody = z.array(demoBlock).min(1);
