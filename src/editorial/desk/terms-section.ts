import { z } from 'zod';
import { reviewDays, stageOf } from '../legal/legal-bases.ts';
import { cityDay } from '../translation/terms/city-day.ts';
import { markedCollections } from '../workflow/references.ts';
import type { Asker, DeskItem, DeskSection } from './desk.ts';
import { titledDocuments } from './marked-titles.ts';
import { oldestFirst } from './section.ts';

const ending = z.looseObject({
  subjectType: z.enum(markedCollections),
  subjectId: z.string(),
  protectedUntil: z.string(),
});

const day = 24 * 60 * 60 * 1000;

/**
 * Markings whose term ends within half a year, or has ended, the first first, for whoever decides what becomes of them. Told anew at
 * each look: no clock has to have run, and none changes anything.
 */
export const termsEnding = async (asker: Asker): Promise<DeskSection> => {
  const now = new Date();
  const last = cityDay(new Date(now.getTime() + reviewDays[0] * day));
  const { docs } = await asker.payload.find({
    ...{ collection: 'markings', where: { protectedUntil: { less_than_equal: last, exists: true } } },
    ...{ pagination: false, limit: 0, depth: 0, overrideAccess: false, user: asker.user },
    select: { subjectType: true, subjectId: true, protectedUntil: true },
  });
  const markings = z.array(ending).parse(docs);
  const until = new Map(markings.map((one) => [`${one.subjectType} ${one.subjectId}`, one.protectedUntil]));
  const items = (await titledDocuments(asker, markings)).flatMap((document): DeskItem[] => {
    const ends = until.get(`${document.collection} ${document.id}`) ?? '';
    const within = stageOf(ends, cityDay(now));
    return within === null ? [] : [{ ...document, locales: [], at: ends, note: null, term: { within } }];
  });
  return { key: 'terms', count: items.length, items: items.sort(oldestFirst).slice(0, asker.shown) };
};
