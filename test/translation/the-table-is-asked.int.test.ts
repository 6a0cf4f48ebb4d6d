import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { studioLocales } from '#languages/locales.ts';
import { change } from '../support/change.ts';
import { bodyOf } from '../support/lexical.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { countsOf, csvFor, rowOf, statesOf, tableFor, titlesFor } from './support/table.ts';

const words = (title: string, paragraphs: string[], more: object = {}) => ({
  title,
  summary: `${title}.`,
  body: bodyOf(paragraphs),
  ...more,
});

describe.each(databases)('the table of translations on %s', (database) => {
  let studio: Studio;
  let editor: Person;
  let publisher: Person;
  let officer: Person;
  let topic: string;
  let agency: string;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    studio = await startStudio({ database });
    editor = await studio.person('editor', { name: 'Lan' });
    publisher = await studio.person('publisher', { name: 'Minh' });
    officer = await studio.person('security-officer', { clearance: 'restricted', compartments: ['harbour'] });
    const reference = async (collection: 'topics' | 'agencies', name: string): Promise<string> => {
      const made = await studio.payload.create({ collection, locale: 'vi', data: { name } as never });
      return String(made.id);
    };
    topic = await reference('topics', 'Chợ');
    agency = await reference('agencies', 'Sở Du lịch');
    ids.market = await write('Chợ Bến Thành', { topics: [topic], agency });
  }, 120_000);
  afterAll(() => studio?.close());

  const write = async (title: string, more: object = {}, locale = 'vi'): Promise<string> => {
    const data = words(title, ['Đoạn một.', 'Đoạn hai.'], { source: locale, ...more });
    const made = await editor.post(`/api/articles?locale=${locale}`, data);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    return made.body.doc.id;
  };
  const save = async (id: string, locale: string, data: object, who = editor) => {
    const { status, body } = await change(who, `/api/articles/${id}?locale=${locale}`, data);
    expect(status, JSON.stringify(body)).toBe(200);
  };
  const publish = async (id: string, locale: string, more: object = {}) => {
    const { status, body } = await publisher.post(`/api/articles/${id}/publish`, { locale, ...more });
    expect(status, JSON.stringify(body)).toBe(200);
  };

  it('tells the truth after each step of a text', async () => {
    const id = ids.market ?? '';
    expect(await statesOf(editor, id)).toBe('source missing missing missing');
    await save(id, 'en', { title: 'Ben Thanh Market' });
    expect(await statesOf(editor, id)).toBe('source in-translation missing missing');
    expect((await rowOf(editor, id)).cells.en).toMatchObject({ published: false, done: 1, of: 4 });
    await save(id, 'en', words('Ben Thanh Market', ['Paragraph one.', 'Paragraph two.']));
    expect(await statesOf(editor, id)).toBe('source translated missing missing');
    await publish(id, 'vi');
    await publish(id, 'en');
    const { cells } = await rowOf(editor, id);
    expect(cells.vi).toMatchObject({ state: 'source', published: true });
    expect(cells.en).toMatchObject({ state: 'translated', published: true, done: 4, of: 4 });
    expect(cells.fr).toMatchObject({ state: 'missing', published: false, done: 0 });
  });

  it('takes a change of formatting alone for none, and one of words for what it is', async () => {
    const id = ids.market ?? '';
    const bold = bodyOf(['Đoạn một.', 'Đoạn hai.']);
    const text = bold.root.children[0] as unknown as { children: { format: number }[] };
    if (text.children[0]) text.children[0].format = 1;
    await save(id, 'vi', { body: bold });
    await publish(id, 'vi');
    expect(await statesOf(editor, id)).toBe('source translated missing missing');
    await save(id, 'vi', { body: bodyOf(['Đoạn một, mới.', 'Đoạn hai.']) });
    expect(await statesOf(editor, id)).toBe('source outdated missing missing');
    expect((await rowOf(editor, id)).cells.en).toMatchObject({ done: 3, of: 4 });
  });

  it('shows a translation that an error stands in until it follows the correction', async () => {
    const id = ids.market ?? '';
    await publish(id, 'vi', { correction: true, note: 'Sai năm' });
    expect(await statesOf(editor, id)).toBe('source under-correction missing missing');
    await save(id, 'en', { body: bodyOf(['Paragraph one, new.', 'Paragraph two.']) });
    await publish(id, 'en');
    expect(await statesOf(editor, id)).toBe('source translated missing missing');
  });

  it('has every kind of document, and counts what it shows', async () => {
    const { payload } = studio;
    const named = { name: 'Quảng trường' } as never;
    const place = await payload.create({ collection: 'places', locale: 'vi', data: named });
    await payload.update({ collection: 'places', id: place.id, locale: 'zh', data: { name: '广场' } as never });
    const album = { title: 'Lễ hội', pressKit: true, pressText: 'Thông cáo' } as never;
    const kit = await payload.create({ collection: 'albums', locale: 'vi', data: album });
    ids.event = (
      await editor.post('/api/events?locale=fr', {
        ...words('La fête', ['Un soir.'], { source: 'fr', topics: [topic] }),
        startsAt: '2027-01-01T02:00:00.000Z',
        kind: 'festival',
      })
    ).body.doc?.id;
    const all = await tableFor(editor);
    expect(all.facets.collection?.map(({ value, count }) => `${value} ${count}`).sort()).toEqual([
      'agencies 1',
      'albums 1',
      'articles 1',
      'events 1',
      'places 1',
      'press-kits 1',
      'topics 1',
    ]);
    expect(all.total).toBe(6);
    for (const locale of studioLocales) {
      const seen: Record<string, number> = {};
      for (const { cells } of all.rows) seen[cells[locale].state] = (seen[cells[locale].state] ?? 0) + 1;
      expect(countsOf(all, locale)).toEqual(seen);
    }
    expect(await statesOf(editor, String(place.id))).toBe('source missing missing translated');
    expect((await tableFor(editor, { collection: 'press-kits' })).rows.map(({ id }) => id)).toEqual([String(kit.id)]);
    expect(await statesOf(editor, ids.event ?? '')).toBe('missing missing source missing');
  });

  it('filters by collection, topic, agency, person, language and state, and counts beside each', async () => {
    expect(await titlesFor(editor, { topic })).toHaveLength(3);
    expect(await titlesFor(editor, { topic, collection: 'articles' })).toEqual(['Chợ Bến Thành']);
    expect((await titlesFor(editor, { agency })).sort()).toEqual(['Chợ Bến Thành', 'Sở Du lịch'].sort());
    const missing = await tableFor(editor, { state: 'missing', language: 'zh' });
    expect(missing.languages).toEqual(['zh']);
    expect(missing.total).toBe(missing.states.zh.missing);
    expect(missing.rows.every(({ cells }) => cells.zh.state === 'missing')).toBe(true);
    expect(missing.states).toEqual((await tableFor(editor)).states);
    const mine = await tableFor(editor, { person: editor.id });
    expect(mine.rows.map(({ id }) => id).sort()).toEqual([ids.market, ids.event].sort());
    expect(mine.states.fr.source).toBe(1);
    expect(await titlesFor(editor, { person: publisher.id, language: 'fr' })).toEqual([]);
    const all = await tableFor(editor);
    expect(all.facets.person).toContainEqual({ value: editor.id, count: 2, label: 'Lan' });
    expect(all.facets.topic).toContainEqual({ value: topic, count: 3, label: 'Chợ' });
    const narrowed = await tableFor(editor, { collection: 'events' });
    expect(narrowed.facets.collection).toEqual(all.facets.collection);
    expect(narrowed.facets.agency?.map(({ count }) => count)).toEqual([1]);
  });

  it.each([
    ['cho ben thanh', ['Chợ Bến Thành']],
    ['ben thanh market', ['Chợ Bến Thành']],
    ['广场', ['Quảng trường']],
    ['FETE', ['La fête']],
    ['khong co', []],
  ])('finds by a title in any language: %s', async (q, titles) => {
    expect(await titlesFor(editor, { q })).toEqual(titles);
  });

  it('puts rows in order, and gives them a page at a time', async () => {
    const vietnamese = await titlesFor(editor, { sort: 'title' });
    expect(vietnamese).toEqual([...vietnamese].sort(new Intl.Collator('vi').compare));
    expect(await titlesFor(editor, { sort: '-title' })).toEqual([...vietnamese].reverse());
    const changed = (await tableFor(editor)).rows.map((row) => row.changed);
    expect(changed).toEqual([...changed].sort().reverse());
    const byChinese = (await tableFor(editor, { sort: 'zh' })).rows.map(({ cells }) => cells.zh.state);
    expect(byChinese).toEqual(['missing', 'missing', 'missing', 'missing', 'missing', 'translated']);
    const second = await tableFor(editor, { sort: 'title', limit: '4', page: '2' });
    expect([second.pages, second.total, second.rows.map(({ title }) => title)]).toEqual([2, 6, vietnamese.slice(4)]);
  });

  it('R24: gives everything found as a file that no table program takes a formula from', async () => {
    const id = await write('=HYPERLINK("http://x.example")', {}, 'en');
    const { headers, body } = await csvFor(editor);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const raw = await fetch(`${studio.url}/api/translation/coverage.csv`, {
      headers: { authorization: `JWT ${editor.token}` },
    });
    expect([...new Uint8Array(await raw.arrayBuffer()).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows: Record<string, string>[] = parse(String(body), { bom: true, columns: true });
    expect(rows).toHaveLength((await tableFor(editor)).total);
    const row = rows.find((one) => one.ID === id);
    expect(row).toMatchObject({
      Kind: 'Article',
      Title: `'=HYPERLINK("http://x.example")`,
      'English: state': 'Original',
      'Français: state': 'Missing',
      'English: people': 'Lan',
    });
    const filtered = await csvFor(editor, { topic, language: 'vi' });
    const few: Record<string, string>[] = parse(String(filtered.body), { bom: true, columns: true });
    expect(few.map((one) => one.Topics)).toEqual(['Chợ', 'Chợ', 'Chợ']);
    expect(Object.keys(few[0] ?? {}).some((name) => name.startsWith('English'))).toBe(false);
    await studio.payload.delete({ collection: 'articles', id });
    expect((await tableFor(editor)).rows.some((one) => one.id === id)).toBe(false);
  });

  it('tells whoever may not know of a document neither row nor number, from the moment it is marked', async () => {
    const id = await write('Cảng kín', { topics: [topic] });
    expect((await rowOf(editor, id)).title).toBe('Cảng kín');
    const before = await tableFor(officer);
    const { body } = await editor.get(`/api/articles/${id}?draft=true&depth=0`);
    const raised = await officer.post(`/api/markings/${body.marking}/raise`, {
      ...{ level: 'restricted', compartments: ['harbour'], basis: 'Test' },
    });
    expect(raised.status, JSON.stringify(raised.body)).toBe(200);
    const questions: Record<string, string>[] = [{}, { q: 'cang kin' }, { topic }, { state: 'source' }, { sort: 'vi' }];
    const ask = async () =>
      JSON.stringify([
        ...(await Promise.all(questions.map((question) => tableFor(editor, question)))),
        (await csvFor(editor)).body,
      ]);
    const now = await ask();
    expect(now).not.toContain('Cảng kín');
    expect((await tableFor(editor)).total).toBe(before.total - 1);
    expect((await tableFor(officer)).total).toBe(before.total);
    await save(
      id,
      'vi',
      { title: 'Cảng rất kín' },
      await studio.person('editor', {
        ...{ clearance: 'restricted', compartments: ['harbour'] },
      }),
    );
    expect(await ask()).toBe(now);
    expect(await titlesFor(officer, { q: 'cang rat kin' })).toEqual(['Cảng rất kín']);
  });

  it('refuses what it does not understand, and whoever has not signed in', async () => {
    const codeOf = async (query: string) => (await editor.get(`/api/translation/coverage?${query}`)).body.code;
    expect(await codeOf('campaign=x')).toBe('parameter-unknown');
    expect(await codeOf('state=perfect')).toBe('parameter-invalid');
    expect(await codeOf('sort=body')).toBe('parameter-invalid');
    expect(await codeOf('language=de')).toBe('parameter-invalid');
    expect(await codeOf('limit=100000')).toBe('parameter-invalid');
    expect(await codeOf('page=1&page=2')).toBe('parameter-repeated');
    expect((await studio.anonymous.get('/api/translation/coverage')).status).toBe(401);
    expect((await studio.anonymous.get('/api/translation/coverage.csv')).status).toBe(401);
    const far = await tableFor(editor, { page: '900000' });
    expect([far.rows, far.total > 0]).toEqual([[], true]);
  });
});
