import type { Where } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { areDoubted, doubtSeals } from '#editorial/database/seals/doubt.ts';
import { keepSealsTrue, mendSeals } from '#editorial/database/seals/mend-seals.ts';
import { sealStoreOf } from '#editorial/database/seals/seal-store-of.ts';
import { databasesInTurn } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { type Marked, type Office, openOffice } from './support/lowering.ts';
import { forgeSeal, sealsAstray } from './support/seals.ts';

describe.each(databasesInTurn)('seals are those of markings, on %s', (database) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(database);
  });
  afterAll(() => office?.studio.close());

  /** What lists tell somebody of documents with a word in their title: ids and totals, of drafts and of what is stored, and a count. */
  const told = async (who: Person, { collection }: Pick<Marked, 'collection'>, word: string): Promise<string> => {
    const said: unknown[] = [];
    for (const how of ['draft=true', 'draft=false', 'draft=true&limit=1', 'pagination=false']) {
      const { body } = await who.get(`/api/${collection}?locale=vi&depth=0&${how}&where[title][like]=${word}`);
      said.push(
        body.docs.map(({ id }: { id: string }) => id),
        body.totalDocs,
      );
    }
    const counted = await who.get(`/api/${collection}/count?locale=vi&where[title][like]=${word}`);
    return JSON.stringify([...said, counted.body.totalDocs]);
  };

  /** Versions into which nothing can be written. */
  const full = (model: unknown) => {
    const updateMany = () => Promise.reject(new Error('disk full'));
    const { collection } = model as { collection: object };
    const refusing = new Proxy(collection, {
      get: (of, name) => (name === 'updateMany' ? updateMany : Reflect.get(of, name, of)),
    });
    return new Proxy(model as object, {
      get: (of, name) => (name === 'collection' ? refusing : Reflect.get(of, name, of)),
    });
  };

  const rowOf = async ({ collection, id }: Pick<Marked, 'collection' | 'id'>, req?: unknown) =>
    (await office.studio.payload.db.findOne({
      ...{ collection, where: { id: { equals: id } } },
      ...(req ? { req: req as never } : {}),
    })) as unknown as { seal: string | null; updatedAt: string };

  it('R50: a document from before there were seals is listed by its marking, and sealed afterwards', async () => {
    const { studio, people } = office;
    const happening = { title: 'Lễ đã có', startsAt: '2030-01-01T02:00:00Z', endsAt: '2030-01-01T05:00:00Z' };
    const sent = await people.editor.post('/api/events?locale=vi&depth=0', { ...happening, kind: 'festival' });
    expect(sent.status, JSON.stringify(sent.body)).toBe(201);
    const event = { collection: 'events', ...(sent.body.doc as { id: string; marking: string }) } as const;
    await forgeSeal(studio, event, null);
    const store = sealStoreOf(studio.payload.db);
    const places = [false, true].map((versions) => ({ collection: 'events', versions }) as const);
    for (const place of places) expect(await store.lacks(place)).toBe(true);
    const list = async () => (await people.uncleared.get('/api/events?draft=true&locale=vi')).body.totalDocs;
    expect(await list()).toBe(1);
    expect(await mendSeals(studio.payload)).toBe(2);
    expect(await mendSeals(studio.payload)).toBe(0);
    for (const place of places) expect(await store.lacks(place)).toBe(false);
    expect([await sealsAstray(studio, [event]), await list()]).toEqual([[], 1]);
  });

  it('R50 R51: follow every change of a marking, and nothing else of the document moves', async () => {
    const { studio, people, raise, ask, agree } = office;
    const picture = await office.photograph('Cầu cảng');
    const text = await office.write('Cầu', { cover: picture.id });
    const album = await people.curator.post('/api/albums?locale=vi&depth=0', { title: 'Cầu', description: 'x' });
    const albumOf = { collection: 'albums', ...(album.body.doc as { id: string; marking: string }) } as const;
    const copy = (await people.editor.post(`/api/articles/${text.id}/duplicate?locale=vi&depth=0`, {})).body.doc;
    const all = [picture, text, albumOf, { collection: 'articles', id: copy.id, marking: copy.marking } as const];
    expect(await sealsAstray(studio, all)).toEqual([]);
    const before = await rowOf(text);
    await raise(picture, { compartments: ['harbour'] });
    expect((await raise({ ...text, ...albumOf } as never)).status).toBe(200);
    expect(await sealsAstray(studio, all)).toEqual([]);
    expect(await rowOf(text)).toMatchObject({ seal: 'restricted|harbour', updatedAt: before.updatedAt });
    const versions = await people.officer.get(`/api/articles/versions?where[parent][equals]=${text.id}`);
    expect(versions.body.totalDocs).toBe(1);
    expect((await ask(picture)).status).toBe(200);
    // A seal that is mended is no change of what waits for an answer
    await forgeSeal(studio, picture, 'internal|');
    expect(await mendSeals(studio.payload)).toBeGreaterThan(0);
    expect((await agree(picture, people.second)).status).toBe(200);
    expect((await ask(text)).status).toBe(200);
    const agreed = await agree(text, people.second);
    expect(agreed.status, JSON.stringify(agreed.body)).toBe(200);
    expect([await sealsAstray(studio, all), (await rowOf(text)).seal]).toEqual([[], 'internal|']);
  });

  it('R50: while a marking changes the document bears what covers it before and after', async () => {
    const { studio, raise } = office;
    const text = await office.write('Giữa chừng');
    await raise(text, { compartments: ['harbour'] });
    const { db } = studio.payload;
    const update = db.updateOne;
    const borne: unknown[] = [];
    db.updateOne = async (args) => {
      if (args.collection === 'markings') borne.push((await rowOf(text, args.req)).seal);
      return update(args);
    };
    try {
      await raise(text, { compartments: ['harbour', 'metro'] });
    } finally {
      db.updateOne = update;
    }
    expect(borne).toEqual(['restricted|harbour+metro']);
  });

  /** Lets something be done by others while the marking of a document has been read and the document is not written yet. */
  const meanwhile = async (act: () => Promise<unknown>, write: () => Promise<unknown>): Promise<void> => {
    const { db } = office.studio.payload;
    const read = db.findOne;
    let others: (() => Promise<unknown>) | null = act;
    const interrupted = async (args: Parameters<typeof read>[0]) => {
      const found = await read.call(db, args);
      const now = args.collection === 'markings' ? others : null;
      if (now) others = null;
      await now?.();
      return found;
    };
    db.findOne = interrupted as typeof read;
    try {
      await write();
    } finally {
      db.findOne = read;
    }
    expect(others).toBeNull();
  };

  it('R46 R50: a write that meets a raise bears the seal of what it is now, and no total tells of it', async () => {
    const { studio, people, raise } = office;
    const { db } = studio.payload;
    // The older one: where a page has room for one, it is on the next
    const [hidden, open] = [await office.write('gặp kín'), await office.write('gặp mở')];
    const data = { marking: hidden.marking } as never;
    const save = () => db.updateOne({ collection: 'articles', id: hidden.id, data, returning: false });
    const total = async (how: string) => {
      const path = `/api/articles?locale=vi&limit=1&sort=-createdAt&${how}&where[title][like]=gặp`;
      return (await people.uncleared.get(path)).body.totalDocs;
    };
    await meanwhile(async () => expect((await raise(hidden)).status).toBe(200), save);
    expect([await total('draft=true'), await total('draft=false')]).toEqual([1, 1]);
    expect(await sealsAstray(studio, [hidden, open])).toEqual([]);
    // Twice raised while it is written once
    const twice = async () => {
      await raise(hidden, { compartments: ['harbour'] });
      await raise(hidden, { compartments: ['harbour', 'metro'] });
    };
    await meanwhile(twice, save);
    expect([await sealsAstray(studio, [hidden]), (await rowOf(hidden)).seal]).toEqual([[], 'restricted|harbour+metro']);
  });

  it('R46 R50: a process that starts counts by markings until it has compared all seals', async () => {
    const { studio, people, raise } = office;
    const [hidden] = [await office.write('khởi động kín'), await office.write('khởi động mở')];
    await raise(hidden);
    const total = async () => {
      const path = '/api/articles?locale=vi&draft=true&limit=1&sort=-createdAt&where[title][like]=khởi';
      return (await people.uncleared.get(path)).body.totalDocs;
    };
    expect(await total()).toBe(1);
    // As one leaves it that was killed where there are no transactions: the page has no room for it, the total would have
    await forgeSeal(studio, hidden, 'internal|');
    doubtSeals(studio.payload.db);
    expect([await total(), (await sealsAstray(studio, [hidden])).length > 0]).toEqual([1, true]);
    keepSealsTrue(studio.payload);
    expect(areDoubted(studio.payload.db)).toBe(true);
    await expect.poll(() => areDoubted(studio.payload.db), { interval: 20, timeout: 60_000 }).toBe(false);
    expect([await total(), await sealsAstray(studio, [hidden])]).toEqual([1, []]);
  });

  it.each(['articles', 'images'] as const)(
    'R46 R50: a seal of %s that is too low shows nothing',
    async (collection) => {
      const { studio, people, raise } = office;
      const word = `thấp${collection}`;
      const make = (title: string) => (collection === 'images' ? office.photograph(title) : office.write(title));
      const [open, hidden] = [await make(`${word} mở`), await make(`${word} kín`)];
      await raise(hidden);
      const [mine, theirs] = [await told(people.uncleared, open, word), await told(people.officer, open, word)];
      expect([mine.includes(hidden.id), mine.includes(open.id), theirs.includes(hidden.id)]).toEqual([
        false,
        true,
        true,
      ]);
      await forgeSeal(studio, hidden, 'internal|');
      expect(await told(people.uncleared, open, word)).toBe(mine);
      // Whoever came upon it has mended it
      expect(await sealsAstray(studio, [hidden])).toEqual([]);
      // Nothing is marked like this, so that nobody asks for it
      await forgeSeal(studio, hidden, 'public|metro');
      expect(await told(people.uncleared, open, word)).toBe(mine);
      await forgeSeal(studio, hidden, 'internal|');
      const act = async (id: string) => {
        const path = `/api/${collection}/${id}?draft=true&locale=vi`;
        const answers = [await people.uncleared.get(path), await people.uncleared.patch(path, { title: 'x' })];
        return answers.map(({ status, body }) => [status, body.code]);
      };
      expect(await act(hidden.id)).toEqual(await act('3f0e0000-0000-4000-8000-000000000000'));
      await mendSeals(studio.payload);
      expect(await told(people.officer, open, word)).toBe(theirs);
    },
  );

  it('R46 R50: whoever comes upon a seal that cannot be mended reads on, by the markings', async () => {
    const { studio, people, raise } = office;
    const [open, hidden] = [await office.write('khoá mở'), await office.write('khoá kín')];
    await raise(hidden);
    const before = await told(people.uncleared, open, 'khoá');
    await forgeSeal(studio, hidden, 'internal|');
    const db = studio.payload.db as unknown as { beginTransaction: unknown; versions: Record<string, unknown> };
    const { beginTransaction, versions } = db;
    Object.assign(db, { beginTransaction: () => Promise.reject(new Error('disk full')) });
    if (database === 'mongodb') Object.assign(db, { versions: { ...versions, articles: full(versions.articles) } });
    const meanwhile = await told(people.uncleared, open, 'khoá');
    Object.assign(db, { beginTransaction, versions });
    expect([meanwhile, (await sealsAstray(studio, [hidden])).length > 0]).toEqual([before, true]);
    await mendSeals(studio.payload);
  });

  it('R50: a seal that is missing or cannot be read hides, until it is mended', async () => {
    const { studio, people } = office;
    const text = await office.write('thiếu');
    const before = await told(people.uncleared, text, 'thiếu');
    for (const forged of [null, '', 'x', 'restricted|']) {
      await forgeSeal(studio, text, forged);
      const { body } = await people.uncleared.get('/api/articles?draft=true&locale=vi&where[title][like]=thiếu');
      expect([forged, body.totalDocs]).toEqual([forged, 0]);
      expect(await mendSeals(studio.payload, 1)).toBe(2);
      expect(await told(people.uncleared, text, 'thiếu')).toBe(before);
    }
  });

  it('R1 R2 R10: nobody is told a seal, asks by one or sets one', async () => {
    const { studio, people } = office;
    const text = await office.write('không nói');
    for (const path of [
      `/${text.id}?depth=2`,
      '?draft=true&depth=2&locale=all',
      '/versions?depth=2',
      `/${text.id}?select[seal]=true`,
    ])
      expect(JSON.stringify((await people.officer.get(`/api/articles${path}`)).body), path).not.toMatch(
        /"seal":"[^"]*"(?![^{}]*subjectId)/,
      );
    for (const question of ['where[seal][equals]=internal|', 'sort=seal', 'where[version.seal][exists]=true'])
      expect((await people.officer.get(`/api/articles?${question}`)).body.code, question).toBe('parameter-invalid');
    const seal = 'public|';
    const patched = await people.editor.patch(`/api/articles/${text.id}?locale=vi`, {
      title: 'khác',
      seal,
      revision: 1,
    });
    const made = await people.editor.post('/api/articles?locale=vi&depth=0', { title: 'Mới', seal });
    const id = made.body.doc?.id as string | undefined;
    await studio.payload.update({
      collection: 'articles',
      id: text.id,
      data: { title: 'nữa', seal } as never,
      locale: 'vi',
    });
    await studio.payload.db.updateOne({ collection: 'articles', id: text.id, data: { seal } as never });
    expect(patched.status).toBeLessThan(500);
    const where: Where = { id: { equals: id ?? '' } };
    const row = id
      ? ((await studio.payload.db.findOne({ collection: 'articles', where })) as Record<string, unknown> | null)
      : null;
    const others = row ? [{ collection: 'articles', id: String(row.id), marking: String(row.marking) } as const] : [];
    expect(await sealsAstray(studio, [text, ...others])).toEqual([]);
  });
});
