import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles } from '#access/viewer.ts';
import { bodyOf } from '../support/lexical.ts';
import { pictureBytes, pictureForm } from '../support/pictures.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import { type Answer, callerAt } from '../support/studio-caller.ts';
import type { Person } from '../support/studio-people.ts';

const canary = 'CANARY9d02e1';
const nowhere = '3f0e0000-0000-4000-8000-000000000000';

describe.each(databases)('nothing tells of what is hidden, on %s', (database) => {
  let studio: Studio;
  let editor: Person;
  let officer: Person;
  let hidden: { id: string; marking: string; image: string; imageMarking: string };
  let naming: string;
  beforeAll(async () => {
    studio = await startStudio({ database });
    editor = await studio.person('editor');
    officer = await studio.person(['security-officer', 'editor', 'curator'], { clearance: 'restricted' });
    const doc = async (answer: Promise<Answer>) => {
      const { status, body } = await answer;
      expect(status, JSON.stringify(body)).toBe(201);
      return body.doc as { id: string; marking: string };
    };
    const form = pictureForm(await pictureBytes(), { title: canary, alt: canary, credit: canary });
    const image = await doc(officer.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body: form }));
    const text = { title: `Bí mật ${canary}`, summary: canary, body: bodyOf([canary], [image.id]) };
    const article = await doc(officer.post('/api/articles?locale=vi&depth=0', { ...text, cover: image.id }));
    const link = { type: 'link', version: 3, direction: 'ltr', format: '', indent: 0, id: '65f0000000000000000000aa' };
    const fields = { linkType: 'internal', newTab: false, url: '', doc: { relationTo: 'articles', value: article.id } };
    const body = bodyOf(['Xem']);
    const paragraph = body.root.children[0] as { children: object[] };
    paragraph.children = [{ ...link, fields, children: paragraph.children }];
    naming = (await doc(editor.post('/api/articles?locale=vi&depth=0', { title: 'Nguồn', summary: 'N.', body }))).id;
    await officer.post(`/api/articles/${article.id}/review`, { locale: 'vi', action: 'request', note: canary });
    const raise = { level: 'restricted', basis: canary };
    const raised = await officer.post(`/api/markings/${image.marking}/raise`, raise);
    expect(raised.body.alsoRaised, JSON.stringify(raised.body)).toHaveLength(1);
    hidden = { id: article.id, marking: article.marking, image: image.id, imageMarking: image.marking };
  });
  afterAll(() => studio?.close());

  const paths = () => [
    ...[
      'articles',
      'articles/versions',
      'images',
      'images/versions',
      'markings',
      'reviews',
      'users',
      'topics',
      'payload-preferences',
    ].flatMap((path) =>
      [0, 1, 2].flatMap((depth) =>
        ['vi', 'all'].map((locale) => `/api/${path}?depth=${depth}&locale=${locale}&draft=true&limit=100`),
      ),
    ),
    ...[0, 1, 2].map((depth) => `/api/articles/${naming}?depth=${depth}&draft=true`),
    `/api/preview/articles/${naming}?locale=vi`,
    `/api/articles/${naming}/languages`,
    '/api/desk',
    '/api/access',
    '/api/users/me',
    '/api/audit',
    '/api/outbox',
  ];

  it.each(roles)('R5 R31 R53: a %s without clearance finds neither words nor ids of it anywhere', async (role) => {
    const who = await studio.person(role);
    for (const path of paths()) {
      const answer = await who.get(path);
      const told = JSON.stringify(answer.body) + JSON.stringify([...answer.headers]);
      for (const secret of [canary, hidden.id, hidden.image, hidden.marking, hidden.imageMarking])
        expect(told.includes(secret), `${path} ${secret}`).toBe(false);
      expect(answer.status, path).toBeLessThan(500);
    }
  });

  it('somebody cleared finds it, so that the search above could have', async () => {
    const read = async (path: string) => JSON.stringify((await officer.get(path)).body);
    expect(await read('/api/articles?draft=true&locale=vi')).toContain(canary);
    expect(await read('/api/images?locale=vi')).toContain(hidden.image);
    expect(await read(`/api/articles/${naming}?depth=0&draft=true`)).toContain(hidden.id);
  });

  it('R34: each of its addresses answers like the address of nothing, body and headers', async () => {
    const who = await studio.person([
      'editor',
      'publisher',
      'curator',
      'translator',
      'administrator',
      'security-officer',
    ]);
    const asks: [method: string, path: (id: string) => string, id: string, body?: object][] = [
      ['GET', (id) => `/api/images/${id}/file`, hidden.image],
      ['GET', (id) => `/api/images/${id}/file?width=160`, hidden.image],
      ['GET', (id) => `/api/images/${id}/file?width=nonsense`, hidden.image],
      ['GET', (id) => `/api/images/${id}/embedded`, hidden.image],
      ['GET', (id) => `/api/images/${id}`, hidden.image],
      ['PATCH', (id) => `/api/images/${id}?locale=vi`, hidden.image, { title: 'X' }],
      ['DELETE', (id) => `/api/images/${id}`, hidden.image],
      ['POST', () => '/api/images/release', hidden.image, { ids: ['{id}'] }],
      ['GET', (id) => `/api/articles/${id}?draft=true`, hidden.id],
      ['GET', (id) => `/api/articles/${id}/languages`, hidden.id],
      ['GET', (id) => `/api/articles/${id}/visibility?locale=vi`, hidden.id],
      ['GET', (id) => `/api/preview/articles/${id}?locale=vi`, hidden.id],
      ['GET', (id) => `/api/articles/versions?where[parent][equals]=${id}`, hidden.id],
      ['GET', (id) => `/api/articles/count?where[id][equals]=${id}`, hidden.id],
      ['GET', (id) => `/api/articles?where[cover][equals]=${id}&draft=true`, hidden.image],
      ['GET', (id) => `/api/reviews?where[documentId][equals]=${id}`, hidden.id],
      ['PATCH', (id) => `/api/articles/${id}?locale=vi`, hidden.id, { title: 'X' }],
      ['DELETE', (id) => `/api/articles/${id}`, hidden.id],
      ['POST', (id) => `/api/articles/${id}/duplicate?locale=vi`, hidden.id, {}],
      ['POST', (id) => `/api/articles/${id}/publish`, hidden.id, { locale: 'vi' }],
      ['POST', (id) => `/api/articles/${id}/unpublish`, hidden.id, { locale: 'vi' }],
      ['POST', (id) => `/api/articles/${id}/review`, hidden.id, { locale: 'vi', action: 'request' }],
      ['GET', (id) => `/api/markings/${id}`, hidden.marking],
      ['POST', (id) => `/api/markings/${id}/raise`, hidden.marking, { level: 'restricted', basis: 'x' }],
    ];
    for (const [method, path, id, body] of asks) {
      const ask = async (one: string) => {
        const init = { method, headers: { 'content-type': 'application/json' } };
        const sent = body && { body: JSON.stringify(body).replace('{id}', one) };
        const { status, headers, body: told } = await who.send(path(one), { ...init, ...sent });
        const kept = [...headers]
          .filter(([header]) => header !== 'date')
          .map(([header, value]) => `${header}: ${value}`);
        return { status, kept, told: JSON.stringify(told).replaceAll(one, 'ID') };
      };
      expect(await ask(id), `${method} ${path('ID')}`).toEqual(await ask(nowhere));
    }
  });

  it('R1 R2 R46: conditions and orders on fields that are not theirs to read are refused or change nothing', async () => {
    const count = async (query: string) => {
      const answer = await editor.get(`/api/articles?draft=true&depth=0&${query}`);
      return answer.status === 200 ? (answer.body.totalDocs as number) : answer.status;
    };
    const pairs: [right: string, wrong: string][] = [
      [`where[cover.title][equals]=${canary}`, 'where[cover.title][equals]=nothing'],
      [`where[cover.credit][like]=${canary}`, 'where[cover.credit][like]=nothing'],
      [`where[marking.basis][like]=${canary}`, 'where[marking.basis][like]=nothing'],
      ['where[marking.seal][like]=restricted', 'where[marking.seal][like]=nothing'],
      [`where[title][like]=${canary}`, 'where[title][like]=nothing'],
      [`where[createdBy.email][equals]=${officer.email}`, 'where[createdBy.email][equals]=nothing'],
      ['where[createdBy.clearance][equals]=restricted', 'where[createdBy.clearance][equals]=public'],
    ];
    for (const [right, wrong] of pairs) expect(await count(right), right).toBe(await count(wrong));
    for (const sort of ['createdBy.email', '-createdBy.clearance', 'marking.basis', 'cover.title', 'hash', 'salt']) {
      const told = await editor.get(`/api/articles?draft=true&sort=${sort}`);
      expect([200, 400], sort).toContain(told.status);
      expect(JSON.stringify(told.body)).not.toContain(canary);
    }
    for (const field of ['hash', 'salt', 'sessions.id', 'email', 'clearance', 'loginAttempts', 'resetPasswordToken'])
      for (const query of [`where[${field}][exists]=true`, `where[${field}][like]=a`, `sort=${field}`]) {
        const answer = await editor.get(`/api/users?${query}`);
        expect(answer.status, query).toBe(400);
      }
  });

  it('R15: fetches no address that somebody names, and asks nobody in the world about a person', async () => {
    const heard: string[] = [];
    const server = createServer((request, response) => {
      heard.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const bait = `http://127.0.0.1:${port}/bait.jpg`;
    for (const path of [`/api/images/paste-url?src=${bait}`, `/api/images/paste-url/x?src=${bait}`])
      expect((await officer.get(path)).status).toBe(404);
    const form = new FormData();
    form.set('_payload', JSON.stringify({ title: 'A', url: bait }));
    expect((await officer.send('/api/images/upload?locale=vi', { method: 'POST', body: form })).status).toBe(400);
    const file = new FormData();
    file.set(
      'file',
      JSON.stringify({
        clientUploadContext: {},
        collectionSlug: 'images',
        filename: bait,
        mimeType: 'image/jpeg',
        size: 1,
      }),
    );
    file.set('_payload', JSON.stringify({ title: 'A' }));
    expect((await officer.send('/api/images/upload?locale=vi', { method: 'POST', body: file })).status).toBeLessThan(
      500,
    );
    server.close();
    expect(heard).toEqual([]);
    const { admin, telemetry, graphQL } = studio.payload.config;
    expect([admin.avatar, telemetry, graphQL.disable]).toEqual(['default', false, true]);
  });

  it('R13: a token of before a new password, and of somebody shut out, is refused by every door of ours', async () => {
    const administrator = await studio.person('administrator');
    const [renewed, shut] = [await studio.person('editor'), await studio.person('editor')];
    const password = 'một mật khẩu đủ dài';
    expect((await renewed.patch(`/api/users/${renewed.id}`, { password })).status).toBe(200);
    await administrator.patch(`/api/users/${shut.id}`, { disabled: true });
    for (const { token } of [renewed, shut]) {
      const who = callerAt(studio.url, token);
      for (const path of [
        '/api/articles',
        '/api/desk',
        `/api/preview/articles/${naming}?locale=vi`,
        `/api/articles/${naming}/languages`,
      ]) {
        const answer = await who.get(path);
        expect([path, answer.status, answer.body.code]).toEqual([path, 401, 'sign-in-required']);
      }
    }
  });
});
