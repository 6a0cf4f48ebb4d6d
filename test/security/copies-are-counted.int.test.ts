import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databasesInTurn } from '../support/studio.ts';
import type { Caller } from '../support/studio-caller.ts';
import { openCopying } from './support/copies.ts';
import { type Marked, type Office, openOffice } from './support/lowering.ts';

const code = ({ body }: { body: { code?: string } }) => body.code;

describe.each(databasesInTurn)('what is marked above internal is copied by number alone, on %s', (database) => {
  let office: Office;
  let copying: ReturnType<typeof openCopying>;
  let one: Marked;
  beforeAll(async () => {
    office = await openOffice(database);
    copying = openCopying(office);
    one = await office.write('Cảng kín');
    await office.raise(one);
  });
  afterAll(() => office?.studio.close());

  const permissions = async (id: string, data: Record<string, unknown>) =>
    office.studio.payload.db.updateOne({ collection: 'copy-permissions', where: { id: { equals: id } }, data });

  it('asked for by one, permitted by another, and then printed with level, term and number on each sheet', async () => {
    const { people } = office;
    const { ask, grant, make, panel, register, copiesIn } = copying;
    expect(code(await ask(one, people.uncleared))).toBe('not-found');
    const asked = await ask(one);
    expect(asked.status, JSON.stringify(asked.body)).toBe(200);
    const { permission } = asked.body;
    expect(code(await ask(one))).toBe('copy-asked-already');
    expect(code(await make(one, permission))).toBe('copy-not-granted');
    expect(code(await grant(one, permission, people.publisher))).toBe('forbidden');
    expect(code(await grant(one, permission, people.uncleared))).toBe('forbidden');
    expect((await panel(one, people.officer)).permissions).toMatchObject([
      { id: permission, state: 'asked', askedName: 'Tâm', may: { grant: true, make: false } },
    ]);
    expect((await grant(one, permission)).status).toBe(200);
    expect(code(await make(one, permission, people.officer))).toBe('copy-not-granted');
    const made = await make(one, permission);
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    const { html, number } = made.body;
    const stamped = ['Hạn chế', 'Restricted', 'Bản số: 1/2', 'Copy 1 of 2', `Số sổ theo dõi: ${number}`, 'Cảng kín'];
    for (const words of stamped) expect(html).toContain(words);
    for (const words of ['Tâm', 'Phòng Tổng hợp', 'Bảo vệ chưa xác định ngày hết hạn']) expect(html).toContain(words);
    expect(html).toMatch(/<thead>.*<tfoot>/s);
    expect((await register()).copies).toMatchObject([
      {
        ...{ number, nth: 1, total: 2, level: 'restricted', state: 'out', title: 'Cảng kín', holderName: 'Tâm' },
        ...{ recipient: 'Phòng Tổng hợp', purpose: 'Họp giao ban', made: { name: 'Tâm' }, changed: false },
      },
    ]);
    expect((await make(one, permission)).body).toMatchObject({ nth: 2 });
    expect(code(await make(one, permission))).toBe('copy-not-granted');
    expect(await copiesIn(one)).toEqual(['ask-copy', 'grant-copy', 'copy', 'copy']);
  });

  it('R52: never permitted by whoever asked, also not past the rules: an own answer counts for nothing', async () => {
    const { people } = office;
    const { ask, grant, make } = copying;
    const own = (await ask(one, people.officer)).body.permission;
    expect(code(await grant(one, own, people.officer))).toBe('copy-own-request');
    await permissions(own, { state: 'granted', decidedBy: people.officer.id });
    expect(code(await make(one, own, people.officer))).toBe('copy-not-granted');
    await permissions(own, { decidedBy: people.second.id });
    expect((await make(one, own, people.officer)).status).toBe(200);
  });

  it('lapses, is refused and taken back, and falls with the marking that it was for', async () => {
    const { people, raise } = office;
    const { post, ask, grant, make, permitted } = copying;
    const other = await office.write('Cầu cảng');
    expect(code(await ask(other))).toBe('copy-not-needed');
    await raise(other);
    const lapsed = (await ask(other)).body.permission;
    await permissions(lapsed, { lapsesAt: new Date(0).toISOString() });
    expect(code(await grant(other, lapsed))).toBe('copy-not-asked');
    const unused = await permitted(other);
    await permissions(unused, { lapsesAt: new Date(0).toISOString() });
    expect(code(await make(other, unused))).toBe('copy-not-granted');
    const refused = (await ask(other)).body.permission;
    expect(code(await post(other, 'refuse-copy', people.second, { permission: refused }))).toBe('field-invalid');
    const no = { permission: refused, reason: 'Chưa cần' };
    expect((await post(other, 'refuse-copy', people.second, no)).status).toBe(200);
    expect(code(await grant(other, refused))).toBe('copy-not-asked');
    const taken = await permitted(other);
    expect(code(await post(other, 'withdraw-copy', people.publisher, { permission: taken }))).toBe('copy-not-asked');
    expect((await post(other, 'withdraw-copy', people.editor, { permission: taken })).status).toBe(200);
    expect(code(await make(other, taken))).toBe('copy-not-granted');
    const higher = await permitted(other);
    const waiting = (await ask(other, people.publisher)).body.permission;
    expect((await raise(other, { compartments: ['harbour'] })).status).toBe(200);
    expect(code(await make(other, higher))).toBe('copy-changed');
    expect(code(await grant(other, waiting))).toBe('copy-changed');
    for (const more of [{ copies: 0 }, { copies: 51 }, { locale: 'de' }, { purpose: ' ' }, { recipient: '' }])
      expect(code(await ask(one, people.editor, more)), JSON.stringify(more)).toBe('field-invalid');
    const empty = await permitted(one, people.curator, { locale: 'fr' });
    expect(code(await make(one, empty, people.curator))).toBe('copy-language-empty');
  });

  it('R52: numbers never repeat, however many are made at once, and no permission gives more than it allows', async () => {
    const { people, raise } = office;
    const { make, permitted, register } = copying;
    const others = [await office.write('Bến một'), await office.write('Bến hai')];
    for (const other of others) await raise(other);
    const given: [Marked, string][] = [];
    for (const other of others) given.push([other, await permitted(other, people.editor, { copies: 3 })]);
    const calls = given.flatMap(([other, permission]) => Array.from({ length: 4 }, () => make(other, permission)));
    const made = await Promise.all(calls);
    expect(made.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 200, 200, 403, 403]);
    const numbers = (await register()).copies.map(({ number }: { number: number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const [other] of given) {
      const { copies } = await register(people.officer, `?collection=articles&document=${other.id}`);
      expect(copies.map(({ nth }: { nth: number }) => nth).toSorted()).toEqual([1, 2, 3]);
    }
  });

  it('a copy is kept track of until two people say that it is destroyed', async () => {
    const { people } = office;
    const { act, make, permitted, register, copiesIn } = copying;
    const mine = await office.write('Bãi container');
    await office.raise(mine);
    const permission = await permitted(mine);
    const { number } = (await make(mine, permission)).body;
    const state = async () => (await register(people.officer, `?number=${number}`)).copies[0];
    expect(code(await act(number, 'move-copy', people.publisher, { place: 'Tủ 3' }))).toBe('not-found');
    expect((await act(number, 'move-copy', people.editor, { place: 'Tủ 3' })).status).toBe(200);
    const unfit = { place: 'Tủ 4', holder: people.uncleared.id };
    expect(code(await act(number, 'move-copy', people.editor, unfit))).toBe('field-invalid');
    const offered = async (who: Caller) => (await who.get(`/api/copy-register/${number}/holders`)).body;
    const { holders } = await offered(people.editor);
    const names = holders.map(({ name }: { name: string }) => name);
    expect([names.includes('Hoa'), names.includes('Tâm'), names.includes('Vy')]).toEqual([true, false, false]);
    const handed = { place: 'Tủ 4', holder: people.publisher.id };
    expect((await act(number, 'move-copy', people.editor, handed)).status).toBe(200);
    expect([code({ body: await offered(people.editor) }), code({ body: await offered(people.curator) })]).toEqual([
      ...['forbidden', 'not-found'],
    ]);
    expect(await state()).toMatchObject({ state: 'out', holderName: 'Hoa', place: 'Tủ 4' });
    expect(code(await act(number, 'return-copy', people.publisher, { place: 'Kho' }))).toBe('forbidden');
    expect(code(await act(number, 'destroy-copy', people.editor, { how: 'Đốt' }))).toBe('forbidden');
    expect((await act(number, 'return-copy', people.officer, { place: 'Kho' })).status).toBe(200);
    expect((await act(number, 'destroy-copy', people.officer, { how: 'Nghiền, trước ông Ba' })).status).toBe(200);
    expect(code(await act(number, 'confirm-copy', people.officer))).toBe('copy-own-report');
    expect((await act(number, 'keep-copy', people.second)).status).toBe(200);
    expect(await state()).toMatchObject({ state: 'returned', destroyed: null, place: 'Kho' });
    await act(number, 'destroy-copy', people.officer, { how: 'Nghiền' });
    expect((await act(number, 'confirm-copy', people.second)).status).toBe(200);
    expect(await state()).toMatchObject({
      state: 'destroyed',
      confirmed: { name: 'Minh' },
      destroyed: { name: 'Lan' },
    });
    expect(code(await act(number, 'move-copy', people.officer, { place: 'Tủ' }))).toBe('copy-moved-on');
    expect((await copiesIn(mine)).slice(3)).toEqual([
      ...['move-copy', 'move-copy', 'return-copy', 'destroy-copy', 'keep-copy', 'destroy-copy', 'confirm-copy'],
    ]);
    const [under, one] = [`permission=${permission}`, `copy=${number}`];
    expect(await copying.namedIn(mine)).toEqual([
      ...[under, under, under, one, `${one} holder=${people.publisher.id}`, one, one, one, one, one],
    ]);
  });

  it('R46: a raised marking shows which copies say something else; nobody hears of what they are not cleared for', async () => {
    const { people } = office;
    const { make, permitted, register, panel } = copying;
    const raised = await office.write('Kho xăng');
    await office.raise(raised);
    const { number } = (await make(raised, await permitted(raised))).body;
    const held = async () => (await people.second.get(`/api/users/${people.editor.id}/grants`)).body.copies;
    const before = await held();
    expect(before).toBeGreaterThan(0);
    await office.raise(raised, { compartments: ['metro'] });
    expect((await panel(raised, people.officer)).copies).toMatchObject([
      { number, changed: true, level: 'restricted' },
    ]);
    expect((await register(people.editor)).copies.map((line: { number: number }) => line.number)).toContain(number);
    const theirs = (await register(people.publisher, '?state=there')).copies as { id: string }[];
    expect(theirs.filter(({ id }) => id === raised.id)).toEqual([]);
    expect((await register(people.uncleared)).copies).toEqual([]);
    const deskOf = async (who: Caller) => {
      const { sections } = (await who.get('/api/desk')).body;
      return sections.find(({ key }: { key: string }) => key === 'copies')?.items ?? [];
    };
    expect(await deskOf(people.second)).toContainEqual(
      expect.objectContaining({ id: raised.id, copy: { why: 'changed' } }),
    );
    const officer = await office.studio.person('security-officer', { clearance: 'restricted' });
    expect((await officer.get(`/api/users/${people.editor.id}/grants`)).body.copies).toBe(before - 1);
    const seen = (await register(officer)).copies.map((line: { number: number }) => line.number);
    expect([seen.includes(number), seen.length > 0]).toEqual([false, true]);
    expect(code(await copying.act(number, 'return-copy', officer, { place: 'x' }))).toBe('not-found');
    expect((await office.studio.anonymous.get('/api/copy-register')).status).toBe(401);
    expect((await people.officer.get('/api/copy-register?state=gone')).body.code).toBe('parameter-invalid');
  });

  it('as a table for table programs, without a title and without a formula', async () => {
    const { people } = office;
    const { make, permitted } = copying;
    await make(one, await permitted(one, people.publisher, { recipient: '=Phòng 1' }), people.publisher);
    const { body, headers } = await people.officer.get('/api/copy-register/csv');
    expect(headers.get('content-type')).toContain('text/csv');
    expect(body).toContain("'=Phòng 1");
    expect(body).toContain(one.id);
    expect(body).not.toContain('Cảng kín');
  });

  it('R33: a picture goes out as its master beside its sheet, under numbers for names', async () => {
    const { people } = office;
    const { make, permitted } = copying;
    const picture = await office.photograph('Bến bí mật');
    const plain = await people.curator.get(`/api/images/${picture.id}/file`);
    expect(plain.status).toBe(200);
    await office.raise(picture);
    expect(code(await people.curator.get(`/api/images/${picture.id}/file`))).toBe('copy-needs-permission');
    expect((await people.curator.get(`/api/images/${picture.id}/file?width=320`)).status).toBe(200);
    expect(code(await people.uncleared.get(`/api/images/${picture.id}/file`))).toBe('not-found');
    const permission = await permitted(picture, people.curator, { copies: 3 });
    const sheet = (await make(picture, permission, people.curator)).body;
    expect(sheet.html).toContain(`/api/images/${picture.id}/file?width=1600`);
    const file = await make(picture, permission, people.curator, 'file');
    const [, name = '', number = ''] = /"(copy-(\d+))\.zip"/.exec(file.headers.get('content-disposition') ?? '') ?? [];
    expect(Number(number)).toBeGreaterThan(sheet.number);
    for (const inside of [`${name}.html`, `${name}.jpg`]) expect(String(file.body)).toContain(inside);
    const text = await permitted(one, people.curator);
    expect(code(await make(one, text, people.curator, 'file'))).toBe('field-invalid');
  });

  it('R43: wants a proof of a moment ago before anything is permitted or leaves; without one nothing has happened', async () => {
    const { people } = office;
    const { ask, grant, make, register, later, prove, exported, copiesIn } = copying;
    const other = await office.write('Kè chắn sóng');
    await office.raise(other);
    const { permission } = (await ask(other)).body;
    for (const who of [people.second, people.editor, people.officer]) await later(who);
    expect(code(await grant(other, permission))).toBe('step-up-required');
    await prove(people.second);
    expect((await grant(other, permission)).status).toBe(200);
    expect(code(await make(other, permission))).toBe('step-up-required');
    expect((await register(people.officer, `?document=${other.id}`)).copies).toEqual([]);
    await prove(people.editor);
    expect((await make(other, permission)).body).toMatchObject({ nth: 1, total: 2 });
    const before = await exported();
    const refused = await people.officer.get('/api/copy-register/csv');
    expect([code(refused), await exported()]).toEqual(['step-up-required', before]);
    await prove(people.officer);
    expect((await people.officer.get('/api/copy-register/csv')).status).toBe(200);
    expect(await exported()).toEqual([...before, people.officer.id]);
    expect(await copiesIn(other)).toEqual(['ask-copy', 'grant-copy', 'copy']);
  });

  it('R43: where the audit log cannot take the line, nothing is numbered and nothing leaves', async () => {
    const { people, studio } = office;
    const { make, permitted, register } = copying;
    const other = await office.write('Đèn biển');
    await office.raise(other);
    const permission = await permitted(other);
    const { db } = studio.payload;
    const { create } = db;
    const isLast = (data: object) => 'action' in data && ['copy', 'export'].includes(String(data.action));
    db.create = (args) =>
      args.collection === 'audit' && isLast(args.data) ? Promise.reject(new Error('disk full')) : create.call(db, args);
    const answers = [await make(other, permission), await people.officer.get('/api/copy-register/csv')];
    db.create = create;
    expect(answers.map(({ status }) => status)).toEqual([500, 500]);
    expect(JSON.stringify(answers.map(({ body }) => body))).not.toContain('Đèn biển');
    expect((await register(people.officer, `?document=${other.id}`)).copies).toEqual([]);
    expect((await make(other, permission)).body).toMatchObject({ nth: 1 });
  });

  it('nothing of it leaves by another door', async () => {
    const { people } = office;
    const picture = await office.photograph('Ảnh cũ');
    await office.raise(picture);
    await office.edit(one, 'Sealed harbour', 'en');
    const doors = [
      `/api/translation/articles/${one.id}/en/custody`,
      `/api/translation/articles/${one.id}/en/custody/csv`,
      `/api/translation/articles/${one.id}/en/pack`,
    ];
    expect((await people.editor.get(`/api/translation/articles/${one.id}/en`)).body.isCounted).toBe(true);
    for (const path of doors) expect(code(await people.editor.get(path)), path).toBe('copy-needs-permission');
    for (const path of ['history/json', 'history/csv'])
      expect(code(await people.curator.get(`/api/images/${picture.id}/${path}`)), path).toBe('copy-needs-permission');
    expect((await people.curator.get(`/api/images/${picture.id}/history`)).body.isCounted).toBe(true);
    const month = new Date(Date.now() + 7 * 60 * 60 * 1000).toISOString().slice(0, 7);
    const changed = await people.officer.get(`/api/answers/changed/${month}`);
    expect(JSON.stringify(changed.body)).toContain('Ảnh cũ');
    const csv = String((await people.officer.get(`/api/answers/csv/changed/${month}`)).body);
    expect([csv.includes(picture.id), csv.includes('Ảnh cũ'), csv.includes('Công văn 12/2026')]).toEqual([
      true,
      false,
      false,
    ]);
    const table = String((await people.editor.get('/api/translation/coverage.csv')).body);
    expect(table).not.toContain(one.id);
  });
});
