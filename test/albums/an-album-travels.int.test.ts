import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPictures } from '#editorial/admin/albums/find-pictures.ts';
import { change } from '../support/change.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import { albumsGiveRights } from './support/albums-give-rights.ts';
import { type Gallery, openGallery } from './support/gallery.ts';
import { pressKitsTravel } from './support/press-kits.ts';

describe.each(databasesInTurn)('an album travels from the studio to the public, on %s', (database) => {
  let studio: Studio;
  let gallery: Gallery;
  let ids: Record<'a' | 'b' | 'c' | 'd' | 'hidden', string>;
  let album: string;
  beforeAll(async () => {
    studio = await startStudio({ database });
    gallery = await openGallery(studio);
    const [a, b, c, d] = [
      await gallery.picture('A'),
      await gallery.picture('B'),
      await gallery.picture('C'),
      await gallery.picture('D'),
    ];
    ids = { a, b, c, d, hidden: await gallery.picture('Hidden', 'internal') };
    album = await gallery.album('Cho xua');
    await gallery.put(album, a, ids.hidden, b, c, d);
    await gallery.settle();
  });
  afterAll(async () => {
    await gallery?.[Symbol.asyncDispose]();
    await studio?.close();
  });

  const shown = async (slug = 'cho-xua') => (await gallery.data(`/v1/vi/albums/${slug}`)).data;
  const members = (of = album) => gallery.curator.get(`/api/albums/${of}/members`);
  const move = (by: Gallery['curator'], body: object) => by.post(`/api/albums/${album}/members/move`, body);
  const mark = async (image: string, level: string) => {
    await gallery.room.mark('images', image, level);
    await gallery.room.hint('images', image);
    await gallery.settle();
  };

  it('is not there before a second person releases it, like one that never was', async () => {
    expect(await gallery.record('cho-xua')).toBeNull();
    const [here, never] = [
      await gallery.node.get('/v1/vi/albums/cho-xua'),
      await gallery.node.get('/v1/vi/albums/khong'),
    ];
    expect([here.status, await here.json()]).toEqual([404, await never.json()]);
    expect((await gallery.data('/v1/vi/albums')).data).toEqual([]);
    expect((await gallery.data('/v1/vi/images?album=cho-xua')).data).toEqual([]);
    const own = await gallery.curator.post(`/api/albums/${album}/release`);
    expect([own.status, own.body.code]).toEqual([403, 'album-release-own']);
    const editor = await (await studio.person('editor')).post(`/api/albums/${album}/release`);
    expect([editor.status, editor.body.code]).toEqual([403, 'forbidden']);
  });

  it('R54: has its public pictures in their order, and tells nothing of another', async () => {
    await gallery.release(album);
    await gallery.settle();
    expect(await gallery.order('cho-xua')).toEqual(['A', 'B', 'C', 'D']);
    expect(await gallery.order('cho-xua', 1)).toEqual(['A', 'B', 'C', 'D']);
    expect(await shown()).toMatchObject({ count: 4, cover: { alt: 'Picture of A' }, parent: null, children: [] });
    const record = await gallery.record('cho-xua');
    expect(record?.members.length).toBe(4);
    const bytes = (await gallery.house.bytes()).toString();
    expect(bytes.includes(ids.hidden) || bytes.includes(ids.a)).toBe(false);
  });

  it('changes its order member by member, for two curators at once', async () => {
    const [one, other] = await Promise.all([
      move(gallery.curator, { image: ids.d, at: 'front' }),
      move(gallery.second, { image: ids.a, after: ids.c }),
    ]);
    expect([one.status, other.status]).toEqual([200, 200]);
    await gallery.settle();
    expect(await gallery.order('cho-xua')).toEqual(['D', 'B', 'C', 'A']);
    await move(gallery.curator, { image: ids.b, at: 'end' });
    await move(gallery.curator, { image: ids.a, before: ids.d });
    await gallery.settle();
    expect(await gallery.order('cho-xua')).toEqual(['A', 'D', 'C', 'B']);
    const seen = (await members()).body.members.map(({ title }: { title: string }) => title);
    expect(seen.filter((title: string) => title !== 'Hidden')).toEqual(['A', 'D', 'C', 'B']);
  });

  it('goes on after the picture that was seen last, wherever that was put meanwhile', async () => {
    const first = await gallery.data('/v1/vi/images?album=cho-xua&sort=album&limit=2');
    await move(gallery.curator, { image: ids.d, after: ids.c });
    await gallery.settle();
    const next = await gallery.data(`/v1/vi/images?album=cho-xua&sort=album&limit=2&cursor=${first.page.next}`);
    expect(next.data.map(({ title }: { title: string }) => title)).toEqual(['B']);
    await move(gallery.curator, { image: ids.d, before: ids.c });
    await gallery.settle();
  });

  it('loses a picture at once when that is marked, cover and count with it, and has it again at its place', async () => {
    const cover = await change(gallery.curator, `/api/albums/${album}?locale=vi`, { cover: ids.c });
    expect(cover.status, JSON.stringify(cover.body)).toBe(200);
    await gallery.settle();
    expect(await shown()).toMatchObject({ count: 4, cover: { alt: 'Picture of C' } });
    await mark(ids.c, 'restricted');
    expect(await gallery.order('cho-xua')).toEqual(['A', 'D', 'B']);
    expect(await shown()).toMatchObject({ count: 3, cover: { alt: 'Picture of A' } });
    expect((await gallery.record('cho-xua'))?.members.length).toBe(3);
    expect((await gallery.record('cho-xua'))?.editions.vi?.[0]?.cover).toBeNull();
    await mark(ids.c, 'public');
    expect(await gallery.order('cho-xua')).toEqual(['A', 'D', 'C', 'B']);
    expect(await shown()).toMatchObject({ count: 4, cover: { alt: 'Picture of C' } });
  });

  it('R54: shows nobody a picture that they may not know of, and lets nobody say that it is there', async () => {
    await mark(ids.c, 'restricted');
    const answer = await members();
    expect(answer.body.members.map(({ id }: { id: string }) => id)).not.toContain(ids.c);
    expect((await gallery.curator.get(`/api/albums/${album}?depth=0`)).body.cover).toBeNull();
    expect((await gallery.curator.get(`/api/albums?where[cover][equals]=${ids.c}`)).status).toBe(400);
    const beside = await move(gallery.curator, { image: ids.a, after: ids.c });
    const never = await move(gallery.curator, { image: ids.a, after: 'nobody' });
    expect([beside.status, beside.body]).toEqual([never.status, never.body]);
    expect(beside.body.code).toBe('album-changed');
    const behind = (id: string) => gallery.curator.get(`/api/albums/${album}/members?after=${id}`);
    const [after, afterNever] = [await behind(ids.c), await behind('nobody')];
    expect([after.status, after.body]).toEqual([409, afterNever.body]);
    expect((await behind(ids.a)).status).toBe(200);
    const [taken, takenNever] = await Promise.all(
      [ids.c, 'nobody'].map((id) => gallery.curator.post(`/api/albums/${album}/members/remove`, { images: [id] })),
    );
    expect([taken?.status, taken?.body]).toEqual([400, takenNever?.body]);
    // Who saves words does not take away a cover that was not shown to them
    const saved = await change(gallery.curator, `/api/albums/${album}?locale=vi`, { description: 'Mot', cover: null });
    expect(saved.status).toBe(200);
    await mark(ids.c, 'public');
    expect(await shown()).toMatchObject({ description: 'Mot', cover: { alt: 'Picture of C' } });
  });

  it('is ordered by those who make albums, not by those who translate them', async () => {
    const translator = await studio.person('translator');
    const refused = await move(translator, { image: ids.a, at: 'end' });
    expect([refused.status, refused.body.code]).toEqual([403, 'forbidden']);
    expect((await translator.post(`/api/albums/${album}/members`, { images: [ids.a] })).status).toBe(403);
    expect((await translator.get(`/api/albums/${album}/members`)).status).toBe(200);
    const words = await change(translator, `/api/albums/${album}?locale=en`, { title: 'Old markets' });
    expect(words.status, JSON.stringify(words.body)).toBe(200);
    await gallery.settle();
    expect((await gallery.data('/v1/en/albums/old-markets')).data).toMatchObject({ title: 'Old markets', count: 4 });
  });

  it('is filled from what a curator finds, by any word of a picture in any language', async () => {
    const ask = async (path: string) => {
      const { status, body } = await gallery.curator.get(path);
      expect(status, JSON.stringify(body)).toBe(200);
      return { ok: true, status, body } as const;
    };
    const found = async (word: string) => (await findPictures(ask, word, 'en')).map(({ title }) => title).sort();
    expect(await found('')).toEqual(['A', 'B', 'C', 'D', 'Hidden']);
    expect(await found(' hidd ')).toEqual(['Hidden']);
    expect(await found('Photo: Bến')).toHaveLength(5);
    expect(await found('nothing of the kind')).toEqual([]);
  });

  it('R37: stands in a tree without a circle, below what can be seen', async () => {
    const below = await gallery.album('Cho noi', { within: album });
    const above = await gallery.album('Thanh pho');
    const circle = await change(gallery.curator, `/api/albums/${album}?locale=vi`, { within: below });
    expect([circle.status, circle.body.code]).toEqual([400, 'field-invalid']);
    await change(gallery.curator, `/api/albums/${album}?locale=vi`, { within: above });
    await gallery.release(below);
    await gallery.settle();
    expect(await shown()).toMatchObject({ parent: null, children: [{ slug: 'cho-noi' }] });
    await gallery.release(above);
    await gallery.settle();
    expect(await shown()).toMatchObject({ parent: { slug: 'thanh-pho' } });
    expect(await shown('thanh-pho')).toMatchObject({ count: 0, cover: null, children: [{ slug: 'cho-xua' }] });
    await gallery.room.mark('albums', above, 'restricted');
    await gallery.room.hint('albums', above);
    await gallery.settle();
    expect(await shown()).toMatchObject({ parent: null, count: 4 });
    // Not even the name of nothing stands in the feed, which would say that there is something
    const record = (await gallery.house.live()).get('album/vi/cho-xua');
    expect(record?.editions.vi?.map((edition) => 'parent' in edition && edition.parent)).toEqual([null]);
    expect((await gallery.curator.get(`/api/albums/${album}?depth=0`)).body.within).toBeNull();
  });

  it('loses what is deleted, and goes when it is deleted itself', async () => {
    expect((await gallery.curator.get(`/api/images/${ids.d}/albums`)).body.albums).toEqual([
      { id: album, title: 'Old markets' },
    ]);
    await gallery.curator.post(`/api/albums/${album}/members/remove`, { images: [ids.b] });
    await studio.payload.delete({ collection: 'images', id: ids.d, context: { deletionConfirmed: ids.d } });
    await gallery.settle();
    expect(await gallery.order('cho-xua')).toEqual(['A', 'C']);
    expect((await gallery.curator.delete(`/api/albums/${album}`)).status).toBe(200);
    await gallery.settle();
    expect((await gallery.node.get('/v1/vi/albums/cho-xua')).status).toBe(410);
    const left = await studio.payload.db.find({ collection: 'album-members', where: {}, limit: 0, pagination: false });
    expect(left.docs).toEqual([]);
  });

  pressKitsTravel(() => gallery);

  albumsGiveRights(
    () => gallery,
    () => studio,
  );
});
