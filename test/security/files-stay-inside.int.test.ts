import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change } from '../support/change.ts';
import { pictureBytes, pictureForm } from '../support/pictures.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import type { Answer } from '../support/studio-caller.ts';
import type { Person } from '../support/studio-people.ts';
import { stateOf } from '../support/studio-state.ts';

const nowhere = '3f0e0000-0000-4000-8000-000000000000';
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe.each(databasesInTurn)('files stay inside, on %s', (database) => {
  let studio: Studio;
  let officer: Person;
  let curator: Person;
  let hidden: { id: string; sha256: string };
  let open: { id: string; sha256: string };
  beforeAll(async () => {
    studio = await startStudio({ database });
    officer = await studio.person(['security-officer', 'curator'], { clearance: 'restricted' });
    curator = await studio.person('curator');
    hidden = await upload(officer, 'kin.jpg');
    open = await upload(curator, 'mo.jpg');
    const { marking } = (await officer.get(`/api/images/${hidden.id}?depth=0`)).body;
    const raised = await officer.post(`/api/markings/${marking}/raise`, { level: 'restricted', basis: 'x' });
    expect(raised.status, JSON.stringify(raised.body)).toBe(200);
  });
  afterAll(() => studio?.close());

  const upload = async (who: Person, filename: string) => {
    const bytes = await pictureBytes();
    const form = pictureForm(bytes, { title: 'Ảnh' }, filename);
    const answer = await who.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body: form });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return { id: answer.body.doc.id as string, sha256: hashOf(bytes) };
  };
  const namesOf = async (folder: string) => (await readdir(folder, { recursive: true })).sort();
  const kept = ({ status, headers, body }: Answer) => ({
    status,
    body: JSON.stringify(body),
    headers: [...headers].filter(([name]) => name !== 'date'),
  });

  it('R18: the store names files, whatever a sender calls them', async () => {
    for (const name of ['../../etc/kin.jpg', '..\\kin.jpg', '.htaccess', 'con.jpg', '/kin.jpg', 'a\u202egpj.exe.jpg']) {
      const { id, sha256 } = await upload(curator, name);
      expect((await curator.get(`/api/images/${id}?depth=0`)).body.master.sha256).toBe(sha256);
    }
    const names = (await namesOf(studio.values.mastersDir)).filter((name) => !/^\w\w(\/\w\w)?$/.test(name));
    expect(names.filter((name) => !/[0-9a-f]{64}$/.test(name) && !/^(incoming|tmp|uploads)/.test(name))).toEqual([]);
    expect(await namesOf(dirname(studio.folder)).catch(() => [])).not.toContain('etc');
  });

  it('R18: nobody replaces or deletes what is not theirs to, and both files are there afterwards', async () => {
    const translator = await studio.person(['translator', 'editor', 'publisher']);
    const before = await stateOf(studio);
    const bytes = await pictureBytes();
    for (const [who, id] of [
      [translator, open.id],
      [curator, hidden.id],
    ] as const) {
      const form = () => pictureForm(bytes, { title: 'Thay', filename: '../x' });
      for (const [method, path] of [
        ['PATCH', `/api/images/${id}?locale=vi`],
        ['POST', `/api/images/${id}?locale=vi`],
        ['PUT', `/api/images/${id}?locale=vi`],
        ['PATCH', `/api/images/${id}/file`],
        ['PUT', `/api/images/${id}/file`],
        ['DELETE', `/api/images/${id}/file`],
      ] as const)
        expect((await who.send(path, { method, body: form() })).status, `${method} ${path}`).toBeGreaterThan(399);
      expect((await who.delete(`/api/images/${id}`)).status).toBeGreaterThan(399);
    }
    expect({ ...(await stateOf(studio)), audit: '' }).toEqual({ ...before, audit: '' });
    const lie = { master: { sha256: hidden.sha256, filename: 'x' } };
    for (const who of [translator, curator]) await change(who, `/api/images/${open.id}?locale=vi`, lie);
    expect((await officer.get(`/api/images/${open.id}?depth=0`)).body.master.sha256).toBe(open.sha256);
  });

  it('R33 R34: a file for which no record of theirs stands is nowhere, asked for in whatever way', async () => {
    const orphan = randomBytes(2048);
    const name = hashOf(orphan);
    const folder = join(studio.values.mastersDir, name.slice(0, 2), name.slice(2, 4));
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, name), orphan);
    const asks: [method: string, tail: string, headers?: Record<string, string>][] = [
      ['GET', '/file'],
      ['HEAD', '/file'],
      ['GET', '/file', { range: 'bytes=0-9' }],
      ['GET', '/file', { 'if-none-match': `"${hidden.sha256.slice(0, 32)}-master"` }],
      ['GET', '/file', { 'if-none-match': '*' }],
      ...[160, 320, 640, 1024, 1600].map((width): [string, string] => ['GET', `/file?width=${width}`]),
      ...[
        '/zoom',
        '/zoom/0/0/0',
        '/embedded',
        '/technical',
        '/uses',
        '/rights',
        '/history',
        '/deletion',
        '/albums',
      ].map((tail): [string, string] => ['GET', tail]),
    ];
    for (const [method, tail, headers] of asks) {
      const ask = (id: string) => curator.send(`/api/images/${id}${tail}`, { method, ...(headers && { headers }) });
      const answer = kept(await ask(hidden.id));
      expect(answer, `${method} ${tail}`).toEqual(kept(await ask(nowhere)));
      expect(answer.status, `${method} ${tail}`).toBe(404);
    }
    for (const sha of [name, hidden.sha256])
      for (const path of [
        `/api/images/${sha}/file`,
        `/api/images/file/${sha}`,
        `/api/images/${open.id}/../${sha}/file`,
        `/api/images/${open.id}%2f..%2f${hidden.id}/file`,
        `/api/images/..%2f..%2fmasters%2f${sha}/file`,
        `/masters/${sha.slice(0, 2)}/${sha.slice(2, 4)}/${sha}`,
        `/media/${sha}`,
      ])
        expect((await curator.get(path)).status, path).toBe(404);
  });

  it('R42 R48: nobody gets from a cache what another was shown, and no answer leads elsewhere', async () => {
    const paths = ['/file', '/file?width=320', '/embedded', '/technical', '/uses'].map(
      (tail) => `/api/images/${hidden.id}${tail}`,
    );
    for (const path of paths)
      for (const order of [
        [officer, curator, officer],
        [curator, officer, curator],
      ])
        for (const who of order) {
          const answer = await who.get(path);
          // A master above `internal` leaves as a numbered copy alone, of which nobody else is told either
          const toOfficer = path.endsWith('/file') ? 403 : 200;
          expect([path, answer.status]).toEqual([path, who === officer ? toOfficer : 404]);
          expect(answer.headers.get('location')).toBeNull();
          expect(answer.headers.get('cache-control')).toMatch(/^(private, )?no-(cache|store)|no-store/);
          const etag = answer.headers.get('etag');
          if (etag) expect((await curator.get(path, { 'if-none-match': etag })).status).toBe(404);
        }
    for (const path of [
      '/api/images?limit=50&depth=0',
      '/api/images/archive/pictures',
      '/api/images/archive/facets',
      '/api/desk',
    ])
      for (const who of [officer, curator, officer, curator]) {
        const told = JSON.stringify((await who.get(path)).body);
        if (who === curator) expect(told, path).not.toContain(hidden.id);
      }
    expect(JSON.stringify((await officer.get('/api/images?limit=50&depth=0')).body)).toContain(hidden.id);
  });
});
