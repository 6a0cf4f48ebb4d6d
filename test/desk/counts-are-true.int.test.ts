import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { plantArticles } from './support/many-texts.ts';

interface Section {
  readonly key: string;
  readonly count: number;
  readonly items: readonly { id: string; title: string; locales: string[]; at: string; note: string | null }[];
}

const later = (day: number) => `2031-01-${String(day).padStart(2, '0')}T00:00:00.000Z`;

describe.each(databases)('the desk counts everything, however much there is, on %s', (database) => {
  // More than anybody would look at to count. What stands in for MongoDB takes long to fill: there it is a few pages
  const many = database === 'sqlite' ? 230 : 40;
  let studio: Studio;
  let editor: Person;
  let translator: Person;
  let ids: string[];
  const vi = { status: 'published', appearsAt: later(20) } as const;
  beforeAll(async () => {
    studio = await startStudio({ database });
    editor = await studio.person('editor', { name: 'Lan' });
    translator = await studio.person('translator', { translates: ['en'] });
    const draft = { status: 'draft' } as const;
    ids = await plantArticles(studio, { count: many, by: editor.id, languages: { vi, fr: draft, zh: draft } });
  });
  afterAll(() => studio?.close());

  const section = async (person: Person, key: string): Promise<Section> => {
    const { status, body } = await person.get('/api/desk');
    expect(status, JSON.stringify(body)).toBe(200);
    return (body.sections as Section[]).find((one) => one.key === key) as Section;
  };

  it('drafts, each once however many languages it has', async () => {
    const { count, items } = await section(editor, 'drafts');
    expect(count).toBe(many);
    expect(items).toHaveLength(6);
    expect(items[0]).toMatchObject({ id: ids.at(-1), title: `Bài ${many - 1} (vi)`, locales: ['fr', 'zh'] });
    expect((await section(translator, 'drafts')).count).toBe(0);
  });

  it('languages that are missing, in the newest draft and not in what is public', async () => {
    const before = await section(translator, 'missing');
    expect(before.count).toBe(many);
    expect(before.items[0]).toMatchObject({ id: ids.at(-1), locales: ['en'] });
    const [out, en] = [{ status: 'published' }, { status: 'draft' }] as const;
    await plantArticles(studio, { count: 7, by: translator.id, languages: { vi: out, en } });
    // And these nobody outside has seen
    await plantArticles(studio, { count: 2, by: translator.id, languages: { vi: { status: 'draft' } } });
    expect(await section(translator, 'missing')).toEqual(before);
    expect((await section(editor, 'missing')).count).toBe(many + 7);
  });

  it('what is scheduled, the first to appear first', async () => {
    const standing = (appearsAt: string) => ({ status: 'published', appearsAt }) as const;
    const languages = { en: standing(later(2)), fr: standing(later(9)) };
    const [soon] = await plantArticles(studio, { count: 1, by: editor.id, languages });
    await plantArticles(studio, { count: 1, by: editor.id, languages: { vi: standing('2026-01-01T00:00:00.000Z') } });
    const { count, items } = await section(editor, 'scheduled');
    expect(count).toBe(many + 1);
    expect(items[0]).toMatchObject({ id: soon, title: 'Bài 0 (en)', locales: ['en', 'fr'], at: later(2) });
    expect(items[1]).toMatchObject({ locales: ['vi'], at: later(20) });
  });

  it('reviews that were returned, and not those that were sent again', async () => {
    const [first = '', second = ''] = ids;
    const found = await studio.payload.find({ collection: 'markings', where: { subjectId: { equals: first } } });
    const marking = found.docs[0]?.id;
    const review = async (documentId: string, state: string, minute: number) => {
      const id = randomUUID();
      const at = new Date(Date.UTC(2026, 1, 1, 0, minute)).toISOString();
      const named = { collection: 'articles', documentId, locale: 'vi', requestedBy: editor.id, marking, note: state };
      const data = { ...named, id, state, at };
      await studio.payload.db.create({ collection: 'reviews', customID: id, data, returning: false });
    };
    await review(second, 'returned', 0);
    for (let minute = 1; minute <= many; minute += 1) await review(first, minute % 2 ? 'returned' : 'approved', minute);
    const { count, items } = await section(editor, 'returned');
    expect(count).toBe(1);
    expect(items).toMatchObject([{ id: second, note: 'returned', title: 'Bài 1 (vi)' }]);
  });

  it('no language in which nothing is written, though its state is that of a draft', async () => {
    const writer = await studio.person('editor');
    await plantArticles(studio, { count: 1, by: writer.id, languages: { vi } });
    expect((await section(writer, 'drafts')).count).toBe(0);
  });
});
