import { jwtSign } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountById } from '#editorial/people/sessions/account.ts';
import { openSession } from '#editorial/people/sessions/session-rows.ts';
import { bodyOf } from '../support/lexical.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import { type Caller, callerAt } from '../support/studio-caller.ts';
import type { Person } from '../support/studio-people.ts';
import { interrupted } from './support/interrupted.ts';

interface Cleared {
  clearance?: 'internal' | 'restricted';
  compartments?: string[];
  clearedUntil?: string;
}

describe.each(databases)('sessions on %s', (database) => {
  let studio: Studio;
  let administrator: Person;
  let officer: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    administrator = await studio.person('administrator');
    officer = await studio.person('security-officer', { clearance: 'restricted', compartments: ['harbour'] });
  });
  afterAll(() => studio?.close());

  const elsewhere = async (person: Person): Promise<Caller> =>
    callerAt(studio.url, await studio.logIn(person.email, person.password));
  const statusOf = async (who: Caller) => (await who.get('/api/articles')).status;

  it('are listed to whoever they are of, and ended one by one or all but this', async () => {
    const person = await studio.person('editor');
    const other = await studio.person('editor');
    const [second, third] = [await elsewhere(person), await elsewhere(person)];
    const { sessions } = (await person.get('/api/account/sessions')).body;
    expect(sessions.map(({ isCurrent }: { isCurrent: boolean }) => isCurrent).sort()).toEqual([false, false, true]);
    expect(sessions[0]).toMatchObject({ network: '127.0.0.1', agent: 'node' });
    expect(JSON.stringify(sessions)).not.toMatch(/digest|stamp|token/);
    const ofSecond = (await second.get('/api/account/sessions')).body.sessions.find(
      ({ isCurrent }: { isCurrent: boolean }) => isCurrent,
    );
    expect((await other.delete(`/api/account/sessions/${ofSecond.id}`)).body.code).toBe('not-found');
    expect(await statusOf(second)).toBe(200);
    expect((await person.delete(`/api/account/sessions/${ofSecond.id}`)).body).toEqual({ ended: 1 });
    expect([await statusOf(second), await statusOf(third), await statusOf(person)]).toEqual([401, 200, 200]);
    expect((await person.post('/api/account/sessions/end-others')).body).toEqual({ ended: 1 });
    expect([await statusOf(third), await statusOf(person), await statusOf(other)]).toEqual([401, 200, 200]);
    expect((await studio.anonymous.get('/api/account/sessions')).body.code).toBe('sign-in-required');
  });

  /** As two people have agreed, or the operator says. */
  const clear = async (id: string, data: Cleared) => {
    await studio.payload.update({ collection: 'users', id, data, overrideAccess: true });
    return { status: 200 };
  };
  const past = () => new Date(Date.now() - 1000).toISOString();
  const cuts: [what: string, cut: (person: Person) => Promise<{ status: number }>][] = [
    ['a password that is given', ({ id }) => administrator.patch(`/api/users/${id}`, { password: 'một mật khẩu mới' })],
    ['other roles', ({ id }) => administrator.patch(`/api/users/${id}`, { roles: ['translator'] })],
    ['another address', ({ id }) => administrator.patch(`/api/users/${id}`, { email: `${id}@other.test` })],
    ['being shut out', ({ id }) => administrator.patch(`/api/users/${id}`, { disabled: true })],
    ['a lower clearance', ({ id }) => clear(id, { clearance: 'internal' })],
    ['a compartment less', ({ id }) => clear(id, { compartments: [] })],
    ['a last day that is over', ({ id }) => clear(id, { clearedUntil: past() })],
    ['taking everything back', ({ id }) => officer.post(`/api/users/${id}/end-grants`, { how: 'moving', reason: 'x' })],
    ['being deleted', ({ id }) => administrator.delete(`/api/users/${id}`)],
    ['leaving everywhere', (person) => person.post('/api/users/logout?allSessions=true')],
  ];

  it.each(cuts)('R13: end everywhere, from the next request on, with %s', async (_what, cut) => {
    const person = await studio.person('editor', { clearance: 'restricted', compartments: ['harbour'] });
    const second = await elsewhere(person);
    const cookie = { cookie: `payload-token=${person.token}`, origin: 'http://studio.test' };
    expect((await studio.anonymous.get('/api/articles', cookie)).status).toBe(200);
    expect((await cut(person)).status).toBe(200);
    for (const who of [person, second]) expect(await statusOf(who)).toBe(401);
    expect((await studio.anonymous.get('/api/articles', cookie)).status).toBe(401);
    expect((await person.post('/api/users/refresh-token')).body.code).toBe('sign-in-required');
    expect((await person.get('/api/users/me')).body.user).toBeNull();
  });

  it('R13: end where somebody signs in anew in the same browser, they themselves or somebody else', async () => {
    const person = await studio.person('editor');
    const other = await studio.person('editor');
    for (const { email, password } of [person, other]) {
      const before = await elsewhere(person);
      const { status, body } = await before.post('/api/users/login', { email, password });
      expect([status, await statusOf(before)]).toEqual([200, 401]);
      expect(await statusOf(callerAt(studio.url, body.token))).toBe(200);
    }
    expect(await statusOf(person)).toBe(200);
  });

  it('go on with more clearance, another name or another language', async () => {
    const person = await studio.person('editor', { compartments: ['harbour'] });
    await clear(person.id, { clearance: 'restricted', compartments: ['harbour', 'metro'] });
    expect((await person.patch(`/api/users/${person.id}`, { name: 'Hoa', language: 'fr' })).status).toBe(200);
    expect(await statusOf(person)).toBe(200);
  });

  it('R13: do not come back when what ended them is changed back', async () => {
    const person = await studio.person('editor', { clearance: 'restricted' });
    for (const clearance of ['internal', 'restricted'] as const) await clear(person.id, { clearance });
    for (const roles of [['translator'], ['editor']])
      expect((await administrator.patch(`/api/users/${person.id}`, { roles })).status).toBe(200);
    expect(await statusOf(person)).toBe(401);
  });

  it('end with a change that no rule of the studio has seen, and one that begins late does not outlive it', async () => {
    const person = await studio.person('administrator');
    const stale = await accountById(studio.payload, person.id);
    if (!stale) throw new Error('nobody');
    const data = { roles: ['editor'] };
    await studio.payload.db.updateOne({ collection: 'users', id: person.id, data, returning: false });
    expect(await statusOf(person)).toBe(401);
    const late = await openSession(studio.payload, stale, { network: '', agent: '' }, null);
    expect(await statusOf(callerAt(studio.url, late.token))).toBe(401);
  });

  it('R22: are known by nothing that the database holds, nor by anything that the secret can sign', async () => {
    const person = await studio.person('editor');
    const { docs } = await studio.payload.db.find({ collection: 'sessions', limit: 0, pagination: false });
    const row = docs.find((one) => (one as { person?: unknown }).person === person.id) as Record<string, string>;
    expect(JSON.stringify(docs)).not.toContain(person.token);
    for (const token of [row.id, row.digest, row.stamp])
      expect(await statusOf(callerAt(studio.url, String(token)))).toBe(401);
    for (const sid of [row.id, undefined]) {
      const fieldsToSign = { id: person.id, collection: 'users', email: person.email, roles: ['administrator'], sid };
      const { token } = await jwtSign({ fieldsToSign, secret: studio.payload.secret, tokenExpiration: 3600 });
      expect(await statusOf(callerAt(studio.url, token))).toBe(401);
    }
  });

  it('are begun at no other door, inside the program either', async () => {
    const { email, password } = await studio.person('editor');
    const data = { email, password };
    await expect(studio.payload.login({ collection: 'users', data })).rejects.toThrow();
    await expect(studio.payload.forgotPassword({ collection: 'users', data: { email } })).rejects.toThrow();
    const reset = { token: 'x', password: 'a-long-password' };
    await expect(
      studio.payload.resetPassword({ collection: 'users', data: reset, overrideAccess: true }),
    ).rejects.toThrow();
  });

  const acts: [what: string, act: (person: Person) => Promise<unknown>][] = [
    ['beginning', ({ email, password }) => studio.anonymous.post('/api/users/login', { email, password })],
    ['lasting on', (person) => person.post('/api/users/refresh-token')],
    ['ending', (person) => person.post('/api/users/logout')],
  ];

  it.each(acts)('R13: undo nothing by %s: who is shut out and cut at that moment stays so', async (_what, act) => {
    const person = await studio.person('editor', { clearance: 'restricted' });
    const { payload } = studio;
    const { id } = person;
    const cut = { roles: ['translator' as const], clearance: 'internal' as const, disabled: true };
    const change = () => payload.update({ collection: 'users', id, data: { ...cut }, overrideAccess: true });
    expect(await interrupted(payload.db, 'sessions', change, () => act(person))).toBeGreaterThan(0);
    const stored = await payload.findByID({ collection: 'users', id, overrideAccess: true });
    expect(stored).toMatchObject(cut);
    expect(await statusOf(person)).toBe(401);
  });

  it('run out by themselves, and last on only for a day', async () => {
    const person = await studio.person('editor');
    const { id } = (await person.get('/api/account/sessions')).body.sessions[0];
    const set = (data: Record<string, string>) =>
      studio.payload.db.updateOne({ collection: 'sessions', id, data, returning: false });
    const hours = (count: number) => new Date(Date.now() + count * 60 * 60 * 1000).toISOString();
    await set({ at: hours(-20) });
    const { exp } = (await person.post('/api/users/refresh-token')).body;
    expect(Math.abs(exp * 1000 - Date.parse(hours(4)))).toBeLessThan(60_000);
    await set({ until: hours(-1) });
    expect(await statusOf(person)).toBe(401);
    expect((await person.post('/api/users/refresh-token')).status).toBe(401);
  });

  it('what happened with an account is told to its person: entering, leaving, failed tries, changes by others', async () => {
    const person = await studio.person('editor', { clearance: 'restricted' });
    const nobody = callerAt(studio.url, null);
    for (const password of ['mistyped-once', 'mistyped-twice'])
      await nobody.post('/api/users/login', { email: person.email, password });
    expect((await administrator.patch(`/api/users/${person.id}`, { roles: ['editor', 'translator'] })).status).toBe(
      200,
    );
    const again = await elsewhere(person);
    const third = await elsewhere(person);
    expect((await third.post('/api/users/logout')).status).toBe(200);
    const { lines } = (await again.get('/api/account/activity')).body;
    const told = lines.map((line: Record<string, unknown>) => [line.action, line.outcome, line.isOwn, line.times]);
    expect(told.reverse()).toEqual([
      ['grant', 'done', false, 1],
      ['create', 'done', false, 1],
      ['log-in', 'done', true, 1],
      ['log-in', 'refused', false, 2],
      ['update', 'done', false, 1],
      ['log-in', 'done', true, 1],
      ['log-in', 'done', true, 1],
      ['log-out', 'done', true, 1],
    ]);
    expect(lines[3]).toMatchObject({ who: 'administrator' });
    expect(JSON.stringify(lines)).not.toContain('mistyped');
  });

  it('and nothing is told of a document that is above them by now', async () => {
    const person = await studio.person('editor', { clearance: 'restricted', compartments: ['harbour'] });
    const text = { title: 'Cảng', summary: 'C.', body: bodyOf(['C']) };
    const { id, marking } = (await person.post('/api/articles?locale=vi&depth=0', text)).body.doc;
    const to = { level: 'restricted', compartments: ['harbour'], basis: 'x' };
    expect((await officer.post(`/api/markings/${marking}/raise`, to)).status).toBe(200);
    expect((await person.delete(`/api/articles/${id}`)).status).toBe(200);
    const acts = async (who: Caller) =>
      (await who.get('/api/account/activity')).body.lines.map(({ action }: { action: string }) => action);
    expect(await acts(person)).toContain('delete');
    await clear(person.id, { compartments: [] });
    expect(await acts(await elsewhere(person))).not.toContain('delete');
  });
});
