import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HistoryEntry } from '#editorial/archive/history/entries.ts';
import { change } from '../support/change.ts';
import { pictureBytes, pictureForm } from '../support/pictures.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { hashOf } from './support/ingesting.ts';

const rights = 'http://creativecommons.org/licenses/by/4.0/';
const nowhere = '3f0e0000-0000-4000-8000-000000000000';

describe.each(databases)('a picture has a history, on %s', (database) => {
  let studio: Studio;
  let [curator, other, publisher, editor] = [] as unknown as [Person, Person, Person, Person];
  let bytes: Uint8Array<ArrayBuffer>;
  let id: string;

  const historyOf = async (picture: string, who: Person): Promise<HistoryEntry[]> => {
    const { status, body } = await who.get(`/api/images/${picture}/history`);
    expect(status, JSON.stringify(body)).toBe(200);
    return body.entries;
  };
  const bring = async (words: object, content: Uint8Array<ArrayBuffer>): Promise<string> => {
    const body = pictureForm(content, words, 'ben-pha.jpg');
    const sent = await curator.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body });
    expect(sent.status, JSON.stringify(sent.body)).toBe(201);
    return sent.body.doc.id;
  };

  beforeAll(async () => {
    studio = await startStudio({ database });
    curator = await studio.person('curator', { name: 'Lan' });
    other = await studio.person('curator', { name: 'Minh' });
    publisher = await studio.person('publisher', { name: 'Hoa' });
    editor = await studio.person('editor');
    bytes = await pictureBytes();
    id = await bring({ title: 'Bến phà', alt: 'Bến', credit: '=Lan', rights }, bytes);
  });
  afterAll(() => studio?.close());

  it('of where it came from, who changed what, and what was made of it with which tools', async () => {
    const saved = await change(other, `/api/images/${id}?locale=vi`, { title: 'Bến phà cũ', credit: 'Lan' });
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    expect((await publisher.post('/api/images/release', { ids: [id] })).status).toBe(200);
    expect((await curator.post(`/api/images/${id}/deletion/ask`, { reason: 'Nhầm' })).status).toBe(200);
    expect((await publisher.post(`/api/images/${id}/hold`, { reason: 'Vụ 12' })).status).toBe(200);
    const entries = await historyOf(id, editor);
    expect(entries.slice(0, 2)).toMatchObject([
      { kind: 'hold', action: 'hold', by: { id: publisher.id, name: 'Hoa' }, reason: 'Vụ 12' },
      { kind: 'deletion', action: 'ask-deletion', by: { name: 'Lan' }, reason: 'Nhầm' },
    ]);
    const kind = (wanted: string) => entries.filter((entry) => entry.kind === wanted);
    expect(kind('save')).toMatchObject([
      {
        by: { id: other.id, name: 'Minh' },
        changes: [
          { field: 'title', before: { vi: 'Bến phà' }, after: { vi: 'Bến phà cũ' } },
          { field: 'slug', after: { vi: 'ben-pha-cu' } },
          { field: 'credit', before: '=Lan', after: 'Lan' },
        ],
      },
      { by: { id: curator.id }, revision: 1 },
    ]);
    const came = { door: 'form', file: 'ben-pha.jpg', sha256: hashOf(bytes), bytes: bytes.byteLength };
    expect(kind('intake')).toMatchObject([{ by: { name: 'Lan' }, facts: came }]);
    const made = { tools: expect.stringMatching(/^sharp \d.*libvips \d/), from: hashOf(bytes) };
    expect(kind('derivation')).toMatchObject([{ facts: { made: ['thumbhash', 'likeness', 'focus'], ...made } }]);
    expect(kind('act')).toMatchObject([{ action: 'release', by: { name: 'Hoa' } }]);
    expect(kind('marking')).toMatchObject([{ facts: { from: 'internal', to: 'public' }, by: { name: 'Hoa' } }]);
  });

  it('which names those who are shown to nobody who may not read their names', async () => {
    const persons = [{ name: { vi: 'Nguyễn Thị Bình' }, told: true, minor: false }];
    const saved = await change(curator, `/api/images/${id}?locale=vi`, { persons });
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    const [ofCurator, ofEditor] = [await historyOf(id, curator), await historyOf(id, editor)];
    expect(ofCurator[0]).toMatchObject({ kind: 'save', changes: [{ field: 'persons', after: persons }] });
    expect(ofEditor[0]).toMatchObject({ kind: 'save', changes: [] });
    expect(JSON.stringify(ofEditor)).not.toContain('Bình');
  });

  it('R24: which curators take along, as JSON and as a table in which nothing counts as a formula', async () => {
    // What leaves is told in the history of later
    const until = await historyOf(id, curator);
    const json = await curator.get(`/api/images/${id}/history/json`);
    expect(json.body).toMatchObject({ format: 'benthanh-picture-history', id, before: null });
    expect(json.body.entries).toEqual(until);
    expect((await historyOf(id, curator))[0]).toMatchObject({ kind: 'act', action: 'export' });
    const csv = await curator.get(`/api/images/${id}/history/csv`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.body).toContain(",credit,'=Lan,Lan,");
    for (const form of ['json', 'csv'])
      expect((await editor.get(`/api/images/${id}/history/${form}`)).status).toBe(403);
    expect((await curator.get(`/api/images/${id}/history?page=0`)).status).toBe(400);
    expect((await curator.get(`/api/images/${id}/history?page=9`)).body).toMatchObject({ entries: [], pages: 1 });
  });

  it('of which nobody sees the values of a time above their clearance, nor that there is a hidden picture', async () => {
    const { payload } = studio;
    const low = await studio.person('editor', { clearance: 'public' });
    const was = await bring({ title: 'Kín lúc đầu', alt: 'Bến', credit: 'Lan', rights }, await pictureBytes());
    expect(await low.get(`/api/images/${was}/history`)).toMatchObject({ status: 404 });
    const missing = await low.get(`/api/images/${nowhere}/history`);
    expect((await low.get(`/api/images/${was}/history`)).body).toEqual(missing.body);
    expect((await publisher.post('/api/images/release', { ids: [was] })).status).toBe(200);
    const saved = await change(curator, `/api/images/${was}?locale=vi`, { credit: 'Tư liệu' });
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    const again = await change(curator, `/api/images/${was}?locale=vi`, { credit: 'Tư liệu thành phố' });
    expect(again.status).toBe(200);
    const seen = (await historyOf(was, low)).filter(({ kind }) => kind === 'save');
    expect(seen.map(({ changes }) => changes)).toMatchObject([[{ after: 'Tư liệu thành phố' }], null, null]);
    expect(JSON.stringify(await historyOf(was, low))).not.toContain('Kín lúc đầu');
    expect(JSON.stringify(await historyOf(was, editor))).toContain('Kín lúc đầu');
    expect((await payload.count({ collection: 'picture-history' })).totalDocs).toBeGreaterThan(0);
  });

  it('that tells curators when the same file was deleted before', async () => {
    const content = await pictureBytes();
    const first = await bring({ title: 'Một' }, content);
    await curator.post(`/api/images/${first}/deletion/ask`, { reason: 'Nhầm' });
    const { request } = (await other.get(`/api/images/${first}/deletion`)).body;
    const { db } = studio.payload;
    await db.updateOne({ collection: 'picture-deletions', id: request.id, data: { dueAt: new Date(0).toISOString() } });
    const confirmed = await other.post(`/api/images/${first}/deletion/confirm`, { request: request.id });
    expect(confirmed.status, JSON.stringify(confirmed.body)).toBe(200);
    const lines = { collection: 'picture-history', where: { picture: { equals: first } } } as const;
    expect((await studio.payload.count(lines)).totalDocs).toBe(0);
    const second = await bring({ title: 'Hai' }, content);
    const kinds = async (who: Person) => (await historyOf(second, who)).map(({ kind }) => kind);
    expect(await kinds(curator)).toContain('same-bytes');
    expect(await kinds(editor)).not.toContain('same-bytes');
  });
});
