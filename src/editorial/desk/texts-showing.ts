import { z } from 'zod';
import { standInsOf } from '../archive/look-alikes/stand-in.ts';
import type { Asker } from './desk.ts';
import { inPortions } from './portions.ts';
import { anyId, type ByLocale, byLocale } from './section.ts';

/** A text that somebody may read, with the pictures that it shows in any language. */
export interface TextShowing {
  readonly collection: 'articles' | 'events';
  readonly id: string;
  readonly title: ByLocale;
  /** Of one that stands behind another record of the same picture: that one, which is what is shown. */
  readonly pictures: ReadonlySet<string>;
}

const stored = z.looseObject({ id: anyId, title: byLocale, cover: z.string().nullish(), shows: byLocale });

const read = async (asker: Asker): Promise<readonly TextShowing[]> => {
  const { payload, user } = asker;
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
  return withStandIns(asker, texts);
};

const withStandIns = async (asker: Asker, texts: readonly TextShowing[]): Promise<readonly TextShowing[]> => {
  const named = [...new Set(texts.flatMap(({ pictures }) => [...pictures]))];
  const kept = new Map(await inPortions(named, async (some) => [...(await standInsOf(asker, some))]));
  if (kept.size === 0) return texts;
  return texts.map((text) => ({ ...text, pictures: new Set([...text.pictures].map((id) => kept.get(id) ?? id)) }));
};

const known = new WeakMap<Asker, Promise<readonly TextShowing[]>>();

/** All texts that show pictures, as far as the person may read them: read once for one look at the desk. */
export const textsShowing = (asker: Asker): Promise<readonly TextShowing[]> => {
  const found = known.get(asker) ?? read(asker);
  known.set(asker, found);
  return found;
};
