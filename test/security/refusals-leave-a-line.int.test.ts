import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf } from '../support/lexical.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import { type Caller, callerAt } from '../support/studio-caller.ts';
import type { Person } from '../support/studio-people.ts';
import { stateOf, withRefusals } from '../support/studio-state.ts';

const nowhere = '3f0e0000-0000-4000-8000-000000000000';

interface Line {
  readonly actor: string | null;
  readonly who: string | null;
  readonly action: string;
  readonly collection: string | null;
  readonly documentId: string | null;
  readonly outcome: string;
  readonly code: string | null;
  readonly times: number;
}

describe.each(databasesInTurn)('R43: what is refused leaves an audit line and nothing else, on %s', (database) => {
  let studio: Studio;
  let editor: Person;
  let publisher: Person;
  let officer: Person;
  let article: { id: string; marking: string };
  let secret: { id: string; marking: string };
  beforeAll(async () => {
    studio = await startStudio({ database });
    editor = await studio.person('editor', { name: 'Trần Thị Lan' });
    publisher = await studio.person(['publisher', 'editor']);
    officer = await studio.person(['security-officer', 'editor'], { clearance: 'restricted' });
    const write = async (who: Person, title: string) => {
      const text = { title, summary: 'S.', body: bodyOf(['B']) };
      return (await who.post('/api/articles?locale=vi&depth=0', text)).body.doc as { id: string; marking: string };
    };
    article = await write(editor, 'Chợ đêm');
    secret = await write(officer, 'Kín');
    const raised = await officer.post(`/api/markings/${secret.marking}/raise`, { level: 'restricted', basis: 'x' });
    expect(raised.status, JSON.stringify(raised.body)).toBe(200);
  });
  afterAll(() => studio?.close());

  /** Lines about a person's refusals, as the cleared officer reads them. */
  const linesOf = async (who: { readonly id: string } | null, reader: Caller = officer): Promise<Line[]> => {
    const whose = who ? `where[actor][equals]=${who.id}` : 'where[actor][exists]=false';
    const answer = await reader.get(`/api/audit?limit=100&sort=at&${whose}&where[outcome][equals]=refused`);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body.docs as Line[];
  };

  const acts: [
    what: string,
    code: string,
    act: (who: Person) => ReturnType<Person['get']>,
    line: () => Partial<Line>,
  ][] = [
    [
      'publishing without being a publisher',
      'forbidden',
      (who) => who.post(`/api/articles/${article.id}/publish`, { locale: 'vi' }),
      () => ({ action: 'publish', collection: 'articles', documentId: article.id }),
    ],
    [
      'making a person',
      'forbidden',
      (who) => who.post('/api/users', { email: 'x@city.test', name: 'X', password: 'long-enough-word' }),
      () => ({ action: 'create', collection: 'users', documentId: null }),
    ],
    [
      'raising a marking',
      'forbidden',
      (who) => who.post(`/api/markings/${article.marking}/raise`, { level: 'restricted', basis: 'x' }),
      () => ({ action: 'raise', collection: 'articles', documentId: article.id }),
    ],
    [
      'opening what is hidden',
      'not-found',
      (who) => who.get(`/api/articles/${secret.id}`),
      () => ({ action: 'read', collection: 'articles', documentId: secret.id }),
    ],
    [
      'opening what never was',
      'not-found',
      (who) => who.get(`/api/articles/${nowhere}`),
      () => ({ action: 'read', collection: 'articles', documentId: nowhere }),
    ],
    [
      'changing what is hidden',
      'forbidden',
      (who) => who.patch(`/api/articles/${secret.id}?locale=vi`, { title: 'X' }),
      () => ({ action: 'update', collection: 'articles', documentId: secret.id }),
    ],
    [
      'reading the audit log',
      'forbidden',
      (who) => who.get('/api/audit'),
      () => ({ action: 'read', collection: 'audit', documentId: null }),
    ],
  ];

  it.each(acts)('%s', async (_what, code, act, expected) => {
    const who = await studio.person('editor', { name: 'Lê Văn Nam' });
    const before = await stateOf(studio);
    const answer = await act(who);
    expect(answer.body.code, JSON.stringify(answer.body)).toBe(code);
    const { action, collection, documentId } = expected();
    const line = `${who.id} ${action} ${collection} ${documentId ?? '-'} refused ${code}`;
    expect(await stateOf(studio)).toEqual(withRefusals(before, line, 1));
    expect(await linesOf(who)).toEqual([
      expect.objectContaining({ who: 'Lê Văn Nam', outcome: 'refused', code, times: 1, ...expected() }),
    ]);
  });

  it('publishing one’s own text, in another’s language, above the connected levels', async () => {
    const own = (
      await publisher.post('/api/articles?locale=vi&depth=0', { title: 'A', summary: 'A.', body: bodyOf(['A']) })
    ).body.doc.id as string;
    expect((await publisher.post(`/api/articles/${own}/publish`, { locale: 'vi' })).body.code).toBe('publish-own-text');
    expect(await linesOf(publisher)).toMatchObject([{ action: 'publish', documentId: own, code: 'publish-own-text' }]);
    const vietnamese = await studio.person('publisher', { publishes: ['vi'] });
    await vietnamese.post(`/api/articles/${article.id}/publish`, { locale: 'fr' });
    expect(await linesOf(vietnamese)).toMatchObject([{ documentId: article.id, code: 'publish-language' }]);
    await officer.post(`/api/markings/${article.marking}/raise`, { level: 'mat', basis: 'x' });
    expect(await linesOf(officer)).toMatchObject([
      { action: 'raise', collection: 'articles', documentId: article.id, code: 'level-not-allowed' },
    ]);
  });

  it('R55: a failed log-in names the account, and never what was typed', async () => {
    const { email, id } = await studio.person('curator');
    const nobody = callerAt(studio.url, null);
    for (const [address, password] of [
      [email, 'mistyped-secret'],
      [email, 'mistyped-secret-again'],
      ['nobody@city.test', 'another-secret'],
    ])
      expect((await nobody.post('/api/users/login', { email: address, password })).body.code).toBe('sign-in-failed');
    const lines = await linesOf(null);
    expect(lines).toMatchObject([
      { action: 'log-in', collection: 'users', documentId: id, code: 'sign-in-failed', times: 2 },
      { action: 'log-in', collection: 'users', documentId: null, code: 'sign-in-failed', times: 1 },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/secret|nobody@/);
  });

  it('a flood becomes no more lines than an hour may hold', async () => {
    const who = await studio.person('editor');
    for (let n = 0; n < 130; n += 1) {
      const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
      expect((await who.get(`/api/articles/${id}`)).status).toBe(404);
    }
    const where = `where[actor][equals]=${who.id}&where[outcome][equals]=refused`;
    const { body } = await officer.get(`/api/audit?limit=0&${where}`);
    expect(body.totalDocs).toBe(101);
    const rest = (body.docs as Line[]).find(({ documentId }) => documentId === null);
    expect(rest).toMatchObject({ times: 30, code: 'not-found', action: 'read' });
  });

  it('a form that was filled in wrongly, and a stranger who knocks, leave none', async () => {
    const who = await studio.person('editor');
    expect((await who.post('/api/articles?locale=vi', { colour: 'red' })).body.code).toBe('field-unknown');
    expect((await who.get('/api/articles?where[title][$ne]=x')).status).toBe(400);
    expect(await linesOf(who)).toEqual([]);
    const before = await linesOf(null);
    expect((await studio.anonymous.get(`/api/articles/${article.id}`)).status).toBe(401);
    expect(await linesOf(null)).toEqual(before);
  });

  it('nobody reads it but the security officer, and nobody writes or clears it', async () => {
    const others = [editor, publisher, await studio.person('administrator'), await studio.person('curator')];
    for (const who of others) expect((await who.get('/api/audit')).body.code).toBe('forbidden');
    const [line] = (await officer.get('/api/audit?limit=1')).body.docs as { id: string }[];
    for (const who of [...others, officer]) {
      expect((await who.delete(`/api/audit/${line?.id}`)).status).toBeGreaterThanOrEqual(403);
      expect((await who.patch(`/api/audit/${line?.id}?locale=vi`, { outcome: 'done' })).status).toBeGreaterThanOrEqual(
        403,
      );
      expect((await who.post('/api/audit?locale=vi', { action: 'read', at: '2026-01-01T00:00:00Z' })).status).toBe(403);
    }
    expect((await officer.get(`/api/audit/${line?.id}`)).body.outcome).toBe('refused');
  });

  it('R41 R60: an officer without clearance learns of no document above it, before and after it is marked', async () => {
    const uncleared = await studio.person('security-officer', { clearance: 'internal' });
    const ofOthers = (who: { readonly id: string }) => `/api/audit?limit=500&where[actor][equals]=${who.id}`;
    const told = JSON.stringify((await uncleared.get(ofOthers(officer))).body);
    expect(told).not.toContain(secret.id);
    expect(JSON.stringify((await uncleared.get(ofOthers(editor))).body)).not.toContain(secret.id);
    expect(JSON.stringify((await officer.get(ofOthers(officer))).body)).toContain(secret.id);
    const raised = await officer.post(`/api/markings/${article.marking}/raise`, { level: 'restricted', basis: 'x' });
    expect(raised.status).toBe(200);
    expect(JSON.stringify((await uncleared.get('/api/audit?limit=500')).body)).not.toContain(article.id);
    for (const field of ['seal', 'documentId'])
      expect((await uncleared.get(`/api/audit/count?where[${field}][like]=${article.id}`)).body.totalDocs ?? 0).toBe(0);
  });

  it('what people asked for in ignorance is told alike, whether it is there or not, and stays', async () => {
    const uncleared = await studio.person('security-officer', { clearance: 'internal' });
    const curious = await studio.person(['editor', 'publisher']);
    const asks = async (id: string, marking: string) => {
      await curious.get(`/api/articles/${id}?draft=true`);
      await curious.patch(`/api/articles/${id}?locale=vi`, { title: 'X' });
      await curious.delete(`/api/articles/${id}`);
      await curious.post(`/api/articles/${id}/duplicate?locale=vi`, {});
      await curious.post(`/api/articles/${id}/publish`, { locale: 'vi' });
      await curious.get(`/api/preview/articles/${id}?locale=vi`);
      await curious.get(`/api/markings/${marking}`);
      await curious.post(`/api/markings/${marking}/raise`, { level: 'restricted', basis: 'x' });
    };
    const told = async (reader: Caller, id: string, marking: string) =>
      (await linesOf(curious, reader))
        .filter(({ documentId }) => documentId === id || documentId === marking)
        .map(({ action, collection, documentId, code, times }) => ({
          ...{ action, collection, code, times },
          documentId: documentId === marking ? 'MARKING' : 'DOCUMENT',
        }));
    const [nothing, none] = [nowhere, nowhere.replace('3f', '4f')];
    await asks(nothing, none);
    await asks(secret.id, secret.marking);
    for (const reader of [uncleared, officer]) {
      const hidden = await told(reader, secret.id, secret.marking);
      expect(hidden.length).toBeGreaterThan(5);
      expect(hidden).toEqual(await told(reader, nothing, none));
    }
    const before = await told(uncleared, secret.id, secret.marking);
    const compartments = ['metro'];
    const both = await studio.person('security-officer', { clearance: 'restricted', compartments });
    const higher = { level: 'restricted', compartments, basis: 'x' };
    expect((await both.post(`/api/markings/${secret.marking}/raise`, higher)).status).toBe(200);
    expect(await told(uncleared, secret.id, secret.marking)).toEqual(before);
  });
});
