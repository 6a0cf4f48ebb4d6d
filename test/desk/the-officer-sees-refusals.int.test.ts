import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf } from '../support/lexical.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import { callerAt } from '../support/studio-caller.ts';
import type { Person } from '../support/studio-people.ts';

interface Item {
  readonly title: string;
  readonly at: string;
  readonly refused: { action: string; collection: string | null; code: string; times: number };
}

interface Section {
  readonly key: string;
  readonly count: number;
  readonly href?: string;
  readonly items: readonly Item[];
}

const day = 24 * 60 * 60 * 1000;

describe.each(databases)('the desk of a security officer tells of refusals, on %s', (database) => {
  let studio: Studio;
  let officer: Person;
  let editor: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    officer = await studio.person('security-officer', { clearance: 'restricted' });
    editor = await studio.person('editor', { name: 'Trần Thị Lan' });
  });
  afterAll(() => studio?.close());

  const refusals = async (person: Person): Promise<Section | undefined> => {
    const { status, body } = await person.get('/api/desk');
    expect(status, JSON.stringify(body)).toBe(200);
    return (body.sections as Section[]).find(({ key }) => key === 'refusals');
  };

  /** A line as of some days ago. */
  const write = async (days: number, more: object = {}) => {
    const id = randomUUID();
    const at = new Date(Date.now() - days * day).toISOString();
    const act = { action: 'read', collection: 'articles', outcome: 'refused', code: 'not-found', times: 1 };
    const data = { ...act, id, at, lastAt: at, seal: 'open', ...more };
    await studio.payload.db.create({ collection: 'audit', customID: id, data, returning: false });
  };

  it('of none where there was none', async () => {
    expect(await refusals(officer)).toMatchObject({ count: 0, items: [] });
  });

  it('with who wanted what and why not, the newest first', async () => {
    const nobody = callerAt(studio.url, null);
    await nobody.post('/api/users/login', { email: 'nobody@city.test', password: 'wrong-password' });
    for (let turn = 0; turn < 3; turn += 1) await editor.post('/api/users', { email: 'x@city.test', name: 'X' });
    const told = await refusals(officer);
    expect(told?.count).toBe(2);
    expect(told?.items).toMatchObject([
      { title: 'Trần Thị Lan', refused: { action: 'create', collection: 'users', code: 'forbidden', times: 3 } },
      { title: '', refused: { action: 'log-in', collection: 'users', code: 'sign-in-failed', times: 1 } },
    ]);
  });

  it('of seven days, all of them, and nothing that was done', async () => {
    for (let turn = 0; turn < 8; turn += 1) await write(6);
    await write(8);
    await write(1, { outcome: 'done', code: null, action: 'publish' });
    const told = await refusals(officer);
    expect([told?.count, told?.items.length]).toEqual([10, 6]);
    const asked = new URLSearchParams(told?.href?.split('?')[1]);
    const { body } = await officer.get(`/api/audit?limit=0&${asked}`);
    expect(body.totalDocs).toBe(10);
  });

  it('to nobody else, and of no document above the officer’s clearance', async () => {
    for (const role of ['administrator', 'editor', 'publisher', 'curator'] as const)
      expect(await refusals(await studio.person(role))).toBeUndefined();
    const uncleared = await studio.person('security-officer');
    const before = (await refusals(uncleared))?.count;
    const cleared = await studio.person(['editor', 'security-officer'], { clearance: 'restricted', name: 'Phúc' });
    const text = { title: 'Kín', summary: 'S.', body: bodyOf(['B']) };
    const { marking, id } = (await cleared.post('/api/articles?locale=vi&depth=0', text)).body.doc;
    expect((await cleared.post(`/api/markings/${marking}/raise`, { level: 'restricted', basis: 'x' })).status).toBe(
      200,
    );
    expect((await cleared.post(`/api/articles/${id}/publish`, { locale: 'vi' })).body.code).toBe('forbidden');
    expect((await refusals(officer))?.items[0]).toMatchObject({ title: 'Phúc', refused: { action: 'publish' } });
    expect((await refusals(uncleared))?.count).toBe(before);
    expect(JSON.stringify(await refusals(uncleared))).not.toContain('Phúc');
  });
});
