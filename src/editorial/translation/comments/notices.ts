import type { Payload, PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { studioLocales } from '#languages/locales.ts';
import { atOnce } from '../../database/at-once.ts';
import type { Place } from '../acts/opened.ts';
import { translatedCollections } from '../translated-collections.ts';

const collection = 'comment-notices';

const yes = z
  .boolean()
  .nullish()
  .transform((value) => value === true);

const stored = z.looseObject({
  id: z.string(),
  thread: z.string(),
  person: z.string(),
  collection: z.enum(translatedCollections),
  documentId: z.string(),
  locale: z.enum(studioLocales),
  unread: yes,
  mentioned: yes,
  at: z.union([z.string(), z.date()]).transform((value) => new Date(value).toISOString()),
});

/** That a conversation concerns somebody, and whether they have yet to read what was said last. */
export type Notice = z.infer<typeof stored>;

const find = async ({ db }: Pick<Payload, 'db'>, where: Where, req?: PayloadRequest): Promise<Notice[]> => {
  const asked = { collection, where, limit: 0, pagination: false, ...(req ? { req } : {}) } as const;
  return z.array(stored).parse((await db.find(asked)).docs);
};

/** Whom a conversation concerns. */
export const noticesOf = (req: PayloadRequest, thread: string): Promise<Notice[]> =>
  find(req.payload, { thread: { equals: thread } }, req);

/** What somebody has not read yet. */
export const unreadOf = (payload: Pick<Payload, 'db'>, person: string): Promise<Notice[]> =>
  find(payload, { and: [{ person: { equals: person } }, { unread: { equals: true } }] });

/** What happened in a conversation, and in which place. */
interface News extends Place {
  readonly thread: string;
  /** RFC 3339. */
  readonly at: string;
}

/** Tells somebody of it: once, however often it is told. */
const tellOne = async (req: PayloadRequest, news: News, person: string, isMentioned: boolean): Promise<void> => {
  const { db } = req.payload;
  const { collection: kind, id: documentId, locale, thread, at } = news;
  const id = `${thread}/${person}`;
  const where: Where = { id: { equals: id } };
  const data = { unread: true, at, ...(isMentioned ? { mentioned: true } : {}) };
  const again = () => db.updateOne({ collection, where, data, req, ...atOnce(req.payload) });
  if ((await again()) !== null) return;
  const row = { ...data, id, thread, person, collection: kind, documentId, locale, mentioned: isMentioned };
  try {
    await db.create({ collection, customID: id, data: row, req, returning: false });
  } catch (error) {
    if ((await again()) === null) throw error;
  }
};

/** Tells people that something was said. @param mentioned those to whom it was said by name */
export const tellAll = async (
  req: PayloadRequest,
  news: News,
  people: Iterable<string>,
  mentioned: ReadonlySet<string>,
): Promise<void> => {
  for (const person of people) await tellOne(req, news, person, mentioned.has(person));
};

/**
 * Somebody has read a conversation as far as it went when they saw it: what was said since stays unread.
 * @param seen the newest comment that they saw, RFC 3339
 */
export const markRead = async (req: PayloadRequest, thread: string, person: string, seen: string): Promise<void> => {
  const where: Where = { and: [{ id: { equals: `${thread}/${person}` } }, { at: { less_than_equal: seen } }] };
  const data = { unread: false, mentioned: false };
  await req.payload.db.updateOne({ collection, where, data, req, ...atOnce(req.payload) });
};
