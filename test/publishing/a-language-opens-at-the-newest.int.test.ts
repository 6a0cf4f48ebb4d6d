import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeText } from '../support/lexical.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';

describe.each(databases)('a language that is opened to be written, on %s', (database) => {
  let studio: Studio;
  let editor: Person;
  let publisher: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    editor = await studio.person('editor');
    publisher = await studio.person('publisher');
  });
  afterAll(() => studio?.close());

  const open = async (id: string, locale: string) =>
    (await editor.get(`/api/articles/${id}?locale=${locale}&draft=true&depth=0`)).body;
  const save = (id: string, locale: string, fields: object) =>
    editor.patch(`/api/articles/${id}?locale=${locale}&draft=true`, fields);

  it('shows what all languages share as it was saved last, where nothing is written yet', async () => {
    const { id } = (await editor.post('/api/articles?locale=vi&draft=true', { title: 'Bến phà' })).body.doc;
    expect((await save(id, 'vi', { source: 'en', revision: 1 })).status).toBe(200);
    for (const locale of ['vi', 'en', 'fr', 'zh']) {
      expect(await open(id, locale), locale).toMatchObject({ revision: 2, source: 'en' });
    }
    const first = await save(id, 'zh', { title: '渡口', revision: (await open(id, 'zh')).revision });
    expect(first.status, JSON.stringify(first.body)).toBe(200);
    expect(await open(id, 'vi')).toMatchObject({ revision: 3, title: 'Bến phà' });
  });

  it('can be saved although it is public and another language was written since', async () => {
    const { id } = (await editor.post('/api/articles?locale=vi&draft=true', completeText('Chợ nổi'))).body.doc;
    const out = await publisher.post(`/api/articles/${id}/publish`, { locale: 'vi', revision: 1 });
    expect(out.status, JSON.stringify(out.body)).toBe(200);
    const { revision } = await open(id, 'fr');
    expect((await save(id, 'fr', { title: 'Le marché flottant', revision })).status).toBe(200);

    const opened = await open(id, 'vi');
    expect(opened).toMatchObject({ revision: revision + 1, title: 'Chợ nổi', _status: 'published' });
    const again = await save(id, 'vi', { title: 'Chợ nổi Cái Răng', revision: opened.revision });
    expect(again.status, JSON.stringify(again.body)).toBe(200);
    expect(await open(id, 'fr')).toMatchObject({ revision: revision + 2, title: 'Le marché flottant' });
    expect((await editor.get(`/api/articles/${id}?locale=vi&depth=0`)).body.title).toBe('Chợ nổi');
  });
});
