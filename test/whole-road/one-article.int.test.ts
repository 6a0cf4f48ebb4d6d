import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rebuildDelivery } from '../../src/delivery/rebuild.ts';
import { startDelivery } from '../../src/delivery/start.ts';
import { type Node, nodeOf, until } from '../support/delivery-node.ts';
import { bodyOf } from '../support/lexical.ts';
import { databases } from '../support/studio.ts';
import { type Made, openRoad, type Road } from './support/road.ts';

const canary = 'CANARY4e1b7c02';
const cc = 'http://creativecommons.org/licenses/by/4.0/';
const locales = ['vi', 'en', 'fr', 'zh'] as const;
type Locale = (typeof locales)[number];
const publicCode = { vi: 'vi', en: 'en', fr: 'fr', zh: 'zh-Hans' } as const;
const titles: Record<Locale, string> = {
  vi: 'Chợ Bến Thành về đêm',
  en: 'Bến Thành market by night',
  fr: 'Le marché Bến Thành la nuit',
  zh: '滨城市场之夜',
};

const bytesIn = async (folder: string): Promise<Buffer> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Buffer.concat(await Promise.all(files.map((file) => readFile(file))));
};

describe.each(databases)('one article travels the whole road, on %s', (database) => {
  let road: Road;
  let article: Made;
  let image: Made;
  const slugs = {} as Record<Locale, string>;
  beforeAll(async () => {
    road = await openRoad(database);
  });
  afterAll(() => road?.[Symbol.asyncDispose]());

  /** Every address at which the public may have met the article. */
  const addresses = () => locales.map((locale) => `/v1/${publicCode[locale]}/articles/${slugs[locale]}`);
  const lists = () => Object.values(publicCode).flatMap((code) => [`/v1/${code}/articles`, `/v1/${code}/images`]);
  const everything = async (at: Node) => {
    const paths = [...addresses(), ...lists(), ...locales.map((locale) => `/v1/${publicCode[locale]}/images/cho-dem`)];
    return Promise.all(
      paths.map(async (path) => {
        const answer = await at.get(path);
        return [path, answer.status, answer.headers.get('etag'), await answer.text()];
      }),
    );
  };

  it('is written in four languages around a photograph, and nobody outside sees a draft', async () => {
    image = await road.upload(road.people.curator, 'Camera77', {
      title: 'Chợ đêm',
      alt: 'Chợ',
      credit: 'Lan',
      rights: cc,
    });
    for (const locale of locales.slice(1))
      await road.patch(road.people.curator, `/api/images/${image.id}?locale=${locale}`, {
        title: titles[locale],
        alt: 'Alt',
        slug: `cho-dem-${locale}`,
      });
    const text = (locale: Locale) => ({
      title: titles[locale],
      summary: `${titles[locale]}.`,
      body: bodyOf([`<b>${titles[locale]}</b> & more`], [image.id]),
    });
    const made = await road.people.editor.post('/api/articles?locale=vi&depth=0', { ...text('vi'), cover: image.id });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    article = made.body.doc;
    slugs.vi = made.body.doc.slug;
    for (const locale of locales.slice(1))
      slugs[locale] = (
        await road.patch(road.people.editor, `/api/articles/${article.id}?locale=${locale}`, text(locale))
      ).slug;
    await road.arrived();
    for (const path of addresses()) expect((await road.read(path)).status, path).toBe(404);
  });

  it('goes out one language at a time, each with its own words and the picture', async () => {
    for (const [index, locale] of locales.entries()) {
      const out = await road.people.publisher.post(`/api/articles/${article.id}/publish`, { locale });
      expect(out.status, JSON.stringify(out.body)).toBe(200);
      await road.arrived();
      const { status, body } = await road.read(`${addresses()[index]}?fallback=none`);
      expect(status, JSON.stringify(body)).toBe(200);
      expect(body.data).toMatchObject({ title: titles[locale], language: { served: publicCode[locale] } });
      expect(body.data.body.html).toContain(`&lt;b&gt;${titles[locale]}&lt;/b&gt; &amp; more`);
      expect(body.data.body.html).toContain('<img');
      for (const later of locales.slice(index + 1)) {
        const missing = await road.read(`/v1/${publicCode[later]}/articles/${body.data.id}?fallback=none`);
        expect(missing.status).toBe(404);
      }
    }
  });

  it('shows a picture that anybody can fetch and that tells nothing of camera and place', async () => {
    const { data } = (await road.read(addresses()[0] ?? '')).body;
    expect(data.cover.sources.length).toBeGreaterThan(1);
    for (const { href, type, width } of data.cover.sources) {
      const answer = await road.node.get(new URL(href).pathname);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(bytes.includes('Camera77')).toBe(false);
      const { exif, width: real } = await sharp(bytes).metadata();
      expect(real).toBe(width);
      expect(exif?.includes('GPS') ?? false).toBe(false);
      expect(exif?.includes(Buffer.from([0x88, 0x25])) ?? false).toBe(false);
    }
  });

  it('leads from an old address to the new one', async () => {
    const { id } = article;
    await road.patch(road.people.publisher, `/api/articles/${id}?locale=vi`, { slug: 'cho-ben-thanh-dem' });
    const out = await road.people.publisher.post(`/api/articles/${id}/publish`, { locale: 'vi' });
    expect(out.status, JSON.stringify(out.body)).toBe(200);
    await road.arrived();
    const moved = await road.read(`/v1/vi/articles/${slugs.vi}`);
    expect([moved.status, moved.location]).toEqual([301, '/v1/vi/articles/cho-ben-thanh-dem']);
    slugs.vi = 'cho-ben-thanh-dem';
    expect((await road.read(addresses()[0] ?? '')).status).toBe(200);
  });

  it('is the same, byte for byte, from a node that follows over HTTP and from one that was made again', async () => {
    const here = await everything(road.node);
    const over = { feedUrl: road.node.shareUrl ?? '', feedToken: 'a token of some length' };
    const second = nodeOf(await startDelivery(road.values('second', over)));
    try {
      await second.reach(await road.feedEnd());
      expect(await everything(second)).toEqual(here);
    } finally {
      await second.close();
    }
    await rebuildDelivery(road.values('second', over));
    const again = nodeOf(await startDelivery(road.values('second', over)));
    try {
      await again.reach(await road.feedEnd());
      expect(await everything(again)).toEqual(here);
    } finally {
      await again.close();
    }
  });

  it('R55: leaves every secret behind: no byte of what is internal or restricted is in the feed or on delivery', async () => {
    const secret = async (level: 'internal' | 'restricted') => {
      const mark = `${canary} ${level}`;
      const picture = await road.upload(road.people.officer, mark, {
        title: mark,
        alt: mark,
        caption: mark,
        credit: mark,
        creator: mark,
      });
      const text = { title: mark, summary: mark, body: bodyOf([mark], [picture.id]), cover: picture.id };
      const made = await road.people.officer.post('/api/articles?locale=vi&depth=0', text);
      expect(made.status, JSON.stringify(made.body)).toBe(201);
      const event = { ...text, startsAt: '2026-12-01T00:00:00Z', endsAt: '2026-12-02T00:00:00Z' };
      const held = await road.people.officer.post('/api/events?locale=vi&depth=0', event);
      expect(held.status, JSON.stringify(held.body)).toBe(201);
      for (const locale of locales.slice(1))
        await road.patch(road.people.officer, `/api/articles/${made.body.doc.id}?locale=${locale}`, {
          title: mark,
          summary: mark,
        });
      await road.people.officer.post(`/api/articles/${made.body.doc.id}/review`, {
        locale: 'vi',
        action: 'request',
        note: mark,
      });
      if (level === 'internal') return [picture.id, made.body.doc.id, held.body.doc.id];
      const raised = await road.people.officer.post(`/api/markings/${picture.marking}/raise`, { level, basis: mark });
      expect(raised.body.alsoRaised, JSON.stringify(raised.body)).toHaveLength(2);
      await road.people.publisher.post(`/api/articles/${made.body.doc.id}/publish`, { locale: 'vi' });
      return [picture.id, made.body.doc.id, held.body.doc.id];
    };
    const ids = [...(await secret('internal')), ...(await secret('restricted'))];
    await road.arrived();
    expect((await bytesIn(road.studio.values.mastersDir)).includes(canary)).toBe(true);
    const kept = [
      await road.house.bytes(),
      await bytesIn(road.values('node').dir),
      Buffer.from(road.house.log.join('\n')),
    ];
    for (const bytes of kept) {
      for (const form of [
        canary,
        canary.toLowerCase(),
        Buffer.from(canary).toString('hex'),
        Buffer.from(canary).toString('base64').slice(0, 16),
      ])
        expect(bytes.includes(form), form).toBe(false);
    }
    for (const id of [...ids, article.id, image.id, road.people.editor.id, road.people.publisher.id])
      for (const bytes of kept.slice(0, 2)) expect(bytes.includes(id), id).toBe(false);
  });

  it('is gone with the picture that is raised: addresses, lists, files and every language', async () => {
    const { data } = (await road.read(addresses()[0] ?? '')).body;
    const files = data.cover.sources.map(({ href }: { href: string }) => new URL(href).pathname);
    const raise = { level: 'restricted', basis: 'Công văn 12/2026' };
    const raised = await road.people.officer.post(`/api/markings/${image.marking}/raise`, raise);
    expect(raised.body.alsoRaised, JSON.stringify(raised.body)).toEqual([{ collection: 'articles', id: article.id }]);
    await road.arrived();
    for (const path of [...addresses(), ...Object.values(publicCode).map((code) => `/v1/${code}/articles/${data.id}`)])
      expect((await road.read(path)).status, path).toBe(410);
    for (const path of lists()) expect((await road.read(path)).body.data, path).toEqual([]);
    for (const file of files)
      await until(
        async () => (await road.node.get(file)).status,
        (status) => status === 410,
      );
    expect((await road.house.live()).size).toBe(0);
    for (const path of [`/api/articles/${article.id}`, `/api/images/${image.id}`, `/api/images/${image.id}/file`])
      expect((await road.people.publisher.get(path)).status, path).toBe(404);
    expect((await road.people.officer.get(`/api/articles/${article.id}`)).status).toBe(200);
  });

  it('stays gone on a node that begins anew', async () => {
    await rm(road.values('third').dir, { recursive: true, force: true });
    const third = nodeOf(await startDelivery(road.values('third')));
    try {
      await third.reach(await road.feedEnd());
      expect(await everything(third)).toEqual(await everything(road.node));
    } finally {
      await third.close();
    }
  });
});
