import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { viewerOf } from '#collections/viewer-of.ts';
import { Failure } from '#errors/failure.ts';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import type { Held } from '../acts/opened.ts';
import type { DocumentName } from '../document.ts';
import { type TranslatedCollection, translatedCollections } from '../translated-collections.ts';
import { dueBy } from '../work/due-by.ts';

/** Which documents go along, before it is known who may see them. */
export interface Choice {
  /** Collections of which everything goes; none: only what is named. */
  readonly collections: readonly TranslatedCollection[];
  /** Articles by id or by the last part of their address in any language. */
  readonly articles: readonly string[];
  /** Only what asks for work in its language. */
  readonly needsWork: boolean;
  /** Work that is given out and due by a day of the city; null: whatever is due. */
  readonly due: string | null;
}

const found = z.looseObject({ id: z.string() });

/** What is due by a day: to the person of the request where there is one, else to anybody. */
const dueTo = async (req: PayloadRequest, day: string, to: StudioLocale): Promise<DocumentName[]> => {
  const viewer = viewerOf(req.user);
  const due = await dueBy(req.payload, viewer, day, to);
  return due.filter(({ people }) => viewer === null || people.includes(viewer.id));
};

const idsWhere = async ({ db }: Pick<Payload, 'db'>, collection: string, where: Where): Promise<string[]> => {
  const select = { createdAt: true } as const;
  const { docs } = await db.find({
    ...{ collection: collection as CollectionSlug, where, select, sort: 'id' },
    ...{ limit: 0, pagination: false },
  });
  return z
    .array(found)
    .parse(docs)
    .map(({ id }) => id);
};

/** @throws Failure `article-unknown` */
const articleNamed = async (req: PayloadRequest, name: string): Promise<string> => {
  const bySlug = studioLocales.map((locale): Where => ({ [`slug.${locale}`]: { equals: name } }));
  for (const where of [{ id: { equals: name } }, ...bySlug]) {
    const [id] = await idsWhere(req.payload, 'articles', where);
    if (id !== undefined) return id;
  }
  throw new Failure('article-unknown', { article: name });
};

/**
 * The documents of a choice, each once, whoever may see them. Ids alone are held.
 * @throws Failure `article-unknown`
 */
export const namesOf = async (
  req: PayloadRequest,
  { collections, articles, due }: Choice,
  to: StudioLocale,
): Promise<DocumentName[]> => {
  const names = new Map<string, DocumentName>();
  const add = (collection: TranslatedCollection, id: string) => names.set(`${collection}/${id}`, { collection, id });
  if (due !== null) for (const { collection, id } of await dueTo(req, due, to)) add(collection, id);
  for (const article of articles) add('articles', await articleNamed(req, article));
  for (const collection of translatedCollections) {
    if (!collections.includes(collection)) continue;
    for (const id of await idsWhere(req.payload, collection, {})) add(collection, id);
  }
  return [...names.values()];
};

const done: readonly string[] = ['translated', 'reviewed'];

/** Whether somebody has something to do in a language. */
export const asksForWork = ({ sheet }: Held): boolean => !done.includes(sheet.state);
