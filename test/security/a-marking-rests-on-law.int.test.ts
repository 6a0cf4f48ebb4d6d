import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeText } from '../support/lexical.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';

const decision = { legalBasis: 'law-2025', listItem: 'Danh mục 1.2', officer: 'Lan', decidedOn: '2026-03-02' };

describe.each(databases)('a state secret rests on a decision by law, on %s', (database) => {
  let studio: Studio;
  let officer: Person;
  let editor: Person;
  beforeAll(async () => {
    studio = await startStudio({ database, values: { profile: 'isolated' } });
    officer = await studio.person('security-officer', { clearance: 'tuyet_mat' });
    editor = await studio.person('editor');
  });
  afterAll(() => studio?.close());

  const write = async (): Promise<{ id: string; marking: string }> =>
    (await editor.post('/api/articles?locale=vi&depth=0', completeText('Hồ sơ'))).body.doc;
  const raise = (marking: string, more: object = {}) =>
    officer.post(`/api/markings/${marking}/raise`, { level: 'mat', basis: 'x', ...more });
  const stored = async (marking: string) => (await officer.get(`/api/markings/${marking}`)).body;

  it('which names law, entry, officer, day and term, and is refused where one is missing or wrong', async () => {
    const { marking } = await write();
    const wrong: [string, object][] = [
      ['decision', {}],
      ['legalBasis', { decision: { ...decision, legalBasis: 'law-2018' } }],
      ['listItem', { decision: { ...decision, listItem: '' } }],
      ['until', { decision: { ...decision, until: '2036-03-03' } }],
    ];
    for (const [field, more] of wrong)
      expect((await raise(marking, more)).body).toMatchObject({ code: 'field-invalid', values: { field } });
    expect((await stored(marking)).level).toBe('internal');
    expect((await raise(marking, { decision })).status).toBe(200);
    expect(await stored(marking)).toMatchObject({ ...decision, level: 'mat', protectedUntil: '2036-03-02' });
  });

  it('whose term is extended by no more than the law allows, by an officer, with a line in the log', async () => {
    const { id, marking } = await write();
    const extend = (until: string, who: Person = officer) =>
      who.post(`/api/markings/${marking}/extend`, { until, officer: 'Minh', basis: 'Quyết định 7' });
    expect((await extend('2040-01-01')).body.code).toBe('term-missing');
    await raise(marking, { decision });
    expect((await extend('2046-03-03')).body).toMatchObject({ code: 'field-invalid', values: { field: 'until' } });
    expect((await extend('2040-01-01', editor)).status).toBe(403);
    expect((await extend('2046-03-02')).body).toEqual({ protectedUntil: '2046-03-02' });
    expect((await stored(marking)).history).toMatchObject([{}, { protectedUntil: '2036-03-02' }, { officer: 'Minh' }]);
    const { body } = await officer.get(`/api/audit?sort=at&where[documentId][equals]=${id}`);
    expect(body.docs.map(({ action }: { action: string }) => action)).toContain('extend');
  });

  it('whose end, or what comes of it, opens nothing and stands on the officer’s desk', async () => {
    const { id, marking } = await write();
    await raise(marking, { decision });
    const section = async (who: Person) =>
      (await who.get('/api/desk')).body.sections.find(({ key }: { key: string }) => key === 'terms');
    const find = async (who: Person) => (await section(who))?.items.find((item: { id: string }) => item.id === id);
    expect(await find(officer)).toBeUndefined();
    const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    for (const [days, within] of [
      [175, 180],
      [85, 90],
      [55, 60],
      [-15_000, 0],
    ] as const) {
      const data = { protectedUntil: dayIn(days) };
      await studio.payload.db.updateOne({ collection: 'markings', id: marking, data });
      expect(await find(officer)).toMatchObject({ title: 'Hồ sơ', at: data.protectedUntil, term: { within } });
      expect((await editor.get(`/api/articles/${id}?draft=true`)).status).toBe(404);
      expect((await stored(marking)).level).toBe('mat');
    }
    const other = await studio.person('security-officer');
    expect(await find(other)).toBeUndefined();
  });
});
