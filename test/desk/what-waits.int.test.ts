import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change } from '../support/change.ts';
import { bodyOf } from '../support/lexical.ts';
import { pictureBytes, pictureForm } from '../support/pictures.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';

const rights = 'http://creativecommons.org/licenses/by/4.0/';

interface Section {
  key: string;
  count: number;
  items: { id: string; title: string; locales: string[]; note: string | null }[];
}

/** A delivery that says what the test wants: only whether it answers matters here. */
const openDelivery = async (): Promise<{ url: string; say: (body: object | null) => void; server: Server }> => {
  let said: object | null = null;
  const server = createServer((_, response) => {
    response.writeHead(said ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(said ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, server, say: (body) => (said = body) };
};

describe.each(databasesInTurn)('what the studio tells its people, on %s', (database) => {
  let studio: Studio;
  let delivery: Awaited<ReturnType<typeof openDelivery>>;
  let editor: Person;
  let publisher: Person;
  let curator: Person;
  let officer: Person;
  beforeAll(async () => {
    delivery = await openDelivery();
    studio = await startStudio({ database, values: { publicUrl: delivery.url } });
    editor = await studio.person('editor', { name: 'Lan' });
    publisher = await studio.person('publisher', { name: 'Phát' });
    curator = await studio.person('curator');
    officer = await studio.person('security-officer', { clearance: 'restricted' });
  });
  afterAll(async () => {
    await studio?.close();
    delivery?.server.close();
  });

  const write = async (title: string, locale = 'vi', more: object = {}) => {
    const data = { title, summary: `${title}.`, body: bodyOf([title]), ...more };
    const made = await editor.post(`/api/articles?locale=${locale}&depth=0`, data);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    return made.body.doc as { id: string; marking: string };
  };
  const section = async (person: Person, key: string): Promise<Section | undefined> => {
    const { status, body } = await person.get('/api/desk');
    expect(status, JSON.stringify(body)).toBe(200);
    return (body.sections as Section[]).find((one) => one.key === key);
  };
  const ids = async (person: Person, key: string) => (await section(person, key))?.items.map(({ id }) => id) ?? [];
  const review = (person: Person, id: string, body: object) => person.post(`/api/articles/${id}/review`, body);
  const states = async (person: Person, id: string) => {
    const { body } = await person.get(`/api/articles/${id}/languages`);
    return Object.fromEntries(body.languages.map((one: { locale: string; state: string }) => [one.locale, one.state]));
  };

  it('lists a draft for whoever wrote it and for nobody else', async () => {
    const { id } = await write('Phố đi bộ');
    const other = await studio.person('editor');
    expect(await ids(editor, 'drafts')).toContain(id);
    expect(await ids(other, 'drafts')).not.toContain(id);
  });

  it('lists a language for its reviewer, then for its author with the words, and no longer once it was sent again', async () => {
    const { id } = await write('Lễ hội áo dài');
    await review(editor, id, { locale: 'vi', action: 'request' });
    expect(await ids(publisher, 'review')).toContain(id);
    expect((await states(editor, id)).vi).toBe('in-review');
    await review(publisher, id, { locale: 'vi', action: 'return', note: 'Thêm tên ban tổ chức.' });
    expect(await ids(publisher, 'review')).not.toContain(id);
    const returned = (await section(editor, 'returned'))?.items.find((item) => item.id === id);
    expect(returned).toMatchObject({ title: 'Lễ hội áo dài', locales: ['vi'], note: 'Thêm tên ban tổ chức.' });
    await review(editor, id, { locale: 'vi', action: 'request' });
    expect(await ids(editor, 'returned')).not.toContain(id);
  });

  it('tells of a public document which languages it lacks and when a language has changed', async () => {
    const { id } = await write('Chợ hoa');
    expect((await publisher.post(`/api/articles/${id}/publish`, { locale: 'vi' })).status).toBe(200);
    const missing = (await section(editor, 'missing'))?.items.find((item) => item.id === id);
    expect(missing?.locales).toEqual(['en', 'fr', 'zh']);
    await change(editor, `/api/articles/${id}?locale=vi&draft=true`, { title: 'Chợ hoa Tết' });
    expect(await states(editor, id)).toEqual({ vi: 'changed', en: 'missing', fr: 'missing', zh: 'missing' });
  });

  it('says before the click which shared field a publication would carry into other languages', async () => {
    const { id } = await write('Bảo tàng');
    await publisher.post(`/api/articles/${id}/publish`, { locale: 'vi' });
    await change(editor, `/api/articles/${id}?locale=en&draft=true`, { title: 'Museum', source: 'en' });
    const { body } = await publisher.get(`/api/articles/${id}/languages`);
    expect(body.sharedChanges).toEqual(['source']);
    expect(body.writers.en).toEqual({ others: ['Lan'], mine: false });
  });

  it('lists what is published for later, and images that nobody has released', async () => {
    const { id } = await write('Đường hoa');
    await publisher.post(`/api/articles/${id}/publish`, { locale: 'vi', appearsAt: '2031-01-01T00:00:00Z' });
    expect(await ids(publisher, 'scheduled')).toContain(id);
    const form = pictureForm(await pictureBytes(), { title: 'Bến phà' });
    const sent = await curator.send('/api/images/upload?locale=vi', { method: 'POST', body: form });
    expect((await section(curator, 'images'))?.items.map((item) => item.title)).toContain('Bến phà');
    expect(sent.status).toBe(201);
  });

  it('remembers what a person opened, and forgets its name when it is hidden from them', async () => {
    const { id, marking } = await write('Kế hoạch');
    const visits = [{ collection: 'articles', id, locale: 'vi', at: new Date().toISOString() }];
    await editor.post('/api/payload-preferences/recently-visited', { value: { visits } });
    expect(await ids(editor, 'recent')).toEqual([id]);
    await officer.post(`/api/markings/${marking}/raise`, { level: 'restricted', basis: 'Công văn' });
    expect(await ids(editor, 'recent')).toEqual([]);
    expect(await ids(editor, 'drafts')).not.toContain(id);
  });

  it('answers alike for a document that is hidden and for one that is not there', async () => {
    const { id, marking } = await write('Danh sách');
    await officer.post(`/api/markings/${marking}/raise`, { level: 'restricted', basis: 'Công văn' });
    const nowhere = '00000000-0000-4000-8000-000000000000';
    for (const path of ['languages', 'visibility?locale=vi']) {
      const hidden = await editor.get(`/api/articles/${id}/${path}`);
      const missing = await editor.get(`/api/articles/${nowhere}/${path}`);
      expect([hidden.status, hidden.body]).toEqual([404, missing.body]);
    }
    const hidden = await editor.get(`/api/preview/articles/${id}?locale=vi`);
    const missing = await editor.get(`/api/preview/articles/${nowhere}?locale=vi`);
    expect([hidden.status, hidden.body]).toEqual([404, missing.body]);
    expect((await studio.anonymous.get(`/api/preview/articles/${id}?locale=vi`)).status).toBe(401);
    expect((await officer.get(`/api/preview/articles/${id}?locale=vi`)).status).toBe(200);
  });

  it('previews a draft in the language asked for, without a script and with nothing of the text taken for markup', async () => {
    const { id } = await write('Nhà hát <script>alert(1)</script>');
    const page = await editor.get(`/api/preview/articles/${id}?locale=vi`);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.body).toContain('Nhà hát &lt;script&gt;');
    expect(page.body).not.toContain('<script');
    const french = await editor.get(`/api/preview/articles/${id}?locale=fr`, { 'accept-language': 'fr' });
    expect(french.body).toContain('Rien dans cette langue');
  });

  it('previews Chinese in Traditional characters with the official names of the moment, and says that it was converted', async () => {
    const { body } = await editor.post('/api/articles?locale=zh&depth=0', { title: '里街的发展' });
    const path = `/api/preview/articles/${body.doc.id}`;
    const before = await editor.get(`${path}?locale=zh&script=Hant`, { 'accept-language': 'en' });
    expect(before.body).toContain('<h1>裡街的發展</h1>');
    expect(before.body).toContain('<html lang="zh-Hant">');
    expect(before.body).toContain('A program has made this of the Simplified text');
    const form = { locale: 'zh', term: '里街', traditional: '里街', status: 'approved', stops: false };
    const keeper = await studio.person('terminologist');
    expect((await keeper.post('/api/concepts', { kind: 'street', forms: [form] })).status).toBe(201);
    expect((await editor.get(`${path}?locale=zh&script=Hant`)).body).toContain('<h1>里街的發展</h1>');
    const written = await editor.get(`${path}?locale=zh`, { 'accept-language': 'en' });
    expect(written.body).toContain('<h1>里街的发展</h1>');
    expect(written.body).not.toContain('A program has made this');
    expect((await editor.get(`${path}?locale=vi&script=Hant`)).body.code).toBe('parameter-invalid');
  });

  it('asks delivery whether the public sees a language, and says so only when it does', async () => {
    const { id, marking } = await write('Bến Bạch Đằng');
    const state = async () => (await publisher.get(`/api/articles/${id}/visibility?locale=vi`)).body.state;
    expect(await state()).toBe('hidden');
    const { body } = await publisher.post(`/api/articles/${id}/publish`, { locale: 'vi' });
    expect(await state()).toBe('waiting');
    delivery.say({ data: { updatedAt: '2001-01-01T00:00:00.000Z' } });
    expect(await state()).toBe('waiting');
    delivery.say({ data: { updatedAt: body.doc.lastPublished.vi } });
    expect(await state()).toBe('visible');
    await officer.post(`/api/markings/${marking}/raise`, { level: 'restricted', basis: 'Công văn' });
    const asOfficer = async () => (await officer.get(`/api/articles/${id}/visibility?locale=vi`)).body.state;
    expect(await asOfficer()).toBe('waiting');
    delivery.say(null);
    expect(await asOfficer()).toBe('withheld');
    expect((await publisher.get(`/api/articles/${id}/visibility?locale=de`)).body.code).toBe('parameter-invalid');
  });

  it('names what a program makes of Chinese for the public, while Chinese is visible', async () => {
    const { id } = await write('Hai loại chữ');
    const words = { title: '两种文字', summary: '两种文字。', body: bodyOf(['两种文字']) };
    const zh = { ...words, slug: 'liang-zhong' };
    await change(editor, `/api/articles/${id}?locale=zh`, zh);
    const seen = async (locale: string) => {
      const { body } = await publisher.get(`/api/articles/${id}/visibility?locale=${locale}`);
      return [body.state, body.converted];
    };
    expect(await seen('zh')).toEqual(['hidden', []]);
    for (const locale of ['vi', 'zh']) {
      const { body } = await publisher.post(`/api/articles/${id}/publish`, { locale });
      delivery.say({ data: { updatedAt: body.doc.lastPublished[locale] } });
    }
    const [state, converted] = await seen('zh');
    expect([state, converted.map(({ locale }: { locale: string }) => locale)]).toEqual(['visible', ['zh-Hant']]);
    expect(new URL(converted[0].href).pathname).toBe('/v1/zh-Hant/articles/liang-zhong');
    expect(await seen('vi')).toEqual(['visible', []]);
    delivery.say(null);
    expect((await seen('zh'))[1]).toEqual([]);
  });

  it('R51: tells whoever may read a text where words of secrecy keep it in, and the words to the cleared alone', async () => {
    const cleared = await studio.person('editor', { clearance: 'restricted' });
    const bytes = await pictureBytes();
    const form = pictureForm(bytes, { title: 'Cảng', alt: 'Cảng', credit: 'Lan', rights }, 'so-do_TUYỆT-MẬT.jpg');
    const image = (await curator.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body: form })).body.doc;
    const keptOf = async (who: Person) => (await who.get(`/api/images/${image.id}/kept-in`)).body.places;
    expect(await keptOf(editor)).toEqual([]);
    const body = bodyOf(['Trích phụ lục, bản TỐI MẬT, về luồng tàu.'], [image.id]);
    const { id } = await write('Bến số 3', 'vi', { body });
    const seen = async (who: Person) => (await who.get(`/api/articles/${id}/visibility?locale=vi`)).body;
    expect((await publisher.post(`/api/articles/${id}/publish`, { locale: 'vi' })).status).toBe(200);
    const place = (more: object) => ({ stays: false, words: null, ...more });
    const text = { collection: 'articles', id, field: 'body' };
    const picture = { collection: 'images', id: image.id, field: 'filename' };
    expect(await seen(editor)).toMatchObject({ state: 'held', kept: [place(text), place(picture)] });
    expect(JSON.stringify(await seen(editor))).not.toMatch(/MẬT/);
    const told = { ...picture, stays: false, words: ['TUYỆT-MẬT'] };
    expect((await seen(cleared)).kept).toEqual([{ ...text, stays: false, words: ['TỐI MẬT'] }, told]);
    expect([await keptOf(editor), await keptOf(cleared)]).toEqual([[place(picture)], [told]]);
    const { cases } = (await officer.get('/api/secrecy/cases')).body;
    const decide = async (document: string, act: string, now = 'waiting') => {
      const found = cases.find((one: { document: string }) => one.document === document);
      const sent = { reason: 'Đã xem', seen: now };
      expect((await officer.post(`/api/secrecy/cases/${found.id}/${act}`, sent)).status).toBe(200);
    };
    await decide(image.id, 'let-go');
    await decide(id, 'keep-in');
    expect((await seen(editor)).kept).toEqual([place({ ...text, stays: true })]);
    expect(await keptOf(cleared)).toEqual([]);
    await decide(id, 'let-go', 'stays');
    expect(await seen(editor)).toMatchObject({ state: 'waiting', kept: [] });
    const nowhere = '00000000-0000-4000-8000-000000000000';
    await officer.post(`/api/markings/${image.marking}/raise`, { level: 'restricted', basis: 'Công văn' });
    const [hidden, missing] = [image.id, nowhere].map((one) => editor.get(`/api/images/${one}/kept-in`));
    expect([(await hidden)?.status, (await hidden)?.body]).toEqual([404, (await missing)?.body]);
  });
});
