import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blobsOf } from '#feed/blobs-of.ts';
import type { ArticleRecord } from '#record/records.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import { type Gatehouse, openGatehouse } from './support/gatehouse.ts';
import { bodyOf, linkTo, paragraph, pictureOf, words } from './support/lexical.ts';
import { type Newsroom, openNewsroom } from './support/newsroom.ts';

const canary = 'CANARY7f3d9c';

describe.each(databases)('only what may be public reaches the feed, on %s', (database) => {
  let studio: Studio;
  let room: Newsroom;
  let house: Gatehouse;
  beforeAll(async () => {
    studio = await startStudio({ database });
    room = await openNewsroom(studio);
    house = await openGatehouse(studio);
  }, 120_000);
  afterAll(() => studio?.close());

  const article = async (slug: string): Promise<ArticleRecord | undefined> => {
    const found = (await house.live()).get(`article/vi/${slug}`);
    return found?.type === 'article' ? found : undefined;
  };

  it('releases an article in the languages that are published, with the picture that it shows and its topics', async () => {
    const topic = await room.topic('Festivals');
    const cover = await room.image('Lanterns');
    const id = await room.article({ titles: { vi: 'Tet', en: 'New Year' }, cover, topics: [topic] });
    await room.write('articles', id, { title: { vi: 'Tet', en: 'New Year', fr: 'Nouvel An' } });
    await house.pass();
    const record = await article('tet');
    expect(Object.keys(record?.editions ?? {}).sort()).toEqual(['en', 'vi']);
    const live = await house.live();
    const edition = record?.editions.vi?.[0];
    expect(edition?.cover).toBe(live.get('image/vi/lanterns')?.id);
    expect(edition?.topics).toEqual([live.get('topic/vi/festivals')?.id]);
    expect(record?.editions.en?.[0]).toMatchObject({ state: 'human', source: 'vi' });
  });

  it('puts the picture before the article that shows it', async () => {
    const history = await house.history();
    expect(history.indexOf('put image/vi/lanterns')).toBeLessThan(history.indexOf('put article/vi/tet'));
  });

  it('says nothing twice', async () => {
    const before = await house.history();
    await house.pass();
    expect(await house.history()).toEqual(before);
  });

  it('R41: lets no byte of anything else out', async () => {
    const secret = (title: string) => ({
      titles: { vi: `${title} ${canary}` },
      body: { vi: bodyOf(paragraph(words(canary))) },
    });
    for (const level of ['internal', 'restricted', 'unreviewed']) {
      await room.article({ ...secret(level), level });
      await room.image(`${canary} ${level}`, { level, credit: canary, creator: canary, alt: { vi: canary } });
    }
    await room.article({ ...secret('draft'), _status: { vi: 'draft' } });
    await room.article({ ...secret('own'), standing: { vi: { by: 'publisher', authors: ['publisher'] } } });
    await room.article({ ...secret('nobody'), publishedBy: {} });
    await room.image(`${canary} unreleased`, { releasedBy: null });
    await room.image(`${canary} unlicensed`, { rights: null });
    const shows = await room.image(`${canary} restricted too`, { level: 'restricted' });
    await room.article({ ...secret('shows'), cover: shows });
    const mixed = await room.article({ titles: { vi: 'Mixed' } });
    await room.write('articles', mixed, { title: { vi: 'Mixed', en: canary }, slug: { vi: 'mixed', en: canary } });
    await house.pass();
    expect(await article('mixed')).toBeDefined();
    expect((await house.bytes()).includes(canary)).toBe(false);
    expect(house.log.join('')).not.toContain(canary);
  });

  it('R31 R54: names no internal id in any byte', async () => {
    const bytes = await house.bytes();
    for (const collection of ['articles', 'images', 'topics', 'markings', 'users'] as const) {
      const { docs } = await studio.payload.db.find({ collection, pagination: false });
      expect(docs.length, collection).toBeGreaterThan(0);
      for (const { id } of docs)
        for (const form of [String(id), String(id).replaceAll('-', '').slice(0, 20)])
          expect(bytes.includes(form), `${collection} ${form}`).toBe(false);
    }
  });

  it('R31: unwraps links to what the public may not know, and takes them up when that changes', async () => {
    const target = await room.article({ titles: { vi: 'Target' }, _status: { vi: 'draft' } });
    const body = { vi: bodyOf(paragraph(words('See '), linkTo('articles', target, 'this'))) };
    await room.article({ titles: { vi: 'Linking' }, body });
    await house.pass();
    const first = await article('linking');
    expect(first?.editions.vi?.[0]?.body).toEqual([
      { type: 'paragraph', children: [{ type: 'text', text: 'See this' }] },
    ]);
    await using gate = await house.open();
    await room.write('articles', target, { _status: { vi: 'published' } });
    await room.hint('articles', target);
    await gate.settle();
    const linked = await article('linking');
    const id = (await article('target'))?.id;
    expect(JSON.stringify(linked?.editions.vi?.[0]?.body)).toContain(`"document":{"type":"article","id":"${id}"}`);
  });

  it('R51: holds back an article while a picture in it is not public, and withdraws it when the picture is marked', async () => {
    const image = await room.image('Ferry', { level: 'internal' });
    const body = { vi: bodyOf(pictureOf(image, 'The ferry')) };
    const id = await room.article({ titles: { vi: 'Crossing' }, body });
    await using gate = await house.open();
    await room.hint('articles', id);
    await gate.settle();
    expect(await article('crossing')).toBeUndefined();
    await room.mark('images', image, 'public');
    await room.hint('images', image);
    await gate.settle();
    expect((await article('crossing'))?.editions.vi?.[0]?.body).toMatchObject([
      { type: 'image', caption: 'The ferry' },
    ]);
    await room.mark('images', image, 'restricted');
    await room.hint('images', image);
    await gate.settle();
    expect(await article('crossing')).toBeUndefined();
    expect((await house.live()).has('image/vi/ferry')).toBe(false);
    expect((await house.history()).slice(-2)).toEqual(['withdraw image', 'withdraw article']);
  });

  it('takes the files of a withdrawn picture out of the feed', async () => {
    const image = await room.image('Market hall');
    await house.pass();
    const record = (await house.live()).get('image/vi/market-hall');
    const blobs = record ? blobsOf(record) : [];
    expect(record?.type === 'image' && blobs).toContain(
      record?.type === 'image' && record.editions.vi?.[0]?.accessCopy?.blob,
    );
    await room.mark('images', image, 'restricted');
    await house.pass();
    const { existsSync } = await import('node:fs');
    const paths = blobs.map((blob) => `${house.feedDir}/blobs/sha256/${blob.slice(0, 2)}/${blob}`);
    expect(paths.filter((path) => existsSync(path))).toEqual([]);
    await room.mark('images', image, 'public');
    await house.pass();
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('withdraws what is marked, and gives it the same id when it comes back', async () => {
    const id = await room.article({ titles: { vi: 'Parade' } });
    await house.pass();
    const before = await article('parade');
    await room.mark('articles', id, 'restricted');
    await house.pass();
    expect(await article('parade')).toBeUndefined();
    expect((await house.history()).at(-1)).toBe('withdraw article');
    await room.mark('articles', id, 'public');
    await house.pass();
    expect(await article('parade')).toEqual(before);
  });

  it('takes back one language and leaves the others', async () => {
    const id = await room.article({ titles: { vi: 'Metro', en: 'The metro' } });
    await house.pass();
    await room.write('articles', id, { _status: { vi: 'published', en: 'draft' } });
    await house.pass();
    expect(Object.keys((await article('metro'))?.editions ?? {})).toEqual(['vi']);
  });

  it('lets the time to appear and to vanish travel along, and what is in force stay until then', async () => {
    const body = bodyOf(paragraph(words('Old')));
    const edition = { slug: 'opening', title: 'Opening soon', summary: 'Old', body };
    const standing = { vi: { by: 'publisher', authors: ['writer'], edition } };
    const times = { appearsAt: { vi: '2030-01-01T00:00:00.000Z' }, vanishesAt: { vi: '2031-01-01T00:00:00.000Z' } };
    await room.article({ titles: { vi: 'Opening' }, ...times, standing });
    await house.pass();
    expect((await article('opening'))?.editions.vi).toMatchObject([
      { title: 'Opening soon', appearsAt: null, vanishesAt: null },
      { title: 'Opening', appearsAt: times.appearsAt.vi, vanishesAt: times.vanishesAt.vi },
    ]);
  });

  it('keeps a language as it was when its new text has something that no record can hold', async () => {
    const id = await room.article({ titles: { vi: 'Bridge', en: 'The bridge' } });
    await house.pass();
    const before = await article('bridge');
    const body = { vi: bodyOf({ type: 'youtube' }), en: bodyOf(paragraph(words('New'))) };
    await room.write('articles', id, { body });
    await house.pass();
    const after = await article('bridge');
    expect(after?.editions.vi).toEqual(before?.editions.vi);
    expect(JSON.stringify(after?.editions.en)).toContain('New');
    expect(house.log.join('')).toContain('"code":"body-unknown","field":"youtube"');
  });

  it('answers old addresses for languages that are public', async () => {
    const formerSlugs = { vi: ['cho-cu', 'cho-moi'], en: ['old-market'] };
    await room.article({ titles: { vi: 'Cho moi' }, formerSlugs });
    await house.pass();
    expect((await article('cho-moi'))?.formerSlugs).toEqual({ vi: ['cho-cu'] });
  });

  it('withdraws what was deleted', async () => {
    const id = await room.article({ titles: { vi: 'Mistake' } });
    await house.pass();
    expect(await article('mistake')).toBeDefined();
    await room.remove('articles', id);
    await house.pass();
    expect(await article('mistake')).toBeUndefined();
  });
});
