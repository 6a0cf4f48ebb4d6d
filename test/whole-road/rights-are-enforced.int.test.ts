import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blobsOf } from '#feed/blobs-of.ts';
import { tilesOf, untilKept } from '../iiif/support/cutters.ts';
import { until } from '../support/delivery-node.ts';
import { perlFound, readBack, saidBesides } from '../support/exiftool.ts';
import { exhaustiveDatabases } from '../support/studio.ts';
import { aMarkIsSeen } from './support/a-mark-is-seen.ts';
import { namesAreTold } from './support/names-are-told.ts';
import { openRoad, type Road } from './support/road.ts';
import { rights, showing } from './support/shown.ts';
import { usesAreTold } from './support/uses-are-told.ts';

const canary = 'CANARYc41d0e';
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();

describe.each(exhaustiveDatabases)('rights are enforced, on %s', (database) => {
  let road: Road;
  beforeAll(async () => {
    road = await openRoad(database);
  }, 120_000);
  afterAll(() => road?.[Symbol.asyncDispose]());

  const { make, set, consentOf, show, statuses, listed, article } = showing(() => road);
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

  namesAreTold(() => road);
  usesAreTold(() => road);
  aMarkIsSeen(() => road);

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
    const shown = await show('Xưa', { ...told, ...own, sourceType, placeCreated: canary, placesShown: [canary] });
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

  // What is delivered knows no database
  it.runIf(database === 'sqlite' && perlFound)(
    'ExifTool reads its rights in every delivered copy, and nothing else',
    async () => {
      const [terms, webStatement] = ['Không dùng để quảng cáo', 'https://rights.example/a'];
      const more = { holder: 'Bảo tàng', creator: 'Nguyễn Văn A', credit: 'Ảnh: Bảo tàng', terms, webStatement };
      const record = await make('rights', { name: 'Đọc lại', rights, download: 'yes', ...more });
      const shown = await show('UNTOLD', { rightsRecord: record }, { credit: '', rights: '' });
      const { download } = (await road.read(`/v1/vi/images/${shown.id}`)).body.data;
      const paths = [...shown.files, new URL(download).pathname, `/iiif/3/${shown.id}/full/max/0/default.jpg`];
      const files = await Promise.all(
        paths.map(async (path) => Buffer.from(await (await road.node.get(path)).arrayBuffer())),
      );
      const all = await readBack(files);
      expect(new Set(all.map((tags) => tags['File:MIMEType']))).toEqual(new Set(['image/webp', 'image/jpeg']));
      for (const tags of all) {
        expect(tags).toMatchObject({
          'XMP-dc:Creator': ['Nguyễn Văn A'],
          'XMP-dc:Rights': '© Bảo tàng',
          'XMP-photoshop:Credit': 'Ảnh: Bảo tàng',
          'XMP-xmpRights:UsageTerms': terms,
          'XMP-xmpRights:WebStatement': webStatement,
          'IFD0:Artist': 'Nguyen Van A',
          'IFD0:Copyright': '(C) Bao tang',
        });
        expect(saidBesides(tags)).toEqual([]);
      }
    },
  );

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
    'embargo and begin open and expiry closes by the clock of delivery, the studio off',
    async () => {
      const [early, late] = [6000, 9000];
      const opens = await make('rights', { name: 'Mở', rights, credit: 'C', embargo: inMs(late) });
      const begins = await make('rights', { name: 'Từ', rights, credit: 'C', validFrom: inMs(late) });
      const ends = await make('rights', { name: 'Hết', rights, credit: 'C', validUntil: inMs(60_000) });
      const [waiting, beginning, passing] = [
        await show('Mai', { rightsRecord: opens }),
        await show('Sau', { rightsRecord: begins }),
        await show('Nay', { rightsRecord: ends }),
      ];
      await set(`/api/rights/${opens}?locale=vi`, { embargo: inMs(late) });
      await set(`/api/rights/${begins}?locale=vi`, { validFrom: inMs(late) });
      await set(`/api/rights/${ends}?locale=vi`, { validUntil: inMs(early) });
      await road.arrived();
      const closed = [[404], false, standsWithout];
      expect([await statuses(waiting), await listed(waiting), await article(waiting, 'Mai')]).toEqual(closed);
      expect([await statuses(beginning), await listed(beginning), await article(beginning, 'Sau')]).toEqual(closed);
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
      for (const [one, name] of [
        [waiting, 'Mai'],
        [beginning, 'Sau'],
      ] as const) {
        await until(
          () => article(one, name),
          ({ shows }) => shows,
        );
        const { status } = await road.read(`/v1/vi/images/${one.picture.slug}`);
        expect([status, await listed(one), await article(one, name)]).toEqual([200, true, standsWith]);
      }
    },
  );
});
