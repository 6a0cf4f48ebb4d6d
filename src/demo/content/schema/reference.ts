import { z } from 'zod';
import { inEvery, key, line } from './language.ts';

/** One file of `topics/`; `parent` is null for the upper level of the tree. */
export const demoTopic = z.strictObject({
  key,
  parent: key.nullable(),
  words: inEvery(z.strictObject({ name: line, summary: line })),
});
export type DemoTopic = z.infer<typeof demoTopic>;

/** One file of `places/`; the position is WGS 84 in degrees. */
export const demoPlace = z.strictObject({
  key,
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  words: inEvery(z.strictObject({ name: line, address: line, summary: line })),
});
export type DemoPlace = z.infer<typeof demoPlace>;

/** One file of `agencies/`; web and mail addresses stand under the reserved name `.example`. */
export const demoAgency = z.strictObject({
  key,
  website: z.string().regex(/^https:\/\/[a-z0-9-]+\.example\/?$/),
  email: z.string().regex(/^[a-z-]+@[a-z0-9-]+\.example$/),
  phone: z.string().regex(/^\+84 [\d ]+$/),
  words: inEvery(z.strictObject({ name: line, summary: line })),
});
export type DemoAgency = z.infer<typeof demoAgency>;
