import { randomBytes } from 'node:crypto';
import { createLocalReq } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sayComing } from '#editorial/archive/history/with-history.ts';
import { notePair } from '#editorial/archive/look-alikes/pairs.ts';
import { codeFor } from '../access/support/authenticator.ts';
import { databasesInTurn } from '../support/studio.ts';
import type { Caller } from '../support/studio-caller.ts';
import type { Person } from '../support/studio-people.ts';
import { stateOf } from '../support/studio-state.ts';
import { type Office, openOffice } from './support/lowering.ts';

type Answer = Awaited<ReturnType<Caller['get']>>;
/** What its line says was done, and how it is done. */
type Deed = readonly [action: string, act: () => Promise<Answer>];

const inAMonth = () => new Date(Date.now() + 30 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

describe.each(databasesInTurn)('the line comes before the act, on %s', (database) => {
  let office: Office;
  let administrator: Person;
  beforeAll(async () => {
    office = await openOffice(database);
    administrator = await office.studio.person('administrator');
  });
  afterAll(() => office?.studio.close());

  /** The log takes no line of this action while something is done. */
  const withoutLine = async (action: string, act: Deed[1]): Promise<Answer> => {
    const { db } = office.studio.payload;
    const { create } = db;
    const isIts = (data: object) => 'action' in data && data.action === action;
    db.create = (args) =>
      args.collection === 'audit' && isIts(args.data) ? Promise.reject(new Error('disk full')) : create.call(db, args);
    try {
      return await act();
    } finally {
      db.create = create;
    }
  };
  /** Does each deed twice: where its line cannot be written nothing has happened, and it can be done as before. */
  const tryEach = async (deeds: readonly Deed[]): Promise<void> => {
    for (const [action, act] of deeds) {
      const before = await stateOf(office.studio);
      const refused = await withoutLine(action, act);
      expect([action, refused.status], JSON.stringify(refused.body)).toEqual([action, 500]);
      expect(await stateOf(office.studio), action).toEqual(before);
      const done = await act();
      expect([200, 201], `${action} ${JSON.stringify(done.body)}`).toContain(done.status);
    }
  };
  const fresh = async (who: Caller, path: string, data: object): Promise<{ id: string; revision: number }> => {
    const { status, body } = await who.post(path, data);
    expect(status, JSON.stringify(body)).toBe(201);
    return body.doc;
  };

  it('R43: of what is deleted: a text, an album, a place, a person', async () => {
    const { people, write } = office;
    const text = await write('Bến cũ');
    const album = await fresh(people.curator, '/api/albums?locale=vi&depth=0', { title: 'Sông' });
    const place = await fresh(administrator, '/api/places?locale=vi&depth=0', { name: 'Bến' });
    const gone = await office.studio.person('editor');
    await tryEach([
      ['delete', () => people.editor.delete(`/api/articles/${text.id}`)],
      ['delete', () => people.curator.delete(`/api/albums/${album.id}`)],
      ['delete', () => administrator.delete(`/api/places/${place.id}`)],
      ['delete', () => administrator.delete(`/api/users/${gone.id}`)],
    ]);
    expect(await office.linesOf(text)).toEqual([['delete', people.editor.id]]);
  });

  it('R43: of a picture that two people delete, which is written once', async () => {
    const { people, photograph, studio } = office;
    const picture = await photograph('Nhà ga cũ');
    const path = `/api/images/${picture.id}/deletion`;
    expect((await people.curator.post(`${path}/ask`, { reason: 'Trùng' })).status).toBe(200);
    const { request } = (await people.curator.get(path)).body;
    const data = { dueAt: new Date(0).toISOString() };
    await studio.payload.db.updateOne({ collection: 'picture-deletions', id: request.id, data });
    await tryEach([['delete', () => people.publisher.post(`${path}/confirm`, { request: request.id, reason: '' })]]);
    expect((await office.linesOf(picture)).filter(([action]) => action === 'delete')).toHaveLength(1);
  });

  it('R43: of a person who is made', async () => {
    const data = { email: 'moi@studio.test', name: 'Mới', password: 'a-long-password', roles: ['editor'] };
    let made = '';
    const make = async () => {
      const answer = await administrator.post('/api/users', data);
      made = answer.body.doc?.id ?? '';
      return answer;
    };
    await tryEach([['create', make]]);
    // With their address nobody else is made, and no line says so
    const before = await stateOf(office.studio);
    for (const email of [data.email, 'x']) {
      const { status, body } = await administrator.post('/api/users', { ...data, email });
      expect([status, body.code]).toEqual([400, 'field-invalid']);
    }
    expect(await stateOf(office.studio)).toEqual(before);
    expect(await office.linesOf({ collection: 'articles', id: made, marking: '' })).toEqual([
      ['create', administrator.id],
    ]);
  });

  it('R43: of names, of terms under which pictures may be shown, and of consents', async () => {
    const { curator } = office.people;
    const keeper = await office.studio.person('terminologist');
    const forms = (term: string) => [{ locale: 'vi', term, status: 'approved' }];
    const kept = [
      [keeper, 'concepts', { kind: 'place', forms: forms('Bến Thử') }, { forms: forms('Bến Thử Mới') }],
      [curator, 'rights', { name: 'Hợp đồng' }, { holder: 'Lan' }],
      [curator, 'consents', { person: 'Mai', kind: 'adult', document: '13' }, { document: '14' }],
    ] as const;
    for (const [who, collection, data, change] of kept) {
      const at = `/api/${collection}`;
      const doc = { id: '', revision: 0 };
      const make = async () => {
        const answer = await who.post(`${at}?locale=vi&depth=0`, data);
        Object.assign(doc, answer.body.doc);
        return answer;
      };
      await tryEach([
        ['create', make],
        ['update', () => who.patch(`${at}/${doc.id}?locale=vi`, { ...change, revision: doc.revision })],
        ['delete', () => who.delete(`${at}/${doc.id}`)],
      ]);
      const lines = await office.linesOf({ collection: 'articles', id: doc.id, marking: '' });
      expect(lines.map(([action]) => action)).toEqual(['create', 'update', 'delete']);
    }
  });

  it('R43: of two records of one picture that become one, and two again', async () => {
    const { people, photograph, studio } = office;
    const [one, other] = [await photograph('Phà'), await photograph('Phà nhỏ')];
    await notePair(studio.payload, one.id, other.id, 0);
    const pair = await studio.payload.db.findOne<{ id: string }>({
      collection: 'look-alikes',
      where: { one: { equals: one.id } },
    });
    const path = `/api/images/look-alikes/${pair?.id}`;
    const { revision } = (await people.curator.get(`/api/images/${one.id}?depth=0`)).body;
    const merging = { keep: one.id, revision, fromOther: ['title.vi'] };
    await tryEach([
      ['merge', () => people.curator.post(`${path}/merge`, merging)],
      ['part', () => people.curator.post(`${path}/undo`, {})],
    ]);
  });

  it('R43: of what two people agree upon: what they agreed upon still waits', async () => {
    const { people, write, raise, ask, agree, opens } = office;
    const text = await write('Cầu');
    await raise(text);
    expect((await ask(text)).status).toBe(200);
    // Looks at it once, so that the look has its line already
    await opens(text, people.second);
    const person = await office.studio.person('editor');
    const wish = { clearance: 'restricted', until: inAMonth(), reason: 'Công văn 7' };
    const { proposal } = (await people.officer.post(`/api/users/${person.id}/ask-grant`, wish)).body;
    await tryEach([
      ['lower', () => agree(text, people.second)],
      ['grant', () => administrator.post(`/api/users/${person.id}/give-grant`, { proposal })],
    ]);
  });

  it('R43: of an error that is corrected: the text stays as it was public', async () => {
    const { people, write, edit, studio } = office;
    const text = await write('Giờ mở cửa');
    const publish = (more: object = {}) =>
      people.publisher.post(`/api/articles/${text.id}/publish`, { locale: 'vi', ...more });
    expect((await publish()).status).toBe(200);
    expect((await edit(text, 'Giờ đóng cửa')).status).toBe(200);
    const correct = () => publish({ correction: true, note: 'Sai giờ' });
    // That it was to be published is written before: a database without transactions keeps that line
    const rest = async () => ({ ...(await stateOf(studio)), audit: '' });
    const before = await rest();
    expect((await withoutLine('correct', correct)).status).toBe(500);
    expect(await rest()).toEqual(before);
    const done = await correct();
    expect(done.status, JSON.stringify(done.body)).toBe(200);
    expect((await office.linesOf(text)).at(-1)).toEqual(['correct', people.publisher.id]);
  });

  it('R43: of what people prove themselves by', async () => {
    const person = await office.studio.person('editor');
    const { id, secret } = (await person.post('/api/account/factors/totp')).body;
    const count = async () => (await person.get('/api/account/factors')).body.factors.length;
    await tryEach([
      ['add-factor', () => person.post(`/api/account/factors/${id}/confirm`, { code: codeFor(secret) })],
      ['recovery-codes', () => person.post('/api/account/recovery-codes')],
      ['remove-factor', () => person.delete(`/api/account/factors/${id}`)],
    ]);
    expect(await count()).toBe(0);
    const { sessions } = (await person.get('/api/account/sessions')).body;
    const data = { provenAt: new Date(Date.now() - 10 * 60 * 1000).toISOString() };
    await office.studio.payload.db.updateOne({ collection: 'sessions', id: sessions[0].id, data, returning: false });
    const prove = () => person.post('/api/account/prove', { proof: person.password });
    const unproven = async () => (await person.post('/api/account/factors/totp')).body.code;
    expect([(await withoutLine('step-up', prove)).status, await unproven()]).toEqual([500, 'step-up-required']);
    expect([(await prove()).status, await unproven()]).toEqual([200, undefined]);
  });

  it('R43: of whoever signs in: nobody comes, and who sat there before stays', async () => {
    const [sitting, coming] = [await office.studio.person('editor'), await office.studio.person('editor')];
    const { email, password } = coming;
    const logIn = () => sitting.post('/api/users/login', { email, password });
    const sessionsOf = async ({ id }: Person) => {
      const where = { person: { equals: id } };
      return (await office.studio.payload.db.count({ collection: 'sessions', where })).totalDocs;
    };
    expect((await withoutLine('log-in', logIn)).status).toBe(500);
    expect([await sessionsOf(sitting), await sessionsOf(coming)]).toEqual([1, 1]);
    expect((await logIn()).status).toBe(200);
    expect([await sessionsOf(sitting), await sessionsOf(coming)]).toEqual([0, 2]);
    const lines = await office.linesOf({ collection: 'articles', id: coming.id, marking: '' });
    expect(lines.at(-1)).toEqual(['log-in', coming.id]);
  });

  it('R43: of a picture that a program takes in', async () => {
    const { payload } = office.studio;
    const takeIn = async (): Promise<string> => {
      const master = { sha256: randomBytes(32).toString('hex'), bytes: 1, type: 'image/jpeg', width: 1, height: 1 };
      const context = { taken: { master, thumbhash: 'AAAA' } };
      const req = await createLocalReq({ context, locale: 'vi' }, payload);
      sayComing(req, { door: 'command', file: 'pha.jpg' });
      const data = { title: 'Phà', alt: 'Phà', credit: 'Lan', rights: 'http://creativecommons.org/licenses/by/4.0/' };
      return String(
        (await payload.create({ collection: 'images', data: data as never, req, locale: 'vi', depth: 0 })).id,
      );
    };
    const kept = async () => {
      const {
        images,
        'versions of images': versions,
        'picture-history': history,
        audit,
      } = await stateOf(office.studio);
      return { images, versions, history, audit };
    };
    const before = await kept();
    const refused = withoutLine('create', async () => {
      await takeIn();
      return administrator.get('/api/users/me');
    });
    await expect(refused).rejects.toThrow('disk full');
    expect(await kept()).toEqual(before);
    const id = await takeIn();
    expect(await office.linesOf({ collection: 'images', id, marking: '' })).toEqual([['create', 'null']]);
  });
});
