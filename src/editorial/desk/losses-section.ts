import type { Where } from 'payload';
import { z } from 'zod';
import type { Asker, DeskItem, DeskSection } from './desk.ts';
import { inPortions } from './portions.ts';
import { type NoticeDays, noticeDays, noticeFor } from './rights-section.ts';
import { anyId, byLocale, oldestFirst, sectionOf } from './section.ts';
import { type TextShowing, textsShowing } from './texts-showing.ts';
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

type Ground = 'rights' | 'consents';

/** Records and consents that have ended, end soon or were withdrawn. */
const endingBy = (collection: Ground, now: Date): Where => {
  const soon: Where = {
    validUntil: { less_than_equal: new Date(now.getTime() + noticeDays[2] * dayMs).toISOString() },
  };
  return collection === 'rights' ? soon : { or: [soon, { withdrawnOn: { exists: true } }] };
};

/** Whether there is anything that ends; where not, no text has to be read. */
const doesAnythingEnd = async ({ payload }: Asker, now: Date): Promise<boolean> => {
  for (const collection of ['rights', 'consents'] as const) {
    const where = endingBy(collection, now);
    if ((await payload.db.find({ collection, where, limit: 1, pagination: false })).docs.length > 0) return true;
  }
  return false;
};

/**
 * What of these ends, by id.
 * @NOTE Read without the person's rights: of a consent nothing leaves this file but when the picture goes.
 */
const endingsOf = async ({ payload }: Asker, collection: Ground, ids: ReadonlySet<string>, now: Date) => {
  const found = await inPortions([...ids], async (some) => {
    const where: Where = { and: [{ id: { in: some } }, endingBy(collection, now)] };
    const { docs } = await payload.db.find({ collection, where, limit: 0, pagination: false });
    return z.array(ground).parse(docs);
  });
  return found.flatMap((one) => {
    const loss = lossOf(one, now);
    return loss ? [[one.id, loss] as const] : [];
  });
};

const id = z.union([anyId, z.looseObject({ id: anyId }).transform((value) => value.id)]);
const standing = z.looseObject({ id: anyId, rightsRecord: id.nullish(), consents: z.array(id).nullish() });

/** Of these pictures those that are lost, with the first end of each. */
const lossesOf = async (asker: Asker, pictures: readonly string[], now: Date): Promise<ReadonlyMap<string, Loss>> => {
  const stand = await inPortions(pictures, async (some) => {
    const select = { rightsRecord: true, consents: true } as const;
    const where = { id: { in: some } };
    const { docs } = await asker.payload.db.find({ collection: 'images', where, limit: 0, pagination: false, select });
    return z.array(standing).parse(docs);
  });
  const records = new Set(stand.flatMap(({ rightsRecord }) => rightsRecord ?? []));
  const consents = new Set(stand.flatMap((one) => one.consents ?? []));
  const ends = new Map([
    ...(await endingsOf(asker, 'rights', records, now)),
    ...(await endingsOf(asker, 'consents', consents, now)),
  ]);
  return new Map(
    stand.flatMap(({ id: picture, rightsRecord, consents: given }) => {
      const all = [rightsRecord ?? '', ...(given ?? [])].flatMap((one) => ends.get(one) ?? []);
      const [first] = all.sort((one, other) => one.at.localeCompare(other.at));
      return first ? [[picture, first] as const] : [];
    }),
  );
};

const titled = z.looseObject({ id: anyId, title: byLocale });

/** Titles of pictures that the person may know of. */
const titlesOf = async (
  { payload, user }: Asker,
  pictures: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const found = await inPortions(pictures, async (some) => {
    const { docs } = await payload.find({
      collection: 'images',
      where: { id: { in: some } },
      ...{ pagination: false, limit: 0, locale: 'all', depth: 0, overrideAccess: false },
      select: { title: true },
      user,
    });
    return z.array(titled).parse(docs);
  });
  return new Map(found.map((one) => [one.id, bestTitle(one.title) || one.id.slice(0, 8)]));
};

/** Texts that show a picture of which rights or consents end soon or have fallen away: nothing is said of who gave them. */
export const textsThatLose = async (asker: Asker): Promise<DeskSection> => {
  const now = new Date();
  const texts = (await doesAnythingEnd(asker, now)) ? await textsShowing(asker) : [];
  const losses = await lossesOf(asker, [...new Set(texts.flatMap(({ pictures }) => [...pictures]))], now);
  const titles = await titlesOf(asker, [...losses.keys()]);
  const itemOf = ({ collection, id: text, title, pictures }: TextShowing): DeskItem[] => {
    const lost = [...pictures].flatMap((one) => {
      const [loss, picture] = [losses.get(one), titles.get(one)];
      return loss && picture ? [{ ...loss, picture }] : [];
    });
    const [first] = lost.sort((one, other) => one.at.localeCompare(other.at));
    if (!first) return [];
    const loses = { within: first.within, picture: first.picture, pictures: lost.length };
    return [{ ...{ collection, id: text, title: bestTitle(title), locales: [], at: first.at, note: null }, loses }];
  };
  const items = texts.flatMap(itemOf);
  return sectionOf('losses', [{ count: items.length, items }], oldestFirst, asker.shown);
};
