import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readInbox } from '#editorial/translation/inbox/read-inbox.ts';
import { dueBy } from '#editorial/translation/work/due-by.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { endWork, give, inboxOf, listsWith, raise, viewerIn, workOn } from './support/given.ts';
import { csvFor, tableFor, titlesFor } from './support/table.ts';
import { auditOf, begin, source, type Told, translateAll, workbenchOf } from './support/workbench.ts';

const nobody = '3f0e0000-0000-4000-8000-000000000000';

describe.each(databasesInTurn)('work that is given out, on %s', (database) => {
  let studio: Studio;
  let editor: Person;
  let publisher: Person;
  let lan: Person;
  let mai: Person;
  let officer: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    editor = await studio.person('editor', { name: 'Thư', translates: [] });
    publisher = await studio.person('publisher', { name: 'Việt', publishes: ['en'], clearance: 'restricted' });
    lan = await studio.person('translator', { name: 'Lan', translates: ['fr'], reviews: ['fr'] });
    mai = await studio.person('translator', { name: 'Mai', translates: [], reviews: ['fr'] });
    officer = await studio.person('security-officer', { clearance: 'restricted' });
  }, 120_000);
  afterAll(() => studio?.close());

  const article = (title: string) => begin(editor, { ...source, title });

  it('says whose turn it is, from the first word to the last look', async () => {
    const id = await begin(editor);
    const gift = { translator: lan.id, reviewer: mai.id, due: '2999-01-31', note: 'Gấp' };
    const given = await give(publisher, id, gift);
    expect([given.status, given.body.work], JSON.stringify(given.body)).toMatchObject([
      200,
      { translator: { name: 'Lan' }, reviewer: { name: 'Mai' }, due: '2999-01-31', note: 'Gấp', turn: 'translate' },
    ]);
    expect([await listsWith(lan, id), await listsWith(mai, id), await listsWith(publisher, id)]).toEqual([
      ['translate'],
      [],
      ['given'],
    ]);
    const [item] = (await inboxOf(lan)).translate;
    expect(item).toMatchObject({ title: 'Chợ đêm', due: '2999-01-31', isLate: false, givenBy: 'Việt', done: 0, of: 5 });
    await translateAll(workbenchOf(lan, 'articles', id, 'fr'));
    expect([await listsWith(lan, id), await listsWith(mai, id)]).toEqual([[], ['review']]);
    const bench = workbenchOf(mai, 'articles', id, 'fr');
    expect((await bench.post('/review', { seen: (await bench.open()).seen })).status).toBe(200);
    expect([await listsWith(lan, id), await listsWith(mai, id)]).toEqual([[], []]);
    expect((await inboxOf(publisher)).given.find((one: Told) => one.id === id)).toMatchObject({ turn: 'done' });
    expect((await endWork(publisher, id, 'finished')).body.work).toBeNull();
    expect(await listsWith(publisher, id)).toEqual([]);
  });

  it('goes to two people, who hold the language, and to nobody who cannot do it', async () => {
    const id = await article('Ai làm');
    const refusals = [
      [{ translator: lan.id, reviewer: lan.id }, 'work-same-person'],
      [{}, 'work-nobody'],
      [{ translator: mai.id }, 'work-translator'],
      [{ reviewer: editor.id }, 'work-reviewer'],
      [{ translator: nobody }, 'work-person'],
      [{ translator: lan.id, due: '2026-02-30' }, 'field-invalid'],
      [{ translator: lan.id, note: 'x'.repeat(4001) }, 'field-invalid'],
    ] as const;
    for (const [gift, code] of refusals) expect((await give(editor, id, gift)).body.code).toBe(code);
    expect((await give(lan, id, { translator: lan.id })).body.code).toBe('forbidden');
    expect((await give(editor, id, { translator: lan.id }, 'vi')).body.code).toBe('translate-source');
    expect(await workOn(editor, id)).toMatchObject({ revision: 0, work: null, mayGive: true });
    expect((await workOn(lan, id)).candidates).toBeNull();
    const { candidates } = await workOn(editor, id);
    const named = (list: { name: string }[]) => list.map(({ name }) => name);
    expect([named(candidates.translators), named(candidates.reviewers)]).toEqual([
      ['Lan', 'Thư'],
      ['Lan', 'Mai'],
    ]);
    expect(await auditOf(studio, id)).toContainEqual({ action: 'assign', outcome: 'refused', code: 'forbidden' });
  });

  it('does not let a reviewer look over what they wrote themselves, whatever was given to whom', async () => {
    const id = await article('Tự duyệt');
    const both = await studio.person('translator', { name: 'Hoa', translates: ['fr'], reviews: ['fr'] });
    expect((await give(editor, id, { translator: lan.id, reviewer: both.id })).status).toBe(200);
    const bench = workbenchOf(both, 'articles', id, 'fr');
    expect((await bench.confirm(await bench.line('Có 50 gian hàng.'), 'Il compte 50 stands.')).status).toBe(200);
    const own = await bench.act(await bench.line('Có 50 gian hàng.'), 'review');
    expect(own.body.code).toBe('review-own-translation');
  });

  it('is had by one at a time, whoever gives it at the same moment', async () => {
    const id = await article('Cùng lúc');
    const path = `/api/translation/articles/${id}/fr/work`;
    const gift = { translator: lan.id, reviewer: null, due: null, note: '', revision: 0 };
    const answers = await Promise.all([editor, publisher, editor].map((who) => who.post(path, gift)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect((await give(editor, id, { reviewer: mai.id })).status).toBe(200);
    const { docs } = await studio.payload.db.find({ collection: 'assignments', where: { documentId: { equals: id } } });
    expect(docs).toHaveLength(1);
    expect((docs[0] as Told).past).toMatchObject([{ translator: lan.id, end: 'given-anew' }]);
    expect([await listsWith(lan, id), await listsWith(mai, id)]).toEqual([[], []]);
    expect((await endWork(editor, id, 'withdrawn')).status).toBe(200);
    expect((await endWork(editor, id, 'withdrawn')).body.code).toBe('work-not-given');
  });

  it('is late by the day of the city', async () => {
    const id = await article('Trễ hạn');
    await give(editor, id, { translator: lan.id, due: '2031-05-10' });
    const viewer = await viewerIn(studio, lan.id);
    const lateAt = async (now: string) => {
      const inbox = await readInbox({ payload: studio.payload, viewer, locale: 'vi', now: new Date(now) });
      return [inbox.late, inbox.translate].map((list) => list.some((item) => item.id === id));
    };
    expect(await lateAt('2031-05-10T16:59:59Z')).toEqual([false, true]);
    expect(await lateAt('2031-05-10T17:00:00Z')).toEqual([true, false]);
    const due = async (day: string, who = viewer) =>
      (await dueBy(studio.payload, who, day, 'fr')).map(({ id: one }) => one);
    expect([await due('2031-05-09'), await due('2031-05-10')]).toEqual([[], [id]]);
  });

  it('tells nobody of a document above their clearance, and gives it to none of them', async () => {
    const id = await article('MẬT-CANARY-7731');
    await give(editor, id, { translator: lan.id, reviewer: mai.id, due: '2031-01-01' });
    const before = await inboxOf(lan);
    await raise(officer, editor, id);
    const after = await inboxOf(lan);
    expect(before.waiting - after.waiting).toBe(1);
    for (const who of [lan, editor, mai]) {
      const said = JSON.stringify([await inboxOf(who), await tableFor(who), (await csvFor(who)).body]);
      expect(said).not.toMatch(/CANARY/);
      const hidden = await who.get(`/api/translation/articles/${id}/fr/work`);
      const missing = await who.get(`/api/translation/articles/${nobody}/fr/work`);
      expect([hidden.status, hidden.body]).toEqual([404, missing.body]);
    }
    const gone = await give(editor, id, { translator: lan.id });
    expect(gone.body).toEqual((await give(editor, nobody, { translator: lan.id })).body);
    const uncleared = await give(publisher, id, { translator: lan.id });
    const unknown = await give(publisher, id, { translator: nobody });
    expect([uncleared.status, uncleared.body]).toEqual([422, unknown.body]);
    expect((await workOn(publisher, id)).candidates.translators).toEqual([]);
    const viewer = await viewerIn(studio, lan.id);
    expect((await dueBy(studio.payload, viewer, '2031-01-01', 'fr')).some((one) => one.id === id)).toBe(false);
    expect((await inboxOf(officer)).waiting).toBe(0);
  });

  it('is given for a selection, which says beforehand who cannot and why', async () => {
    const ids = [await article('Một'), await article('Hai'), await article('Ba')];
    await raise(officer, editor, ids[1] ?? '');
    const documents = [...ids, nobody].map((id) => ({ collection: 'articles', id }));
    const look = async (who: Person, more: object) =>
      (await who.post('/api/translation/work/look', { locale: 'fr', documents, ...more })).body;
    const codes = (told: Told) => told.documents.map(({ refused }: Told) => refused?.code ?? null);
    const first = await look(editor, {});
    expect(codes(first)).toEqual([null, 'not-found', null, 'not-found']);
    expect(first.candidates.translators.map(({ name }: Told) => name)).toEqual(['Hoa', 'Lan', 'Thư']);
    const told = await look(publisher, { translator: lan.id });
    expect(codes(told)).toEqual([null, 'work-person', null, 'not-found']);
    expect((await workOn(editor, ids[0] ?? '')).work).toBeNull();
    const gift = { translator: lan.id, reviewer: null, due: '2030-06-01', note: '', locale: 'fr', documents };
    const given = await publisher.post('/api/translation/work/give', gift);
    expect(codes(given.body)).toEqual([null, 'work-person', null, 'not-found']);
    expect(await Promise.all(ids.map((id) => listsWith(lan, id)))).toEqual([['translate'], [], ['translate']]);
  });

  it('stands in the table, and is found and put in order there by people and days', async () => {
    const asked = { language: 'fr', due: '2030-06-01' };
    expect((await titlesFor(editor, { ...asked, sort: 'title' })).sort()).toEqual(['Ba', 'Một']);
    expect(await titlesFor(editor, { ...asked, due: '2030-05-31' })).toEqual([]);
    expect(await titlesFor(editor, { language: 'en', due: '2030-06-01' })).toEqual([]);
    const byLan = await tableFor(editor, { ...asked, person: lan.id });
    expect(byLan.rows[0]?.cells.fr).toMatchObject({ work: { translator: 'Lan', reviewer: null, due: '2030-06-01' } });
    expect((await titlesFor(editor, { sort: 'due' })).slice(0, 2).sort()).toEqual(['Ba', 'Một']);
    expect((await titlesFor(editor, { sort: 'due' })).slice(0, 3).at(2)).toBe('Trễ hạn');
    const [head, row] = parse(String((await csvFor(editor, { ...asked, person: lan.id })).body), { bom: true });
    const cell = (name: string) => row?.[head?.indexOf(name) ?? -1];
    expect(['Français: translator', 'Français: reviewer', 'Français: due'].map(cell)).toEqual([
      'Lan',
      '',
      '2030-06-01',
    ]);
    expect((await editor.get('/api/translation/coverage?due=tomorrow')).body.code).toBe('parameter-invalid');
  });

  it('stays with whoever has it, though they lose the language, and says so to whoever gave it', async () => {
    const id = await article('Mất quyền');
    const person = await studio.person('translator', { name: 'Quý', translates: ['fr'] });
    await give(editor, id, { translator: person.id });
    expect(await listsWith(person, id)).toEqual(['translate']);
    const data = { translates: ['en'] } as never;
    await studio.payload.update({ collection: 'users', id: person.id, data, overrideAccess: true });
    expect(await listsWith(person, id)).toEqual([]);
    expect((await inboxOf(editor)).given.find((one: Told) => one.id === id)).toMatchObject({ isStuck: true });
  });

  it('goes with its document', async () => {
    const id = await article('Xóa đi');
    await give(editor, id, { translator: lan.id });
    expect((await editor.delete(`/api/articles/${id}`)).status).toBe(200);
    expect(await listsWith(lan, id)).toEqual([]);
    const where = { documentId: { equals: id } };
    expect((await studio.payload.db.count({ collection: 'assignments', where })).totalDocs).toBe(0);
  });

  it('is asked for by nobody who has not signed in, and its rows are read by nobody', async () => {
    expect((await studio.anonymous.get('/api/inbox')).status).toBe(401);
    for (const slug of ['assignments', 'comments', 'comment-notices', 'digests'])
      for (const who of [lan, editor, publisher]) expect((await who.get(`/api/${slug}`)).status).not.toBe(200);
  });
});
