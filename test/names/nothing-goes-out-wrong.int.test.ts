import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, completeText } from '../support/lexical.ts';
import { pictureBytes, pictureForm } from '../support/pictures.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { change, enter, form } from './support/entries.ts';

const cc = 'http://creativecommons.org/licenses/by/4.0/';

describe.each(databasesInTurn)('nothing goes out with a wrong name on %s', (database) => {
  let studio: Studio;
  let keeper: Person;
  let editor: Person;
  let publisher: Person;
  let curator: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    keeper = await studio.person('terminologist');
    editor = await studio.person(['editor', 'translator']);
    publisher = await studio.person('publisher');
    curator = await studio.person('curator');
    await enter(keeper, [
      form('vi', 'chợ Bến Thành'),
      form('vi', 'chợ Ben Thanh', 'forbidden', { stops: true, reason: 'Thiếu dấu.' }),
      form('vi', 'chợ Sài Gòn', 'forbidden', { reason: 'Tên gọi thông tục.' }),
      form('en', 'Bến Thành Market', 'approved', { stops: true }),
      form('en', 'Saigon Market', 'forbidden', { stops: true }),
    ]);
  });
  afterAll(() => studio?.close());

  const write = async (data: object, locale = 'vi') => {
    const made = await editor.post(`/api/articles?locale=${locale}&depth=0`, data);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    return made.body.doc.id as string;
  };
  const publish = (id: string, locale = 'vi', more: object = {}) =>
    publisher.post(`/api/articles/${id}/publish`, { locale, ...more }, { 'accept-language': 'en' });

  it.each([
    ['title', { title: 'Ở chợ Ben Thanh' }],
    ['summary', { summary: 'Gần chợ Ben Thanh.' }],
    ['body', { body: bodyOf(['Câu đầu.', 'Trước chợ Ben Thanh có xe.']) }],
  ])(
    'stops an article whose %s has a name that the registry stops, and says which one to write and why',
    async (_, part) => {
      const id = await write({ ...completeText('Tin'), ...part });
      const refused = await publish(id);
      expect(refused.status, JSON.stringify(refused.body)).toBe(422);
      expect(refused.body).toMatchObject({
        code: 'publish-term-forbidden',
        values: { names: '“chợ Ben Thanh” → “chợ Bến Thành” (Thiếu dấu.)' },
      });
      expect((await publisher.get(`/api/articles/${id}?locale=all&depth=0`)).body._status.vi).toBe('draft');
    },
  );

  it('lets out what only warns, and what is written right', async () => {
    expect((await publish(await write(completeText('Ở chợ Sài Gòn')))).status).toBe(200);
    expect((await publish(await write(completeText('Ở chợ Bến Thành')))).status).toBe(200);
  });

  it('stops a translation that leaves an official name of its source out', async () => {
    const id = await write(completeText('Ở chợ Bến Thành'));
    const translated = async (title: string) => {
      const { revision } = (await editor.get(`/api/articles/${id}?draft=true&locale=en&depth=0`)).body;
      const data = { ...completeText(title), revision };
      expect((await editor.patch(`/api/articles/${id}?locale=en&depth=0`, data)).status).toBe(200);
      return publish(id, 'en');
    };
    const refused = await translated('At the market');
    expect(refused.body.values).toEqual({ names: '“chợ Bến Thành” → “Bến Thành Market”' });
    expect((await translated('At Saigon Market')).body.values.names).toBe('“Saigon Market” → “Bến Thành Market”');
    expect((await translated('At Bến Thành market')).status).toBe(200);
  });

  it('judges by the day on which the public sees it', async () => {
    await enter(keeper, [
      form('vi', 'Quận Cũ', 'approved', { validUntil: '2030-06-30', stops: true }),
      form('vi', 'Phường Mới', 'approved', { validFrom: '2030-07-01', stops: true }),
    ]);
    const old = await write(completeText('Tin Quận Cũ'));
    expect((await publish(old, 'vi', { appearsAt: '2030-06-30T16:59:00Z' })).status).toBe(200);
    const late = await publish(await write(completeText('Tin Quận Cũ')), 'vi', { appearsAt: '2030-06-30T17:00:00Z' });
    expect(late.body.values.names).toBe('“Quận Cũ” → “Phường Mới”');
    const early = await publish(await write(completeText('Tin Phường Mới')));
    expect(early.body.values.names).toBe('“Phường Mới” → “Quận Cũ”');
  });

  it('stops a picture that is released, by itself and with a text, and the words of one that is public', async () => {
    const photograph = async (caption: string) => {
      const words = { title: 'Chợ', alt: 'Tháp', caption, credit: 'Lan', rights: cc };
      const sent = await curator.send('/api/images/upload?locale=vi', {
        method: 'POST',
        body: pictureForm(await pictureBytes(), words),
      });
      expect(sent.status, JSON.stringify(sent.body)).toBe(201);
      return sent.body.doc.id as string;
    };
    const wrong = await photograph('Tháp chợ Ben Thanh');
    const alone = await publisher.post('/api/images/release', { ids: [wrong] });
    expect(alone.body.code, JSON.stringify(alone.body)).toBe('publish-term-forbidden');
    const withText = await publish(await write({ ...completeText('Có ảnh'), cover: wrong }));
    expect(withText.body.code).toBe('publish-term-forbidden');
    const right = await photograph('Tháp chợ Bến Thành');
    expect((await publisher.post('/api/images/release', { ids: [right] })).status).toBe(200);
    const save = async (data: object) => {
      const { revision } = (await curator.get(`/api/images/${right}?locale=vi&depth=0`)).body;
      return curator.patch(`/api/images/${right}?locale=vi&depth=0`, { ...data, revision });
    };
    expect((await save({ caption: 'Tháp chợ Ben Thanh' })).body.code).toBe('publish-term-forbidden');
    expect((await save({ caption: 'Tháp của chợ' })).status).toBe(200);
  });

  it('stops the name of a place, and lets the rest of it be saved where the name was there before', async () => {
    const made = await editor.post('/api/places?locale=vi&depth=0', { name: 'Chợ Ben Thanh' });
    expect(made.body.code).toBe('publish-term-forbidden');
    const place = await editor.post('/api/places?locale=vi&depth=0', { name: 'Nhà ga cũ' });
    expect(place.status).toBe(201);
    await enter(keeper, [form('vi', 'Nhà ga cũ', 'forbidden', { stops: true }), form('vi', 'Ga Bến Thành')]);
    const save = async (data: object) => {
      const { revision } = (await editor.get(`/api/places/${place.body.doc.id}?locale=vi&depth=0`)).body;
      return editor.patch(`/api/places/${place.body.doc.id}?locale=vi&depth=0`, { ...data, revision });
    };
    expect((await save({ latitude: 10.77, longitude: 106.69 })).status).toBe(200);
    expect((await save({ summary: 'Trước đây là Nhà ga cũ.' })).body.code).toBe('publish-term-forbidden');
    expect((await save({ name: 'Ga Bến Thành' })).status).toBe(200);
  });

  it('holds as soon as an entry is saved, and no longer than it stands', async () => {
    const id = await write(completeText('Cầu Ba Son mới'));
    const entry = await enter(keeper, [form('vi', 'Cầu Ba Son', 'forbidden', { stops: true })]);
    expect((await publish(id)).body.code).toBe('publish-term-forbidden');
    await change(keeper, entry, [form('vi', 'Cầu Ba Son', 'allowed')]);
    expect((await publish(id)).status).toBe(200);
  });

  it('tells of names while somebody writes', async () => {
    const ask = (body: object) => editor.post('/api/translation/terms/check', body);
    const { status, body } = await ask({
      locale: 'en',
      texts: ['At Saigon Market.', ''],
      source: { locale: 'vi', texts: ['Ở chợ Bến Thành.', 'Chợ Bến Thành đông.'] },
    });
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.findings).toMatchObject([
      { text: 0, fault: 'forbidden', found: 'Saigon Market', start: 3, instead: ['Bến Thành Market'], stops: true },
    ]);
    expect(body.names).toMatchObject([
      {
        text: 0,
        found: 'chợ Bến Thành',
        kind: 'place',
        instead: ['Bến Thành Market'],
        avoid: [{ term: 'Saigon Market' }],
      },
      { text: 1, found: 'Chợ Bến Thành' },
    ]);
    expect((await ask({ locale: 'de', texts: [] })).body.code).toBe('field-invalid');
    expect((await studio.anonymous.post('/api/translation/terms/check', { locale: 'vi', texts: [] })).status).toBe(401);
  });

  it('tells of names in what is saved, to those who may see it', async () => {
    const id = await write({ ...completeText('Tin'), body: bodyOf(['Ở chợ Ben Thanh, chợ Sài Gòn.']) });
    const { body } = await editor.get(`/api/articles/${id}/names?locale=vi`);
    expect(body.findings).toMatchObject([
      { field: 'body', found: 'chợ Ben Thanh', stops: true, reason: 'Thiếu dấu.' },
      { field: 'body', found: 'chợ Sài Gòn', stops: false },
    ]);
    const { marking } = (await editor.get(`/api/articles/${id}?draft=true&depth=0`)).body;
    await studio.payload.update({ collection: 'markings', id: marking, data: { level: 'restricted' } as never });
    const hidden = await editor.get(`/api/articles/${id}/names?locale=vi`);
    const nothing = await editor.get('/api/articles/3f0e0000-0000-4000-8000-000000000000/names?locale=vi');
    expect([hidden.status, hidden.body]).toEqual([nothing.status, nothing.body]);
    expect(hidden.status).toBe(404);
  });
});
