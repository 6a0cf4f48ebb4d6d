import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf } from '../support/lexical.ts';
import { databasesInTurn } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { openRoad, type Road } from '../whole-road/support/road.ts';
import {
  auditOf,
  begin,
  french,
  paragraphs,
  publish,
  rewrite,
  type Told,
  translateAll,
  type Workbench,
  workbenchOf,
} from './support/workbench.ts';

describe.each(databasesInTurn)('what the public is told of a translation, on %s', (database) => {
  let road: Road;
  let translator: Person;
  beforeAll(async () => {
    road = await openRoad(database);
    translator = await road.studio.person('translator', { translates: ['fr'] });
  });
  afterAll(() => road?.[Symbol.asyncDispose]());

  const slugs = new Map<string, string>();
  /** An article that is public in Vietnamese and, as translated in the workbench, in French. */
  const published = async (): Promise<[string, Workbench]> => {
    const { editor, publisher } = road.people;
    const title = `Chợ đêm ${slugs.size}`;
    const id = await begin(editor, { title, summary: 'Chợ đêm ở Quận 1.', body: bodyOf(paragraphs) });
    const bench = workbenchOf(translator, 'articles', id, 'fr');
    const { 'Chợ đêm': _title, ...others } = french;
    await translateAll(bench, { ...others, [title]: `Marché ${slugs.size}` });
    await publish(publisher, id, 'vi');
    await publish(publisher, id, 'fr');
    const { body } = await editor.get(`/api/articles/${id}?locale=fr&depth=0`);
    slugs.set(id, body.slug);
    return [id, bench];
  };
  const languageOf = async (id: string) => {
    await road.arrived();
    const { status, body } = await road.read(`/v1/fr/articles/${slugs.get(id)}?fallback=none`);
    expect(status, JSON.stringify(body)).toBe(200);
    return body.data.language.state;
  };
  const change = (id: string, first: string) =>
    rewrite(road.people.editor, id, { body: bodyOf([first, ...paragraphs.slice(1)]) });

  it('is that a person made it, and stays so when the source is published again without other words', async () => {
    const { editor, publisher } = road.people;
    const [id] = await published();
    expect(await languageOf(id)).toBe('human');
    const bold = bodyOf(paragraphs);
    for (const node of bold.root.children as { children: { format: number }[] }[])
      for (const run of node.children) run.format = 1;
    await rewrite(editor, id, { body: bold });
    await publish(publisher, id, 'vi');
    expect(await languageOf(id)).toBe('human');
  });

  it('is that it is outdated once the source says something else, until somebody says that nothing is to do', async () => {
    const [id, bench] = await published();
    await change(id, 'Chợ mở cửa lúc 18 giờ.');
    expect(await languageOf(id)).toBe('human');
    await publish(road.people.publisher, id, 'vi');
    expect(await languageOf(id)).toBe('outdated');
    expect((await bench.act(await bench.line('Chợ mở cửa lúc 18 giờ.'), 'keep')).status).toBe(200);
    expect(await languageOf(id)).toBe('human');
  });

  it('is that it is under correction until it is mended and published', async () => {
    const { publisher } = road.people;
    const [id, bench] = await published();
    await change(id, 'Chợ mở lúc 17 giờ.');
    await publish(publisher, id, 'vi', { correction: true, note: 'Sai giờ mở cửa.' });
    expect(await languageOf(id)).toBe('under-correction');
    expect((await bench.open()).state).toBe('under-correction');
    const languages = (await publisher.get(`/api/translation/articles/${id}`)).body.languages;
    expect(languages.find((one: Told) => one.locale === 'fr').state).toBe('under-correction');
    await bench.confirm(await bench.line('Chợ mở lúc 17 giờ.'), 'Le marché ouvre à 17 heures.');
    expect(await languageOf(id)).toBe('under-correction');
    await publish(publisher, id, 'fr');
    expect(await languageOf(id)).toBe('human');
    expect((await bench.open()).state).toBe('translated');
    expect((await auditOf(road.studio, id)).map(({ action }) => action)).toContain('correct');
    const custody = (await bench.get('/custody')).body;
    expect(custody.corrections).toEqual([{ at: expect.any(String), by: publisher.id, note: 'Sai giờ mở cửa.' }]);
  });

  it('stays under correction when the source changes once more before anybody followed', async () => {
    const { publisher } = road.people;
    const [id] = await published();
    await change(id, 'Chợ mở lúc 17 giờ.');
    await publish(publisher, id, 'vi', { correction: true });
    await change(id, 'Chợ mở lúc 17 giờ mỗi ngày.');
    await publish(publisher, id, 'vi');
    expect(await languageOf(id)).toBe('under-correction');
  });

  it('is not that a translation is wrong which does not say what was corrected', async () => {
    const { publisher } = road.people;
    const [id, bench] = await published();
    const line = await bench.line('Vào cửa tự do.');
    const path = `/api/translation/articles/${id}/fr/segments/${line.segment}`;
    expect((await translator.post(path, { target: [], base: line.base })).status).toBe(200);
    const left = await bench.act(await bench.line('Vào cửa tự do.'), 'apart', { kind: 'left-out', reason: 'x' });
    expect([left.status, left.body.segment?.state]).toEqual([200, 'left-out']);
    await publish(publisher, id, 'fr');
    await rewrite(road.people.editor, id, { body: bodyOf([...paragraphs.slice(0, 2), 'Vào cửa 10 nghìn đồng.']) });
    await publish(publisher, id, 'vi', { correction: true });
    expect(await languageOf(id)).toBe('human');
  });

  it('is what the publisher vouches for where it was written by the form', async () => {
    const { editor, publisher } = road.people;
    const title = `Chợ ${slugs.size}`;
    const id = await begin(editor, { title, summary: 'S.', body: bodyOf(paragraphs) });
    await rewrite(
      editor,
      id,
      { title: `Marché ${slugs.size}`, summary: 'S.', body: bodyOf(['Le marché ouvre à 18 heures.']) },
      'fr',
    );
    await publish(publisher, id, 'vi');
    await publish(publisher, id, 'fr');
    slugs.set(id, (await editor.get(`/api/articles/${id}?locale=fr&depth=0`)).body.slug);
    expect(await languageOf(id)).toBe('human');
    await change(id, 'Chợ mở lúc 20 giờ.');
    await publish(publisher, id, 'vi');
    expect(await languageOf(id)).toBe('outdated');
    await rewrite(editor, id, { body: bodyOf(['Le marché ouvre à 20 heures.']) }, 'fr');
    await publish(publisher, id, 'fr');
    expect(await languageOf(id)).toBe('human');
  });

  it('is no correction where there is nothing to correct', async () => {
    const { editor, publisher } = road.people;
    const id = await begin(editor, { title: 'Chợ mới', summary: 'S.', body: bodyOf(paragraphs) });
    for (const locale of ['vi', 'fr']) {
      const refused = await publisher.post(`/api/articles/${id}/publish`, { locale, correction: true });
      expect(refused.status, JSON.stringify(refused.body)).toBeGreaterThanOrEqual(400);
    }
    const first = await publisher.post(`/api/articles/${id}/publish`, { locale: 'vi', correction: true });
    expect([first.status, first.body.code]).toEqual([400, 'field-invalid']);
    expect((await editor.get(`/api/articles/${id}?locale=vi&depth=0`)).body._status).not.toBe('published');
  });

  it('goes with the document: no row is left when it is deleted', async () => {
    const [id] = await published();
    const where = { documentId: { equals: id } };
    const count = async () => (await road.studio.payload.count({ collection: 'translations', where })).totalDocs;
    expect(await count()).toBe(1);
    expect((await road.people.publisher.post(`/api/articles/${id}/unpublish`, {})).status).toBe(200);
    expect((await road.people.editor.delete(`/api/articles/${id}`)).status).toBe(200);
    expect(await count()).toBe(0);
  });
});
