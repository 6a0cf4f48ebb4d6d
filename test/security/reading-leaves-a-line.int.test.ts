import type { Where } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf } from '../support/lexical.ts';
import { pictureBytes, pictureForm } from '../support/pictures.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';

interface Line {
  readonly id: string;
  readonly who: string | null;
  readonly collection: string;
  readonly documentId: string;
  readonly seal: string;
}

describe.each(databases)('whoever is shown what is not public leaves a line, on %s', (database) => {
  let studio: Studio;
  let editor: Person;
  let officer: Person;
  let ids: Record<'internal' | 'restricted' | 'public', string>;
  beforeAll(async () => {
    studio = await startStudio({ database });
    editor = await studio.person('editor', { name: 'Trần Thị Lan' });
    officer = await studio.person('security-officer', { clearance: 'restricted' });
    const [internal, restricted, open] = [await begin(), await begin(), await begin()];
    const raised = await officer.post(`/api/markings/${restricted.marking}/raise`, { level: 'restricted', basis: 'x' });
    expect(raised.status, JSON.stringify(raised.body)).toBe(200);
    const { marking: id } = open;
    const data = { level: 'public', seal: 'public|' };
    await studio.payload.db.updateOne({ collection: 'markings', id, data, returning: false });
    ids = { internal: internal.id, restricted: restricted.id, public: open.id };
  });
  afterAll(() => studio?.close());

  const begin = async (): Promise<{ id: string; marking: string; revision: number }> =>
    (
      await (
        await studio.person('editor')
      ).post('/api/articles?locale=vi&depth=0', {
        ...{ title: 'Chợ', summary: 'C.', body: bodyOf(['C']) },
      })
    ).body.doc;
  const linesOf = async ({ id }: Person): Promise<Line[]> => {
    const where: Where = {
      and: [{ action: { equals: 'read' } }, { outcome: { equals: 'done' } }, { actor: { equals: id } }],
    };
    const { docs } = await studio.payload.db.find<Line>({ collection: 'audit', where, limit: 0, sort: 'at' });
    return docs;
  };
  const toldOf = async (person: Person) => (await linesOf(person)).map(({ documentId }) => documentId).sort();
  const somebody = (clearance: 'internal' | 'restricted' = 'internal') =>
    studio.person('editor', { clearance, name: 'Trần Thị Lan' });

  it('R43: who opens it, once an hour, under the marking of the document', async () => {
    const reader = await somebody('restricted');
    for (const id of [ids.internal, ids.restricted, ids.public, ids.internal])
      expect((await reader.get(`/api/articles/${id}?depth=0`)).status).toBe(200);
    expect(await toldOf(reader)).toEqual([ids.internal, ids.restricted].sort());
    const lines = await linesOf(reader);
    expect(lines.find(({ documentId }) => documentId === ids.restricted)).toMatchObject({
      who: 'Trần Thị Lan',
      collection: 'articles',
      seal: 'restricted|',
    });
  });

  it('who sees it in a list, where it is above internal', async () => {
    const [reader, cleared] = [await somebody(), await somebody('restricted')];
    for (const each of [reader, cleared]) expect((await each.get('/api/articles?draft=true')).status).toBe(200);
    expect(await toldOf(reader)).toEqual([]);
    expect(await toldOf(cleared)).toEqual([ids.restricted]);
  });

  it('who reads an older state of it, or saves it unread', async () => {
    const [reader, writer] = [await somebody('restricted'), await somebody('restricted')];
    const { docs } = (await reader.get(`/api/articles/versions?where[parent][equals]=${ids.restricted}`)).body;
    expect(await toldOf(reader)).toEqual([ids.restricted]);
    const other = await somebody('restricted');
    expect((await other.get(`/api/articles/versions/${docs[0].id}?depth=0`)).status).toBe(200);
    expect(await toldOf(other)).toEqual([ids.restricted]);
    const { revision } = (await editor.get(`/api/articles/${ids.internal}?draft=true&depth=0`)).body;
    const path = `/api/articles/${ids.internal}?locale=vi&depth=0`;
    expect((await writer.patch(path, { summary: 'Mới.', revision })).status).toBe(200);
    expect((await writer.patch(path, { summary: 'Mới hơn.', revision: revision + 1 })).status).toBe(200);
    expect(await toldOf(writer)).toEqual([ids.internal]);
  });

  it('who has it before them at the workbench', async () => {
    const reader = await studio.person('translator', { clearance: 'restricted' });
    const answer = await reader.get(`/api/translation/articles/${ids.restricted}/en`);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect(await toldOf(reader)).toEqual([ids.restricted]);
  });

  it('who finds it in the archive or in the table of translations, and who reads its history', async () => {
    const curator = await studio.person(['security-officer', 'curator'], { clearance: 'restricted' });
    const form = pictureForm(await pictureBytes(), { title: 'Chợ', alt: 'Chợ', credit: 'Kho' });
    const sent = await curator.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body: form });
    const { id, marking } = sent.body.doc;
    expect((await curator.post(`/api/markings/${marking}/raise`, { level: 'restricted', basis: 'x' })).status).toBe(
      200,
    );
    const person = () => studio.person('curator', { clearance: 'restricted' });
    const [finder, historian, counter] = [await person(), await person(), await somebody('restricted')];
    expect((await finder.get('/api/images/archive/pictures?limit=50')).status).toBe(200);
    expect((await historian.get(`/api/images/${id}/history`)).status).toBe(200);
    expect((await counter.get('/api/translation/coverage?limit=50')).status).toBe(200);
    expect([await toldOf(finder), await toldOf(historian)]).toEqual([[id], [id]]);
    expect(await toldOf(counter)).toEqual([ids.restricted, id].sort());
  });

  it('nobody who is shown nothing', async () => {
    const reader = await somebody();
    expect((await reader.get(`/api/articles/${ids.restricted}`)).status).toBe(404);
    expect(await toldOf(reader)).toEqual([]);
  });

  it('R43: and where the line cannot be written, nothing is shown', async () => {
    const reader = await somebody('restricted');
    const { db } = studio.payload;
    const { create } = db;
    db.create = (args) =>
      args.collection === 'audit' ? Promise.reject(new Error('disk full')) : create.call(db, args);
    const answers = [
      await reader.get(`/api/articles/${ids.restricted}`),
      await reader.get('/api/articles?draft=true'),
      await reader.get(`/api/articles/versions?where[parent][equals]=${ids.restricted}`),
    ];
    db.create = create;
    expect(answers.map(({ status }) => status)).toEqual([500, 500, 500]);
    expect(JSON.stringify(answers.map(({ body }) => body))).not.toContain('Chợ');
    expect((await reader.get(`/api/articles/${ids.restricted}`)).status).toBe(200);
    expect(await toldOf(reader)).toEqual([ids.restricted]);
  });
});
