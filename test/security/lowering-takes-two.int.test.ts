import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf } from '../support/lexical.ts';
import { databases } from '../support/studio.ts';
import { sameDocument } from './support/forgeries.ts';
import { type Office, openOffice, requestsIn } from './support/lowering.ts';

const nowhere = '3f0e0000-0000-4000-8000-000000000000';

describe.each(databases)('marking something lower takes two people, on %s', (database) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(database);
  });
  afterAll(() => office?.studio.close());

  it('one proposes, another one sees what opens and agrees; it is readable then, and not public', async () => {
    const { people, ask, agree, opens, raise, sealOf, standing, edit, linesOf } = office;
    const cover = await office.photograph('Bến cảng');
    const one = await office.write('Cảng mật', { cover: cover.id });
    await edit(one, 'Secret harbour', 'en');
    await edit(one, 'Cảng giữa');
    await edit(one, 'Cảng');
    await raise(one);
    const seen = await opens(one, people.publisher);
    expect(await linesOf(one)).toContainEqual(['read', people.publisher.id]);
    const text = JSON.stringify(seen.documents);
    for (const words of ['Cảng', 'Secret harbour', cover.id, 'Công văn 12/2026']) expect(text).toContain(words);
    // What was rewritten still stands in an earlier version, which opens with the rest
    expect(seen.documents[0].before).toContainEqual({ field: 'title', locale: 'vi', lines: ['Cảng giữa'] });
    expect(await standing(one)).toMatchObject({
      request: null,
      levels: ['restricted', 'internal'],
      may: { ask: true },
    });
    expect((await ask(one)).status).toBe(200);
    expect((await ask(one)).body.code).toBe('lowering-asked-already');
    expect(await sealOf(one)).toBe('restricted|');
    expect(await standing(one)).toMatchObject({ may: { ask: false, takeBack: true, agree: false } });
    expect(await standing(one, people.publisher)).toMatchObject({ request: { askedName: 'Lan', level: 'internal' } });
    const { sections } = (await people.publisher.get('/api/desk')).body;
    expect(sections.find(({ key }: { key: string }) => key === 'lowerings')).toMatchObject({
      items: [{ id: one.id, note: 'Quyết định 5/2026' }],
    });
    expect((await people.uncleared.get(`/api/articles/${one.id}?draft=true`)).status).toBe(404);
    const agreed = await agree(one, people.publisher);
    expect(agreed.status, JSON.stringify(agreed.body)).toBe(200);
    expect([await sealOf(one), (await office.requests(one)).map(({ state }) => state)]).toEqual([
      'internal|',
      ['done'],
    ]);
    expect((await people.uncleared.get(`/api/articles/${one.id}?draft=true`)).status).toBe(200);
    expect((await linesOf(one)).filter(([action]) => /raise|lower/.test(action))).toEqual([
      ['raise', people.officer.id],
      ['ask-lowering', people.officer.id],
      ['lower', people.publisher.id],
    ]);
    const [request] = await office.requests(one);
    expect(await requestsIn(office, one.id)).toEqual(
      ['ask-lowering', 'lower'].map((action) => [action, `lowering=${request?.id}`]),
    );
    expect((await agree(one, people.second)).body.code).toBe('lowering-not-asked');
    const out = await people.uncleared.post(`/api/articles/${one.id}/publish`, { locale: 'vi' });
    expect([out.status, await sealOf(one)], JSON.stringify(out.body)).toEqual([200, 'public|']);
  });

  it('R31: what stands there as an id has a name beside it, unless the person may not know of it', async () => {
    const { opens, raise, edit, studio } = office;
    const data = { name: 'Bến cảng' } as never;
    const topic = await studio.payload.create({ collection: 'topics', locale: 'vi', data });
    const [cover, hidden] = [await office.photograph('Cầu tàu'), await office.write('Đường tàu ngầm')];
    const fields = { linkType: 'internal', newTab: false, url: '', doc: { relationTo: 'articles', value: hidden.id } };
    const node = { type: 'link', version: 3, format: '', indent: 0, direction: 'ltr', children: [], fields };
    const body = bodyOf(['Xem đây']);
    const paragraph = body.root.children[0] as { children: object[] };
    paragraph.children.push(node);
    const one = await office.write('Có tên', { cover: cover.id, topics: [topic.id], body });
    // An earlier version alone leads to what is closed now
    await edit(one, 'Có tên mới');
    await raise(hidden, { compartments: ['metro'] });
    await raise(one);
    const cleared = await studio.person('publisher', { clearance: 'restricted', name: 'Sơn' });
    const names = { [cover.id]: 'Cầu tàu', [String(topic.id)]: 'Bến cảng' };
    const seen = await opens(one, cleared);
    expect(seen.names).toEqual({ ...names, [hidden.id]: null });
    expect(JSON.stringify(seen)).toContain(`⟨${hidden.id}⟩`);
    expect(JSON.stringify(seen)).not.toContain('tàu ngầm');
    expect((await opens(one)).names).toEqual({ ...names, [hidden.id]: 'Đường tàu ngầm' });
  });

  it('not whoever asked, nobody without the part in it, and nobody who is not cleared', async () => {
    const { people, ask, agree, answer, raise, sealOf } = office;
    const one = await office.write('Một mình');
    await raise(one);
    expect((await ask(one, {}, people.editor)).status).toBe(403);
    expect((await ask(one, {}, people.publisher)).status).toBe(403);
    await ask(one);
    const own = await agree(one, people.officer);
    expect(own).toMatchObject({ status: 403, body: { code: 'lowering-own-request' } });
    expect((await answer(one, 'refuse', people.officer)).body.code).toBe('lowering-own-request');
    expect((await agree(one, people.editor)).status).toBe(403);
    const hidden = await agree(one, people.uncleared);
    const missing = await agree({ ...one, marking: nowhere }, people.uncleared);
    expect([hidden.status, hidden.body]).toEqual([404, missing.body]);
    const paths = ['lowering', 'lowering/opens'];
    for (const path of paths) {
      const [none, some] = [nowhere, one.marking].map((id) => people.uncleared.get(`/api/markings/${id}/${path}`));
      expect([(await some)?.status, (await some)?.body]).toEqual([404, (await none)?.body]);
    }
    expect(await sealOf(one)).toBe('restricted|');
  });

  it('what changed since it was looked at is looked at anew, by both', async () => {
    const { people, ask, agree, answer, opens, raise, sealOf, edit } = office;
    const one = await office.write('Trước');
    await raise(one);
    const { fingerprint } = await opens(one);
    await edit(one, 'Après', 'fr');
    expect((await ask(one, { fingerprint })).body.code).toBe('lowering-changed');
    await ask(one);
    await edit(one, 'Sau');
    for (const more of [{}, { fingerprint }]) {
      const refused = await agree(one, people.second, more);
      expect(refused).toMatchObject({ status: 409, body: { code: 'lowering-changed' } });
    }
    expect(await sealOf(one)).toBe('restricted|');
    expect((await answer(one, 'take-back', people.second)).status).toBe(200);
    expect((await ask(one)).status).toBe(200);
    const said = { locale: 'vi', text: 'Đoạn này còn mật', mentions: [] };
    const before = (await opens(one)).fingerprint;
    const data = { ...said, id: nowhere, thread: nowhere, collection: 'articles', documentId: one.id };
    const row = { ...data, by: people.editor.id, at: new Date().toISOString() };
    await office.studio.payload.db.create({ collection: 'comments', customID: nowhere, data: row });
    expect(JSON.stringify((await opens(one)).documents)).toContain('Đoạn này còn mật');
    expect((await agree(one, people.second, { fingerprint: before })).body.code).toBe('lowering-changed');
    expect(await sealOf(one)).toBe('restricted|');
  });

  it('what it shows and another record of the same picture do not stay higher', async () => {
    const { people, ask, agree, raise, sealOf, studio } = office;
    const cover = await office.photograph('Kho');
    const one = await office.write('Có kho', { cover: cover.id });
    await raise(cover);
    expect(await sealOf(one)).toBe('restricted|');
    expect((await ask(one)).body.code).toBe('lowering-content-higher');
    const twin = await office.photograph('Kho, bản hai');
    await sameDocument(studio, cover, twin);
    expect((await ask(cover, { level: 'internal' })).status).toBe(200);
    await raise(twin, { compartments: ['metro'] });
    // Marked higher meanwhile together with it: the request is about what was
    expect((await agree(cover, people.second)).body.code).toMatch(/lowering-(changed|content-higher)/);
    expect([await sealOf(cover), await sealOf(twin)]).toEqual(['restricted|metro', 'restricted|metro']);
    await office.answer(cover, 'take-back', people.officer);
    expect((await ask(cover)).status).toBe(200);
    const agreed = await agree(cover, people.second);
    expect(agreed.status, JSON.stringify(agreed.body)).toBe(200);
    expect([await sealOf(cover), await sealOf(twin)]).toEqual(['internal|', 'internal|']);
    expect(await sealOf(one)).toBe('restricted|metro');
  });

  it('a request that waits too long counts for nothing, and opens nothing', async () => {
    const { people, ask, agree, raise, sealOf, standing } = office;
    const one = await office.write('Hết hạn');
    await raise(one);
    await ask(one);
    const { request } = await standing(one);
    const days = (Date.parse(request.lapsesAt) - Date.parse(request.askedAt)) / 86_400_000;
    expect(days).toBe(14);
    await office.lapse(one);
    expect((await agree(one, people.second, { request: request.id })).body.code).toBe('lowering-not-asked');
    expect([await sealOf(one), (await standing(one)).request]).toEqual(['restricted|', null]);
    expect((await ask(one)).status).toBe(200);
  });

  it('clearance counts at the moment: of whoever agrees and of whoever asked', async () => {
    const { people, ask, agree, raise, sealOf, clear } = office;
    const one = await office.write('Thẩm quyền');
    await raise(one);
    await ask(one);
    const seen = {
      fingerprint: (await office.opens(one)).fingerprint,
      request: (await office.standing(one)).request.id,
    };
    await clear(people.second, 'internal');
    expect((await agree(one, people.second, seen)).status).toBe(404);
    await clear(people.second, 'restricted');
    await clear(people.officer, 'internal');
    expect((await agree(one, people.second, seen)).body.code).toBe('lowering-asker-gone');
    await clear(people.officer, 'restricted');
    expect(await sealOf(one)).toBe('restricted|');
    expect((await agree(one, people.second, seen)).status).toBe(200);
  });

  it('a refusal is kept, with its reason, and what is no lowering is refused as one', async () => {
    const { people, ask, agree, answer, raise } = office;
    const one = await office.write('Từ chối');
    expect((await ask(one)).body.code).toBe('lowering-not-lower');
    await raise(one, { compartments: ['harbour'] });
    for (const to of [{ level: 'restricted', compartments: ['harbour'] }, { compartments: ['harbour', 'metro'] }])
      expect((await ask(one, to)).body.code).toBe('lowering-not-lower');
    expect((await ask(one, { level: 'public' })).body.code).toBe('field-invalid');
    expect((await ask(one, { reason: ' ' })).body.code).toBe('field-invalid');
    expect((await ask(one, { level: 'restricted' })).status).toBe(200);
    expect((await answer(one, 'refuse', people.second)).status).toBe(200);
    expect(await office.requests(one)).toMatchObject([
      { state: 'refused', decidedBy: people.second.id, decidedName: 'Minh', decidedWhy: 'Chưa được' },
    ]);
    expect((await agree(one, people.publisher)).body.code).toBe('lowering-not-asked');
    expect(await office.sealOf(one)).toBe('restricted|harbour');
  });
});
