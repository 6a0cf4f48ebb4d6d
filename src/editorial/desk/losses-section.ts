import type { Where } from 'payload';
import { z } from 'zod';
import type { Asker, DeskItem, DeskSection } from './desk.ts';
import { type NoticeDays, noticeDays, noticeFor } from './rights-section.ts';
import { anyId, byLocale, oldestFirst, sectionOf } from './section.ts';
import { bestTitle } from './titles.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** When a picture goes, and within how many days; 0: it is not shown any more. */
interface Loss {
  readonly at: string;
  readonly within: NoticeDays | 0;
}

const moment = z
  .union([z.string(), z.date()])
  .transform((value) => new Date(value).toISOString())
  .nullish();
const ground = z.looseObject({ id: anyId, validUntil: moment, withdrawnOn: moment });

const lossOf = ({ validUntil, withdrawnOn }: z.infer<typeof ground>, now: Date): Loss | null => {
  if (withdrawnOn) return { at: withdrawnOn, within: 0 };
  if (!validUntil) return null;
  const within = noticeFor(validUntil, now) ?? (Date.parse(validUntil) <= now.getTime() ? 0 : null);
  return within === null ? null : { at: validUntil, within };
};

/**
 * Records and consents that have ended, end soon or were withdrawn, by their ids.
 * @NOTE Read without the person's rights: of a consent nothing leaves this file but when the picture goes.
 */
const endings = async ({ payload }: Asker, now: Date): Promise<ReadonlyMap<string, Loss>> => {
  const last = new Date(now.getTime() + noticeDays[2] * dayMs).toISOString();
  const soon: Where = { validUntil: { less_than_equal: last } };
  const found = new Map<string, Loss>();
  for (const [collection, where] of [
    ['rights', soon],
    ['consents', { or: [soon, { withdrawnOn: { exists: true } }] }],
  ] as [string, Where][]) {
    const { docs } = await payload.db.find({ collection, where, limit: 0, pagination: false });
    for (const one of z.array(ground).parse(docs)) {
      const loss = lossOf(one, now);
      if (loss) found.set(one.id, loss);
    }
  }
  return found;
};

const id = z.union([anyId, z.looseObject({ id: anyId }).transform((value) => value.id)]);
const standing = z.looseObject({ id: anyId, rightsRecord: id.nullish(), consents: z.array(id).nullish() });
const titled = z.looseObject({ id: anyId, title: byLocale });

interface Lost extends Loss {
  readonly title: string;
}

/** Pictures that stand upon one of these, with the first end of each, as far as the person may know of them. */
const picturesLost = async (asker: Asker, ends: ReadonlyMap<string, Loss>): Promise<ReadonlyMap<string, Lost>> => {
  const { payload, user } = asker;
  if (ends.size === 0) return new Map();
  const ids = [...ends.keys()];
  const where: Where = { or: [{ rightsRecord: { in: ids } }, { consents: { in: ids } }] };
  const select = { rightsRecord: true, consents: true } as const;
  const found = await payload.db.find({ collection: 'images', where, limit: 0, pagination: false, select });
  const losses = new Map(
    z
      .array(standing)
      .parse(found.docs)
      .map(({ id: picture, rightsRecord, consents }) => {
        const all = [rightsRecord ?? '', ...(consents ?? [])].flatMap((one) => ends.get(one) ?? []);
        return [picture, all.sort((one, other) => one.at.localeCompare(other.at))[0]] as const;
      }),
  );
  const { docs } = await payload.find({
    collection: 'images',
    where: { id: { in: [...losses.keys()] } },
    ...{ pagination: false, limit: 0, locale: 'all', depth: 0, overrideAccess: false },
    select: { title: true },
    user,
  });
  return new Map(
    z
      .array(titled)
      .parse(docs)
      .flatMap(({ id: picture, title }) => {
        const loss = losses.get(picture);
        return loss ? [[picture, { ...loss, title: bestTitle(title) || picture.slice(0, 8) }] as const] : [];
      }),
  );
};

const showing = z.looseObject({ id: anyId, title: byLocale, cover: z.string().nullish(), shows: byLocale });

const picturesIn = ({ cover, shows }: z.infer<typeof showing>): string[] => [
  ...(cover ? [cover] : []),
  ...Object.values(shows ?? {}).flatMap((ids) => (ids ?? '').split(' ')),
];

/** What a text loses, the first to go first; null where nothing. */
const itemOf = (
  collection: string,
  text: z.infer<typeof showing>,
  lost: ReadonlyMap<string, Lost>,
): DeskItem | null => {
  const all = [...new Set(picturesIn(text))].flatMap((one) => lost.get(one) ?? []);
  const [first] = all.sort((one, other) => one.at.localeCompare(other.at));
  if (!first) return null;
  const loses = { within: first.within, picture: first.title, pictures: all.length };
  return { ...{ collection, id: text.id, title: bestTitle(text.title), locales: [], at: first.at, note: null }, loses };
};

/** Texts that show a picture of which rights or consents end soon or have fallen away: nothing is said of who gave them. */
export const textsThatLose = async (asker: Asker): Promise<DeskSection> => {
  const { payload, user, shown } = asker;
  const lost = await picturesLost(asker, await endings(asker, new Date()));
  const items: DeskItem[] = [];
  for (const collection of lost.size > 0 ? (['articles', 'events'] as const) : []) {
    const { docs } = await payload.find({
      collection,
      ...{ pagination: false, limit: 0, locale: 'all', depth: 0, overrideAccess: false },
      select: { title: true, cover: true, shows: true },
      user,
    });
    for (const text of z.array(showing).parse(docs))
      items.push(...[itemOf(collection, text, lost)].filter((one) => one !== null));
  }
  return sectionOf('losses', [{ count: items.length, items }], oldestFirst, shown);
};
