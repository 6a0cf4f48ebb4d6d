import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change } from '../support/change.ts';
import { bodyOf } from '../support/lexical.ts';
import { pictureBytes, pictureForm } from '../support/pictures.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';

const tooDeep = () => {
  let node: object = { type: 'text', text: 'x' };
  for (let depth = 0; depth < 200; depth++) node = { type: 'quote', children: [node] };
  return { root: { type: 'root', children: [node] } };
};

const bodies: [name: string, data: object, code: string][] = [
  ['an unknown field', { title: 'A', colour: 'red' }, 'field-unknown'],
  ['an operator', { title: { $ne: null } }, 'field-unknown'],
  ['an operator at the top', { $set: { title: 'A' } }, 'field-unknown'],
  ['a dotted key', { 'title.vi': 'A' }, 'field-unknown'],
  ['a dotted key inside', { body: { root: { 'a.b': 1, children: [] } } }, 'field-unknown'],
  [
    'a prototype',
    JSON.parse('{"__proto__": {"roles": ["administrator"]}, "body": {"__proto__": {}}}'),
    'field-unknown',
  ],
  ['an object for a text', { title: { vi: 'A' } }, 'field-invalid'],
  ['a number for a text', { title: 7 }, 'field-invalid'],
  ['a list for a text', { title: ['A'] }, 'field-invalid'],
  ['a text for a body', { title: 'A', body: 'B' }, 'field-invalid'],
  ['a body that is too deep', { title: 'A', body: tooDeep() }, 'field-invalid'],
  ['a lone surrogate', { title: 'A\ud800' }, 'text-malformed'],
  ['a lone surrogate in a body', { title: 'A', body: bodyOf(['\udfff']) }, 'text-malformed'],
  ['a control character', { title: 'A\u0000' }, 'text-malformed'],
  ['a title of 10,000 characters', { title: 'ơ'.repeat(10_000) }, 'text-too-long'],
  ['a reference that leads nowhere', { title: 'A', cover: 'nowhere' }, 'field-invalid'],
  ['a topic that leads nowhere', { title: 'A', topics: ['nowhere'] }, 'field-invalid'],
  ['a reference that is an operator', { title: 'A', cover: { in: ['x'] } }, 'field-invalid'],
  ['a choice that does not exist', { title: 'A', source: { equals: 'vi' } }, 'field-invalid'],
  ['somebody else as its maker', { title: 'A', createdBy: 7 }, 'field-invalid'],
];

const events: [name: string, data: object, code: string][] = [
  ['30 February', { startsAt: '2026-02-30T10:00:00Z' }, 'field-invalid'],
  ['25 o’clock', { startsAt: '2026-02-03T25:00:00Z' }, 'field-invalid'],
  ['a date in words', { startsAt: 'tomorrow' }, 'field-invalid'],
  ['an end before the begin', { startsAt: '2026-02-03T10:00:00Z', endsAt: '2026-02-02T10:00:00Z' }, 'time-invalid'],
  ['a zone that does not exist', { zone: 'Mars/Olympus' }, 'field-invalid'],
];

const queries = [
  'where[title][equals][$ne]=x',
  'where[title][$regex]=.*',
  'where[$where]=1',
  'where[title][like][]=a&where[title][like][x]=b',
  'where[title][equals]=%00',
  'where[createdAt][greater_than]=nonsense',
  'where[updatedAt][less_than][a]=1',
  'where[marking.history.basis][like]=x',
  'where[createdBy.password][equals]=x',
  'where[createdBy.hash][like]=a',
  'where[createdBy.email][like]=a',
  'where[or][0][title][near]=1,1',
  'where=nonsense',
  'where[and]=x',
  'sort=title;drop',
  'sort[a]=b',
  `sort=${'a,'.repeat(50)}`,
  'limit=nonsense',
  'limit[a]=1',
  'page=-1',
  'depth=99999999999999',
  'locale=xx',
  'locale[a]=b',
  'select[title]=nonsense',
  'joins[x][where][y][equals]=1',
  'populate[users]=true',
  'where[body][like]=x',
  'where[authors.vi][equals]=x',
  "where[authors.vi'%20or%201=1][equals]=x",
  'where[formerSlugs][contains]=x',
  'where[id][in]=a,b',
  'where[id][exists]=nonsense',
  'where[revision][greater_than]=nonsense',
];

describe.each(databases)('bad input on %s', (database) => {
  let studio: Studio;
  let editor: Person;
  let curator: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    editor = await studio.person('editor');
    curator = await studio.person('curator');
  });
  afterAll(() => studio?.close());

  /** How much there is of everything that a refused request could leave behind. */
  const state = async () => {
    const slugs = ['articles', 'events', 'images', 'markings', 'outbox', 'audit', 'topics'] as const;
    return Promise.all(slugs.map(async (collection) => (await studio.payload.count({ collection })).totalDocs));
  };

  it.each(bodies)('R10: refuses %s in an article and leaves nothing behind', async (_name, data, code) => {
    const before = await state();
    const refused = await editor.post('/api/articles?locale=vi', data);
    expect([refused.status, refused.body.code], JSON.stringify(refused.body)).toEqual([400, code]);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(await state()).toEqual(before);
  });

  it.each(events)('refuses %s in an event', async (_name, data, code) => {
    const refused = await editor.post('/api/events?locale=vi', { title: 'A', ...data });
    expect(refused.body.code, JSON.stringify(refused.body)).toBe(code);
    expect(refused.status).toBeLessThan(500);
  });

  it.each(queries)('R11 R65: answers %s without falling over', async (query) => {
    for (const path of ['articles', 'articles/versions', 'users', 'images', 'markings', 'articles/count']) {
      const answer = await editor.get(`/api/${path}?${query}`);
      expect(answer.status, `${path} ${JSON.stringify(answer.body).slice(0, 300)}`).toBeLessThan(500);
    }
  });

  it('refuses bodies that are no JSON, no UTF-8 or too large', async () => {
    const send = (body: BodyInit, type = 'application/json') =>
      editor.send('/api/articles?locale=vi', { method: 'POST', body, headers: { 'content-type': type } });
    expect((await send('{"title":')).body.code).toBe('body-malformed');
    expect((await send(new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]))).body.code).toBe('text-malformed');
    const large = await send(JSON.stringify({ title: 'x'.repeat(3 * 1024 * 1024) }));
    expect([large.status, large.body.code]).toEqual([413, 'request-too-large']);
    expect((await send('[]')).status).toBe(400);
    expect((await send('null')).status).toBe(400);
    expect((await send('a=b', 'application/x-www-form-urlencoded')).status).toBeLessThan(500);
    expect((await send('x', 'text/plain')).status).toBeLessThan(500);
    expect((await send('--x', 'multipart/form-data; boundary=x')).status).toBeLessThan(500);
  });

  it.each([
    { email: { $ne: null }, password: { $ne: null } },
    { email: ['a'], password: 'x' },
    { email: 'a@b.test', password: { $gt: '' } },
    {},
    { email: 'a@b.test\ud800', password: 'x' },
  ])('R14 R65: signs nobody in with %j', async (body) => {
    const answer = await studio.anonymous.post('/api/users/login', body);
    expect([400, 401]).toContain(answer.status);
    expect(answer.body.token).toBeUndefined();
  });

  it('writes every text in NFC', async () => {
    const made = await editor.post('/api/articles?locale=vi', {
      title: 'Đường Nguyễn Huệ'.normalize('NFD'),
      body: bodyOf(['Huế'.normalize('NFD')]),
    });
    expect(made.body.doc.title).toBe('Đường Nguyễn Huệ'.normalize('NFC'));
    expect(JSON.stringify(made.body.doc.body)).toContain('Huế'.normalize('NFC'));
    expect(made.body.doc.slug).toBe('duong-nguyen-hue');
  });

  it('makes readable addresses, each its own', async () => {
    const slugs = [];
    for (const [locale, title] of [
      ['zh', '胡志明市旅游'],
      ['zh', '胡志明市旅游'],
      ['vi', '!!!'],
    ] as const)
      slugs.push((await editor.post(`/api/articles?locale=${locale}`, { title })).body.doc.slug);
    expect(slugs[0]).toMatch(/^hu-?zhi-?ming-?shi-lvyou$/);
    expect(slugs[1]).toBe(`${slugs[0]}-2`);
    expect(slugs[2]).toMatch(/^x-[0-9a-f]{8}$/);
  });

  it('takes the id of a new document from nobody', async () => {
    const id = '00000000-0000-4000-8000-000000000001';
    const made = await editor.post('/api/articles?locale=vi', { id, title: 'Mã' });
    expect(made.status).toBe(201);
    expect(made.body.doc.id).not.toBe(id);
  });

  it('R10: lets nobody write what the machinery writes', async () => {
    const made = await editor.post('/api/articles?locale=vi&depth=0', { title: 'Máy' });
    const { id, marking } = made.body.doc;
    const lies = {
      marking: (await editor.post('/api/articles?locale=vi&depth=0', { title: 'Khác' })).body.doc.marking,
      authors: { vi: [] },
      firstPublished: { vi: '2020-01-01T00:00:00.000Z' },
      publishedBy: { vi: editor.id },
      formerSlugs: { vi: ['x'] },
      createdBy: curator.id,
      appearsAt: '2030-01-01T00:00:00.000Z',
    };
    const answer = await change(editor, `/api/articles/${id}?locale=vi&depth=0`, { title: 'Máy móc', ...lies });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect(answer.body.doc).toMatchObject({
      title: 'Máy móc',
      marking,
      authors: { vi: [editor.id] },
      firstPublished: {},
      createdBy: editor.id,
      appearsAt: null,
    });
  });

  it('keeps topics a tree', async () => {
    const ids: string[] = [];
    for (const name of ['Một', 'Hai', 'Ba']) {
      const made = await editor.post('/api/topics?locale=vi', { name, ...(ids.at(-1) && { parent: ids.at(-1) }) });
      expect(made.status, JSON.stringify(made.body)).toBe(201);
      ids.push(made.body.doc.id);
    }
    const circle = await editor.patch(`/api/topics/${ids[0]}?locale=vi`, { parent: ids[2] });
    expect(circle.body).toMatchObject({ code: 'field-invalid', values: { field: 'parent' } });
  });

  it.each([
    ['an SVG', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image-unsupported', 415],
    ['nothing', new Uint8Array(), 'image-unsupported', 415],
  ])('takes %s for no picture', async (_name, bytes, code, status) => {
    const before = await state();
    const form = pictureForm(bytes as Uint8Array<ArrayBuffer>, { title: 'A' });
    const refused = await curator.send('/api/images/upload?locale=vi', { method: 'POST', body: form });
    expect([refused.status, refused.body.code], JSON.stringify(refused.body)).toEqual([status, code]);
    expect(await state()).toEqual(before);
  });

  it('refuses a damaged picture, and one without a title or with rights of its own invention', async () => {
    const upload = (bytes: Uint8Array<ArrayBuffer>, description: object) =>
      curator.send('/api/images/upload?locale=vi', { method: 'POST', body: pictureForm(bytes, description) });
    const whole = await pictureBytes(1200, 900);
    expect((await upload(whole.slice(0, whole.length / 2), { title: 'A' })).body.code).toBe('image-damaged');
    expect((await upload(whole, {})).body).toMatchObject({ code: 'field-invalid', values: { field: 'title' } });
    expect((await upload(whole, { title: 'A', rights: 'mine' })).body).toMatchObject({
      code: 'field-invalid',
      values: { field: 'rights' },
    });
    expect((await upload(whole, { title: 'A', takenOn: '2026-02-30' })).body).toMatchObject({
      code: 'field-invalid',
      values: { field: 'takenOn' },
    });
    expect(
      (await editor.send('/api/images/upload?locale=vi', { method: 'POST', body: pictureForm(whole, { title: 'A' }) }))
        .body.code,
    ).toBe('forbidden');
    expect((await curator.post('/api/images?locale=vi', { title: 'A' })).body).toMatchObject({
      code: 'field-invalid',
      values: { field: 'file' },
    });
  });
});
