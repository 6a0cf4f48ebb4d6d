import { z } from 'zod';
import { inEvery, key, line } from './language.ts';

const contact = z.strictObject({ name: line, role: line, organisation: line, email: z.email() });

/** One file of `albums/`: its pictures in order, all of them public; `parent` is null at the top of the tree. */
export const demoAlbum = z.strictObject({
  key,
  parent: key.nullable(),
  /** One of its pictures; null: the first stands for it. */
  cover: key.nullable(),
  agency: key,
  images: z.array(key).min(1),
  /** What makes it a press kit, where it is one: a text with empty lines between paragraphs, and whom to ask. */
  press: inEvery(z.strictObject({ text: z.string().min(1).max(10_000), contact })).optional(),
  words: inEvery(z.strictObject({ title: line.max(300), description: line })),
});
export type DemoAlbum = z.infer<typeof demoAlbum>;
