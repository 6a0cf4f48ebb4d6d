import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Newsroom, openNewsroom } from '../gate/support/newsroom.ts';
import { change } from '../support/change.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

describe.each(databasesInTurn)('rights that end soon stand on the desk, on %s', (database) => {
  let studio: Studio;
  let room: Newsroom;
  let curator: Person;
  let editor: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    room = await openNewsroom(studio);
    [curator, editor] = [await studio.person('curator'), await studio.person('editor')];
  }, 120_000);
  afterAll(() => studio?.close());

  const make = async (collection: string, data: object): Promise<string> => {
    const made = await curator.post(`/api/${collection}?locale=vi&depth=0`, data);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    return made.body.doc.id;
  };

  it('and texts that lose a picture, where its own record ends or the one that it takes from an album, as these hold', async () => {
    const texts: Record<string, string> = {};
    const article = async (name: string, cover: string, more: object = {}) => {
      texts[name] = await room.article({ titles: { vi: `Quyền ${name}` }, cover, ...more });
    };
    const told = async () => {
      const { body } = await editor.get('/api/desk');
      const items = body.sections.find(({ key }: { key: string }) => key === 'losses')?.items ?? [];
      const ours = items.filter(({ title }: { title: string }) => title.startsWith('Quyền'));
      return Object.fromEntries(ours.map((one: { id: string; loses: object }) => [one.id, one.loses]));
    };
    const ofAlbum = await make('rights', { name: 'Của album', validUntil: inDays(25) });
    const above = await make('albums', { title: 'Trên', rightsRecord: ofAlbum });
    const below = await make('albums', { title: 'Dưới', within: above });
    const [taking, lasting] = [await room.image('Nhờ album'), await room.image('Bền')];
    await article('taking', taking);
    // The record ends, and nothing stands upon it yet
    expect(await told()).toEqual({});
    const members = { images: [taking, lasting] };
    expect((await curator.post(`/api/albums/${below}/members`, members)).status).toBe(200);
    const fromAlbum = { within: 30, picture: 'Nhờ album', pictures: 1 };
    expect(await told()).toEqual({ [String(texts.taking)]: fromAlbum });

    const near = await make('rights', { name: 'Gần', validUntil: inDays(5) });
    const far = await make('rights', { name: 'Xa', validUntil: inDays(400) });
    await room.write('images', lasting, { rightsRecord: far });
    const own = await room.image('Riêng', { rightsRecord: near });
    await article('own', own);
    await article('lasting', lasting);
    await article('behind', await room.image('Bản sao', { mergedInto: taking }));
    await article('alone', await room.image('Ngoài album'));
    await article('both', taking, { shows: { vi: `${own} ${lasting}` } });
    expect(await told()).toEqual({
      [String(texts.own)]: { within: 7, picture: 'Riêng', pictures: 1 },
      [String(texts.taking)]: fromAlbum,
      [String(texts.behind)]: fromAlbum,
      [String(texts.both)]: { within: 7, picture: 'Riêng', pictures: 2 },
    });
    expect((await change(curator, `/api/rights/${ofAlbum}?locale=vi`, { validUntil: inDays(-1) })).status).toBe(200);
    expect(await told()).toMatchObject({
      [String(texts.taking)]: { ...fromAlbum, within: 0 },
      [String(texts.both)]: { within: 0, picture: 'Nhờ album', pictures: 2 },
    });
    // An album that is marked higher gives nothing, so nothing of it ends
    await room.mark('albums', above, 'restricted');
    const left = { within: 7, picture: 'Riêng', pictures: 1 };
    expect(await told()).toEqual({ [String(texts.own)]: left, [String(texts.both)]: left });
    await room.mark('albums', above, 'internal');
    expect(Object.keys(await told())).toHaveLength(4);
    // The end that its own record names goes before the album’s
    await room.write('images', taking, { rightsRecord: far });
    expect(await told()).toEqual({ [String(texts.own)]: left, [String(texts.both)]: left });
    expect((await change(curator, `/api/rights/${near}?locale=vi`, { validUntil: inDays(400) })).status).toBe(200);
    expect(await told()).toEqual({});
  });

  it('with all pictures and texts that they concern, and nothing that the reader may not know of', async () => {
    const soon = await make('rights', { name: 'Sắp hết', validUntil: inDays(6) });
    await make('rights', { name: 'Còn lâu', validUntil: inDays(61) });
    const consent = await make('consents', {
      person: 'Chị Lan',
      document: '12',
      kind: 'adult',
      validUntil: inDays(20),
    });
    const pictures: string[] = [];
    for (let number = 0; number < 9; number++)
      pictures.push(
        await room.image(`P${number}`, { rightsRecord: soon, ...(number === 0 && { consents: [consent] }) }),
      );
    const album = await make('albums', { title: 'Cho', rightsRecord: soon });
    const taking = await make('albums', { title: 'Dưới', within: album });
    const from = await room.image('Từ album');
    expect((await curator.post(`/api/albums/${taking}/members`, { images: [from] })).status).toBe(200);
    await room.image('Mật', { rightsRecord: soon, level: 'restricted' });
    await room.article({ titles: { vi: 'Bìa' }, cover: pictures[0] });
    await room.article({ titles: { vi: 'Trong bài' }, shows: { vi: `x ${pictures[8]} y` } });
    await room.article({ titles: { vi: 'Khác' } });
    const section = async (who: typeof curator) => {
      const { body } = await who.get('/api/desk');
      return body.sections.find(({ key }: { key: string }) => key === 'rights');
    };
    const record = { collection: 'rights', id: soon, title: 'Sắp hết', ends: { within: 7, pictures: 10, texts: 2 } };
    const seen = await section(curator);
    expect(seen).toMatchObject({ count: 2 });
    expect(seen.items).toMatchObject([
      record,
      { collection: 'consents', title: 'Chị Lan', ends: { within: 30, pictures: 1, texts: 1 } },
    ]);
    const told = await section(editor);
    expect(told).toMatchObject({ count: 1, items: [record] });
    expect(JSON.stringify(told)).not.toContain('Lan');
    expect((await editor.get(`/api/consents/${consent}`)).status).not.toBe(200);
    expect(JSON.stringify((await editor.get(`/api/images/${pictures[0]}?locale=vi`)).body)).not.toContain(consent);
  });

  it('and texts that lose a picture by a consent are told to those who write them, without a word of the person', async () => {
    const consentOf = async (more: object): Promise<string> => {
      const data = { person: 'CANARY-person', document: 'CANARY-paper', kind: 'adult', ...more };
      return (await curator.post('/api/consents?depth=0', data)).body.doc.id;
    };
    const [ends, lasts] = [await consentOf({ validUntil: inDays(20) }), await consentOf({ validUntil: inDays(61) })];
    const [soon, long] = [
      await room.image('Mai', { consents: [ends] }),
      await room.image('Lâu', { consents: [lasts] }),
    ];
    const hidden = await room.image('Kín', { consents: [ends], level: 'restricted' });
    const article = await room.article({
      titles: { vi: 'Bài của Mai' },
      cover: soon,
      shows: { vi: `${long} ${hidden}` },
    });
    await room.article({ titles: { vi: 'Bài kín' }, cover: hidden });
    const items = async (who: typeof editor): Promise<object[]> => {
      const { body } = await who.get('/api/desk');
      expect(JSON.stringify(body)).not.toMatch(/CANARY|Kín|Bài kín/);
      const found = body.sections.find(({ key }: { key: string }) => key === 'losses')?.items ?? [];
      return found.filter(({ title }: { title: string }) => title.startsWith('Bài của'));
    };
    const told = (within: number) => [
      { collection: 'articles', id: article, title: 'Bài của Mai', loses: { within, picture: 'Mai', pictures: 1 } },
    ];
    expect(await items(editor)).toMatchObject(told(30));
    await curator.patch(`/api/consents/${ends}`, { withdrawnOn: inDays(0), revision: 1 });
    expect(await items(editor)).toMatchObject(told(0));
    expect(await items(curator)).toMatchObject(told(0));
    await room.write('articles', article, { cover: long, shows: {} });
    expect(await items(editor)).toEqual([]);
  });

  it('albums that wait for a second person stand with those who can release them', async () => {
    const [maker, second] = [curator, await studio.person('publisher')];
    const made = await maker.post('/api/albums?locale=vi&depth=0', { title: 'Chờ phát hành' });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    const { id } = made.body.doc;
    const waits = async (who: typeof maker): Promise<boolean> => {
      const { body } = await who.get('/api/desk');
      const found = body.sections.find(({ key }: { key: string }) => key === 'albums')?.items ?? [];
      return found.some((one: { id: string }) => one.id === id);
    };
    expect([await waits(maker), await waits(second), await waits(editor)]).toEqual([false, true, false]);
    expect((await second.post(`/api/albums/${id}/release`)).status).toBe(200);
    expect(await waits(second)).toBe(false);
  });

  it('and the picture says what is in force', async () => {
    const end = inDays(3);
    const made = await curator.post('/api/rights?locale=vi&depth=0', { name: 'A', validUntil: end, uses: ['web'] });
    const id = await room.image('Kỳ', { rightsRecord: made.body.doc.id });
    const asked = async () => (await editor.get(`/api/images/${id}/rights`)).body;
    expect(await asked()).toMatchObject({ closure: null, vanishesAt: end, appearsAt: null });
    await room.write('images', id, { people: 'not-released' });
    expect(await asked()).toMatchObject({ closure: 'consent-missing' });
    const hidden = await room.image('Kín', { level: 'restricted' });
    expect((await editor.get(`/api/images/${hidden}/rights`)).status).toBe(404);
  });
});
