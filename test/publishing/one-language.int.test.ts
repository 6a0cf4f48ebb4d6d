import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change } from '../support/change.ts';
import { completeText } from '../support/lexical.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';

describe.each(databases)('publishing one language on %s', (database) => {
  let studio: Studio;
  let editor: Person;
  let publisher: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    editor = await studio.person('editor');
    publisher = await studio.person('publisher');
  });
  afterAll(() => studio?.close());

  const write = async (title = 'Chợ Bến Thành') => {
    const made = await editor.post('/api/articles?locale=vi', completeText(title));
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    return made.body.doc as { id: string; revision: number; slug: string };
  };
  const publish = (person: Person, id: string, locale: string) =>
    person.patch(`/api/articles/${id}?locale=${locale}`, { _status: 'published' });

  it('leaves the other languages alone', async () => {
    const { id, slug, revision } = await write();
    expect(slug).toBe('cho-ben-thanh');
    expect(revision).toBe(1);
    const en = await editor.patch(`/api/articles/${id}?locale=en`, {
      ...completeText('Ben Thanh Market'),
      revision: 1,
    });
    expect(en.status, JSON.stringify(en.body)).toBe(200);
    expect(en.body.doc).toMatchObject({ revision: 2, slug: 'ben-thanh-market', _status: 'draft' });

    const out = await publish(publisher, id, 'vi');
    expect(out.status, JSON.stringify(out.body)).toBe(200);

    const live = await publisher.get(`/api/articles/${id}?locale=all&depth=0`);
    expect(live.body.title).toEqual({ vi: 'Chợ Bến Thành' });
    expect(live.body._status).toMatchObject({ vi: 'published' });
    expect(live.body._status.en).not.toBe('published');
    expect(Object.keys(live.body.firstPublished)).toEqual(['vi']);
    expect(live.body.publishedBy).toEqual({ vi: publisher.id });
    expect(live.body.authors).toEqual({ vi: [editor.id], en: [editor.id] });

    const draft = await publisher.get(`/api/articles/${id}?locale=all&depth=0&draft=true`);
    expect(draft.body.title).toEqual({ vi: 'Chợ Bến Thành', en: 'Ben Thanh Market' });
    expect(draft.body.revision).toBe(3);

    const marking = await publisher.get(`/api/markings/${live.body.marking}`);
    expect(marking.body).toMatchObject({ level: 'public', seal: 'public|' });
  });

  it('is for somebody who did not write the text', async () => {
    const both = await studio.person(['editor', 'publisher']);
    const { id } = await write('Một');
    await change(both, `/api/articles/${id}?locale=vi`, { summary: 'Khác.' });
    const own = await publish(both, id, 'vi');
    expect(own.status).toBe(403);
    expect(own.body.code).toBe('publish-own-text');
    expect(own.headers.get('content-type')).toBe('application/problem+json');
    const rewritten = await publisher.patch(`/api/articles/${id}?locale=vi`, { _status: 'published', title: 'Hai' });
    expect(rewritten.body.code).toBe('publish-own-text');
    const byEditor = await publish(editor, id, 'vi');
    expect(byEditor.body.code).toBe('forbidden');
    const french = await studio.person('publisher', { publishes: ['fr'] });
    expect((await publish(french, id, 'vi')).body.code).toBe('publish-language');
  });

  it('tells the second of two people that somebody was faster', async () => {
    const { id } = await write('Ba');
    const other = await studio.person('editor', { name: 'Lan' });
    const first = await other.patch(`/api/articles/${id}?locale=vi`, { title: 'Ba mươi', revision: 1 });
    expect(first.status).toBe(200);
    const second = await editor.patch(`/api/articles/${id}?locale=vi`, { title: 'Ba mốt', revision: 1 });
    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({ code: 'revision-conflict', values: { revision: 2, by: 'Lan' } });
  });

  it('lets exactly one of many simultaneous saves through', async () => {
    const { id } = await write('Bốn');
    const saves = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        editor.patch(`/api/articles/${id}?locale=vi`, { title: `Bốn ${n}`, revision: 1 }),
      ),
    );
    expect(saves.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
  });

  it('takes one language back and leaves the draft of shared fields unpublished', async () => {
    const { id } = await write('Năm');
    await change(editor, `/api/articles/${id}?locale=en`, completeText('Five'));
    for (const locale of ['vi', 'en']) expect((await publish(publisher, id, locale)).status).toBe(200);
    const topic = await editor.post('/api/topics?locale=vi', { name: 'Chợ' });
    expect(topic.status, JSON.stringify(topic.body)).toBe(201);
    const draft = await change(editor, `/api/articles/${id}?locale=vi`, { topics: [topic.body.doc.id] });
    expect(draft.status, JSON.stringify(draft.body)).toBe(200);
    const back = await publisher.patch(`/api/articles/${id}?locale=en`, { _status: 'draft' });
    expect(back.status, JSON.stringify(back.body)).toBe(200);
    const live = await publisher.get(`/api/articles/${id}?locale=all&depth=0`);
    expect(live.body._status).toMatchObject({ vi: 'published', en: 'draft' });
    expect(live.body.topics).toEqual([]);
    const kept = await publisher.get(`/api/articles/${id}?locale=vi&depth=0&draft=true`);
    expect(kept.body.topics).toEqual([topic.body.doc.id]);
  });
});
