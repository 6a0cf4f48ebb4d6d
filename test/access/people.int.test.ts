import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser } from '#editorial/people/add-user.ts';
import { grant } from '../support/grant.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import { callerAt } from '../support/studio-caller.ts';
import type { Person } from '../support/studio-people.ts';
import { readWords } from '../support/words.ts';

describe.each(databases)('people on %s', (database) => {
  let studio: Studio;
  let administrator: Person;
  let officer: Person;
  let editor: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    administrator = await studio.person('administrator');
    officer = await studio.person('security-officer', { clearance: 'restricted' });
    editor = await studio.person('editor');
  });
  afterAll(() => studio?.close());

  const password = 'một mật khẩu đủ dài';
  const stored = (id: string) => studio.payload.findByID({ collection: 'users', id, depth: 0 });

  it('somebody from the command line changes their one-time password before anything else', async () => {
    const email = 'first@studio.test';
    const { id } = await addUser(studio.payload, {
      email,
      name: 'Lan',
      password: 'one-time-password',
      roles: ['editor', 'administrator'],
    });
    const lan = callerAt(studio.url, await studio.logIn(email, 'one-time-password'));
    for (const answer of [
      await lan.get('/api/articles'),
      await lan.post('/api/articles?locale=vi', { title: 'A' }),
      await lan.get('/api/topics'),
      await lan.post('/api/images/release', { ids: ['x'] }),
      await lan
        .get(`/api/users/${editor.id}`)
        .then((one) => ({ ...one, body: { code: one.status === 404 ? 'password-must-change' : '' } })),
      await lan.patch(`/api/users/${id}`, { name: 'Nguyễn Lan', password }),
      await lan.post('/api/users', { email: 'x@studio.test', name: 'X', password }),
    ])
      expect(answer.body.code).toBe('password-must-change');
    expect((await lan.get('/api/users/me')).body.user.mustChangePassword).toBe(true);
    expect((await lan.patch(`/api/users/${id}`, { password: 'short' })).body).toMatchObject({
      code: 'field-invalid',
      values: { field: 'password' },
    });
    for (const guessed of ['matkhau12345', 'first1234567'])
      expect((await lan.patch(`/api/users/${id}`, { password: guessed })).body.code).toBe('password-guessable');
    const stranger = await studio.anonymous.patch(`/api/users/${id}`, { password: 'matkhau12345' });
    expect([stranger.status, stranger.body.code]).toEqual([401, 'sign-in-required']);
    expect((await stored(id)).mustChangePassword).toBe(true);
    const changed = await lan.patch(`/api/users/${id}`, { password });
    expect(changed.status, JSON.stringify(changed.body)).toBe(200);
    expect((await lan.get('/api/articles')).status).toBe(401);
    const cookie = changed.headers.getSetCookie().map((one) => one.split(';')[0]);
    const browser = { cookie: cookie.join('; '), origin: 'http://studio.test' };
    expect((await studio.anonymous.get('/api/articles', browser)).status).toBe(200);
    expect((await stored(id)).mustChangePassword).toBe(false);
    await expect(studio.logIn(email, 'one-time-password')).rejects.toThrow('401');
  });

  it('R13: a password that an administrator gives is a one-time password, and ends every session', async () => {
    const person = await studio.person('editor');
    expect((await administrator.patch(`/api/users/${person.id}`, { password })).status).toBe(200);
    expect((await person.get('/api/articles')).status).toBe(401);
    const again = callerAt(studio.url, await studio.logIn(person.email, password));
    expect((await again.get('/api/articles')).body.code).toBe('password-must-change');
  });

  it('clearance is given by a security officer and a second person, and never to themselves', async () => {
    const person = await studio.person('editor');
    expect((await administrator.patch(`/api/users/${person.id}`, { clearance: 'tuyet_mat' })).status).toBe(403);
    expect((await person.patch(`/api/users/${person.id}`, { clearance: 'tuyet_mat' })).status).toBe(403);
    expect((await person.patch(`/api/users/${person.id}`, { roles: ['administrator'] })).status).toBe(403);
    expect((await officer.patch(`/api/users/${officer.id}`, { clearance: 'tuyet_mat' })).status).toBe(403);
    expect((await officer.patch(`/api/users/${person.id}`, { roles: ['administrator'] })).status).toBe(403);
    expect((await officer.patch(`/api/users/${person.id}`, { password })).status).toBe(403);
    expect((await editor.patch(`/api/users/${person.id}`, { name: 'X' })).status).toBe(403);
    const unknown = { clearance: 'restricted', compartments: ['nothing'] };
    await expect(grant([officer, administrator], person.id, unknown)).rejects.toThrow('field-invalid');
    await grant([officer, administrator], person.id, { clearance: 'restricted', compartments: ['metro'] });
    expect(await stored(person.id)).toMatchObject({
      clearance: 'restricted',
      compartments: ['metro'],
      roles: ['editor'],
    });
  });

  it('a new person begins without clearance beyond the everyday, whatever the administrator sends', async () => {
    const data = {
      email: 'new@studio.test',
      name: 'Mới',
      password,
      roles: ['editor'],
      clearance: 'tuyet_mat',
      compartments: ['metro'],
    };
    const made = await administrator.post('/api/users', data);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    expect(await stored(made.body.doc.id)).toMatchObject({ clearance: 'internal', mustChangePassword: true });
    expect((await stored(made.body.doc.id)).compartments ?? []).toEqual([]);
    expect((await officer.post('/api/users', { ...data, email: 'other@studio.test' })).status).toBe(403);
  });

  it('whoever is shut out is so from the next request on, and cannot tell it from a wrong password', async () => {
    const person = await studio.person('editor');
    const wrong = await studio.anonymous.post('/api/users/login', { email: person.email, password: 'wrong-password' });
    expect((await administrator.patch(`/api/users/${person.id}`, { disabled: true })).status).toBe(200);
    expect((await person.get('/api/articles')).status).toBe(401);
    const right = await studio.anonymous.post('/api/users/login', { email: person.email, password: person.password });
    const unknown = await studio.anonymous.post('/api/users/login', {
      email: 'no@studio.test',
      password: 'wrong-password',
    });
    expect([right.status, right.body]).toEqual([wrong.status, wrong.body]);
    expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
  });

  it('R27: an account under attack is shut for a while, and says nothing else than before', async () => {
    const person = await studio.person('editor');
    const attempt = (guess: string) =>
      studio.anonymous.post('/api/users/login', { email: person.email, password: guess });
    const first = await attempt('wrong-password');
    for (let number = 0; number < 11; number++) await attempt('wrong-password');
    const locked = await attempt(person.password);
    expect([locked.status, locked.body]).toEqual([first.status, first.body]);
    expect((await editor.post('/api/users/unlock', { email: person.email })).status).toBe(403);
    expect((await administrator.post('/api/users/unlock', { email: person.email })).status).toBe(200);
    expect((await attempt(person.password)).status).toBe(200);
  });

  it('R13: a token is worth nothing after logging out', async () => {
    const person = await studio.person('editor');
    const left = await person.post('/api/users/logout');
    expect([left.status, left.headers.get('clear-site-data')]).toEqual([200, '"cache"']);
    expect((await person.get('/api/articles')).status).toBe(401);
    expect((await person.post('/api/users/refresh-token')).body.refreshedToken ?? null).toBeNull();
  });

  it('people change their own name and language, and administrators delete others but not themselves', async () => {
    const person = await studio.person('editor');
    expect((await person.patch(`/api/users/${person.id}`, { name: 'Hoa', language: 'fr' })).status).toBe(200);
    expect(await stored(person.id)).toMatchObject({ name: 'Hoa', language: 'fr' });
    expect((await person.get('/api/articles/none')).body.detail).toBe(readWords('fr', 'errors')['not-found']);
    expect((await administrator.delete(`/api/users/${administrator.id}`)).status).toBe(403);
    expect((await administrator.delete(`/api/users/${person.id}`)).status).toBe(200);
    expect((await person.get('/api/articles')).status).toBe(401);
  });
});
