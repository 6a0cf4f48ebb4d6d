import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Level, levels, rankOf } from '#access/level.ts';
import { roles } from '#access/viewer.ts';
import { bodyOf } from '../support/lexical.ts';
import { exhaustiveDatabases, type Studio, startStudio } from '../support/studio.ts';
import { type Answer, type Caller, callerAt } from '../support/studio-caller.ts';

const table = JSON.parse(readFileSync(new URL('../vectors/access/article.json', import.meta.url), 'utf8'));
const raiseTable = JSON.parse(readFileSync(new URL('../vectors/access/marking.json', import.meta.url), 'utf8'));
const nowhere = '3f0e0000-0000-4000-8000-000000000000';
const accessCodes = ['forbidden', 'not-found', 'sign-in-required'];

describe.each(exhaustiveDatabases)('the table of rights at the door, on %s', (database) => {
  let studio: Studio;
  beforeAll(async () => {
    studio = await startStudio({ database, values: { profile: 'isolated' } });
  });
  afterAll(() => studio?.close());

  /** A document of some level, made past the rules. */
  const place = async (level: Level) => {
    const { payload } = studio;
    const data = { title: `T ${level}`, summary: 'S', body: bodyOf(['B']) };
    const made = await payload.create({ collection: 'articles', locale: 'vi', depth: 0, data: data as never });
    const { id, marking } = made as unknown as { id: string; marking: string };
    await payload.update({ collection: 'markings', id: marking, data: { level } as never });
    return { id, marking };
  };

  const asks = (who: Caller, { id, marking }: { id: string; marking: string }) => ({
    read: () => who.get(`/api/articles/${id}?draft=true`),
    readVersions: () => who.get(`/api/articles/versions?where[parent][equals]=${id}&limit=1`),
    update: () => who.patch(`/api/articles/${id}?locale=vi`, {}),
    'request-review': () => who.post(`/api/articles/${id}/review`, { locale: 'vi', action: 'request' }),
    review: () => who.post(`/api/articles/${id}/review`, { locale: 'vi', action: 'approve' }),
    publish: () => who.post(`/api/articles/${id}/publish`, { locale: 'en' }),
    raise: () => who.post(`/api/markings/${marking}/raise`, { level: 'tuyet_mat', basis: 'x' }),
    delete: () => who.delete(`/api/articles/${id}`),
  });

  const isOpen = (action: string, { status, body }: Answer): boolean =>
    action === 'readVersions' ? status === 200 && body.totalDocs > 0 : status < 400 || !accessCodes.includes(body.code);

  const someone = async (name: string): Promise<Caller> => {
    if (name === 'nobody') return studio.anonymous;
    const role = roles.find((one) => one === name);
    return studio.person(role ? [role] : [], { clearance: 'restricted', name });
  };

  it.each([...roles, 'nobody', 'without role'])('holds for %s, every action and every level', async (name) => {
    const who = await someone(name);
    for (const level of levels) {
      const document = await place(level);
      const inReach = rankOf(level) <= rankOf('restricted');
      for (const [action, ask] of Object.entries(asks(who, document))) {
        const row = (action === 'raise' ? raiseTable : table)[name][action];
        const answer = await ask();
        const expected = typeof row === 'object' && inReach;
        expect(isOpen(action, answer), `${name} ${action} ${level}: ${JSON.stringify(answer.body)}`).toBe(expected);
        expect(answer.status).toBeLessThan(500);
        if (inReach) continue;
        const missing = await asks(who, { id: nowhere, marking: nowhere })[action as 'read']();
        expect([answer.status, answer.body], `${name} ${action} ${level}`).toEqual([missing.status, missing.body]);
      }
    }
  });

  it('asks for every compartment and counts nothing that is hidden', async () => {
    const harbour = await studio.person('editor', { compartments: ['harbour'] });
    const both = await studio.person('editor', { compartments: ['harbour', 'metro'] });
    const { id, marking } = await place('internal');
    await studio.payload.update({
      collection: 'markings',
      id: marking,
      data: { compartments: ['metro', 'harbour'] } as never,
    });
    expect((await harbour.get(`/api/articles/${id}`)).status).toBe(404);
    expect((await both.get(`/api/articles/${id}`)).status).toBe(200);
    const count = async (who: Caller) => (await who.get('/api/articles/count')).body.totalDocs as number;
    expect((await count(both)) - (await count(harbour))).toBe(1);
  });

  it('R13 R22: obeys a clearance that is taken away from the next request on', async () => {
    const reader = await studio.person('editor', { clearance: 'restricted' });
    const { id } = await place('restricted');
    expect((await reader.get(`/api/articles/${id}`)).status).toBe(200);
    await studio.payload.update({ collection: 'users', id: reader.id, data: { clearance: 'internal' } });
    expect((await reader.get(`/api/articles/${id}`)).status).toBe(401);
    const again = callerAt(studio.url, await studio.logIn(reader.email, reader.password));
    expect((await again.get(`/api/articles/${id}`)).status).toBe(404);
  });
});
