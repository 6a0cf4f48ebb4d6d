import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf } from '../support/lexical.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { raise } from './support/given.ts';
import { fileIn, look, packOf, take, translated } from './support/packs.ts';
import { begin, draftOf, source, type Told, wordsIn, workbenchOf } from './support/workbench.ts';

describe.each(databasesInTurn)('a link that a translator is not shown, on %s', (database) => {
  let studio: Studio;
  let editor: Person;
  let officer: Person;
  let lan: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    editor = await studio.person('editor');
    officer = await studio.person(['security-officer', 'editor'], { clearance: 'restricted' });
    lan = await studio.person('translator', { translates: ['fr'] });
  });
  afterAll(() => studio?.close());

  const linkTo = (value: string) => {
    const body = bodyOf(['Xem chợ']);
    const paragraph = body.root.children[0] as { children: object[] };
    const fields = { linkType: 'internal', newTab: false, url: '', doc: { relationTo: 'articles', value } };
    const link = { type: 'link', version: 3, direction: 'ltr', format: '', indent: 0, id: '65f0000000000000000000aa' };
    paragraph.children = [{ ...link, fields, children: paragraph.children }];
    return body;
  };
  /** A text with a link in both languages to one that is marked higher since. */
  const linked = async () => {
    const other = await begin(editor);
    const id = await begin(editor, { ...source, body: linkTo(other) });
    const bench = workbenchOf(lan, 'articles', id, 'fr');
    const line = await bench.line('Xem chợ');
    const target = line.source.content.map((piece: Told) => ('text' in piece ? { text: 'Voir le marche' } : piece));
    const path = `/api/translation/articles/${id}/fr/segments/${encodeURIComponent(line.segment)}`;
    expect((await lan.post(path, { target, base: line.base })).status).toBe(200);
    await raise(officer, editor, other);
    const shown = await bench.line('Xem chợ');
    expect([JSON.stringify(shown).includes(other), wordsIn(shown.target.content)]).toEqual([false, 'Voir le marche']);
    return { id, other, bench, shown };
  };
  const linksIn = async (id: string) => JSON.stringify((await draftOf(officer, id, 'fr')).body);

  it('stays when they mend the words, and when they say the same again', async () => {
    const { id, other, bench, shown } = await linked();
    const mended = await bench.confirm(shown, 'Voir le marché');
    expect([mended.status, JSON.stringify(mended.body).includes(other)]).toEqual([200, false]);
    expect((await bench.confirm(shown, 'Voir le marché')).status).toBe(200);
    const stored = await linksIn(id);
    expect(stored).toContain(other);
    expect(stored).toContain('Voir le marché');
  });

  it('does not stand in the way of the other paragraphs', async () => {
    const other = await begin(editor);
    const two = linkTo(other);
    two.root.children.push(...bodyOf(['Ăn phở']).root.children);
    const id = await begin(editor, { ...source, body: two });
    const bench = workbenchOf(lan, 'articles', id, 'fr');
    const line = await bench.line('Xem chợ');
    const target = line.source.content.map((piece: Told) => ('text' in piece ? { text: 'Voir le marché' } : piece));
    const path = `/api/translation/articles/${id}/fr/segments/${encodeURIComponent(line.segment)}`;
    expect((await lan.post(path, { target, base: line.base })).status).toBe(200);
    await raise(officer, editor, other);
    const confirmed = await bench.confirm(await bench.line('Ăn phở'), 'Manger un phở');
    expect(confirmed.status, JSON.stringify(confirmed.body)).toBe(200);
    expect(await linksIn(id)).toContain(other);
  });

  it('stays when an editor saves the form, whatever they write in it', async () => {
    const { id, other } = await linked();
    const path = `/api/articles/${id}?locale=vi&draft=true&depth=0`;
    const shown = await draftOf(editor, id, 'vi');
    expect(JSON.stringify(shown)).not.toContain(other);
    const titled = await editor.patch(path, { title: 'Chợ nổi', revision: shown.revision });
    expect(titled.status, JSON.stringify(titled.body)).toBe(200);
    const body = JSON.parse(JSON.stringify(shown.body).replace('Xem chợ', 'Hãy đi! Xem chợ'));
    const saved = await editor.patch(path, { title: 'Chợ nổi', body, revision: shown.revision + 1 });
    expect([saved.status, JSON.stringify(saved.body).includes(other)]).toEqual([200, false]);
    const stored = JSON.stringify((await draftOf(officer, id, 'vi')).body);
    expect(stored).toContain(other);
    expect(stored).toContain('"text":"Hãy đi! "');
  });

  it('goes at the next save where what it led to is gone', async () => {
    const other = await begin(editor);
    const id = await begin(editor, { ...source, body: linkTo(other) });
    expect((await editor.delete(`/api/articles/${other}`)).status).toBe(200);
    const path = `/api/articles/${id}?locale=vi&draft=true&depth=0`;
    const shown = await draftOf(editor, id, 'vi');
    const saved = await editor.patch(path, { title: 'Chợ nổi', body: shown.body, revision: shown.revision });
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    const stored = await studio.payload.findByID({
      ...{ collection: 'articles', id, draft: true, locale: 'vi', depth: 0 },
      overrideAccess: true,
    });
    expect(JSON.stringify(stored.body)).not.toContain(other);
  });

  it('is nothing that somebody can ask for who was not shown it', async () => {
    const { id, other } = await linked();
    const { revision } = await draftOf(editor, id, 'vi');
    const path = `/api/articles/${id}?locale=vi&draft=true&depth=0`;
    const answers = [other, '00000000-0000-4000-8000-000000000000'].map((value) =>
      editor.patch(path, { body: linkTo(value), revision }),
    );
    const [hidden, nowhere] = await Promise.all(answers);
    expect(hidden?.status).toBe(400);
    expect(hidden?.body).toEqual(nowhere?.body);
  });

  it('stays when they bring the words in a pack', async () => {
    const { id, other } = await linked();
    const [, xliff] = fileIn(await packOf(studio, lan, id, 'fr'), 'xliff');
    const file = translated(xliff, { 'Xem chợ': 'Visiter le marché' });
    const taken = await take(lan, 'back.xlf', file, await look(lan, 'back.xlf', file), ['change', 'news', 'conflict']);
    expect(taken.status, JSON.stringify(taken.body)).toBe(200);
    const stored = await linksIn(id);
    expect(stored).toContain('Visiter le marché');
    expect(stored).toContain(other);
  });
});
