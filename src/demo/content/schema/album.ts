import { z } from 'zod';
import { inEvery, key, line } from './language.ts';

/** One file of `albums/`: its pictures in order, all of them public; `parent` is null at the top of the tree. */
export const demoAlbum = z.strictObject({
  key,
  parent: key.nullable(),
  /** One of its pictures; null: the first stands for it. */
  cover: key.nullable(),
  agency: key,
  images: z.array(key).min(1),
  words: inEvery(z.strictObject({ title: line.max(300), description: line })),
});
export type DemoAlbum = z.infer<typeof demoAlbum>;
