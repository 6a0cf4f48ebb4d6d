import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { change, enter, form } from './support/entries.ts';

describe.each(databases)('official names are kept on %s', (database) => {
  let studio: Studio;
  let keeper: Person;
  let reader: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    keeper = await studio.person('terminologist');
    reader = await studio.person('editor');
  });
  afterAll(() => studio?.close());

  const refusal = async (forms: readonly object[]) => {
    const { status, body } = await keeper.post('/api/concepts', { kind: 'place', forms });
    return { status, code: body.code, values: body.values };
  };

  it('keeps an entry with everything that was said of it, for everybody to read', async () => {
    const said = [
      form('vi', 'Hội trường Thống Nhất', 'approved', { source: '1/QĐ', validFrom: '1976-01-01', stops: true }),
      form('zh', '统一宫', 'approved', { traditional: '統一宮' }),
      form('en', 'Presidential Palace', 'obsolete', { reason: 'Old.', note: 'In quotations only.' }),
    ];
    const id = await enter(keeper, said);
    const { body } = await reader.get(`/api/concepts/${id}`);
    expect(body).toMatchObject({ name: 'Hội trường Thống Nhất · 统一宫', kind: 'place', revision: 1, forms: said });
    const found = await reader.get(`/api/concepts?where[forms.term][like]=${encodeURIComponent('统一')}`);
    expect(found.body.docs.map((doc: { id: string }) => doc.id)).toEqual([id]);
  });

  it('keeps what was said before, and who changed it', async () => {
    const id = await enter(keeper, [form('vi', 'Đường Cũ')], 'street');
    const changed = await change(keeper, id, [form('vi', 'Đường Cũ', 'obsolete'), form('vi', 'Đường Mới')]);
    expect(changed.status, JSON.stringify(changed.body)).toBe(200);
    expect(changed.body.doc.name).toBe('Đường Mới');
    const versions = await reader.get(`/api/concepts/versions?where[parent][equals]=${id}&sort=createdAt`);
    expect(versions.body.docs.map((one: { version: { name: string } }) => one.version.name)).toEqual([
      'Đường Cũ',
      'Đường Mới',
    ]);
    const where = { and: [{ collection: { equals: 'concepts' } }, { documentId: { equals: id } }] };
    const { docs } = await studio.payload.find({ collection: 'audit', where: where as never, sort: 'at' });
    expect(docs.map(({ action, actor }) => [action, actor])).toEqual([
      ['create', keeper.id],
      ['update', keeper.id],
    ]);
  });

  it('brings an older version back by the rules of every save', async () => {
    const id = await enter(keeper, [form('vi', 'Hồ Một', 'approved', { note: 'Xưa.' })]);
    await change(keeper, id, [form('vi', 'Hồ Hai')]);
    const { body } = await keeper.get(`/api/concepts/versions?where[parent][equals]=${id}&sort=createdAt`);
    const oldest = body.docs[0].id;
    const taken = await enter(keeper, [form('vi', 'Hồ Một', 'forbidden')]);
    expect((await keeper.post(`/api/concepts/versions/${oldest}`)).body.code).toBe('name-contradicted');
    expect((await keeper.delete(`/api/concepts/${taken}`)).status).toBe(200);
    expect((await reader.post(`/api/concepts/versions/${oldest}`)).status).toBe(403);
    expect((await keeper.post(`/api/concepts/versions/${oldest}`)).status).toBe(200);
    const back = await reader.get(`/api/concepts/${id}`);
    expect(back.body).toMatchObject({ name: 'Hồ Một', revision: 3, forms: [{ term: 'Hồ Một', note: 'Xưa.' }] });
  });

  it('lets nobody overwrite what somebody else has saved', async () => {
    const id = await enter(keeper, [form('vi', 'Cầu Một')]);
    expect((await change(keeper, id, [form('vi', 'Cầu Hai')])).status).toBe(200);
    const late = await keeper.patch(`/api/concepts/${id}`, { forms: [form('vi', 'Cầu Ba')], revision: 1 });
    expect([late.status, late.body.code]).toEqual([409, 'revision-conflict']);
    const blind = await keeper.patch(`/api/concepts/${id}`, { forms: [form('vi', 'Cầu Ba')] });
    expect(blind.body.code).toBe('revision-required');
    expect((await reader.get(`/api/concepts/${id}`)).body.name).toBe('Cầu Hai');
  });

  it('has one approved name in a language at a time', async () => {
    expect(await refusal([form('vi', 'Tên A'), form('vi', 'Tên B')])).toEqual({
      status: 422,
      code: 'name-approved-twice',
      values: { term: 'Tên A', other: 'Tên B', language: 'Tiếng Việt', concept: 'Tên A · Tên B' },
    });
    const after = [
      form('vi', 'Tên A', 'approved', { validUntil: '2025-06-30' }),
      form('vi', 'Tên B', 'approved', { validFrom: '2025-07-01' }),
    ];
    expect((await refusal(after)).status).toBe(201);
    const wrong = [form('vi', 'Tên C', 'approved', { validFrom: '2025-07-02', validUntil: '2025-07-01' })];
    expect((await refusal(wrong)).code).toBe('name-dates');
  });

  it('forbids nothing that another entry uses, however it is typed', async () => {
    const id = await enter(keeper, [form('vi', 'Uỷ ban Hoà giải')], 'office');
    const refused = await refusal([form('vi', 'Ủy ban Hòa giải', 'forbidden')]);
    expect(refused).toMatchObject({ status: 409, code: 'name-contradicted' });
    expect(refused.values.concept).toBe('Uỷ ban Hoà giải');
    expect((await keeper.delete(`/api/concepts/${id}`)).status).toBe(200);
    expect((await refusal([form('vi', 'Ủy ban Hòa giải', 'forbidden')])).status).toBe(201);
  });

  it.each([
    ['term', [form('vi', ' – ')]],
    ['traditional', [form('vi', 'Chợ', 'approved', { traditional: '市場' })]],
    ['validFrom', [form('vi', 'Chợ', 'approved', { validFrom: '2025-02-30' })]],
    ['forms', []],
  ])('refuses a wrong %s and says so', async (field, forms) => {
    const { status, body } = await keeper.post('/api/concepts', { kind: 'place', forms });
    expect(status, JSON.stringify(body)).toBe(400);
    expect(JSON.stringify(body)).toContain(field);
  });

  it('takes entries from those who keep them, and from nobody else', async () => {
    const id = await enter(keeper, [form('vi', 'Phố Đi bộ')]);
    for (const role of ['administrator', 'editor', 'translator', 'publisher', 'curator', 'security-officer'] as const) {
      const other = await studio.person(role);
      expect((await other.post('/api/concepts', { kind: 'place', forms: [form('vi', 'Khác')] })).status).toBe(403);
      expect((await other.patch(`/api/concepts/${id}`, { kind: 'street', revision: 1 })).status).toBe(403);
      expect((await other.delete(`/api/concepts/${id}`)).status).toBe(403);
    }
    expect((await studio.anonymous.get(`/api/concepts/${id}`)).status).toBe(401);
  });
});
