import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grant } from '../support/grant.ts';
import { bodyOf } from '../support/lexical.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { stateOf } from '../support/studio-state.ts';
import { officeIn } from './support/lowering.ts';

describe.each(databases)('what was done leaves an audit line, on %s', (database) => {
  let studio: Studio;
  let officer: Person;
  let uncleared: Person;
  let administrator: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    officer = await studio.person('security-officer', { clearance: 'restricted', compartments: ['harbour'] });
    uncleared = await studio.person('security-officer');
    administrator = await studio.person('administrator');
  });
  afterAll(() => studio?.close());

  const about = async (id: string, reader = officer): Promise<string[]> => {
    const { status, body } = await reader.get(`/api/audit?sort=at&limit=100&where[documentId][equals]=${id}`);
    expect(status, JSON.stringify(body)).toBe(200);
    return body.docs.map((line: Record<string, string>) => `${line.actor ?? '-'} ${line.action} ${line.outcome}`);
  };

  it('when a person is made, given other duties or another clearance, and deleted', async () => {
    const data = { email: 'lan@studio.test', name: 'Lan', password: 'a-long-password', roles: ['editor'] };
    const { id } = (await administrator.post('/api/users', data)).body.doc;
    expect((await administrator.patch(`/api/users/${id}`, { roles: ['translator'] })).status).toBe(200);
    expect((await administrator.patch(`/api/users/${id}`, { roles: ['translator'] })).status).toBe(200);
    await grant([officer, administrator], id, { clearance: 'restricted' });
    expect((await administrator.delete(`/api/users/${id}`)).status).toBe(200);
    expect(await about(id)).toEqual([
      `${administrator.id} create done`,
      `${administrator.id} update done`,
      `${officer.id} ask-grant done`,
      `${administrator.id} grant done`,
      `${administrator.id} delete done`,
    ]);
  });

  it('when a document is deleted; whoever might not know of it reads nothing of it afterwards either', async () => {
    const editor = await studio.person('editor', { clearance: 'restricted', compartments: ['harbour'] });
    const text = { title: 'Cảng', summary: 'C.', body: bodyOf(['C']) };
    const { id, marking } = (await editor.post('/api/articles?locale=vi&depth=0', text)).body.doc;
    const to = { level: 'restricted', compartments: ['harbour'], basis: 'x' };
    expect((await officer.post(`/api/markings/${marking}/raise`, to)).status).toBe(200);
    expect((await editor.delete(`/api/articles/${id}`)).status).toBe(200);
    expect(await about(id)).toEqual([`${officer.id} raise done`, `${editor.id} delete done`]);
    expect(await about(id, uncleared)).toEqual([]);
  });

  it('R43: nothing rises, opens or is kept whose line cannot be written, with transactions and without', async () => {
    const { people, photograph, raise, write } = await officeIn(studio);
    const { curator, publisher, second } = people;
    const [picture, other] = [await photograph('Bến'), await photograph('Cầu')];
    const text = await write('Cầu tàu', { cover: other.id });
    const album = (await curator.post('/api/albums?locale=vi&depth=0', { title: 'Sông' })).body.doc;
    const deeds = {
      publish: () => publisher.post(`/api/articles/${text.id}/publish`, { locale: 'vi' }),
      release: () => publisher.post('/api/images/release', { ids: [picture.id] }),
      raise: () => raise(picture),
      hold: () => second.post(`/api/images/${picture.id}/hold`, { reason: 'x' }),
      'ask-deletion': () => curator.post(`/api/images/${picture.id}/deletion/ask`, { reason: 'x' }),
    };
    const person = await studio.person('editor');
    const rights = { update: () => administrator.patch(`/api/users/${person.id}`, { roles: ['translator'] }) };
    const ofAlbum = { release: () => publisher.post(`/api/albums/${album.id}/release`, {}) };
    const { db } = studio.payload;
    const { create } = db;
    for (const [action, deed] of [deeds, ofAlbum, rights].flatMap((some) => Object.entries(some))) {
      const before = await stateOf(studio);
      const isIts = (data: object) => 'action' in data && data.action === action;
      db.create = (args) =>
        args.collection === 'audit' && isIts(args.data)
          ? Promise.reject(new Error('disk full'))
          : create.call(db, args);
      const { status, body } = await deed();
      db.create = create;
      expect([action, status], JSON.stringify(body)).toEqual([action, 500]);
      expect(await stateOf(studio), action).toEqual(before);
    }
    const { roles } = (await administrator.get(`/api/users/${person.id}`)).body;
    expect(roles).toEqual(['editor']);
  });
});
