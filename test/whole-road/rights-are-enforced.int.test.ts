import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blobsOf } from '#feed/blobs-of.ts';
import { tilesOf, untilKept } from '../iiif/support/cutters.ts';
import { until } from '../support/delivery-node.ts';
import { bodyOf } from '../support/lexical.ts';
import { databases } from '../support/studio.ts';
import { type Made, openRoad, type Road } from './support/road.ts';

const rights = 'http://creativecommons.org/licenses/by/4.0/';
const canary = 'CANARYc41d0e';
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();

/** A picture in an article, as cover and in the text, with what a reader asks for. */
interface Shown {
  readonly picture: Made;
  readonly story: Made;
  readonly id: string;
  readonly files: readonly string[];
}

describe.each(databases)('rights are enforced, on %s', (database) => {
  let road: Road;
  beforeAll(async () => {
    road = await openRoad(database);
  }, 120_000);
  afterAll(() => road?.[Symbol.asyncDispose]());

  const make = async (collection: 'rights' | 'consents', data: object): Promise<string> => {
    const made = await road.people.curator.post(`/api/${collection}?locale=vi&depth=0`, data);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    return made.body.doc.id;
  };
  const set = (path: string, data: object) => road.patch(road.people.curator, path, data);
  const consentOf = (person: string, more: object = {}) =>
    make('consents', { person, kind: 'adult', document: `Hồ sơ ${person}`, ...more });

  const show = async (name: string, more: object, own: object = { credit: 'Lan', rights }): Promise<Shown> => {
    const { people, upload, create, publish } = road;
    const picture = await upload(people.curator, name, { title: name, alt: name, ...own });
    await set(`/api/images/${picture.id}?locale=vi`, more);
    const text = {
      title: `Bài ${name}`,
      summary: name,
      body: bodyOf([`Chữ ${name}`], [picture.id]),
      cover: picture.id,
    };
    const story = await create(people.editor, 'articles', text);
    await publish(people.publisher, 'articles', story.id, 'vi');
    await road.arrived();
    const live = (await road.house.live()).get(`image/vi/${picture.slug}`);
    const found = await road.read(`/v1/vi/images/${picture.slug}`);
    const sources: { href: string }[] = found.body?.data?.sources ?? [];
    return { picture, story, id: live?.id ?? '', files: sources.map(({ href }) => new URL(href).pathname) };
  };

  const tile = '0,0,512,512/max/0/default.jpg';
  /** Every address of a picture: itself, its files, and what viewers ask for. */
  const statuses = async ({ picture, id, files }: Shown) => {
    const paths = [`/v1/vi/images/${picture.slug}`, ...files, `/iiif/3/${id}/info.json`, `/iiif/3/${id}/manifest.json`];
    const all = await Promise.all([...paths, `/iiif/3/${id}/${tile}`].map((path) => road.node.get(path)));
    return [...new Set(all.map(({ status }) => status))];
  };
  const listed = async ({ id }: Shown) =>
    JSON.stringify((await road.read('/v1/vi/images?limit=100')).body).includes(id);
  /** The article: its status, whether its text stands, and whether it shows the picture. */
  const article = async ({ story, id }: Shown, name: string) => {
    const [one, list] = [
      await road.read(`/v1/vi/articles/${story.slug}`),
      await road.read('/v1/vi/articles?limit=100'),
    ];
    const text = JSON.stringify(one.body);
    const card = JSON.stringify(list.body.data.find(({ slug }: { slug: string }) => slug === story.slug) ?? null);
    return {
      status: one.status,
      stands: text.includes(`Chữ ${name}`) && card.includes(`Bài ${name}`),
      shows: text.includes(id) || card.includes(id),
    };
  };
  const standsWithout = { status: 200, stands: true, shows: false };
  const standsWith = { status: 200, stands: true, shows: true };

  it('a consent that is withdrawn takes the picture from every place, and its files; the article stands without it', async () => {
    const consent = await consentOf(canary);
    const shown = await show('Em bé', { people: 'released', consents: [consent] });
    expect(shown.files.length).toBeGreaterThan(3);
    expect([await statuses(shown), await listed(shown), await article(shown, 'Em bé')]).toEqual([
      [200],
      true,
      standsWith,
    ]);
    await untilKept(`${road.studio.folder}/node`, 1);
    const record = (await road.house.live()).get(`image/vi/${shown.picture.slug}`);
    await set(`/api/consents/${consent}`, { withdrawnOn: inMs(0) });
    await road.arrived();
    expect([await statuses(shown), await listed(shown), await article(shown, 'Em bé')]).toEqual([
      [410],
      false,
      standsWithout,
    ]);
    expect(tilesOf(`${road.studio.folder}/node`)).toEqual([]);
    const paths = (record ? blobsOf(record) : []).map((sha) => `blobs/sha256/${sha.slice(0, 2)}/${sha}`);
    expect(paths.length).toBeGreaterThan(3);
    expect(paths.filter((path) => existsSync(`${road.house.feedDir}/${path}`))).toEqual([]);
    expect((await road.house.bytes()).includes(canary)).toBe(false);
    await set(`/api/consents/${consent}`, { withdrawnOn: null });
    await road.arrived();
    expect([await statuses(shown), await article(shown, 'Em bé')]).toEqual([[200], standsWith]);
  });

  it('without a statement of rights nothing goes out, and the gate says why', async () => {
    const shown = await show('Cầu', {});
    expect(await statuses(shown)).toEqual([200]);
    // Beneath the rules of the studio, as a fault of it would
    const { db } = road.studio.payload;
    const found = await db.findOne<Record<string, unknown> & { id: string }>({
      collection: 'images',
      where: { id: { equals: shown.picture.id } },
    });
    await db.updateOne({ collection: 'images', id: shown.picture.id, data: { ...found, rights: null } });
    await road.studio.payload.db.create({
      collection: 'outbox',
      data: { id: crypto.randomUUID(), collection: 'images', documentId: shown.picture.id, at: inMs(0) },
    });
    await road.arrived();
    expect([await statuses(shown), await article(shown, 'Cầu')]).toEqual([[410], standsWithout]);
    expect(road.house.log.join('')).toContain('"reasons":[{"code":"rights-missing"}]');
  });

  it('one record holds for all its pictures: what it forbids closes them, what it says goes with each copy', async () => {
    const terms = 'Không dùng để quảng cáo';
    const record = await make('rights', { name: 'Hãng ảnh', holder: 'Hãng ảnh A', credit: 'Ảnh: A', rights, terms });
    const bare = { credit: '', rights: '' };
    const [first, second] = [
      await show('Phố', { rightsRecord: record }, bare),
      await show('Sông', { rightsRecord: record, credit: 'Riêng' }, bare),
    ];
    expect([await statuses(first), await statuses(second)]).toEqual([[200], [200]]);
    const credits = await Promise.all(
      [first, second].map(async ({ picture }) => (await road.read(`/v1/vi/images/${picture.slug}`)).body.data.credit),
    );
    expect(credits).toEqual(['Ảnh: A', 'Riêng']);
    const file = Buffer.from(await (await road.node.get(first.files.at(-1) ?? '')).arrayBuffer()).toString('utf8');
    expect(file).toContain(terms);
    expect(file).toContain('© Hãng ảnh A');
    const { data } = (await road.read(`/v1/vi/images/${first.picture.slug}`)).body;
    expect(data).toMatchObject({ rights, terms, holder: 'Hãng ảnh A', download: null });
    expect(data.rightsName).toMatch(/^CC BY 4.0/);
    await set(`/api/rights/${record}?locale=vi`, { uses: ['print'] });
    await road.arrived();
    for (const [one, name] of [
      [first, 'Phố'],
      [second, 'Sông'],
    ] as const)
      expect([await statuses(one), await article(one, name)]).toEqual([[410], standsWithout]);
  });

  it('what a picture says itself goes out where no record says otherwise, and no more of it than readers need', async () => {
    const told = {
      headline: 'Mai nở sớm',
      event: 'Hội hoa',
      extendedDescription: 'Dãy chậu mai',
      keywords: ['mai', 'Tết'],
    };
    const own = {
      copyright: '© Báo Ảnh 2018',
      licensor: 'Kho Lan',
      usageTerms: 'Chỉ cho báo chí',
      modelRelease: 'MR-LMR',
    };
    const sourceType = 'compositeCapture';
    const shown = await show('Mai', { ...told, ...own, sourceType, placeCreated: canary, placesShown: [canary] });
    const dataOf = async () => (await road.read(`/v1/vi/images/${shown.picture.slug}`)).body.data;
    const copy = async () => {
      const { sources } = await dataOf();
      const file = await road.node.get(new URL(sources.at(-1).href).pathname);
      return Buffer.from(await file.arrayBuffer()).toString('utf8');
    };
    const { copyright, usageTerms: terms } = own;
    expect(await dataOf()).toMatchObject({ ...told, sourceType, copyright, terms, holder: null });
    const { cover } = (await road.read(`/v1/vi/articles/${shown.story.slug}`)).body.data;
    expect(cover).toMatchObject({ id: shown.id, sourceType });
    const first = await copy();
    for (const words of [copyright, terms, own.licensor, `newscodes/digitalsourcetype/${sourceType}`])
      expect(first).toContain(words);
    const bytes = await road.house.bytes();
    expect([bytes.includes(canary), bytes.includes(own.modelRelease)]).toEqual([false, false]);
    const record = await make('rights', { name: 'Hãng', holder: 'Hãng B', rights, terms: 'Không quảng cáo' });
    await set(`/api/images/${shown.picture.id}?locale=vi`, { rightsRecord: record });
    await road.arrived();
    expect(await dataOf()).toMatchObject({ copyright: null, holder: 'Hãng B', terms: 'Không quảng cáo', sourceType });
    const second = await copy();
    expect(second).toContain('© Hãng B');
    for (const words of [copyright, terms, own.licensor]) expect(second).not.toContain(words);
  });

  it('a copy to keep is offered where rights say so, and nowhere else', async () => {
    const record = await make('rights', { name: 'Tải về', rights, credit: 'C', download: 'yes' });
    const shown = await show('Tải', { rightsRecord: record });
    const { data } = (await road.read(`/v1/vi/images/${shown.picture.slug}`)).body;
    const path = new URL(data.download).pathname;
    expect(path).toBe(`/images/${shown.id}/download/${shown.picture.slug}.jpg`);
    const file = await road.node.get(path);
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="${shown.picture.slug}.jpg"`);
    const largest = data.sources.findLast(({ type }: { type: string }) => type === 'image/jpeg');
    const same = await road.node.get(new URL(largest.href).pathname);
    expect(Buffer.from(await file.arrayBuffer()).equals(Buffer.from(await same.arrayBuffer()))).toBe(true);
    expect((await road.node.get(path.replace(shown.picture.slug, 'khac'))).status).toBe(404);
    await set(`/api/rights/${record}?locale=vi`, { download: 'no' });
    await road.arrived();
    expect((await road.read(`/v1/vi/images/${shown.picture.slug}`)).body.data.download).toBeNull();
    expect((await road.node.get(path)).status).toBe(404);
  });

  it('a record or a consent that pictures stand upon cannot be deleted', async () => {
    const record = await make('rights', { name: 'Giữ lại', rights });
    const picture = await road.upload(road.people.curator, 'Giữ', { title: 'Giữ', alt: 'Giữ', credit: 'Lan' });
    await set(`/api/images/${picture.id}?locale=vi`, { rightsRecord: record });
    const refused = await road.people.curator.delete(`/api/rights/${record}`);
    expect([refused.status, refused.body.code]).toEqual([409, 'rights-in-use']);
    await set(`/api/images/${picture.id}?locale=vi`, { rightsRecord: null });
    expect((await road.people.curator.delete(`/api/rights/${record}`)).status).toBe(200);
  });

  it('a size limit holds for renditions, tiles and what they make together, from the moment it is set', async () => {
    const record = await make('rights', { name: 'Cỡ', rights, credit: 'C' });
    const shown = await show('Lớn', { rightsRecord: record });
    const largest = async () => {
      const { data } = (await road.read(`/v1/vi/images/${shown.picture.slug}`)).body;
      return Math.max(
        ...data.sources.flatMap(({ width, height }: { width: number; height: number }) => [width, height]),
      );
    };
    expect(await largest()).toBe(1400);
    await set(`/api/rights/${record}?locale=vi`, { maxSide: 700 });
    await road.arrived();
    expect(await largest()).toBe(700);
    const info = (await road.read(`/iiif/3/${shown.id}/info.json`)).body;
    expect(info).toMatchObject({ width: 700, height: 450, maxWidth: 700, maxHeight: 700 });
    for (const path of ['full/^1400,/0/default.jpg', 'full/701,/0/default.jpg', 'full/^max/90/default.jpg'])
      expect((await road.node.get(`/iiif/3/${shown.id}/${path}`)).status).toBe(path.includes('max') ? 200 : 400);
    const record2 = (await road.house.live()).get(`image/vi/${shown.picture.slug}`);
    expect(record2?.type === 'image' && record2.editions.vi?.[0]?.accessCopy).toMatchObject({
      width: 700,
      height: 450,
    });
    expect(
      await Promise.all(
        shown.files.filter((file) => /\/1[0-9]{3}w/.test(file)).map(async (file) => (await road.node.get(file)).status),
      ),
    ).toEqual([404, 404, 404, 404]);
  });

  // The clock is delivery's, which knows no database
  it.runIf(database === 'sqlite')(
    'embargo opens and expiry closes by the clock of delivery, the studio off',
    async () => {
      const [early, late] = [6000, 9000];
      const opens = await make('rights', { name: 'Mở', rights, credit: 'C', embargo: inMs(late) });
      const ends = await make('rights', { name: 'Hết', rights, credit: 'C', validUntil: inMs(60_000) });
      const [waiting, passing] = [
        await show('Mai', { rightsRecord: opens }),
        await show('Nay', { rightsRecord: ends }),
      ];
      await set(`/api/rights/${opens}?locale=vi`, { embargo: inMs(late) });
      await set(`/api/rights/${ends}?locale=vi`, { validUntil: inMs(early) });
      await road.arrived();
      expect([await statuses(waiting), await listed(waiting), await article(waiting, 'Mai')]).toEqual([
        [404],
        false,
        standsWithout,
      ]);
      expect([await statuses(passing), await article(passing, 'Nay')]).toEqual([[200], standsWith]);
      await road.stopStudio();
      await until(
        () => article(passing, 'Nay'),
        ({ shows }) => !shows,
      );
      expect([await statuses(passing), await listed(passing), await article(passing, 'Nay')]).toEqual([
        [410],
        false,
        standsWithout,
      ]);
      await until(
        () => article(waiting, 'Mai'),
        ({ shows }) => shows,
      );
      const path = `/v1/vi/images/${waiting.picture.slug}`;
      expect([(await road.read(path)).status, await listed(waiting), await article(waiting, 'Mai')]).toEqual([
        200,
        true,
        standsWith,
      ]);
    },
  );
});
