import { z } from 'zod';
import { askRecord } from '../archive/ask-record.ts';
import type { Asker, DeskItem, DeskSection } from './desk.ts';
import { anyId, byLocale, newestFirst, sectionOf } from './section.ts';
import { bestTitle } from './titles.ts';

const named = z.looseObject({ sha256: z.string().nullish() }).nullish();
const image = z.looseObject({ id: anyId, title: byLocale, master: named, origin: named });

/** Names that are asked for at once: databases take only so many. */
const portion = 500;

/** Images whose master, or what is known of its origin, was found damaged or missing, as far as the person may know of them. */
export const mastersWrong = async ({ payload, user, shown }: Asker): Promise<DeskSection> => {
  const wrong = askRecord(payload, (record) => record.wrong()) ?? [];
  const byName = new Map(wrong.map((one) => [one.sha256, one]));
  const itemOf = ({ id, title, master, origin }: z.infer<typeof image>): DeskItem[] => {
    const found = byName.get(master?.sha256 ?? '') ?? byName.get(origin?.sha256 ?? '');
    const base = { collection: 'images', id, title: bestTitle(title), locales: [], note: null };
    return found ? [{ ...base, at: found.since.toISOString(), master: found.state }] : [];
  };
  const answers: { count: number; items: DeskItem[] }[] = [];
  for (let from = 0; from < wrong.length; from += portion) {
    const names = wrong.slice(from, from + portion).map(({ sha256 }) => sha256);
    const { docs, totalDocs } = await payload.find({
      collection: 'images',
      where: { or: [{ 'master.sha256': { in: names } }, { 'origin.sha256': { in: names } }] },
      limit: shown,
      locale: 'all',
      select: { title: true, master: { sha256: true }, origin: { sha256: true } },
      depth: 0,
      overrideAccess: false,
      user,
    });
    answers.push({ count: totalDocs, items: z.array(image).parse(docs).flatMap(itemOf) });
  }
  return sectionOf('masters', answers, newestFirst, shown);
};
