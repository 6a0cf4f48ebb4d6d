import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeText } from '../support/lexical.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Caller } from '../support/studio-caller.ts';
import type { Person } from '../support/studio-people.ts';

describe.each(databases)('a security officer asks who knows what, on %s', (database) => {
  let studio: Studio;
  let officer: Person;
  let uncleared: Person;
  let reader: Person;
  let editor: Person;
  let hidden: string;
  const month = new Date(Date.now() + 7 * 60 * 60 * 1000).toISOString().slice(0, 7);
  beforeAll(async () => {
    studio = await startStudio({ database });
    const compartments = ['harbour'];
    officer = await studio.person('security-officer', { clearance: 'restricted', compartments, name: '=Lan' });
    uncleared = await studio.person('security-officer', { name: 'Minh' });
    reader = await studio.person('editor', { clearance: 'restricted', compartments, name: 'Hoa' });
    await studio.person('editor', { clearance: 'restricted', compartments: ['metro'], name: 'Metro' });
    const ended = await studio.person('editor', { clearance: 'restricted', compartments, name: 'Ended' });
    await studio.person('editor', { clearance: 'restricted', compartments, name: 'Shut', disabled: true });
    editor = await studio.person('editor', { name: 'Bình' });
    const data = { clearedUntil: new Date(Date.now() - 1000).toISOString() };
    await studio.payload.db.updateOne({ collection: 'users', id: ended.id, data });
    const made = (await editor.post('/api/articles?locale=vi&depth=0', completeText('Cảng kín'))).body.doc;
    await editor.post('/api/articles?locale=vi&depth=0', completeText('Chợ đêm'));
    const to = { level: 'restricted', compartments, basis: '=Công văn 1' };
    expect((await officer.post(`/api/markings/${made.marking}/raise`, to)).status).toBe(200);
    hidden = made.id;
  });
  afterAll(() => studio?.close());

  const ask = (path: string, who: Caller = officer) => who.get(`/api/answers/${path}`);
  const firsts = async (path: string, at = 0): Promise<string[]> => {
    const { status, body } = await ask(path);
    expect(status, JSON.stringify(body)).toBe(200);
    return body.rows.map((row: string[]) => row[at]);
  };

  it('who could see a document: exactly those who can, and by what', async () => {
    expect((await firsts(`could-see/articles/${hidden}`)).toSorted()).toEqual(['=Lan', 'Hoa']);
    const { rows } = (await ask(`could-see/articles/${hidden}`)).body;
    expect(rows.find(([name]: string[]) => name === 'Hoa')).toEqual(['Hoa', 'Editor', 'Restricted', 'harbour', '']);
    expect((await reader.get(`/api/articles/${hidden}?draft=true`)).status).toBe(200);
    expect((await editor.get(`/api/articles/${hidden}?draft=true`)).status).toBe(404);
  });

  it('who had to do with it or opened it, as the audit log knows', async () => {
    expect((await reader.get(`/api/articles/${hidden}?draft=true`)).status).toBe(200);
    const { rows } = (await ask(`has-seen/articles/${hidden}`)).body;
    expect(rows.map(([, who, act]: string[]) => [who, act])).toContainEqual(['=Lan', 'Raise a level']);
    expect(rows.map(([, who, act]: string[]) => [who, act])).toContainEqual(['Hoa', 'Read']);
  });

  it('what a person may see, counted, and no more than the officer is cleared for', async () => {
    const rows = async (person: Person, who = officer) => (await ask(`may-see/${person.id}`, who)).body.rows;
    expect(await rows(reader)).toEqual([
      ['Articles', 'Internal', '', '1'],
      ['Articles', 'Restricted', 'harbour', '1'],
    ]);
    expect(await rows(editor)).toEqual([['Articles', 'Internal', '', '1']]);
    expect(await rows(reader, uncleared)).toEqual([['Articles', 'Internal', '', '1']]);
  });

  it('what was marked otherwise in a month', async () => {
    const { rows } = (await ask(`changed/${month}`)).body;
    expect(rows.map((row: string[]) => row.slice(1))).toEqual([
      ['=Lan', 'Article', 'Cảng kín', 'Internal', 'Restricted', '=Công văn 1'],
    ]);
    expect((await ask(`changed/${month}`, uncleared)).body.rows).toEqual([]);
    expect((await ask('changed/2026-01')).body).toMatchObject({
      heading: 'Markings changed in January 2026',
      rows: [],
    });
    expect((await ask('changed/2026-13')).body.code).toBe('field-invalid');
  });

  it('with the grounds that the studio gives by itself in the language of whoever asks', async () => {
    const publisher = await studio.person('publisher');
    const { id } = (await editor.post('/api/articles?locale=vi&depth=0', completeText('Phố đi bộ'))).body.doc;
    const sent = await publisher.post(`/api/articles/${id}/publish`, { locale: 'vi' });
    expect(sent.status, JSON.stringify(sent.body)).toBe(200);
    const grounds = async (language: string): Promise<string[]> => {
      const { rows } = (await officer.get(`/api/answers/changed/${month}`, { 'accept-language': language })).body;
      return rows.flatMap((row: string[]) => (row[3] === 'Phố đi bộ' ? [row.at(-1)] : []));
    };
    expect([await grounds('vi'), await grounds('en'), await grounds('fr'), await grounds('zh')]).toEqual([
      ...[['Xuất bản lần đầu'], ['First publication'], ['Première publication'], ['首次发布']],
    ]);
    expect(String((await ask(`csv/changed/${month}`)).body)).toContain('First publication');
  });

  it('as a table for table programs, in which no cell is a formula', async () => {
    const answer = await ask(`csv/changed/${month}`);
    expect(answer.headers.get('content-type')).toContain('text/csv');
    // What is marked above internal leaves without its title and its grounds
    expect(String(answer.body)).toContain(`'=Lan,Article,${hidden},Internal,Restricted,\r\n`);
    expect(String(answer.body)).not.toContain('Công văn 1');
  });

  it('answers nobody else, and of what is hidden from an officer as of what is not there', async () => {
    const paths = [
      `could-see/articles/${hidden}`,
      `has-seen/articles/${hidden}`,
      `may-see/${reader.id}`,
      `changed/${month}`,
    ];
    for (const path of paths.flatMap((one) => [one, `csv/${one}`])) {
      expect((await ask(path, studio.anonymous)).status, path).toBe(401);
      for (const who of [editor, await studio.person('administrator')])
        expect((await ask(path, who)).body.code, path).toBe('forbidden');
    }
    for (const path of ['could-see', 'has-seen', 'csv/could-see', 'csv/has-seen']) {
      const [there, missing] = [
        await ask(`${path}/articles/${hidden}`, uncleared),
        await ask(`${path}/articles/none`, uncleared),
      ];
      expect([there.status, there.body]).toEqual([missing.status, missing.body]);
      expect(there.status).toBe(404);
    }
    for (const path of ['could-see/users/x', 'may-see/none']) expect((await ask(path)).status, path).toBe(404);
  });
});
