import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import { callerAt } from '../support/studio-caller.ts';
import type { Person } from '../support/studio-people.ts';
import { stateOf } from '../support/studio-state.ts';

describe.each(databases)('doors that are closed, on %s', (database) => {
  let studio: Studio;
  let administrator: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
  });
  afterAll(() => studio?.close());

  it('R14 R23: let nobody make the first person by web, even when there is none', async () => {
    const before = await studio.payload.count({ collection: 'users' });
    expect(before.totalDocs).toBe(0);
    const body = { email: 'a@b.test', password: 'a-long-password', name: 'A', roles: ['administrator'] };
    for (const path of [
      '/api/users/first-register',
      '/api/users/forgot-password',
      '/api/users/reset-password',
      '/api/users/verify/x',
    ]) {
      const answer = await studio.anonymous.post(path, body);
      expect([path, answer.status, answer.body.code]).toEqual([path, 404, 'not-found']);
    }
    expect((await studio.anonymous.post('/api/users', body)).status).toBe(401);
    expect((await studio.anonymous.get('/api/users/init')).status).toBe(404);
    expect((await studio.payload.count({ collection: 'users' })).totalDocs).toBe(0);
    administrator = await studio.person('administrator');
  });

  it.each([
    ['get', '/api/graphql'],
    ['post', '/api/graphql'],
    ['get', '/api/graphql-playground'],
    ['post', '/api/payload-jobs/run'],
    ['get', '/api/payload-jobs/run'],
    ['get', '/api/payload-jobs'],
    ['get', '/api/payload-locked-documents'],
    ['get', '/api/payload-query-presets'],
    ['get', '/api/payload-folders'],
    ['get', '/api/payload-migrations'],
    ['get', '/api/images/paste-url?src=http://127.0.0.1:1/'],
    ['get', '/api/images/paste-url/x?src=http://127.0.0.1:1/'],
    ['post', '/api/reorder'],
    ['get', '/api/globals/x'],
  ] as const)('R9 R15 R19 R20 R47: %s %s is nothing, for an administrator too', async (method, path) => {
    const answer = method === 'get' ? await administrator.get(path) : await administrator.post(path, {});
    expect(answer.status, JSON.stringify(answer.body)).toBe(404);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  it.each(['payload-kv', 'outbox', 'audit'])('R20: %s is shut to an administrator', async (slug) => {
    for (const answer of [
      await administrator.get(`/api/${slug}`),
      await administrator.get(`/api/${slug}/count`),
      await administrator.post(`/api/${slug}?locale=vi`, {}),
      await administrator.patch(`/api/${slug}?locale=vi&where[id][exists]=true`, {}),
      await administrator.delete(`/api/${slug}?where[id][exists]=true`),
    ])
      expect([403, 404]).toContain(answer.status);
  });

  it('R52: markings and reviews are written by no stock door', async () => {
    const officer = await studio.person('security-officer', { clearance: 'restricted' });
    const marking = { level: 'public', subjectType: 'articles', subjectId: 'x', seal: 'public|' };
    const review = { collection: 'articles', documentId: 'x', locale: 'vi', state: 'approved' };
    for (const who of [administrator, officer]) {
      expect((await who.post('/api/markings?locale=vi', marking)).status).toBe(403);
      expect((await who.post('/api/reviews?locale=vi', review)).status).toBe(403);
      expect((await who.patch('/api/markings?locale=vi&where[id][exists]=true', { level: 'public' })).status).toBe(403);
      expect((await who.delete('/api/markings?where[id][exists]=true')).status).toBe(403);
    }
  });

  it('R12: preferences belong to one person', async () => {
    const one = await studio.person('editor');
    const two = await studio.person('editor');
    expect((await one.post('/api/payload-preferences/nav', { value: { open: true } })).status).toBe(200);
    expect((await one.get('/api/payload-preferences/nav')).body).toMatchObject({ value: { open: true } });
    expect((await two.get('/api/payload-preferences/nav')).body.value ?? null).toBeNull();
    expect((await two.get('/api/payload-preferences')).body.totalDocs ?? 0).toBe(0);
  });

  it('what a person may is told without a word of levels beyond their own', async () => {
    const marking = { level: 'restricted', compartments: ['metro'], subjectType: 'articles', subjectId: 'x' };
    await studio.payload.create({ collection: 'markings', data: marking as never });
    for (const who of [administrator, studio.anonymous]) {
      const answer = await who.get('/api/access');
      expect(answer.status).toBe(200);
      expect(JSON.stringify(answer.body)).not.toMatch(/restricted\||metro/);
    }
  });

  it('R7 R8: a signed-in person tells no secret of theirs, and others even less', async () => {
    const editor = await studio.person('editor');
    const me = await editor.get('/api/users/me');
    expect(me.body.user.id).toBe(editor.id);
    for (const text of [me.body, (await editor.post('/api/users/refresh-token', {})).body].map((body) =>
      JSON.stringify(body),
    ))
      expect(text).not.toMatch(/"(hash|salt|resetPasswordToken|loginAttempts|lockUntil|apiKey)"/);
    const other = await editor.get(`/api/users/${administrator.id}`);
    expect(Object.keys(other.body)).not.toContain('email');
    expect(Object.keys(other.body)).not.toContain('clearance');
    expect((await editor.get('/api/users?where[email][like]=studio')).status).toBe(400);
    expect((await editor.get('/api/users?where[clearance][equals]=internal')).status).toBe(400);
    expect((await editor.get('/api/users?sort=email')).status).toBe(400);
  });

  it('R16: a cookie from a foreign page signs nobody in', async () => {
    const editor = await studio.person('editor');
    const nobody = callerAt(studio.url, null);
    const cookie = `payload-token=${editor.token}`;
    const foreign = await nobody.get('/api/users/me', { cookie, origin: 'http://evil.test' });
    expect(foreign.body.user).toBeNull();
    const own = await nobody.get('/api/users/me', { cookie, origin: 'http://studio.test' });
    expect(own.body.user.id).toBe(editor.id);
  });

  it.each([
    ['a foreign page', { origin: 'http://evil.test' }],
    ['a frame without a home', { origin: 'null' }],
    ['a page of which only the site is told', { 'sec-fetch-site': 'cross-site' }],
    ['what tells no page at all', {}],
  ])('R16: a cookie sent by %s writes nothing, as a form least of all', async (page, from: Record<string, string>) => {
    const person = await studio.person('administrator');
    const cookie = `payload-token=${person.token}`;
    const nobody = callerAt(studio.url, null);
    const bodies = (name: string, revision?: string): RequestInit[] => {
      const [said, form] = [JSON.stringify({ name, revision }), new FormData()];
      form.set('_payload', said);
      const typed = (type: string, body: string): RequestInit => ({ body, headers: { 'content-type': type } });
      const fields = new URLSearchParams({ _payload: said, name }).toString();
      return [
        typed('application/json', said),
        typed('text/plain', said),
        typed('application/x-www-form-urlencoded', fields),
        { body: form },
      ];
    };
    const send = (path: string, init: RequestInit, told: Record<string, string>) =>
      nobody.send(path, { method: 'POST', ...init, headers: { ...init.headers, ...told, cookie } });
    const own = { origin: 'http://studio.test' };
    const made = await send('/api/topics?locale=vi', bodies(`Own ${page}`)[0] ?? {}, own);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    const { audit: _before, ...before } = await stateOf(studio);
    for (const init of bodies(`Foreign ${page}`, made.body.doc.revision)) {
      const answers = [
        await send('/api/topics?locale=vi', init, from),
        await send(`/api/topics/${made.body.doc.id}?locale=vi`, { ...init, method: 'PATCH' }, from),
        await send(`/api/topics/${made.body.doc.id}`, { method: 'DELETE' }, from),
        await send('/api/users/logout', init, from),
      ];
      for (const { status, body } of answers) expect([400, 401, 403], JSON.stringify(body)).toContain(status);
    }
    const { audit: _after, ...after } = await stateOf(studio);
    expect(after).toEqual(before);
    expect((await nobody.get('/api/users/me', { cookie, ...own })).body.user.id).toBe(person.id);
  });

  it('health is told to everybody, and nothing with it but how many masters are wrong', async () => {
    expect((await studio.anonymous.get('/api/health')).body).toEqual({ status: 'ok', masters: null });
  });
});
