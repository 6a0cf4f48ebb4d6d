import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepSealed } from '#editorial/at-rest/keep-sealed.ts';
import { sealsSettled } from '#editorial/at-rest/seal-as-marked.ts';
import { textsUnder } from '#editorial/at-rest/texts/count-texts.ts';
import { rewrapTexts } from '#editorial/at-rest/texts/rewrap-texts.ts';
import { openRow } from '#editorial/at-rest/texts/seal-row.ts';
import { sealTexts } from '#editorial/at-rest/texts/seal-texts.ts';
import { storedRowsOf } from '#editorial/at-rest/texts/stored-rows.ts';
import { newSigningKey } from '#feed/keys.ts';
import { destroyKey } from '#sealing/destroy-key.ts';
import { openExactTexts } from '#sealing/exact-text.ts';
import type { SealedLevel } from '#sealing/identity.ts';
import { addGeneration } from '#sealing/key-folder.ts';
import { folderStore } from '#sealing/key-store.ts';
import { keyOfText } from '#sealing/sealed-text.ts';
import { hide } from '../security/support/hidden-world.ts';
import { bodyOf } from '../support/lexical.ts';
import { jpegOf, pictureForm, texturedPicture } from '../support/pictures.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { beginBatch, sendWhole } from '../uploads/support/tus.ts';
import { type Keys, newKeys, passphrase } from './support/keys.ts';
import { formsOf, liesOpenIn } from './support/lies-open.ts';
import { inFilesOfServer, storedIn, wordsThatLieOpen } from './support/lies-stored.ts';

const decision = { legalBasis: 'law-2025', listItem: '1.2', officer: 'Lan', decidedOn: '2026-03-02' };

type Stored = Record<string, unknown> & { id: string };

describe.each(databasesInTurn)('texts that are sealed, on %s', (database) => {
  const canary = `c${randomBytes(12).toString('hex')}`;
  /** Written before anything was sealed. */
  const before = `d${randomBytes(12).toString('hex')}`;
  let keys: Keys;
  let open: Studio;
  let studio: Studio;
  let officer: Person;
  let id: string;
  let earlier: string;

  /** Where the string lies as it is: files, or collections. */
  const liesOpen = async (words = canary): Promise<string[]> => {
    if (database === 'sqlite')
      return [...(await liesOpenIn(open.folder, words)), ...(await liesOpenIn(studio.folder, words))];
    const forms = formsOf(words);
    const told = (await storedIn(studio.payload)).flatMap(([name, docs]) => {
      const bytes = Buffer.from(JSON.stringify(docs));
      return forms.some((form) => bytes.includes(form)) ? [name] : [];
    });
    // What lay open there before lies in its files until they are written anew: that is said, and not searched for
    return words === before ? told : [...told, ...(await inFilesOfServer(studio.values.databaseUrl, words))];
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

  /** The same database once more, with the keys. */
  const begin = () =>
    startStudio({
      database,
      values: {
        ...{ databaseUrl: open.values.databaseUrl, archiveDir: undefined },
        ...{ profile: 'isolated', atRest: keys.atRest, textsAtRest: async () => keys.keys },
      },
    });

  beforeAll(async () => {
    keys = await newKeys();
    open = await startStudio({ database });
    studio = open;
    const write = async (paragraphs = 1) => {
      const body = bodyOf(Array.from({ length: paragraphs }, () => before));
      const data = { title: before, summary: before, body } as never;
      return open.payload.create({ collection: 'articles', locale: 'vi', draft: true, depth: 0, data });
    };
    // What was deleted lies in pages that nobody uses
    await open.payload.delete({ collection: 'articles', id: (await write(300)).id });
    const made = await write();
    earlier = String(made.id);
    // A list of which each language has its own
    const press = { title: before, pressContacts: [{ name: before, email: 'bao-chi@thanhpho.example' }] } as never;
    await open.payload.create({ collection: 'albums', locale: 'vi', draft: true, depth: 0, data: press });
  }, 120_000);
  afterAll(async () => {
    if (studio !== open) await studio?.close();
    await open?.close();
    await keys?.[Symbol.asyncDispose]();
  });

  it('R56: are found open where nothing seals them, and are sealed at the first start with keys, without a trace', async () => {
    expect(await liesOpen(before)).not.toEqual([]);
    studio = await begin();
    await sealTexts(studio.payload);
    expect(await liesOpen(before)).toEqual([]);
    keepSealed(studio.payload, studio.values);
    officer = await studio.person(['security-officer', 'curator', 'editor', 'translator'], { clearance: 'tuyet_mat' });
    const wanted = { collection: 'articles', id: earlier, locale: 'vi', draft: true, depth: 0 } as const;
    expect(await studio.payload.findByID(wanted)).toMatchObject({ title: before, body: bodyOf([before]) });
  });

  it('are touched by nobody who has no keys', async () => {
    const { databaseUrl } = studio.values;
    await expect(startStudio({ database, values: { databaseUrl } })).rejects.toMatchObject({ code: 'texts-sealed' });
  });

  it('R56: are written, read, changed and listed by people as they are, and lie open nowhere', async () => {
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
    // What lies in the database for a title has an order that says nothing: the list keeps its own
    const listed = async (sort: string) =>
      (await read(`/api/articles?locale=vi&depth=0&draft=true${sort}`)).docs.map((doc: { id: string }) => doc.id);
    const unasked = await listed('');
    expect(unasked.length).toBeGreaterThan(2);
    expect(await listed('&sort=title')).toEqual(unasked);
    expect(await listed('&sort=-title')).toEqual(unasked);
    expect(await liesOpen()).toEqual([]);
  });

  it('R56: of pictures, of what cameras wrote into them, and of decisions about markings lie open nowhere either', async () => {
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

  it('R56: that are deleted, with all that spoke of them, leave nothing open behind', async () => {
    const made = await officer.post('/api/articles?locale=vi&depth=0', words('xóa'));
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    const gone = await officer.send(`/api/articles/${made.body.doc.id}`, { method: 'DELETE' });
    expect(gone.status, JSON.stringify(gone.body)).toBe(200);
    expect(await liesOpen()).toEqual([]);
  });

  it('R56: lie under the key of the level of their document, versions with it, and follow a raise', async () => {
    const levels = async () => {
      const rows = storedRowsOf(studio.payload.db);
      const of = { collection: 'articles', where: { parent: { equals: id } }, pagination: false } as const;
      const versions = await rows?.findVersions<Stored>(of);
      const main = await rows?.findOne<Stored>({ collection: 'articles', where: { id: { equals: id } } });
      const titles = [main, ...(versions?.docs.map(({ version }) => version) ?? [])].map((doc) => doc?.title);
      return new Set(titles.map((title) => keyOfText((title as { vi: string }).vi)?.level));
    };
    expect(await levels()).toEqual(new Set(['restricted']));
    const before = await read(`/api/articles/${id}?locale=vi&depth=0&draft=true`);
    const raise = { basis: 'x', level: 'toi_mat', decision };
    const raised = await officer.post(`/api/markings/${before.marking}/raise`, raise);
    expect(raised.status, JSON.stringify(raised.body)).toBe(200);
    await sealsSettled(studio.payload);
    expect(await levels()).toEqual(new Set(['toi_mat']));
    expect(await read(`/api/articles/${id}?locale=vi&depth=0&draft=true`)).toEqual(before);
  });

  it('R56: of what a file said when it came lie under the key of its picture, and follow a raise', async () => {
    const batch = await beginBatch(officer, { locale: 'vi' });
    const { fates } = await sendWhole(officer, batch, 'thu.jpg', await jpegOf(texturedPicture(37)));
    const { image } = fates[0] as { image: string };
    const rows = storedRowsOf(studio.payload.db);
    const level = async () => {
      const asked = { collection: 'upload-fates' as never, where: { image: { equals: image } } };
      return keyOfText(String((await rows?.findOne<Stored>(asked))?.file))?.level;
    };
    expect(await level()).toBe('restricted');
    const { marking } = await read(`/api/images/${image}?locale=vi&depth=0`);
    const raised = await officer.post(`/api/markings/${marking}/raise`, { basis: 'x', level: 'toi_mat', decision });
    expect(raised.status, JSON.stringify(raised.body)).toBe(200);
    await sealsSettled(studio.payload);
    expect(await level()).toBe('toi_mat');
  });

  it('R56: are refused in another’s place', async () => {
    const rows = storedRowsOf(studio.payload.db);
    const { docs } = (await rows?.find<Stored>({ collection: 'articles', pagination: false })) ?? { docs: [] };
    const sealing = { keys: async () => keys.keys, exact: async () => never };
    const [one, other] = docs.map((doc) => ({ collection: 'articles', id: String(doc.id), title: doc.title }));
    if (!one || !other) throw new Error('there are not two');
    expect(await openRow(other, { title: other.title }, sealing)).toMatchObject({ title: { vi: expect.anything() } });
    await expect(openRow(one, { title: other.title }, sealing)).rejects.toMatchObject({ code: 'sealed-foreign' });
  });

  it('R56: are not asked for by words: whoever does is told why, and order and words leak nothing', async () => {
    const asked = [
      `/api/articles?locale=vi&where[title][like]=${canary}`,
      `/api/articles/versions?locale=vi&where[version.title][contains]=${canary}`,
      `/api/articles?locale=vi&where[slug][like]=${canary}`,
      `/api/images?locale=vi&where[credit][equals]=${canary}`,
      `/api/articles?locale=vi&where[cover.title][like]=${canary}`,
    ];
    for (const path of asked) {
      const { status, body } = await officer.get(path);
      expect([status, body.code, body.title], path).toEqual([400, 'field-sealed', expect.any(String)]);
      expect(JSON.stringify(body)).not.toContain(canary);
    }
  });

  it('R56: come under the next key when they are brought there, and what was left under one is counted and lost with it', async () => {
    const count = async (level: SealedLevel, generation: number) =>
      (await textsUnder(studio.payload, { level, generation })).find(({ collection }) => collection === 'articles');
    const title = (await read(`/api/articles/${id}?locale=vi&depth=0&draft=true`)).title;
    const under = await count('restricted', 1);
    expect(under?.records).toBeGreaterThan(1);
    expect((await count('toi_mat', 1))?.versions).toBeGreaterThan(1);
    const generation = await addGeneration(keys.dir, 'restricted', passphrase);
    expect(await count('restricted', 1)).toEqual(under);
    const again = await rewrapTexts(studio.payload);
    expect(again).toMatchObject({ lost: 0 });
    expect(again?.again).toBeGreaterThanOrEqual((under?.records ?? 0) + (under?.versions ?? 0));
    expect([
      await textsUnder(studio.payload, { level: 'restricted', generation: 1 }),
      await count('restricted', generation),
    ]).toEqual([[], under]);
    expect(await rewrapTexts(studio.payload)).toMatchObject({ again: 0 });
    expect((await read(`/api/articles/${id}?locale=vi&depth=0&draft=true`)).title).toBe(title);

    await addGeneration(keys.dir, 'toi_mat', passphrase);
    const store = folderStore(keys.dir, async () => passphrase);
    const lost = { files: 0, records: 1, versions: 1, signingKey: newSigningKey(), store };
    await destroyKey({ dir: keys.dir, level: 'toi_mat', generation: 1, ...lost });
    await destroyKey({ dir: keys.dir, level: 'restricted', generation: 1, ...lost });
    const gone = await officer.get(`/api/articles/${id}?locale=vi&depth=0&draft=true`);
    expect([gone.status, gone.body.code]).toEqual([410, 'seal-key-destroyed']);
    for (const more of ['', '&draft=true']) {
      const { docs } = await read(`/api/articles?locale=vi&depth=0&limit=100${more}`);
      const shown = new Map((docs as Stored[]).map((doc) => [doc.id, doc.title]));
      expect([shown.get(id), shown.get(earlier)]).toEqual(['[đã hủy cùng với khóa]', before]);
    }
    const { docs } = await read(`/api/articles/versions?where[parent][equals]=${id}&locale=vi&depth=0`);
    expect(new Set((docs as { version: Stored }[]).map(({ version }) => version.title))).toEqual(
      new Set(['[đã hủy cùng với khóa]']),
    );
    const changed = await officer.patch(`/api/articles/${id}?locale=vi&depth=0`, { ...words('ba'), revision: 9 });
    expect([changed.status, changed.body.code]).toEqual([410, 'seal-key-destroyed']);
    await sealTexts(studio.payload);
    expect(await rewrapTexts(studio.payload)).toMatchObject({ again: 0, lost: expect.any(Number) });
    const fresh = await officer.post('/api/articles?locale=vi&depth=0', words('mới'));
    expect(fresh.status, JSON.stringify(fresh.body)).toBe(201);
  });

  it('R56: of every kind that is sealed lie open nowhere: all that people say beside documents, and all that programs keep', async () => {
    const { words } = await hide(studio);
    await sealsSettled(studio.payload);
    expect(words.size).toBeGreaterThan(70);
    expect(await wordsThatLieOpen(studio, [open.folder, studio.folder], words)).toEqual([]);
    // And would be found: what lies open, a word of nobody, is found by the same look
    expect(await wordsThatLieOpen(studio, [open.folder, studio.folder], [['id', id]])).not.toEqual([]);
  });

  it('go on where the studio starts anew, with addresses that are found as before', async () => {
    const { docs } = await read('/api/articles?locale=vi&depth=0&limit=100&draft=true');
    const { slug } = (docs as (Stored & { slug: string })[]).find((doc) => doc.id === earlier) ?? { slug: '' };
    await using again = await begin();
    const where = { slug: { equals: slug } };
    const found = await again.payload.find({ collection: 'articles', where, locale: 'vi', draft: true, depth: 0 });
    expect(found.docs).toMatchObject([{ id: earlier, title: before }]);
  });
});

const never = openExactTexts(Buffer.alloc(32));
