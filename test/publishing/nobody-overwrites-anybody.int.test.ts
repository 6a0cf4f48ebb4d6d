import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change } from '../support/change.ts';
import { bodyOf } from '../support/lexical.ts';
import { pictureBytes, pictureForm } from '../support/pictures.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';

const text = { title: 'Chợ đêm', summary: 'S.', body: bodyOf(['B']) };
const times = { startsAt: '2026-05-01T01:00:00.000Z', endsAt: '2026-05-02T01:00:00.000Z' };
const begun: Readonly<Record<string, object>> = {
  articles: text,
  events: { ...text, ...times },
  albums: { title: 'Chợ Lớn' },
};
const titled = new Set(['articles', 'events', 'images', 'albums']);

describe.each(databases)('a change says which revision it began from, on %s', (database) => {
  let studio: Studio;
  let editor: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    editor = await studio.person(['editor', 'curator'], { name: 'Lan' });
  });
  afterAll(() => studio?.close());

  const make = async (collection: string): Promise<string> => {
    if (collection !== 'images') {
      const made = await editor.post(`/api/${collection}?locale=vi&depth=0`, {
        ...(begun[collection] ?? { name: 'Chợ Lớn' }),
      });
      expect(made.status, JSON.stringify(made.body)).toBe(201);
      return made.body.doc.id;
    }
    const body = pictureForm(await pictureBytes(), { title: 'Bến phà' });
    return (await editor.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body })).body.doc.id;
  };
  const read = async (collection: string, id: string) =>
    (await editor.get(`/api/${collection}/${id}?locale=vi&draft=true&depth=0`)).body as Record<string, unknown>;

  it.each(['articles', 'events', 'images', 'albums', 'places', 'topics', 'agencies'])(
    'of one of %s',
    async (collection) => {
      const id = await make(collection);
      const name = titled.has(collection) ? 'title' : 'name';
      const path = `/api/${collection}/${id}?locale=vi&depth=0`;
      const before = await read(collection, id);
      for (const blind of [{ [name]: 'Tên khác' }, { slug: 'dia-chi-khac' }, { [name]: 'Tên khác', revision: null }]) {
        const refused = await editor.patch(path, blind);
        expect([refused.status, refused.body.code], JSON.stringify(blind)).toEqual([428, 'revision-required']);
        expect(await read(collection, id)).toEqual(before);
      }
      expect((await editor.patch(path, {})).status).toBe(200);
      const changed = await change(editor, path, { [name]: 'Tên khác' });
      expect(changed.status, JSON.stringify(changed.body)).toBe(200);
      expect((await read(collection, id))[name]).toBe('Tên khác');
    },
  );

  it('also where people publish what they write themselves', async () => {
    await using alone = await startStudio({ database, values: { selfPublish: true } });
    const both = await alone.person(['editor', 'publisher']);
    const { id } = (await both.post('/api/articles?locale=vi&depth=0', text)).body.doc;
    const path = `/api/articles/${id}?locale=vi&depth=0`;
    const blind = await both.patch(path, { _status: 'published', title: 'Tên khác' });
    expect(blind.body.code).toBe('revision-required');
    expect((await change(both, path, { _status: 'published', title: 'Tên khác' })).status).toBe(200);
    expect((await both.post(`/api/articles/${id}/publish`, { locale: 'vi' })).status).toBe(200);
  });

  it('and a version comes back without, for it says where it begins by itself', async () => {
    const id = await make('articles');
    await change(editor, `/api/articles/${id}?locale=vi`, { title: 'Tên khác' });
    const versions = await editor.get(`/api/articles/versions?where[parent][equals]=${id}&sort=createdAt&locale=vi`);
    const restored = await editor.post(`/api/articles/versions/${versions.body.docs[0].id}?locale=vi`);
    expect(restored.status, JSON.stringify(restored.body)).toBe(200);
    expect(restored.body.doc.title).toBe(text.title);
  });
});
