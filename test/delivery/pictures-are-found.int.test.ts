import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rightsStatements } from '#media/rights/rights.ts';
import { clausesOf, type Filters } from '../../src/delivery/projection/list-query.ts';
import { openStore } from '../../src/delivery/projection/store.ts';
import type { ImageEdition } from '../../src/record/records.ts';
import { type DeliveryBench, type Node, openBench, put, withdraw } from '../support/delivery-node.ts';
import { agency, album, image, newId, place, topic } from '../support/records.ts';

let bench: DeliveryBench;
let node: Node;
const [market, river] = [topic('cho'), topic('song')];
const [quay, office] = [place('ben'), agency('so')];
const shape = (width: number, height: number) => ({ width, height });
const cc = rightsStatements['cc-by-sa-4.0'];

/** Four pictures, each different in everything that can be asked for. */
const over: Record<string, Partial<ImageEdition>> = {
  a: {
    ...shape(300, 200),
    date: '1931',
    people: [{ slug: 'nguyen-thi-binh', name: 'Nguyễn Thị Bình' }],
    topics: [market.id],
    publishedAt: '2026-01-04T00:00:00.000Z',
  },
  b: { ...shape(200, 300), date: '1931-05', places: [quay.id], publishedAt: '2026-01-03T00:00:00.000Z' },
  c: { ...shape(300, 299), date: '2018-05-19', agency: office.id, publishedAt: '2026-01-02T00:00:00.000Z' },
  d: { ...shape(300, 290), date: null, rights: cc, topics: [river.id], publishedAt: '2026-01-01T00:00:00.000Z' },
};
const ids = Object.fromEntries(Object.keys(over).map((slug) => [slug, newId()]));
const idOf = (slug: string): string => ids[slug] ?? '';
let sha: string;
const picture = (slug: string) => image(slug, [sha], { id: idOf(slug), over: over[slug] ?? {} });
const shelf = album('bo-anh', [idOf('d'), newId(), idOf('a'), idOf('c')]);

beforeAll(async () => {
  bench = await openBench();
  node = await bench.start('node');
  sha = await bench.writer.putBlob(Buffer.from('a picture'));
  const all = [market, river, quay, office, shelf, ...Object.keys(over).map(picture)];
  await node.reach(await bench.append(all.map(put)));
});
afterAll(() => bench[Symbol.asyncDispose]());

const ask = async (query: string) => {
  const response = await node.get(`/v1/vi/images?${query}`);
  return { status: response.status, body: await response.json() };
};
const found = async (query: string): Promise<string> => {
  const { status, body } = await ask(query);
  expect(status, `${query}: ${JSON.stringify(body)}`).toBe(200);
  return body.data.map(({ slug }: { slug: string }) => slug).join('');
};

describe('pictures are found', () => {
  it.each([
    ['topic=cho', 'a'],
    [`place=${quay.id}`, 'b'],
    ['agency=so', 'c'],
    ['album=bo-anh', 'acd'],
    [`album=${shelf.id}&sort=album`, 'dac'],
    ['orientation=landscape', 'ad'],
    ['orientation=portrait', 'b'],
    ['orientation=square', 'c'],
    ['year=1931', 'ab'],
    ['year=2018', 'c'],
    ['year=1930', ''],
    ['person=nguyen-thi-binh', 'a'],
    ['person=nguyen-thi-binh&year=2018', ''],
    ['person=khong-ai', ''],
    ['licence=cc-by-sa-4.0', 'd'],
    [`licence=${cc}`, 'd'],
    [`licence=${encodeURIComponent('https://creativecommons.org/licenses/by-sa/4.0/deed.vi')}`, 'd'],
    ['licence=cc-by-4.0&year=1931&orientation=portrait', 'b'],
    ['album=bo-anh&sort=album&orientation=landscape', 'da'],
    ['album=bo-anh&sort=oldest', 'dca'],
    ['album=khong-co', ''],
    ['album=khong-co&sort=album', ''],
    ['sort=title&year=1931', 'ab'],
  ])('%s', async (query, slugs) => {
    expect(await found(query)).toBe(slugs);
  });

  it.each([
    ['orientation=round', 'parameter-invalid', 'orientation'],
    ['year=31', 'parameter-invalid', 'year'],
    ['licence=mine', 'parameter-invalid', 'licence'],
    ['licence=toString', 'parameter-invalid', 'licence'],
    ['album=a%20b', 'parameter-invalid', 'album'],
    ['sort=album', 'parameter-invalid', 'sort'],
    ['sort=rank', 'parameter-invalid', 'sort'],
    ['year=1931&year=1932', 'parameter-repeated', 'year'],
    ['person=Lan', 'parameter-invalid', 'person'],
    ['person=an&person=binh', 'parameter-repeated', 'person'],
  ])('not by %s', async (query, code, parameter) => {
    const { status, body } = await ask(query);
    expect([status, body.code, body.errors?.[0]?.parameter]).toEqual([400, code, parameter]);
  });

  it('tell whom they show, and of nobody else', async () => {
    const { body } = await ask('sort=newest');
    expect(body.data.map(({ people }: { people: unknown }) => people)).toEqual([
      [{ slug: 'nguyen-thi-binh', name: 'Nguyễn Thị Bình' }],
      [],
      [],
      [],
    ]);
  });

  it('page after page, by a cursor that belongs to its filters', async () => {
    for (const query of ['year=1931', 'album=bo-anh&sort=album', 'licence=cc-by-4.0&sort=title']) {
      const whole = await found(query);
      const first = (await ask(`${query}&limit=1`)).body;
      let slugs: string = first.data[0].slug;
      for (let { next } = first.page; next !== null; ) {
        const page = (await ask(`${query}&limit=1&cursor=${next}`)).body;
        slugs += page.data[0].slug;
        next = page.page.next;
      }
      expect(slugs).toBe(whole);
      const other = await ask(`orientation=landscape&cursor=${first.page.next}`);
      expect([other.status, other.body.code]).toEqual([400, 'cursor-invalid']);
    }
  });

  it('by an index of their own, however few they are among very many', () => {
    using store = openStore(`${bench.folder}/plan`);
    store.database.exec('ANALYZE');
    const plan = (filters: Filters): string => {
      const clauses = clausesOf(store, { type: 'image', locale: 'vi', fallback: 'chain' }, filters, '') ?? [];
      const text = `SELECT card FROM card WHERE ${clauses.map((clause) => clause.text).join(' AND ')}
        ORDER BY published DESC, id DESC LIMIT 21`;
      const rows = store.sql(`EXPLAIN QUERY PLAN ${text}`).all(...clauses.flatMap((clause) => clause.values));
      return rows.map(({ detail }) => detail).join('; ');
    };
    for (const [filters, index] of [
      [{ year: '1931' }, 'card_year (type=? AND locale=? AND year=?)'],
      [{ licence: cc }, 'card_rights (type=? AND locale=? AND rights=?)'],
      [{ orientation: 'square' }, 'card_orientation (type=? AND locale=? AND orientation=?)'],
      [{}, 'card_published (type=? AND locale=?)'],
    ] as const) {
      expect(plan(filters)).toContain(index);
      expect(plan(filters)).not.toContain('TEMP B-TREE');
    }
  });
});

describe('an album of the feed', () => {
  const shown = async (slug: string) => (await (await node.get(`/v1/vi/albums/${slug}`)).json()).data;

  it('counts what can be seen, and falls back to its first picture', async () => {
    expect(await shown('bo-anh')).toMatchObject({ count: 3, cover: { id: idOf('d') } });
    const next = { ...shelf, editions: { vi: shelf.editions.vi?.map((one) => ({ ...one, cover: idOf('a') })) ?? [] } };
    await node.reach(await bench.append([put(next)]));
    expect(await shown('bo-anh')).toMatchObject({ count: 3, cover: { id: idOf('a') } });
    // The picture goes before its album is told so
    await node.reach(await bench.append([withdraw(picture('a'))]));
    expect(await shown('bo-anh')).toMatchObject({ count: 2, cover: { id: idOf('d') } });
    expect(await found('album=bo-anh&sort=album')).toBe('dc');
    await node.reach(await bench.append([put(picture('a'))]));
    expect(await shown('bo-anh')).toMatchObject({ count: 3, cover: { id: idOf('a') } });
  });

  it('is made again when a picture vanishes by the clock', async () => {
    const soon = new Date(Date.now() + 1500).toISOString();
    const brief = image('thoang', [sha], { over: { vanishesAt: soon } });
    const of = album('thoang-qua', [brief.id]);
    await node.reach(await bench.append([put(brief), put(of)]));
    const before = await node.get('/v1/vi/albums/thoang-qua');
    expect((await before.json()).data).toMatchObject({ count: 1 });
    for (;;) {
      const modified = { 'if-modified-since': before.headers.get('last-modified') ?? '' };
      const after = await node.get('/v1/vi/albums/thoang-qua', { headers: modified });
      if (after.status === 304) continue;
      expect((await after.json()).data).toMatchObject({ count: 0, cover: null });
      break;
    }
  });

  it('leaves nothing in the store of a node when it is withdrawn', async () => {
    const of = album('mot-luc', [idOf('b')], { over: { parent: shelf.id } });
    await node.reach(await bench.append([put(of)]));
    expect(await shown('bo-anh')).toMatchObject({ children: [{ slug: 'mot-luc' }] });
    await node.reach(await bench.append([withdraw(of)]));
    expect(await shown('bo-anh')).toMatchObject({ children: [] });
    using store = new DatabaseSync(`${bench.folder}/node/projection.db`, { readOnly: true });
    for (const [table, column] of [
      ['member', 'album'],
      ['branch', 'child'],
    ])
      expect(store.prepare(`SELECT 1 FROM ${table} WHERE ${column} = ?`).get(of.id)).toBeUndefined();
  });
});
