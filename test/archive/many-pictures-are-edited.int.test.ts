import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resumeEdits } from '#editorial/archive-screen/edits/edit-jobs.ts';
import { forgetEdits, listItems, makeEdit, readEdit } from '#editorial/archive-screen/edits/edit-store.ts';
import { quickNode } from '../support/quick-node.ts';
import { isSealedRun } from '../support/sealed-files.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { addPicture, mark } from './support/bagging.ts';
import { itGivesRightsPlacesAndAgency } from './support/edits-of-three-fields.ts';

const edits = '/api/images/edits';

describe.each(databasesInTurn)('edits of many pictures on %s', (database) => {
  let studio: Studio;
  let curator: Person;
  let officer: Person;
  let topic: string;
  let ids: string[] = [];
  let secret: string;

  beforeAll(async () => {
    studio = await startStudio({ database });
    curator = await studio.person('curator');
    officer = await studio.person('security-officer', { clearance: 'restricted', compartments: ['harbour'] });
    topic = String(
      (await studio.payload.create({ collection: 'topics', locale: 'en', data: { name: 'Bridges' } as never })).id,
    );
    ids = [];
    for (let n = 0; n < 12; n += 1)
      ids.push(
        await addPicture(studio, { words: { vi: { title: `Cầu ${n}` } }, shared: { credit: n < 3 ? 'Lan' : '' } }),
      );
    secret = await addPicture(studio, {
      words: { vi: { title: 'Cầu kín' } },
      marking: { level: 'restricted', compartments: [] },
    });
  }, 90_000);
  afterAll(() => studio?.close());

  const ended = async (person: Person, id: string) => {
    await expect.poll(async () => (await person.get(`${edits}/${id}`)).body.endedAt, { timeout: 30_000 }).toBeTruthy();
    return (await person.get(`${edits}/${id}`)).body;
  };
  const edit = async (person: Person, selection: object, change: object, total: number) => {
    const { status, body } = await person.post(edits, { selection, change, total });
    expect(status, JSON.stringify(body)).toBe(202);
    return ended(person, body.id);
  };
  const picture = async (id: string) =>
    (await studio.payload.findByID({ collection: 'images', id, depth: 0, locale: 'all' })) as unknown as {
      credit: string | null;
      topics: string[];
      revision: number;
    };

  it('says before what it would do, to how many, and what is left out', async () => {
    const { status, body } = await curator.post(`${edits}/preview`, {
      selection: { question: 'q=cau', except: [ids[11]] },
      change: { credit: 'Lan', topics: { add: [topic] } },
    });
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body).toMatchObject({ total: 11, changes: 11, same: 0, left: {}, fields: { credit: 8, topics: 11 } });
    const { body: other } = await curator.post(`${edits}/preview`, {
      selection: { ids: [...ids.slice(0, 4), secret] },
      change: { credit: 'Minh' },
    });
    expect(other).toMatchObject({ total: 4, changes: 4, overwritten: [{ field: 'credit', value: 'Lan', count: 3 }] });
    expect((await picture(ids[0] ?? '')).credit).toBe('Lan');
  });

  it('changes every picture once, as a save by hand does, and takes it back where nobody has saved since', async () => {
    const selection = { ids: ids.slice(0, 5) };
    const done = await edit(curator, selection, { credit: 'Minh', topics: { add: [topic] } }, 5);
    expect(done).toMatchObject({ state: 'done', total: 5, changed: 5, left: 0, canUndo: true });
    expect(await picture(ids[4] ?? '')).toMatchObject({ credit: 'Minh', topics: [topic], revision: 2 });
    const versions = await studio.payload.findVersions({ collection: 'images', where: { parent: { equals: ids[4] } } });
    expect(versions.totalDocs).toBe(2);
    const saved = await curator.patch(`/api/images/${ids[0]}?locale=vi`, { credit: 'Hoa', revision: 2 });
    expect(saved.status).toBe(200);
    const { body } = await curator.post(`${edits}/${done.id}/undo`);
    const undone = await ended(curator, body.id);
    expect(undone).toMatchObject({ state: 'done', total: 5, changed: 4, left: 1, undoes: done.id, canUndo: false });
    expect(undone.leftOut).toEqual([{ picture: ids[0], code: 'revision-conflict' }]);
    expect((await picture(ids[0] ?? '')).credit).toBe('Hoa');
    expect(await picture(ids[1] ?? '')).toMatchObject({ credit: 'Lan', topics: [], revision: 3 });
    expect((await curator.post(`${edits}/${done.id}/undo`)).status).toBe(403);
    expect((await curator.get(edits)).body.edits.map(({ id }: { id: string }) => id)).toEqual([body.id, done.id]);
  });

  it('leaves out what has no right to it, and answers about what is hidden as if it were not there', async () => {
    const editor = await studio.person('editor');
    const change = { credit: 'Minh' };
    expect((await editor.post(`${edits}/preview`, { selection: { ids }, change })).status).toBe(403);
    expect(
      (
        await curator.post(edits, {
          selection: { ids },
          change: { marking: { level: 'restricted', basis: 'x' } },
          total: 12,
        })
      ).status,
    ).toBe(403);
    expect((await curator.post(edits, { selection: { ids: [secret] }, change, total: 1 })).status).toBe(404);
    expect((await curator.post(edits, { selection: { ids: [ids[0], secret] }, change, total: 2 })).status).toBe(409);
    expect((await studio.anonymous.get(edits)).status).toBe(401);
    const { body } = await curator.get(edits);
    expect((await editor.get(`${edits}/${body.edits[0].id}`)).status).toBe(404);
    expect((await editor.post(`${edits}/${body.edits[0].id}/undo`)).status).toBe(404);
  });

  it.each([
    [{ selection: { ids: [] }, change: { credit: 'x' } }],
    [{ selection: { question: 'sort=size' }, change: { credit: 'x' } }],
    [{ selection: { question: '' }, change: {} }],
    [{ selection: { question: '' }, change: { rights: 'http://example.org/' } }],
    [{ selection: { question: '' }, change: { agency: 'nobody' } }],
  ])('refuses %o', async (body) => {
    expect((await curator.post(`${edits}/preview`, body)).status).toBe(400);
  });

  it('marks higher by the rules of marking, leaves out what is higher already, and takes nothing back', async () => {
    const change = { marking: { level: 'restricted', compartments: ['harbour'], basis: 'Công văn 12' } };
    const selection = { ids: [ids[10], ids[11], secret] };
    const { body } = await officer.post(`${edits}/preview`, { selection, change });
    expect(body).toMatchObject({ total: 3, changes: 3, fields: { marking: 3 } });
    const done = await edit(officer, selection, change, 3);
    expect(done).toMatchObject({ state: 'done', changed: 3, left: 0, canUndo: false });
    expect((await curator.get('/api/images/archive/pictures?q=cau')).body.total).toBe(10);
    const lines = await studio.payload.find({
      collection: 'audit',
      where: { and: [{ action: { equals: 'raise' } }, { documentId: { in: selection.ids as string[] } }] },
    });
    expect(lines.totalDocs).toBe(3);
    const lower = await officer.post(`${edits}/preview`, {
      selection,
      change: { marking: { level: 'internal', basis: 'x' } },
    });
    expect(lower.body).toMatchObject({ changes: 0, left: { 'level-lowering': 3 } });
  });

  it('puts pictures into albums and upon a rights record, and takes both back', async () => {
    const { payload } = studio;
    const make = async (collection: 'albums' | 'rights', data: object): Promise<string> =>
      String((await payload.create({ collection, locale: 'vi', data: data as never })).id);
    const [album, closed] = [await make('albums', { title: 'Các cầu' }), await make('albums', { title: 'Kín' })];
    await mark(studio, album, { level: 'internal', compartments: [] }, null, 'albums');
    await mark(studio, closed, { level: 'restricted', compartments: ['harbour'] }, null, 'albums');
    const record = await make('rights', { name: 'Nhà nhiếp ảnh' });
    const pictures = ids.slice(0, 3);
    const members = async () =>
      (await curator.get(`/api/albums/${album}/members`)).body.members.map(({ id }: { id: string }) => id);
    await curator.post(`/api/albums/${album}/members`, { images: [ids[2], ids[5], ids[6]] });

    const selection = { ids: pictures };
    const add = { albums: { add: [album] } };
    const { body: shown } = await curator.post(`${edits}/preview`, { selection, change: add });
    expect(shown).toMatchObject({ total: 3, changes: 2, same: 1, fields: { albums: 2 } });
    const added = await edit(curator, selection, add, 3);
    expect(added).toMatchObject({ state: 'done', changed: 2, left: 0, canUndo: true });
    expect(await members()).toEqual([ids[2], ids[5], ids[6], ids[0], ids[1]]);
    expect((await curator.get(`/api/images/archive/pictures?album=${album}`)).body.total).toBe(5);

    const removed = await edit(curator, { ids: [ids[5], ids[0]] }, { albums: { remove: [album] } }, 2);
    expect(await members()).toEqual([ids[2], ids[6], ids[1]]);
    await ended(curator, (await curator.post(`${edits}/${removed.id}/undo`)).body.id);
    expect(await members()).toEqual([ids[2], ids[5], ids[6], ids[0], ids[1]]);
    const undone = await ended(curator, (await curator.post(`${edits}/${added.id}/undo`)).body.id);
    expect(undone).toMatchObject({ changed: 2, left: 0 });
    expect(await members()).toEqual([ids[2], ids[5], ids[6]]);

    const hidden = await curator.post(`${edits}/preview`, { selection, change: { albums: { add: [closed] } } });
    expect([hidden.status, hidden.body.code]).toEqual([404, 'not-found']);

    const stood = await edit(curator, selection, { rightsRecord: record }, 3);
    expect(await picture(ids[0] ?? '')).toMatchObject({ rightsRecord: record });
    expect((await curator.get(`/api/images/archive/pictures?record=${record}`)).body.total).toBe(3);
    const off = await curator.post(`${edits}/preview`, { selection, change: { rightsRecord: '' } });
    expect(off.body).toMatchObject({
      changes: 3,
      overwritten: [{ field: 'rightsRecord', value: 'Nhà nhiếp ảnh', count: 3 }],
    });
    await ended(curator, (await curator.post(`${edits}/${stood.id}/undo`)).body.id);
    expect(await picture(ids[0] ?? '')).toMatchObject({ rightsRecord: null });
  });

  itGivesRightsPlacesAndAgency(() => ({ studio, curator, pictures: ids.slice(6, 9) }));

  it('stops when told, and goes on when told', async () => {
    const made = await makeEdit(studio.payload, {
      owner: curator.id,
      change: { credit: 'Trang' },
      pictures: ids.slice(0, 10),
    });
    const { body } = await curator.post(`${edits}/${made}/cancel`);
    expect(body.state).toBe('cancelled');
    await resumeEdits(studio.payload, 0);
    expect((await picture(ids[9] ?? '')).credit).not.toBe('Trang');
    expect((await curator.post(`${edits}/${made}/retry`)).status).toBe(202);
    expect(await ended(curator, made)).toMatchObject({ state: 'done', changed: 10 });
  });

  it('asks again for the rights of its owner when it runs', async () => {
    const leaver = await studio.person('curator');
    const made = await makeEdit(studio.payload, {
      owner: leaver.id,
      change: { credit: 'Nobody' },
      pictures: [ids[0] ?? ''],
    });
    await studio.payload.update({
      collection: 'users',
      id: leaver.id,
      data: { disabled: true } as never,
      overrideAccess: true,
    });
    await resumeEdits(studio.payload, 0);
    await expect.poll(async () => (await readEdit(studio.payload, made))?.state).toBe('failed');
    expect((await picture(ids[0] ?? '')).credit).not.toBe('Nobody');
  });

  it('is taken up after kill -9, and no picture is changed twice', { skip: isSealedRun }, async () => {
    const pictures = ids.slice(0, 10);
    const before = new Map(await Promise.all(pictures.map(async (id) => [id, (await picture(id)).revision] as const)));
    const made = await makeEdit(studio.payload, { owner: curator.id, change: { credit: 'Bình' }, pictures });
    const program = join(import.meta.dirname, 'support/doomed-edit.ts');
    const child = spawn(process.execPath, [...quickNode, program, JSON.stringify(studio.values), made], {
      stdio: 'ignore',
    });
    const touched = async () => (await listItems(studio.payload, made, ['doing', 'changed'])).length;
    await expect.poll(touched, { interval: 5, timeout: 60_000 }).toBeGreaterThan(2);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect((await readEdit(studio.payload, made))?.state).toBe('running');
    await resumeEdits(studio.payload, 0);
    expect(await ended(curator, made)).toMatchObject({ state: 'done', changed: 10, left: 0 });
    for (const id of pictures) {
      expect(await picture(id)).toMatchObject({ credit: 'Bình', revision: (before.get(id) ?? 0) + 1 });
    }
    const { body } = await curator.post(`${edits}/${made}/undo`);
    expect(await ended(curator, body.id)).toMatchObject({ changed: 10, left: 0 });
  });

  it('forgets what ended long ago', async () => {
    const [first] = (await curator.get(edits)).body.edits;
    await forgetEdits(studio.payload, new Date(Date.now() + 1000));
    expect((await curator.get(edits)).body.edits).toEqual([]);
    expect(await listItems(studio.payload, first.id, ['changed'])).toEqual([]);
  });

  it('keeps searches for their owner, and shared ones for everybody, but only the owner removes one', async () => {
    const searches = '/api/images/searches';
    const other = await studio.person('editor');
    const own = await curator.post(searches, { name: 'Cầu', question: 'q=cau&sort=taken' });
    const shared = await curator.post(searches, { name: 'Năm 1998', question: 'year=1998', shared: true });
    expect([own.status, shared.status]).toEqual([201, 201]);
    const seen = async (person: Person) =>
      (await person.get(searches)).body.searches.map(({ name, own }: { name: string; own: boolean }) => [name, own]);
    expect(await seen(curator)).toEqual([
      ['Cầu', true],
      ['Năm 1998', true],
    ]);
    expect(await seen(other)).toEqual([['Năm 1998', false]]);
    const rename = (person: Person, id: string, name: string) => person.patch(`${searches}/${id}`, { name });
    expect((await rename(other, shared.body.id, 'Của tôi')).status).toBe(404);
    expect((await rename(curator, own.body.id, ' ')).status).toBe(400);
    expect((await rename(curator, own.body.id, 'Các cầu')).status).toBe(200);
    expect(await seen(curator)).toEqual([
      ['Các cầu', true],
      ['Năm 1998', true],
    ]);
    expect((await other.delete(`${searches}/${shared.body.id}`)).status).toBe(404);
    expect((await other.delete(`${searches}/${own.body.id}`)).status).toBe(404);
    expect((await curator.delete(`${searches}/${shared.body.id}`)).status).toBe(200);
    expect(await seen(other)).toEqual([]);
    expect((await curator.post(searches, { name: 'x', question: 'colour=red' })).status).toBe(400);
    expect((await studio.anonymous.get(searches)).status).toBe(401);
    for (const slug of ['saved-searches', 'picture-edits', 'picture-edit-items', 'payload-jobs'])
      expect((await curator.get(`/api/${slug}`)).status).toBeGreaterThanOrEqual(403);
  });
});
