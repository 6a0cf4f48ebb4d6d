import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeText } from '../support/lexical.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { change, enter, form } from './support/entries.ts';

interface Use {
  collection: string;
  id: string;
  locale: string;
  field: string;
  found: string;
  in: string[];
  title: string;
  instead: string[];
}

describe.each(databases)('texts with old names are found on %s', (database) => {
  let studio: Studio;
  let keeper: Person;
  let editor: Person;
  let publisher: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    keeper = await studio.person('terminologist');
    editor = await studio.person(['editor', 'translator']);
    publisher = await studio.person('publisher');
  });
  afterAll(() => studio?.close());

  const write = async (data: object, locale = 'vi') => {
    const made = await editor.post(`/api/articles?locale=${locale}&depth=0`, data);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    return made.body.doc.id as string;
  };
  const usesOf = async (who: Person, path: string) => {
    const { status, body } = await who.get(`/api/concepts/${path}`);
    expect(status, JSON.stringify(body)).toBe(200);
    return (body.uses as Use[]).map(({ collection, locale, field, found, in: where }) =>
      [collection, locale, field, found, where.join('+')].join(' '),
    );
  };

  it('tells of every text that has the old name when a name changes, and of no text with a longer one', async () => {
    const entry = await enter(keeper, [form('vi', 'Đường Tự Do'), form('en', 'Liberty Street'), form('zh', '自由街')]);
    const id = await write(completeText('Trên Đường Tự Do'));
    await write(completeText('Trên Đường Tự Do Mới'));
    await write(completeText('On Liberty Streets'), 'en');
    await write(completeText('在自由街上'), 'zh');
    await editor.post('/api/places?locale=vi&depth=0', { name: 'Đường Tự Do' });
    expect((await publisher.post(`/api/articles/${id}/publish`, { locale: 'vi' })).status).toBe(200);
    expect(await usesOf(keeper, `${entry}/uses`)).toEqual([]);
    await enter(keeper, [form('vi', 'Đường Tự Do Mới')]);
    const changed = await change(keeper, entry, [
      form('vi', 'Đường Đồng Khởi'),
      form('vi', 'Đường Tự Do', 'obsolete', { reason: 'Đổi tên năm 1975.' }),
      form('en', 'Liberty Street', 'forbidden'),
      form('zh', '自由街', 'obsolete'),
    ]);
    expect(changed.status, JSON.stringify(changed.body)).toBe(200);
    const parts = (locale: string, found: string, where: string) =>
      ['body', 'summary', 'title'].map((field) => `articles ${locale} ${field} ${found} ${where}`);
    expect((await usesOf(keeper, `${entry}/uses`)).sort()).toEqual([
      ...parts('en', 'Liberty Streets', 'draft'),
      ...parts('vi', 'Đường Tự Do', 'draft+published'),
      ...parts('zh', '自由街', 'draft'),
      'places vi name Đường Tự Do published',
    ]);
    expect((await usesOf(keeper, 'uses')).length).toBe(10);
  });

  it('follows what is saved, and tells the draft from what the public reads', async () => {
    const entry = await enter(keeper, [form('vi', 'Cầu Khánh Hội', 'obsolete'), form('vi', 'Cầu Móng')]);
    const id = await write(completeText('Cầu Khánh Hội'));
    await publisher.post(`/api/articles/${id}/publish`, { locale: 'vi' });
    expect((await usesOf(keeper, `${entry}/uses`))[0]).toBe('articles vi title Cầu Khánh Hội draft+published');
    const { revision } = (await editor.get(`/api/articles/${id}?draft=true&locale=vi&depth=0`)).body;
    const saved = await editor.patch(`/api/articles/${id}?locale=vi&depth=0`, {
      ...completeText('Cầu Móng'),
      revision,
    });
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    const left = await usesOf(keeper, `${entry}/uses`);
    expect(left).toHaveLength(3);
    expect(left[0]).toBe('articles vi title Cầu Khánh Hội published');
    await publisher.post(`/api/articles/${id}/publish`, { locale: 'vi' });
    expect(await usesOf(keeper, `${entry}/uses`)).toEqual([]);
  });

  it('tells nobody of a text that they may not see', async () => {
    const entry = await enter(keeper, [form('vi', 'Kho Bí mật', 'forbidden')]);
    const id = await write(completeText('Kho Bí mật'));
    const { marking } = (await editor.get(`/api/articles/${id}?draft=true&depth=0`)).body;
    expect(await usesOf(keeper, `${entry}/uses`)).toHaveLength(3);
    await studio.payload.update({ collection: 'markings', id: marking, data: { level: 'restricted' } as never });
    expect(await usesOf(keeper, `${entry}/uses`)).toEqual([]);
    const cleared = await studio.person('terminologist', { clearance: 'restricted' });
    expect(await usesOf(cleared, `${entry}/uses`)).toHaveLength(3);
    expect((await keeper.get('/api/concepts/nothing/uses')).status).toBe(404);
  });
});
