import { z } from 'zod';
import type { Asker } from './desk.ts';
import { anyId, type ByLocale, byLocale } from './section.ts';

/** A text that somebody may read, with the pictures that it shows in any language. */
export interface TextShowing {
  readonly collection: 'articles' | 'events';
  readonly id: string;
  readonly title: ByLocale;
  readonly pictures: ReadonlySet<string>;
}

const stored = z.looseObject({ id: anyId, title: byLocale, cover: z.string().nullish(), shows: byLocale });

const read = async ({ payload, user }: Asker): Promise<readonly TextShowing[]> => {
  const texts: TextShowing[] = [];
  for (const collection of ['articles', 'events'] as const) {
    const { docs } = await payload.find({
      collection,
      ...{ pagination: false, limit: 0, locale: 'all', depth: 0, overrideAccess: false },
      select: { title: true, cover: true, shows: true },
      user,
    });
    for (const { id, title, cover, shows } of z.array(stored).parse(docs)) {
      const inText = Object.values(shows ?? {}).flatMap((ids) => (ids ?? '').split(' '));
      const pictures = new Set([cover ?? '', ...inText].filter((one) => one !== ''));
      if (pictures.size > 0) texts.push({ collection, id, title, pictures });
    }
  }
  return texts;
};

const known = new WeakMap<Asker, Promise<readonly TextShowing[]>>();

/** All texts that show pictures, as far as the person may read them: read once for one look at the desk. */
export const textsShowing = (asker: Asker): Promise<readonly TextShowing[]> => {
  const found = known.get(asker) ?? read(asker);
  known.set(asker, found);
  return found;
};
