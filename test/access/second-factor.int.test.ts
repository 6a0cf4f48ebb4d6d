import type { Where } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isTaken } from '#editorial/endpoints/taken-tables.ts';
import { forgetFactors } from '#editorial/people/factors/forget-factors.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import { type Caller, callerAt } from '../support/studio-caller.ts';
import type { Person } from '../support/studio-people.ts';
import { firstStep, setUp } from './support/authenticator.ts';

describe.each(databasesInTurn)('a second factor on %s', (database) => {
  let studio: Studio;
  let administrator: Person;
  beforeAll(async () => {
    studio = await startStudio({ database, values: { secondFactor: { from: 'restricted', roles: ['publisher'] } } });
    administrator = await studio.person('administrator');
  });
  afterAll(() => studio?.close());

  const second = (ticket: string, code: string) => studio.anonymous.post('/api/users/login/second', { ticket, code });
  const statusOf = async (who: Caller) => (await who.get('/api/articles')).status;
  /** Long after whoever sits there has proven themselves. */
  const later = async (who: Caller) => {
    const { id } = (await who.get('/api/account/sessions')).body.sessions.find(
      ({ isCurrent }: { isCurrent: boolean }) => isCurrent,
    );
    const data = { provenAt: new Date(Date.now() - 10 * 60 * 1000).toISOString() };
    await studio.payload.db.updateOne({ collection: 'sessions', id, data, returning: false });
  };

  it('is asked for after the password, and there is no session before it', async () => {
    const person = await studio.person('editor');
    const app = await setUp(person);
    const { email, password } = person;
    const first = await studio.anonymous.post('/api/users/login', { email, password });
    expect(first.body).toEqual({ next: 'second-factor', ticket: expect.any(String), kinds: ['totp'] });
    expect(first.headers.getSetCookie()).toEqual([]);
    const { ticket } = first.body;
    expect(await statusOf(callerAt(studio.url, ticket))).toBe(401);
    expect((await person.get('/api/account/sessions')).body.sessions).toHaveLength(1);
    const entered = await second(ticket, app.code());
    expect(entered.status, JSON.stringify(entered.body)).toBe(200);
    expect(Object.keys(entered.body).sort()).toEqual(['exp', 'message', 'token', 'user']);
    expect(await statusOf(callerAt(studio.url, entered.body.token))).toBe(200);
    expect((await second(ticket, app.code(1))).body.code).toBe('step-over');
  });

  it('changes nothing of what a wrong password is answered', async () => {
    const person = await studio.person('editor');
    await setUp(person);
    const wrong = (email: string) => studio.anonymous.post('/api/users/login', { email, password: 'wrong-password' });
    const [there, missing] = [await wrong(person.email), await wrong('nobody@studio.test')];
    expect([there.status, there.body]).toEqual([missing.status, missing.body]);
  });

  it('takes a code once, the one of a moment ago too, and of two at the same time one', async () => {
    const person = await studio.person('editor');
    const app = await setUp(person);
    const tickets = [];
    for (let count = 0; count < 3; count++) tickets.push(await firstStep(studio.anonymous, person));
    const [one = '', two = '', three = ''] = tickets;
    const both = await Promise.all([second(one, app.code()), second(two, app.code())]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect((await second(three, app.code())).body.code).toBe('second-factor-failed');
    expect((await second(three, app.code(-1))).body.code).toBe('second-factor-failed');
    expect((await second(three, app.code(1))).status).toBe(200);
  });

  it('is a recovery code once, however it is typed', async () => {
    const person = await studio.person('editor');
    const { codes } = await setUp(person);
    expect(new Set(codes).size).toBe(10);
    const code = codes[0] ?? '';
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ')} `;
    expect((await second(await firstStep(studio.anonymous, person), typed)).status).toBe(200);
    expect((await second(await firstStep(studio.anonymous, person), code)).body.code).toBe('second-factor-failed');
    const other = await studio.person('editor');
    await setUp(other);
    expect((await second(await firstStep(studio.anonymous, other), codes[1] ?? '')).status).toBe(401);
    expect((await person.get('/api/account/factors')).body.codes).toBe(9);
  });

  it('is guessed a few times only: a ticket is void after five, and a network shut after ten', async () => {
    const person = await studio.person('editor');
    const app = await setUp(person);
    const wrong = app.code().replace(/./, (digit) => String((Number(digit) + 5) % 10));
    const ticket = await firstStep(studio.anonymous, person);
    for (let count = 0; count < 5; count++)
      expect((await second(ticket, wrong)).body.code).toBe('second-factor-failed');
    expect((await second(ticket, app.code())).body.code).toBe('step-over');
    const next = await firstStep(studio.anonymous, person);
    for (let count = 0; count < 5; count++) await second(next, wrong);
    const last = await firstStep(studio.anonymous, person);
    expect((await second(last, app.code())).body.code).toBe('second-factor-failed');
  });

  it('is void with what it began with: another password, other roles', async () => {
    const person = await studio.person('editor');
    const app = await setUp(person);
    const ticket = await firstStep(studio.anonymous, person);
    expect((await administrator.patch(`/api/users/${person.id}`, { roles: ['translator'] })).status).toBe(200);
    expect((await second(ticket, app.code())).body.code).toBe('step-over');
  });

  it('is told to nobody after it was set up: no answer and no database has its secret or its codes', async () => {
    const person = await studio.person('editor');
    const app = await setUp(person);
    const plain = app.codes.map((code) => code.replaceAll('-', ''));
    const answers = [
      (await person.get('/api/account/factors')).body,
      (await person.get('/api/users/me')).body,
      (await administrator.get(`/api/users/${person.id}`)).body,
      (await person.get('/api/account/activity')).body,
    ];
    const rows = [];
    for (const collection of ['factors', 'recovery-codes', 'users', 'pending-steps', 'audit'])
      rows.push((await studio.payload.db.find({ collection, limit: 0, pagination: false })).docs);
    const told = JSON.stringify([answers, rows]);
    for (const secret of [app.secret, ...app.codes, ...plain]) expect(told).not.toContain(secret);
    expect((await person.get('/api/factors')).status).toBe(403);
  });

  it('ends the sessions that began without it, when it is set up and when it is taken away', async () => {
    const person = await studio.person('editor');
    const before = callerAt(studio.url, await studio.logIn(person.email, person.password));
    const app = await setUp(person);
    expect([await statusOf(before), await statusOf(person)]).toEqual([401, 200]);
    const { body } = await second(await firstStep(studio.anonymous, person), app.code());
    const elsewhere = callerAt(studio.url, body.token);
    expect((await person.delete(`/api/account/factors/${app.id}`)).body).toEqual({ left: 0 });
    expect([await statusOf(elsewhere), await statusOf(person)]).toEqual([401, 200]);
    expect((await person.get('/api/account/factors')).body).toMatchObject({ factors: [], codes: 0 });
    await expect(studio.logIn(person.email, person.password)).resolves.toEqual(expect.any(String));
  });

  it('is taken away by whoever runs the studio, for somebody who has lost phone and codes', async () => {
    const person = await studio.person('editor');
    const app = await setUp(person);
    await forgetFactors(studio.payload, person.id);
    await expect(studio.logIn(person.email, person.password)).resolves.toEqual(expect.any(String));
    expect((await person.get('/api/account/factors')).body).toMatchObject({ factors: [], codes: 0 });
    expect((await person.post('/api/account/prove', { proof: app.codes[0] })).body.code).toBe('second-factor-failed');
  });

  it('is nobody’s but their own to see, confirm or take away', async () => {
    const person = await studio.person('editor');
    const app = await setUp(person);
    const other = await studio.person('editor');
    await setUp(other);
    expect((await other.delete(`/api/account/factors/${app.id}`)).body.code).toBe('not-found');
    const begun = await person.post('/api/account/factors/totp');
    const answer = await other.post(`/api/account/factors/${begun.body.id}/confirm`, { code: app.code() });
    expect(answer.body.code).toBe('not-found');
    expect((await studio.anonymous.post('/api/account/factors/totp')).body.code).toBe('sign-in-required');
  });

  it.each([
    ['of a clearance', ['editor'], { clearance: 'restricted' }],
    ['of a role', ['publisher'], {}],
  ] as const)('is required %s: until it is there, nothing else can be done', async (_what, roles, description) => {
    const person = await studio.person([...roles], description);
    for (const answer of [
      await person.get('/api/articles'),
      await person.post('/api/articles?locale=vi', { title: 'A' }),
      await person.get('/api/desk'),
      await person.get('/api/inbox/count'),
      await person.patch(`/api/users/${person.id}`, { name: 'X' }),
      await person.get(`/api/account/activity`).then((one) => (one.status === 200 ? person.get('/api/topics') : one)),
    ])
      expect(answer.body.code).toBe('second-factor-required');
    expect((await person.get('/api/users/me')).body.user._mustEnrol).toBe(true);
    const app = await setUp(person);
    expect(await statusOf(person)).toBe(200);
    const { token } = (await second(await firstStep(studio.anonymous, person), app.code())).body;
    expect(await statusOf(callerAt(studio.url, token))).toBe(200);
    expect((await person.delete(`/api/account/factors/${app.id}`)).status).toBe(200);
    expect((await person.get('/api/articles')).body.code).toBe('second-factor-required');
  });

  it('is required from the very request on in which somebody is given more', async () => {
    const person = await studio.person('editor');
    expect(await statusOf(person)).toBe(200);
    const data = { clearance: 'restricted' as const };
    await studio.payload.update({ collection: 'users', id: person.id, data, overrideAccess: true });
    expect((await person.get('/api/articles')).body.code).toBe('second-factor-required');
  });

  it('is asked for again before somebody is given more, by a code of now or, for whoever has none, the password', async () => {
    const person = await studio.person('editor');
    const grant = (who: Person) => who.patch(`/api/users/${person.id}`, { roles: ['editor', 'translator'] });
    await later(administrator);
    expect((await grant(administrator)).body.code).toBe('step-up-required');
    const prove = (who: Person, proof: string) => who.post('/api/account/prove', { proof });
    expect((await prove(administrator, 'wrong-password')).body.code).toBe('second-factor-failed');
    expect((await grant(administrator)).body.code).toBe('step-up-required');
    expect((await prove(administrator, administrator.password)).status).toBe(200);
    expect((await grant(administrator)).status).toBe(200);
    const other = await studio.person('administrator');
    const app = await setUp(other);
    await later(other);
    expect((await other.patch(`/api/users/${person.id}`, { password: 'a-long-password' })).body.code).toBe(
      'step-up-required',
    );
    expect((await prove(other, other.password)).body.code).toBe('second-factor-failed');
    expect((await prove(other, app.code())).status).toBe(200);
    expect((await prove(other, app.code())).body.code).toBe('second-factor-failed');
    expect((await other.patch(`/api/users/${person.id}`, { password: 'a-long-password' })).status).toBe(200);
    await later(other);
    for (const answer of [
      await other.patch(`/api/users/${other.id}`, { password: 'a-long-password' }),
      await other.post('/api/account/factors/totp'),
      await other.delete(`/api/account/factors/${app.id}`),
      await other.post('/api/account/recovery-codes'),
    ])
      expect(answer.body.code).toBe('step-up-required');
  });

  it('is asked for before a file is taken along, and the password of whoever has none; the log says that it left, or it does not leave', async () => {
    const [factored, without] = [await studio.person('security-officer'), await studio.person('security-officer')];
    const app = await setUp(factored);
    for (const who of [factored, without]) await later(who);
    const text = { title: 'Tệp', summary: 'C.' };
    const editor = await studio.person('editor');
    const { id } = (await editor.post('/api/articles?locale=vi&depth=0', text)).body.doc;
    const tables = ['/api/answers/csv/changed/2026-11', '/api/translation/coverage.csv', '/api/translation/pack?to=en'];
    const files = [
      ...tables,
      '/api/copy-register/csv?state=out',
      `/api/translation/articles/${id}/en/custody`,
      `/api/translation/articles/${id}/en/custody/csv`,
    ];
    const left = async () => {
      const where: Where = { and: [{ action: { equals: 'export' } }, { about: { contains: 'table=' } }] };
      return (await studio.payload.db.count({ collection: 'audit', where })).totalDocs;
    };
    for (const path of files) {
      expect(isTaken(new URL(path, studio.url).pathname), path).toBe(true);
      for (const who of [factored, without]) expect((await who.get(path)).body.code, path).toBe('step-up-required');
      const visit = await factored.get(path, { accept: 'text/html' });
      expect([visit.status, visit.headers.get('location')]).toEqual([
        303,
        `/admin/prove?to=${encodeURIComponent(path)}`,
      ]);
    }
    for (const who of [factored, without])
      expect((await who.post('/api/account/takes', {})).body).toMatchObject({
        ...{ code: 'step-up-required', detail: expect.stringMatching(/prove|again/i) },
      });
    expect((await without.post('/api/account/prove', { proof: without.password })).status).toBe(200);
    expect((await without.post('/api/account/takes', {})).status).toBe(200);
    expect([await left(), (await without.get('/api/translation/coverage.csv')).status, await left()]).toEqual([
      0, 200, 1,
    ]);
    expect((await factored.post('/api/account/prove', { proof: app.code() })).status).toBe(200);
    expect((await factored.post('/api/account/takes', {})).status).toBe(200);
    for (const path of files.filter((one) => !one.includes('/pack')))
      expect((await factored.get(path)).status, path).toBe(200);
    expect(await left()).toBe(5);
    const { create } = studio.payload.db;
    studio.payload.db.create = () => Promise.reject(new Error('disk full'));
    const refused = await factored.get('/api/answers/csv/changed/2026-11');
    studio.payload.db.create = create;
    expect(refused.status).toBe(500);
  });

  it('stays with the session in which somebody chooses a new password', async () => {
    const person = await studio.person('publisher');
    await setUp(person);
    const changed = await person.patch(`/api/users/${person.id}`, { password: 'một mật khẩu đủ dài' });
    expect(changed.status).toBe(200);
    const cookie = changed.headers.getSetCookie().map((one) => one.split(';')[0]);
    const browser = { cookie: cookie.join('; '), origin: 'http://studio.test' };
    expect((await studio.anonymous.get('/api/articles', browser)).status).toBe(200);
  });

  it('leaves lines: set up, taken away, proven, refused', async () => {
    const person = await studio.person('editor');
    const app = await setUp(person);
    await person.post('/api/account/prove', { proof: 'mistyped' });
    await second(await firstStep(studio.anonymous, person), 'mistyped');
    await person.post('/api/account/prove', { proof: app.code() });
    await person.delete(`/api/account/factors/${app.id}`);
    const { lines } = (await person.get('/api/account/activity')).body;
    const told = lines.map((line: Record<string, unknown>) =>
      `${line.action} ${line.outcome} ${line.code ?? ''}`.trim(),
    );
    expect(told.toReversed().slice(2)).toEqual([
      'add-factor done',
      'step-up refused second-factor-failed',
      'log-in refused second-factor-failed',
      'step-up done',
      'remove-factor done',
    ]);
    expect(JSON.stringify(lines)).not.toContain('mistyped');
  });
});
