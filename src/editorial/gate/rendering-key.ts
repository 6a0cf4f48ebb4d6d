import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isStudioLocale, toPublicLocale } from '#languages/locales.ts';
import { renditionWidths } from '#media/renditions.ts';
import type { RightsWords } from '#media/rights-words.ts';

/** Grows when renditions of the same master are to look or read otherwise than before. */
const recipe = 2;

/** What is to be made of a master: its name, and the words that go into every file. */
export interface RenderingOrder {
  readonly key: string;
  readonly master: string;
  readonly words: RightsWords;
}

const words = z.record(z.string(), z.string().nullish().catch(null)).nullish().catch(null);

const image = z.object({
  master: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  credit: z.string(),
  creator: z.string().nullish(),
  rights: z.string(),
  takenOn: z.string().nullish(),
  title: words,
  alt: words,
});

/** Reads from a picture what decides how its renditions come out; null when it lacks something. */
export function renderingOrder(document: unknown): RenderingOrder | null {
  const read = image.safeParse(document);
  if (!read.success) return null;
  const { master, credit, creator, rights, takenOn, title, alt } = read.data;
  const order: RightsWords = {
    credit,
    creator: creator ?? '',
    rights,
    title: byTag(title),
    alt: byTag(alt),
    ...(takenOn && { date: takenOn }),
  };
  const told = JSON.stringify([recipe, renditionWidths, master.sha256, order]);
  return { key: createHash('sha256').update(told).digest('hex'), master: master.sha256, words: order };
}

const byTag = (texts: z.infer<typeof words>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts ?? {}).flatMap(([locale, text]) =>
      isStudioLocale(locale) && text ? [[toPublicLocale(locale), text]] : [],
    ),
  );
