import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { sealStoreOf } from '#editorial/database/seals/seal-store-of.ts';
import type { StudioLocale } from '#languages/locales.ts';
import { openMasterStore } from '#media/intake/master-store.ts';
import type { Studio } from '../../support/studio.ts';
import { bodyOf, paragraph, words } from './lexical.ts';

type Local<T = string> = Partial<Record<StudioLocale, T>>;
type Marked = 'articles' | 'events' | 'images' | 'albums';
type Anything = Marked | 'topics' | 'places' | 'agencies';

/** What an article starts as; every language in `titles` is published. */
export interface ArticleStart {
  readonly titles: Local;
  readonly level?: string;
  readonly [field: string]: unknown;
}

/**
 * Puts documents into the studio's database as they look once editors are done, beneath access rules and hooks: the gate
 * must judge what is there, whoever put it there. Hints are left by hand, so that a test can lose or double them.
 */
export interface Newsroom {
  topic(name: string): Promise<string>;
  article(start: ArticleStart): Promise<string>;
  image(title: string, fields?: Record<string, unknown>): Promise<string>;
  /** Changes fields of a document; localised ones as objects by language. */
  write(collection: Anything, id: string, fields: Record<string, unknown>): Promise<void>;
  mark(collection: Marked, id: string, level: string): Promise<void>;
  remove(collection: Anything, id: string): Promise<void>;
  hint(collection: string, documentId: string, at?: Date): Promise<void>;
  read(collection: Anything, id: string): Promise<Record<string, unknown>>;
}

const moment = '2026-01-10T08:00:00.000Z';
const slugOf = (title: string) => title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
const forEach = <T>(titles: Local, value: (title: string) => T) =>
  Object.fromEntries(Object.entries(titles).map(([locale, title]) => [locale, value(title)]));

export const openNewsroom = async ({ payload, values, person }: Studio): Promise<Newsroom> => {
  const { db } = payload;
  const masters = await openMasterStore(values.mastersDir);
  const [curator, second] = [await person('curator'), await person('curator')];

  const create = async (collection: string, fields: Record<string, unknown>) => {
    const data = { createdAt: moment, updatedAt: moment, ...fields };
    await db.create({ collection, data, ...('id' in fields && { customID: String(fields.id) }) });
  };
  const marking = async (collection: string, id: string, level: string) => {
    const made = randomUUID();
    const history = [{ id: randomUUID(), at: moment, by: 'x', from: 'internal', to: level }];
    await create('markings', { id: made, level, seal: `${level}|`, subjectType: collection, subjectId: id, history });
    return made;
  };
  const hint: Newsroom['hint'] = (collection, documentId, at = new Date()) =>
    db
      .create({ collection: 'outbox', data: { id: randomUUID(), collection, documentId, at: at.toISOString() } })
      .then(() => undefined);
  const read = async (collection: string, id: string) => {
    const found = await db.findOne<Record<string, unknown> & { id: string }>({
      collection,
      where: { id: { equals: id } },
    });
    if (!found) throw new Error(`no ${collection} ${id}`);
    return found;
  };

  return {
    hint,
    read,
    topic: async (name) => {
      const id = randomUUID();
      await create('topics', { id, name: { vi: name }, slug: { vi: slugOf(name) }, summary: {} });
      return id;
    },
    article: async ({ titles, level = 'public', ...fields }) => {
      const id = randomUUID();
      const dates = forEach(titles, () => moment);
      await create('articles', {
        id,
        title: titles,
        slug: forEach(titles, slugOf),
        summary: forEach(titles, (title) => `About ${title}`),
        body: forEach(titles, (title) => bodyOf(paragraph(words(`Text of ${title}`)))),
        source: Object.keys(titles)[0],
        _status: forEach(titles, () => 'published'),
        firstPublished: dates,
        lastPublished: dates,
        publishedBy: forEach(titles, () => 'publisher'),
        standing: forEach(titles, () => ({ by: 'publisher', authors: ['writer'] })),
        marking: await marking('articles', id, level),
        ...fields,
      });
      return id;
    },
    image: async (title, { level = 'public', ...fields } = {}) => {
      const id = randomUUID();
      const { sha256 } = await masters.put(await drawing(title));
      await create('images', {
        id,
        title: { vi: title },
        slug: { vi: slugOf(title) },
        alt: { vi: `Picture of ${title}` },
        credit: 'Photo: Bến Thành',
        rights: 'http://creativecommons.org/licenses/by/4.0/',
        focusX: 0.5,
        focusY: 0.5,
        master: { sha256, bytes: 1, type: 'image/jpeg', width: 400, height: 300, filename: 'x.jpg' },
        marking: await marking('images', id, String(level)),
        createdBy: curator.id,
        releasedBy: second.id,
        ...fields,
      });
      return id;
    },
    write: async (collection, id, fields) => {
      const before = await read(collection, id);
      await db.updateOne({ collection, id, data: { ...before, ...fields, updatedAt: new Date().toISOString() } });
    },
    mark: async (collection, id, level) => {
      const { marking: of } = await read(collection, id);
      const before = await read('markings', String(of));
      await db.updateOne({ collection: 'markings', id: String(of), data: { ...before, level, seal: `${level}|` } });
      const marking = { id: String(of), subjectId: id };
      await sealStoreOf(db).write({}, collection, marking, `${level}|`);
    },
    remove: async (collection, id) => {
      await db.deleteOne({ collection, where: { id: { equals: id } } });
    },
  };
};

/** A picture that no other title has. */
const drawing = (title: string): Promise<Buffer> => {
  const [r = 0, g = 0, b = 0] = Buffer.from(title.padEnd(3, '.'));
  return sharp({ create: { width: 400, height: 300, channels: 3, background: { r, g, b } } })
    .jpeg()
    .toBuffer();
};
