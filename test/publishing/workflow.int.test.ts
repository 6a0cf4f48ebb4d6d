import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change } from '../support/change.ts';
import { bodyOf, completeText } from '../support/lexical.ts';
import { pictureBytes, pictureForm } from '../support/pictures.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';

const cc = 'http://creativecommons.org/licenses/by/4.0/';

describe.each(databases)('the editorial way on %s', (database) => {
  let studio: Studio;
  let editor: Person;
  let publisher: Person;
  let curator: Person;
  let officer: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    editor = await studio.person('editor');
    publisher = await studio.person('publisher');
    curator = await studio.person('curator');
    officer = await studio.person('security-officer', { clearance: 'restricted', compartments: ['metro'] });
  });
  afterAll(() => studio?.close());

  const write = async (data: object, locale = 'vi') => {
    const made = await editor.post(`/api/articles?locale=${locale}&depth=0`, data);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    return made.body.doc as { id: string; marking: string };
  };
  const photograph = async (words: object = { alt: 'Tháp đồng hồ', credit: 'Lan', rights: cc }) => {
    const form = pictureForm(await pictureBytes(), { title: 'Chợ', ...words });
    const sent = await curator.send('/api/images/upload?locale=vi', { method: 'POST', body: form });
    expect(sent.status, JSON.stringify(sent.body)).toBe(201);
    return sent.body.doc as { id: string; marking: string };
  };
  const publish = (person: Person, id: string, body: object = { locale: 'vi' }) =>
    person.post(`/api/articles/${id}/publish`, body);
  it('publishes through its own address, at a set time and with an end', async () => {
    const { id } = await write(completeText('Lễ hội'));
    const wrong = { locale: 'vi', appearsAt: '2030-01-02T00:00:00Z', vanishesAt: '2030-01-01T00:00:00Z' };
    expect((await publish(publisher, id, wrong)).body.code).toBe('time-invalid');
    expect((await publish(publisher, id, { locale: 'vi', appearsAt: '2030-02-30T00:00:00Z' })).body.code).toBe(
      'field-invalid',
    );
    const right = { locale: 'vi', appearsAt: '2030-01-01T00:00:00Z', vanishesAt: '2030-01-02T00:00:00Z', revision: 1 };
    const out = await publish(publisher, id, right);
    expect(out.status, JSON.stringify(out.body)).toBe(200);
    expect(out.body.doc).toMatchObject({ appearsAt: '2030-01-01T00:00:00.000Z', _status: 'published', revision: 2 });
    expect((await publish(publisher, id, right)).body.code).toBe('revision-conflict');
    const back = await publisher.post(`/api/articles/${id}/unpublish`, { locale: 'vi' });
    expect(back.body.doc).toMatchObject({ _status: 'draft' });
    expect((await publish(publisher, id)).body.doc).toMatchObject({ appearsAt: null, vanishesAt: null });
    const all = await publisher.post(`/api/articles/${id}/unpublish`, {});
    expect(all.status, JSON.stringify(all.body)).toBe(200);
    const live = await publisher.get(`/api/articles/${id}?locale=all&depth=0`);
    expect(live.body._status.vi).toBe('draft');
  });
  it('names what is missing in the language being published, and only there', async () => {
    const { id } = await write({ title: 'Chưa xong' });
    const refused = await publish(publisher, id);
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ code: 'publish-incomplete', values: { fields: 'summary,body' } });
  });
  it('takes a picture in, and lets a second person release it with the article that shows it', async () => {
    const cover = await photograph();
    const shown = await photograph();
    const { id } = await write({ ...completeText('Có ảnh', [shown.id]), cover: cover.id });
    expect((await publish(publisher, id)).status).toBe(200);
    for (const image of [cover, shown]) {
      expect((await curator.get(`/api/markings/${image.marking}`)).body.level).toBe('public');
      const read = await curator.get(`/api/images/${image.id}?depth=0&locale=vi`);
      expect(read.body).toMatchObject({ releasedBy: publisher.id, createdBy: curator.id, credit: 'Lan', title: 'Chợ' });
    }
  });
  it('tells the publisher which picture may not go out', async () => {
    const cover = await photograph({ alt: 'Tháp' });
    const { id } = await write({ ...completeText('Ảnh thiếu'), cover: cover.id });
    const refused = await publish(publisher, id);
    const values = { images: 'Chợ (credit, rights)' };
    expect(refused.body).toMatchObject({ code: 'publish-image-unlicensed', values });
    const both = await studio.person(['curator', 'publisher']);
    const alone = await curator.post('/api/images/release', { ids: [cover.id] });
    expect(alone.body.code).toBe('image-release-own');
    const incomplete = await both.post('/api/images/release', { ids: [cover.id] });
    expect(incomplete.body).toMatchObject({ code: 'image-release-incomplete', values });
    const mended = await change(curator, `/api/images/${cover.id}?locale=vi`, { credit: 'Lan', rights: cc });
    expect(mended.status, JSON.stringify(mended.body)).toBe(200);
    expect((await both.post('/api/images/release', { ids: [cover.id] })).body).toEqual({ released: [cover.id] });
    expect((await publish(publisher, id)).status).toBe(200);
  });
  it('R29 R33: hides a raised document from everybody below, with its drafts, versions and file', async () => {
    const cover = await photograph();
    const { id, marking } = await write({ ...completeText('Sẽ ẩn'), cover: cover.id });
    expect((await publish(publisher, id)).status).toBe(200);
    const versions = await editor.get(`/api/articles/versions?where[parent][equals]=${id}`);
    expect(versions.body.totalDocs).toBeGreaterThan(0);
    const raise = { level: 'restricted', basis: 'Công văn 12/2026' };
    expect((await editor.post(`/api/markings/${marking}/raise`, raise)).body.code).toBe('forbidden');
    const raised = await officer.post(`/api/markings/${cover.marking}/raise`, raise);
    expect(raised.status, JSON.stringify(raised.body)).toBe(200);
    expect(raised.body.alsoRaised).toEqual([{ collection: 'articles', id }]);
    const missing = await editor.get('/api/articles/3f0e0000-0000-4000-8000-000000000000');
    for (const path of [`/api/articles/${id}`, `/api/articles/${id}?draft=true`, `/api/images/${cover.id}`]) {
      const hidden = await editor.get(path);
      expect(hidden.status).toBe(404);
      expect(hidden.body).toEqual(missing.body);
    }
    expect((await editor.get(`/api/images/${cover.id}/file?width=160`)).status).toBe(404);
    expect((await editor.get(`/api/articles/versions?where[parent][equals]=${id}`)).body.totalDocs).toBe(0);
    expect((await editor.get(`/api/articles?where[id][equals]=${id}&draft=true`)).body.totalDocs).toBe(0);
    const change = await editor.patch(`/api/articles/${id}?locale=vi`, { title: 'X' });
    const nothing = await editor.patch('/api/articles/3f0e0000-0000-4000-8000-000000000000?locale=vi', { title: 'X' });
    expect([change.status, change.body]).toEqual([nothing.status, nothing.body]);
    expect((await officer.get(`/api/articles/${id}`)).status).toBe(200);
    expect((await officer.get(`/api/images/${cover.id}/file?width=160`)).headers.get('content-type')).toBe(
      'image/webp',
    );
    const lower = await officer.post(`/api/markings/${marking}/raise`, { level: 'public', basis: 'x' });
    expect(lower.body.code).toBe('level-lowering');
    const secret = await officer.post(
      `/api/markings/${marking}/raise`,
      { level: 'mat', basis: 'x' },
      { 'accept-language': 'fr' },
    );
    expect(secret.status).toBe(422);
    expect(secret.body.code).toBe('level-not-allowed');
    expect(secret.body.detail).toContain('117/2025/QH15');
  });
  it('R51: refuses a text that shows what is marked higher, in the words of what does not exist', async () => {
    const cover = await photograph();
    await officer.post(`/api/markings/${cover.marking}/raise`, { level: 'restricted', basis: 'x' });
    const refused = await editor.post('/api/articles?locale=vi', { ...completeText('Lén'), cover: cover.id });
    const nowhere = await editor.post('/api/articles?locale=vi', {
      ...completeText('Lén'),
      cover: '3f0e0000-0000-4000-8000-000000000000',
    });
    expect(refused.status).toBe(400);
    expect(refused.body).toEqual(nowhere.body);
    const cleared = await studio.person('editor', { clearance: 'restricted' });
    const below = await cleared.post('/api/articles?locale=vi', { ...completeText('Lén'), cover: cover.id });
    expect(below.body.code).toBe('level-below-content');
  });
  it('leaves no trace of a raised document in those that link to it', async () => {
    const target = await write(completeText('Đích'));
    const link = { type: 'link', version: 3, direction: 'ltr', format: '', indent: 0, id: '65f0000000000000000000aa' };
    const fields = { linkType: 'internal', newTab: false, url: '', doc: { relationTo: 'articles', value: target.id } };
    const body = bodyOf(['Xem']);
    const paragraph = body.root.children[0] as { children: object[] };
    paragraph.children = [{ ...link, fields, children: paragraph.children }];
    const { id } = await write({ ...completeText('Nguồn'), body });
    expect(JSON.stringify((await editor.get(`/api/articles/${id}?draft=true&depth=0`)).body)).toContain(target.id);
    await officer.post(`/api/markings/${target.marking}/raise`, { level: 'restricted', basis: 'x' });
    for (const path of [
      `${id}?draft=true&depth=2`,
      `${id}?draft=true&locale=all`,
      `versions?where[parent][equals]=${id}`,
    ]) {
      const read = JSON.stringify((await editor.get(`/api/articles/${path}`)).body);
      expect(read).toContain('Xem');
      expect(read).not.toContain(target.id);
    }
  });
  it('sends a language to review and brings it back with words', async () => {
    const { id } = await write(completeText('Xem lại'));
    expect(
      (await editor.post(`/api/articles/${id}/review`, { locale: 'vi', action: 'request', note: 'Nhờ xem' })).status,
    ).toBe(200);
    expect((await editor.post(`/api/articles/${id}/review`, { locale: 'vi', action: 'approve' })).body.code).toBe(
      'forbidden',
    );
    expect((await publisher.post(`/api/articles/${id}/review`, { locale: 'vi', action: 'return' })).body.code).toBe(
      'field-invalid',
    );
    const back = await publisher.post(`/api/articles/${id}/review`, {
      locale: 'vi',
      action: 'return',
      note: 'Thiếu nguồn',
    });
    expect(back.status, JSON.stringify(back.body)).toBe(200);
    const reviews = await editor.get(`/api/reviews?where[documentId][equals]=${id}&depth=0`);
    expect(reviews.body.docs).toMatchObject([
      { state: 'returned', note: 'Thiếu nguồn', reviewer: publisher.id, requestedBy: editor.id },
    ]);
  });

  it('R52: restores a version as a draft and never touches the marking', async () => {
    const { id, marking } = await write(completeText('Bản một'));
    await change(editor, `/api/articles/${id}?locale=en`, completeText('First'));
    await change(editor, `/api/articles/${id}?locale=vi`, { title: 'Bản hai' });
    await change(editor, `/api/articles/${id}?locale=en`, { title: 'Second' });
    expect((await publish(publisher, id)).status).toBe(200);
    const versions = await editor.get(
      `/api/articles/versions?where[parent][equals]=${id}&sort=updatedAt&depth=0&locale=all&limit=50`,
    );
    const second = versions.body.docs.find(
      (one: { version: { title: { vi: string; en?: string } } }) => one.version.title.en === 'First',
    );
    const restored = await editor.post(`/api/articles/versions/${second.id}?locale=vi`);
    expect(restored.status, JSON.stringify(restored.body)).toBe(200);
    const draft = await editor.get(`/api/articles/${id}?locale=all&depth=0&draft=true`);
    expect(draft.body.title).toEqual({ vi: 'Bản một', en: 'First' });
    expect(draft.body.marking).toBe(marking);
    const live = await editor.get(`/api/articles/${id}?locale=all&depth=0`);
    expect(live.body.title).toEqual({ vi: 'Bản hai' });
  });

  it('R6 R51: makes a copy a draft in every language, with its own marking, level and addresses', async () => {
    const { id, marking } = await write(completeText('Gốc'));
    await change(editor, `/api/articles/${id}?locale=en`, completeText('Source'));
    for (const locale of ['vi', 'en']) expect((await publish(publisher, id, { locale })).status).toBe(200);
    const copy = await editor.post(`/api/articles/${id}/duplicate?locale=vi`);
    expect(copy.status, JSON.stringify(copy.body)).toBe(200);
    const read = await editor.get(`/api/articles/${copy.body.doc.id}?locale=all&depth=0&draft=true`);
    expect(Object.values(read.body._status)).not.toContain('published');
    expect(read.body.marking).not.toBe(marking);
    expect((await editor.get(`/api/markings/${read.body.marking}`)).body.level).toBe('internal');
    expect(read.body.firstPublished).toEqual({});
    expect(read.body.slug.vi).toBe('goc-2');
    expect(read.body.slug.en ?? null).toBeNull();
    const live = await editor.get(`/api/articles/${copy.body.doc.id}?locale=all&depth=0`);
    expect(Object.values(live.body._status ?? {})).not.toContain('published');
  });

  it('fixes an address at the first publication and leads the old one on', async () => {
    const { id } = await write(completeText('Địa chỉ'));
    await publish(publisher, id);
    const moved = await change(editor, `/api/articles/${id}?locale=vi`, { slug: 'khac' });
    expect(moved.body.code).toBe('slug-fixed');
    const title = await change(editor, `/api/articles/${id}?locale=vi`, { title: 'Địa chỉ mới' });
    expect(title.body.doc.slug).toBe('dia-chi');
    const byPublisher = await change(publisher, `/api/articles/${id}?locale=vi`, { slug: 'dia-chi-moi' });
    expect(byPublisher.status, JSON.stringify(byPublisher.body)).toBe(200);
    expect(byPublisher.body.doc).toMatchObject({ slug: 'dia-chi-moi', formerSlugs: { vi: ['dia-chi'] } });
    const other = await write(completeText('Khác'));
    const taken = await change(editor, `/api/articles/${other.id}?locale=vi`, { slug: 'dia-chi' });
    expect(taken.body.code).toBe('slug-taken');
  });

  it('lets translators write their languages and nothing that languages share', async () => {
    const translator = await studio.person('translator', { translates: ['fr'] });
    const { id } = await write(completeText('Dịch'));
    expect((await change(translator, `/api/articles/${id}?locale=fr`, completeText('Traduction'))).status).toBe(200);
    expect((await change(translator, `/api/articles/${id}?locale=en`, { title: 'X' })).body.code).toBe('forbidden');
    expect((await change(translator, `/api/articles/${id}?locale=fr`, { source: 'fr' })).body.code).toBe('forbidden');
    expect((await change(publisher, `/api/articles/${id}?locale=fr`, { title: 'X' })).body.code).toBe('forbidden');
  });

  it('takes what is public away only for somebody who could take it back, with everything that speaks of it', async () => {
    const { id, marking } = await write(completeText('Sẽ xoá'));
    await editor.post(`/api/articles/${id}/review`, { locale: 'vi', action: 'request' });
    expect((await publish(publisher, id)).status).toBe(200);
    expect((await editor.delete(`/api/articles/${id}`)).body.code).toBe('forbidden');
    const french = await studio.person('publisher', { publishes: ['fr'] });
    expect((await french.delete(`/api/articles/${id}`)).body.code).toBe('publish-language');
    expect((await publisher.delete(`/api/articles/${id}`)).status).toBe(200);
    expect((await publisher.get(`/api/markings/${marking}`)).status).toBe(404);
    expect((await publisher.get(`/api/reviews?where[documentId][equals]=${id}`)).body.totalDocs).toBe(0);
    expect((await publisher.get(`/api/articles/versions?where[parent][equals]=${id}`)).body.totalDocs).toBe(0);
  });

  it('changes and deletes documents one at a time', async () => {
    const { id } = await write(completeText('Một'));
    const many = `/api/articles?locale=vi&where[id][equals]=${id}`;
    expect((await publisher.patch(many, { _status: 'published' })).body.code).toBe('forbidden');
    expect((await editor.patch(many, { title: 'X' })).body.code).toBe('forbidden');
    expect((await editor.delete(many)).body.code).toBe('forbidden');
    expect((await editor.get(`/api/articles/${id}?draft=true&locale=vi`)).body.title).toBe('Một');
  });

  it('publishes all languages at once through no door', async () => {
    const { id } = await write(completeText('Tất cả'));
    const all = await publisher.patch(`/api/articles/${id}?locale=vi&publishAllLocales=true`, { _status: 'published' });
    expect(all.body.code).toBe('publish-language');
    const made = await editor.post('/api/articles?locale=vi', { ...completeText('Ngay'), _status: 'published' });
    expect(made.body.code).toBe('publish-own-text');
    const specific = await editor.patch(`/api/articles/${id}?publishSpecificLocale=vi`, { _status: 'published' });
    expect(specific.body.code).toBe('forbidden');
    const nowhere = await change(editor, `/api/articles/${id}?locale=all`, { title: 'X' });
    expect(nowhere.body).toMatchObject({ code: 'parameter-invalid', values: { parameter: 'locale' } });
  });
});

describe.each(databases)('a deployment of its own rules on %s', (database) => {
  it('lets people publish what they wrote where it says so, and holds state secrets where no network is', async () => {
    await using studio = await startStudio({ database, values: { selfPublish: true, profile: 'isolated' } });
    const both = await studio.person(['editor', 'publisher']);
    const officer = await studio.person('security-officer', { clearance: 'tuyet_mat' });
    const text = { title: 'Của tôi', summary: 'S', body: bodyOf(['B']) };
    const { doc } = (await both.post('/api/articles?locale=vi&depth=0', text)).body;
    expect((await both.post(`/api/articles/${doc.id}/publish`, { locale: 'vi' })).status).toBe(200);
    const decision = { legalBasis: 'law-2025', listItem: '1.2', officer: 'Lan', decidedOn: '2026-03-02' };
    const raise = { level: 'mat', basis: 'x', decision };
    expect((await officer.post(`/api/markings/${doc.marking}/raise`, raise)).status).toBe(200);
    expect((await both.get(`/api/articles/${doc.id}`)).status).toBe(404);
  });
});
