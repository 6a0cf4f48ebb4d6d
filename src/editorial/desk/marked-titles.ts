import { z } from 'zod';
import { type MarkedCollection, markedCollections } from '../workflow/references.ts';
import type { Asker } from './desk.ts';
import { inPortions } from './portions.ts';
import { anyId, byLocale } from './section.ts';
import { bestTitle } from './titles.ts';

const titled = z.looseObject({ id: anyId, title: byLocale });

export interface TitledDocument {
  readonly collection: MarkedCollection;
  readonly id: string;
  readonly title: string;
}

/** Documents that markings speak of, with their titles: those that the person may know of. */
export const titledDocuments = async (
  { payload, user }: Asker,
  subjects: readonly { readonly subjectType: MarkedCollection; readonly subjectId: string }[],
): Promise<TitledDocument[]> => {
  const found: TitledDocument[] = [];
  for (const collection of markedCollections) {
    const ids = subjects.filter(({ subjectType }) => subjectType === collection).map(({ subjectId }) => subjectId);
    const some = await inPortions([...new Set(ids)], async (asked) => {
      const { docs } = await payload.find({
        ...{ collection, where: { id: { in: asked } }, pagination: false, limit: 0, draft: true },
        ...{ locale: 'all', select: { title: true }, depth: 0, overrideAccess: false, user },
      });
      return z.array(titled).parse(docs);
    });
    found.push(...some.map(({ id, title }) => ({ collection, id, title: bestTitle(title) })));
  }
  return found;
};
