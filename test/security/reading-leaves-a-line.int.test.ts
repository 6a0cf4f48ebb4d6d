import type { Where } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change } from '../support/change.ts';
import { bodyOf } from '../support/lexical.ts';
import { pictureBytes, pictureForm } from '../support/pictures.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { give, raise } from '../translation/support/given.ts';
import { begin as beginText, says, translateAll, workbenchOf } from '../translation/support/workbench.ts';

interface Line {
  readonly id: string;
  readonly who: string | null;
  readonly collection: string;
  readonly documentId: string;
  readonly seal: string;
}

describe.each(databasesInTurn)('whoever is shown what is not public leaves a line, on %s', (database) => {
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

  const words = 'Cuộc họp diễn ra vào tối nay tại nhà khách.';
  /** Two texts that were translated and looked over, of which one is marked by now. */
  const reviewed = async (): Promise<{ open: string; closed: string }> => {
    const person = await studio.person('translator', { translates: ['fr'] });
    const reviewer = await studio.person('publisher', { publishes: ['fr'] });
    const made: string[] = [];
    for (const said of ['La réunion a lieu ce soir.', 'La réunion secrète a lieu ce soir.']) {
      const id = await beginText(editor, { title: 'Họp', summary: 'Họp.', body: bodyOf([words]) });
      await translateAll(workbenchOf(person, 'articles', id, 'fr'), { [words]: said });
      const bench = workbenchOf(reviewer, 'articles', id, 'fr');
      expect((await bench.act(await bench.line(words), 'review')).status).toBe(200);
      made.push(id);
    }
    const [open = '', closed = ''] = made;
    await raise(officer, editor, closed);
    return { open, closed };
  };

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

  const asked = `from=vi&to=fr`;
  const remembered = (who: Person) => who.get(`/api/translation/memory?text=${encodeURIComponent(words)}&${asked}`);
  const found = (who: Person) => who.get(`/api/translation/concordance?q=${encodeURIComponent(words)}&${asked}`);
  /** Who may translate into French, and knows of the memory of a text that is `restricted`, and of one that is not. */
  const translator = (clearance: 'internal' | 'restricted') =>
    studio.person('translator', { clearance, translates: ['fr'] });

  it('R43: who finds its words in the translation memory, and nobody to whom it is closed', async () => {
    const { closed } = await reviewed();
    const person = await translator('restricted');
    const segment = { content: says(words), from: 'vi', to: 'fr' };
    const doors = [remembered, found, (who: Person) => who.post('/api/translation/memory', segment)];
    for (const ask of doors) {
      const [cleared, other] = [await translator('restricted'), await translator('internal')];
      for (const who of [cleared, other]) {
        const { status, body } = await ask(who);
        expect([status, (body.matches ?? body.found).length > 0], JSON.stringify(body)).toEqual([200, true]);
      }
      expect([await toldOf(cleared), await toldOf(other)]).toEqual([[closed], []]);
    }
    await remembered(person);
    await found(person);
    expect(await toldOf(person)).toEqual([closed]);
  });

  it('R43: who finds its title in their inbox, not who is told how much waits', async () => {
    const publisher = await studio.person('publisher', { clearance: 'restricted', publishes: ['fr'] });
    const [one, other] = [await translator('restricted'), await translator('restricted')];
    const [closed, open] = [await beginText(editor), await beginText(editor)];
    for (const id of [closed, open]) expect((await give(publisher, id, { translator: one.id })).status).toBe(200);
    await raise(officer, editor, closed);
    expect((await one.get('/api/inbox/count')).body).toEqual({ waiting: 2 });
    expect(await toldOf(one)).toEqual([]);
    expect((await one.get('/api/inbox')).body.translate).toHaveLength(2);
    expect((await other.get('/api/inbox')).body.translate).toEqual([]);
    expect([await toldOf(one), await toldOf(other)]).toEqual([[closed], []]);
  });

  it('who is told the title of an album: among what the archive can be asked for, and where a picture takes its rights from', async () => {
    const curator = await studio.person('curator', { clearance: 'restricted' });
    const form = pictureForm(await pictureBytes(), { title: 'Cầu', alt: 'Cầu', credit: 'Kho' });
    const { doc } = (await curator.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body: form })).body;
    const terms = { name: 'Kho', rights: 'http://creativecommons.org/licenses/by/4.0/', credit: 'Kho' };
    const record = (await curator.post('/api/rights?locale=vi&depth=0', terms)).body.doc;
    const made = await curator.post('/api/albums?locale=vi&depth=0', { title: 'Kín' });
    const album = made.body.doc;
    const giving = await change(curator, `/api/albums/${album.id}?locale=vi`, { rightsRecord: record.id });
    expect(giving.status, JSON.stringify(giving.body)).toBe(200);
    const own = { rights: null, credit: null };
    await studio.payload.db.updateOne({ collection: 'images', id: doc.id, data: own, returning: false });
    expect((await curator.post(`/api/albums/${album.id}/members`, { images: [doc.id] })).status).toBe(200);
    const raised = await officer.post(`/api/markings/${album.marking}/raise`, { level: 'restricted', basis: 'x' });
    expect(raised.status, JSON.stringify(raised.body)).toBe(200);
    for (const [clearance, told] of [
      ['restricted', [album.id]],
      ['internal', []],
    ] as const) {
      const reader = await studio.person('curator', { clearance });
      const { facets } = (await reader.get('/api/images/archive/facets')).body;
      expect(JSON.stringify(facets.album).includes('Kín')).toBe(clearance === 'restricted');
      expect(await toldOf(reader)).toEqual(told);
    }
    // An album gives to what is marked as high as itself
    const higher = await officer.post(`/api/markings/${doc.marking}/raise`, { level: 'restricted', basis: 'x' });
    expect(higher.status, JSON.stringify(higher.body)).toBe(200);
    const reader = await studio.person('curator', { clearance: 'restricted' });
    expect((await reader.get(`/api/images/${doc.id}/rights`)).body.albums).toEqual(['Kín']);
    expect(await toldOf(reader)).toEqual([album.id, doc.id].sort());
  });

  it('nobody who is shown nothing', async () => {
    const reader = await somebody();
    expect((await reader.get(`/api/articles/${ids.restricted}`)).status).toBe(404);
    expect(await toldOf(reader)).toEqual([]);
  });

  it('R43: and where the line cannot be written, nothing is shown', async () => {
    const reader = await studio.person(['editor', 'translator'], { clearance: 'restricted', translates: ['fr'] });
    const { closed } = await reviewed();
    const publisher = await studio.person('publisher', { clearance: 'restricted', publishes: ['fr'] });
    expect((await give(publisher, closed, { translator: reader.id })).status).toBe(200);
    const { db } = studio.payload;
    const { create } = db;
    db.create = (args) =>
      args.collection === 'audit' ? Promise.reject(new Error('disk full')) : create.call(db, args);
    const answers = [
      await reader.get(`/api/articles/${ids.restricted}`),
      await reader.get('/api/articles?draft=true'),
      await reader.get(`/api/articles/versions?where[parent][equals]=${ids.restricted}`),
      await remembered(reader),
      await found(reader),
      await reader.get('/api/inbox'),
    ];
    db.create = create;
    expect(answers.map(({ status }) => status)).toEqual([500, 500, 500, 500, 500, 500]);
    expect(JSON.stringify(answers.map(({ body }) => body))).not.toMatch(/Chợ|Họp|réunion/);
    expect((await reader.get(`/api/articles/${ids.restricted}`)).status).toBe(200);
    expect(await toldOf(reader)).toEqual([ids.restricted]);
  });
});
