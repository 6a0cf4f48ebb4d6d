import { randomBytes } from 'node:crypto';
import type { Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepSealed } from '#editorial/at-rest/keep-sealed.ts';
import { sealsSettled } from '#editorial/at-rest/seal-as-marked.ts';
import { openRow } from '#editorial/at-rest/texts/seal-row.ts';
import { sealTexts } from '#editorial/at-rest/texts/seal-texts.ts';
import { storedRowsOf } from '#editorial/at-rest/texts/stored-rows.ts';
import { openExactTexts } from '#sealing/exact-text.ts';
import { keyOfText } from '#sealing/sealed-text.ts';
import { bodyOf } from '../support/lexical.ts';
import { jpegOf, pictureForm, texturedPicture } from '../support/pictures.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { type Keys, newKeys } from './support/keys.ts';
import { formsOf, liesOpenIn } from './support/lies-open.ts';

const decision = { legalBasis: 'law-2025', listItem: '1.2', officer: 'Lan', decidedOn: '2026-03-02' };

type Stored = Record<string, unknown> & { id: string };

/** Everything that a server of MongoDB was given, collection by collection. */
const storedIn = async (payload: Payload): Promise<[string, Stored[]][]> => {
  const { connection } = payload.db as unknown as {
    connection: {
      db: { collections(): Promise<{ collectionName: string; find(): { toArray(): Promise<Stored[]> } }[]> };
    };
  };
  const all: [string, Stored[]][] = [];
  for (const one of await connection.db.collections()) all.push([one.collectionName, await one.find().toArray()]);
  return all;
};

describe.each(databases)('texts that are sealed, on %s', (database) => {
  const canary = `c${randomBytes(12).toString('hex')}`;
  let keys: Keys;
  let studio: Studio;
  let officer: Person;
  let id: string;

  /** Where the string lies as it is: files, or collections. */
  const liesOpen = async (words = canary): Promise<string[]> => {
    if (database === 'sqlite') return liesOpenIn(studio.folder, words);
    const forms = formsOf(words);
    return (await storedIn(studio.payload)).flatMap(([name, docs]) => {
      const bytes = Buffer.from(JSON.stringify(docs));
      return forms.some((form) => bytes.includes(form)) ? [name] : [];
    });
  };
  const words = (more = '') => ({
    title: `Phà ${canary} ${more}`,
    summary: `Tóm ${canary} ${more}.`,
    body: bodyOf([`Đoạn ${canary} ${more}`]),
  });
  const read = async (path: string) => {
    const { status, body } = await officer.get(path);
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  };

  beforeAll(async () => {
    keys = await newKeys();
    studio = await startStudio({
      database,
      values: { profile: 'isolated', atRest: keys.atRest, textsAtRest: async () => keys.keys, archiveDir: undefined },
    });
    keepSealed(studio.payload, studio.values);
    officer = await studio.person(['security-officer', 'curator', 'editor', 'translator'], { clearance: 'tuyet_mat' });
  }, 120_000);
  afterAll(async () => {
    await studio?.close();
    await keys?.[Symbol.asyncDispose]();
  });

  it('are found open where nothing seals them, so that the search is worth something', async () => {
    await using open = await startStudio({ database });
    const editor = await open.person('editor');
    expect((await editor.post('/api/articles?locale=vi', words())).status).toBe(201);
    const sealed = studio;
    studio = open;
    expect(await liesOpen()).not.toEqual([]);
    studio = sealed;
  });

  it('are written, read, changed and listed by people as they are, and lie open nowhere', async () => {
    const made = await officer.post('/api/articles?locale=vi&depth=0', words());
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    id = made.body.doc.id;
    expect(made.body.doc).toMatchObject(words());
    const { revision } = made.body.doc;
    const changed = await officer.patch(`/api/articles/${id}?locale=vi&depth=0`, { ...words('hai'), revision });
    expect(changed.status, JSON.stringify(changed.body)).toBe(200);
    const english = { title: `Ferry ${canary}`, revision: changed.body.doc.revision };
    expect((await officer.patch(`/api/articles/${id}?locale=en&draft=true&depth=0`, english)).status).toBe(200);
    expect(await read(`/api/articles/${id}?locale=vi&depth=0&draft=true`)).toMatchObject(words('hai'));
    expect((await read(`/api/articles/${id}?locale=en&depth=0&draft=true`)).title).toBe(english.title);
    const { docs } = await read(`/api/articles/versions?where[parent][equals]=${id}&locale=vi&depth=0&sort=createdAt`);
    expect(docs[0].version).toMatchObject(words());
    expect((await read('/api/articles?locale=vi&depth=0&draft=true')).docs[0].title).toBe(words('hai').title);
    expect(await liesOpen()).toEqual([]);
  });

  it('go back to an earlier version, and two of one name have two addresses', async () => {
    const { docs } = await read(`/api/articles/versions?where[parent][equals]=${id}&locale=vi&depth=0&sort=createdAt`);
    const back = await officer.post(`/api/articles/versions/${docs[0].id}?locale=vi`);
    expect(back.status, JSON.stringify(back.body)).toBe(200);
    expect(back.body.doc.title).toBe(words().title);
    const [one, other] = [
      await officer.post('/api/articles?locale=vi', words('x')),
      await officer.post('/api/articles?locale=vi', words('x')),
    ];
    expect(other.body.doc.slug).toBe(`${one.body.doc.slug}-2`);
    expect(await liesOpen()).toEqual([]);
  });

  it('of pictures, markings and what people say besides lie open nowhere either', async () => {
    const bytes = await jpegOf(texturedPicture(31).withExif({ IFD0: { Artist: canary } }));
    const form = pictureForm(bytes, { title: `Ảnh ${canary}`, credit: canary }, `${canary}.jpg`);
    const sent = await officer.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body: form });
    expect(sent.status, JSON.stringify(sent.body)).toBe(201);
    const picture = await read(`/api/images/${sent.body.doc.id}?locale=vi&depth=0`);
    expect(picture).toMatchObject({ title: `Ảnh ${canary}`, credit: canary, master: { filename: `${canary}.jpg` } });
    const raised = await officer.post(`/api/markings/${picture.marking}/raise`, {
      ...{ level: 'toi_mat', basis: `Vì ${canary}`, decision: { ...decision, listItem: canary } },
    });
    expect(raised.status, JSON.stringify(raised.body)).toBe(200);
    expect((await read(`/api/images/${picture.id}/history`)).entries.length).toBeGreaterThan(0);
    expect(await liesOpen()).toEqual([]);
  });

  it('lie under the key of the level of their document, versions with it, and follow a raise', async () => {
    const levels = async () => {
      const rows = storedRowsOf(studio.payload.db);
      const where = { parent: { equals: id } };
      const versions = await rows?.findVersions<Stored>({ collection: 'articles', where, pagination: false });
      const main = await rows?.findOne<Stored>({ collection: 'articles', where: { id: { equals: id } } });
      const titles = [main, ...(versions?.docs.map(({ version }) => version) ?? [])].map((doc) => doc?.title);
      return new Set(titles.map((title) => keyOfText((title as { vi: string }).vi).level));
    };
    expect(await levels()).toEqual(new Set(['restricted']));
    const before = await read(`/api/articles/${id}?locale=vi&depth=0&draft=true`);
    const raised = await officer.post(`/api/markings/${before.marking}/raise`, {
      basis: 'x',
      level: 'toi_mat',
      decision,
    });
    expect(raised.status, JSON.stringify(raised.body)).toBe(200);
    await sealsSettled(studio.payload);
    expect(await levels()).toEqual(new Set(['toi_mat']));
    expect(await read(`/api/articles/${id}?locale=vi&depth=0&draft=true`)).toEqual(before);
  });

  it('that lay open from before are sealed, leave no trace in the files, and stay what they were', async () => {
    const own = `d${randomBytes(12).toString('hex')}`;
    const { databaseUrl } = studio.values;
    await using open = await startStudio({ database, values: { databaseUrl } });
    const made = await open.payload.create({
      ...{ collection: 'articles', locale: 'vi', draft: true, depth: 0 },
      data: { title: own, summary: own, body: bodyOf([own]) } as never,
    });
    expect(await liesOpen(own)).not.toEqual([]);
    await sealTexts(studio.payload);
    expect(await liesOpen(own)).toEqual([]);
    const found = await studio.payload.findByID({
      collection: 'articles',
      id: made.id,
      locale: 'vi',
      draft: true,
      depth: 0,
    });
    expect(found).toMatchObject({ title: own, summary: own, body: bodyOf([own]) });
  });

  it('are refused in another’s place', async () => {
    const rows = storedRowsOf(studio.payload.db);
    const { docs } = (await rows?.find<Stored>({ collection: 'articles', pagination: false })) ?? { docs: [] };
    const sealing = { keys: async () => keys.keys, exact: async () => never };
    const [one, other] = docs.map((doc) => ({ collection: 'articles', id: String(doc.id), title: doc.title }));
    if (!one || !other) throw new Error('there are not two');
    expect(await openRow(other, { title: other.title }, sealing)).toMatchObject({ title: { vi: expect.anything() } });
    await expect(openRow(one, { title: other.title }, sealing)).rejects.toMatchObject({ code: 'sealed-foreign' });
  });
});

const never = openExactTexts(Buffer.alloc(32));
